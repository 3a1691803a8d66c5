//! A block while it is cut.

use crate::lexicon::CuttingLists;
use crate::text::Span;

use super::piece::{Kind, TokenPiece};

/// Which quotation marks stand open.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    pub(super) single: bool,
    pub(super) double: bool,
}

/// Cuts a block, one chunk between white space at a time.
pub(super) struct Cutter<'a> {
    pub(super) text: &'a str,
    pub(super) lists: &'a CuttingLists,
    pub(super) pieces: &'a mut Vec<TokenPiece>,
    /// What stands before is cut already.
    pub(super) at: usize,
    /// The end of the chunk.
    pub(super) end: usize,
    pub(super) quotes: Quotes,
}

impl Cutter<'_> {
    /// What is left of the chunk.
    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    /// What follows the chunk, without the white space before it.
    pub(super) fn after_chunk(&self) -> &str {
        self.text[self.end..].trim_start()
    }

    /// Cuts a piece of `length` bytes off the rest.
    pub(super) fn take(&mut self, length: usize, kind: Kind) {
        self.push(length, kind, false);
    }

    /// Cuts a piece of `length` bytes off the rest that is one written word with the piece before it.
    pub(super) fn join(&mut self, length: usize) {
        self.push(length, Kind::Word, true);
    }

    /// Cuts a piece off the rest.
    pub(super) fn push(&mut self, length: usize, kind: Kind, joined: bool) {
        let span = Span::new(self.at, self.at + length);
        self.pieces.push(TokenPiece { span, joined, kind });
        self.at += length;
    }
}

/// Whether the character is part of a word wherever it stands: a letter, digit, underscore or combining mark.
pub(super) fn belongs_to_word(c: char) -> bool {
    c.is_alphanumeric()
        || c == '_'
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether the character is used as an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | '´' | 'ʼ' | '‘')
}

/// How many bytes from the start satisfy `belongs`.
pub(super) fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}
