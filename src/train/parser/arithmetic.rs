//! Operations on rows of numbers that the passes share.

use crate::model::kernel::Matrix;
use crate::train::random::Random;

/// Dropout: sets a share of the numbers to 0 and scales the others up; returns the factor of each number.
pub(crate) fn drop_out(values: &mut [f32], share: f32, random: &mut Random) -> Vec<f32> {
    if share <= 0.0 {
        return vec![1.0; values.len()];
    }
    let limit = (share * 256.0) as u8;
    let kept = 256.0 / (256.0 - f32::from(limit));
    let mut mask = Vec::with_capacity(values.len() + 8);
    while mask.len() < values.len() {
        let bytes = random.next().to_le_bytes();
        mask.extend(bytes.map(|byte| if byte < limit { 0.0 } else { kept }));
    }
    mask.truncate(values.len());
    multiply(values, &mask);
    mask
}

/// Multiplies number by number.
pub(crate) fn multiply(values: &mut [f32], factors: &[f32]) {
    for (value, factor) in values.iter_mut().zip(factors) {
        *value *= factor;
    }
}

/// Adds to `gradient` the product of the transpose of `rows` with `error`.
pub(crate) fn outer(
    rows: &[f32],
    inputs: usize,
    error: &[f32],
    outputs: usize,
    gradient: &mut [f32],
) {
    /// How many rows fit the first cache of the processor.
    const ROWS: usize = 192;
    let mut transposed = Vec::new();
    for (rows, error) in rows.chunks(ROWS * inputs).zip(error.chunks(ROWS * outputs)) {
        let count = rows.len() / inputs;
        transposed.clear();
        transposed.resize(rows.len(), 0.0);
        transpose(rows, inputs, &mut transposed);
        Matrix::new(count, outputs, error).multiply_add(&transposed, gradient);
    }
}

/// Transposes rows of `width` numbers, in squares that fit the cache.
fn transpose(rows: &[f32], width: usize, transposed: &mut [f32]) {
    const SIDE: usize = 16;
    let count = rows.len() / width;
    for first_row in (0..count).step_by(SIDE) {
        let last_row = (first_row + SIDE).min(count);
        for first in (0..width).step_by(SIDE) {
            for column in first..(first + SIDE).min(width) {
                let slots = &mut transposed[column * count + first_row..column * count + last_row];
                for (slot, row) in slots.iter_mut().zip(first_row..) {
                    *slot = rows[row * width + column];
                }
            }
        }
    }
}

/// Adds all rows to `sums`.
pub(crate) fn sum_rows(rows: &[f32], width: usize, sums: &mut [f32]) {
    for row in rows.chunks_exact(width) {
        sums.iter_mut()
            .zip(row)
            .for_each(|(sum, value)| *sum += value);
    }
}
