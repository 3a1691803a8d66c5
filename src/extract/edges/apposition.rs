//! Edges of appositions.
//!
//! In: a statement that a name is what the noun beside it says. Out: an edge to what it is, and to those with whom it holds
//! an office: *Ana Silva, owner of Radio Sul*.

use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::label::text;
use crate::extract::participants::label_words;
use crate::syntax::{is_time, members, preposition};
use crate::text::{Deprel, EntityType, Upos, Xpos};

/// The edges of an apposition. They are told of the name alone, not of what is coordinated with it.
pub(super) fn apposition(edge_context: &EdgeContext<'_>) -> Vec<Candidate> {
    let EdgeContext {
        context, statement, ..
    } = edge_context;
    let name = statement.subject.head;
    let Some(noun) = edge_context.object else {
        return Vec::new();
    };
    if context.token(noun).xpos == Xpos::Nns || are_two(edge_context, name, noun) {
        // The name is one of several that the noun stands for.
        return Vec::new();
    }
    let same = Candidate::between(name, "", noun, "");
    [same]
        .into_iter()
        .chain(offices(edge_context, name, noun))
        .collect()
}

/// Two people are never one: *the designer Tim Gray and drummer Mick Hall*.
fn are_two(edge_context: &EdgeContext<'_>, name: usize, other: usize) -> bool {
    let context = edge_context.context;
    let person = |token: usize| {
        let token = context.token(token);
        token.upos == Upos::Propn && token.entity_type() == Some(EntityType::Person)
    };
    person(name) && person(other)
}

/// With whom the person is what the noun says: *head of Amal*, *spokeswoman for the ministry*.
fn offices(edge_context: &EdgeContext<'_>, name: usize, noun: usize) -> Vec<Candidate> {
    let context = edge_context.context;
    let (tree, words) = (context.tree, context.words());
    let person = context.token(name).entity_type() == Some(EntityType::Person);
    if !person || context.token(noun).upos != Upos::Noun {
        return Vec::new();
    }
    let named = |token: usize| context.local_actor(token).is_some_and(|actor| actor.named);
    let mut phrases = tree.children_by(noun, &[Deprel::Nmod]);
    let phrase = phrases.find(|&child| {
        child > noun && !preposition(tree, child).is_empty() && !is_time(tree, words, child)
    });
    let Some(whole) = phrase.filter(|&whole| named(whole)) else {
        return Vec::new();
    };
    let mut label = label_words(context, noun, usize::MAX);
    label.extend(preposition(tree, whole));
    let label = format!("is {}", text(context, &label));
    (members(tree, words, whole)
        .into_iter()
        .filter(|&whole| named(whole)))
    .map(|whole| Candidate::tie(name, label.clone(), whole, "title"))
    .collect()
}
