//! Pronouns: the best candidate near them.
//!
//! Every mention of the last sentences that agrees in sex and number is a candidate, unless grammar rules it out
//! (`Ann saw her`: not Ann), see [`rule`](super::rule). Which of them is meant, if any, is for a [`Judge`] to say; but where
//! [`weigh`] finds a body that acts for `it` or `they`, such as a state, that body is meant.

use crate::annotate::actors::{Cast, Role, Scene};
use crate::text::{ActorType, EntityType};

use super::candidate::{History, Profile};
use super::judge::{Candidate, Choice, Judge};
use super::pair::{Names, Pairs};
use super::quotation::Quotations;
use super::rule::candidates;
use super::weigh;

/// Lets a pronoun stand for an actor.
pub(super) fn assign(
    scene: &mut Scene<'_>,
    cast: &mut Cast,
    history: &History,
    quotations: &Quotations,
    names: &Names,
    judge: &mut dyn Judge,
    mention: usize,
) {
    let Some(pronoun) = scene.found[mention]
        .pronoun
        .filter(|found| found.person == 3)
    else {
        return;
    };
    let weighed = match pronoun.sex {
        Some(_) => None,
        None => weigh::best(scene, cast, history, mention, &pronoun),
    };
    let antecedent = if weighed.is_some_and(|weighed| is_body(scene, cast, weighed)) {
        weighed
    } else {
        let candidates = candidates(scene, cast, history, mention, &pronoun);
        if candidates.is_empty() {
            return;
        }
        let pairs = Pairs {
            scene,
            cast,
            history,
            quotations,
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
    let actor = match scene.found[antecedent].mention.actor {
        Some(actor) => actor,
        None => newcomer(scene, cast, antecedent, pronoun.sex.is_some()),
    };
    let role = &mut cast.roles[actor];
    role.sex = role.sex.or(pronoun.sex);
    scene.found[mention].mention.entity = match role.kind {
        ActorType::Person => EntityType::Person,
        ActorType::Other => EntityType::Misc,
        ActorType::Place => EntityType::Loc,
        ActorType::Group => EntityType::Norp,
        _ => EntityType::Org,
    };
    scene.set(mention, actor);
}

/// Whether it is a state, a government, an organisation or another body that acts as one.
fn is_body(scene: &Scene<'_>, cast: &Cast, mention: usize) -> bool {
    let kind = Profile::new(scene, cast, mention).kind;
    !matches!(
        kind,
        ActorType::Person | ActorType::Group | ActorType::Place | ActorType::Other
    )
}

/// An actor for a mention that a pronoun proves to be somebody.
fn newcomer(scene: &mut Scene<'_>, cast: &mut Cast, mention: usize, person: bool) -> usize {
    let kind = if person {
        ActorType::Person
    } else {
        ActorType::Other
    };
    let mut role = Role::new(scene.bare_text(mention), kind, false);
    role.plural = scene.found[mention].plural;
    let actor = cast.add(role);
    scene.set(mention, actor);
    scene.found[mention].shown = true;
    actor
}

/// What the judge is told.
fn choice<'s>(pairs: &Pairs<'s, '_>) -> Choice<'s> {
    let scene = pairs.scene;
    let (own, numbers) = pairs.numbers();
    let candidates = pairs.candidates.iter().zip(numbers);
    Choice {
        span: scene.found[pairs.mention].mention.span,
        own,
        vector: scene.vector(pairs.mention),
        candidates: candidates
            .map(|(&candidate, pair)| Candidate {
                span: scene.found[candidate].mention.span,
                head: scene.head(candidate).span,
                actor: scene.found[candidate].mention.actor,
                pair,
                vector: scene.vector(candidate),
            })
            .collect(),
    }
}

/// The author and those addressed: `I`, `we` and `you` of a whole document.
pub(super) fn speaker(cast: &mut Cast, person: u8, plural: bool) -> usize {
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
    cast.group(None, name, || Role::new(name.to_owned(), kind, false))
}
