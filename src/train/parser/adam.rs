//! The optimiser (Adam, Kingma and Ba 2015).

use crate::model::kernel::wide;

const MEMORY: f32 = 0.9;
const SQUARE_MEMORY: f32 = 0.98;

/// Running means of gradients and of their squares.
#[derive(Debug, Clone)]
pub(crate) struct Adam {
    pub(crate) means: Vec<f32>,
    pub(crate) squares: Vec<f32>,
}

impl Adam {
    /// The state for `count` weights.
    pub(crate) fn new(count: usize) -> Self {
        Self {
            means: vec![0.0; count],
            squares: vec![0.0; count],
        }
    }

    /// Moves the weights from `start` on against their gradient, `step` counted from 1.
    pub(crate) fn step(
        &mut self,
        start: usize,
        weights: &mut [f32],
        gradient: &[f32],
        rate: f32,
        step: usize,
    ) {
        let step = step.min(100_000) as i32;
        let rate = rate / (1.0 - MEMORY.powi(step));
        let correction = 1.0 / (1.0 - SQUARE_MEMORY.powi(step));
        let means = &mut self.means[start..start + weights.len()];
        let squares = &mut self.squares[start..start + weights.len()];
        wide(
            #[inline(always)]
            || {
                let state = means.iter_mut().zip(squares);
                for ((weight, gradient), (mean, square)) in
                    weights.iter_mut().zip(gradient).zip(state)
                {
                    *mean += (1.0 - MEMORY) * (gradient - *mean);
                    *square += (1.0 - SQUARE_MEMORY) * (gradient * gradient - *square);
                    *weight -= rate * *mean / ((*square * correction).sqrt() + 1e-8);
                }
            },
        );
    }
}
