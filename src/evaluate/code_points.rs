//! A text by code points, the unit of all offsets in files of annotations.

/// The code points of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct CodePoints(Vec<char>);

impl CodePoints {
    pub(super) fn new(text: &str) -> Self {
        Self(text.chars().collect())
    }

    /// The words from `start` to `end`; what lies behind the end of the text is cut off.
    pub(super) fn slice(&self, start: usize, end: usize) -> String {
        self.letters(start, end).iter().collect()
    }

    /// The same as code points.
    pub(super) fn letters(&self, start: usize, end: usize) -> &[char] {
        let end = end.min(self.0.len());
        &self.0[start.min(end)..end]
    }

    /// All of them.
    pub(super) fn all(&self) -> &[char] {
        &self.0
    }
}

/// Whether a letter, digit or underscore: what words are made of.
pub(super) fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// A text without its white space.
pub(super) fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}
