//! For whom a noun stands together with the names beside it.
//!
//! In: a noun of a sentence. Out: the members of its coordination, each one with the list of names behind it in its place:
//! *four firms, A, B, C and D*; *companies such as A, B and C*.

use crate::extract::SentenceContext;
use crate::syntax::{apposed_name, members, preposition};
use crate::text::{Deprel, Upos, Xpos};

/// The nouns that take part where this noun does.
pub(crate) fn participants(context: &SentenceContext<'_>, noun: usize) -> Vec<usize> {
    let heads = members(context.tree, context.words(), noun);
    heads
        .into_iter()
        .flat_map(|head| listed(context, head).unwrap_or_else(|| vec![head]))
        .collect()
}

/// The names that a plural noun announces.
fn listed(context: &SentenceContext<'_>, noun: usize) -> Option<Vec<usize>> {
    if context.token(noun).xpos != Xpos::Nns {
        return None;
    }
    let tree = context.tree;
    let example = || {
        let mut phrases = tree.children_by(noun, &[Deprel::Nmod]);
        phrases.find(|&name| {
            let marker = context.lower(&preposition(tree, name));
            name > noun && context.words().example_prepositions.has(&marker)
        })
    };
    let first = apposed_name(tree, noun).or_else(example)?;
    let names = members(tree, context.words(), first);
    let named = names
        .iter()
        .all(|&name| context.token(name).upos == Upos::Propn);
    named.then_some(names)
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn names_behind_a_plural_noun_take_part_one_by_one() {
        let edges = edge_lines(
            "Kenya Kenya PROPN NNP 2 nsubj
            fined fine VERB VBD 0 root
            two two NUM CD 4 nummod
            states state NOUN NNS 2 obj
            , , PUNCT , 6 punct
            Chad Chad PROPN NNP 4 appos
            and and CCONJ CC 8 cc
            Norway Norway PROPN NNP 6 conj",
        );
        assert!(
            edges.contains(&"Kenya – fined → Chad".to_owned()),
            "{edges:?}"
        );
        assert!(
            edges.contains(&"Kenya – fined → Norway".to_owned()),
            "{edges:?}"
        );
        assert!(
            !edges.iter().any(|edge| edge.contains("– is →")),
            "{edges:?}"
        );
    }

    #[test]
    fn examples_stand_for_their_noun() {
        let edges = edge_lines(
            "States state NOUN NNS 5 nsubj
            such such ADJ JJ 4 case
            as as ADP IN 2 fixed
            Chad Chad PROPN NNP 1 nmod
            left leave VERB VBD 0 root
            Norway Norway PROPN NNP 5 obj",
        );
        assert!(
            edges.contains(&"Chad – left → Norway".to_owned()),
            "{edges:?}"
        );
    }
}
