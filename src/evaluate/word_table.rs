//! What the measures know of words: `data/evaluation/words.tsv`.
//!
//! The table is part of the measures, so a user's folder of lists does not change it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

const TEXT: &str = include_str!("../../data/evaluation/words.tsv");

/// For each class and word of it the value.
static TABLE: LazyLock<FxHashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let lines = TEXT.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let key = (columns.next()?, columns.next()?);
            Some((key, columns.next().unwrap_or("")))
        })
        .collect()
});

/// The value of a word in a class, if it is in it.
pub(super) fn value(class: &str, word: &str) -> Option<&'static str> {
    let table: &FxHashMap<(&str, &str), &'static str> = &TABLE;
    table.get(&(class, word)).copied()
}

/// Whether a word is in a class.
pub(super) fn holds(class: &str, word: &str) -> bool {
    value(class, word).is_some()
}

/// The words of a class, in the order of the file.
pub(super) fn words(class: &str) -> impl Iterator<Item = &'static str> {
    let lines = TEXT.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(move |line| {
        let mut columns = line.split('\t');
        (columns.next() == Some(class)).then(|| columns.next())?
    })
}

/// Whether a word in lower case is no content to a measure.
pub(super) fn is_function_word(word: &str, measure: &str) -> bool {
    let measures = value("function", word);
    measures.is_some_and(|measures| measures.split(' ').any(|name| name == measure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_value_of_their_class() {
        assert_eq!(value("base", "told"), Some("tell"));
        assert_eq!(value("be", "told"), None);
        assert!(holds("be", "were"));
        assert!(is_function_word("from", "events") && !is_function_word("from", "edges"));
        assert_eq!(words("speech").count(), 5);
    }
}
