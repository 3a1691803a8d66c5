//! The tests of the whole program, in one binary: it is linked once, and its tests share the loaded models.
//!
//! `cargo test --test main ask::` runs the tests of one file.

mod desk;
mod models;
mod sample;

mod actors;
mod ask;
mod attribution;
mod cli;
mod cli_messages;
mod cli_questions;
mod dependencies;
mod explain;
mod export;
mod extract;
mod graph;
mod interchange;
mod read;
mod readme;
mod robustness;
mod roles;
mod time;
mod tokens;
mod view;
