//! The type of political event that a statement reports, in the terms of the PLOVER ontology.
//!
//! In: a statement with polarity, modality, and the tree. Out: [`Relation::event`](super::Relation::event). The type is
//! composed: the act itself, then what each verb above does to it (agree, refuse, threaten, demand, end), then
//! negation and modality. A statement without a frame has no type; there is no default.

use crate::lexicon::{EventType, ModalityCue, Operator, Part};
use crate::syntax::{
    conjunction, governors, is_negation, is_passive, own_subject, preposition, relation_lemma,
};
use crate::text::{Deprel, Upos};

use super::clause::subject::subject;
use super::predicate::{act, apply, intended};
use super::{Extractor, Memberships, Modality, Polarity, SentenceContext, Statement};

/// Sets the event type of the statement's relation. Polarity and modality must have been set.
pub(crate) fn fill(context: &SentenceContext<'_>, statement: &mut Statement) {
    // *peacekeeping troops of NATO* belong to it, and are not sent by being so.
    let belongs = statement.extractor == Memberships.name();
    statement.relation.event = event(context, statement).filter(|_| !belongs);
}

fn event(context: &SentenceContext<'_>, statement: &Statement) -> Option<EventType> {
    let head = statement.relation.phrase.head;
    let chain = governors(context.tree, context.words(), head);
    let first = chain.first().copied().unwrap_or(head);
    if is_only_meant(context, first) {
        return None;
    }
    let mut found = own(context, head);
    let mut bound = false;
    for &governor in chain.iter().rev() {
        let lemma = relation_lemma(context.tree, governor);
        let operator = context.lexicon.frames.operator(&lemma);
        bound |= !matches!(operator, None | Some(Operator::Do | Operator::Undo));
        found = match operator {
            Some(operator) => apply(operator, found),
            None => context
                .lexicon
                .frames
                .verb(&lemma)
                .and_then(|f| f.event)
                .or(found),
        };
    }
    let outer = Outer {
        context,
        statement,
        bound,
        chain: &chain,
    };
    match found {
        None if wanted(context, head) => Some(EventType::Request),
        None => outer.required(first),
        // *said that Oslo must leave*: the saying has the type.
        Some(_) if context.relation(first) == Deprel::Ccomp && outer.is_demanded() => {
            let above = context
                .head(first)
                .is_some_and(|above| wanted(context, above));
            if above {
                None
            } else {
                outer.modal(outer.polar(found))
            }
        }
        found => outer.modal(outer.polar(found)),
    }
}

/// *said that Oslo must leave*, *stressed that action is needed*: who says so demands it of another.
fn wanted(context: &SentenceContext<'_>, head: usize) -> bool {
    let Some(clause) = context
        .tree
        .child(head, Deprel::Ccomp)
        .filter(|&clause| clause > head)
    else {
        return false;
    };
    let own = subject(context, head).map(|subject| subject.head);
    let (Some(own), Some(other)) = (own, own_subject(context.tree, clause)) else {
        return false;
    };
    let same = context.actor(own).is_some() && context.actor(own) == context.actor(other);
    let pronoun = context.token(other).upos == Upos::Pron;
    let required = |token: usize, part| {
        context.words().modality(context.lemma(token), part) == Some(ModalityCue::Required)
    };
    let must = (context.tree.children_by(clause, &[Deprel::Aux]))
        .any(|token| required(token, Part::Auxiliary));
    let needed = is_passive(context.tree, clause) && required(clause, Part::Verb)
        || context.token(clause).upos == Upos::Adj && required(clause, Part::Adjective);
    let negated = context
        .tree
        .children_by(clause, &[Deprel::Advmod])
        .any(|token| is_negation(context.tree, context.words(), token));
    !same && !pronoun && !negated && (must || needed)
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
        (Operator::Do | Operator::Undo, _) | (Operator::Fail | Operator::Intend, None) => None,
        (operator, content) => {
            let content = content.and_then(|content| act(context, content).event);
            apply(operator, content)
        }
    }
}

/// Whether the clause or noun is what a verb above asks for, refuses, threatens or alleges: that verb has the type.
fn is_only_meant(context: &SentenceContext<'_>, first: usize) -> bool {
    let mut token = first;
    for _ in 0..6 {
        let Some(head) = context.head(token) else {
            return false;
        };
        let relation = context.relation(token);
        let nominal = context.is_nominal(token) && !context.is_verb(token);
        let content = match relation {
            Deprel::Ccomp | Deprel::Xcomp => true,
            Deprel::Acl => context.token(token).deprel != Deprel::AclRelcl,
            Deprel::Advcl => {
                let mark = context.tree.child(token, Deprel::Mark);
                mark.is_some_and(|mark| {
                    matches!(
                        context.lemma(mark),
                        "of" | "for" | "against" | "to" | "from" | "with"
                    )
                })
            }
            Deprel::Obl => nominal && !(token == first && is_meanwhile(context, token)),
            Deprel::Obj | Deprel::Nmod => nominal,
            Deprel::Nsubj => nominal && context.token(token).deprel == Deprel::NsubjPass,
            Deprel::Conj => true,
            _ => false,
        };
        if !content {
            return false;
        }
        if relation != Deprel::Conj
            && (context.is_verb(head) || context.token(head).upos == Upos::Adj)
        {
            let lemma = relation_lemma(context.tree, head);
            let frames = &context.lexicon.frames;
            let operator = frames.operator(&lemma);
            // Whom somebody informs, or tells at a meeting, is told of a deed; it is not what is wanted.
            let moves =
                |event: EventType| !(relation == Deprel::Ccomp && event == EventType::Consult);
            let moved = act(context, head).event.is_some_and(moves)
                || frames.verb(&lemma).and_then(|f| f.event).is_some_and(moves);
            let carries = match operator {
                Some(Operator::Do) => moved && !nominal,
                Some(_) => true,
                None => moved,
            };
            if carries {
                return true;
            }
            if nominal {
                return false;
            }
        }
        token = head;
    }
    false
}

/// *discussed it during a visit*: what goes on meanwhile is no content.
fn is_meanwhile(context: &SentenceContext<'_>, noun: usize) -> bool {
    context
        .words()
        .preposition(&context.lower(&preposition(context.tree, noun)))
        == Some("time")
}

/// The statement around the act.
struct Outer<'a> {
    context: &'a SentenceContext<'a>,
    statement: &'a Statement,
    /// Whether a verb of the chain already says that the act is announced, refused or demanded.
    bound: bool,
    chain: &'a [usize],
}

impl Outer<'_> {
    /// *will not attend*, *cannot accept* reject; *did not attend* is no event.
    fn polar(&self, found: Option<EventType>) -> Option<EventType> {
        let context = self.context;
        // *did not rule out* says nothing of a rejection, although both negations together leave the thing open.
        let open = self.statement.polarity == Polarity::Negative
            || self.statement.modality == Modality::Possible;
        let negated = open
            && (self.statement.polarity_cues.iter())
                .any(|&cue| is_negation(context.tree, context.words(), cue));
        if !negated {
            return found;
        }
        let found = found?;
        let head = self.statement.relation.phrase.head;
        let will = self.auxiliary(&["will", "would", "can", "could", "shall"])
            || self
                .context
                .lexicon
                .frames
                .operator(context.lemma(head))
                .is_some();
        if found.is_hostile() {
            return (will && !self.bound).then_some(EventType::Agree);
        }
        let gives = found.is_cooperative() || found.is_yielding();
        (gives && (will || found != EventType::Consult)).then_some(EventType::Reject)
    }

    /// What is to come is agreed to or threatened; what only may be is no event.
    fn modal(&self, found: Option<EventType>) -> Option<EventType> {
        let found = found?;
        let cue = self.statement.modality_cues.first().copied();
        let in_chain = cue.is_some_and(|cue| self.chain.contains(&cue));
        let is_adverb = cue.is_some_and(|cue| self.context.token(cue).upos == Upos::Adv);
        let is_auxiliary = cue.is_some_and(|cue| self.context.token(cue).upos == Upos::Aux);
        let verbal = !(found.is_hostile() || found.is_cooperative() || found.is_yielding());
        let gives_up = found.is_hostile() || found.is_yielding();
        if gives_up && self.statement.modality != Modality::Asserted && self.is_ultimatum() {
            return Some(EventType::Threaten);
        }
        match self.statement.modality {
            Modality::Asserted => Some(found),
            _ if in_chain || self.bound => Some(found),
            Modality::Intended if is_auxiliary => Some(intended(found)),
            Modality::Conditional if is_auxiliary => Some(intended(found)),
            Modality::Required if is_auxiliary => {
                Some(if verbal { found } else { EventType::Request })
            }
            Modality::Possible if is_adverb || verbal => Some(found),
            Modality::Possible if is_auxiliary && found.is_hostile() => Some(EventType::Threaten),
            Modality::Intended if verbal => Some(found),
            _ => None,
        }
    }

    /// *said that Oslo must …*: whatever it is, it is demanded.
    fn required(&self, first: usize) -> Option<EventType> {
        let context = self.context;
        let said = match context.relation(first) {
            Deprel::Ccomp => !context
                .head(first)
                .is_some_and(|above| wanted(context, above)),
            _ => context.tree.child(first, Deprel::Parataxis).is_some(),
        };
        (said && self.is_demanded()).then_some(EventType::Request)
    }

    /// Whether an auxiliary says that it must be.
    fn is_demanded(&self) -> bool {
        let mut cues = self.statement.modality_cues.iter();
        self.statement.modality == Modality::Required
            && cues.any(|&cue| self.context.token(cue).upos == Upos::Aux)
    }

    /// *will withdraw unless Oslo pays*
    fn is_ultimatum(&self) -> bool {
        let context = self.context;
        let head = self.statement.relation.phrase.head;
        let mut clauses = context.tree.children_by(head, &[Deprel::Advcl]);
        clauses.any(|clause| {
            let mark = conjunction(context.tree, clause).map(|mark| context.lower(&[mark]));
            let frames = &context.lexicon.frames;
            mark.and_then(|mark| frames.operator(&mark)) == Some(Operator::Threaten)
        })
    }

    fn auxiliary(&self, lemmas: &[&str]) -> bool {
        let tokens = self.statement.relation.phrase.tokens.iter();
        let mut lemmas_of = tokens.map(|&token| self.context.lemma(token));
        lemmas_of.any(|lemma| lemmas.contains(&lemma))
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
