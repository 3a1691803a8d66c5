//! The items of an expression of time → its value.

use crate::lexicon::{TimeMarker, TimeUnit, Turn};

use super::item::Item;
use super::parts::{MOST, Parts, is_day};
use super::period::{Grain, Period, shifted};
use super::value::TimeValue;
use super::{Direction, Reference};

/// The value of the items after this marker.
pub(crate) fn value(
    items: &[Item],
    marker: Option<TimeMarker>,
    reference: Reference,
) -> Option<TimeValue> {
    if let Some(stretch) = stretch(items, marker, reference) {
        return Some(stretch);
    }
    let parts: Vec<&[Item]> = items.split(|item| *item == Item::And).collect();
    if parts.len() > 1 && marker != Some(TimeMarker::Between) {
        let periods: Option<Vec<Period>> = sharing(&parts, reference).into_iter().collect();
        return TimeValue::each(&periods?);
    }
    if let Some(period) = Parts::of(items).and_then(|parts| parts.period(reference)) {
        return marked(&period, marker);
    }
    floating(items, marker, reference)
}

/// A single period with what its marker makes of it.
fn marked(period: &Period, marker: Option<TimeMarker>) -> Option<TimeValue> {
    match marker {
        Some(TimeMarker::First) => TimeValue::between(Some(period), None),
        Some(TimeMarker::Last) => TimeValue::between(None, Some(period)),
        Some(TimeMarker::Before) => TimeValue::between(None, Some(&period.before()?)),
        Some(TimeMarker::After) => TimeValue::between(Some(&period.after()?), None),
        Some(TimeMarker::Between | TimeMarker::Within) | None => Some(TimeValue::of(period)),
    }
}

/// *2001 to 2021*, *between 2001 and 2021*, *from June to August 2021*.
fn stretch(items: &[Item], marker: Option<TimeMarker>, reference: Reference) -> Option<TimeValue> {
    let middle = |item: &Item| {
        *item == Item::To || (marker == Some(TimeMarker::Between) && *item == Item::And)
    };
    let at = items.iter().position(middle)?;
    let parts = [&items[..at], &items[at + 1..]];
    let mut periods = sharing(&parts, reference).into_iter();
    let (start, end) = (periods.next()??, periods.next()??);
    TimeValue::between(Some(&start), Some(&end))
}

/// The periods of several times; what the last one alone tells (month, year) the others share, and the other way round
/// the first one's month.
fn sharing(parts: &[&[Item]], reference: Reference) -> Vec<Option<Period>> {
    let told: Vec<Option<Parts>> = parts.iter().map(|items| Parts::of(items)).collect();
    let last = told.last().cloned().flatten().unwrap_or_default();
    let first = told.first().cloned().flatten().unwrap_or_default();
    let shared = |parts: Parts| {
        let mut parts = parts;
        if parts.month.is_none() && parts.number.is_some_and(is_day) && parts.year.is_none() {
            parts.month = last.month.or(first.month);
        }
        if parts.year.is_none() && (parts.month.is_some() || parts.quarter.is_some()) {
            parts.year = last.year;
        }
        parts.period(reference)
    };
    told.into_iter()
        .map(|parts| parts.and_then(shared))
        .collect()
}

/// Times that lie nowhere on the calendar, and stretches up to the day of writing or on from it.
fn floating(items: &[Item], marker: Option<TimeMarker>, reference: Reference) -> Option<TimeValue> {
    match items {
        [Item::Count(count, unit)] if (1..=MOST).contains(count) => {
            let to_come = marker == Some(TimeMarker::Within);
            if to_come && reference.direction == Direction::Future {
                let day = shifted(reference.anchor?, *count, *unit)?;
                return Some(TimeValue::of(&Period::new(Grain::Unit(*unit), day)?));
            }
            duration(*count, *unit)
        }
        // *the past two years*
        [Item::Turn(turn), Item::Count(count, unit)] if (1..=MOST).contains(count) => {
            let anchor = reference.anchor?;
            let (start, end) = match turn {
                Turn::Before => (shifted(anchor, -count, *unit)?, anchor),
                Turn::After => (anchor, shifted(anchor, *count, *unit)?),
                Turn::Now => return None,
            };
            TimeValue::between(Some(&Period::day(start)), Some(&Period::day(end)))
        }
        [Item::Every, Item::Unit(unit)] => rhythm(1, *unit),
        [Item::Every, Item::Count(count, unit)] => rhythm(*count, *unit),
        [Item::Every, Item::Weekday(_)] => Some(TimeValue::floating("R/P1W")),
        [Item::Every, Item::Part(_)] => Some(TimeValue::floating("R/P1D")),
        [Item::Every, Item::Month(_) | Item::Season(_)] => Some(TimeValue::floating("R/P1Y")),
        [Item::Rhythm(rhythm)] => Some(TimeValue::floating(rhythm)),
        [Item::Clock(time)] => Some(TimeValue::floating(time)),
        [Item::Part(part)] => Some(TimeValue::floating(format!("T{part}"))),
        _ => None,
    }
}

fn rhythm(count: i32, unit: TimeUnit) -> Option<TimeValue> {
    let length = duration(count, unit)?;
    Some(TimeValue::floating(format!("R/{}", length.as_str())))
}

fn duration(count: i32, unit: TimeUnit) -> Option<TimeValue> {
    let (time, count, letter) = match unit {
        TimeUnit::Second => ("T", count, 'S'),
        TimeUnit::Minute => ("T", count, 'M'),
        TimeUnit::Hour => ("T", count, 'H'),
        TimeUnit::Day => ("", count, 'D'),
        TimeUnit::Week => ("", count, 'W'),
        TimeUnit::Month => ("", count, 'M'),
        TimeUnit::Quarter => ("", count.checked_mul(3)?, 'M'),
        TimeUnit::Half => ("", count.checked_mul(6)?, 'M'),
        TimeUnit::Year => ("", count, 'Y'),
        TimeUnit::Decade => ("", count.checked_mul(10)?, 'Y'),
        TimeUnit::Century => ("", count.checked_mul(100)?, 'Y'),
        TimeUnit::Weekend => return None,
    };
    Some(TimeValue::floating(format!("P{time}{count}{letter}")))
}
