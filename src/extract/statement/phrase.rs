//! Words of a sentence that fill a slot of a statement.

use crate::annotate::Annotated;
use crate::text::Span;

/// Words of one sentence that fill a slot of a statement, not necessarily side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Phrase {
    /// The sentence that the words are taken from.
    pub sentence: usize,
    /// The tokens of the sentence, ascending.
    pub tokens: Vec<usize>,
    /// The token on which the others depend.
    pub head: usize,
    /// The actor that the phrase stands for: an index into [`Annotated::actors`].
    pub actor: Option<usize>,
}

impl Phrase {
    /// A phrase of `tokens` (any order) around `head`.
    pub fn new(sentence: usize, tokens: Vec<usize>, head: usize) -> Self {
        let mut tokens = tokens;
        tokens.sort_unstable();
        tokens.dedup();
        Self {
            sentence,
            tokens,
            head,
            actor: None,
        }
    }

    /// The words as they stand in the text: neighbours with the text between them, others joined by a blank.
    pub fn text(&self, annotated: &Annotated) -> String {
        words(annotated, self.sentence, &self.tokens)
    }

    /// The smallest span of the text that holds all the words; empty if there are none.
    pub fn span(&self, annotated: &Annotated) -> Span {
        let tokens = &annotated.sentences[self.sentence].tokens;
        match (self.tokens.first(), self.tokens.last()) {
            (Some(&first), Some(&last)) => tokens[first].span.cover(tokens[last].span),
            _ => Span::default(),
        }
    }

    /// The spans of the text that hold exactly the words, neighbours joined.
    pub fn spans(&self, annotated: &Annotated) -> Vec<Span> {
        let tokens = &annotated.sentences[self.sentence].tokens;
        let mut spans: Vec<Span> = Vec::new();
        let mut before = None;
        for &index in &self.tokens {
            let span = tokens[index].span;
            match spans.last_mut() {
                Some(last) if before == Some(index.wrapping_sub(1)) => *last = last.cover(span),
                _ => spans.push(span),
            }
            before = Some(index);
        }
        spans
    }
}

/// The words of `tokens` as they stand in the text, with white space between words that are not neighbours there.
pub(crate) fn words(annotated: &Annotated, sentence: usize, tokens: &[usize]) -> String {
    let sentence = &annotated.sentences[sentence];
    let mut text = String::new();
    let mut before: Option<usize> = None;
    for &index in tokens {
        if let Some(previous) = before
            && (previous + 1 != index || sentence.tokens[previous].space_after)
        {
            text.push(' ');
        }
        text.push_str(&sentence.tokens[index].form);
        before = Some(index);
    }
    text
}
