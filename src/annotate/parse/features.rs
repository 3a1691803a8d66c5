//! From words to the spellings that have embeddings: the word itself, its beginning, its end, its shape.

use crate::model::network::{ROOT, UNKNOWN, WordBatch};
use crate::model::vocabulary::{Vocabulary, key};

/// A word as the network sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SpelledWord<'a> {
    pub(crate) form: &'a str,
    pub(crate) space_before: bool,
    pub(crate) space_after: bool,
}

/// Kinds of spellings.
pub(crate) mod kind {
    pub(crate) const WORD: u8 = b'w';
    pub(crate) const SHAPE: u8 = b's';
    pub(crate) const MARK: u8 = b'm';
    /// Beginnings of one, two and three letters.
    pub(crate) const PREFIX: [u8; 3] = [b'a', b'b', b'c'];
    /// Ends of one to four letters.
    pub(crate) const SUFFIX: [u8; 4] = [b'1', b'2', b'3', b'4'];
}

/// Calls `found` with the kind and the key of every spelling of the word, the whole word first.
pub(crate) fn spellings(word: SpelledWord<'_>, mut found: impl FnMut(u8, u32)) {
    let normal = normal(word.form);
    found(kind::WORD, key(kind::WORD, &normal));
    let has_letters = normal.contains(|c: char| c.is_alphanumeric());
    if !has_letters {
        let spaces = match (word.space_before, word.space_after) {
            (false, false) => "tight",
            (false, true) => "left",
            (true, false) => "right",
            (true, true) => "loose",
        };
        found(kind::MARK, key(kind::MARK, &format!("{normal} {spaces}")));
        return;
    }
    let mut starts = normal.char_indices().map(|(index, _)| index).skip(1);
    for kind in kind::PREFIX {
        let end = starts.next();
        found(kind, key(kind, &normal[..end.unwrap_or(normal.len())]));
        if end.is_none() {
            break;
        }
    }
    let mut starts = normal.char_indices().map(|(index, _)| index).rev();
    for kind in kind::SUFFIX {
        let Some(start) = starts.next() else { break };
        found(kind, key(kind, &normal[start..]));
    }
    found(kind::SHAPE, key(kind::SHAPE, &shape(word.form)));
}

/// The word in lower case, with one kind of quotes and dashes, and all digits alike.
fn normal(form: &str) -> String {
    match form {
        "``" | "''" => return "\"".to_owned(),
        "`" => return "'".to_owned(),
        _ => {}
    }
    let mut normal = String::with_capacity(form.len());
    for letter in form.chars().take(40) {
        match letter {
            '0'..='9' => normal.push('0'),
            'a'..='z' => normal.push(letter),
            'A'..='Z' => normal.push(letter.to_ascii_lowercase()),
            '‘' | '’' => normal.push('\''),
            '“' | '”' | '«' | '»' => normal.push('"'),
            '–' => normal.push('-'),
            '—' => normal.push_str("--"),
            '…' => normal.push_str("..."),
            _ => normal.extend(letter.to_lowercase()),
        }
    }
    normal
}

/// Capitals as `X`, small letters as `x`, digits as `0`, others as they are; of a run of alike ones at most two.
fn shape(form: &str) -> String {
    let mut shape = String::new();
    let (mut last, mut run) = (' ', 0);
    for letter in form.chars().take(40) {
        let class = match letter {
            '0'..='9' => '0',
            'a'..='z' => 'x',
            'A'..='Z' => 'X',
            '’' => '\'',
            _ if letter.is_uppercase() => 'X',
            _ if letter.is_alphabetic() => 'x',
            _ => letter,
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 2 {
            shape.push(class);
        }
    }
    shape
}

/// Appends a sentence to the batch; `hides` says of which words the word itself is to be taken as unknown.
pub(crate) fn append<'a>(
    batch: &mut WordBatch,
    vocabulary: &Vocabulary,
    words: impl IntoIterator<Item = SpelledWord<'a>>,
    mut hides: impl FnMut(usize, u32) -> bool,
) {
    let first = batch.ends.len();
    batch.rows.push(ROOT);
    batch.ends.push(batch.rows.len());
    for (index, word) in words.into_iter().enumerate() {
        spellings(word, |kind, key| {
            let row = vocabulary.row(key);
            if kind != kind::WORD {
                batch.rows.extend(row);
            } else {
                let known = row.filter(|&row| !hides(index, row));
                batch.rows.push(known.unwrap_or(UNKNOWN));
            }
        });
        batch.ends.push(batch.rows.len());
    }
    batch.sentences.push(first..batch.ends.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_mean_the_same_are_one() {
        assert_eq!(normal("“"), normal("``"));
        assert_eq!(normal("didn’t"), normal("Didn't"));
        assert_eq!(normal("1,250"), "0,000");
        assert_eq!(shape("McDonald’s"), "XxXxx'x");
        assert_eq!(shape("TTP"), "XX");
        assert_eq!(shape("F-16"), "X-00");
    }

    #[test]
    fn short_and_strange_words_have_spellings() {
        for form in ["", "a", "é", "¿", "–", "日本", "\u{301}", "ß2"] {
            let word = SpelledWord {
                form,
                space_before: true,
                space_after: true,
            };
            let mut count = 0;
            spellings(word, |_, _| count += 1);
            assert!(count >= 2, "{form:?}");
        }
    }
}
