//! Edges to the nouns of prepositional phrases.

use super::candidate::{Candidate, Reach};
use super::edge_context::{EdgeContext, is_clause};
use super::label::{is_location, text};
use super::step::{is_lent, leads_to_circumstance};
use super::target::behind;
use crate::extract::participants::is_known;
use crate::extract::{Argument, ArgumentRole, SentenceContext};

/// The edge to the noun of a prepositional phrase or to the actor behind it. `needed`: whether no other noun is the object.
/// `reached`: whether the statement has reached an actor; an event that has not leads to the actor behind such a noun.
pub(super) fn argument(
    edge_context: &EdgeContext<'_>,
    argument: &Argument,
    needed: bool,
    reached: bool,
) -> Option<Candidate> {
    let EdgeContext {
        context,
        statement,
        agent,
        ..
    } = edge_context;
    let noun = argument.phrase.head;
    if !may_be_end(context, argument) {
        return None;
    }
    let is_actor = is_known(context, noun);
    let target = behind(context, Some(statement), noun, agent.head);
    let leads = statement.relation.event.is_some()
        && !is_lent(context, argument)
        && noun > statement.relation.phrase.head
        && !reached
        && (target.as_ref()).is_some_and(|target| is_known(context, target.head));
    let between_actors = is_actor && context.actor(agent.head).is_some();
    let goal = argument.role == ArgumentRole::Goal;
    if !(needed || is_actor || leads || goal) || (is_location(statement) && !between_actors) {
        return None;
    }
    let mut words = edge_context.object_words();
    words.extend(&argument.marker_tokens);
    let words = text(context, &words);
    if let Some(target) = target {
        return Some(Candidate::behind(&words, &target));
    }
    let place = argument.role == ArgumentRole::Place;
    Some(Candidate {
        reach: place.then_some(Reach::Place),
        unless_reached: true,
        ..Candidate::new(&words, noun)
    })
}

/// Whether the noun of an argument may be the end of an edge.
pub(super) fn may_be_end(context: &SentenceContext<'_>, argument: &Argument) -> bool {
    // *Unlike France, Germany …*: whom it is told apart from takes no part.
    let apart = argument.marker_tokens.first().is_some_and(|&token| {
        (context.words()).negates(context.lemma(token), crate::lexicon::Part::Preposition)
    });
    let marker = context.lower(&argument.marker_tokens);
    !apart
        && !leads_to_circumstance(context, &marker)
        && context.is_nominal(argument.phrase.head)
        && !is_clause(context, argument.phrase.head)
}
