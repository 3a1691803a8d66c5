//! When a statement is so: the values of its arguments of time.

use crate::syntax::verb_group;
use crate::text::{Deprel, Xpos};
use jiff::civil::Date;

use super::{Argument, ArgumentRole, Modality, SentenceContext, Statement};
use crate::lexicon::TimeMarker;

use super::time::{Direction, Item, Reference, TimeValue, items, value};

/// How far up a noun's or infinitive's verb is sought.
const DEPTH: usize = 6;

/// Sets the [`time`](Argument::time) of the statement's arguments.
pub(crate) fn set_times(context: &SentenceContext<'_>, statement: &mut Statement) {
    let mut arguments = statement.arguments.iter();
    if !arguments.any(|argument| argument.role == ArgumentRole::Time) {
        return;
    }
    let reference = Reference {
        anchor: written(context),
        direction: direction(context, statement),
    };
    let relation = statement.relation.phrase.head;
    for argument in &mut statement.arguments {
        if argument.role == ArgumentRole::Time {
            // *agreed in July to finish it*: the time of a verb that leads to another is its own.
            let verb = context.head(argument.phrase.head);
            let other = verb.filter(|&verb| verb != relation && context.is_verb(verb));
            let own = other
                .and_then(|verb| tense(context, &verb_group(context.tree, context.words(), verb)));
            let direction = own.unwrap_or(reference.direction);
            let reference = Reference {
                direction,
                ..reference
            };
            argument.time = single(context, argument, reference);
        }
    }
    period(context, &mut statement.arguments, reference);
    time_of_day(context, &mut statement.arguments, reference);
}

/// The day of the article.
fn written(context: &SentenceContext<'_>) -> Option<Date> {
    context.annotated.document.date.as_deref()?.parse().ok()
}

fn items_of(context: &SentenceContext<'_>, argument: &Argument) -> Option<Vec<Item>> {
    let forms = argument.phrase.tokens.iter();
    let words: Vec<String> = forms
        .map(|&token| context.token(token).form.to_string())
        .collect();
    items(&words, &context.lexicon.time_words)
}

fn marker_of(context: &SentenceContext<'_>, argument: &Argument) -> Option<TimeMarker> {
    let words = context.lower(&argument.marker_tokens);
    context.lexicon.time_words.marker(&words)
}

fn single(
    context: &SentenceContext<'_>,
    argument: &Argument,
    reference: Reference,
) -> Option<TimeValue> {
    let items = items_of(context, argument)?;
    value(&items, marker_of(context, argument), reference)
}

/// *from June* *to August*: both ends of one period.
fn period(context: &SentenceContext<'_>, arguments: &mut [Argument], reference: Reference) {
    let with = |marker: TimeMarker| {
        let mut places = arguments.iter();
        places.position(|argument| {
            argument.role == ArgumentRole::Time && marker_of(context, argument) == Some(marker)
        })
    };
    let (Some(first), Some(last)) = (with(TimeMarker::First), with(TimeMarker::Last)) else {
        return;
    };
    let both = items_of(context, &arguments[first]).zip(items_of(context, &arguments[last]));
    let joined = both.and_then(|(mut start, end)| {
        start.push(Item::To);
        start.extend(end);
        value(&start, None, reference)
    });
    if joined.is_some() && first < last {
        arguments[first].time.clone_from(&joined);
        arguments[last].time = joined;
    }
}

/// *on Thursday* *at 3 p.m.*: the hour is that of the day beside it.
fn time_of_day(context: &SentenceContext<'_>, arguments: &mut [Argument], reference: Reference) {
    let is_hour = |argument: &Argument| {
        let items = items_of(context, argument);
        matches!(items.as_deref(), Some([Item::Clock(_) | Item::Part(_)]))
    };
    let Some(hour) = arguments.iter().position(|argument| {
        argument.role == ArgumentRole::Time && argument.time.is_some() && is_hour(argument)
    }) else {
        return;
    };
    let dated = |argument: &&Argument| {
        (argument.time.as_ref())
            .is_some_and(|time| time.first().is_some() && time.first() == time.last())
    };
    let mut days = arguments.iter().filter(dated);
    let (Some(day), None) = (days.next(), days.next()) else {
        return;
    };
    let both = items_of(context, day).zip(items_of(context, &arguments[hour]));
    if let Some((mut day, hour_items)) = both {
        day.extend(hour_items);
        if let Some(time) = value(&day, None, reference) {
            arguments[hour].time = Some(time);
        }
    }
}

/// Whether the statement is about a time before or after the day of writing, by its verb and the verbs that lead to it.
fn direction(context: &SentenceContext<'_>, statement: &Statement) -> Direction {
    match statement.modality {
        Modality::Intended | Modality::Required | Modality::Conditional => {
            return Direction::Future;
        }
        Modality::Asserted | Modality::Possible | Modality::Asked => {}
    }
    let relation = &statement.relation.phrase;
    // *is expected to meet*, but *is said to have met*
    let open = statement.modality == Modality::Possible;
    if open && context.token(relation.head).xpos == Xpos::Vb {
        return Direction::Future;
    }
    let own = (statement.relation.implied.is_none()).then(|| tense(context, &relation.tokens));
    own.flatten()
        .unwrap_or_else(|| above(context, relation.head))
}

/// What the verbs above tell, nearest first.
fn above(context: &SentenceContext<'_>, token: usize) -> Direction {
    let up = |&token: &usize| context.head(token);
    let heads = std::iter::successors(up(&token), up).take(DEPTH);
    let mut verbs = heads.filter(|&head| context.is_verb(head));
    verbs
        .find_map(|verb| tense(context, &verb_group(context.tree, context.words(), verb)))
        .unwrap_or_default()
}

/// What the words of a verb tell: a perfect has happened, what stands after a modal is to come.
fn tense(context: &SentenceContext<'_>, tokens: &[usize]) -> Option<Direction> {
    let tag = |token: usize| &context.token(token).xpos;
    let perfect = |&token: &usize| {
        let plain = context.token(token).deprel == Deprel::Aux && *tag(token) != Xpos::Md;
        plain
            && context
                .head(token)
                .is_some_and(|head| *tag(head) == Xpos::Vbn)
    };
    if tokens.iter().any(perfect) {
        return Some(Direction::Past);
    }
    let any = |wanted: &[Xpos]| tokens.iter().any(|&token| wanted.contains(tag(token)));
    if any(&[Xpos::Md]) {
        Some(Direction::Future)
    } else if any(&[Xpos::Vbd, Xpos::Vbn]) {
        Some(Direction::Past)
    } else if any(&[Xpos::Vbz, Xpos::Vbp]) {
        Some(Direction::Future)
    } else {
        None
    }
}
