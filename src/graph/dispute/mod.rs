//! Disputes: what one side says and another denies.
//!
//! A reader must be able to see why two sentences are linked, so that there are few kinds of links:
//!
//! | link | when |
//! |---|---|
//! | [`DisputeReason::Answer`] | the denial refers to the words before it: `denied the accusation` |
//! | [`DisputeReason::Claim`] | the same agent, predicate and target: asserted, and denied or negated |
//! | [`DisputeReason::Content`] | the two contents share actors and most of their content words |
//!
//! The two always speak for different sides: officials of a state and their state are one side.

mod contents;
#[allow(
    clippy::module_inception,
    reason = "the type is named after the folder"
)]
mod dispute;
mod finder;

pub use dispute::{Dispute, DisputeReason, DisputeSide};
pub(super) use finder::find;
