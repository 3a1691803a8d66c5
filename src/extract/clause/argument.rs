//! What else belongs to a verb: objects, prepositional phrases, times, places, clauses; each with its marker and role.

use crate::extract::phrase::{clause, is_circumstance, is_source, marker_of, nominal};
use crate::extract::polarity::pending;
use crate::extract::{Argument, ArgumentRole, Phrase, Scene};
use crate::text::{Deprel, Upos, Xpos};

use super::predicate::{conjunction, is_passive, is_predicate, own_subject, particle_to};
use super::role::{clause_role, role};
use super::subject::{antecedent, is_relative, resolved};

/// The arguments of `verb` itself, in the order of the sentence; `skip` is the clause that continues the relation.
pub(crate) fn arguments(scene: &Scene<'_>, verb: usize, skip: Option<usize>) -> Vec<Argument> {
    let children = scene.tree.children(verb).iter().copied();
    let others = children.filter(|&child| Some(child) != skip);
    let mut found: Vec<Argument> = others
        .filter_map(|child| match scene.relation(child) {
            Deprel::Obl => oblique(scene, verb, child),
            Deprel::Advcl => adverbial_clause(scene, child),
            Deprel::Advmod => adverb(scene, verb, child),
            Deprel::Nsubj if child > verb && !marker_of(scene, child).is_empty() => {
                oblique(scene, verb, child)
            }
            _ => None,
        })
        .collect();
    found.extend(times_of_objects(scene, verb));
    found
}

/// Times that hang on the verb's noun and are told of the verb.
fn times_of_objects(scene: &Scene<'_>, verb: usize) -> Vec<Argument> {
    let nouns = scene
        .tree
        .children_by(verb, &[Deprel::Obj, Deprel::Obl, Deprel::Nsubj]);
    let below = nouns.flat_map(|noun| {
        scene
            .tree
            .children_by(noun, &[Deprel::Nmod])
            .collect::<Vec<_>>()
    });
    below
        .filter(|&child| is_circumstance(scene, child))
        .filter_map(|child| oblique(scene, verb, child))
        .collect()
}

/// A prepositional or bare noun phrase beside the verb.
pub(crate) fn oblique(scene: &Scene<'_>, verb: usize, noun: usize) -> Option<Argument> {
    if is_source(scene, noun) || scene.is_verb(noun) {
        return None;
    }
    let head = resolved(scene, noun, verb);
    if is_relative(scene, head) {
        return None;
    }
    let marker = marker_of(scene, noun);
    let role = if scene.token(noun).deprel == Deprel::OblAgent && is_passive(scene, verb) {
        ArgumentRole::Agent
    } else {
        role(scene, &marker, noun, is_passive(scene, verb))
    };
    Some(argument(scene, marker, nominal(scene, head), role))
}

/// An argument of these words.
pub(crate) fn argument(
    scene: &Scene<'_>,
    marker_tokens: Vec<usize>,
    phrase: Phrase,
    role: ArgumentRole,
) -> Argument {
    Argument {
        marker: crate::extract::statement::words(scene.annotated, scene.index, &marker_tokens),
        marker_tokens,
        phrase,
        role,
        time: None,
    }
}

/// Whether the noun names a time.
pub(crate) fn is_time(scene: &Scene<'_>, noun: usize) -> bool {
    let token = scene.token(noun);
    let year = token.upos == Upos::Num
        && token.form.len() == 4
        && token.form.bytes().all(|byte| byte.is_ascii_digit());
    year || token.entity.ends_with("DATE")
        || scene
            .words()
            .time_nouns
            .has(&scene.lemma(noun).to_lowercase())
}

/// A clause that tells when, why, what for or on which condition.
fn adverbial_clause(scene: &Scene<'_>, verb: usize) -> Option<Argument> {
    let conjunction = conjunction(scene, verb);
    let particle = particle_to(scene, verb);
    let mark = conjunction.or(particle)?;
    let mut marker = scene.tree.subtree(mark);
    marker.extend(particle);
    marker.sort_unstable();
    marker.dedup();
    let role = match conjunction {
        Some(_) => clause_role(scene, &scene.lower(&scene.tree.subtree(mark)), verb),
        None => ArgumentRole::Purpose,
    };
    Some(argument(scene, marker, clause(scene, verb), role))
}

/// An adverb of time or place, or the relative adverb that stands for a place or time.
fn adverb(scene: &Scene<'_>, verb: usize, adverb: usize) -> Option<Argument> {
    if pending(scene, verb) == Some(adverb) {
        return None;
    }
    if scene.token(adverb).xpos == Xpos::Wrb {
        let noun = antecedent(scene, verb)?;
        let role = if is_time(scene, noun) {
            ArgumentRole::Time
        } else {
            ArgumentRole::Place
        };
        return Some(argument(scene, Vec::new(), nominal(scene, noun), role));
    }
    let lemma = scene.lemma(adverb).to_lowercase();
    let role = if scene.words().time_adverbs.has(&lemma) {
        ArgumentRole::Time
    } else if scene.words().place_adverbs.has(&lemma) {
        ArgumentRole::Place
    } else {
        return None;
    };
    Some(argument(scene, Vec::new(), clause(scene, adverb), role))
}

/// A clause that a verb has beside its object: *told them that …*, *urged them to …*, *made them angry*.
pub(crate) fn complement(scene: &Scene<'_>, verb: usize) -> Option<Argument> {
    let child = scene
        .tree
        .children_by(verb, &[Deprel::Ccomp, Deprel::Xcomp])
        .find(|&child| child > verb)?;
    let marker: Vec<usize> = scene.tree.children_by(child, &[Deprel::Mark]).collect();
    if is_predicate(scene, child) && (scene.is_verb(child) || own_subject(scene, child).is_some()) {
        let role = if particle_to(scene, child).is_some() {
            ArgumentRole::Purpose
        } else {
            ArgumentRole::Topic
        };
        Some(argument(scene, marker, clause(scene, child), role))
    } else {
        let mut marker = marker;
        marker.extend(marker_of(scene, child));
        Some(argument(
            scene,
            marker,
            nominal(scene, child),
            ArgumentRole::Manner,
        ))
    }
}
