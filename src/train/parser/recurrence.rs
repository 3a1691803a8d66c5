//! The backward pass of recurrent layers.

use crate::model::kernel::wide;
use crate::model::network::WordBatch;
use crate::model::recurrent::RecurrentLayer;

/// The backward pass of a recurrent layer. `error` is that of the output, and becomes that of the input without the part
/// that goes through the gates; returns the error of the linear parts of the gates.
pub(super) fn backward(
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
            highway(layer, width, before, error, &mut cells, &mut gates);
            for sentence in &batch.sentences {
                let mut direction = |first: usize, places: &mut dyn Iterator<Item = Place>| {
                    let mut carry = vec![0.0; width / 2];
                    for place in places {
                        step(layer, &cells, width, place, first, &mut carry, &mut gates);
                    }
                };
                let before = |place: usize| (place > sentence.start).then(|| place - 1);
                let after = |place: usize| (place + 1 < sentence.end).then_some(place + 1);
                let places = sentence.clone().rev();
                direction(0, &mut places.map(|place| (place, before(place))));
                let places = sentence.clone();
                direction(width / 2, &mut places.map(|place| (place, after(place))));
            }
        },
    );
    gates
}

/// A place and the one whose cell its own builds on.
type Place = (usize, Option<usize>);

/// The part of the backward pass that has no recurrence: through the gate between a cell and the input.
#[inline(always)]
fn highway(
    layer: &RecurrentLayer,
    width: usize,
    before: &[f32],
    error: &mut [f32],
    cells: &mut [f32],
    gates: &mut [f32],
) {
    let places = (layer.gates.chunks_exact(3 * width)).zip(gates.chunks_exact_mut(3 * width));
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
}

/// The backward pass of one place, for the units from `first`; `carry` is the error from the place that builds on it.
#[inline(always)]
fn step(
    layer: &RecurrentLayer,
    errors: &[f32],
    width: usize,
    (place, old): Place,
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
