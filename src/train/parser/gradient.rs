//! The network for training: the forward pass, which keeps what the backward pass needs, and the backward pass.

use crate::model::kernel::{Matrix, wide};
use crate::model::network::{WordBatch, rectify, spread};
use crate::model::recurrent::RecurrentLayer;
use crate::model::shape::{FastColumns, FastShape, Tensor};
use crate::train::random::Random;

use super::attach::attach;
use super::example::Targets;

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
        let width = self.shape.width;
        let mut sums = self.embed(batch);
        let embedding_mask = drop_out(&mut sums, self.embedding_dropout, random);
        let size = self.shape.embedding;
        let mut windows = vec![0.0; sums.len() * 3];
        spread(&sums, size, &batch.sentences, &mut windows);
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
            layer.run(width, &batch.sentences, &mut values);
            layers.push((before, input, mask, layer));
        }
        let mask = drop_out(&mut values, self.dropout, random);
        let mut projections = Vec::new();
        self.linear("projections", &values, &mut projections);

        let error = attach(self, batch, targets, &mut projections, random, gradient);
        let mut error = self.back("projections", &values, &error, gradient);
        multiply(&mut error, &mask);
        for (index, (before, input, mask, layer)) in layers.iter().enumerate().rev() {
            let gates = unrun(layer, width, batch, before, &mut error);
            let mut below = self.back(&format!("layer{index}"), input, &gates, gradient);
            multiply(&mut below, mask);
            for (error, below) in error.iter_mut().zip(&below) {
                *error += below;
            }
        }
        for (error, value) in error.iter_mut().zip(&bottom) {
            *error = if *value > 0.0 { *error } else { 0.0 };
        }
        let error = self.back("window", &windows, &error, gradient);
        let mut sums = gather(&error, size, batch);
        multiply(&mut sums, &embedding_mask);
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

/// Drops a share of the numbers and makes up for it in the others; gives what each was multiplied with.
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
    /// So many rows at a time stay in the processor's first cache.
    const ROWS: usize = 192;
    let mut turned = Vec::new();
    for (rows, error) in rows.chunks(ROWS * inputs).zip(error.chunks(ROWS * outputs)) {
        let count = rows.len() / inputs;
        turned.clear();
        turned.resize(rows.len(), 0.0);
        transpose(rows, inputs, &mut turned);
        Matrix::new(count, outputs, error).multiply_add(&turned, gradient);
    }
}

/// Turns rows of `width` numbers into columns, in squares that stay in the cache.
fn transpose(rows: &[f32], width: usize, turned: &mut [f32]) {
    const SIDE: usize = 16;
    let count = rows.len() / width;
    for first_row in (0..count).step_by(SIDE) {
        let last_row = (first_row + SIDE).min(count);
        for first in (0..width).step_by(SIDE) {
            for column in first..(first + SIDE).min(width) {
                let slots = &mut turned[column * count + first_row..column * count + last_row];
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

/// The backward pass of a recurrent layer: `error` is that of its output and becomes that of its input as far as this
/// goes past the gates; gives that of the linear parts of the gates.
fn unrun(
    layer: &RecurrentLayer,
    width: usize,
    batch: &WordBatch,
    before: &[f32],
    error: &mut [f32],
) -> Vec<f32> {
    let mut gates = vec![0.0; layer.gates.len()];
    let mut cells = vec![0.0; error.len()];
    wide(
        #[inline(always)]
        || {
            let places = layer
                .gates
                .chunks_exact(3 * width)
                .zip(gates.chunks_exact_mut(3 * width));
            for (place, (values, slots)) in places.enumerate() {
                let range = place * width..(place + 1) * width;
                let (squashed, input) = (&layer.squashed[range.clone()], &before[range.clone()]);
                let (error, cells) = (&mut error[range.clone()], &mut cells[range]);
                let (open, slots) = (&values[width..2 * width], &mut slots[width..2 * width]);
                for unit in 0..width {
                    let (open, squashed) = (open[unit], squashed[unit]);
                    slots[unit] = error[unit] * (squashed - input[unit]) * open * (1.0 - open);
                    cells[unit] = error[unit] * open * (1.0 - squashed * squashed);
                    error[unit] *= 1.0 - open;
                }
            }
            let mut carry = vec![0.0; width / 2];
            for sentence in &batch.sentences {
                carry.fill(0.0);
                for place in sentence.clone().rev() {
                    let old = (place > sentence.start).then(|| place - 1);
                    unstep(
                        layer,
                        &cells,
                        width,
                        (place, old),
                        0,
                        &mut carry,
                        &mut gates,
                    );
                }
                carry.fill(0.0);
                for place in sentence.clone() {
                    let old = (place + 1 < sentence.end).then_some(place + 1);
                    unstep(
                        layer,
                        &cells,
                        width,
                        (place, old),
                        width / 2,
                        &mut carry,
                        &mut gates,
                    );
                }
            }
        },
    );
    gates
}

#[inline(always)]
fn unstep(
    layer: &RecurrentLayer,
    errors: &[f32],
    width: usize,
    (place, old): (usize, Option<usize>),
    first: usize,
    carry: &mut [f32],
    gates: &mut [f32],
) {
    let start = place * 3 * width + first;
    let update = &layer.gates[start..start + carry.len()];
    let new = &layer.gates[start + 2 * width..start + 2 * width + carry.len()];
    let (slots, new_slots) = gates[start..].split_at_mut(2 * width);
    let (slots, new_slots) = (&mut slots[..carry.len()], &mut new_slots[..carry.len()]);
    let errors = &errors[place * width + first..][..carry.len()];
    let old = old.map(|old| &layer.cells[old * width + first..][..carry.len()]);
    for unit in 0..carry.len() {
        let error = errors[unit] + carry[unit];
        let before = old.map_or(0.0, |old| old[unit]);
        let update = update[unit];
        slots[unit] = error * (new[unit] - before) * update * (1.0 - update);
        new_slots[unit] = error * update;
        carry[unit] = error * (1.0 - update);
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
