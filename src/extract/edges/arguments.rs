//! Edges to the nouns of prepositional phrases.

use super::draft::{Draft, Reach, is_clause, nominal_object};
use super::label::{is_location, text};
use super::step::{is_circumstance, is_lent, leads_to_circumstance};
use super::target::behind;
use crate::extract::participants::{is_act, is_known, label_words};
use crate::extract::{Argument, ArgumentRole, SentenceContext};

/// Edges to the nouns of prepositional phrases: the first where there is no object, else only actors. Of an event that
/// has reached nobody so far, also to who is behind them.
pub(super) fn arguments(draft: &mut Draft<'_>) {
    let (context, statement) = (draft.context, draft.statement);
    let object = nominal_object(context, statement);
    let mut needed = statement.object.is_none();
    let known_agent = context.actor(draft.agent.head).is_some();
    for argument in &statement.arguments {
        let noun = argument.phrase.head;
        // *in defiance of Oslo*
        let how = argument.role == ArgumentRole::Manner
            && context.is_nominal(noun)
            && is_act(context, noun);
        if !(how || may_be_end(context, argument)) {
            continue;
        }
        let is_actor = is_known(context, noun);
        let target = behind(context, Some(statement), noun, draft.agent.head);
        let leads = statement.relation.event.is_some()
            && !is_lent(context, argument)
            && noun > statement.relation.phrase.head
            && !draft.reaches_actor()
            && (target.as_ref()).is_some_and(|target| is_known(context, target.head));
        if !(needed && !how || is_actor || leads)
            || (is_location(statement) && !(is_actor && known_agent))
        {
            continue;
        }
        needed = false;
        let mut words = object
            .map(|object| label_words(context, object.head, usize::MAX))
            .unwrap_or_default();
        words.extend(&argument.marker_tokens);
        let words = text(context, &words);
        match target {
            Some(target) => draft.add_target(&words, &target),
            None if draft.reaches(noun) => {}
            None => {
                let place = argument.role == ArgumentRole::Place;
                draft.between(&words, noun, place.then_some(Reach::Place), "");
            }
        }
    }
}

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
