//! What the tokenizer cuts.

use crate::text::Span;

/// A syntactic word as the tokenizer cuts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::annotate) struct TokenPiece {
    /// Its place in the document's text.
    pub(in crate::annotate) span: Span,
    /// Whether it is one written word together with the piece before it.
    pub(in crate::annotate) joined: bool,
    /// What it is.
    pub(in crate::annotate) kind: Kind,
}

/// What a [`TokenPiece`] is, by its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::annotate) enum Kind {
    /// A word.
    Word,
    /// An abbreviation with its stop that ends no sentence, or `J.` before a name.
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
