//! The parts of the network: embeddings and linear layers, read from a model file.

use crate::model::kernel::{Matrix, exponential};
use crate::model::{ModelError, ModelFile};

/// A vector for each value of each feature.
#[derive(Debug, Clone)]
pub(super) struct EmbeddingTable {
    width: usize,
    /// The first vector of each feature.
    starts: Vec<usize>,
    numbers: Vec<f32>,
}

impl EmbeddingTable {
    pub(super) fn read(
        file: &ModelFile<'_>,
        name: &str,
        values: &[usize],
        width: usize,
    ) -> Result<Self, ModelError> {
        let mut starts = Vec::new();
        let mut count = 0;
        for values in values {
            starts.push(count);
            count += values;
        }
        Ok(Self {
            width,
            starts,
            numbers: numbers(file, name, count * width)?,
        })
    }

    /// Adds the vectors of these features.
    pub(super) fn add(&self, features: &[u8], sums: &mut [f32]) {
        for (start, value) in self.starts.iter().zip(features) {
            let at = (start + usize::from(*value)) * self.width;
            if let Some(row) = self.numbers.get(at..at + self.width) {
                for (sum, number) in sums.iter_mut().zip(row) {
                    *sum += number;
                }
            }
        }
    }
}

/// A linear layer: a matrix and a bias.
#[derive(Debug, Clone)]
pub(super) struct DenseLayer {
    bias: Vec<f32>,
    pub(super) matrix: Matrix,
}

impl DenseLayer {
    pub(super) fn read(
        file: &ModelFile<'_>,
        name: &str,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, ModelError> {
        let numbers = numbers(file, name, (inputs + 1) * outputs)?;
        let (bias, weights) = numbers.split_at(outputs);
        Ok(Self {
            bias: bias.to_vec(),
            matrix: Matrix::new(inputs, outputs, weights),
        })
    }

    pub(super) fn apply(&self, rows: &[f32]) -> Vec<f32> {
        let mut out = Vec::new();
        self.matrix.apply(rows, &self.bias, &mut out);
        out
    }

    /// As [`apply`](Self::apply), then rectified.
    pub(super) fn apply_relu(&self, rows: &[f32]) -> Vec<f32> {
        let mut out = self.apply(rows);
        relu(&mut out);
        out
    }

    pub(super) fn outputs(&self) -> usize {
        self.bias.len()
    }
}

/// The numbers of a section, stored as bfloat16.
fn numbers(file: &ModelFile<'_>, name: &str, count: usize) -> Result<Vec<f32>, ModelError> {
    let (halves, rest) = file.section(name)?.as_chunks::<2>();
    if !rest.is_empty() || halves.len() != count {
        return Err(ModelError::Section {
            section: name.to_owned(),
        });
    }
    let number = |half: &[u8; 2]| f32::from_bits(u32::from(u16::from_le_bytes(*half)) << 16);
    Ok(halves.iter().map(number).collect())
}

/// Sets negative numbers to zero.
pub(super) fn relu(numbers: &mut [f32]) {
    for number in numbers {
        *number = number.max(0.0);
    }
}

pub(super) fn sigmoid(score: f32) -> f32 {
    1.0 / (1.0 + exponential(-score))
}
