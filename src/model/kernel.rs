//! Matrix products and element-wise functions with the same result on every machine.
//!
//! Loops run over outputs and are compiled for the widest vectors of the machine at hand; every single output is a sum
//! in the order of the inputs, without fused operations, so that the width of the vectors cannot be seen in the result.

use pulp::{Arch, Simd, WithSimd};

/// Outputs that are computed together: the width of a panel.
const LANES: usize = 32;
/// Rows that are computed together.
const ROWS: usize = 4;

/// A matrix that rows are multiplied with, stored in panels of neighbouring outputs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matrix {
    inputs: usize,
    outputs: usize,
    /// Panel by panel, input by input, `LANES` outputs; outputs beyond the last are 0.
    panels: Vec<f32>,
}

impl Matrix {
    /// The matrix with `inputs` rows of `outputs` numbers each.
    pub(crate) fn new(inputs: usize, outputs: usize, weights: &[f32]) -> Self {
        let mut matrix = Self::default();
        matrix.fill(inputs, outputs, |input, panel, first| {
            let row = &weights[input * outputs..(input + 1) * outputs];
            panel.copy_from_slice(&row[first..first + panel.len()]);
        });
        matrix
    }

    /// The transpose of [`new`](Self::new) of the same `weights`: rows of `inputs` numbers each, of which
    /// there are `outputs`.
    pub(crate) fn transposed(inputs: usize, outputs: usize, weights: &[f32]) -> Self {
        let mut matrix = Self::default();
        matrix.fill(inputs, outputs, |input, panel, first| {
            for (offset, slot) in panel.iter_mut().enumerate() {
                *slot = weights[(first + offset) * inputs + input];
            }
        });
        matrix
    }

    /// How many numbers a row has that is multiplied with it.
    #[cfg(test)]
    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    fn fill(&mut self, inputs: usize, outputs: usize, fill: impl Fn(usize, &mut [f32], usize)) {
        self.inputs = inputs;
        self.outputs = outputs;
        self.panels.clear();
        self.panels
            .resize(outputs.div_ceil(LANES) * LANES * inputs, 0.0);
        for (index, panel) in self
            .panels
            .chunks_exact_mut(LANES * inputs.max(1))
            .enumerate()
        {
            let first = index * LANES;
            let width = LANES.min(outputs - first);
            for (input, lanes) in panel.chunks_exact_mut(LANES).enumerate() {
                fill(input, &mut lanes[..width], first);
            }
        }
    }

    /// Adds the product of every row of `rows` with the matrix to the row of `out`.
    pub(crate) fn multiply_add(&self, rows: &[f32], out: &mut [f32]) {
        if self.inputs == 0 || self.outputs == 0 {
            return;
        }
        let matrix = self;
        Arch::new().dispatch(Product { matrix, rows, out });
    }

    /// For every row of `rows` its product with the matrix, plus `bias`.
    pub(crate) fn apply(&self, rows: &[f32], bias: &[f32], out: &mut Vec<f32>) {
        let count = rows.len() / self.inputs.max(1);
        out.clear();
        for _ in 0..count {
            out.extend_from_slice(&bias[..self.outputs]);
        }
        self.multiply_add(rows, out);
    }
}

/// The task of multiplying `rows` with `matrix` into `out`.
struct Product<'a> {
    matrix: &'a Matrix,
    rows: &'a [f32],
    out: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Matrix {
            inputs, outputs, ..
        } = *self.matrix;
        let panels = self.matrix.panels.chunks_exact(LANES * inputs);
        for (index, panel) in panels.enumerate() {
            let first = index * LANES;
            let width = LANES.min(outputs - first);
            let blocks = self.rows.chunks(ROWS * inputs);
            for (block, out) in blocks.zip(self.out.chunks_mut(ROWS * outputs)) {
                if block.len() == ROWS * inputs {
                    let sums = tile::<S, ROWS>(simd, panel, block);
                    for (sums, out) in sums.iter().zip(out.chunks_exact_mut(outputs)) {
                        add(&mut out[first..first + width], sums);
                    }
                } else {
                    let single = block.chunks_exact(inputs);
                    for (row, out) in single.zip(out.chunks_mut(outputs)) {
                        let sums = tile::<S, 1>(simd, panel, row);
                        add(&mut out[first..first + width], &sums[0]);
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn add(out: &mut [f32], sums: &[f32]) {
    for (out, sum) in out.iter_mut().zip(sums) {
        *out += sum;
    }
}

/// `R` rows times one panel: the sums stay in registers while the inputs go by, two vectors of outputs at a time.
#[inline(always)]
fn tile<S: Simd, const R: usize>(simd: S, panel: &[f32], block: &[f32]) -> [[f32; LANES]; R] {
    let inputs = block.len() / R;
    let mut rows: [&[f32]; R] = [&[]; R];
    for (row, part) in rows.iter_mut().zip(block.chunks_exact(inputs)) {
        *row = &part[..inputs];
    }
    let mut result = [[0.0; LANES]; R];
    let (panel, _) = panel.as_chunks::<LANES>();
    let panel = &panel[..inputs];
    let vectors = LANES / S::F32_LANES;
    for pair in (0..vectors).step_by(2) {
        let mut sums = [[simd.splat_f32s(0.0); 2]; R];
        for input in 0..inputs {
            let (lanes, _) = S::as_simd_f32s(&panel[input]);
            for row in 0..R {
                let value = simd.splat_f32s(rows[row][input]);
                for side in 0..2 {
                    let product = simd.mul_f32s(value, lanes[pair + side]);
                    sums[row][side] = simd.add_f32s(sums[row][side], product);
                }
            }
        }
        for (result, sums) in result.iter_mut().zip(&sums) {
            let (slots, _) = S::as_mut_simd_f32s(result);
            slots[pair] = sums[0];
            slots[pair + 1] = sums[1];
        }
    }
    result
}

/// Applies the logistic function to every number.
pub(crate) fn sigmoid(values: &mut [f32]) {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            values
                .iter_mut()
                .for_each(|value| *value = logistic(*value))
        },
    );
}

/// Applies the hyperbolic tangent to every number.
pub(crate) fn tanh(values: &mut [f32]) {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            for value in values.iter_mut() {
                *value = 2.0 * logistic(2.0 * *value) - 1.0;
            }
        },
    );
}

/// Applies the exponential function to every number.
#[cfg(feature = "train")]
pub(crate) fn exp(values: &mut [f32]) {
    Arch::new().dispatch(
        #[inline(always)]
        || {
            values
                .iter_mut()
                .for_each(|value| *value = exponential(*value))
        },
    );
}

#[inline(always)]
fn logistic(value: f32) -> f32 {
    1.0 / (1.0 + exponential(-value))
}

/// The softmax of the logits `scores` at `chosen`.
pub(crate) fn softmax_at(scores: &[f32], chosen: usize) -> f32 {
    let Some(&own) = scores.get(chosen) else {
        return 0.0;
    };
    let sum: f32 = scores.iter().map(|score| exponential(score - own)).sum();
    if sum > 1.0 { 1.0 / sum } else { 1.0 }
}

/// `e` to the power of `value`, right to about 6 digits; the system's own function is not the same everywhere.
#[inline(always)]
pub(crate) fn exponential(value: f32) -> f32 {
    /// Added and subtracted again, it rounds to a whole number, which is then in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    // Written so that not-a-number becomes a number, too.
    let value = if value > -80.0 { value } else { -80.0 };
    let value = if value < 80.0 { value } else { 80.0 };
    let power = value * std::f32::consts::LOG2_E;
    let shifted = power + ROUND;
    let whole = shifted - ROUND;
    let part = (power - whole) * std::f32::consts::LN_2;
    let mut sum = 1.0 / 720.0;
    sum = sum * part + 1.0 / 120.0;
    sum = sum * part + 1.0 / 24.0;
    sum = sum * part + 1.0 / 6.0;
    sum = sum * part + 0.5;
    sum = sum * part + 1.0;
    sum = sum * part + 1.0;
    let exponent = shifted.to_bits().wrapping_sub(ROUND.to_bits());
    sum * f32::from_bits(exponent.wrapping_add(127) << 23)
}

/// Runs `work` compiled for the widest vectors of the machine, as far as its loops are inlined into it.
pub(crate) fn wide<R>(work: impl FnOnce() -> R) -> R {
    Arch::new().dispatch(work)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn product_is_the_sum_in_order() {
        let (inputs, outputs, count) = (37, 41, 7);
        let number = |seed: usize| ((seed * 7919 % 1000) as f32 - 500.0) / 333.0;
        let weights: Vec<f32> = (0..inputs * outputs).map(number).collect();
        let rows: Vec<f32> = (0..inputs * count).map(|i| number(i + 17)).collect();
        let bias: Vec<f32> = (0..outputs).map(number).collect();
        let mut out = Vec::new();
        Matrix::new(inputs, outputs, &weights).apply(&rows, &bias, &mut out);
        for row in 0..count {
            for output in 0..outputs {
                let mut sum = 0.0;
                for input in 0..inputs {
                    sum += rows[row * inputs + input] * weights[input * outputs + output];
                }
                assert_eq!(out[row * outputs + output], bias[output] + sum);
            }
        }
        let mut turned = vec![0.0; weights.len()];
        for input in 0..inputs {
            for output in 0..outputs {
                turned[output * inputs + input] = weights[input * outputs + output];
            }
        }
        let mut same = Vec::new();
        Matrix::transposed(inputs, outputs, &turned).apply(&rows, &bias, &mut same);
        assert_eq!(out, same);
    }

    #[test]
    fn rows_do_not_depend_on_their_neighbours() {
        let weights: Vec<f32> = (0..8 * 40).map(|i| (i as f32).sin()).collect();
        let rows: Vec<f32> = (0..8 * 9).map(|i| (i as f32).cos()).collect();
        let matrix = Matrix::new(8, 40, &weights);
        let (mut all, mut one) = (Vec::new(), Vec::new());
        matrix.apply(&rows, &[0.0; 40], &mut all);
        matrix.apply(&rows[6 * 8..7 * 8], &[0.0; 40], &mut one);
        assert_eq!(all[6 * 40..7 * 40], one);
    }

    #[test]
    fn the_width_of_vectors_cannot_be_seen() {
        let weights: Vec<f32> = (0..50 * 70).map(|i| (i as f32 * 0.37).sin()).collect();
        let rows: Vec<f32> = (0..50 * 11).map(|i| (i as f32 * 0.73).cos()).collect();
        let matrix = Matrix::new(50, 70, &weights);
        let (mut wide, mut narrow) = (vec![0.5; 70 * 11], vec![0.5; 70 * 11]);
        matrix.multiply_add(&rows, &mut wide);
        let product = Product {
            matrix: &matrix,
            rows: &rows,
            out: &mut narrow,
        };
        product.with_simd(pulp::Scalar);
        assert_eq!(wide, narrow);
        let mut wide: Vec<f32> = (-400..400).map(|i| i as f32 * 0.041).collect();
        let narrow: Vec<f32> = wide.iter().map(|value| logistic(*value)).collect();
        sigmoid(&mut wide);
        assert_eq!(wide, narrow);
    }

    #[test]
    fn softmax_gives_probabilities() {
        let scores = [1.0, 3.0, f32::NEG_INFINITY, 1.0];
        let softmax: Vec<f32> = (0..4).map(|chosen| softmax_at(&scores, chosen)).collect();
        assert!(
            (softmax.iter().sum::<f32>() - 1.0).abs() < 1e-5,
            "{softmax:?}"
        );
        assert!((softmax[1] / softmax[0] - 2_f32.exp()).abs() < 1e-4);
        assert_eq!(softmax[0], softmax[3]);
        assert_eq!(softmax_at(&[-200.0], 0), 1.0);
        assert_eq!(softmax_at(&[], 0), 0.0);
    }

    #[test]
    fn exponential_is_close() {
        for step in -800..800 {
            let value = step as f32 / 10.0;
            let wanted = f64::from(value).exp();
            let error = (f64::from(exponential(value)) - wanted).abs() / wanted;
            assert!(error < 1e-5, "{value}: {error}");
        }
        assert!(exponential(f32::NAN).is_finite());
        let mut values = [-100.0, 0.0, 100.0];
        sigmoid(&mut values);
        assert!(values[0] < 1e-30 && values[1] == 0.5 && values[2] == 1.0);
        let mut values = [-1.0, 0.0, 1.0];
        tanh(&mut values);
        assert!((values[2] - 0.761_594).abs() < 1e-5 && (values[0] + values[2]).abs() < 1e-6);
    }
}
