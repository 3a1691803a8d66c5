//! How good the program is: its output against gold annotations, as figures in per cent.
//!
//! In: a file of gold annotations and [`Models`](crate::annotate::Models). Out: an [`Evaluation`], figures with names
//! and a line for each miss. `docs/evaluation.md` describes the forms of the files and what each figure counts.
//!
//! Every measure works on the public records that the program prints (`analysis`, `edges::graph`), not on inner types:
//! what is measured is what users get.
//!
//! Read [`Evaluation`] first, then [`EvaluationKind`]; there is one file or folder a kind. `floor` is the test that
//! holds the figures of `tests/accuracy`.

mod analysis;
mod attributed;
mod attribution;
mod cases;
mod code_points;
mod coreference;
mod counts;
mod edges;
mod error;
mod evaluation;
mod events;
mod figure;
#[cfg(test)]
mod floor;
mod gold_file;
mod kind;
mod names;
mod parser;
mod relations;
mod statements;
mod tagged_file;
mod word_table;

pub use error::EvaluateError;
pub use evaluation::Evaluation;
pub use figure::Figure;
pub use kind::{EvaluationKind, UnknownKind};
#[cfg(feature = "train")]
pub(crate) use parser::{TreeCounts, Treebank};
