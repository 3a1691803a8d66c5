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
        || words.time_nouns.has(&tree.lemma(noun).to_lowercase())
}
