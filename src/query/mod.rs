//! Questions over the graph: who said what and who denies it, who does what to whom, how actors hang together, who
//! somebody is.
//!
//! In: a [`Graph`](crate::graph::Graph) and a question. Out: sayings, or [edges](crate::graph::MergedEdge) with the
//! evidence that answers it, in a stable order. A [`Filter`] says which evidence counts.
//!
//! | question | function |
//! |---|---|
//! | who said what, to whom, about whom? | [`said`] |
//! | what does one side say and another deny? | [`disputes`] |
//! | `Pakistan -[demand]-> ?` | [`Pattern::parse`], [`ask`] |
//! | the shortest way between two actors | [`path`] |
//! | what lies around an actor | [`ego`] |
//! | what is said, day by day | [`timeline`] |
//! | who is in the middle, who keeps together | [`stats`] |
//! | who somebody is | [`portrait`] |
//! | which nodes may be one | [`dupes`] |
//!
//! Read [`said`] and [`pattern`] first, then [`portrait`] and [`dupes`].
//!
//! ```
//! use actant::graph::Graph;
//! use actant::query::{Question, said};
//!
//! assert!(said(&Graph::default(), &Question::default()).is_empty());
//! ```

mod answer;
mod betweenness;
mod communities;
mod disputes;
mod dupes;
mod filter;
pub mod pattern;
mod portrait;
mod said;
mod stats;
mod timeline;
mod walk;

pub use answer::{Answer, ask, edges};
pub use disputes::{Contest, Stand, disputes};
pub use dupes::{Dupe, dupes};
pub use filter::{Filter, is_date};
pub use pattern::{Pattern, PatternError};
pub use portrait::{Portrait, Role, portrait};
pub use said::{Question, Saying, said};
pub use stats::{Standing, stats};
pub use timeline::{Moment, timeline};
pub use walk::{Along, Hop, ego, path};
