//! The tokenizer: a block of text → its syntactic words, in the conventions of the English UD treebanks.
//!
//! In: text and the place of a block. Out: [`Piece`]s in order, without overlap, on character boundaries, which hold
//! every character of the block but white space, and no white space. A written word that stands for several syntactic
//! words (`don't`, `Kabul's`) gives several pieces, all but the first [`joined`](Piece::joined).
//!
//! | file | cuts |
//! |---|---|
//! | `word.rs` | words with their hyphens, apostrophes and stops |
//! | `number.rs` | numbers, dates, times, telephone numbers, and the units behind them |
//! | `address.rs` | web and e-mail addresses, host and file names |
//! | `mark.rs` | punctuation, symbols, faces |

mod address;
mod mark;
mod number;
mod word;

use crate::lexicon::CuttingLists;
use crate::text::Span;

/// A syntactic word as the tokenizer cuts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its place in the document's text.
    pub(super) span: Span,
    /// Whether it is one written word together with the piece before it.
    pub(super) joined: bool,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a [`Piece`] is, as far as its letters tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word.
    Word,
    /// An abbreviation with its stop after which a sentence goes on, or `J.` before a name.
    Abbreviation,
    /// An abbreviation with its stop that may end a sentence.
    EndAbbreviation,
    /// A number, date or time.
    Number,
    /// A web or e-mail address, a host or file name.
    Address,
    /// Marks that end a sentence: `.`, `?!`.
    Stop,
    /// Three dots or more.
    Ellipsis,
    /// An opening bracket or quotation mark.
    Open,
    /// A closing bracket or quotation mark.
    Close,
    /// A face made of punctuation, or a picture.
    Face,
    /// Any other punctuation or symbol.
    Mark,
}

/// Appends the pieces of the block at `span`.
pub(super) fn cut(text: &str, span: Span, lists: &CuttingLists, pieces: &mut Vec<Piece>) {
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

/// Which quotation marks stand open.
#[derive(Debug, Default)]
struct Quotes {
    single: bool,
    double: bool,
}

/// Cuts a block, one chunk between white space at a time.
struct Cutter<'a> {
    text: &'a str,
    lists: &'a CuttingLists,
    pieces: &'a mut Vec<Piece>,
    /// What stands before is cut already.
    at: usize,
    /// The end of the chunk.
    end: usize,
    quotes: Quotes,
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

    /// What is left of the chunk.
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    /// What follows the chunk, without the white space before it.
    fn after_chunk(&self) -> &str {
        self.text[self.end..].trim_start()
    }

    /// Cuts a piece of `length` bytes off the rest.
    fn take(&mut self, length: usize, kind: Kind) {
        self.push(length, kind, false);
    }

    /// Cuts a piece of `length` bytes off the rest that is one written word with the piece before it.
    fn join(&mut self, length: usize) {
        self.push(length, Kind::Word, true);
    }

    fn push(&mut self, length: usize, kind: Kind, joined: bool) {
        let span = Span::new(self.at, self.at + length);
        self.pieces.push(Piece { span, joined, kind });
        self.at += length;
    }
}

/// Whether the character is part of a word wherever it stands: a letter, digit, underscore or combining mark.
fn belongs_to_word(c: char) -> bool {
    c.is_alphanumeric()
        || c == '_'
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether the character is used as an apostrophe.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '`' | '´' | 'ʼ' | '‘')
}

/// How many bytes from the start satisfy `belongs`.
fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests;
