//! Binding: which mentions of its own sentence a pronoun cannot mean.

use crate::text::{Deprel, Tree};

/// Whether grammar forbids that the two are the same.
pub(super) fn is_ruled_out(
    tree: &Tree<'_>,
    pronoun: usize,
    candidate: usize,
    reflexive: bool,
) -> bool {
    let node = tree.token(pronoun);
    let other = tree.token(candidate);
    // `his father`: the father is not he, nor is anybody of whose phrase the pronoun is a part.
    if node.head == Some(candidate)
        || tree.is_under(pronoun, candidate) && !inside(tree, pronoun, candidate)
    {
        return true;
    }
    if reflexive {
        return !same_clause(tree, pronoun, candidate);
    }
    const ARGUMENTS: [Deprel; 3] = [Deprel::Nsubj, Deprel::Obj, Deprel::Iobj];
    node.head.is_some()
        && node.head == other.head
        && node.is_any(&ARGUMENTS)
        && other.is_any(&ARGUMENTS)
}

/// Whether the pronoun stands in a clause that modifies the candidate, or is coordinated with it: `the man who sold his
/// car`, `Ann and her brother`.
pub(super) fn inside(tree: &Tree<'_>, pronoun: usize, candidate: usize) -> bool {
    const CLAUSES: [Deprel; 6] = [
        Deprel::Acl,
        Deprel::Conj,
        Deprel::Appos,
        Deprel::Parataxis,
        Deprel::Advcl,
        Deprel::Ccomp,
    ];
    if !tree.is_under(pronoun, candidate) {
        return false;
    }
    let path = std::iter::once(pronoun).chain(tree.ancestors(pronoun));
    path.take_while(|&token| token != candidate)
        .filter(|&token| token != pronoun)
        .any(|token| tree.token(token).is_any(&CLAUSES))
}

/// Whether the candidate depends on a verb that stands above the pronoun without a further subject between.
pub(super) fn same_clause(tree: &Tree<'_>, pronoun: usize, candidate: usize) -> bool {
    let Some(verb) = tree.token(candidate).head else {
        return false;
    };
    let mut controlled = false;
    for above in tree.ancestors(pronoun) {
        if above == verb {
            // `China urged both to end their quarrel`: both, not China.
            let object = controlled && tree.child(verb, Deprel::Obj).is_some();
            return object == (tree.token(candidate).relation() == Deprel::Obj);
        }
        controlled = tree.token(above).relation() == Deprel::Xcomp;
        if tree
            .child(above, Deprel::Nsubj)
            .is_some_and(|subject| !tree.is_under(pronoun, subject))
        {
            return false;
        }
    }
    false
}
