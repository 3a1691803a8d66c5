//! How the statement of a clause came about, told to readers.

use crate::extract::Scene;
use crate::text::Deprel;

use super::predicate::{governors, has_copula, is_passive, own_subject};
use super::subject::{Origin, Subject, subject};

/// What kind of predicate it is, where its subject was found, and which verbs lead to it.
pub(super) fn steps(scene: &Scene<'_>, token: usize) -> Vec<String> {
    let mut steps = vec![pattern(scene, token).to_owned()];
    if let Some(found) = subject(scene, token) {
        steps.push(origin(scene, token, found));
    }
    let chain = governors(scene, token);
    if !chain.is_empty() {
        let verbs: Vec<String> = chain.iter().map(|&verb| word(scene, verb)).collect();
        steps.push(format!("one relation with {}", verbs.join(", ")));
    }
    steps
}

fn pattern(scene: &Scene<'_>, token: usize) -> &'static str {
    let existential = scene.tree.child(token, Deprel::Expl).is_some();
    match () {
        () if has_copula(scene, token) && scene.is_nominal(token) => "a noun after a form of `be`",
        () if has_copula(scene, token) => "a form of `be` with what it says",
        () if !scene.is_verb(token) && scene.relation(token) == Deprel::Conj => {
            "an adjective that shares the verb before it"
        }
        () if !scene.is_verb(token) => "an adjective or noun that a verb says of its subject",
        () if existential => "a verb after `there` or `it`",
        () if is_passive(scene, token) => "a passive verb",
        () => "a verb",
    }
}

fn origin(scene: &Scene<'_>, token: usize, subject: Subject) -> String {
    let noun = word(scene, subject.head);
    let above = scene.head(token).map(|head| word(scene, head));
    let above = above.unwrap_or_default();
    match subject.origin {
        Origin::Own if own_subject(scene, token).is_none() => {
            format!("subject {noun} of the verb that leads to it")
        }
        Origin::Own => "its own subject".into(),
        Origin::Antecedent => format!("subject {noun}, of which the relative clause tells"),
        Origin::Addressee => format!("subject {noun}, who is told to do it"),
        Origin::Beside => format!("subject {noun}, which stands before it"),
        Origin::Conjunct => format!("subject {noun}, shared with {above}"),
        Origin::Object => format!("subject {noun}, the object of {above}"),
        Origin::Noun => format!("subject {noun}, to which the clause belongs"),
        Origin::Owner => format!("subject {noun}, whose {above} it is"),
        Origin::Above => format!("subject {noun} of the clause above"),
    }
}

fn word(scene: &Scene<'_>, token: usize) -> String {
    format!("`{}`", scene.token(token).form)
}
