//! The objects of a verb.

use crate::text::{Deprel, Tree};

use super::relative::{has_gap, is_relative, resolve_relative};

/// The first object that the verb has, direct or indirect.
pub fn any_object(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.children_by(verb, &[Deprel::Obj, Deprel::Iobj]).next()
}

/// The direct object: the verb's own, the noun of a relative clause without a pronoun, or one that coordinated verbs
/// share.
pub fn direct_object(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    if let Some(object) = tree.child(verb, Deprel::Obj) {
        let head = resolve_relative(tree, object, verb);
        return (!is_relative(tree, head)).then_some(head);
    }
    if tree.token(verb).deprel == Deprel::AclRelcl && has_gap(tree, verb) {
        return tree.head(verb);
    }
    let first = tree
        .head(verb)
        .filter(|_| tree.relation(verb) == Deprel::Conj)?;
    tree.child(first, Deprel::Obj)
        .filter(|&object| object > verb)
}
