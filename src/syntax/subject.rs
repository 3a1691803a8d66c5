//! The subjects that a predicate has among its own dependents.

use crate::text::{Deprel, Tree};

/// The grammatical subject of the predicate.
pub fn own_subject(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    tree.children_by(predicate, &[Deprel::Nsubj, Deprel::Csubj])
        .find(|&child| tree.token(child).deprel != Deprel::NsubjOuter)
        .or_else(|| tree.child(predicate, Deprel::Nsubj))
}
