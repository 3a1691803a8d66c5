//! Whether a clause has a tense.

use crate::text::{Deprel, Tree, Xpos};

/// Whether the token itself is a verb with a tense or a modal.
pub fn is_finite_word(tree: &Tree<'_>, token: usize) -> bool {
    tree.token(token).xpos.is_finite()
}

/// Whether the clause of this verb, adjective or noun is finite: the token itself, an auxiliary or a copula has a
/// tense.
pub fn is_finite(tree: &Tree<'_>, head: usize) -> bool {
    is_finite_word(tree, head)
        || tree
            .children_by(head, &[Deprel::Aux, Deprel::Cop])
            .any(|token| is_finite_word(tree, token))
}

/// Whether the clause is finite without this copula: in *is that she agrees* without *is*.
pub fn is_finite_without(tree: &Tree<'_>, head: usize, copula: usize) -> bool {
    is_finite_word(tree, head)
        || tree
            .children_by(head, &[Deprel::Aux, Deprel::Cop])
            .any(|token| token != copula && is_finite_word(tree, token))
}

/// Whether the verb is an order: *Leave!*, *Don't leave*.
pub fn is_imperative(tree: &Tree<'_>, verb: usize) -> bool {
    let opens = match tree.relation(verb) {
        Deprel::Root | Deprel::Ccomp | Deprel::Parataxis => true,
        Deprel::Conj => tree
            .head(verb)
            .is_some_and(|head| is_imperative(tree, head)),
        _ => false,
    };
    let mut below = tree.children(verb).iter();
    opens
        && tree.token(verb).xpos == Xpos::Vb
        && below.all(|&child| match tree.relation(child) {
            Deprel::Aux => tree.token(child).xpos == Xpos::Vb,
            relation => !matches!(
                relation,
                Deprel::Nsubj | Deprel::Csubj | Deprel::Mark | Deprel::Cop | Deprel::Expl
            ),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::sentence;

    #[test]
    fn an_auxiliary_or_copula_makes_a_clause_finite() {
        let sentence = sentence(
            "Talks talk NOUN NNS 3 nsubj
            were be AUX VBD 3 cop
            hard hard ADJ JJ 0 root
            ending end VERB VBG 3 advcl",
        );
        let tree = Tree::new(&sentence);
        assert!(is_finite(&tree, 2));
        assert!(!is_finite_without(&tree, 2, 1));
        assert!(!is_finite(&tree, 3));
    }
}
