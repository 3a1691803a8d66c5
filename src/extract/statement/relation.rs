//! What a statement says of its subject.

use smol_str::SmolStr;

use crate::annotate::Annotated;
use crate::lexicon::EventType;

use super::Phrase;

/// What a statement says of its subject.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Relation {
    /// The words that express it, auxiliaries, negation and particles included; `head` is the verb, adjective or noun.
    pub phrase: Phrase,
    /// Words that the text leaves out and the relation needs (`is` of an apposition, `has` of a possessive): what
    /// the relation reads as when `phrase` alone does not say it.
    pub implied: Option<SmolStr>,
    /// The head's lemma with particles: `carry out`.
    pub lemma: SmolStr,
    /// One key for all ways to say the same: `demand action`. Set by `events`.
    pub predicate: SmolStr,
    /// Active or passive.
    pub voice: Voice,
    /// The type of political event in PLOVER's terms, if it is one. Set by `events`.
    pub event: Option<EventType>,
    /// By what means that is done (`phone`, `aerial`), where the words tell. Set by `events`.
    pub mode: Option<SmolStr>,
}

impl Relation {
    /// The words, or what is [implied](Self::implied).
    pub fn text(&self, annotated: &Annotated) -> String {
        match &self.implied {
            Some(implied) => implied.to_string(),
            None => self.phrase.text(annotated),
        }
    }
}

/// Grammatical voice of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Voice {
    /// The subject does it.
    #[default]
    Active,
    /// It is done to the subject.
    Passive,
}
