//! The names under which word lists know a noun.

use crate::lexicon::Words;
use crate::text::{Deprel, Tree, Xpos};

use super::marker::preposition;

/// The names under which word lists know the noun: its lemma, before it the same with each word that modifies it (`air
/// strike`, `strike`), and what it contains.
pub fn noun_names(tree: &Tree<'_>, words: &Words, noun: usize) -> Vec<String> {
    let lemma = tree.lemma(noun).to_lowercase();
    let before = tree.children_by(noun, &[Deprel::Compound, Deprel::Amod]);
    let mut names: Vec<String> = before
        .map(|word| format!("{} {lemma}", tree.lemma(word).to_lowercase()))
        .collect();
    // *a state of emergency*
    let of = tree.children_by(noun, &[Deprel::Nmod]).find(|&inner| {
        let marker = preposition(tree, inner);
        words.whole_prepositions.has(&tree.lower(&marker))
    });
    names.extend(of.map(|inner| {
        let marker = tree.lower(&preposition(tree, inner));
        format!("{lemma} {marker} {}", tree.lemma(inner).to_lowercase())
    }));
    // *a series of attacks*, *a round of talks*: the act stands behind.
    if words.container_nouns.has(&lemma)
        && let Some(inner) = tree.child(noun, Deprel::Nmod)
    {
        names.extend(noun_names(tree, words, inner));
    }
    // *troops*, *talks*: some plurals keep their form.
    let singular = (lemma.strip_suffix('s'))
        .filter(|stem| tree.token(noun).xpos == Xpos::Nns && !stem.ends_with('s'))
        .map(str::to_owned);
    names.push(lemma);
    names.extend(singular);
    names
}
