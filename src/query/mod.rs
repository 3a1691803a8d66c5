//! Questions over the graph: who said what, who does what to whom, how actors hang together.
//!
//! In: a [`Graph`](crate::graph::Graph) and a question. Out: sayings, or [edges](crate::graph::MergedEdge) with the
//! evidence that answers it, in a stable order. A [`Filter`] says which evidence counts.
//!
//! | question | function |
//! |---|---|
//! | who said what, about whom? | [`said`] |
//! | `Pakistan -[demand]-> ?` | [`Pattern::parse`], [`ask`] |
//! | the shortest way between two actors | [`path`] |
//! | what lies around an actor | [`ego`] |
//! | what is said, day by day | [`timeline`] |
//! | who is in the middle, who keeps together | [`stats`] |
//!
//! Read [`pattern`] first.
//!
//! ```
//! use actant::graph::Graph;
//! use actant::query::{Question, said};
//!
//! assert!(said(&Graph::default(), &Question::default()).is_empty());
//! ```

mod answer;
mod communities;
mod filter;
pub mod pattern;
mod said;
mod stats;
mod timeline;
mod walk;

pub use answer::{Answer, ask, edges};
pub use filter::{Filter, is_date};
pub use pattern::{Pattern, PatternError};
pub use said::{Question, Saying, said};
pub use stats::{Standing, stats};
pub use timeline::{Moment, timeline};
pub use walk::{Along, Hop, ego, path};
