//! The decision between those whom a pronoun may mean.

use crate::text::Span;

/// A pronoun with all whom it may mean.
#[cfg_attr(
    not(feature = "train"),
    allow(dead_code, reason = "training asks for the places")
)]
pub(crate) struct Choice<'s> {
    /// The place of the pronoun.
    pub(crate) span: Span,
    /// What is known of the pronoun.
    pub(crate) own: Vec<f32>,
    /// The pronoun's vector, if the engine gives any.
    pub(crate) vector: Option<&'s [f32]>,
    /// The nearest first.
    pub(crate) candidates: Vec<Candidate<'s>>,
}

/// Somebody whom a pronoun may mean.
#[cfg_attr(
    not(feature = "train"),
    allow(dead_code, reason = "training asks for the places")
)]
pub(crate) struct Candidate<'s> {
    /// The place of the mention.
    pub(crate) span: Span,
    /// The place of its head.
    pub(crate) head: Span,
    /// The actor that it stands for, if it is known.
    pub(crate) actor: Option<usize>,
    /// What is known of the pair.
    pub(crate) pair: Vec<f32>,
    /// The vector of its head, if the engine gives any.
    pub(crate) vector: Option<&'s [f32]>,
}

/// Decides whom pronouns mean.
pub(crate) trait Judge {
    /// The candidate that is meant, if any is.
    fn choose(&mut self, choice: &Choice<'_>) -> Option<usize>;
}
