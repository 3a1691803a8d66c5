//! Whose a noun is: who is behind an act, a text or an arm.
//!
//! In: a noun of a sentence. Out: the noun or the actors that own it: *Israel's raid*, *a raid by rebels*, *Russian and Syrian
//! jets*.

use super::noun::{is_act, is_known};
use crate::extract::SentenceContext;
use crate::syntax::preposition;
use crate::text::Deprel;

/// The noun whose act this noun names: *Israel's raid*, *a NATO raid*, *a raid by rebels*, *a UN vote*.
pub(crate) fn owner_of_act(context: &SentenceContext<'_>, noun: usize) -> Option<usize> {
    if !is_act(context, noun) || context.actor(noun).is_some() {
        return None;
    }
    let mut before = context
        .tree
        .children_by(noun, &[Deprel::NmodPoss, Deprel::Compound, Deprel::Amod]);
    let mut below = context.tree.children_by(noun, &[Deprel::Nmod]);
    before
        .find(|&token| context.actor(token).is_some())
        .or_else(|| {
            below.find(|&child| {
                let marker = context.lower(&preposition(context.tree, child));
                context.words().agent_prepositions.has(&marker) && is_known(context, child)
            })
        })
}
