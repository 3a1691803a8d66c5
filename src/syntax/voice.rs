//! Active and passive.

use crate::text::{Deprel, Tree, Xpos};

use super::subject::own_subject;

/// Whether the verb is a passive.
pub fn is_passive(tree: &Tree<'_>, verb: usize) -> bool {
    let marked = tree.children(verb).iter().any(|&child| {
        matches!(
            tree.token(child).deprel,
            Deprel::AuxPass | Deprel::NsubjPass | Deprel::CsubjPass
        )
    });
    marked || is_bare_participle(tree, verb) || inherits_passive(tree, verb)
}

/// The agent of a passive: *by Kabul*.
pub fn agent(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.child(verb, Deprel::OblAgent)
}

/// A past participle without a subject of its own: *groups accused of …*.
fn is_bare_participle(tree: &Tree<'_>, verb: usize) -> bool {
    let token = tree.token(verb);
    token.xpos == Xpos::Vbn
        && matches!(token.deprel, Deprel::Acl | Deprel::Advcl)
        && own_subject(tree, verb).is_none()
        && tree.child(verb, Deprel::Aux).is_none()
}

/// *was arrested and charged*: the second participle shares the passive of the first.
fn inherits_passive(tree: &Tree<'_>, verb: usize) -> bool {
    let bare = || {
        let mut auxiliaries = tree.children_by(verb, &[Deprel::Aux, Deprel::Cop]);
        auxiliaries.next().is_none() && own_subject(tree, verb).is_none()
    };
    let token = tree.token(verb);
    token.deprel.is(&Deprel::Conj)
        && token.xpos == Xpos::Vbn
        && bare()
        && tree.head(verb).is_some_and(|first| {
            let marked = tree.child(first, Deprel::AuxPass).is_some();
            tree.token(first).xpos == Xpos::Vbn && (marked || is_bare_participle(tree, first))
        })
}
