//! Functions of single rows and numbers between the products of the accurate engine, with the same result on every machine.
//!
//! In and out: rows of numbers, in place. Sums over a row are made in a fixed number of lanes, which are then summed in
//! halves: how wide the vectors of the machine are cannot be seen in them. No operation is fused, and no function of the
//! system is called.

use super::kernel::{exponential, wide};

/// Parts in which a row is summed.
const LANES: usize = 32;

/// Brings every row to mean 0 and variance 1, then scales it with `weight` and moves it by `bias`.
///
/// Rows are as long as `weight` and `bias`.
pub(crate) fn layer_norm(rows: &mut [f32], weight: &[f32], bias: &[f32]) {
    wide(
        #[inline(always)]
        || {
            for row in rows.chunks_exact_mut(weight.len().max(1)) {
                norm(row, weight, bias);
            }
        },
    );
}

/// Adds `added` to `rows`, then does what [`layer_norm`] does.
pub(crate) fn add_layer_norm(rows: &mut [f32], added: &[f32], weight: &[f32], bias: &[f32]) {
    let width = weight.len().max(1);
    wide(
        #[inline(always)]
        || {
            let added = added.chunks_exact(width);
            for (row, added) in rows.chunks_exact_mut(width).zip(added) {
                row.iter_mut()
                    .zip(added)
                    .for_each(|(value, added)| *value += added);
                norm(row, weight, bias);
            }
        },
    );
}

/// Applies `0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³)))` to every number.
pub(crate) fn gelu(values: &mut [f32]) {
    wide(
        #[inline(always)]
        || values.iter_mut().for_each(|value| *value = gelu_of(*value)),
    );
}

/// Makes negative numbers ten times smaller.
pub(crate) fn leaky(values: &mut [f32]) {
    wide(
        #[inline(always)]
        || {
            for value in values.iter_mut() {
                *value = if *value < 0.0 { *value * 0.1 } else { *value };
            }
        },
    );
}

#[inline(always)]
fn norm(row: &mut [f32], weight: &[f32], bias: &[f32]) {
    /// Keeps rows of equal numbers from a division by zero.
    const LEAST: f32 = 1e-12;
    let count = row.len() as f32;
    let mean = sum(row, |value| value) / count;
    let variance = sum(row, |value| (value - mean) * (value - mean)) / count;
    let factor = 1.0 / (variance + LEAST).sqrt();
    for ((value, weight), bias) in row.iter_mut().zip(weight).zip(bias) {
        *value = (*value - mean) * factor * weight + bias;
    }
}

/// The sum of `of` over the numbers.
#[inline(always)]
fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += of(*value);
        }
    }
    for (lane, value) in lanes.iter_mut().zip(rest) {
        *lane += of(*value);
    }
    halves(lanes)
}

/// The sum of the lanes: the second half is added to the first until one is left.
#[inline(always)]
fn halves<const N: usize>(mut lanes: [f32; N]) -> f32 {
    let mut half = N / 2;
    while half > 0 {
        for index in 0..half {
            lanes[index] += lanes[index + half];
        }
        half /= 2;
    }
    lanes[0]
}

/// `x · logistic(2 √(2/π) (x + 0.044715 x³))`, the same as the form with tanh.
#[inline(always)]
fn gelu_of(value: f32) -> f32 {
    const SLOPE: f32 = -1.595_769;
    let cube = value * value * value;
    value / (1.0 + exponential(SLOPE * (value + 0.044_715 * cube)))
}

/// How many exponentials are computed together; shorter rows are padded with `f32::MIN`.
pub(super) const PART: usize = 16;

/// Replaces all numbers by the exponentials of how far they are below the largest; their sum.
#[inline(always)]
pub(super) fn exponentials(parts: &mut [[f32; PART]]) -> f32 {
    let more = |(lane, value): (&mut f32, &f32)| {
        *lane = if *value > *lane { *value } else { *lane };
    };
    let mut lanes = [f32::MIN; PART];
    for part in &*parts {
        lanes.iter_mut().zip(part).for_each(more);
    }
    let mut largest = f32::MIN;
    lanes.iter().for_each(|lane| more((&mut largest, lane)));
    let mut sums = [0.0; PART];
    for part in parts {
        for (sum, value) in sums.iter_mut().zip(part) {
            *value = exponential(*value - largest);
            *sum += *value;
        }
    }
    halves(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The softmax of `row`, by `exponentials`.
    #[inline(always)]
    fn softmax_row(row: &mut [f32]) {
        let mut parts = vec![[f32::MIN; PART]; row.len().div_ceil(PART)];
        parts.as_flattened_mut()[..row.len()].copy_from_slice(row);
        let factor = 1.0 / exponentials(&mut parts);
        for (share, value) in row.iter_mut().zip(parts.as_flattened()) {
            *share = value * factor;
        }
    }

    fn softmax(row: &mut [f32]) {
        wide(
            #[inline(always)]
            || softmax_row(row),
        );
    }

    fn numbers(count: usize, size: f32) -> Vec<f32> {
        (0..count)
            .map(|i| (i as f32 * 0.731).sin() * size)
            .collect()
    }

    #[test]
    fn the_width_of_vectors_cannot_be_seen() {
        for width in [1, 7, 17, 32, 45, 384] {
            let (weight, bias) = (numbers(width, 2.0), numbers(width, 0.3));
            let start = numbers(width * 3, 5.0);
            let (mut wide, mut narrow) = (start.clone(), start.clone());
            layer_norm(&mut wide, &weight, &bias);
            narrow
                .chunks_mut(width)
                .for_each(|row| norm(row, &weight, &bias));
            assert_eq!(wide, narrow);
            let (mut wide, mut narrow) = (start.clone(), start.clone());
            gelu(&mut wide);
            narrow.iter_mut().for_each(|value| *value = gelu_of(*value));
            assert_eq!(wide, narrow);
            let (mut wide, mut narrow) = (start.clone(), start);
            softmax(&mut wide);
            softmax_row(&mut narrow);
            assert_eq!(wide, narrow);
        }
    }

    #[test]
    fn rows_get_mean_and_variance() {
        for width in [2, 33, 384] {
            let start = numbers(width, 4.0);
            let (weight, bias) = (numbers(width, 1.5), numbers(width, 0.5));
            let count = width as f64;
            let mean = start.iter().map(|x| f64::from(*x)).sum::<f64>() / count;
            let variance = start
                .iter()
                .map(|x| (f64::from(*x) - mean).powi(2))
                .sum::<f64>()
                / count;
            let mut added = start.clone();
            let mut row = start.clone();
            layer_norm(&mut row, &weight, &bias);
            for index in 0..width {
                let wanted = (f64::from(start[index]) - mean) / variance.sqrt();
                let wanted = wanted * f64::from(weight[index]) + f64::from(bias[index]);
                assert!((f64::from(row[index]) - wanted).abs() < 1e-5);
            }
            let halves: Vec<f32> = start.iter().map(|value| value / 2.0).collect();
            added.copy_from_slice(&halves);
            add_layer_norm(&mut added, &halves, &weight, &bias);
            assert_eq!(added, row);
        }
        let mut equal = [3.0; 40];
        layer_norm(&mut equal, &[1.0; 40], &[0.25; 40]);
        assert_eq!(equal, [0.25; 40]);
        layer_norm(&mut [], &[], &[]);
    }

    #[test]
    fn softmax_sums_to_one() {
        for width in [1, 3, 16, 31, 320] {
            let start = numbers(width, 30.0);
            let largest = start
                .iter()
                .fold(f64::MIN, |most, x| most.max(f64::from(*x)));
            let all: f64 = start.iter().map(|x| (f64::from(*x) - largest).exp()).sum();
            let mut row = start.clone();
            softmax(&mut row);
            for (share, x) in row.iter().zip(&start) {
                let wanted = (f64::from(*x) - largest).exp() / all;
                assert!((f64::from(*share) - wanted).abs() < 1e-5);
            }
        }
        let mut far = [-1e30, 1e30, f32::MIN];
        softmax(&mut far);
        assert_eq!(far[1], 1.0);
        assert!(far[0] < 1e-30 && far[2] < 1e-30);
        softmax(&mut []);
    }

    #[test]
    fn gelu_is_close() {
        for step in -3000..3000 {
            let value = step as f32 / 200.0;
            let x = f64::from(value);
            let inner = (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044_715 * x * x * x);
            let wanted = 0.5 * x * (1.0 + inner.tanh());
            assert!((f64::from(gelu_of(value)) - wanted).abs() < 1e-5, "{value}");
        }
        assert_eq!(gelu_of(1e30), 1e30);
        assert!(gelu_of(-1e30).abs() < 1e-4);
    }

    #[test]
    fn leaky_keeps_what_is_positive() {
        let mut values = [-2.0, 0.0, 3.0];
        leaky(&mut values);
        assert_eq!(values, [-0.2, 0.0, 3.0]);
    }
}
