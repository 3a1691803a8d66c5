//! The grammatical function of a mention.

use crate::text::{Deprel, Tree};

/// The grammatical function of a mention in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Function {
    /// Subject of a verb.
    Subject,
    /// Object of a verb.
    Object,
    /// Behind a preposition that belongs to a verb.
    Oblique,
    /// Owner: `his`, `Rome's`.
    Possessor,
    /// Anything else.
    Other,
}

impl Function {
    /// The function of the token; a conjunct has that of the first member of the coordination.
    pub(super) fn of(tree: &Tree<'_>, token: usize) -> Self {
        let mut token = token;
        for _ in 0..8 {
            let node = tree.token(token);
            match (node.relation(), node.head) {
                (Deprel::Conj | Deprel::Flat | Deprel::Appos, Some(head)) => token = head,
                _ => break,
            }
        }
        let node = tree.token(token);
        match node.relation() {
            Deprel::Nsubj | Deprel::Csubj => Function::Subject,
            Deprel::Obj | Deprel::Iobj => Function::Object,
            Deprel::Obl => Function::Oblique,
            _ if node.deprel == Deprel::NmodPoss => Function::Possessor,
            _ => Function::Other,
        }
    }
}
