//! The weights during training and the gradient of a batch.

/// All weights while they are learned.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    /// The tensors of the shape, one after another.
    pub(crate) dense: Vec<f32>,
    /// Rows of embeddings.
    pub(crate) embeddings: Vec<f32>,
}

/// The gradient of a batch.
#[derive(Debug, Clone)]
pub(crate) struct Gradient {
    pub(crate) dense: Vec<f32>,
    pub(crate) embeddings: Vec<f32>,
    /// Which rows of `embeddings` are not 0, in any order, perhaps twice.
    pub(crate) rows: Vec<u32>,
    /// Sum of the losses of tags, heads and relations.
    pub(crate) loss: [f64; 3],
}

impl Gradient {
    /// A gradient of 0 for these weights.
    pub(crate) fn new(weights: &Weights) -> Self {
        Self {
            dense: vec![0.0; weights.dense.len()],
            embeddings: vec![0.0; weights.embeddings.len()],
            rows: Vec::new(),
            loss: [0.0; 3],
        }
    }

    /// Back to 0.
    pub(crate) fn clear(&mut self, width: usize) {
        self.dense.fill(0.0);
        for row in std::mem::take(&mut self.rows) {
            let start = row as usize * width;
            self.embeddings[start..start + width].fill(0.0);
        }
        self.loss = [0.0; 3];
    }

    /// Adds another gradient; the rows of both are then each named once.
    pub(crate) fn add(&mut self, other: &Self, width: usize) {
        for (sum, value) in self.dense.iter_mut().zip(&other.dense) {
            *sum += value;
        }
        let mut rows = other.rows.clone();
        rows.sort_unstable();
        rows.dedup();
        for &row in &rows {
            let range = row as usize * width..(row as usize + 1) * width;
            let sums = &mut self.embeddings[range.clone()];
            for (sum, value) in sums.iter_mut().zip(&other.embeddings[range]) {
                *sum += value;
            }
        }
        self.rows.extend(rows);
        self.rows.sort_unstable();
        self.rows.dedup();
        for (sum, loss) in self.loss.iter_mut().zip(other.loss) {
            *sum += loss;
        }
    }
}
