//! What negation, modality and conditions make of the type of an act.

use crate::extract::{Modality, Polarity, SentenceContext, Statement};
use crate::lexicon::{EventType, Operator};
use crate::syntax::{conjunction, is_negation};
use crate::text::{Deprel, Upos};

use super::operator::intended;

/// The statement around the act.
pub(super) struct Outer<'a> {
    pub(super) context: &'a SentenceContext<'a>,
    pub(super) statement: &'a Statement,
    /// Whether a verb of the chain already says that the act is announced, refused or demanded.
    pub(super) bound: bool,
    pub(super) chain: &'a [usize],
}

impl Outer<'_> {
    /// *will not attend*, *cannot accept* reject; *did not attend* is no event.
    pub(super) fn polar(&self, found: Option<EventType>) -> Option<EventType> {
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
        let will = self.has_prospective_auxiliary()
            || self
                .context
                .lexicon
                .frames
                .operator(context.lemma(head))
                .is_some();
        let gives = found.is_cooperative() || found.is_yielding();
        (gives && (will || found != EventType::Consult)).then_some(EventType::Reject)
    }

    /// What is to come is agreed to or threatened; what only may be is no event.
    pub(super) fn modal(&self, found: Option<EventType>) -> Option<EventType> {
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
            Modality::Possible if is_adverb || verbal => Some(found),
            Modality::Intended if verbal => Some(found),
            _ => None,
        }
    }

    /// Whether an auxiliary says that it must be.
    pub(super) fn is_demanded(&self) -> bool {
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

    /// Whether an auxiliary says what somebody is going or able to do.
    fn has_prospective_auxiliary(&self) -> bool {
        let auxiliaries = &self.context.words().prospective_auxiliaries;
        let mut tokens = self.statement.relation.phrase.tokens.iter();
        tokens.any(|&token| auxiliaries.has(self.context.lemma(token)))
    }
}
