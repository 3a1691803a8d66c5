//! Attributions over all documents.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use crate::extract::{AttributionKind, AttributionMode};
use crate::lexicon::Stance;
use crate::text::{Chars, Span};

use super::Id;

/// What a document attributes to somebody: a statement, a belief or a demand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CorpusAttribution {
    /// Hash of the document and the spans.
    pub id: Id,
    /// The document.
    pub document: Id,
    /// The sentence of the cue.
    pub sentence: Id,
    /// The speaker; `None` where the text names none.
    pub speaker: Option<Speaker>,
    /// The spans of the cue: `has repeatedly said`.
    pub cue: Vec<Span<Chars>>,
    /// The spans of the content.
    pub content: Vec<Span<Chars>>,
    /// The sentences of the content, in the order of the text.
    pub content_sentences: Vec<Id>,
    /// Direct, indirect or mixed.
    pub mode: AttributionMode,
    /// Whether it is said, thought, wanted, or an act.
    pub kind: AttributionKind,
    /// To whom it is said, if the text says so.
    pub addressee: Option<Speaker>,
    /// What the speaker does with the content: asserts, denies, hopes, demands.
    pub stance: Stance,
    /// Whether the speaker rejects the content.
    pub denies: bool,
    /// The innermost attribution whose content contains this one.
    pub within: Option<Id>,
    /// The attribution that this one rejects by reference: `denied the accusation`.
    pub answers: Option<Id>,
    /// Whether the content is itself attributed: `rejected allegations that …`.
    pub cites: bool,
    /// The content words, normalised so that contents can be compared, sorted; with `not` if the content is negated.
    pub content_words: Vec<SmolStr>,
    /// The claims that the content makes.
    pub claims: BTreeSet<Id>,
    /// The actors that the content mentions.
    pub mentions: BTreeSet<Id>,
}

/// The words for a speaker or addressee, and the actors that they refer to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker {
    /// The actor, if the words refer to one.
    pub actor: Option<Id>,
    /// The further actors of a joint source, in the order of the text.
    pub others: Vec<Id>,
    /// The spans of the words.
    pub words: Vec<Span<Chars>>,
    /// Their sentence.
    pub sentence: Id,
}

impl Speaker {
    /// All actors that the words refer to, in the order of the text.
    pub fn actors(&self) -> impl Iterator<Item = &Id> {
        self.actor.iter().chain(&self.others)
    }
}
