//! Training examples of the network of attributions: documents as the network gets them during analysis.
//!
//! In: documents of which it is known who says what, annotated by an engine. Out: the kinds and vectors of their tokens,
//! and the words that may be cues. The labels are not part of it; the training program finds them by the places of the tokens.

use crate::annotate::{Models, annotate};
use crate::extract::{scorer, scorer_input};
use crate::text::{CharIndex, Document};

/// The number of columns of kinds of a token, and of kinds in each.
pub const KINDS: &[usize] = &scorer::VALUES;
/// The same of a token relative to a word that may be a cue.
pub const PAIR_KINDS: &[usize] = &scorer::PAIR_VALUES;

/// A document as the network sees it.
#[derive(Debug)]
pub struct AttributionExample {
    /// Which document it is.
    pub id: String,
    /// Where each token begins and ends, in characters.
    pub places: Vec<(usize, usize)>,
    /// The kinds of each token, in [`KINDS`] columns.
    pub kinds: Vec<u8>,
    /// The vectors of all tokens, one after another.
    pub vectors: Vec<f32>,
    /// The words that may be cues.
    pub cases: Vec<CueCase>,
}

/// A word that may be a cue.
#[derive(Debug)]
pub struct CueCase {
    /// The word.
    pub head: usize,
    /// Whether the rules accept it.
    pub found: bool,
    /// The tokens around it.
    pub window: std::ops::Range<usize>,
    /// Their kinds relative to this word, in [`PAIR_KINDS`] columns.
    pub kinds: Vec<u8>,
}

/// What the network gets of a document.
pub fn example(document: Document, models: &Models) -> AttributionExample {
    let id = document.id.to_string();
    let mut annotated = annotate(document, models);
    let vectors = annotated.vectors.take();
    let input = scorer_input(&annotated, &models.lexicon);
    let index = CharIndex::new(&annotated.document.text);
    let tokens = annotated
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.tokens);
    let places = tokens.map(|token| {
        let span = index.chars(token.span);
        (span.start, span.end)
    });
    let places = places.collect();
    let rows = (0..annotated.sentences.len())
        .filter_map(|sentence| {
            vectors
                .as_ref()
                .map(|vectors| vectors.of_sentence(sentence))
        })
        .flatten();
    AttributionExample {
        id,
        places,
        vectors: rows.flatten().copied().collect(),
        kinds: input.tokens.into_iter().flatten().collect(),
        cases: (input.candidates.into_iter())
            .map(|(candidate, pairs)| CueCase {
                head: candidate.head,
                found: candidate.draft.is_some(),
                window: candidate.window,
                kinds: pairs.into_iter().flatten().collect(),
            })
            .collect(),
    }
}
