//! Tokens numbered over the whole document.

use std::ops::Range;

use crate::annotate::Quotation;
use crate::text::{Sentence, Span};

/// Gives each token of a document its number, counted over all sentences.
#[derive(Debug, Clone)]
pub(super) struct TokenOffsets<'a> {
    sentences: &'a [Sentence],
    /// The number of each sentence's first token, and of all tokens at the end.
    starts: Vec<usize>,
}

impl<'a> TokenOffsets<'a> {
    pub(super) fn new(sentences: &'a [Sentence]) -> Self {
        let mut starts = Vec::with_capacity(sentences.len() + 1);
        let mut count = 0;
        for sentence in sentences {
            starts.push(count);
            count += sentence.tokens.len();
        }
        starts.push(count);
        Self { sentences, starts }
    }

    /// How many tokens the document has.
    pub(super) fn count(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// The number of a token.
    pub(super) fn offset(&self, sentence: usize, token: usize) -> usize {
        self.starts[sentence] + token
    }

    /// The sentence and token with this number.
    pub(super) fn place(&self, offset: usize) -> (usize, usize) {
        // Empty sentences share their start with the next one; the last of equals is the one that holds the token.
        let sentence = self
            .starts
            .partition_point(|&start| start <= offset)
            .saturating_sub(1);
        (sentence, offset - self.starts[sentence])
    }

    /// The number of a quotation's first token.
    pub(super) fn first(&self, quotation: &Quotation) -> usize {
        self.offset(quotation.first.0, quotation.first.1)
    }

    /// The number of a quotation's last token.
    pub(super) fn last(&self, quotation: &Quotation) -> usize {
        self.offset(quotation.last.0, quotation.last.1)
    }

    /// The numbers of the tokens at `span`.
    pub(super) fn tokens(&self, span: Span) -> Range<usize> {
        let first = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        let from = self.sentences.get(first).map_or(self.count(), |sentence| {
            let tokens = &sentence.tokens;
            self.offset(
                first,
                tokens.partition_point(|token| token.span.end <= span.start),
            )
        });
        let end = self
            .sentences
            .partition_point(|sentence| sentence.span.start < span.end);
        let to = end.checked_sub(1).map_or(0, |last| {
            let tokens = &self.sentences[last].tokens;
            self.offset(
                last,
                tokens.partition_point(|token| token.span.start < span.end),
            )
        });
        from..to.max(from)
    }
}
