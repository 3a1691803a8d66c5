//! The words that are content of a cue.
//!
//! `active` and `passive` find the content of a verb by its frames and the tree, `relativised` that of a relative clause,
//! and `position` clauses that the tree does not attach to the verb. `extent` decides how far a content extends, `trim`
//! turns it into a span of the text. `quoted` gives quotations to the drafts that introduce them, over sentences and
//! paragraphs.

mod active;
mod complement;
mod extent;
mod passive;
mod position;
mod quoted;
mod relativised;
mod trim;

pub(super) use active::active_complement;
pub(super) use complement::Complement;
pub(super) use extent::{lead_in, whole_clause, with_following};
pub(super) use passive::passive_complement;
pub(super) use quoted::assign_quotations;
pub(super) use trim::content_span;
