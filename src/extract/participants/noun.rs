//! What a noun stands for: somebody, an act, a place, or nobody in particular.
//!
//! In: a noun of a sentence. Out: yes or no, from the actor that it stands for, its classes and the words before it.

use crate::extract::{ArgumentRole, SentenceContext};
use crate::lexicon::ClassTrait;
use crate::syntax::{noun_names, preposition};
use crate::text::{ActorType, Deprel};

/// Whether the noun or a modifier before it stands for an actor.
pub(crate) fn is_known(context: &SentenceContext<'_>, noun: usize) -> bool {
    context.actor(noun).is_some() || has_actor_before(context, noun)
}

/// Whether a modifier before the noun is an actor: *Congolese refugees*, *Oslo police*, *the US-led war*.
pub(crate) fn has_actor_before(context: &SentenceContext<'_>, noun: usize) -> bool {
    let mut before = context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod]);
    before.any(|word| {
        let joined = |&inner: &usize| inner < word && context.actor(inner).is_some();
        context.actor(word).is_some() || context.tree.children(word).iter().any(joined)
    })
}

/// Whether the noun names an act or a bond: *raid*, *ceasefire*, *relations*.
pub(crate) fn is_act(context: &SentenceContext<'_>, noun: usize) -> bool {
    let frames = &context.lexicon.frames;
    let is_event = |name: &String| frames.noun(name).is_some_and(|frame| frame.event.is_some());
    context.words().event_noun(context.lemma(noun)).is_some()
        || noun_names(context.tree, context.words(), noun)
            .iter()
            .any(is_event)
}

/// Whether the noun is a place without a name, which does nothing itself: *a camp*, *roads*.
pub(crate) fn is_unnamed_place(context: &SentenceContext<'_>, noun: usize) -> bool {
    let listed = context.words().spots.has(context.lemma(noun));
    let actor = context.local_actor(noun);
    actor.is_some_and(|actor| !actor.named && (listed || actor.kind == ActorType::Place))
}

/// Whether the noun is an unnamed envoy to an actor, who leads on to that actor: *its ambassador to Chad*.
pub(crate) fn is_envoy(context: &SentenceContext<'_>, noun: usize) -> bool {
    let actor = context.local_actor(noun);
    let mut below = context.tree.children_by(noun, &[Deprel::Nmod]);
    let to = |child: usize| {
        let marker = context.lower(&preposition(context.tree, child));
        context.words().preposition(&marker) == Some(ArgumentRole::Recipient)
    };
    !actor.is_some_and(|actor| actor.named)
        && (context.lexicon.frames).has_trait(context.lemma(noun), ClassTrait::Sent)
        && below.any(|child| to(child) && context.actor(child).is_some())
}

/// Whether the noun is an actor without a name that takes no part of its own: *deployed peacekeepers in Iraq*, *agreed on a
/// pact*.
pub(crate) fn takes_no_part(context: &SentenceContext<'_>, noun: usize) -> bool {
    if context.local_actor(noun).is_none_or(|actor| actor.named) {
        return false;
    }
    let frames = &context.lexicon.frames;
    frames.has_trait(context.lemma(noun), ClassTrait::NoParty) || is_unnamed_place(context, noun)
}
