//! Edges to those for whom an act is done, where only another clause names them.
//!
//! In: a statement that has reached nobody yet. Out: a candidate that leads to whom a protest or gift is for (*rallied to
//! demand … from X*).

use super::among::among;
use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::label::text;
use crate::syntax::{own_subject, particle_to};
use crate::text::Deprel;

/// The edge to whom an act is done for: *rallied to demand reforms from X*, *sent arms to help defend X*.
pub(super) fn purpose(edge_context: &EdgeContext<'_>) -> Option<Candidate> {
    let context = edge_context.context;
    let head = edge_context.statement.relation.phrase.head;
    let object = edge_context.object;
    let nouns = edge_context
        .statement
        .arguments
        .iter()
        .map(|argument| argument.phrase.head);
    let nouns: Vec<usize> =
        (nouns.chain(object).filter(|&noun| context.is_nominal(noun))).collect();
    let beside = context
        .tree
        .children_by(head, &[Deprel::Advcl, Deprel::Xcomp]);
    let beside: Vec<usize> = beside.collect();
    let below = nouns.iter().flat_map(|&noun| {
        let clauses = context.tree.children_by(noun, &[Deprel::Acl]);
        clauses.collect::<Vec<_>>()
    });
    let mut clauses = beside.into_iter().chain(below).filter(|&clause| {
        particle_to(context.tree, clause).is_some()
            && own_subject(context.tree, clause).is_none()
            && clause > head
    });
    let (words, target) = clauses.find_map(|clause| among(edge_context, clause))?;
    let words = words_with_object(edge_context, &words);
    Some(Candidate::inferred(&words, target, "purpose"))
}

fn words_with_object(edge_context: &EdgeContext<'_>, words: &str) -> String {
    let object = text(edge_context.context, &edge_context.object_words());
    format!("{object} {words}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::assert_edge;

    #[test]
    fn a_protest_is_aimed_at_the_one_from_whom_it_wants_something() {
        assert_edge(
            "Farmers farmer NOUN NNS 2 nsubj
            rallied rally VERB VBD 0 root
            to to PART TO 4 mark
            denounce denounce VERB VB 2 advcl
            Norway Norway PROPN NNP 4 obj",
            "farmers – rallied to denounce → Norway",
        );
    }
}
