//! Resolves a third-person pronoun to its antecedent.

use crate::annotate::actors::{DocumentContext, Entity, EntityTable};
use crate::annotate::coreference::profile::Profile;
use crate::lexicon::ActorPronoun;
use crate::text::{ActorType, EntityType};

use super::choice::{AntecedentCandidate, AntecedentChoice, AntecedentChooser};
use super::instance::{PronounInstance, Reading};
use super::plural::is_in_doubt;
use super::speaker::Speech;
use super::{body_score, filter};

/// Assigns the entity of its antecedent to a pronoun, if it has any.
pub(in crate::annotate::coreference) fn assign(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    read: &Reading<'_>,
    chooser: &mut dyn AntecedentChooser,
    mention: usize,
    pronoun: ActorPronoun,
) {
    let speech = Speech::of(context, read.history, mention);
    let candidates = filter::candidates(context, table, read.history, mention, &pronoun, &speech);
    let speaker = speech.last(context, table, read.history, mention, &candidates);
    let instance = PronounInstance {
        context,
        table,
        read,
        mention,
        pronoun,
        candidates: &candidates,
    };
    let Some(antecedent) = speaker.or_else(|| antecedent(&instance, chooser)) else {
        return;
    };
    let actor = match context.mentions[antecedent].mention.actor {
        Some(actor) => actor,
        None => new_entity(context, table, antecedent, pronoun.sex.is_some()),
    };
    let entity = &mut table.entities[actor];
    entity.sex = entity.sex.or(pronoun.sex);
    context.mentions[mention].mention.entity = match entity.kind {
        ActorType::Person => EntityType::Person,
        ActorType::Other => EntityType::Misc,
        ActorType::Place => EntityType::Loc,
        ActorType::Group => EntityType::Norp,
        _ => EntityType::Org,
    };
    context.set(mention, actor);
}

/// The candidate that the pronoun means, if any: the body that [`body_score`] finds, or else the chooser's.
fn antecedent(
    instance: &PronounInstance<'_, '_>,
    chooser: &mut dyn AntecedentChooser,
) -> Option<usize> {
    if instance.candidates.is_empty() {
        return None;
    }
    if instance.pronoun.sex.is_none()
        && let Some(best) = body_score::best(instance)
        && is_body(instance, best)
    {
        return Some(best);
    }
    let index = chooser.choose(&choice(instance))?;
    let chosen = instance.candidates.get(index).copied()?;
    (!is_in_doubt(instance, chosen)).then_some(chosen)
}

/// Whether the mention stands for a state, an organisation or another body that acts as one.
fn is_body(instance: &PronounInstance<'_, '_>, mention: usize) -> bool {
    let kind = Profile::new(instance.context, instance.table, mention).kind;
    !matches!(
        kind,
        ActorType::Person | ActorType::Group | ActorType::Place | ActorType::Other
    )
}

/// Adds an entity for an antecedent that has none yet.
fn new_entity(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    person: bool,
) -> usize {
    let kind = if person {
        ActorType::Person
    } else {
        ActorType::Other
    };
    let mut entity = Entity::new(context.bare_text(mention), kind, false);
    entity.plural = context.mentions[mention].plural;
    let actor = table.add(entity);
    context.set(mention, actor);
    context.mentions[mention].shown = true;
    actor
}

/// The choice that the chooser makes.
fn choice<'s>(instance: &PronounInstance<'s, '_>) -> AntecedentChoice<'s> {
    let context = instance.context;
    let (own, pairs) = instance.features();
    let candidates = instance.candidates.iter().zip(pairs);
    AntecedentChoice {
        span: context.mentions[instance.mention].mention.span,
        own,
        vector: context.vector(instance.mention),
        candidates: candidates
            .map(|(&candidate, pair)| AntecedentCandidate {
                span: context.mentions[candidate].mention.span,
                head: context.head(candidate).span,
                actor: context.mentions[candidate].mention.actor,
                pair,
                vector: context.vector(candidate),
            })
            .collect(),
    }
}
