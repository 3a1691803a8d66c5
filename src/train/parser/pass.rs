//! The network for training: the forward pass, which keeps what the backward pass needs, and the backward pass.

use crate::model::kernel::Matrix;
use crate::model::network::{WordBatch, rectify, spread};
use crate::model::recurrent::RecurrentLayer;
use crate::model::shape::{FastColumns, FastShape, Tensor};
use crate::train::random::Random;

use super::arithmetic::{drop_out, multiply, outer, sum_rows};
use super::attach::attach;
use super::example::Targets;
use super::gradient::{Gradient, Weights};
use super::recurrence;

/// The parameters of a pass.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pass<'a> {
    pub(crate) shape: &'a FastShape,
    pub(crate) tensors: &'a [Tensor],
    pub(crate) columns: FastColumns,
    pub(crate) weights: &'a Weights,
    pub(crate) dropout: f32,
    pub(crate) embedding_dropout: f32,
    /// What the losses of all words are multiplied with.
    pub(crate) scale: f32,
}

/// What the forward pass keeps for the backward pass.
struct Activations {
    embedding_mask: Vec<f32>,
    windows: Vec<f32>,
    /// The input of the first recurrent layer.
    bottom: Vec<f32>,
    layers: Vec<LayerActivations>,
    mask: Vec<f32>,
    /// The output of the last recurrent layer.
    top: Vec<f32>,
    projections: Vec<f32>,
}

/// What the forward pass keeps of a recurrent layer.
struct LayerActivations {
    /// The input before dropout.
    before: Vec<f32>,
    input: Vec<f32>,
    mask: Vec<f32>,
    layer: RecurrentLayer,
}

impl Pass<'_> {
    /// The tensor of this name.
    pub(crate) fn tensor(&self, name: &str) -> &Tensor {
        let found = self.tensors.iter().find(|tensor| tensor.name == name);
        found.expect("the name is one of the shape's own")
    }

    /// The weights of a tensor.
    pub(crate) fn weights(&self, name: &str) -> &[f32] {
        &self.weights.dense[self.tensor(name).range()]
    }

    /// `rows` times a tensor, plus its bias.
    pub(crate) fn linear(&self, name: &str, rows: &[f32], out: &mut Vec<f32>) {
        let tensor = self.tensor(name);
        let matrix = Matrix::new(tensor.rows, tensor.columns, self.weights(name));
        matrix.apply(rows, self.weights(&format!("{name}.bias")), out);
    }

    /// The backward pass of [`linear`](Self::linear): adds to the gradients of tensor and bias, and gives that of the
    /// rows.
    pub(crate) fn back(
        &self,
        name: &str,
        rows: &[f32],
        error: &[f32],
        gradient: &mut Gradient,
    ) -> Vec<f32> {
        let tensor = self.tensor(name);
        outer(
            rows,
            tensor.rows,
            error,
            tensor.columns,
            &mut gradient.dense[tensor.range()],
        );
        let bias = self.tensor(&format!("{name}.bias")).range();
        sum_rows(error, tensor.columns, &mut gradient.dense[bias]);
        let matrix = Matrix::transposed(tensor.columns, tensor.rows, self.weights(name));
        let mut back = vec![0.0; rows.len()];
        matrix.multiply_add(error, &mut back);
        back
    }

    /// Runs the batch and adds to the gradient.
    pub(crate) fn run(
        &self,
        batch: &WordBatch,
        targets: &Targets,
        random: &mut Random,
        gradient: &mut Gradient,
    ) {
        let mut forward = self.forward(batch, random);
        let projections = &mut forward.projections;
        let error = attach(self, batch, targets, projections, random, gradient);
        self.backward(batch, &forward, &error, gradient);
    }

    fn forward(&self, batch: &WordBatch, random: &mut Random) -> Activations {
        let mut sums = self.embed(batch);
        let embedding_mask = drop_out(&mut sums, self.embedding_dropout, random);
        let mut windows = vec![0.0; sums.len() * 3];
        spread(&sums, self.shape.embedding, &batch.sentences, &mut windows);
        let mut values = Vec::new();
        self.linear("window", &windows, &mut values);
        rectify(&mut values);

        let bottom = values.clone();
        let mut layers = Vec::new();
        for index in 0..self.shape.layers {
            let before = values.clone();
            let mut input = values.clone();
            let mask = drop_out(&mut input, self.dropout, random);
            let mut layer = RecurrentLayer::default();
            self.linear(&format!("layer{index}"), &input, &mut layer.gates);
            layer.run(self.shape.width, &batch.sentences, &mut values);
            layers.push(LayerActivations {
                before,
                input,
                mask,
                layer,
            });
        }
        let mask = drop_out(&mut values, self.dropout, random);
        let mut projections = Vec::new();
        self.linear("projections", &values, &mut projections);
        Activations {
            embedding_mask,
            windows,
            bottom,
            layers,
            mask,
            top: values,
            projections,
        }
    }

    /// Adds to the gradient; `error` is that of the projections.
    fn backward(
        &self,
        batch: &WordBatch,
        forward: &Activations,
        error: &[f32],
        gradient: &mut Gradient,
    ) {
        let mut error = self.back("projections", &forward.top, error, gradient);
        multiply(&mut error, &forward.mask);
        for (index, kept) in forward.layers.iter().enumerate().rev() {
            let width = self.shape.width;
            let gates = recurrence::backward(&kept.layer, width, batch, &kept.before, &mut error);
            let mut below = self.back(&format!("layer{index}"), &kept.input, &gates, gradient);
            multiply(&mut below, &kept.mask);
            for (error, below) in error.iter_mut().zip(&below) {
                *error += below;
            }
        }
        for (error, value) in error.iter_mut().zip(&forward.bottom) {
            *error = if *value > 0.0 { *error } else { 0.0 };
        }
        let error = self.back("window", &forward.windows, &error, gradient);
        let size = self.shape.embedding;
        let mut sums = gather(&error, size, batch);
        multiply(&mut sums, &forward.embedding_mask);
        for (rows, error) in batch.places().zip(sums.chunks_exact(size)) {
            for &row in rows {
                let start = row as usize * size;
                let slots = &mut gradient.embeddings[start..start + size];
                slots
                    .iter_mut()
                    .zip(error)
                    .for_each(|(slot, error)| *slot += error);
            }
        }
        gradient.rows.extend(&batch.rows);
        gradient.rows.sort_unstable();
        gradient.rows.dedup();
    }

    fn embed(&self, batch: &WordBatch) -> Vec<f32> {
        let size = self.shape.embedding;
        let mut sums = vec![0.0; batch.ends.len() * size];
        for (rows, sums) in batch.places().zip(sums.chunks_exact_mut(size)) {
            for &row in rows {
                let row = &self.weights.embeddings[row as usize * size..(row as usize + 1) * size];
                sums.iter_mut()
                    .zip(row)
                    .for_each(|(sum, weight)| *sum += weight);
            }
        }
        sums
    }
}

/// The backward pass of [`spread`].
fn gather(windows: &[f32], size: usize, batch: &WordBatch) -> Vec<f32> {
    let mut sums = vec![0.0; windows.len() / 3];
    for sentence in &batch.sentences {
        for place in sentence.clone() {
            let sums = &mut sums[place * size..(place + 1) * size];
            for (part, neighbour) in [
                (2, place.checked_sub(1)),
                (1, Some(place)),
                (0, Some(place + 1)),
            ] {
                if let Some(neighbour) = neighbour.filter(|place| sentence.contains(place)) {
                    let start = (neighbour * 3 + part) * size;
                    sum_rows(&windows[start..start + size], size, sums);
                }
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> (FastShape, WordBatch, Targets) {
        let names = |count: usize| (0..count).map(|name| name.to_string()).collect();
        let shape = FastShape {
            embedding: 4,
            width: 6,
            layers: 2,
            arc: 3,
            label: 5,
            upos: names(3),
            xpos: names(2),
            deprel: names(4),
        };
        let batch = WordBatch {
            rows: vec![1, 2, 3, 0, 4, 2, 5, 1, 3, 0],
            ends: vec![1, 3, 5, 7, 8, 9, 10],
            sentences: vec![0..4, 4..7],
        };
        let targets = Targets {
            upos: vec![0, 1, 2, 0, 0, 1, 1],
            xpos: vec![0, 1, 0, 0, 0, 1, 1],
            heads: vec![0, 2, 0, 2, 0, 0, 1],
            relations: vec![0, 1, 0, 3, 0, 0, 2],
            weights: vec![
                (0.0, 0.0),
                (1.0, 0.5),
                (1.0, 1.0),
                (0.5, 1.0),
                (0.0, 0.0),
                (1.0, 1.0),
                (1.0, 0.7),
            ],
        };
        (shape, batch, targets)
    }

    fn run(
        shape: &FastShape,
        weights: &Weights,
        batch: &WordBatch,
        targets: &Targets,
    ) -> (f64, Gradient) {
        let tensors = shape.tensors();
        let pass = Pass {
            shape,
            tensors: &tensors,
            columns: shape.columns(),
            weights,
            dropout: 0.2,
            embedding_dropout: 0.1,
            scale: 1.0,
        };
        let mut gradient = Gradient::new(weights);
        // The same numbers are dropped in every run.
        pass.run(batch, targets, &mut Random::new(5, 0), &mut gradient);
        (gradient.loss.iter().sum(), gradient)
    }

    #[test]
    fn gradient_is_the_slope_of_the_loss() {
        let (shape, batch, targets) = sample();
        let last = shape
            .tensors()
            .pop()
            .expect("there are tensors")
            .range()
            .end;
        let mut random = Random::new(3, 0);
        let mut numbers = |count: usize| (0..count).map(|_| random.unit() * 1.6 - 0.8).collect();
        let mut weights = Weights {
            dense: numbers(last),
            embeddings: numbers(6 * shape.embedding),
        };
        let (_, gradient) = run(&shape, &weights, &batch, &targets);
        let step = 0.004;
        let mut wrong = Vec::new();
        for index in 0..last + weights.embeddings.len() {
            let slot = |weights: &mut Weights, by: f32| match index.checked_sub(last) {
                Some(index) => weights.embeddings[index] += by,
                None => weights.dense[index] += by,
            };
            slot(&mut weights, step);
            let (above, _) = run(&shape, &weights, &batch, &targets);
            slot(&mut weights, -2.0 * step);
            let (below, _) = run(&shape, &weights, &batch, &targets);
            slot(&mut weights, step);
            let slope = (above - below) / f64::from(2.0 * step);
            let found = match index.checked_sub(last) {
                Some(index) => gradient.embeddings[index],
                None => gradient.dense[index],
            };
            if (slope - f64::from(found)).abs() > 0.01 + 0.02 * slope.abs() {
                wrong.push((index, slope, found));
            }
        }
        // A rectified sum that changes its sign within the step has no slope there; that is rare.
        assert!(wrong.len() < 8, "{wrong:?}");
    }
}
