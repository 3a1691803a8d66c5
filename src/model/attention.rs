//! Attention: for every piece of a sentence the mean of the values, weighted by how well keys match its query.
//!
//! In: for each piece of one sentence its query, key and value, side by side. Out: for each piece the mean of the values,
//! weighted by the softmax of the products of its query with the keys, head by head. Sums run over the numbers of a head and the pieces
//! of the sentence in order; vector instructions run across these sums, so that their width does not change the result.

use pulp::{Arch, Simd, WithSimd};

use super::element::exponentials;

/// How many numbers a head has.
pub(crate) const HEAD: usize = 32;
/// Keys that are scored together, as many as a head has numbers.
const LANES: usize = HEAD;
/// Queries that are answered together.
const ROWS: usize = 4;

/// Room that is used again for every sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct AttentionScratch {
    /// Panels of `LANES` keys; number by number, the keys side by side.
    keys: Vec<[f32; LANES]>,
    values: Vec<[f32; HEAD]>,
    /// The scores of `ROWS` queries, each filled up to whole panels.
    scores: Vec<f32>,
}

/// Answers the queries of one sentence.
///
/// `qkv` has a row for each piece: `width` numbers each of query, key and value, in heads of [`HEAD`] numbers. `out` gets
/// `width` numbers a piece.
pub(crate) fn attention(
    qkv: &[f32],
    width: usize,
    scratch: &mut AttentionScratch,
    out: &mut [f32],
) {
    debug_assert_eq!(width % HEAD, 0, "heads are whole");
    Arch::new().dispatch(SentenceAttention {
        qkv,
        width,
        scratch,
        out,
    });
}

/// The task of answering the queries of one sentence.
struct SentenceAttention<'a> {
    qkv: &'a [f32],
    width: usize,
    scratch: &'a mut AttentionScratch,
    out: &'a mut [f32],
}

impl WithSimd for SentenceAttention<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Self {
            qkv,
            width,
            scratch,
            out,
        } = self;
        let count = qkv.len() / (3 * width).max(1);
        for first in (0..width).step_by(HEAD) {
            scratch.take(qkv, width, first);
            let mut start = 0;
            while start < count {
                if count < ROWS {
                    scratch.answer::<S, 1>(simd, qkv, width, first, start, out);
                    start += 1;
                } else {
                    // The last block goes over some rows again rather than over single ones.
                    let block = start.min(count - ROWS);
                    scratch.answer::<S, ROWS>(simd, qkv, width, first, block, out);
                    start += ROWS;
                }
            }
        }
    }
}

impl AttentionScratch {
    /// Takes in the keys and values of the head whose numbers begin at `first`.
    #[inline(always)]
    fn take(&mut self, qkv: &[f32], width: usize, first: usize) {
        let count = qkv.len() / (3 * width);
        let panels = count.div_ceil(LANES);
        self.keys.resize(panels * HEAD, [0.0; LANES]);
        self.values.resize(count, [0.0; HEAD]);
        self.scores.resize(ROWS * panels * LANES, 0.0);
        let rows = qkv.chunks_exact(3 * width).zip(&mut self.values);
        for (index, (row, value)) in rows.enumerate() {
            let panel = &mut self.keys[index / LANES * HEAD..][..HEAD];
            let key = &row[width + first..][..HEAD];
            for (lanes, number) in panel.iter_mut().zip(key) {
                lanes[index % LANES] = *number;
            }
            value.copy_from_slice(&row[2 * width + first..][..HEAD]);
        }
    }

    /// Answers `R` queries from the row `start` on for the head whose numbers begin at `first`.
    #[inline(always)]
    fn answer<S: Simd, const R: usize>(
        &mut self,
        simd: S,
        qkv: &[f32],
        width: usize,
        first: usize,
        start: usize,
        out: &mut [f32],
    ) {
        let factor = 1.0 / (HEAD as f32).sqrt();
        let count = self.values.len();
        let room = self.scores.len() / ROWS;
        let mut queries = [[0.0; HEAD]; R];
        for (row, query) in queries.iter_mut().enumerate() {
            let numbers = &qkv[(start + row) * 3 * width + first..][..HEAD];
            query
                .iter_mut()
                .zip(numbers)
                .for_each(|(slot, number)| *slot = number * factor);
        }
        let (panels, _) = self.keys.as_chunks::<HEAD>();
        for (index, panel) in panels.iter().enumerate() {
            let mut weights: [&[f32]; R] = [&[]; R];
            weights
                .iter_mut()
                .zip(&queries)
                .for_each(|(weights, query)| *weights = query);
            let sums = weighted(simd, weights, panel);
            for (row, sums) in sums.iter().enumerate() {
                self.scores[row * room + index * LANES..][..LANES].copy_from_slice(sums);
                // No score beyond the last key: it would count.
                if count < (index + 1) * LANES {
                    let scores = &mut self.scores[row * room + index * LANES..][..LANES];
                    let left = count - index * LANES;
                    for (lane, score) in scores.iter_mut().enumerate() {
                        *score = if lane < left { *score } else { f32::MIN };
                    }
                }
            }
        }
        let mut weights: [&[f32]; R] = [&[]; R];
        let mut sums = [0.0; R];
        let rows = self.scores.chunks_exact_mut(room).zip(&mut sums);
        for ((row, sum), weights) in rows.zip(&mut weights) {
            *sum = exponentials(row.as_chunks_mut().0);
            *weights = &row[..count];
        }
        let means = weighted(simd, weights, &self.values);
        for (row, (mean, sum)) in means.iter().zip(&sums).enumerate() {
            let factor = 1.0 / sum;
            let out = &mut out[(start + row) * width + first..][..HEAD];
            out.iter_mut()
                .zip(mean)
                .for_each(|(slot, number)| *slot = number * factor);
        }
    }
}

/// For every list of weights the sum of `rows`, weighted with it; it stays in registers while the rows go by.
#[inline(always)]
fn weighted<S: Simd, const R: usize>(
    simd: S,
    weights: [&[f32]; R],
    rows: &[[f32; LANES]],
) -> [[f32; LANES]; R] {
    let weights = weights.map(|weights| &weights[..rows.len()]);
    let mut result = [[0.0; LANES]; R];
    let vectors = LANES / S::F32_LANES;
    for pair in (0..vectors).step_by(2) {
        let mut sums = [[simd.splat_f32s(0.0); 2]; R];
        for (index, lanes) in rows.iter().enumerate() {
            let (lanes, _) = S::as_simd_f32s(lanes);
            for row in 0..R {
                let weight = simd.splat_f32s(weights[row][index]);
                for side in 0..2 {
                    let product = simd.mul_f32s(weight, lanes[pair + side]);
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

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 3 * HEAD;

    fn sentence(count: usize) -> Vec<f32> {
        (0..count * 3 * WIDTH)
            .map(|i| (i as f32 * 0.377).sin() * 2.0 + (i as f32 * 0.013).cos())
            .collect()
    }

    fn answers(qkv: &[f32]) -> Vec<f32> {
        let mut out = vec![9.0; qkv.len() / 3];
        attention(qkv, WIDTH, &mut AttentionScratch::default(), &mut out);
        out
    }

    #[test]
    fn answers_are_weighted_means() {
        for count in [1, 3, 4, 6, 31, 32, 33, 70] {
            let qkv = sentence(count);
            let out = answers(&qkv);
            for piece in 0..count {
                for number in 0..WIDTH {
                    let first = number / HEAD * HEAD;
                    let at = |row: usize, part: usize, slot: usize| {
                        f64::from(qkv[(row * 3 + part) * WIDTH + slot])
                    };
                    let weight = |other: usize| {
                        let fit: f64 = (first..first + HEAD)
                            .map(|slot| at(piece, 0, slot) * at(other, 1, slot))
                            .sum();
                        (fit / (HEAD as f64).sqrt()).exp()
                    };
                    let all: f64 = (0..count).map(weight).sum();
                    let mean: f64 = (0..count)
                        .map(|other| weight(other) * at(other, 2, number))
                        .sum();
                    let found = f64::from(out[piece * WIDTH + number]);
                    assert!(
                        (found - mean / all).abs() < 1e-4,
                        "{count} {piece} {number}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_width_of_vectors_cannot_be_seen() {
        let mut scratch = AttentionScratch::default();
        for count in [100, 2, 37] {
            let qkv = sentence(count);
            let mut narrow = vec![0.0; count * WIDTH];
            let task = SentenceAttention {
                qkv: &qkv,
                width: WIDTH,
                scratch: &mut scratch,
                out: &mut narrow,
            };
            task.with_simd(pulp::Scalar);
            assert_eq!(answers(&qkv), narrow);
        }
    }

    #[test]
    fn nothing_asks_nothing() {
        assert!(answers(&[]).is_empty());
    }
}
