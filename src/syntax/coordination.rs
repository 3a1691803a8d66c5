//! Coordinated nouns.

use crate::lexicon::{Part, Words};
use crate::text::{Deprel, Tree};

use super::kind::{is_nominal, is_verb};
use super::negation::is_negation;

/// The members of the coordination that starts at `head`, `head` included, in order.
pub fn members(tree: &Tree<'_>, words: &Words, head: usize) -> Vec<usize> {
    let mut found = vec![head];
    let mut next = 0;
    while let Some(&member) = found.get(next) {
        next += 1;
        let conjuncts = tree.children_by(member, &[Deprel::Conj]);
        found.extend(conjuncts.filter(|&conjunct| is_member(tree, words, head, conjunct)));
    }
    found.sort_unstable();
    found
}

/// Whether the conjunct is a member of the coordination that starts at `head`: no clause, and not left out.
pub fn is_member(tree: &Tree<'_>, words: &Words, head: usize, conjunct: usize) -> bool {
    let same_kind = is_nominal(tree, conjunct) == is_nominal(tree, head);
    let clause = is_verb(tree, conjunct)
        || tree
            .children_by(conjunct, &[Deprel::Nsubj, Deprel::Cop, Deprel::Csubj])
            .next()
            .is_some();
    same_kind && !clause && !is_left_out(tree, words, conjunct)
}

/// *Israel, not Hamas*; *Brazil rather than Argentina*: named to say that it is not meant.
fn is_left_out(tree: &Tree<'_>, words: &Words, conjunct: usize) -> bool {
    let negates = |child: usize| match tree.relation(child) {
        Deprel::Advmod => is_negation(tree, words, child),
        Deprel::Cc => words.negates(tree.lemma(child), Part::Preposition),
        _ => false,
    };
    (tree.children(conjunct).iter()).any(|&child| child < conjunct && negates(child))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::{sentence, words};

    #[test]
    fn who_is_named_as_not_meant_is_no_member() {
        let sentence = sentence(
            "Kenya Kenya PROPN NNP 0 root
            and and CCONJ CC 3 cc
            Chad Chad PROPN NNP 1 conj
            , , PUNCT , 6 punct
            not not PART RB 6 advmod
            Mali Mali PROPN NNP 1 conj",
        );
        let tree = Tree::new(&sentence);
        assert_eq!(members(&tree, words(), 0), [0, 2]);
    }
}
