//! What a statement puts into the graph.

use smol_str::SmolStr;

use super::Phrase;

/// One end of an [`Edge`].
#[derive(Debug, Clone, PartialEq)]
pub struct EdgeEnd {
    /// The words: as few as say who or what it is.
    pub phrase: Phrase,
    /// The name of the node: the actor's, else the words.
    pub name: String,
}

/// What a statement puts into the graph: the agent → the undergoer, the agent first whatever the voice.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The agent.
    pub source: EdgeEnd,
    /// Short and readable: `demands action against`.
    pub label: String,
    /// The undergoer.
    pub target: EdgeEnd,
    /// The probability, from 0 to 1, that it is right as it stands: both ends, the label, polarity, modality and speakers.
    pub confidence: f32,
    /// The rule that led to a label or an end that the words do not state outright (`mediation`); empty otherwise.
    pub inferred: SmolStr,
}
