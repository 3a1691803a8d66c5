//! Who says what, as evidence.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use crate::extract::{AttributionKind, AttributionMode};
use crate::lexicon::Stance;
use crate::text::{Chars, Span};

use super::Id;

/// Somebody's statement, belief or demand, as a document reports it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CorpusAttribution {
    /// Hash of document and places.
    pub id: Id,
    /// The document.
    pub document: Id,
    /// The sentence of the cue.
    pub sentence: Id,
    /// Who says it; `None` where the text names nobody.
    pub speaker: Option<Speaker>,
    /// Where the words stand that make it an attribution: `has repeatedly said`.
    pub cue: Vec<Span<Chars>>,
    /// What is said, in stretches of the text.
    pub content: Vec<Span<Chars>>,
    /// The sentences that hold the content, in the order of the text.
    pub content_sentences: Vec<Id>,
    /// Direct, indirect or mixed.
    pub mode: AttributionMode,
    /// Whether the speaker says, thinks or wants it, or but does something.
    pub kind: AttributionKind,
    /// To whom it is said, where the text tells.
    pub addressee: Option<Speaker>,
    /// What the speaker does with the content: asserts, denies, hopes, demands it.
    pub stance: Stance,
    /// Whether the speaker rejects the content.
    pub denies: bool,
    /// The attribution in whose content this one stands, the nearest if there are several.
    pub within: Option<Id>,
    /// The attribution that this one rejects, where it only points at it: `denied the accusation`.
    pub answers: Option<Id>,
    /// Whether the content is itself somebody's words: `rejected allegations that …`.
    pub cites: bool,
    /// The words that tell what the content is about, in forms that can be compared with those of other contents, sorted;
    /// `not` among them if the content is negative.
    pub content_words: Vec<SmolStr>,
    /// The claims that the content makes.
    pub claims: BTreeSet<Id>,
    /// The actors that the content mentions.
    pub mentions: BTreeSet<Id>,
}

/// The words for somebody who says something or is told it, and the actor they stand for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker {
    /// The actor, if the words stand for one.
    pub actor: Option<Id>,
    /// The further actors of a joint source, in the order of the text.
    pub others: Vec<Id>,
    /// Where the words stand in the document.
    pub words: Vec<Span<Chars>>,
    /// The sentence they stand in.
    pub sentence: Id,
}

impl Speaker {
    /// All actors whose words they are, in the order of the text.
    pub fn actors(&self) -> impl Iterator<Item = &Id> {
        self.actor.iter().chain(&self.others)
    }
}
