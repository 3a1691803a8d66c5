//! The weights of the chain and their file.
//!
//! The file: `ACTNAME1`, the scale of weights (f32), the transitions (f32, [`TAGS`] × [`TAGS`], from × to), then for
//! each of the [`BUCKETS`] a count (u8) and as many pairs of tag (u8) and weight (i8). All little-endian, compressed
//! with Zstandard.

use std::io::Read;

use super::feature::BUCKETS;
use super::tag::TAGS;

const MAGIC: &[u8; 8] = b"ACTNAME1";

/// The learned weights of the name tagger.
#[derive(Debug, Clone)]
pub struct NameWeights {
    /// What one unit of a stored weight is worth.
    scale: f32,
    /// Weight of tag `b` after tag `a` at `a * TAGS + b`.
    transitions: Vec<f32>,
    /// Where the weights of bucket `i` start; one longer than there are buckets.
    starts: Vec<u32>,
    /// Tag and weight.
    weights: Vec<(u8, i8)>,
}

/// What is wrong with a file of weights.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// It is no such file, or one of another version.
    #[error("no weights of the name tagger, or of another version: train them again")]
    Version,
    /// It ends too early or does not decompress.
    #[error("the weights of the name tagger are damaged: {0}")]
    Damaged(#[from] std::io::Error),
}

impl NameWeights {
    /// Weights from their parts: `rows` holds the tags and weights of each bucket.
    pub fn new(transitions: Vec<f32>, rows: &[Vec<(u8, f32)>]) -> Self {
        let largest = rows
            .iter()
            .flatten()
            .fold(0.0_f32, |largest, (_, weight)| largest.max(weight.abs()));
        let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        let mut starts = vec![0];
        let mut weights = Vec::new();
        for row in rows {
            for &(tag, weight) in row.iter().take(255) {
                // In range by the choice of the scale.
                let units = (weight / scale).round() as i8;
                if units != 0 {
                    weights.push((tag, units));
                }
            }
            starts.push(weights.len() as u32);
        }
        starts.resize(BUCKETS + 1, weights.len() as u32);
        Self {
            scale,
            transitions,
            starts,
            weights,
        }
    }

    /// Reads a file of weights.
    ///
    /// # Errors
    /// If it is damaged or of another version.
    pub fn read(compressed: &[u8]) -> Result<Self, WeightsError> {
        let mut bytes = Vec::new();
        let mut decoder = ruzstd::decoding::StreamingDecoder::new(compressed)
            .map_err(|error| std::io::Error::other(error.to_string()))?;
        decoder.read_to_end(&mut bytes)?;
        let mut rest = bytes.as_slice();
        let mut take = |count: usize| -> Result<&[u8], std::io::Error> {
            let short = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
            let (head, tail) = rest.split_at_checked(count).ok_or_else(short)?;
            rest = tail;
            Ok(head)
        };
        if take(8)? != MAGIC {
            return Err(WeightsError::Version);
        }
        let float = |bytes: &[u8]| f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        let scale = float(take(4)?);
        let transitions = take(4 * TAGS * TAGS)?;
        let transitions = transitions.chunks_exact(4).map(float).collect();
        let mut starts = Vec::with_capacity(BUCKETS + 1);
        let mut weights = Vec::new();
        starts.push(0);
        for _ in 0..BUCKETS {
            let count = usize::from(take(1)?[0]);
            for pair in take(2 * count)?.chunks_exact(2) {
                let tag = pair[0].min(TAGS as u8 - 1);
                weights.push((tag, i8::from_le_bytes([pair[1]])));
            }
            starts.push(weights.len() as u32);
        }
        Ok(Self {
            scale,
            transitions,
            starts,
            weights,
        })
    }

    /// The bytes of the file, before compression.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.scale.to_le_bytes());
        for weight in &self.transitions {
            bytes.extend(weight.to_le_bytes());
        }
        for bucket in 0..BUCKETS {
            let row = self.row(bucket);
            bytes.push(row.len() as u8);
            for &(tag, weight) in row {
                bytes.push(tag);
                bytes.extend(weight.to_le_bytes());
            }
        }
        bytes
    }

    /// How many weights there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether there is no weight at all.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// The transitions: the weight of tag `b` after tag `a` stands at `a * TAGS + b`.
    pub(super) fn transitions(&self) -> &[f32] {
        &self.transitions
    }

    /// The sum of the weights of `buckets` for every tag.
    pub(super) fn scores(&self, buckets: &[u32]) -> [f32; TAGS] {
        let mut sums = [0_i32; TAGS];
        for &bucket in buckets {
            for &(tag, weight) in self.row(bucket as usize) {
                sums[usize::from(tag)] += i32::from(weight);
            }
        }
        sums.map(|sum| sum as f32 * self.scale)
    }

    fn row(&self, bucket: usize) -> &[(u8, i8)] {
        &self.weights[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_are_refused() {
        assert!(NameWeights::read(b"").is_err());
        assert!(NameWeights::read(b"something else entirely").is_err());
    }
}
