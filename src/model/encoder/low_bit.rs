//! Weights of two to seven bits, as the file stores them.
//!
//! ```text
//! u32       rows, columns (a multiple of 32), bits
//! f32       a scale for each row
//! u8        a multiplier for each 32 columns of each row
//! then for each of these groups 4 × bits bytes: the codes plus 2^(bits - 1), lowest bits first
//! ```
//! A weight is code × multiplier, in -63..=63; its value is the row's scale × weight.

use std::borrow::Cow;

/// Columns that have one multiplier.
const GROUP: usize = 32;
/// Codes that are unpacked together: as many as bits fit whole bytes.
const CODES: usize = 8;
/// The largest weight; pairs of products with it fit 16 bits.
const LARGEST: i16 = 63;
const HEADER: usize = 12;

/// A matrix of weights of few bits, which are unpacked row by row.
#[derive(Debug, Clone)]
pub(crate) struct LowBit<'a> {
    rows: usize,
    columns: usize,
    bits: usize,
    bytes: Cow<'a, [u8]>,
}

impl<'a> LowBit<'a> {
    /// The matrix in `bytes`; `None` if it does not have this many columns, or a part is not of the expected size.
    pub(crate) fn read(bytes: &'a [u8], columns: usize) -> Option<Self> {
        let number = |index: usize| {
            let bytes = bytes.get(index * 4..)?.first_chunk::<4>()?;
            usize::try_from(u32::from_le_bytes(*bytes)).ok()
        };
        let (rows, found, bits) = (number(0)?, number(1)?, number(2)?);
        let sound = found == columns && columns.is_multiple_of(GROUP) && (2..=7).contains(&bits);
        let groups = rows.checked_mul(columns / GROUP)?;
        let size = groups.checked_mul(1 + GROUP / 8 * bits)?;
        let size = size
            .checked_add(rows.checked_mul(4)?)?
            .checked_add(HEADER)?;
        let matrix = Self {
            rows,
            columns,
            bits,
            bytes: bytes.into(),
        };
        let sound = sound && bytes.len() == size;
        (sound && (0..rows).all(|row| matrix.scale(row).is_finite())).then_some(matrix)
    }

    /// The same with bytes of its own.
    pub(crate) fn into_owned(self) -> LowBit<'static> {
        LowBit {
            bytes: self.bytes.into_owned().into(),
            ..self
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The scale of a row that is there.
    pub(crate) fn scale(&self, row: usize) -> f32 {
        let at = HEADER + row * 4;
        let mut scale = [0; 4];
        scale.copy_from_slice(&self.bytes[at..at + 4]);
        f32::from_le_bytes(scale)
    }

    /// Writes the weights of a row that is there.
    pub(crate) fn unpack(&self, row: usize, weights: &mut [i8]) {
        match self.bits {
            2 => self.unpack_bits::<2>(row, weights),
            3 => self.unpack_bits::<3>(row, weights),
            4 => self.unpack_bits::<4>(row, weights),
            5 => self.unpack_bits::<5>(row, weights),
            6 => self.unpack_bits::<6>(row, weights),
            _ => self.unpack_bits::<7>(row, weights),
        }
    }

    fn unpack_bits<const BITS: usize>(&self, row: usize, weights: &mut [i8]) {
        let groups = self.columns / GROUP;
        let multipliers = HEADER + self.rows * 4;
        let size = GROUP / CODES * BITS * groups;
        let codes = multipliers + self.rows * groups + row * size;
        let multipliers = &self.bytes[multipliers + row * groups..][..groups];
        let (codes, _) = self.bytes[codes..codes + size].as_chunks::<BITS>();
        let (weights, _) = weights.as_chunks_mut::<CODES>();
        for (index, (codes, weights)) in codes.iter().zip(weights).enumerate() {
            let multiplier = i16::from(multipliers[index * CODES / GROUP]);
            let mut packed = [0; 8];
            packed[..BITS].copy_from_slice(codes);
            let packed = u64::from_le_bytes(packed);
            for (place, weight) in weights.iter_mut().enumerate() {
                let code = (packed >> (place * BITS)) as i16 & ((1 << BITS) - 1);
                let product = (code - (1 << (BITS - 1))) * multiplier;
                *weight = product.clamp(-LARGEST, LARGEST) as i8;
            }
        }
    }

    /// Adds the values of the row to `sums`; a missing row counts as 0. `weights` is scratch space.
    pub(crate) fn add(&self, row: usize, weights: &mut [i8], sums: &mut [f32]) {
        if row >= self.rows {
            return;
        }
        self.unpack(row, weights);
        let scale = self.scale(row);
        for (sum, &weight) in sums.iter_mut().zip(weights.iter()) {
            *sum += f32::from(weight) * scale;
        }
    }
}

/// The bytes of a matrix of weights that are `code × multiplier` for each row and group.
#[cfg(test)]
pub(crate) fn pack(
    columns: usize,
    bits: usize,
    scales: &[f32],
    mut weight: impl FnMut() -> (u8, u8),
) -> Vec<u8> {
    let rows = scales.len();
    let mut bytes = Vec::new();
    for number in [rows, columns, bits] {
        bytes.extend_from_slice(&(number as u32).to_le_bytes());
    }
    for scale in scales {
        bytes.extend_from_slice(&scale.to_le_bytes());
    }
    let groups = rows * columns / GROUP;
    let mut codes = Vec::new();
    for _ in 0..groups {
        let mut packed = 0_u128;
        let mut used = 0;
        for place in 0..GROUP {
            let (code, multiplier) = weight();
            if place == 0 {
                bytes.push(multiplier);
            }
            packed |= u128::from(code) << used;
            used += bits;
            while used >= 8 {
                codes.push(packed as u8);
                packed >>= 8;
                used -= 8;
            }
        }
    }
    bytes.extend(codes);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_all_widths_come_back() {
        for bits in 2..=7 {
            let mut next = 0_u32;
            let mut wanted = Vec::new();
            let most = 1 << bits;
            let bytes = pack(64, bits, &[0.5, 2.0, 1.0], || {
                let multiplier = (next / 32) as u8 + 1;
                next += 1;
                let code = (next * 7 % most) as u8;
                let weight = (i16::from(code) - most as i16 / 2) * i16::from(multiplier);
                wanted.push(weight.clamp(-63, 63) as i8);
                (code, multiplier)
            });
            let matrix = LowBit::read(&bytes, 64)
                .expect("it was packed")
                .into_owned();
            assert_eq!((matrix.rows(), matrix.scale(1)), (3, 2.0));
            let mut row = vec![0; 64];
            for (index, wanted) in wanted.chunks(64).enumerate() {
                matrix.unpack(index, &mut row);
                assert_eq!(row, wanted, "{bits} bits");
            }
            let mut sums = vec![1.0; 64];
            matrix.add(1, &mut row, &mut sums);
            matrix.add(3, &mut row, &mut sums);
            assert_eq!(sums[5], 1.0 + 2.0 * f32::from(wanted[64 + 5]));
        }
    }

    #[test]
    fn bytes_of_another_size_are_refused() {
        let bytes = pack(32, 4, &[1.0, 1.0], || (3, 1));
        assert!(LowBit::read(&bytes, 32).is_some());
        assert!(LowBit::read(&bytes, 64).is_none());
        assert!(LowBit::read(&bytes[..bytes.len() - 1], 32).is_none());
        assert!(LowBit::read(&[], 32).is_none());
        for (index, value) in [(0, 3), (4, 33), (8, 8), (8, 1), (3, 255), (15, 127)] {
            let mut other = bytes.clone();
            other[index] = value;
            other[14] = if index == 15 { 0x80 } else { other[14] };
            assert!(LowBit::read(&other, 32).is_none(), "{index}");
        }
    }
}
