//! How the statement of a clause came about, in words for readers.

use crate::extract::SentenceContext;
use crate::syntax::{governors, has_copula, is_passive, own_subject};
use crate::text::Deprel;

use super::subject::{Origin, Subject, subject};

/// What kind of predicate it is, where its subject was found, and which verbs lead to it.
pub(super) fn steps(context: &SentenceContext<'_>, token: usize) -> Vec<String> {
    let mut steps = vec![pattern(context, token).to_owned()];
    if let Some(found) = subject(context, token) {
        steps.push(origin(context, token, found));
    }
    let chain = governors(context.tree, context.words(), token);
    if !chain.is_empty() {
        let verbs: Vec<String> = chain.iter().map(|&verb| word(context, verb)).collect();
        steps.push(format!("one relation with {}", verbs.join(", ")));
    }
    steps
}

fn pattern(context: &SentenceContext<'_>, token: usize) -> &'static str {
    let existential = context.tree.child(token, Deprel::Expl).is_some();
    match () {
        () if has_copula(context.tree, token) && context.is_nominal(token) => {
            "a noun after a form of `be`"
        }
        () if has_copula(context.tree, token) => "a form of `be` with what it says",
        () if !context.is_verb(token) => "an adjective or noun that a verb says of its subject",
        () if existential => "a verb after `there` or `it`",
        () if is_passive(context.tree, token) => "a passive verb",
        () => "a verb",
    }
}

fn origin(context: &SentenceContext<'_>, token: usize, subject: Subject) -> String {
    let noun = word(context, subject.head);
    let above = context.head(token).map(|head| word(context, head));
    let above = above.unwrap_or_default();
    match subject.origin {
        Origin::Own if own_subject(context.tree, token).is_none() => {
            format!("subject {noun} of the verb that leads to it")
        }
        Origin::Own => "its own subject".into(),
        Origin::Antecedent => format!("subject {noun}, of which the relative clause tells"),
        Origin::Controller => format!("subject {noun}, which controls the infinitive"),
        Origin::Beside => format!("subject {noun}, which stands before it"),
        Origin::Conjunct => format!("subject {noun}, shared with {above}"),
        Origin::Object => format!("subject {noun}, the object of {above}"),
        Origin::Noun => format!("subject {noun}, to which the clause belongs"),
        Origin::Owner => format!("subject {noun}, whose {above} it is"),
        Origin::Above => format!("subject {noun} of the clause above"),
    }
}

fn word(context: &SentenceContext<'_>, token: usize) -> String {
    format!("`{}`", context.token(token).form)
}
