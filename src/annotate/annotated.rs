//! A document with all that is known about its words.

use crate::text::{Document, Sentence, Span};

use super::{LocalActor, MendedArc, Mention, Quotations, TokenRows};

/// A document with its sentences, the mentions in them and the actors that these stand for.
#[derive(Debug, Clone, Default)]
pub struct Annotated {
    /// The document as it was read.
    pub document: Document,
    /// Its sentences in the order of the text.
    pub sentences: Vec<Sentence>,
    /// Every mention of an actor, by place in the text; of two that start together the longer comes first.
    pub mentions: Vec<Mention>,
    /// The actors of this document; [`Mention::actor`] is an index into them.
    pub actors: Vec<LocalActor>,
    /// Its quotations.
    pub quotations: Quotations,
    /// Names that the user ignores, in the order of the text.
    pub ignored: Vec<Span>,
    /// The arcs that the parser had wrong and that were replaced, by place in the text.
    pub mended: Vec<MendedArc>,
    /// The engine's probabilities of each token's head and relation, if it gives any.
    pub arcs: Option<TokenRows>,
    /// The engine's vector of each token, if it gives any. Extraction takes them.
    pub vectors: Option<TokenRows>,
}

impl Annotated {
    /// The words of the text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.document.slice(span)
    }

    /// The mentions in the sentence with this index.
    pub fn mentions_in(&self, sentence: usize) -> impl Iterator<Item = &Mention> {
        self.mentions
            .iter()
            .filter(move |mention| mention.sentence == sentence)
    }

    /// The actor that the token stands for: that of the smallest mention whose head it is, if any.
    pub fn actor_of(&self, sentence: usize, token: usize) -> Option<usize> {
        let mentions = self
            .mentions_in(sentence)
            .filter(|mention| mention.head == token && mention.actor.is_some());
        mentions
            .min_by_key(|mention| mention.span.len())
            .and_then(|mention| mention.actor)
    }
}
