//! The choice of an antecedent among candidates.

use crate::text::Span;

/// A pronoun with the candidates for its antecedent.
#[cfg_attr(
    not(feature = "train"),
    allow(dead_code, reason = "training asks for the spans")
)]
pub(crate) struct AntecedentChoice<'s> {
    /// The span of the pronoun.
    pub(crate) span: Span,
    /// The features of the pronoun.
    pub(crate) own: Vec<f32>,
    /// The pronoun's vector, if the engine gives any.
    pub(crate) vector: Option<&'s [f32]>,
    /// The nearest first.
    pub(crate) candidates: Vec<AntecedentCandidate<'s>>,
}

/// A mention that a pronoun may mean.
#[cfg_attr(
    not(feature = "train"),
    allow(dead_code, reason = "training asks for the spans")
)]
pub(crate) struct AntecedentCandidate<'s> {
    /// The span of the mention.
    pub(crate) span: Span,
    /// The span of its head.
    pub(crate) head: Span,
    /// The entity that it stands for, if it is known.
    pub(crate) actor: Option<usize>,
    /// The features of the pair.
    pub(crate) pair: Vec<f32>,
    /// The vector of its head, if the engine gives any.
    pub(crate) vector: Option<&'s [f32]>,
}

/// Chooses the antecedent of a pronoun.
pub(crate) trait AntecedentChooser {
    /// The index of the candidate that is meant, if any is.
    fn choose(&mut self, choice: &AntecedentChoice<'_>) -> Option<usize>;
}
