//! Whether a noun fits a predicate as the subject that the predicate does not have itself.
//!
//! In: a predicate and the noun that the grammar offers. Out: the noun that parse and sense agree on, if there is one.

use crate::extract::SentenceContext;
use crate::lexicon::ClassTrait;
use crate::syntax::{noun_names, own_subject};
use crate::text::{ActorType, Deprel, Upos, Xpos};

/// Whether the noun may speak, decide or demand: anything that is not known to be a mere thing, place or event.
pub(super) fn speaks(context: &SentenceContext<'_>, noun: usize) -> bool {
    let frames = &context.lexicon.frames;
    let mut names = noun_names(context.tree, context.words(), noun).into_iter();
    names.any(|name| frames.has_trait(&name, ClassTrait::Text)) || !is_thing(context, noun)
}

/// Whether the noun stands for a person or a body.
pub(super) fn is_somebody(context: &SentenceContext<'_>, noun: usize) -> bool {
    let actor = context.local_actor(noun).map(|actor| actor.kind);
    let listed = (context.lexicon.actor_nouns).noun(None, context.lemma(noun));
    match actor.or(listed.map(|noun| noun.kind)) {
        Some(ActorType::Place | ActorType::Other) => false,
        Some(_) => true,
        None => context.token(noun).upos == Upos::Pron,
    }
}

/// Whether the noun is known to stand for a thing, a place, an act or a number.
fn is_thing(context: &SentenceContext<'_>, noun: usize) -> bool {
    let words = context.words();
    if is_somebody(context, noun) {
        return false;
    }
    match context.token(noun).upos {
        Upos::Pron | Upos::Propn => return false,
        Upos::Num | Upos::Sym | Upos::X => return true,
        _ => {}
    }
    let frames = &context.lexicon.frames;
    let lemma = context.lemma(noun);
    let mut names = noun_names(context.tree, words, noun).into_iter();
    words.spots.has(lemma)
        || words.event_noun(lemma).is_some()
        || context.lexicon.actor_nouns.noun(None, lemma).is_some()
        || context.lexicon.actor_nouns.is_place(lemma)
        || names.any(|name| frames.has_trait(&name, ClassTrait::Inert))
}

/// The noun that a relative pronoun in the place of the subject stands for. *Who* needs somebody, and *which* and *that*
/// a noun in the number of the verb; where the noun before does not fit, the nearest one of its phrase does.
pub(super) fn antecedent(
    context: &SentenceContext<'_>,
    predicate: usize,
    pronoun: usize,
    noun: usize,
) -> Option<usize> {
    let fits = |noun: usize| {
        if context.token(pronoun).xpos == Xpos::Wp {
            !is_thing(context, noun)
        } else {
            agrees(context, predicate, noun)
        }
    };
    if fits(noun) {
        return Some(noun);
    }
    let certain = |&other: &usize| {
        let personal = context.token(pronoun).xpos == Xpos::Wp;
        fits(other) && (!personal || is_somebody(context, other))
    };
    let inner = (context.tree.subtree(noun).into_iter().rev())
        .filter(|&other| other < pronoun && other != noun);
    let above = std::iter::successors(context.head(noun), |&head| context.head(head));
    let above = above.take_while(|&head| context.is_nominal(head));
    let nominal = |&other: &usize| {
        context.is_nominal(other)
            && matches!(
                context.relation(other),
                Deprel::Nmod | Deprel::Obj | Deprel::Obl | Deprel::Nsubj | Deprel::Root
            )
    };
    (inner.filter(nominal).find(certain)).or_else(|| above.filter(nominal).find(certain))
}

/// Whether the verb has the number of the noun, as far as its form shows one.
fn agrees(context: &SentenceContext<'_>, predicate: usize, noun: usize) -> bool {
    let tree = context.tree;
    let group = (tree.children_by(predicate, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop]))
        .chain([predicate]);
    let singular = group
        .min()
        .is_some_and(|first| context.token(first).xpos == Xpos::Vbz);
    let plural = context.token(noun).xpos == Xpos::Nns;
    let measured =
        tree.child(noun, Deprel::Nmod).is_none() && context.token(noun).upos == Upos::Num;
    !(singular && plural && own_subject(tree, predicate).is_some()) || measured
}
