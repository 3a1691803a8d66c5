//! The role of a phrase or clause beside its verb: the rules of `data/roles`, then the usual role of its preposition.

use crate::extract::{ArgumentRole, SentenceContext};
use crate::lexicon::{NounKind, RolePhrase};
use crate::syntax::is_time;
use crate::text::{ActorType, Deprel, EntityType, Upos};

/// The role of the phrase around `noun` after these marker tokens.
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
    if passive && usual == Some(ArgumentRole::Agent) && kind != Some(NounKind::Measure) {
        return ArgumentRole::Agent;
    }
    let ruled = ruled(context, &marker, kind, noun);
    match ruled.or(usual) {
        Some(ArgumentRole::Agent) if head_is_verb(context, noun) => ArgumentRole::Manner,
        Some(ArgumentRole::Agent) => ArgumentRole::Other,
        Some(ArgumentRole::Place) if !can_be_place(context, noun) => ArgumentRole::Other,
        Some(role) => role,
        None if marker.is_empty() => ArgumentRole::Manner,
        None => ArgumentRole::Other,
    }
}

/// The role of the clause of `verb` after this conjunction.
pub(crate) fn clause_role(
    context: &SentenceContext<'_>,
    conjunction: &str,
    verb: usize,
) -> ArgumentRole {
    let usual = context.words().conjunction(conjunction);
    ruled(context, conjunction, Some(NounKind::Clause), verb)
        .or(usual)
        .unwrap_or(ArgumentRole::Other)
}

fn ruled(
    context: &SentenceContext<'_>,
    marker: &str,
    kind: Option<NounKind>,
    head: usize,
) -> Option<ArgumentRole> {
    context.lexicon.roles.role(RolePhrase {
        marker,
        noun: &context.lemma(head).to_lowercase(),
        kind,
        verb: &governing_lemma(context, head),
    })
}

/// The lemma of the verb, adjective or noun that a phrase belongs to, with its particle; for nouns of acts the verb.
fn governing_lemma(context: &SentenceContext<'_>, token: usize) -> String {
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

/// The kind of a noun in the rules, if it has one.
fn kind(context: &SentenceContext<'_>, noun: usize) -> Option<NounKind> {
    let token = context.token(noun);
    let is_name = token.upos == Upos::Propn;
    let entity = token.entity_type();
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
    if listed.is_some() && !is_name && !acts {
        return listed;
    }
    let amount = matches!(entity, Some(EntityType::Money | EntityType::Quantity));
    if amount || token.upos == Upos::Sym {
        return Some(NounKind::Measure);
    }
    if !is_name && context.words().event_noun(context.lemma(noun)).is_some() {
        return Some(NounKind::Event);
    }
    match actor {
        Some(ActorType::State) => Some(NounKind::State),
        Some(ActorType::Place) => Some(NounKind::Place),
        Some(_) => Some(NounKind::Actor),
        None => match entity? {
            EntityType::Gpe | EntityType::Loc | EntityType::Fac => Some(NounKind::Place),
            EntityType::Person | EntityType::Org | EntityType::Norp => Some(NounKind::Actor),
            _ => None,
        },
    }
}

fn head_is_verb(context: &SentenceContext<'_>, noun: usize) -> bool {
    context.head(noun).is_some_and(|head| context.is_verb(head))
}

/// Nouns of acts are no places: *in talks*, *near a strike*.
fn can_be_place(context: &SentenceContext<'_>, noun: usize) -> bool {
    context.words().event_noun(context.lemma(noun)).is_none()
}
