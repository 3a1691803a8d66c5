//! The nouns beside a verb, as the frames know them.

use smol_str::SmolStr;

use crate::extract::SentenceContext;
use crate::lexicon::{Frame, FrameLexicon, MONEY};
use crate::syntax::{
    antecedent, conjunction, is_money, is_passive, is_relative, is_time, noun_names, own_subject,
    preposition,
};
use crate::text::{Deprel, Xpos};

/// The noun that the verb acts on: its object, the subject of a passive, or the noun that its participle or relative
/// clause modifies (*the missiles fired by the army*, *the missiles that the army fired*).
pub(crate) fn object(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    let tree = context.tree;
    if let Some(object) = tree.child(verb, Deprel::Obj) {
        let relative = is_relative(tree, object)
            .then(|| antecedent(tree, verb))
            .flatten();
        return Some(relative.unwrap_or(object));
    }
    if is_passive(tree, verb) {
        return own_subject(tree, verb).or_else(|| {
            let token = context.token(verb);
            let participle = token.deprel == Deprel::Acl && token.xpos == Xpos::Vbn;
            context.head(verb).filter(|_| participle)
        });
    }
    None
}

/// The prepositional phrases of a verb: preposition and noun.
pub(crate) fn phrases(context: &SentenceContext<'_>, verb: usize) -> Vec<(String, usize)> {
    let obliques = context
        .tree
        .children_by(verb, &[Deprel::Obl, Deprel::Advcl]);
    obliques
        .map(|noun| {
            let mut marker = preposition(context.tree, noun);
            // *pushed for Oslo to leave*
            marker
                .extend(conjunction(context.tree, noun).filter(|_| marker_is_free(context, noun)));
            (context.lower(&marker), noun)
        })
        .filter(|&(ref marker, noun)| {
            !marker.is_empty() && !is_time(context.tree, context.words(), noun)
        })
        .collect()
}

/// Whether the clause has a subject of its own and no preposition.
fn marker_is_free(context: &SentenceContext<'_>, clause: usize) -> bool {
    own_subject(context.tree, clause).is_some() && preposition(context.tree, clause).is_empty()
}

/// The frame of a noun of an act, with the word before it if the two have a frame of their own.
pub(super) fn noun_frame<'a>(context: &SentenceContext<'a>, noun: usize) -> Option<&'a Frame> {
    if !context.is_nominal(noun) {
        return None;
    }
    let frames: &'a FrameLexicon = &context.lexicon.frames;
    let names = noun_names(context.tree, context.words(), noun).into_iter();
    names.into_iter().find_map(|name| frames.noun(&name))
}

/// The names of the noun, then its classes as pairs name them: `<law>`.
pub(super) fn names_and_classes(context: &SentenceContext<'_>, noun: usize) -> Vec<String> {
    let mut names = noun_names(context.tree, context.words(), noun);
    names.extend(classes(context, noun));
    names
}

/// The classes of the noun, and of the actor that it stands for.
pub(super) fn classes(context: &SentenceContext<'_>, noun: usize) -> Vec<String> {
    let frames = &context.lexicon.frames;
    let names = noun_names(context.tree, context.words(), noun);
    let mut found: Vec<&str> = (names.iter())
        .flat_map(|name| frames.classes(name))
        .map(SmolStr::as_str)
        .collect();
    let actor = context.local_actor(noun);
    found.extend(
        actor
            .and_then(|actor| frames.class_of(actor.kind))
            .map(SmolStr::as_str),
    );
    if is_money(context.tree, context.words(), noun) {
        found.push(MONEY);
    }
    let found = found.into_iter().map(|class| format!("<{class}>"));
    found.collect()
}
