//! The names under which word lists know a noun.

use crate::lexicon::Words;
use crate::text::{Deprel, Tree};

/// The names under which word lists know the noun: its lemma, before it the same with each word that modifies it (`air
/// strike`, `strike`), and what it contains.
pub fn noun_names(tree: &Tree<'_>, words: &Words, noun: usize) -> Vec<String> {
    let lemma = tree.lemma(noun).to_lowercase();
    let before = tree.children_by(noun, &[Deprel::Compound, Deprel::Amod]);
    let mut names: Vec<String> = before
        .map(|word| format!("{} {lemma}", tree.lemma(word).to_lowercase()))
        .collect();
    // *a series of attacks*, *a round of talks*: the act stands behind.
    if words.container_nouns.has(&lemma)
        && let Some(inner) = tree.child(noun, Deprel::Nmod)
    {
        names.extend(noun_names(tree, words, inner));
    }
    names.push(lemma);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::{sentence, words};

    #[test]
    fn a_noun_is_known_with_its_modifiers_and_by_what_it_contains() {
        let sentence = sentence(
            "series series NOUN NN 0 root
            of of ADP IN 4 case
            air air NOUN NN 4 compound
            strikes strike NOUN NNS 1 nmod",
        );
        let tree = Tree::new(&sentence);
        let names = noun_names(&tree, words(), 0);
        for name in ["air strike", "strike", "series"] {
            assert!(names.iter().any(|listed| listed == name), "{names:?}");
        }
    }
}
