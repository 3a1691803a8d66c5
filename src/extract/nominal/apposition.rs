//! Appositions: *its supreme leader, Hibatullah Akhundzada* says that he is its supreme leader.

use crate::extract::phrase::member;
use crate::extract::{Extractor, Reason, SentenceContext, Sink, Statement, StatementKind};
use crate::lexicon::Implied;
use crate::syntax::is_time;
use crate::text::{Deprel, Upos};

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
    let time = is_time(context.tree, context.words(), first)
        || is_time(context.tree, context.words(), second);
    if time {
        return Err(Reason::Time);
    }
    if !context.is_nominal(first) || !(is_name(first) || is_name(second)) {
        return Err(Reason::NoName);
    }
    let same_actor =
        context.actor(first).is_some() && context.actor(first) == context.actor(second);
    let both_names = is_name(first) && is_name(second);
    if same_actor && both_names {
        return Err(Reason::SameActor);
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
    if (context.words().event_noun(context.lemma(description))).is_some() {
        // *…, a claim that Kabul denies* is said of the whole clause before it.
        return Err(Reason::OfClause);
    }
    let named = context.tree.subtree(name);
    // *Tampa, Florida*: a place beside a place is where it is.
    let state = context.token(second).entity.ends_with("GPE");
    let place = both_names && is_place(context, first) && state;
    let relation = if place {
        Implied::Containment
    } else {
        Implied::Identity
    };
    let description = one_of(context, description);
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

/// *a spokesman for the party, Omar Sy*: a person's name behind that of a body is told of the person before both.
fn holder(context: &SentenceContext<'_>, first: usize, second: usize) -> Option<usize> {
    let is_person = |token: usize| context.token(token).entity.ends_with("PERSON");
    let above = context
        .head(first)
        .filter(|_| context.relation(first) == Deprel::Nmod)?;
    let person = context.token(above).upos == Upos::Noun && context.actor(above).is_some();
    (is_person(second) && !is_person(first) && person).then_some(above)
}

/// *one of its lenders, National Canada Corp.*: the name is one of them, not all.
fn one_of(context: &SentenceContext<'_>, noun: usize) -> usize {
    let number = context.head(noun).filter(|&head| {
        context.token(head).upos == Upos::Num
            && head < noun
            && context.relation(noun) == Deprel::Nmod
    });
    number.unwrap_or(noun)
}

/// A short form in brackets is another name, not a description.
fn is_bracketed(context: &SentenceContext<'_>, token: usize) -> bool {
    (context.tree.children_by(token, &[Deprel::Punct]))
        .any(|mark| matches!(context.token(mark).form.as_str(), "(" | "-LRB-" | "["))
}
