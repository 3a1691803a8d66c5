//! Edges of offices: with whom somebody is what a noun says.
//!
//! In: a person and the noun of an office, or a statement that tells of one. Out: edges to those with whom it is held.

use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::label::text;
use crate::extract::participants::label_words;
use crate::extract::{ArgumentRole, SentenceContext, Voice};
use crate::lexicon::Holder;
use crate::syntax::{is_time, members, preposition};
use crate::text::{Deprel, EntityType, Upos};

/// The office that a verb gives: *replaced Holm as head of the bank*, *was named head of the bank*.
pub(super) fn given(edge_context: &EdgeContext<'_>) -> Vec<Candidate> {
    let EdgeContext {
        context,
        statement,
        agent,
        object,
    } = *edge_context;
    let Some(holder) = context.words().office_holder(&statement.relation.lemma) else {
        return Vec::new();
    };
    let passive = statement.relation.voice == Voice::Passive;
    let subject = statement.subject.head;
    let roles = statement.arguments.iter().filter(|argument| {
        argument.role == ArgumentRole::Capacity
            || argument.role == ArgumentRole::Manner && argument.marker.is_empty()
    });
    let role = roles.map(|argument| argument.phrase.head).next();
    let (person, role) = match holder {
        Holder::Subject if passive => (agent.of_passive.then_some(agent.head), role),
        Holder::Subject => (Some(subject), role),
        Holder::Object if passive || role.is_none() => {
            (passive.then_some(subject), role.or(object))
        }
        Holder::Object => (object, role),
    };
    match (person, role) {
        (Some(person), Some(role)) => offices(context, person, role),
        _ => Vec::new(),
    }
}

/// With whom the person is what the noun says: *head of Amal*, *spokeswoman for the ministry*.
pub(super) fn offices(context: &SentenceContext<'_>, name: usize, noun: usize) -> Vec<Candidate> {
    let (tree, words) = (context.tree, context.words());
    let person = context.token(name).entity_type() == Some(EntityType::Person);
    if !person || context.token(noun).upos != Upos::Noun {
        return Vec::new();
    }
    let named = |token: usize| context.local_actor(token).is_some_and(|actor| actor.named);
    let role = text(context, &label_words(context, noun, usize::MAX));
    if let Some(owner) = tree
        .child(noun, Deprel::NmodPoss)
        .filter(|&owner| named(owner))
    {
        let label = format!("is {role} of");
        return vec![Candidate::tie(name, label, owner, "title")];
    }
    let mut phrases = tree.children_by(noun, &[Deprel::Nmod]);
    let phrase = phrases.find(|&child| {
        child > noun && !preposition(tree, child).is_empty() && !is_time(tree, words, child)
    });
    let Some(whole) = phrase.filter(|&whole| named(whole)) else {
        return Vec::new();
    };
    let label = format!("is {role} {}", text(context, &preposition(tree, whole)));
    (members(tree, words, whole)
        .into_iter()
        .filter(|&whole| named(whole)))
    .map(|whole| Candidate::tie(name, label.clone(), whole, "title"))
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn who_replaces_somebody_holds_the_office_and_who_is_replaced_does_not() {
        let edges = edge_lines(
            "Ana Ana PROPN NNP 3 nsubj
            Silva Silva PROPN NNP 1 flat
            replaced replace VERB VBD 0 root
            Olaf Olaf PROPN NNP 3 obj
            Holm Holm PROPN NNP 4 flat
            as as ADP IN 7 case
            head head NOUN NN 3 obl
            of of ADP IN 9 case
            Chad Chad PROPN NNP 7 nmod
            . . PUNCT . 3 punct",
        );
        assert!(
            edges.contains(&"Ana Silva – is head of → Chad".to_owned()),
            "{edges:?}"
        );
        assert!(
            !edges.iter().any(|edge| edge.starts_with("Olaf Holm – is")),
            "{edges:?}"
        );
    }
}
