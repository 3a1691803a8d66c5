//! A set of words.

use rustc_hash::FxHashSet;

use super::source::ListText;

/// A set of words, each in the form that its list's header states (lemma, lower case …).
#[derive(Debug, Clone, Default)]
pub struct WordList {
    words: FxHashSet<Box<str>>,
}

impl WordList {
    /// The first columns of a list.
    pub fn new(list: &ListText) -> Self {
        let first = |entry: super::source::ListEntry<'_>| entry.columns().next().map(Box::from);
        Self {
            words: list.entries().filter_map(first).collect(),
        }
    }

    /// Whether the list has this word.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

impl<'a> FromIterator<&'a str> for WordList {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        Self {
            words: words.into_iter().map(Box::from).collect(),
        }
    }
}
