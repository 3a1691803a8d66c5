//! The verb with its auxiliaries, negation, particles and the adverbs between them.

use crate::lexicon::Words;
use crate::text::{Deprel, Tree, Xpos};

use super::auxiliary::{has_auxiliary, particle_behind_auxiliary};
use super::kind::is_verb;
use super::negation::{is_negation, pending_adverb};
use super::subject::own_subject;

/// The tokens of the verb's group in order, the verb included. An adjective or noun that is said of a subject has the
/// group of its copula.
pub fn verb_group(tree: &Tree<'_>, words: &Words, verb: usize) -> Vec<usize> {
    let pending = pending_adverb(tree, words, verb);
    let mut tokens = vec![verb];
    for &child in tree.children(verb) {
        match tree.relation(child) {
            Deprel::Aux | Deprel::Cop => tokens.push(child),
            Deprel::Compound if tree.token(child).deprel == Deprel::CompoundPrt => {
                tokens.push(child);
            }
            Deprel::Advmod if pending == Some(child) => tokens.push(child),
            Deprel::Advmod if child < verb && is_negation(tree, words, child) => tokens.push(child),
            _ => {}
        }
    }
    tokens.extend(shared_auxiliaries(tree, words, verb));
    tokens.extend(particle_behind_auxiliary(tree, verb));
    let first = if is_verb(tree, verb) {
        tokens.iter().copied().min().unwrap_or(verb)
    } else {
        // Degrees belong to an adjective: *remains deeply unsatisfied*.
        verb.saturating_sub(2)
    };
    let between = tree.children_by(verb, &[Deprel::Advmod]);
    tokens.extend(
        between
            .filter(|&adverb| first < adverb && adverb < verb && tree.children(adverb).is_empty()),
    );
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// *has arrested and charged*: the second verb shares the auxiliaries of the first.
fn shared_auxiliaries(tree: &Tree<'_>, words: &Words, verb: usize) -> Vec<usize> {
    let Some(first) = tree.head(verb) else {
        return Vec::new();
    };
    let token = tree.token(verb);
    let shares = token.deprel.is(&Deprel::Conj)
        && token.xpos == tree.token(first).xpos
        && matches!(token.xpos, Xpos::Vbn | Xpos::Vb | Xpos::Vbg)
        && !has_auxiliary(tree, verb)
        && own_subject(tree, verb).is_none();
    if !shares {
        return Vec::new();
    }
    tree.children_by(first, &[Deprel::Aux, Deprel::Cop, Deprel::Advmod])
        .filter(|&child| {
            let adverb = tree.relation(child) == Deprel::Advmod;
            child < first && (!adverb || is_negation(tree, words, child))
        })
        .collect()
}

/// The lemma of the verb with its particles: `carry out`.
pub fn relation_lemma(tree: &Tree<'_>, verb: usize) -> String {
    let mut lemma = tree.lemma(verb).to_owned();
    for particle in tree.children_by(verb, &[Deprel::CompoundPrt]) {
        lemma.push(' ');
        lemma.push_str(tree.lemma(particle));
    }
    lemma
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::{sentence, words};

    #[test]
    fn a_coordinated_verb_shares_auxiliary_and_negation() {
        let sentence = sentence(
            "Troops troop NOUN NNS 4 nsubj
            can can AUX MD 4 aux
            not not PART RB 4 advmod
            stop stop VERB VB 0 root
            or or CCONJ CC 6 cc
            carry carry VERB VB 4 conj
            out out ADP RP 6 compound:prt
            raids raid NOUN NNS 6 obj",
        );
        let tree = Tree::new(&sentence);
        assert_eq!(verb_group(&tree, words(), 3), [1, 2, 3]);
        assert_eq!(verb_group(&tree, words(), 5), [1, 2, 5, 6]);
        assert_eq!(relation_lemma(&tree, 5), "carry out");
    }
}
