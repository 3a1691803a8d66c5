//! A sentence: its place in the text and its tokens.

use super::{Span, Token, Tokens};

/// A sentence with its syntactic words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sentence {
    /// Its place in the document's text.
    pub span: Span,
    /// Which of the document's [blocks](super::Document::blocks) it stands in, counted from 0.
    pub block: usize,
    /// Its syntactic words (Universal Dependencies): `don't` is two, `do` and `n't`.
    pub tokens: Vec<Token>,
    /// Written words that stand for several of `tokens`.
    pub multiword: Vec<MultiwordToken>,
}

/// A written word that stands for several syntactic words, as `don't` for `do` and `n't`.
#[derive(Debug, Clone, PartialEq)]
pub struct MultiwordToken {
    /// Its place in the document's text.
    pub span: Span,
    /// The syntactic words it stands for.
    pub tokens: Span<Tokens>,
}

impl Sentence {
    /// The place in the document's text from the first to the last of `tokens`.
    ///
    /// # Panics
    /// If `tokens` is empty or runs over the sentence's end.
    pub fn bytes(&self, tokens: Span<Tokens>) -> Span {
        self.tokens[tokens.start]
            .span
            .cover(self.tokens[tokens.end - 1].span)
    }
}

impl Default for Span {
    fn default() -> Self {
        Self::new(0, 0)
    }
}
