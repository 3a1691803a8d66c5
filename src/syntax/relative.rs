//! Relative clauses and their antecedents.

use crate::text::{Deprel, Tree, Xpos};

use super::subject::own_subject;
use super::voice::is_passive;

/// How far up an antecedent is sought through clauses that share it.
const DEPTH: usize = 8;

/// Whether the token is a relative or interrogative word.
pub fn is_relative(tree: &Tree<'_>, token: usize) -> bool {
    let word = tree.token(token);
    word.xpos.is_wh() || word.feature("PronType") == Some("Rel")
}

/// Whether the token is a relative or interrogative pronoun: a word that can be a subject or object, unlike *where*.
pub fn is_relative_pronoun(tree: &Tree<'_>, token: usize) -> bool {
    matches!(tree.token(token).xpos, Xpos::Wdt | Xpos::Wp | Xpos::WpPoss)
}

/// The noun that the relative clause around this predicate modifies.
pub fn antecedent(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let mut clause = predicate;
    for _ in 0..DEPTH {
        match tree.token(clause).deprel {
            Deprel::AclRelcl => return tree.head(clause),
            Deprel::Conj | Deprel::Xcomp | Deprel::Ccomp => clause = tree.head(clause)?,
            _ => return None,
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::sentence;
    use crate::syntax::{direct_object, own_subject};

    #[test]
    fn a_relative_pronoun_stands_for_the_antecedent() {
        let sentence = sentence(
            "Farmers farmer NOUN NNS 5 nsubj
            who who PRON WP 3 nsubj
            lost lose VERB VBD 1 acl:relcl
            crops crop NOUN NNS 3 obj
            marched march VERB VBD 0 root",
        );
        let tree = Tree::new(&sentence);
        let subject = own_subject(&tree, 2).expect("the pronoun");
        assert!(is_relative(&tree, subject));
        assert_eq!(resolve_relative(&tree, subject, 2), 0);
        assert_eq!(resolve_relative(&tree, 3, 2), 3);
    }

    #[test]
    fn a_relative_clause_without_a_pronoun_has_its_antecedent_as_object() {
        let sentence = sentence(
            "talks talk NOUN NNS 0 root
            China China PROPN NNP 3 nsubj
            hosted host VERB VBD 1 acl:relcl",
        );
        let tree = Tree::new(&sentence);
        assert_eq!(direct_object(&tree, 2), Some(0));
    }
}
