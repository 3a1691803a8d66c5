//! The type of political event that a statement reports, in the terms of the PLOVER ontology.
//!
//! The type is composed: the act itself, then what each verb above does to it (agree, refuse, threaten, demand, end),
//! then negation and modality. A statement without a frame has no type; there is no default.

use crate::extract::{SentenceContext, Statement, StatementKind};
use crate::lexicon::{EventType, Operator};
use crate::syntax::{governors, relation_lemma};
use crate::text::Deprel;

use super::act::act;
use super::content::{is_demand, is_only_content};
use super::operator::apply;
use super::outer::Outer;

/// Sets the event type of the statement's relation. Polarity and modality must have been set.
pub(crate) fn set_event(context: &SentenceContext<'_>, statement: &mut Statement) {
    // *peacekeeping troops of NATO* belong to it, and are not sent by being so.
    let belongs = statement.kind == StatementKind::Membership;
    statement.relation.event = event(context, statement).filter(|_| !belongs);
}

fn event(context: &SentenceContext<'_>, statement: &Statement) -> Option<EventType> {
    let head = statement.relation.phrase.head;
    let chain = governors(context.tree, context.words(), head);
    let first = chain.first().copied().unwrap_or(head);
    if is_only_content(context, first) {
        return None;
    }
    let mut found = own(context, head);
    let mut bound = false;
    for &governor in chain.iter().rev() {
        let lemma = relation_lemma(context.tree, governor);
        let operator = context.lexicon.frames.operator(&lemma);
        bound |=
            operator.is_some_and(|operator| !operator.is_light() && operator != Operator::Undo);
        if let Some(operator) = operator {
            found = apply(operator, found);
        }
    }
    let outer = Outer {
        context,
        statement,
        bound,
        chain: &chain,
    };
    match found {
        None if is_demand(context, head) => Some(EventType::Request),
        // *said that Oslo must leave*: the saying has the type.
        Some(_) if context.relation(first) == Deprel::Ccomp && outer.is_demanded() => {
            let demand = context
                .head(first)
                .is_some_and(|above| is_demand(context, above));
            outer.modal(outer.polar(found)).filter(|_| !demand)
        }
        found => outer.modal(outer.polar(found)),
    }
}

/// What the verb says with its object, and with the clause that is its content: *promised that troops would leave*.
fn own(context: &SentenceContext<'_>, head: usize) -> Option<EventType> {
    let said = act(context, head).event;
    if said.is_some() {
        return said;
    }
    let operator = context
        .lexicon
        .frames
        .operator(&relation_lemma(context.tree, head))?;
    let content = context.tree.child(head, Deprel::Ccomp);
    match (operator, content) {
        // *announced that …*: the clause has a statement, and with it a type, of its own.
        (Operator::Do | Operator::Send | Operator::Undo, _)
        | (Operator::Fail | Operator::Intend | Operator::Decide, None) => None,
        (operator, content) => {
            let content = content.and_then(|content| act(context, content).event);
            apply(operator, content)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::extracted;

    fn events(rows: &str) -> Vec<String> {
        let extracted = extracted(rows);
        let events = extracted.statements.iter();
        events
            .filter_map(|statement| statement.relation.event)
            .map(|event| event.as_str().to_owned())
            .collect()
    }

    #[test]
    fn the_outer_verb_decides() {
        for (verb, lemma, event) in [
            ("agreed", "agree", "AGREE"),
            ("refused", "refuse", "REJECT"),
            ("threatened", "threaten", "THREATEN"),
        ] {
            let rows = format!(
                "Rebels rebel NOUN NNS 2 nsubj
                {verb} {lemma} VERB VBD 0 root
                to to PART TO 4 mark
                meet meet VERB VB 2 xcomp
                envoys envoy NOUN NNS 4 obj"
            );
            assert_eq!(events(&rows), [event], "{verb}");
        }
        let rows = "Oslo Oslo PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            rebels rebel NOUN NNS 2 obj
            to to PART TO 5 mark
            leave leave VERB VB 2 xcomp
            the the DET DT 7 det
            valley valley NOUN NN 5 obj";
        assert_eq!(events(rows), ["REQUEST"]);
    }

    #[test]
    fn undoing_turns_the_type_over() {
        for (verb, noun, event) in [
            ("lifted", "curfew", "CONCEDE"),
            ("suspended", "aid", "SANCTION"),
            ("halted", "offensive", "RETREAT"),
        ] {
            let lemma = verb.trim_end_matches("ed");
            let rows = format!(
                "Oslo Oslo PROPN NNP 2 nsubj
                {verb} {lemma} VERB VBD 0 root
                the the DET DT 4 det
                {noun} {noun} NOUN NN 2 obj"
            );
            assert!(
                events(&rows).contains(&event.to_owned()),
                "{verb} {noun}: {:?}",
                events(&rows)
            );
        }
    }

    #[test]
    fn what_is_to_come_is_agreed_to_or_threatened() {
        for (verb, event) in [("visit", "AGREE"), ("bomb", "THREATEN")] {
            let rows = format!(
                "Rebels rebel NOUN NNS 3 nsubj
                will will AUX MD 3 aux
                {verb} {verb} VERB VB 0 root
                the the DET DT 5 det
                capital capital NOUN NN 3 obj"
            );
            assert_eq!(events(&rows), [event]);
        }
    }

    #[test]
    fn words_without_a_frame_have_no_type() {
        let rows = "Envoys envoy NOUN NNS 2 nsubj
            whistled whistle VERB VBD 0 root
            tunes tune NOUN NNS 2 obj";
        assert!(events(rows).is_empty());
    }
}
