//! Edges of appositions.
//!
//! In: a statement that a name is what the noun beside it says. Out: an edge to what it is, and to those with whom it holds
//! an office: *Ana Silva, owner of Radio Sul*.

use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::office::offices;
use crate::syntax::members;
use crate::text::{EntityType, Upos, Xpos};

/// The edges of an apposition; `same` are those that say what the name is. All are told of the name alone, not of what is
/// coordinated with it.
pub(super) fn apposition(edge_context: &EdgeContext<'_>, same: Vec<Candidate>) -> Vec<Candidate> {
    let EdgeContext {
        context, statement, ..
    } = *edge_context;
    let name = statement.subject.head;
    let Some(noun) = edge_context.object else {
        return Vec::new();
    };
    if context.token(noun).xpos == Xpos::Nns || are_two(edge_context, name, noun) {
        // The name is one of several that the noun stands for.
        return Vec::new();
    }
    let roles = members(context.tree, context.words(), noun);
    let offices: Vec<Candidate> = (roles.into_iter())
        .flat_map(|role| offices(context, name, role))
        .collect();
    if !offices.is_empty() {
        return offices;
    }
    let of_name = |one: Candidate| Candidate {
        source: Some(name),
        ..one
    };
    same.into_iter().map(of_name).collect()
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

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn who_holds_an_office_is_tied_to_each_body() {
        let edges = edge_lines(
            "Ana Ana PROPN NNP 10 nsubj
            Silva Silva PROPN NNP 1 flat
            , , PUNCT , 4 punct
            owner owner NOUN NN 1 appos
            of of ADP IN 6 case
            Chad Chad PROPN NNP 4 nmod
            and and CCONJ CC 8 cc
            Norway Norway PROPN NNP 6 conj
            , , PUNCT , 4 punct
            left leave VERB VBD 0 root",
        );
        assert_eq!(
            edges,
            [
                "Ana Silva – is owner of → Chad",
                "Ana Silva – is owner of → Norway"
            ]
        );
    }
}
