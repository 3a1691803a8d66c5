//! Statements as flat facts of surface words, the form in which open information extraction is compared.
//!
//! In: an [`Extracted`] document. Out: for each statement one fact for its object and one for every further argument,
//! the words between folded into the relation: *Graner | handcuffed him to | the bars*. Coordinated subjects and objects
//! are split.

use crate::lexicon::Lexicon;

use super::clause::subject::is_relative;
use super::extracted::each_scene;
use super::phrase::{member, members};
use super::statement::words;
use super::{Extracted, Phrase, Scene, Statement};

/// Three slots of surface words.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The sentence, counted from 0.
    pub sentence: usize,
    /// How sure the extractor is, between 0 and 1.
    pub confidence: f32,
    /// Who or what.
    pub subject: String,
    /// What is said of it.
    pub relation: String,
    /// To whom or what; empty only if the verb stands alone.
    pub object: String,
}

/// The facts of all statements that the text states outright, in the order of the text.
pub fn facts(extracted: &Extracted, lexicon: &Lexicon) -> Vec<Fact> {
    let mut statements = extracted.statements.iter().peekable();
    let mut found: Vec<Fact> = Vec::new();
    each_scene(&extracted.annotated, lexicon, |scene| {
        while let Some(statement) =
            statements.next_if(|statement| statement.sentence == scene.index)
        {
            for fact in of_statement(scene, statement) {
                if !found.iter().rev().take(40).any(|other| same(other, &fact)) {
                    found.push(fact);
                }
            }
        }
    });
    found
}

fn same(one: &Fact, other: &Fact) -> bool {
    one.sentence == other.sentence
        && one.subject == other.subject
        && one.relation == other.relation
        && one.object == other.object
}

fn of_statement(scene: &Scene<'_>, statement: &Statement) -> Vec<Fact> {
    if statement.relation.implied.is_some() {
        return Vec::new();
    }
    let opt = |name: &str| std::env::var(name).is_ok();
    let mut relation = statement.relation.phrase.tokens.clone();
    if opt("NOADV") {
        relation.retain(|&token| {
            scene.relation(token) != "advmod" || super::clause::group::is_negation(scene, token)
        });
    }
    let mut found = Vec::new();
    for subject in split(scene, &statement.subject) {
        let subject = text(scene, &subject.tokens);
        let mut add = |relation: &str, object: &Phrase, sure: f32| {
            let mut todo = vec![(relation.to_owned(), object.clone())];
            let mut depth = 0;
            while let Some((relation, object)) = todo.pop() {
                found.push(Fact {
                    sentence: scene.index,
                    confidence: if depth == 0 { sure } else { 0.3 },
                    subject: subject.clone(),
                    relation: relation.trim().to_owned(),
                    object: text(scene, &object.tokens),
                });
                if opt("NEST") && depth < 2 && scene.is_nominal(object.head) {
                    todo.extend(nested(scene, &relation, &object));
                }
                depth += 1;
            }
        };
        let mut stem = text(scene, &relation);
        let sure = statement.confidence;
        if let Some(object) = &statement.object {
            let members = split(scene, object);
            for member in &members {
                add(&stem, member, sure);
            }
            if scene.is_nominal(object.head) {
                let o = if opt("BAREO") {
                    super::phrase::without_phrases(scene, members[0].head)
                } else {
                    members[0].clone()
                };
                stem = format!("{stem} {}", text(scene, &o.tokens));
            }
        }
        let mut first = statement.object.is_none();
        for argument in &statement.arguments {
            if scene.relation(argument.phrase.head) == "advmod" {
                continue;
            }
            if opt("NOCL") && scene.relation(argument.phrase.head) == "advcl" {
                continue;
            }
            let marker = text(scene, &argument.marker_tokens);
            let folded = format!("{stem} {marker}");
            for member in split(scene, &argument.phrase) {
                add(folded.trim(), &member, sure - 0.1);
            }
            if first
                && opt("CUM")
                && argument.phrase.head > statement.relation.phrase.head
                && argument.role != super::ArgumentRole::Time
            {
                first = false;
                let members = split(scene, &argument.phrase);
                stem = format!("{folded} {}", text(scene, &members[0].tokens));
            }
        }
    }
    found
}

/// The facts inside a noun phrase: *became a founding justice of | the High Court*.
fn nested(scene: &Scene<'_>, relation: &str, object: &Phrase) -> Vec<(String, Phrase)> {
    let mut found = Vec::new();
    for child in scene.tree.children_by(object.head, &["nmod"]) {
        let marker = super::phrase::marker_of(scene, child);
        if marker.is_empty() || !object.tokens.contains(&child) || child < object.head {
            continue;
        }
        let below = scene.tree.subtree(child);
        let before: Vec<usize> = object
            .tokens
            .iter()
            .copied()
            .filter(|&token| token < marker[0] && !below.contains(&token))
            .collect();
        let relation = format!(
            "{relation} {} {}",
            text(scene, &before),
            text(scene, &marker)
        );
        for head in members(scene, child) {
            found.push((relation.clone(), member(scene, head)));
        }
    }
    found
}

/// The coordinated members of a noun phrase; any other phrase as it is.
fn split(scene: &Scene<'_>, phrase: &Phrase) -> Vec<Phrase> {
    let nominal = scene.is_nominal(phrase.head)
        && !matches!(scene.relation(phrase.head), "ccomp" | "csubj" | "advcl");
    if !nominal || is_relative(scene, phrase.head) {
        return vec![phrase.clone()];
    }
    let heads = members(scene, phrase.head);
    if heads.len() == 1 {
        return vec![phrase.clone()];
    }
    heads.into_iter().map(|head| member(scene, head)).collect()
}

fn text(scene: &Scene<'_>, tokens: &[usize]) -> String {
    words(scene.annotated, scene.index, tokens)
}
