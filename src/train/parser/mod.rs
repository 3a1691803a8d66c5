//! Training and evaluation of the fast engine.
//!
//! Read `config` first, then `learn`: sentences become batches (`example`), batches gradients (`gradient`, with
//! `attach` for heads and relations), gradients weights (`adam`).

mod adam;
mod attach;
mod config;
mod evaluate;
mod example;
mod gradient;
mod learn;

pub use config::{Config, find};
pub use evaluate::{Scores, evaluate};
pub use learn::{Progress, learn};
