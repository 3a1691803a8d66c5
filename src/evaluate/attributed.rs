//! A text by words, with the words inside quotation marks, and attributions as sets of words.

use std::collections::BTreeSet;

use super::analysis::{AnalysedAttribution, AnalysedPhrase};
use super::code_points::{CodePoints, in_word};

type Range = (usize, usize);

/// A text cut into words.
pub(super) struct AttributedText {
    text: CodePoints,
    words: Vec<Range>,
    quoted: Vec<bool>,
}

/// Source, cue or content of an attribution.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct WordSet {
    /// Where it stands: without outer white space, pieces joined that only white space parts.
    pub(super) spans: Vec<Range>,
    /// The words in it; the punctuation if it holds no word.
    pub(super) words: BTreeSet<usize>,
}

/// An attribution as sets of words.
#[derive(Debug, Clone)]
pub(super) struct AttributedWords {
    pub(super) source: WordSet,
    pub(super) cue: WordSet,
    pub(super) content: WordSet,
    /// `direct`, `indirect` or `mixed`, by the quotation marks of the text.
    pub(super) mode: &'static str,
}

impl AttributedText {
    pub(super) fn new(text: &str) -> Self {
        let text = CodePoints::new(text);
        Self {
            words: cut(text.all()),
            quoted: quoted(text.all()),
            text,
        }
    }

    /// Words of the text.
    pub(super) fn slice(&self, spans: &[Range]) -> String {
        let parts = spans
            .iter()
            .map(|&(start, end)| self.text.slice(start, end));
        parts.collect::<Vec<_>>().join(" … ").replace('\n', " ")
    }

    pub(super) fn attribution(&self, attribution: &AnalysedAttribution) -> AttributedWords {
        let content = self.set(&attribution.content);
        let inside = content
            .words
            .iter()
            .map(|&word| self.quoted[self.words[word].0]);
        let inside: Vec<bool> = inside.collect();
        let mode = match (
            inside.iter().any(|&quoted| quoted),
            inside.iter().all(|&quoted| quoted),
        ) {
            (true, true) => "direct",
            (true, false) => "mixed",
            (false, _) => "indirect",
        };
        AttributedWords {
            source: self.set(attribution.source.as_slice()),
            cue: self.set(std::slice::from_ref(&attribution.cue)),
            content,
            mode,
        }
    }

    /// The words at these places.
    pub(super) fn set(&self, places: &[AnalysedPhrase]) -> WordSet {
        let spans: Vec<Range> = places
            .iter()
            .map(|place| (place.start, place.end))
            .collect();
        WordSet {
            words: self.words_in(&spans),
            spans: self.joined(spans),
        }
    }

    fn words_in(&self, spans: &[Range]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for &(start, end) in spans {
            let first = self.words.partition_point(|word| word.1 <= start);
            let inside = self.words[first..].iter().take_while(|word| word.0 < end);
            found.extend(first..first + inside.count());
        }
        let is_word = |&word: &usize| in_word(self.text.all()[self.words[word].0]);
        let words: BTreeSet<usize> = found.iter().copied().filter(is_word).collect();
        if words.is_empty() { found } else { words }
    }

    fn joined(&self, mut spans: Vec<Range>) -> Vec<Range> {
        spans.sort_unstable();
        let blank = |start: usize, end: usize| {
            let letters = self.text.letters(start, end);
            letters.iter().all(|letter| letter.is_whitespace())
        };
        let mut joined: Vec<Range> = Vec::new();
        for (start, end) in spans {
            let letters = self.text.letters(start, end);
            let lead = letters.iter().take_while(|letter| letter.is_whitespace());
            let tail = letters
                .iter()
                .rev()
                .take_while(|letter| letter.is_whitespace());
            let (start, end) = (start + lead.count(), end.saturating_sub(tail.count()));
            match joined.last_mut() {
                Some(last) if blank(last.1, start) => last.1 = last.1.max(end),
                _ if start < end => joined.push((start, end)),
                _ => {}
            }
        }
        joined
    }
}

/// Where words and single signs stand.
fn cut(letters: &[char]) -> Vec<Range> {
    let mut words: Vec<Range> = Vec::new();
    for (at, &letter) in letters.iter().enumerate() {
        if letter.is_whitespace() {
            continue;
        }
        match words.last_mut() {
            Some(word) if in_word(letter) && word.1 == at && in_word(letters[word.0]) => {
                word.1 += 1
            }
            _ => words.push((at, at + 1)),
        }
    }
    words
}

/// For each code point whether it stands within double quotation marks of its paragraph.
fn quoted(letters: &[char]) -> Vec<bool> {
    let mut quoted = vec![false; letters.len()];
    let mut inside = false;
    let mut at = 0;
    while at < letters.len() {
        let pair = matches!(letters[at..], ['\'', '\'', ..] | ['`', '`', ..]);
        match letters[at] {
            '\n' | '”' | '»' => inside = false,
            '“' | '«' => inside = true,
            '"' => inside = !inside,
            _ if pair => {
                inside = !inside;
                at += 1;
            }
            _ => quoted[at] = inside,
        }
        at += 1;
    }
    quoted
}
