//! Pronouns: the best candidate near them.
//!
//! Every mention of the last sentences that agrees in sex and number is a candidate, unless grammar rules it out
//! (`Ann saw her`: not Ann), see [`rule`](super::rule). Which of them is meant, if any, is for a [`Judge`] to say; but where
//! [`weigh`] finds a body that acts for `it` or `they`, such as a state, that body is meant.

use crate::annotate::actors::{DocumentContext, Entity, EntityTable};
use crate::text::{ActorType, EntityType};

use super::candidate::{History, Profile};
use super::judge::{Candidate, Choice, Judge};
use super::pair::{Names, Pairs};
use super::rule::candidates;
use super::weigh;

/// Lets a pronoun stand for an actor.
pub(super) fn assign(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    history: &History,
    names: &Names,
    judge: &mut dyn Judge,
    mention: usize,
) {
    let Some(pronoun) = context.found[mention]
        .pronoun
        .filter(|found| found.person == 3)
    else {
        return;
    };
    let weighed = match pronoun.sex {
        Some(_) => None,
        None => weigh::best(context, table, history, mention, &pronoun),
    };
    let antecedent = if weighed.is_some_and(|weighed| is_body(context, table, weighed)) {
        weighed
    } else {
        let candidates = candidates(context, table, history, mention, &pronoun);
        if candidates.is_empty() {
            return;
        }
        let pairs = Pairs {
            context,
            table,
            history,
            names,
            mention,
            pronoun,
            candidates: &candidates,
        };
        judge.choose(&choice(&pairs)).map(|index| candidates[index])
    };
    let Some(antecedent) = antecedent else {
        return;
    };
    let actor = match context.found[antecedent].mention.actor {
        Some(actor) => actor,
        None => newcomer(context, table, antecedent, pronoun.sex.is_some()),
    };
    let role = &mut table.entities[actor];
    role.sex = role.sex.or(pronoun.sex);
    context.found[mention].mention.entity = match role.kind {
        ActorType::Person => EntityType::Person,
        ActorType::Other => EntityType::Misc,
        ActorType::Place => EntityType::Loc,
        ActorType::Group => EntityType::Norp,
        _ => EntityType::Org,
    };
    context.set(mention, actor);
}

/// Whether it is a state, a government, an organisation or another body that acts as one.
fn is_body(context: &DocumentContext<'_>, table: &EntityTable, mention: usize) -> bool {
    let kind = Profile::new(context, table, mention).kind;
    !matches!(
        kind,
        ActorType::Person | ActorType::Group | ActorType::Place | ActorType::Other
    )
}

/// An actor for a mention that a pronoun proves to be somebody.
fn newcomer(
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
    let mut role = Entity::new(context.bare_text(mention), kind, false);
    role.plural = context.found[mention].plural;
    let actor = table.add(role);
    context.set(mention, actor);
    context.found[mention].shown = true;
    actor
}

/// What the judge is told.
fn choice<'s>(pairs: &Pairs<'s, '_>) -> Choice<'s> {
    let context = pairs.context;
    let (own, numbers) = pairs.numbers();
    let candidates = pairs.candidates.iter().zip(numbers);
    Choice {
        span: context.found[pairs.mention].mention.span,
        own,
        vector: context.vector(pairs.mention),
        candidates: candidates
            .map(|(&candidate, pair)| Candidate {
                span: context.found[candidate].mention.span,
                head: context.head(candidate).span,
                actor: context.found[candidate].mention.actor,
                pair,
                vector: context.vector(candidate),
            })
            .collect(),
    }
}

/// The author and those addressed: `I`, `we` and `you` of a whole document.
pub(super) fn speaker(table: &mut EntityTable, person: u8, plural: bool) -> usize {
    let name = match (person, plural) {
        (1, false) => "I",
        (1, true) => "we",
        _ => "you",
    };
    let kind = if plural {
        ActorType::Group
    } else {
        ActorType::Person
    };
    table.group(None, name, || Entity::new(name.to_owned(), kind, false))
}
