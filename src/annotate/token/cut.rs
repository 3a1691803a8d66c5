//! Cuts a block into pieces.

use crate::lexicon::CuttingLists;
use crate::text::Span;

use super::cutter::{Cutter, Quotes, belongs_to_word};
use super::piece::TokenPiece;

/// Appends the pieces of the block at `span`.
pub(in crate::annotate) fn cut(
    text: &str,
    span: Span,
    lists: &CuttingLists,
    pieces: &mut Vec<TokenPiece>,
) {
    let mut cutter = Cutter {
        text: &text[..span.end],
        lists,
        pieces,
        at: span.start,
        end: span.start,
        quotes: Quotes::default(),
    };
    while let Some(start) = cutter.text[cutter.end..].find(|c: char| !c.is_whitespace()) {
        cutter.at = cutter.end + start;
        let length = cutter.text[cutter.at..].find(char::is_whitespace);
        cutter.end = length.map_or(span.end, |length| cutter.at + length);
        cutter.chunk();
    }
}

impl Cutter<'_> {
    /// Cuts the chunk from `at` to `end`.
    fn chunk(&mut self) {
        let start = self.at;
        while let Some(first) = self.rest().chars().next() {
            let before = self.at;
            if !(self.address() || self.face(before == start)) {
                if first.is_ascii_digit() {
                    self.number(0);
                } else if belongs_to_word(first) {
                    self.word();
                } else {
                    self.mark(first, before == start);
                }
            }
            debug_assert!(self.at > before, "every step cuts something");
        }
    }
}
