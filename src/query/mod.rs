//! Questions over the graph: who said what, and what is said about whom.
//!
//! In: a [`Graph`](crate::graph::Graph) and a [`Question`]. Out: [`Saying`]s in a stable order. Read [`said`] first.
//!
//! ```
//! use actant::graph::Graph;
//! use actant::query::{Question, said};
//!
//! assert!(said(&Graph::default(), &Question::default()).is_empty());
//! ```

mod said;

pub use said::{Question, Saying, said};
