//! Times that lie before or after the day of writing → their periods.

use jiff::civil::{Date, Weekday};

use crate::lexicon::{TimeUnit, Turn};

use super::period::{Grain, Period};
use super::{Direction, Reference};

pub(super) fn date(year: i32, month: i8, day: i8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

pub(super) fn small(number: i32) -> Option<i8> {
    i8::try_from(number).ok()
}

/// A day of a month, of the stated year or the nearest one.
pub(super) fn dated(month: i8, day: i8, year: Option<i32>, reference: Reference) -> Option<Period> {
    let of = |year| date(year, month, day).map(Period::day);
    year.map_or_else(|| nearest(of, reference), of)
}

/// *this year*'s, *last year*'s.
pub(super) fn turned_year(turn: Option<Turn>, reference: Reference) -> Option<i32> {
    let year = i32::from(reference.anchor?.year());
    Some(match turn? {
        Turn::Before => year - 1,
        Turn::Now => year,
        Turn::After => year + 1,
    })
}

/// *last August*, *next summer*, *this spring*, or without such a word the nearest.
pub(super) fn turned(
    of: impl Fn(i32) -> Option<Period>,
    turn: Option<Turn>,
    reference: Reference,
) -> Option<Period> {
    let anchor = reference.anchor?;
    let year = i32::from(anchor.year());
    match turn {
        None => nearest(of, reference),
        Some(Turn::Now) => of(year),
        Some(Turn::Before) => {
            let mut periods = (0..2).filter_map(|back| of(year - back));
            periods.find(|period| period.last() < anchor)
        }
        Some(Turn::After) => {
            let mut periods = (0..2).filter_map(|on| of(year + on));
            periods.find(|period| period.first() > anchor)
        }
    }
}

/// The one of each year's periods that lies nearest in the direction of the act.
fn nearest(of: impl Fn(i32) -> Option<Period>, reference: Reference) -> Option<Period> {
    let anchor = reference.anchor?;
    let year = i32::from(anchor.year());
    let mut years = match reference.direction {
        Direction::Past => [year, year - 1],
        Direction::Future => [year, year + 1],
    }
    .into_iter();
    years.find_map(|year| {
        of(year).filter(|period| match reference.direction {
            Direction::Past => period.first() <= anchor,
            Direction::Future => period.last() >= anchor,
        })
    })
}

pub(super) fn on_weekday(weekday: i8, turn: Option<Turn>, reference: Reference) -> Option<Period> {
    let anchor = reference.anchor?;
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let today = anchor.weekday() == weekday;
    let day = match turn {
        None if today => anchor,
        Some(Turn::Now) if today => anchor,
        Some(Turn::Before) => anchor.nth_weekday(-1, weekday).ok()?,
        Some(Turn::After) => anchor.nth_weekday(1, weekday).ok()?,
        None | Some(Turn::Now) => {
            let count = match reference.direction {
                Direction::Past => -1,
                Direction::Future => 1,
            };
            anchor.nth_weekday(count, weekday).ok()?
        }
    };
    Some(Period::day(day))
}

pub(super) fn in_turn(unit: TimeUnit, turn: Turn, reference: Reference) -> Option<Period> {
    let anchor = reference.anchor?;
    let now = Period::new(Grain::Unit(unit), anchor)?;
    match turn {
        // Seen from the past, a weekend that is still to come this week is the one before.
        Turn::Now if reference.direction == Direction::Past && now.first() > anchor => now.before(),
        Turn::Now => Some(now),
        Turn::Before => now.before(),
        Turn::After if now.first() > anchor => Some(now),
        Turn::After => now.after(),
    }
}
