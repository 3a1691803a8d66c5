//! A layer of simple recurrent units (Lei et al. 2018), half of which run forwards and half backwards.
//!
//! For an input `x` at each place, with `z`, `r` and `g` linear in `x`, the first two through the logistic function:
//!
//! ```text
//! c = c' + z (g - c')          c' is the cell one place before (for the second half of the units: after)
//! y = x + r (tanh c - x)
//! ```
//! All products are those of matrices known before the recurrence starts, so that it costs next to nothing.

use std::ops::Range;

use super::kernel::{sigmoid, tanh, wide};

/// What one pass through a layer leaves behind.
#[derive(Debug, Clone, Default)]
pub(crate) struct RecurrentLayer {
    /// For each place `z`, `r`, `g`, each `width` numbers: before [`run`](Self::run) the linear parts, after it the
    /// values.
    pub(crate) gates: Vec<f32>,
    /// The cells, `width` numbers a place.
    pub(crate) cells: Vec<f32>,
    /// The hyperbolic tangents of the cells.
    pub(crate) squashed: Vec<f32>,
}

impl RecurrentLayer {
    /// Runs the recurrence over the sentences and adds its result to `values`, which hold `x` and then `y`.
    pub(crate) fn run(&mut self, width: usize, sentences: &[Range<usize>], values: &mut [f32]) {
        for gates in self.gates.chunks_exact_mut(3 * width) {
            sigmoid(&mut gates[..2 * width]);
        }
        self.cells.clear();
        self.cells.resize(values.len(), 0.0);
        let (cells, gates) = (&mut self.cells, &self.gates);
        wide(
            #[inline(always)]
            || {
                for sentence in sentences {
                    let mut before = None;
                    for place in sentence.clone() {
                        step(cells, gates, width, before, place, 0..width / 2);
                        before = Some(place);
                    }
                    let mut before = None;
                    for place in sentence.clone().rev() {
                        step(cells, gates, width, before, place, width / 2..width);
                        before = Some(place);
                    }
                }
            },
        );
        self.squashed.clone_from(&self.cells);
        tanh(&mut self.squashed);
        let (squashed, gates) = (&self.squashed, &self.gates);
        wide(
            #[inline(always)]
            || {
                let rows = values.chunks_exact_mut(width);
                let gates = gates.chunks_exact(3 * width);
                for ((row, squashed), gates) in rows.zip(squashed.chunks_exact(width)).zip(gates) {
                    let open = &gates[width..2 * width];
                    for ((value, squashed), open) in row.iter_mut().zip(squashed).zip(open) {
                        *value += open * (squashed - *value);
                    }
                }
            },
        );
    }
}

#[inline(always)]
fn step(
    cells: &mut [f32],
    gates: &[f32],
    width: usize,
    before: Option<usize>,
    place: usize,
    units: Range<usize>,
) {
    let gates = &gates[place * 3 * width..(place + 1) * 3 * width];
    let update = &gates[units.clone()];
    let new = &gates[2 * width + units.start..2 * width + units.end];
    let from = place * width + units.start;
    let count = units.len();
    let Some(before) = before else {
        let cells = &mut cells[from..from + count];
        for ((cell, update), new) in cells.iter_mut().zip(update).zip(new) {
            *cell = update * new;
        }
        return;
    };
    let old = before * width + units.start;
    let (old, cells) = if old < from {
        let (left, right) = cells.split_at_mut(from);
        (&left[old..old + count], &mut right[..count])
    } else {
        let (left, right) = cells.split_at_mut(old);
        (&right[..count], &mut left[from..from + count])
    };
    for (((cell, old), update), new) in cells.iter_mut().zip(old).zip(update).zip(new) {
        *cell = old + update * (new - old);
    }
}
