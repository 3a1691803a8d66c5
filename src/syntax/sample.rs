//! Sentences with hand-written trees for the tests of this module.

use std::sync::OnceLock;

use crate::lexicon::{Source, Words};
use crate::text::{Sentence, Token, Upos};

/// A sentence of rows `form lemma UPOS XPOS head deprel`, the head counted from 1.
pub(crate) fn sentence(rows: &str) -> Sentence {
    let rows = rows.lines().map(str::trim).filter(|row| !row.is_empty());
    let token = |row: &str| {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let [form, lemma, upos, xpos, head, deprel] = columns[..] else {
            panic!("not six columns: {row}");
        };
        let head: usize = head.parse().expect("a number");
        Token {
            form: form.into(),
            lemma: lemma.into(),
            upos: upos.parse::<Upos>().expect("a part of speech"),
            xpos: xpos.into(),
            head: head.checked_sub(1),
            deprel: deprel.into(),
            ..Token::default()
        }
    };
    Sentence {
        tokens: rows.map(token).collect(),
        ..Sentence::default()
    }
}

/// The embedded word lists.
pub(crate) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words::load(&Source::embedded()).expect("the lists are of their form"))
}
