//! Products of rows of bytes with a matrix of small integers: where nearly all the time of the accurate engine goes.
//!
//! In: [`QuantisedRows`] and weights of at most 7 bits. Out: rows of numbers. All sums are of integers and exact, and what
//! converts them to floats is done for each output by itself, so that the result is the same on every machine, whatever
//! instructions it has and however rows are batched. The instructions are in `dot`.
//!
//! | choice | instead of | why |
//! |---|---|---|
//! | an own product | the crate `rten-gemm` | as fast, but never starts or waits for threads, which documents already fill |
//! | weights of 7 bits | 8 bits | pairs of products fit 16 bits on processors that have nothing better |
//! | panels of 64 outputs, four inputs together | rows | what vector paths read, front to back; packing takes 0.3 ns a weight |

use super::dot::{Job, Path};
use super::kernel::wide;

/// Outputs that are computed together: the width of a panel.
pub(super) const PANEL: usize = 64;
/// Inputs that are multiplied and summed by one instruction.
pub(super) const QUAD: usize = 4;
/// What is added to a quantised number so that it becomes positive.
pub(super) const OFFSET: i32 = 128;
/// Four inputs of a row.
pub(super) type Quad = [u8; QUAD];
/// The weights of four inputs for every output of a panel.
pub(super) type Group = [i8; PANEL * QUAD];

/// A matrix of weights in -63..=63 with a scale for each output, packed for the product.
#[derive(Debug, Clone, Default)]
pub(crate) struct IntegerMatrix {
    inputs: usize,
    outputs: usize,
    /// For whom the weights are packed.
    path: Path,
    /// Panel by panel; outputs and inputs beyond the last are 0.
    groups: Vec<Group>,
    panels: Vec<Panel>,
}

/// What belongs to the outputs of a panel; 0 beyond the last.
#[derive(Debug, Clone)]
pub(super) struct Panel {
    /// The negative sum of the weights times the offset of the inputs.
    pub(super) start: [i32; PANEL],
    pub(super) scales: [f32; PANEL],
}

impl IntegerMatrix {
    /// The matrix of `weights`, one row of `inputs` for each of `outputs`, all in -63..=63; a scale for each output.
    #[cfg(test)]
    pub(crate) fn new(inputs: usize, outputs: usize, weights: &[i8], scales: &[f32]) -> Self {
        Self::filled(inputs, outputs, scales, |output, row| {
            row.copy_from_slice(&weights[output * inputs..(output + 1) * inputs]);
        })
    }

    /// The matrix of which `fill` writes the weights of each output, all in -63..=63.
    pub(crate) fn filled(
        inputs: usize,
        outputs: usize,
        scales: &[f32],
        fill: impl FnMut(usize, &mut [i8]),
    ) -> Self {
        Self::packed(Path::best(), inputs, outputs, scales, fill)
    }

    fn packed(
        path: Path,
        inputs: usize,
        outputs: usize,
        scales: &[f32],
        mut fill: impl FnMut(usize, &mut [i8]),
    ) -> Self {
        let quads = inputs.div_ceil(QUAD);
        let mut groups = vec![[0; PANEL * QUAD]; outputs.div_ceil(PANEL) * quads];
        let mut panels = Vec::with_capacity(outputs.div_ceil(PANEL));
        let mut row = vec![0; quads * QUAD];
        for (index, groups) in groups.chunks_exact_mut(quads.max(1)).enumerate() {
            let mut panel = Panel {
                start: [0; PANEL],
                scales: [0.0; PANEL],
            };
            let first = index * PANEL;
            for slot in 0..PANEL.min(outputs - first) {
                fill(first + slot, &mut row[..inputs]);
                let sum: i32 = row.iter().map(|weight| i32::from(*weight)).sum();
                panel.start[slot] = -OFFSET * sum;
                panel.scales[slot] = scales[first + slot];
                path.pack(slot, row.as_chunks().0, groups);
            }
            panels.push(panel);
        }
        Self {
            inputs,
            outputs,
            path,
            groups,
            panels,
        }
    }

    /// For every row its product with the matrix, scaled, plus `bias`, which may be empty.
    ///
    /// `out` is made `rows × outputs` long.
    pub(crate) fn apply(&self, rows: &QuantisedRows, bias: &[f32], out: &mut Vec<f32>) {
        debug_assert_eq!(rows.width, self.inputs, "rows fit the matrix");
        out.resize(rows.scales.len() * self.outputs, 0.0);
        let quads = self.inputs.div_ceil(QUAD);
        if quads == 0 || self.outputs == 0 {
            return;
        }
        let groups = self.groups.chunks_exact(quads);
        for (index, (panel, groups)) in self.panels.iter().zip(groups).enumerate() {
            let first = index * PANEL;
            let width = PANEL.min(self.outputs - first);
            let mut shift = [0.0; PANEL];
            if !bias.is_empty() {
                shift[..width].copy_from_slice(&bias[first..first + width]);
            }
            self.path.run(Job {
                groups,
                panel,
                bias: &shift,
                rows: &rows.quads,
                scales: &rows.scales,
                out,
                outputs: self.outputs,
                first,
            });
        }
    }
}

/// Rows of numbers, each rounded to whole numbers in -127..=127 times a scale of its own.
#[derive(Debug, Clone, Default)]
pub(crate) struct QuantisedRows {
    width: usize,
    /// The whole numbers plus [`OFFSET`], row by row, each row filled up with zeros to a multiple of four.
    quads: Vec<Quad>,
    scales: Vec<f32>,
}

impl QuantisedRows {
    /// Takes in `rows` of `width` numbers, in place of what was there.
    ///
    /// A row that has nothing but zeros, or numbers without end, becomes a row of zeros.
    pub(crate) fn quantise(&mut self, rows: &[f32], width: usize) {
        let quads = width.div_ceil(QUAD);
        let count = rows.len() / width.max(1);
        self.width = width;
        self.quads.resize(count * quads, [OFFSET as u8; QUAD]);
        self.scales.clear();
        if quads == 0 {
            return;
        }
        wide(
            #[inline(always)]
            || {
                for (row, quads) in rows
                    .chunks_exact(width)
                    .zip(self.quads.chunks_exact_mut(quads))
                {
                    self.scales
                        .push(quantise_row(row, quads.as_flattened_mut()));
                }
            },
        );
    }
}

/// Rounds `row` to whole numbers times a scale, which is returned.
#[inline(always)]
fn quantise_row(row: &[f32], out: &mut [u8]) -> f32 {
    /// Added, it rounds to the nearest whole number, ties to even, which is then in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    const LIMIT: f32 = 127.0;
    let largest = largest(row);
    let (codes, filling) = out.split_at_mut(row.len());
    filling.fill(OFFSET as u8);
    // Below, the quotient would not be a number.
    if !(largest > 1e-30 && largest < f32::INFINITY) {
        codes.fill(OFFSET as u8);
        return 0.0;
    }
    let factor = LIMIT / largest;
    for (code, value) in codes.iter_mut().zip(row) {
        let value = value * factor;
        // Written so that not-a-number becomes a number, too.
        let value = if value > -LIMIT { value } else { -LIMIT };
        let value = if value < LIMIT { value } else { LIMIT };
        let whole = (value + ROUND).to_bits().wrapping_sub(ROUND.to_bits());
        *code = whole.wrapping_add(OFFSET as u32) as u8;
    }
    largest / LIMIT
}

/// The largest absolute value of `row`; the order does not matter to it.
#[inline(always)]
fn largest(row: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 64];
    let (chunks, rest) = row.as_chunks::<64>();
    let more = |lane: &mut f32, value: &f32| {
        let value = value.abs();
        *lane = if value > *lane { value } else { *lane };
    };
    for chunk in chunks {
        lanes
            .iter_mut()
            .zip(chunk)
            .for_each(|(lane, value)| more(lane, value));
    }
    lanes
        .iter_mut()
        .zip(rest)
        .for_each(|(lane, value)| more(lane, value));
    let mut found = 0.0;
    lanes.iter().for_each(|value| more(&mut found, value));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without a pattern.
    fn numbers(seed: u64) -> impl FnMut() -> u64 {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state >> 20
        }
    }

    /// What the product is defined to be.
    fn reference(
        (inputs, outputs): (usize, usize),
        weights: &[i8],
        scales: &[f32],
        rows: &QuantisedRows,
        bias: &[f32],
    ) -> Vec<f32> {
        let mut out = Vec::new();
        let quads = inputs.div_ceil(QUAD);
        for (row, scale) in rows.quads.chunks(quads).zip(&rows.scales) {
            for output in 0..outputs {
                let weights = &weights[output * inputs..][..inputs];
                let sum: i32 = weights
                    .iter()
                    .zip(row.as_flattened())
                    .map(|(weight, code)| i32::from(*weight) * (i32::from(*code) - OFFSET))
                    .sum();
                out.push(sum as f32 * (scale * scales[output]) + bias.get(output).unwrap_or(&0.0));
            }
        }
        out
    }

    fn check(shape: (usize, usize), count: usize, weights: &[i8], rows: &QuantisedRows) {
        let (inputs, outputs) = shape;
        let scales: Vec<f32> = (1..=outputs).map(|i| i as f32 / 999.0).collect();
        let bias: Vec<f32> = (0..outputs).map(|i| i as f32 / 7.0 - 1.0).collect();
        for path in Path::available() {
            let matrix = IntegerMatrix::packed(path, inputs, outputs, &scales, |output, row| {
                row.copy_from_slice(&weights[output * inputs..][..inputs]);
            });
            for bias in [&bias[..], &[]] {
                let mut out = vec![7.0; 3];
                matrix.apply(rows, bias, &mut out);
                assert_eq!(out.len(), count * outputs);
                let wanted = reference(shape, weights, &scales, rows, bias);
                assert_eq!(out, wanted, "{path:?} {count}×{inputs}×{outputs}");
            }
        }
    }

    #[test]
    fn all_paths_give_the_defined_result() {
        let mut next = numbers(1);
        let shapes = [
            (384, 64),
            (416, 192),
            (1, 1),
            (5, 63),
            (32, 65),
            (1536, 130),
            (38, 17),
        ];
        for shape in shapes {
            for count in [0, 1, 2, 3, 5, 6, 7, 13, 33] {
                let weights: Vec<i8> = (0..shape.0 * shape.1)
                    .map(|_| (next() % 127) as i8 - 63)
                    .collect();
                let values: Vec<f32> = (0..shape.0 * count)
                    .map(|_| next() as u32 as f32 / 1e9 - 2.0)
                    .collect();
                let mut rows = QuantisedRows::default();
                rows.quantise(&values, shape.0);
                check(shape, count, &weights, &rows);
            }
        }
    }

    #[test]
    fn no_path_overflows_at_the_extremes() {
        let shape = (1536, 70);
        for weight in [-63, 63] {
            for code in [0u8, 255] {
                let rows = QuantisedRows {
                    width: shape.0,
                    quads: vec![[code; QUAD]; shape.0 / QUAD * 8],
                    scales: vec![0.01; 8],
                };
                check(shape, 8, &vec![weight; shape.0 * shape.1], &rows);
            }
        }
    }

    #[test]
    fn rows_do_not_depend_on_their_neighbours() {
        let mut next = numbers(3);
        let weights: Vec<i8> = (0..40 * 100).map(|_| (next() % 127) as i8 - 63).collect();
        let values: Vec<f32> = (0..40 * 17).map(|i| (i as f32).cos()).collect();
        let matrix = IntegerMatrix::new(40, 100, &weights, &[0.1; 100]);
        let mut rows = QuantisedRows::default();
        let (mut all, mut one) = (Vec::new(), Vec::new());
        rows.quantise(&values, 40);
        matrix.apply(&rows, &[0.5; 100], &mut all);
        for row in 0..17 {
            rows.quantise(&values[row * 40..][..40], 40);
            matrix.apply(&rows, &[0.5; 100], &mut one);
            assert_eq!(all[row * 100..][..100], one);
        }
    }

    #[test]
    fn rows_are_rounded_to_even_and_keep_their_size() {
        let mut rows = QuantisedRows::default();
        rows.quantise(&[127.0, 0.5, 1.5, -2.5, -127.0, 126.6], 6);
        assert_eq!(rows.quads, [[255, 128, 130, 126], [1, 255, 128, 128]]);
        assert_eq!(rows.scales, [1.0]);
        let odd = [0.0, f32::NAN, -3.0, f32::INFINITY, 1e-40, -1e-40];
        rows.quantise(&odd, 2);
        assert_eq!(rows.scales, [0.0; 3]);
        rows.quantise(&[f32::NAN, 2.0], 2);
        assert_eq!(rows.quads, [[1, 255, 128, 128]]);
        rows.quantise(&[], 0);
        assert!(rows.quads.is_empty() && rows.scales.is_empty());
        let values: Vec<f32> = (0..384 * 3).map(|i| (i as f32 * 0.7).sin() * 3.0).collect();
        rows.quantise(&values, 384);
        for (index, value) in values.iter().enumerate() {
            let mut narrow = vec![0; 384];
            let row = &values[index / 384 * 384..][..384];
            let scale = quantise_row(row, &mut narrow);
            let code = rows.quads.as_flattened()[index];
            assert_eq!(narrow[index % 384], code);
            assert!(((i32::from(code) - OFFSET) as f32 * scale - value).abs() <= scale * 0.501);
        }
    }
}
