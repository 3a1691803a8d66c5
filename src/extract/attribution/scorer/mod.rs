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

use crate::annotate::{Annotated, TokenRows};
use crate::lexicon::Lexicon;

use super::draft::Draft;
use super::offsets::TokenOffsets;

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
    offsets: &TokenOffsets<'_>,
    drafts: &[Draft],
) -> Told {
    let cases = case::cases(annotated, &lexicon.cues, offsets, drafts);
    Told {
        tokens: page::kinds(annotated, &lexicon.cues, offsets, drafts),
        cases: cases
            .into_iter()
            .map(|case| {
                let pairs = case::pairs(annotated, offsets, drafts, &case);
                (case, pairs)
            })
            .collect(),
    }
}

/// The drafts of the rules as the network would have them.
pub(super) fn settle(
    annotated: &Annotated,
    lexicon: &Lexicon,
    offsets: &TokenOffsets<'_>,
    vectors: &TokenRows,
    drafts: Vec<Draft>,
) -> Vec<Draft> {
    let told = tell(annotated, lexicon, offsets, &drafts);
    let verdicts = Network::embedded().judge(&told, vectors);
    let settler = Settler {
        annotated,
        cues: &lexicon.cues,
        offsets,
    };
    settler.settle(&told, verdicts, drafts)
}
