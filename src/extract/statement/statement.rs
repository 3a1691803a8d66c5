//! A statement: subject, relation, object and further arguments, with what the author commits to.

use crate::extract::time::TimeValue;

use super::{Argument, Edge, Modality, Phrase, Polarity, Relation, StatementKind};

/// Who does what to whom, as one clause or phrase says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The sentence that states it.
    pub sentence: usize,
    /// From which construction it was extracted.
    pub kind: StatementKind,
    /// The subject as the clause has it.
    pub subject: Phrase,
    /// What is said of it.
    pub relation: Relation,
    /// The object, if the verb has one.
    pub object: Option<Phrase>,
    /// Everything else that belongs to the verb.
    pub arguments: Vec<Argument>,
    /// Whether it is said to be so or not.
    pub polarity: Polarity,
    /// The tokens that show the polarity: `not`, `deny`.
    pub polarity_cues: Vec<usize>,
    /// How far the text commits itself.
    pub modality: Modality,
    /// The tokens that show the modality: `may`, `reportedly`.
    pub modality_cues: Vec<usize>,
    /// Who says so: indices into [`Extracted::attributions`](crate::extract::Extracted::attributions), outermost first.
    pub attribution: Vec<usize>,
    /// What it puts into the graph.
    pub edges: Vec<Edge>,
    /// Between 0 and 1: how sure the extractor is.
    pub confidence: f32,
}

impl Statement {
    /// A plain positive assertion, to be refined.
    pub fn new(
        kind: StatementKind,
        subject: Phrase,
        relation: Relation,
        object: Option<Phrase>,
    ) -> Self {
        Self {
            sentence: relation.phrase.sentence,
            kind,
            subject,
            relation,
            object,
            arguments: Vec::new(),
            polarity: Polarity::default(),
            polarity_cues: Vec::new(),
            modality: Modality::default(),
            modality_cues: Vec::new(),
            attribution: Vec::new(),
            edges: Vec::new(),
            confidence: 0.5,
        }
    }

    /// When it is so, if the statement tells it by the calendar: of several times the shortest.
    pub fn time(&self) -> Option<&TimeValue> {
        let told = self
            .arguments
            .iter()
            .filter_map(|argument| argument.time.as_ref());
        let dated = told.filter(|time| time.is_dated());
        dated.min_by_key(|time| time.days().unwrap_or(i32::MAX))
    }
}
