//! An attribution: who is the source of which words.

use smol_str::SmolStr;

use crate::lexicon::Stance;
use crate::text::Span;

use super::Phrase;

/// Somebody's statement, belief, intention or demand, as the text reports it.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Who says it; `None` where the text names nobody (`is said to`).
    pub source: Option<Phrase>,
    /// The words that make it an attribution: `has repeatedly said`, `according to`.
    pub cue: Phrase,
    /// What is said: spans in the order of the text, with their quotation marks.
    pub content: Vec<Span>,
    /// Direct, indirect or mixed.
    pub mode: AttributionMode,
    /// What the source does: say it, think it, want it, or only act.
    pub kind: AttributionKind,
    /// The actors whose words they are, as indices into the document's actors: the members of a joint source, those
    /// who made a statement or a letter, else the source's own.
    pub speakers: Vec<usize>,
    /// To whom it is said, where the text says so: `informed Pakistan`, `told reporters`.
    pub addressee: Option<Phrase>,
    /// The actors it is said to, as indices into the document's actors.
    pub addressees: Vec<usize>,
    /// What the source does with the content, negation of the cue included: `did not deny` leaves it open.
    pub stance: Stance,
    /// Whether the source rejects the content instead of standing by it: `denied that …`.
    pub denies: bool,
    /// The attribution in whose content this one stands, the nearest of several: an index into
    /// [`Extracted::attributions`](super::Extracted::attributions).
    pub within: Option<usize>,
    /// The attribution that this one rejects, where it only points at what was said: `denied the accusation`.
    pub answers: Option<usize>,
    /// Whether the content is itself somebody's words: `rejected allegations that …`.
    pub cites: bool,
    /// The content words of the content without names, sorted. Each has the form that it shares with its synonyms
    /// (`territory` for `soil`). `not` is among them if the content is negative.
    pub content_words: Vec<SmolStr>,
}

impl Attribution {
    /// An assertion of nobody in particular, to be refined.
    pub fn new(cue: Phrase, content: Vec<Span>, mode: AttributionMode) -> Self {
        Self {
            source: None,
            cue,
            content,
            mode,
            kind: AttributionKind::default(),
            speakers: Vec::new(),
            addressee: None,
            addressees: Vec::new(),
            stance: Stance::Assert,
            denies: false,
            within: None,
            answers: None,
            cites: false,
            content_words: Vec::new(),
        }
    }
}

/// How the content of an [`Attribution`] is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AttributionMode {
    /// Wholly in quotation marks.
    Direct,
    /// Wholly outside quotation marks.
    Indirect,
    /// Partly in quotation marks.
    Mixed,
}

impl AttributionMode {
    /// All modes.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];

    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// What the source of an [`Attribution`] does with its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum AttributionKind {
    /// Utters it: says, denies, promises, accuses.
    #[default]
    Saying,
    /// Holds or feels it: thinks, knows, fears, doubts.
    Thinking,
    /// Wishes, means to do or orders it: hopes, plans, calls for.
    Wanting,
    /// Only acts, in a way that shows a stance: encourages a visit, allows a convoy.
    Act,
}

impl AttributionKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Saying, Self::Thinking, Self::Wanting, Self::Act];

    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Saying => "saying",
            Self::Thinking => "thinking",
            Self::Wanting => "wanting",
            Self::Act => "act",
        }
    }
}
