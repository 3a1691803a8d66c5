//! Weights in few bits: tables of rows with one scale a row.

/// Rows of weights in whole numbers of eight bits; a row's numbers are these times the row's scale.
#[derive(Debug, Clone)]
pub(crate) struct EmbeddingTable {
    width: usize,
    /// The rows' scales, four bytes each.
    scales: Vec<u8>,
    numbers: Vec<u8>,
}

impl EmbeddingTable {
    /// Reads a table of rows of `width` numbers; `None` if the bytes are not a whole number of rows.
    pub(crate) fn read(bytes: &[u8], width: usize) -> Option<Self> {
        let rows = bytes.len() / (width + 4);
        let (scales, numbers) = bytes.split_at(rows * 4);
        (numbers.len() == rows * width).then_some(Self {
            width,
            scales: scales.to_vec(),
            numbers: numbers.to_vec(),
        })
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.scales.len() / 4
    }

    /// Adds a row to `sums`; a missing row counts as 0.
    #[inline(always)]
    pub(crate) fn add(&self, row: usize, sums: &mut [f32]) {
        let scale = self.scales.get(row * 4..row * 4 + 4);
        let numbers = self.numbers.get(row * self.width..(row + 1) * self.width);
        let Some((scale, numbers)) = scale.zip(numbers) else {
            return;
        };
        let scale = f32::from_le_bytes([scale[0], scale[1], scale[2], scale[3]]);
        for (sum, &number) in sums.iter_mut().zip(numbers) {
            *sum += f32::from(number.cast_signed()) * scale;
        }
    }
}

/// The bytes of a [`EmbeddingTable`] with rows as close to those of `weights` as eight bits allow.
#[cfg(any(test, feature = "train"))]
pub(crate) fn quantise_rows(weights: &[f32], width: usize) -> Vec<u8> {
    let rows = weights.chunks_exact(width);
    let mut bytes = Vec::with_capacity(weights.len() + rows.len() * 4);
    let scale = |row: &[f32]| row.iter().fold(1e-12_f32, |top, w| top.max(w.abs())) / 127.0;
    for row in rows.clone() {
        bytes.extend_from_slice(&scale(row).to_le_bytes());
    }
    for row in rows {
        let scale = scale(row);
        let number = |&weight: &f32| ((weight / scale).round() as i8).cast_unsigned();
        bytes.extend(row.iter().map(number));
    }
    bytes
}

/// Numbers of sixteen bits with one scale for all: the scale, then the numbers.
#[cfg(any(test, feature = "train"))]
pub(crate) fn quantise(weights: &[f32]) -> Vec<u8> {
    let top = weights.iter().fold(1e-12_f32, |top, w| top.max(w.abs()));
    let scale = top / 32767.0;
    let mut bytes = scale.to_le_bytes().to_vec();
    for weight in weights {
        bytes.extend_from_slice(&((weight / scale).round() as i16).to_le_bytes());
    }
    bytes
}

/// Reads what [`quantise`] wrote; `None` if there are not `count` numbers.
pub(crate) fn dequantise(bytes: &[u8], count: usize) -> Option<Vec<f32>> {
    let (scale, numbers) = bytes.split_first_chunk::<4>()?;
    let scale = f32::from_le_bytes(*scale);
    let (numbers, rest) = numbers.as_chunks::<2>();
    let wanted = rest.is_empty() && numbers.len() == count && scale.is_finite();
    wanted.then(|| {
        let number = |pair: &[u8; 2]| f32::from(i16::from_le_bytes(*pair)) * scale;
        numbers.iter().map(number).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_nearly() {
        let weights: Vec<f32> = (0..60).map(|i| (i as f32 * 0.7).sin() * 3.0).collect();
        let bytes = quantise(&weights);
        let back = dequantise(&bytes, 60).expect("as many as were written");
        assert!(weights.iter().zip(&back).all(|(a, b)| (a - b).abs() < 1e-4));
        assert!(dequantise(&bytes, 61).is_none());

        let bytes = quantise_rows(&weights, 20);
        let table = EmbeddingTable::read(&bytes, 20).expect("three rows");
        assert_eq!(table.rows(), 3);
        let mut sums = vec![0.0; 20];
        table.add(2, &mut sums);
        assert!(
            weights[40..]
                .iter()
                .zip(&sums)
                .all(|(a, b)| (a - b).abs() < 0.02)
        );
        table.add(3, &mut sums);
        assert!(
            weights[40..]
                .iter()
                .zip(&sums)
                .all(|(a, b)| (a - b).abs() < 0.02)
        );
        assert!(EmbeddingTable::read(&bytes[1..], 20).is_none());
    }
}
