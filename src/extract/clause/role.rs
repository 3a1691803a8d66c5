//! What a phrase or clause tells of its verb: the rules of `data/roles`, then the usual role of its preposition.

use crate::extract::{ArgumentRole, Scene};
use crate::lexicon::RolePhrase;
use crate::text::{ActorType, Deprel, Upos};

use super::argument::is_time;

/// What the phrase around `noun` tells after these marker tokens.
pub(crate) fn role(
    scene: &Scene<'_>,
    marker: &[usize],
    noun: usize,
    passive: bool,
) -> ArgumentRole {
    if is_time(scene, noun) {
        return ArgumentRole::Time;
    }
    let marker = scene.lower(marker);
    let kind = kind(scene, noun);
    let usual = scene.words().preposition(&marker);
    if passive && usual == Some("agent") && kind != MEASURE {
        return ArgumentRole::Agent;
    }
    let ruled = ruled(scene, &marker, kind, noun);
    match ruled.or(usual).and_then(ArgumentRole::from_name) {
        Some(ArgumentRole::Agent) if head_is_verb(scene, noun) => ArgumentRole::Manner,
        Some(ArgumentRole::Agent) => ArgumentRole::Other,
        Some(ArgumentRole::Place) if !can_be_place(scene, noun) => ArgumentRole::Other,
        Some(role) => role,
        None if marker.is_empty() && is_counted(scene, noun, kind) => ArgumentRole::Extent,
        None if marker.is_empty() => ArgumentRole::Manner,
        None => ArgumentRole::Other,
    }
}

/// What the clause of `verb` tells after this conjunction.
pub(crate) fn clause_role(scene: &Scene<'_>, conjunction: &str, verb: usize) -> ArgumentRole {
    let usual = scene.words().conjunction(conjunction);
    ruled(scene, conjunction, CLAUSE, verb)
        .or(usual)
        .and_then(ArgumentRole::from_name)
        .unwrap_or(ArgumentRole::Other)
}

/// The kind of a clause in the rules.
const CLAUSE: &str = "clause";
/// The kind of amounts.
const MEASURE: &str = "measure";
/// The kind of names that may be meant as places or as states.
const STATE: &str = "state";
/// The kind of places.
const PLACE: &str = "place";
/// The kind of people and organisations.
const ACTOR: &str = "actor";
/// The kind of nouns of acts.
const EVENT: &str = "event";

fn ruled<'a>(scene: &Scene<'a>, marker: &str, kind: &str, head: usize) -> Option<&'a str> {
    scene.lexicon.roles.role(RolePhrase {
        marker,
        noun: &scene.lemma(head).to_lowercase(),
        kind,
        verb: &governor(scene, head),
    })
}

/// The lemma of the verb, adjective or noun that a phrase belongs to, with its particle; for nouns of acts the verb.
fn governor(scene: &Scene<'_>, token: usize) -> String {
    let Some(head) = scene.head(token) else {
        return String::new();
    };
    if let Some(event) = scene.words().event_noun(scene.lemma(head)) {
        return event.verb.to_string();
    }
    let particles = scene.tree.children(head).iter();
    let particle = particles
        .copied()
        .find(|&child| scene.token(child).deprel == Deprel::CompoundPrt);
    let lemma = scene.lemma(head);
    particle.map_or(lemma.to_owned(), |particle| {
        format!("{lemma} {}", scene.lower(&[particle]))
    })
}

/// The kind of a noun in the rules; empty if it has none.
fn kind<'a>(scene: &Scene<'a>, noun: usize) -> &'a str {
    let token = scene.token(noun);
    let is_name = token.upos == Upos::Propn;
    let entity = |kinds: &[&str]| kinds.iter().any(|kind| token.entity.ends_with(kind));
    let listed = scene.lexicon.roles.noun(&scene.lemma(noun).to_lowercase());
    let actor = scene
        .actor(noun)
        .and_then(|actor| scene.annotated.actors.get(actor))
        .map(|actor| actor.kind);
    // *forces* that act are no force.
    let acts = !matches!(actor, None | Some(ActorType::Place | ActorType::Other));
    if let Some(kind) = listed.filter(|_| !is_name && !acts) {
        return kind;
    }
    if entity(&["MONEY", "PERCENT", "QUANTITY"]) || token.upos == Upos::Sym {
        return MEASURE;
    }
    if !is_name && scene.words().event_noun(scene.lemma(noun)).is_some() {
        return EVENT;
    }
    match actor {
        Some(ActorType::State) => STATE,
        Some(ActorType::Place) => PLACE,
        Some(_) => ACTOR,
        None if entity(&["GPE", "LOC", "FAC"]) => PLACE,
        None if entity(&["PERSON", "ORG", "NORP"]) => ACTOR,
        None => "",
    }
}

fn head_is_verb(scene: &Scene<'_>, noun: usize) -> bool {
    scene.head(noun).is_some_and(|head| scene.is_verb(head))
}

/// Nouns of acts are no places: *in talks*, *near a strike*.
fn can_be_place(scene: &Scene<'_>, noun: usize) -> bool {
    scene.words().event_noun(scene.lemma(noun)).is_none()
}

/// *fell 5 percent*, *marched ten miles*.
fn is_counted(scene: &Scene<'_>, noun: usize, kind: &str) -> bool {
    kind == MEASURE || scene.tree.child(noun, Deprel::Nummod).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    #[test]
    fn every_role_of_the_lists_is_known() {
        for (name, text, column) in [
            ("rules", include_str!("../../../data/roles/rules.tsv"), 3),
            (
                "prepositions",
                include_str!("../../../data/words/prepositions.tsv"),
                1,
            ),
            (
                "conjunctions",
                include_str!("../../../data/words/conjunctions.tsv"),
                1,
            ),
        ] {
            let list = Source::embedded()
                .list(name, text)
                .expect("an embedded list");
            for entry in list.entries() {
                let role = entry.columns().nth(column).unwrap_or_default();
                let known = ArgumentRole::from_name(role).is_some();
                assert!(known || role == "speaker", "{name}: {}", entry.text());
            }
        }
    }
}
