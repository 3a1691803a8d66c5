//! The words of a relation: a predicate with the predicates that lead to it.

use crate::lexicon::Words;
use crate::text::{Deprel, Tree};

use super::governor::governors;
use super::marker::{conjunction, particle_to};
use super::verb_group::{relation_lemma, verb_group};

/// The tokens that express the relation of `token`, those of its governors included, in order.
pub fn relation_tokens(tree: &Tree<'_>, words: &Words, token: usize) -> Vec<usize> {
    let chain = governors(tree, words, token);
    let mut tokens = Vec::new();
    for &verb in chain.iter().chain(std::iter::once(&token)) {
        tokens.extend(verb_group(tree, words, verb));
    }
    for &verb in chain.iter().skip(1).chain(std::iter::once(&token)) {
        if !chain.is_empty() {
            tokens.extend(link(tree, verb));
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// *to* of an infinitive, *of* of *accused of launching*; a coordinated verb shares that of the first.
fn link(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let own = |verb: usize| particle_to(tree, verb).or_else(|| conjunction(tree, verb));
    own(verb).or_else(|| {
        let first = tree.head(verb)?;
        (tree.relation(verb) == Deprel::Conj).then(|| own(first))?
    })
}

/// The lemmas of the relation's content words: `continue emphasize`, `carry out`, `remain open`.
pub fn chain_lemma(tree: &Tree<'_>, words: &Words, token: usize) -> String {
    let mut lemmas: Vec<String> = governors(tree, words, token)
        .into_iter()
        .map(|governor| relation_lemma(tree, governor))
        .collect();
    let copula = tree.child(token, Deprel::Cop);
    lemmas.extend(copula.map(|copula| relation_lemma(tree, copula)));
    lemmas.push(relation_lemma(tree, token));
    lemmas.join(" ")
}
