//! Active and passive.

use crate::text::{Deprel, Tree, Xpos};

use super::subject::own_subject;

fn variant() -> char {
    static V: std::sync::OnceLock<char> = std::sync::OnceLock::new();
    *V.get_or_init(|| {
        std::env::var("VOICE")
            .ok()
            .and_then(|v| v.chars().next())
            .unwrap_or('0')
    })
}

/// As attribution asks.
pub fn is_passive_in_view(tree: &Tree<'_>, verb: usize) -> bool {
    match variant() {
        '0' => of_view(tree, verb),
        _ => is_passive(tree, verb),
    }
}

fn of_view(tree: &Tree<'_>, verb: usize) -> bool {
    let has = |relation: Deprel| tree.child(verb, relation).is_some();
    has(Deprel::AuxPass)
        || has(Deprel::NsubjPass) && !is_active_form(tree, verb)
        || has(Deprel::OblAgent)
        || is_loose(tree, verb)
}

fn is_loose(tree: &Tree<'_>, verb: usize) -> bool {
    let has = |relation: Deprel| tree.child(verb, relation).is_some();
    let token = tree.token(verb);
    let acts = has(Deprel::Nsubj) && !has(Deprel::Xcomp);
    let leads = token.is_any(&[Deprel::Root, Deprel::Conj, Deprel::Parataxis, Deprel::Ccomp])
        && !has(Deprel::Xcomp);
    token.xpos == Xpos::Vbn && !has(Deprel::Aux) && !acts && !leads
}

fn is_active_form(tree: &Tree<'_>, verb: usize) -> bool {
    let mut auxiliaries = tree.children_by(verb, &[Deprel::Aux]);
    let perfect =
        auxiliaries.any(|auxiliary| auxiliary + 4 > verb && tree.token(auxiliary).lemma == "have");
    tree.child(verb, Deprel::AuxPass).is_none()
        && (perfect || matches!(tree.token(verb).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp))
}

/// Whether the verb is a passive.
pub fn is_passive(tree: &Tree<'_>, verb: usize) -> bool {
    let has = |relation: Deprel| tree.child(verb, relation).is_some();
    let marked = || {
        has(Deprel::AuxPass)
            || (has(Deprel::NsubjPass) || has(Deprel::CsubjPass)) && !is_active_form(tree, verb)
            || has(Deprel::OblAgent)
    };
    match variant() {
        'B' => return of_view(tree, verb),
        'C' => return marked() || is_loose(tree, verb) || inherits_passive(tree, verb),
        'D' => return marked() || is_bare_participle(tree, verb) || inherits_passive(tree, verb),
        'E' => {
            return marked()
                || is_bare_participle(tree, verb)
                || inherits_passive(tree, verb)
                || is_loose(tree, verb) && !tree.token(verb).is_any(&[Deprel::Xcomp]);
        }
        _ => {}
    }
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
