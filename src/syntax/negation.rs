//! Words that negate a clause or a noun.

use crate::lexicon::{Part, Words};
use crate::text::{Deprel, Tree};

/// Whether the word negates its clause: *not*, *never*, *no longer*. It does not where the list says so of it together
/// with the next word: *not only*.
pub fn is_negation(tree: &Tree<'_>, words: &Words, token: usize) -> bool {
    let form = tree.token(token).form.to_lowercase();
    if words.negates(tree.lemma(token), Part::Adverb) || words.negates(&form, Part::Adverb) {
        let next = tree.sentence().tokens.get(token + 1);
        let pair = next.map(|next| format!("{form} {}", next.form.to_lowercase()));
        let pair = pair.and_then(|pair| words.operator(&pair, Part::Adverb));
        return pair.is_none_or(|pair| pair.affirmed.negative);
    }
    negates_with_word_before(tree, words, token)
}

/// *no longer*: the adverb negates together with the word before, which belongs to it.
fn negates_with_word_before(tree: &Tree<'_>, words: &Words, token: usize) -> bool {
    let before = token.checked_sub(1);
    before.is_some_and(|before| {
        let phrase = || tree.lower(&[before, token]);
        tree.head(before) == Some(token) && words.negates(&phrase(), Part::Adverb)
    })
}

/// The words by which a noun or pronoun means nobody: *no soldier*, *neither side*, *nobody*.
pub fn negative_determiners(tree: &Tree<'_>, words: &Words, noun: usize) -> Vec<usize> {
    let negative = |token: usize| {
        let form = tree.token(token).form.to_lowercase();
        // *not a single state*
        let next = tree.sentence().tokens.get(token + 1);
        let pair = next.map(|next| format!("{form} {}", next.form.to_lowercase()));
        words.negates(&form, Part::Determiner)
            || pair.is_some_and(|pair| words.negates(&pair, Part::Determiner))
    };
    let mut found: Vec<usize> = tree
        .children_by(noun, &[Deprel::Det, Deprel::Advmod, Deprel::Cc])
        .filter(|&child| negative(child))
        .collect();
    // *few states*, but *a few states*
    let definite = tree.child(noun, Deprel::Det).is_some();
    let amounts = tree.children_by(noun, &[Deprel::Amod]);
    found.extend(amounts.filter(|&child| negative(child) && !definite));
    if words.negates(&tree.token(noun).form.to_lowercase(), Part::Determiner) {
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
