//! Relative clauses and their antecedents.

use crate::text::{Deprel, Tree};

use super::subject::own_subject;
use super::voice::is_passive;

/// How far up an antecedent is sought through clauses that share it.
const DEPTH: usize = 8;

/// Whether the token is a relative or interrogative word.
pub fn is_relative(tree: &Tree<'_>, token: usize) -> bool {
    let word = tree.token(token);
    word.xpos.is_wh() || word.feature("PronType") == Some("Rel")
}

/// The noun that the relative clause around this predicate modifies.
pub fn antecedent(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let mut clause = predicate;
    for _ in 0..DEPTH {
        match tree.token(clause).deprel {
            Deprel::AclRelcl => return tree.head(clause),
            Deprel::Acl if has_relative(tree, clause) => return tree.head(clause),
            Deprel::Conj | Deprel::Xcomp | Deprel::Ccomp => clause = tree.head(clause)?,
            _ => return None,
        }
    }
    None
}

fn has_relative(tree: &Tree<'_>, clause: usize) -> bool {
    tree.children_by(clause, &[Deprel::Nsubj, Deprel::Obj, Deprel::Obl])
        .any(|slot| is_relative(tree, slot))
}

/// The noun that a pronoun in the relative clause of `predicate` stands for; any other token stands for itself.
pub fn resolve_relative(tree: &Tree<'_>, token: usize, predicate: usize) -> usize {
    if is_relative(tree, token) {
        antecedent(tree, predicate).unwrap_or(token)
    } else {
        token
    }
}

/// Whether the relative clause has its own subject and nothing that stands for its noun: *the talks China hosted*.
pub(super) fn has_gap(tree: &Tree<'_>, verb: usize) -> bool {
    let own = own_subject(tree, verb)
        .is_some_and(|subject| !is_relative(tree, subject) && subject < verb);
    let relative =
        (tree.subtree(verb).iter()).any(|&token| token < verb && is_relative(tree, token));
    let mut complements = tree.children_by(verb, &[Deprel::Ccomp, Deprel::Xcomp]);
    own && !relative && !is_passive(tree, verb) && complements.next().is_none()
}
