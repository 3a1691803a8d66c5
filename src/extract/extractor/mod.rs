//! What an extractor gets, implements and fills.
//!
//! In: a [`SentenceContext`]. Out: statements and [`Rejection`]s in a [`Sink`]. Read [`Extractor`] first.

mod context;
#[allow(
    clippy::module_inception,
    reason = "the trait is named after the folder"
)]
mod extractor;
mod rejection;
mod sink;

pub use context::SentenceContext;
pub use extractor::Extractor;
pub use rejection::{Reason, Rejection};
pub(crate) use sink::FoundStatement;
pub use sink::Sink;
