//! Sentences with hand-written trees for the tests of this folder.

use crate::text::{Sentence, Token, Upos};

use super::mend_trees;

/// A sentence: a word a line as `form lemma UPOS XPOS head deprel`, the head counted from 1.
pub(super) fn sentence(rows: &str) -> Sentence {
    let token = |row: &str| {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let [form, lemma, upos, xpos, head, deprel] = columns[..] else {
            panic!("not six columns: {row}");
        };
        let head: usize = head.parse().expect(row);
        Token {
            form: form.into(),
            lemma: lemma.into(),
            upos: upos.parse::<Upos>().expect(row),
            xpos: xpos.into(),
            head: head.checked_sub(1),
            deprel: deprel.into(),
            ..Token::default()
        }
    };
    Sentence {
        tokens: rows.trim().lines().map(token).collect(),
        ..Sentence::default()
    }
}

/// The arcs of such a sentence that mending puts in place of others, as `dependent: relation of head`.
pub(super) fn new_arcs(rows: &str) -> Vec<String> {
    new_arcs_of(sentence(rows))
}

/// As [`new_arcs`].
pub(super) fn new_arcs_of(sentence: Sentence) -> Vec<String> {
    let mut sentences = [sentence];
    let replaced = mend_trees(&mut sentences);
    let tokens = &sentences[0].tokens;
    let line = |token: usize| {
        let token = &tokens[token];
        let head = token
            .head
            .map_or("nothing", |head| tokens[head].form.as_str());
        format!("{}: {} of {head}", token.form, token.deprel)
    };
    replaced.iter().map(|arc| line(arc.token)).collect()
}
