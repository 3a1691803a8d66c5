//! Appositions: *its supreme leader, Hibatullah Akhundzada* says that he is its supreme leader.

use crate::extract::phrase::member;
use crate::extract::{Extractor, Reason, SentenceContext, Sink, Statement, StatementKind};
use crate::lexicon::Implied;
use crate::text::{Deprel, EntityType, Upos};

use super::implied::{Implication, implied};
use super::location::is_place;

/// Statements of appositions: the name is what the noun beside it says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Appositions;

impl Extractor for Appositions {
    fn kind(&self) -> StatementKind {
        StatementKind::Apposition
    }

    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        for token in 0..context.sentence.tokens.len() {
            if context.relation(token) == Deprel::Appos {
                sink.report(token, apposition(context, token));
            }
        }
    }

    fn steps(&self, _: &SentenceContext<'_>, _: usize) -> Vec<String> {
        vec!["a name beside a noun".into()]
    }
}

fn apposition(context: &SentenceContext<'_>, second: usize) -> Result<Statement, Reason> {
    let first = context.head(second).ok_or(Reason::NoName)?;
    let is_name = |token: usize| context.token(token).upos == Upos::Propn;
    if !context.is_nominal(first) || !(is_name(first) || is_name(second)) {
        return Err(Reason::NoName);
    }
    if is_bracketed(context, second) {
        return Err(Reason::ShortForm);
    }
    // The name is the subject, whichever comes first.
    let held = holder(context, first, second).is_some();
    let (name, description) = if is_name(second) && (!is_name(first) || held) {
        (second, first)
    } else {
        (first, second)
    };
    let named = context.tree.subtree(name);
    // *Tampa, Florida*: a place beside a place is where it is.
    let state = context.token(second).entity_type() == Some(EntityType::Gpe);
    let both_names = is_name(first) && is_name(second);
    let place = both_names && is_place(context, first) && state;
    let relation = if place {
        Implied::Containment
    } else {
        Implied::Identity
    };
    let description = holder(context, first, second).unwrap_or(description);
    let mut said = member(context, description);
    said.tokens
        .retain(|token| !named.contains(token) || name == first);
    Ok(implied(
        context,
        StatementKind::Apposition,
        member(context, name),
        (Implication::Known(relation), description),
        said,
    ))
}

/// *a spokesman for the party, Omar Sy*: a person's name behind that of a body belongs to the person before both.
fn holder(context: &SentenceContext<'_>, first: usize, second: usize) -> Option<usize> {
    let is_person = |token: usize| context.token(token).entity_type() == Some(EntityType::Person);
    let above = context
        .head(first)
        .filter(|_| context.relation(first) == Deprel::Nmod)?;
    let person = context.token(above).upos == Upos::Noun && context.actor(above).is_some();
    (is_person(second) && !is_person(first) && person).then_some(above)
}

/// A short form in brackets is another name, not a description.
fn is_bracketed(context: &SentenceContext<'_>, token: usize) -> bool {
    (context.tree.children_by(token, &[Deprel::Punct]))
        .any(|mark| matches!(context.token(mark).form.as_str(), "(" | "-LRB-" | "["))
}
