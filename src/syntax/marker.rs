//! Words that introduce a phrase or clause: prepositions, conjunctions, the particle of an infinitive.

use crate::text::{Deprel, Tree, Upos, Xpos};

/// The tokens of the preposition before the noun, with their fixed parts, in order.
pub fn preposition(tree: &Tree<'_>, noun: usize) -> Vec<usize> {
    let mut marker: Vec<usize> = (tree.children_by(noun, &[Deprel::Case]))
        .filter(|&case| case < noun && tree.token(case).xpos != Xpos::Pos)
        .flat_map(|case| tree.subtree(case))
        .collect();
    marker.sort_unstable();
    marker
}

/// The particle of the infinitive: *to go*.
pub fn particle_to(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.children_by(verb, &[Deprel::Mark]).find(|&mark| {
        let token = tree.token(mark);
        token.upos == Upos::Part || token.xpos == Xpos::To
    })
}

/// The mark that introduces the clause, if it is not the particle of an infinitive: *that they left*, *of leaving*.
pub fn conjunction(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let particle = particle_to(tree, verb);
    tree.children_by(verb, &[Deprel::Mark])
        .find(|&mark| Some(mark) != particle)
}
