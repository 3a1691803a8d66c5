//! Edges to those on whom an act depends or for whom it is done, where only another clause names them.
//!
//! In: the draft of a statement that has reached nobody yet. Out: a candidate that leads to what a threat depends on (*unless X
//! leaves*), or to whom a protest or gift is for (*rallied to demand … from X*).

use super::among::among;
use super::candidate::Candidate;
use super::draft::{Draft, nominal_object};
use super::label::text;
use crate::extract::Polarity;
use crate::extract::participants::{is_known, label_words};
use crate::lexicon::EventType;
use crate::syntax::{conjunction, governors, own_subject, particle_to};
use crate::text::Deprel;

/// The edge to whom a threat depends on, if the statement has reached nobody and no place yet.
pub(super) fn condition(draft: &Draft<'_>) -> Option<Candidate> {
    let threatens = draft.statement.relation.event == Some(EventType::Threaten);
    (threatens && !draft.reaches_place()).then(|| condition_of(draft))?
}

/// The edge to whom an act is done for, if the statement has reached nobody yet.
pub(super) fn purpose(draft: &Draft<'_>) -> Option<Candidate> {
    let event = draft.statement.relation.event?;
    let may_be_for = !matches!(event, EventType::Consult | EventType::Retreat)
        && draft.statement.polarity == Polarity::Positive;
    (may_be_for && !draft.reaches_actor()).then(|| purpose_of(draft))?
}

/// *threatened to walk out unless X leaves*
fn condition_of(draft: &Draft<'_>) -> Option<Candidate> {
    let context = draft.context;
    let head = draft.statement.relation.phrase.head;
    let mut verbs = vec![head];
    verbs.extend(governors(context.tree, context.words(), head));
    let below = |&verb: &usize| {
        let clauses = context.tree.children_by(verb, &[Deprel::Advcl]);
        clauses.collect::<Vec<_>>()
    };
    let (mark, subject) = verbs.iter().flat_map(below).find_map(|clause| {
        let mark = conjunction(context.tree, clause)?;
        let condition = context.words().conjunction(&context.lower(&[mark])) == Some("condition");
        let subject = own_subject(context.tree, clause)
            .filter(|&subject| condition && is_known(context, subject))?;
        Some((mark, subject))
    })?;
    let words = words_with_object(draft, &text(context, &[mark]));
    Some(Candidate::inferred(&words, subject, "condition"))
}

/// *rallied to demand reforms from X*, *sent arms to help defend X*
fn purpose_of(draft: &Draft<'_>) -> Option<Candidate> {
    let context = draft.context;
    let head = draft.statement.relation.phrase.head;
    let object = nominal_object(context, draft.statement).map(|object| object.head);
    let nouns = draft
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
    let (words, target) = clauses.find_map(|clause| among(draft, clause))?;
    let words = words_with_object(draft, &words);
    Some(Candidate::inferred(&words, target, "purpose"))
}

fn words_with_object(draft: &Draft<'_>, words: &str) -> String {
    let context = draft.context;
    let object = nominal_object(context, draft.statement);
    let object = object.map_or(String::new(), |object| {
        text(context, &label_words(context, object.head, usize::MAX))
    });
    format!("{object} {words}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    fn assert_edge(rows: &str, edge: &str) {
        let edges = edge_lines(rows);
        assert!(edges.contains(&edge.to_owned()), "{edges:?}");
    }

    #[test]
    fn a_threat_is_made_to_the_one_it_depends_on() {
        assert_edge(
            "Norway Norway PROPN NNP 2 nsubj
            threatened threaten VERB VBD 0 root
            to to PART TO 4 mark
            end end VERB VB 2 xcomp
            talks talk NOUN NNS 4 obj
            unless unless SCONJ IN 8 mark
            Chad Chad PROPN NNP 8 nsubj
            left leave VERB VBD 4 advcl",
            "Norway – threatened to end talks unless → Chad",
        );
    }

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
