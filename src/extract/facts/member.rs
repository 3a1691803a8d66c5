//! The coordinated members of a phrase.

use crate::extract::phrase::member;
use crate::extract::{Phrase, SentenceContext};
use crate::syntax::{is_relative, members};
use crate::text::Deprel;

/// The coordinated members of a noun phrase; any other phrase as it is.
pub(super) fn split(context: &SentenceContext<'_>, phrase: &Phrase) -> Vec<Phrase> {
    let nominal = context.is_nominal(phrase.head)
        && !matches!(
            context.relation(phrase.head),
            Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
        );
    if !nominal || is_relative(context.tree, phrase.head) {
        return vec![phrase.clone()];
    }
    let heads = members(context.tree, context.words(), phrase.head);
    if heads.len() == 1 {
        return vec![phrase.clone()];
    }
    heads
        .into_iter()
        .map(|head| member(context, head))
        .collect()
}
