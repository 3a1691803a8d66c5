//! Kinds of words: verbs, nominals, times.

use crate::lexicon::Words;
use crate::text::{EntityType, Tree, Upos};

/// Whether the token is a verb or an auxiliary.
pub fn is_verb(tree: &Tree<'_>, token: usize) -> bool {
    matches!(tree.token(token).upos, Upos::Verb | Upos::Aux)
}

/// Whether the token is a noun, name, pronoun, number or symbol.
pub fn is_nominal(tree: &Tree<'_>, token: usize) -> bool {
    matches!(
        tree.token(token).upos,
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym | Upos::X
    )
}

/// Whether the noun names a time: a year, a date, a noun of time.
pub fn is_time(tree: &Tree<'_>, words: &Words, noun: usize) -> bool {
    let token = tree.token(noun);
    let year = token.upos == Upos::Num
        && token.form.len() == 4
        && token.form.bytes().all(|byte| byte.is_ascii_digit());
    year || token.entity_type() == Some(EntityType::Date)
        || is_clock_or_day(tree, words, noun)
        || words.time_nouns.has(&tree.lemma(noun).to_lowercase())
}

/// *4:30*, *May 25*, *6 October*: a number that tells an hour or the day of a month.
fn is_clock_or_day(tree: &Tree<'_>, words: &Words, number: usize) -> bool {
    let token = tree.token(number);
    if token.upos != Upos::Num || !token.form.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let (hour, minute) = token.form.split_once(':').unwrap_or_default();
    let digits =
        |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    if digits(hour) && digits(minute) {
        return true;
    }
    let beside = |&word: &usize| word.abs_diff(number) == 1;
    let of_time = |word: usize| words.time_nouns.has(&tree.lemma(word).to_lowercase());
    digits(&token.form)
        && (tree.children(number).iter().copied())
            .filter(beside)
            .any(of_time)
}
