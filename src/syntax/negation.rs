//! Words that negate a clause or a noun.

use crate::lexicon::{Part, Words};
use crate::text::{Deprel, Tree};

/// Whether the word negates its clause: *not*, *never*.
pub fn is_negation(tree: &Tree<'_>, words: &Words, token: usize) -> bool {
    words.negates(tree.lemma(token), Part::Adverb)
        || words.negates(&tree.token(token).form.to_lowercase(), Part::Adverb)
}

/// The words by which a noun or pronoun means nobody: *no soldier*, *neither side*, *nobody*.
pub fn negative_determiners(tree: &Tree<'_>, words: &Words, noun: usize) -> Vec<usize> {
    let negative =
        |token: usize| words.negates(&tree.token(token).form.to_lowercase(), Part::Determiner);
    let mut found: Vec<usize> = tree
        .children_by(noun, &[Deprel::Det, Deprel::Advmod, Deprel::Cc])
        .filter(|&child| negative(child))
        .collect();
    if negative(noun) {
        found.push(noun);
    }
    found
}

/// The adverb that negates only together with its verb: *has yet to sign*.
pub fn pending_adverb(tree: &Tree<'_>, words: &Words, verb: usize) -> Option<usize> {
    tree.children_by(verb, &[Deprel::Advmod]).find(|&adverb| {
        let pair = format!("{} {}", tree.lemma(verb), tree.lemma(adverb));
        words.negates(&pair, Part::Verb)
    })
}
