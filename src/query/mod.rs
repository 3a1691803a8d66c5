//! Questions over the graph: who said what, what is said about whom and who denies it, who somebody is, and which nodes
//! may be one.
//!
//! In: a [`Graph`](crate::graph::Graph) and a [`Question`]. Out: [`Saying`]s in a stable order; the [`disputes`] of
//! a graph as [`Contest`]s. Read [`said`] first, then [`portrait`] and [`dupes`].
//!
//! ```
//! use actant::graph::Graph;
//! use actant::query::{Question, said};
//!
//! assert!(said(&Graph::default(), &Question::default()).is_empty());
//! ```

mod disputes;
mod dupes;
mod portrait;
mod said;

pub use disputes::{Contest, Stand, disputes};
pub use dupes::{Dupe, dupes};
pub use portrait::{Portrait, Role, portrait};
pub use said::{Question, Saying, said};
