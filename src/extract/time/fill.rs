//! The values of the times of a statement.

use crate::text::{Deprel, Xpos};
use jiff::civil::Date;

use crate::extract::clause::group::group;
use crate::extract::{Argument, ArgumentRole, Modality, Scene, Statement};
use crate::lexicon::TimeMarker;

use super::expression::value;
use super::item::{Item, items};
use super::{Context, Direction, TimeValue};

/// How far up a noun's or infinitive's verb is sought.
const DEPTH: usize = 6;

/// Sets the [`time`](Argument::time) of the statement's arguments.
pub(crate) fn fill(scene: &Scene<'_>, statement: &mut Statement) {
    let mut told = statement.arguments.iter();
    if !told.any(|argument| argument.role == ArgumentRole::Time) {
        return;
    }
    let context = Context {
        anchor: written(scene),
        direction: direction(scene, statement),
    };
    let relation = statement.relation.phrase.head;
    for argument in &mut statement.arguments {
        if argument.role == ArgumentRole::Time {
            // *agreed in July to finish it*: the time of a verb that leads to another is its own.
            let verb = scene.head(argument.phrase.head);
            let other = verb.filter(|&verb| verb != relation && scene.is_verb(verb));
            let own = other.and_then(|verb| tense(scene, &group(scene, verb)));
            let direction = own.unwrap_or(context.direction);
            let context = Context {
                direction,
                ..context
            };
            argument.time = single(scene, argument, context);
        }
    }
    stretch(scene, &mut statement.arguments, context);
    time_of_day(scene, &mut statement.arguments, context);
}

/// The day of the article.
fn written(scene: &Scene<'_>) -> Option<Date> {
    scene.annotated.document.date.as_deref()?.parse().ok()
}

fn items_of(scene: &Scene<'_>, argument: &Argument) -> Option<Vec<Item>> {
    let forms = argument.phrase.tokens.iter();
    let words: Vec<String> = forms
        .map(|&token| scene.token(token).form.to_string())
        .collect();
    items(&words, &scene.lexicon.time_words)
}

fn marker_of(scene: &Scene<'_>, argument: &Argument) -> Option<TimeMarker> {
    let words = scene.lower(&argument.marker_tokens);
    scene.lexicon.time_words.marker(&words)
}

fn single(scene: &Scene<'_>, argument: &Argument, context: Context) -> Option<TimeValue> {
    let items = items_of(scene, argument)?;
    value(&items, marker_of(scene, argument), context)
}

/// *from June* *to August*: both tell of one stretch.
fn stretch(scene: &Scene<'_>, arguments: &mut [Argument], context: Context) {
    let with = |marker: TimeMarker| {
        let mut places = arguments.iter();
        places.position(|argument| {
            argument.role == ArgumentRole::Time && marker_of(scene, argument) == Some(marker)
        })
    };
    let (Some(first), Some(last)) = (with(TimeMarker::First), with(TimeMarker::Last)) else {
        return;
    };
    let both = items_of(scene, &arguments[first]).zip(items_of(scene, &arguments[last]));
    let joined = both.and_then(|(mut start, end)| {
        start.push(Item::To);
        start.extend(end);
        value(&start, None, context)
    });
    if joined.is_some() && first < last {
        arguments[first].time.clone_from(&joined);
        arguments[last].time = joined;
    }
}

/// *on Thursday* *at 3 p.m.*: the hour is that of the day beside it.
fn time_of_day(scene: &Scene<'_>, arguments: &mut [Argument], context: Context) {
    let is_hour = |argument: &Argument| {
        let items = items_of(scene, argument);
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
    let both = items_of(scene, day).zip(items_of(scene, &arguments[hour]));
    if let Some((mut day, hour_items)) = both {
        day.extend(hour_items);
        if let Some(time) = value(&day, None, context) {
            arguments[hour].time = Some(time);
        }
    }
}

/// Whether what the statement tells lies before or after the day of writing, by its verb and what leads to it.
fn direction(scene: &Scene<'_>, statement: &Statement) -> Direction {
    match statement.modality {
        Modality::Intended | Modality::Required | Modality::Conditional => {
            return Direction::Future;
        }
        Modality::Asserted | Modality::Possible | Modality::Asked => {}
    }
    let relation = &statement.relation.phrase;
    // *is expected to meet*, but *is said to have met*
    let open = statement.modality == Modality::Possible;
    if open && scene.token(relation.head).xpos == Xpos::Vb {
        return Direction::Future;
    }
    let own = (statement.relation.implied.is_none()).then(|| tense(scene, &relation.tokens));
    own.flatten().unwrap_or_else(|| above(scene, relation.head))
}

/// What the verbs above tell, nearest first.
fn above(scene: &Scene<'_>, token: usize) -> Direction {
    let up = |&token: &usize| scene.head(token);
    let heads = std::iter::successors(up(&token), up).take(DEPTH);
    let mut verbs = heads.filter(|&head| scene.is_verb(head));
    verbs
        .find_map(|verb| tense(scene, &group(scene, verb)))
        .unwrap_or_default()
}

/// What the words of a verb tell: a perfect has happened, what stands after a modal is to come.
fn tense(scene: &Scene<'_>, tokens: &[usize]) -> Option<Direction> {
    let tag = |token: usize| &scene.token(token).xpos;
    let perfect = |&token: &usize| {
        let plain = scene.token(token).deprel == Deprel::Aux && *tag(token) != Xpos::Md;
        plain
            && scene
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
