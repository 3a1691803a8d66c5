//! Auxiliaries and copulas.

use crate::text::{Deprel, Tree, Xpos};

use super::marker::particle_to;

/// Whether a form of *be* joins the token to its subject.
pub fn has_copula(tree: &Tree<'_>, token: usize) -> bool {
    tree.child(token, Deprel::Cop).is_some()
}

/// Whether the token has an auxiliary or copula of its own.
pub fn has_auxiliary(tree: &Tree<'_>, token: usize) -> bool {
    let mut auxiliaries = tree.children_by(token, &[Deprel::Aux, Deprel::Cop]);
    auxiliaries.next().is_some()
}

/// The particle behind an auxiliary: *were to return*.
pub fn particle_behind_auxiliary(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let particle = particle_to(tree, verb)?;
    let mut auxiliaries = tree.children_by(verb, &[Deprel::Aux, Deprel::Cop]);
    auxiliaries
        .any(|auxiliary| auxiliary < particle && tree.token(auxiliary).xpos != Xpos::Md)
        .then_some(particle)
}
