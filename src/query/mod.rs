//! Questions over the graph: who said what, who denies it, who does what to whom, and how actors are connected.
//!
//! In: a [`Graph`](crate::graph::Graph) and a question. Out: attributions, or [edges](crate::graph::MergedEdge) with
//! the evidence that matches, in a stable order. A [`Filter`] selects evidence.
//!
//! | question | function |
//! |---|---|
//! | who said what, to whom, about whom? | [`said`] |
//! | what does one side say and another deny? | [`disputes`] |
//! | `Pakistan -[demand]-> ?` | [`Pattern::parse`], [`ask`] |
//! | the shortest path between two actors | [`path`] |
//! | the edges around an actor | [`ego`] |
//! | what is reported, by day | [`timeline`] |
//! | which actors are central, and which form communities | [`stats`] |
//! | the names, roles and documents of an actor | [`profile`] |
//! | which actors may be the same | [`duplicates`] |
//!
//! Read [`said`] and [`pattern`] first, then [`profile`] and [`duplicates`].
//!
//! ```
//! use actant::graph::Graph;
//! use actant::query::{AttributionQuery, said};
//!
//! assert!(said(&Graph::default(), &AttributionQuery::default()).is_empty());
//! ```

mod answer;
mod betweenness;
mod communities;
mod disputes;
mod duplicates;
mod filter;
pub mod pattern;
mod profile;
mod said;
mod stats;
mod timeline;
mod walk;

pub use answer::{PatternMatch, ask, edges};
pub use disputes::{ResolvedDispute, ResolvedSide, disputes};
pub use duplicates::{Duplicate, duplicates};
pub use filter::{Filter, is_date};
pub use pattern::{Pattern, PatternError};
pub use profile::{ActorProfile, ActorRole, profile};
pub use said::{AttributionQuery, FoundAttribution, said};
pub use stats::{ActorFigures, stats};
pub use timeline::{TimelineEntry, timeline};
pub use walk::{PathStep, Traversal, ego, path};
