//! Appositions.

use crate::text::{Deprel, Tree, Upos};

/// The name in apposition to a common noun: *its supreme leader, Hibatullah Akhundzada*.
pub fn apposed_name(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    let common = tree.token(noun).upos == Upos::Noun;
    // *the truce, not Qatar*: an adverb before the name says that it is another.
    let plain = |name: usize| {
        tree.child(name, Deprel::Advmod)
            .is_none_or(|adverb| adverb > name)
    };
    tree.children_by(noun, &[Deprel::Appos])
        .find(|&name| common && tree.token(name).upos == Upos::Propn && plain(name))
}
