//! A network that says of each word that may be a cue whether it is one, and what belongs to its attribution.
//!
//! In: the drafts of the rules, and the vectors that the accurate engine gives. Out: the drafts without those that are
//! none, with their borders moved, and with those that the rules passed over.
//!
//! `page` tells the network what is known of each token, `case` what of each token beside a word that may be a cue;
//! `network` gives scores, `path` makes stretches of them, `settle` decides. Read `settle` first.

mod case;
mod network;
mod page;
mod path;
mod settle;

use std::ops::Range;

use crate::annotate::{Annotated, TokenRows};
use crate::lexicon::Lexicon;
use crate::text::Span;

use super::draft::Draft;
use super::quotation::Quotations;

pub(crate) use case::{Case, PAIR_COLUMNS, PAIR_KINDS};
pub(crate) use network::Network;
pub(crate) use page::{COLUMNS, KINDS};
use settle::Settler;

/// All that the network is told of a document, beside the vectors.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    /// The kinds of each token.
    pub(crate) tokens: Vec<[u8; COLUMNS]>,
    /// The words that may be cues, each with the kinds of the tokens around it.
    pub(crate) cases: Vec<(Case, Vec<[u8; PAIR_COLUMNS]>)>,
}

/// What is known of a document.
pub(super) fn tell(
    annotated: &Annotated,
    lexicon: &Lexicon,
    quotations: &Quotations,
    drafts: &[Draft],
) -> Told {
    let cases = case::cases(annotated, &lexicon.cues, quotations, drafts);
    Told {
        tokens: page::kinds(annotated, &lexicon.cues, quotations, drafts),
        cases: cases
            .into_iter()
            .map(|case| {
                let pairs = case::pairs(annotated, quotations, drafts, &case);
                (case, pairs)
            })
            .collect(),
    }
}

/// The drafts of the rules as the network would have them.
pub(super) fn settle(
    annotated: &Annotated,
    lexicon: &Lexicon,
    quotations: &Quotations,
    vectors: &TokenRows,
    drafts: Vec<Draft>,
) -> Vec<Draft> {
    let told = tell(annotated, lexicon, quotations, &drafts);
    let verdicts = Network::embedded().judge(&told, vectors);
    let settler = Settler {
        annotated,
        cues: &lexicon.cues,
        quotations,
    };
    settler.settle(&told, verdicts, drafts)
}

/// The tokens of a stretch of text, counted over the whole document.
fn tokens(annotated: &Annotated, quotations: &Quotations, span: Span) -> Range<usize> {
    let sentences = &annotated.sentences;
    let at = |position: usize| -> usize {
        let sentence = sentences.partition_point(|sentence| sentence.span.end <= position);
        let Some(place) = sentences.get(sentence) else {
            return sentences.last().map_or(0, |last| {
                quotations.flat(sentences.len() - 1, 0) + last.tokens.len()
            });
        };
        let token = place
            .tokens
            .partition_point(|token| token.span.end <= position);
        quotations.flat(sentence, 0) + token
    };
    let end = sentences.partition_point(|sentence| sentence.span.start < span.end);
    let to = end.checked_sub(1).map_or(0, |sentence| {
        let tokens = &sentences[sentence].tokens;
        quotations.flat(sentence, 0) + tokens.partition_point(|token| token.span.start < span.end)
    });
    let from = at(span.start);
    from..to.max(from)
}
