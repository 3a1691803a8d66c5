//! Training and evaluation of the fast engine.
//!
//! Read `config` first, then `learn`: sentences become batches (`example`), a `pass` over a batch gives a gradient
//! (`attach` has the losses, `recurrence` the recurrent layers), and `adam` updates the weights.

mod adam;
mod arithmetic;
mod attach;
mod checkpoint;
mod config;
mod evaluate;
mod example;
mod gradient;
mod learn;
mod pass;
mod recurrence;

pub use config::{Config, find};
pub use evaluate::{Scores, evaluate};
pub use learn::{Progress, learn};
