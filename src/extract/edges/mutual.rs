//! Edges between several who act on each other: *Pakistan and China held talks*, *X and Y met*.

use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::label::text;
use crate::extract::participants::{is_known, label_words};
use crate::extract::{ArgumentRole, SentenceContext, Statement};
use crate::syntax::{governors, members, negative_determiners, preposition};
use crate::text::Deprel;

/// *Pakistan and China held talks*, *X and Y met*: an edge between the two.
pub(super) fn mutual(edge_context: &EdgeContext<'_>) -> Vec<Candidate> {
    let EdgeContext {
        context, statement, ..
    } = edge_context;
    let ends = members(context.tree, context.words(), edge_context.agent.head);
    let words = context.words();
    let object = edge_context.object;
    let by_object = object.filter(|&object| {
        words
            .event_noun(context.lemma(object))
            .is_some_and(|event| event.mutual)
    });
    let by_verb = object.is_none()
        && words
            .mutual_verbs
            .has(context.lemma(statement.relation.phrase.head));
    let none =
        !negative_determiners(context.tree, context.words(), edge_context.agent.head).is_empty();
    if ends.len() < 2
        || none
        || !(by_object.is_some() || by_verb)
        || has_partner(context, statement, object)
    {
        return Vec::new();
    }
    with_each_other(context, &ends, by_object)
}

/// *X and Y agreed to open the border*: with each other, if nobody else is named.
pub(super) fn agreed(edge_context: &EdgeContext<'_>) -> Vec<Candidate> {
    let EdgeContext {
        context, statement, ..
    } = edge_context;
    let ends = members(context.tree, context.words(), edge_context.agent.head);
    let mut chain = governors(
        context.tree,
        context.words(),
        statement.relation.phrase.head,
    )
    .into_iter();
    let mutual = chain.any(|verb| context.words().mutual_verbs.has(context.lemma(verb)));
    if !mutual || has_partner(context, statement, None) {
        return Vec::new();
    }
    with_each_other(context, &ends, edge_context.object)
}

/// Edges from the first of several to the others.
fn with_each_other(
    context: &SentenceContext<'_>,
    ends: &[usize],
    object: Option<usize>,
) -> Vec<Candidate> {
    let object = object.map_or(Vec::new(), |object| {
        label_words(context, object, usize::MAX)
    });
    let words = format!("{} with", text(context, &object));
    let others = ends.iter().skip(1);
    let edge = |&other: &usize| Candidate::between(ends[0], words.trim(), other, "mutual");
    others.map(edge).collect()
}

/// *X and Y held talks with Z*: the two are on one side.
fn has_partner(
    context: &SentenceContext<'_>,
    statement: &Statement,
    object: Option<usize>,
) -> bool {
    let below = object.map(|object| context.tree.children_by(object, &[Deprel::Nmod]).collect());
    let below: Vec<usize> = below.unwrap_or_default();
    let beside = (statement.arguments.iter())
        .map(|argument| (context.lower(&argument.marker_tokens), argument.phrase.head));
    let below =
        (below.into_iter()).map(|noun| (context.lower(&preposition(context.tree, noun)), noun));
    let joins = |marker: &str| {
        context.words().mutual_prepositions.has(marker)
            || context.words().preposition(marker) == Some(ArgumentRole::Company)
    };
    beside
        .chain(below)
        .any(|(marker, noun)| joins(&marker) && is_known(context, noun))
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn a_mutual_act_joins_those_who_do_it() {
        let edges = edge_lines(
            "Chad Chad PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Niger Niger PROPN NNP 1 conj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 4 obj",
        );
        assert!(
            edges.contains(&"Chad – held talks with → Niger".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn two_who_did_not_sign_did_not_sign_with_one_another() {
        let edges = edge_lines(
            "Neither neither CCONJ CC 2 cc:preconj
            Kenya Kenya PROPN NNP 5 nsubj
            nor nor CCONJ CC 4 cc
            Chad Chad PROPN NNP 2 conj
            signed sign VERB VBD 0 root
            the the DET DT 7 det
            treaty treaty NOUN NN 5 obj",
        );
        assert_eq!(
            edges,
            ["Kenya – not signed → treaty", "Chad – not signed → treaty"]
        );
    }
}
