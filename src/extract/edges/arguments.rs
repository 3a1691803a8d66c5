//! Edges to the nouns of prepositional phrases.

use super::candidate::{Candidate, Reach};
use super::draft::{Draft, is_clause, nominal_object};
use super::label::{is_location, text};
use super::step::{is_circumstance, is_lent, leads_to_circumstance};
use super::target::behind;
use crate::extract::participants::{is_act, is_known, label_words};
use crate::extract::{Argument, ArgumentRole, SentenceContext};

/// Adds edges to the nouns of prepositional phrases: the first where there is no object, else only actors. An event that has
/// reached nobody so far also leads to the actor behind such a noun.
pub(super) fn arguments(draft: &mut Draft<'_>) {
    let mut needed = draft.statement.object.is_none();
    for argument in &draft.statement.arguments {
        if let Some(candidate) = candidate(draft, argument, needed) {
            needed = false;
            draft.extend(candidate);
        }
    }
}

/// The edge to the noun of the argument or the actor behind it, if it is one of those that get one; the inner option is empty
/// where an edge leads there already. `needed`: whether the statement has no other object.
fn candidate(draft: &Draft<'_>, argument: &Argument, needed: bool) -> Option<Option<Candidate>> {
    let (context, statement) = (draft.context, draft.statement);
    let noun = argument.phrase.head;
    // *in defiance of Oslo*
    let manner =
        argument.role == ArgumentRole::Manner && context.is_nominal(noun) && is_act(context, noun);
    if !(manner || may_be_end(context, argument)) {
        return None;
    }
    let is_actor = is_known(context, noun);
    let target = behind(context, Some(statement), noun, draft.agent.head);
    let leads = statement.relation.event.is_some()
        && !is_lent(context, argument)
        && noun > statement.relation.phrase.head
        && !draft.reaches_actor()
        && (target.as_ref()).is_some_and(|target| is_known(context, target.head));
    let between_actors = is_actor && context.actor(draft.agent.head).is_some();
    if !(needed && !manner || is_actor || leads) || (is_location(statement) && !between_actors) {
        return None;
    }
    let object = nominal_object(context, statement);
    let mut words = object.map_or(Vec::new(), |object| {
        label_words(context, object.head, usize::MAX)
    });
    words.extend(&argument.marker_tokens);
    let words = text(context, &words);
    Some(match target {
        Some(target) => Some(Candidate::behind(&words, &target)),
        None if draft.reaches(noun) => None,
        None => {
            let place = argument.role == ArgumentRole::Place;
            Some(Candidate {
                reach: place.then_some(Reach::Place),
                ..Candidate::new(&words, noun)
            })
        }
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
        && !is_circumstance(argument.role)
        && !leads_to_circumstance(context, &marker)
        && context.is_nominal(argument.phrase.head)
        && !is_clause(context, argument.phrase.head)
}
