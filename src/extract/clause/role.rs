//! What a phrase or clause tells of its verb: the rules of `data/roles`, then the usual role of its preposition.

use crate::extract::{ArgumentRole, SentenceContext};
use crate::lexicon::RolePhrase;
use crate::syntax::is_time;
use crate::text::{ActorType, Deprel, Upos};

/// What the phrase around `noun` tells after these marker tokens.
pub(crate) fn role(
    context: &SentenceContext<'_>,
    marker: &[usize],
    noun: usize,
    passive: bool,
) -> ArgumentRole {
    if is_time(context.tree, context.words(), noun) {
        return ArgumentRole::Time;
    }
    let marker = context.lower(marker);
    let kind = kind(context, noun);
    let usual = context.words().preposition(&marker);
    if passive && usual == Some("agent") && kind != MEASURE {
        return ArgumentRole::Agent;
    }
    let ruled = ruled(context, &marker, kind, noun);
    match ruled.or(usual).and_then(ArgumentRole::from_name) {
        Some(ArgumentRole::Agent) if head_is_verb(context, noun) => ArgumentRole::Manner,
        Some(ArgumentRole::Agent) => ArgumentRole::Other,
        Some(ArgumentRole::Place) if !can_be_place(context, noun) => ArgumentRole::Other,
        Some(role) => role,
        None if marker.is_empty() && is_counted(context, noun, kind) => ArgumentRole::Extent,
        None if marker.is_empty() => ArgumentRole::Manner,
        None => ArgumentRole::Other,
    }
}

/// What the clause of `verb` tells after this conjunction.
pub(crate) fn clause_role(
    context: &SentenceContext<'_>,
    conjunction: &str,
    verb: usize,
) -> ArgumentRole {
    let usual = context.words().conjunction(conjunction);
    ruled(context, conjunction, CLAUSE, verb)
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

fn ruled<'a>(
    context: &SentenceContext<'a>,
    marker: &str,
    kind: &str,
    head: usize,
) -> Option<&'a str> {
    context.lexicon.roles.role(RolePhrase {
        marker,
        noun: &context.lemma(head).to_lowercase(),
        kind,
        verb: &governor(context, head),
    })
}

/// The lemma of the verb, adjective or noun that a phrase belongs to, with its particle; for nouns of acts the verb.
fn governor(context: &SentenceContext<'_>, token: usize) -> String {
    let Some(head) = context.head(token) else {
        return String::new();
    };
    if let Some(event) = context.words().event_noun(context.lemma(head)) {
        return event.verb.to_string();
    }
    let particles = context.tree.children(head).iter();
    let particle = particles
        .copied()
        .find(|&child| context.token(child).deprel == Deprel::CompoundPrt);
    let lemma = context.lemma(head);
    particle.map_or(lemma.to_owned(), |particle| {
        format!("{lemma} {}", context.lower(&[particle]))
    })
}

/// The kind of a noun in the rules; empty if it has none.
fn kind<'a>(context: &SentenceContext<'a>, noun: usize) -> &'a str {
    let token = context.token(noun);
    let is_name = token.upos == Upos::Propn;
    let entity = |kinds: &[&str]| kinds.iter().any(|kind| token.entity.ends_with(kind));
    let listed = context
        .lexicon
        .roles
        .noun(&context.lemma(noun).to_lowercase());
    let actor = context
        .actor(noun)
        .and_then(|actor| context.annotated.actors.get(actor))
        .map(|actor| actor.kind);
    // *forces* that act are no force.
    let acts = !matches!(actor, None | Some(ActorType::Place | ActorType::Other));
    if let Some(kind) = listed.filter(|_| !is_name && !acts) {
        return kind;
    }
    if entity(&["MONEY", "PERCENT", "QUANTITY"]) || token.upos == Upos::Sym {
        return MEASURE;
    }
    if !is_name && context.words().event_noun(context.lemma(noun)).is_some() {
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

fn head_is_verb(context: &SentenceContext<'_>, noun: usize) -> bool {
    context.head(noun).is_some_and(|head| context.is_verb(head))
}

/// Nouns of acts are no places: *in talks*, *near a strike*.
fn can_be_place(context: &SentenceContext<'_>, noun: usize) -> bool {
    context.words().event_noun(context.lemma(noun)).is_none()
}

/// *fell 5 percent*, *marched ten miles*.
fn is_counted(context: &SentenceContext<'_>, noun: usize, kind: &str) -> bool {
    kind == MEASURE || context.tree.child(noun, Deprel::Nummod).is_some()
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
