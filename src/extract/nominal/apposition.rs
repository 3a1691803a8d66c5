//! Appositions: *its supreme leader, Hibatullah Akhundzada* says that he is its supreme leader.

use crate::extract::clause::argument::is_time;
use crate::extract::phrase::member;
use crate::extract::{Extractor, Reason, Scene, Sink, Statement};
use crate::text::{Deprel, Upos};

use super::implied;
use super::location::is_place;

/// Statements of appositions: the name is what the noun beside it says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Appositions;

impl Extractor for Appositions {
    fn name(&self) -> &'static str {
        "apposition"
    }

    fn extract(&self, scene: &Scene<'_>, sink: &mut Sink) {
        for token in 0..scene.sentence.tokens.len() {
            if scene.relation(token) == Deprel::Appos {
                sink.report(token, apposition(scene, token, self.name()));
            }
        }
    }

    fn steps(&self, _: &Scene<'_>, _: usize) -> Vec<String> {
        vec!["a name beside a noun".into()]
    }
}

fn apposition(scene: &Scene<'_>, second: usize, extractor: &str) -> Result<Statement, Reason> {
    let first = scene.head(second).ok_or(Reason::NoName)?;
    let is_name = |token: usize| scene.token(token).upos == Upos::Propn;
    let time = is_time(scene, first) || is_time(scene, second);
    if time {
        return Err(Reason::Time);
    }
    if !scene.is_nominal(first) || !(is_name(first) || is_name(second)) {
        return Err(Reason::NoName);
    }
    let same_actor = scene.actor(first).is_some() && scene.actor(first) == scene.actor(second);
    let both_names = is_name(first) && is_name(second);
    if same_actor && both_names {
        return Err(Reason::SameActor);
    }
    if is_bracketed(scene, second) {
        return Err(Reason::ShortForm);
    }
    // The name is the subject, whichever comes first.
    let held = holder(scene, first, second).is_some();
    let (name, description) = if is_name(second) && (!is_name(first) || held) {
        (second, first)
    } else {
        (first, second)
    };
    if (scene.words().event_noun(scene.lemma(description))).is_some() {
        // *…, a claim that Kabul denies* is said of the whole clause before it.
        return Err(Reason::OfClause);
    }
    let named = scene.tree.subtree(name);
    // *Tampa, Florida*: a place beside a place is where it is.
    let state = scene.token(second).entity.ends_with("GPE");
    let place = both_names && is_place(scene, first) && state;
    let relation = if place { "is in" } else { "is" };
    let description = one_of(scene, description);
    let description = holder(scene, first, second).unwrap_or(description);
    let mut said = member(scene, description);
    said.tokens
        .retain(|token| !named.contains(token) || name == first);
    Ok(implied(
        scene,
        extractor,
        member(scene, name),
        (relation, description),
        said,
    ))
}

/// *a spokesman for the party, Omar Sy*: a person's name behind that of a body is told of the person before both.
fn holder(scene: &Scene<'_>, first: usize, second: usize) -> Option<usize> {
    let is_person = |token: usize| scene.token(token).entity.ends_with("PERSON");
    let above = scene
        .head(first)
        .filter(|_| scene.relation(first) == Deprel::Nmod)?;
    let person = scene.token(above).upos == Upos::Noun && scene.actor(above).is_some();
    (is_person(second) && !is_person(first) && person).then_some(above)
}

/// *one of its lenders, National Canada Corp.*: the name is one of them, not all.
fn one_of(scene: &Scene<'_>, noun: usize) -> usize {
    let number = scene.head(noun).filter(|&head| {
        scene.token(head).upos == Upos::Num && head < noun && scene.relation(noun) == Deprel::Nmod
    });
    number.unwrap_or(noun)
}

/// A short form in brackets is another name, not a description.
fn is_bracketed(scene: &Scene<'_>, token: usize) -> bool {
    (scene.tree.children_by(token, &[Deprel::Punct]))
        .any(|mark| matches!(scene.token(mark).form.as_str(), "(" | "-LRB-" | "["))
}
