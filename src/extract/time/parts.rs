//! What the items of one time amount to → its period.

use crate::lexicon::{Phase, Season, TimeUnit, Turn};

use super::Reference;
use super::item::Item;
use super::period::{Grain, Period, shifted};
use super::relative::{date, dated, in_turn, on_weekday, small, turned, turned_year};

/// More units than this are a slip, not a time.
pub(super) const MOST: i32 = 10_000;

/// The parts of an expression of one time, each kind at most once.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    pub(super) year: Option<i32>,
    pub(super) month: Option<i8>,
    /// A day of the month or a year, whichever the rest calls for.
    pub(super) number: Option<i32>,
    weekday: Option<i8>,
    season: Option<Season>,
    pub(super) quarter: Option<i8>,
    half: Option<i8>,
    decade: Option<i32>,
    century: Option<i32>,
    unit: Option<TimeUnit>,
    turn: Option<Turn>,
    count: Option<(i32, TimeUnit)>,
    shift: Option<i32>,
    part: Option<Box<str>>,
    clock: Option<String>,
    phase: Option<Phase>,
    /// Forwards or back from the day of writing.
    hence: Option<bool>,
    fiscal: bool,
    feast: Option<(i8, i8)>,
    date: Option<(i32, i8, i8)>,
}

pub(super) fn is_day(number: i32) -> bool {
    (1..=31).contains(&number)
}

fn is_year(number: i32) -> bool {
    (1000..2200).contains(&number)
}

/// Puts a value into a slot that is still empty.
fn put<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.is_none().then(|| *slot = Some(value))
}

impl Parts {
    /// Nothing if the items do not go together.
    pub(super) fn of(items: &[Item]) -> Option<Self> {
        let mut parts = Self::default();
        for item in items {
            match item {
                Item::Month(month) => put(&mut parts.month, *month)?,
                Item::Weekday(day) => put(&mut parts.weekday, *day)?,
                Item::Season(season) => put(&mut parts.season, *season)?,
                Item::Unit(unit) => put(&mut parts.unit, *unit)?,
                Item::Count(count, unit) => put(&mut parts.count, (*count, *unit))?,
                Item::Number(number) if is_year(*number) => put(&mut parts.year, *number)?,
                Item::Number(number) | Item::Ordinal(number) => put(&mut parts.number, *number)?,
                Item::Decade(year) => put(&mut parts.decade, *year)?,
                Item::Century(number) => put(&mut parts.century, *number)?,
                Item::Quarter(number) => put(&mut parts.quarter, *number)?,
                Item::Half(number) => put(&mut parts.half, *number)?,
                Item::Turn(turn) => put(&mut parts.turn, *turn)?,
                Item::Shift(days) => put(&mut parts.shift, *days)?,
                Item::Part(part) => put(&mut parts.part, part.clone())?,
                Item::PartToday(part) => {
                    put(&mut parts.part, part.clone())?;
                    put(&mut parts.shift, 0)?;
                }
                Item::Clock(time) => put(&mut parts.clock, time.clone())?,
                Item::Date(year, month, day) => put(&mut parts.date, (*year, *month, *day))?,
                Item::Phase(phase) => put(&mut parts.phase, *phase)?,
                Item::Ago => put(&mut parts.hence, false)?,
                Item::Hence => put(&mut parts.hence, true)?,
                Item::Fiscal => parts.fiscal = true,
                Item::Feast(month, day) => put(&mut parts.feast, (*month, *day))?,
                Item::Every | Item::Rhythm(_) | Item::And | Item::To => return None,
            }
        }
        // *fiscal year 2024*, *the year 2024*
        let of_year = parts.unit == Some(TimeUnit::Year) && parts.turn.is_none();
        if of_year && (parts.year.is_some() || (parts.fiscal && parts.number.is_some())) {
            parts.unit = None;
        }
        Some(parts)
    }

    /// The period that they name.
    pub(super) fn period(self, reference: Reference) -> Option<Period> {
        if self.fiscal {
            return self.fiscal_year(reference);
        }
        let (phase, part, clock) = (self.phase, self.part.clone(), self.clock.clone());
        let period = self.whole(reference)?;
        let period = match phase {
            Some(phase) if part.is_none() => period.third(phase)?,
            _ => period,
        };
        match (part, clock) {
            (None, None) => Some(period),
            (_, Some(time)) => period.with(&time),
            (Some(part), None) => period.with(&format!("T{part}")),
        }
    }

    fn fiscal_year(self, reference: Reference) -> Option<Period> {
        let year = match (self.year, self.number, self.turn) {
            (Some(year), None, None) => year,
            // *FY24*
            (None, Some(number @ 0..=99), None) => 2000 + number,
            (None, None, Some(turn)) => {
                let year = i32::from(reference.anchor?.year());
                match turn {
                    Turn::Before => year - 1,
                    Turn::Now => year,
                    Turn::After => year + 1,
                }
            }
            _ => return None,
        };
        let only = self.month.is_none() && self.weekday.is_none() && self.count.is_none();
        only.then(|| Period::new(Grain::Fiscal, date(year, 1, 1)?))?
    }

    /// The period without part of the day and third.
    fn whole(self, reference: Reference) -> Option<Period> {
        if let Some((year, month, day)) = self.date {
            return Some(Period::day(date(year, month, day)?));
        }
        if self.count.is_some() || self.hence.is_some() {
            return self.counted(reference);
        }
        if let Some(days) = self.shift {
            return Some(Period::day(shifted(
                reference.anchor?,
                days,
                TimeUnit::Day,
            )?));
        }
        if let Some((month, day)) = self.feast {
            return dated(month, day, self.year, reference);
        }
        if let Some(month) = self.month {
            return self.of_month(month, reference);
        }
        if let Some(weekday) = self.weekday {
            return self.of_week(weekday, reference);
        }
        if self.unit.is_some() || (self.turn.is_some() && self.part.is_some()) {
            return self.of_unit(reference);
        }
        self.of_years(reference)
    }

    /// *two years ago*
    fn counted(self, reference: Reference) -> Option<Period> {
        let (count, unit) = self.count?;
        let sign = if self.hence? { 1 } else { -1 };
        let count = (count <= MOST).then_some(count * sign)?;
        // *a decade ago* names a year, not ten.
        let grain = match unit {
            TimeUnit::Decade | TimeUnit::Century => TimeUnit::Year,
            unit => unit,
        };
        Period::new(Grain::Unit(grain), shifted(reference.anchor?, count, unit)?)
    }

    /// *3 August*, *August 2021*, *last August*
    fn of_month(self, month: i8, reference: Reference) -> Option<Period> {
        if self.unit.is_some() {
            // *the last week of August*: which one, the calendar does not say.
            return None;
        }
        if let Some(day) = self.number {
            let year = self.year.or_else(|| turned_year(self.turn, reference));
            return is_day(day).then(|| dated(month, small(day)?, year, reference))?;
        }
        let of = |year| Period::new(Grain::Unit(TimeUnit::Month), date(year, month, 1)?);
        self.year
            .map_or_else(|| turned(of, self.turn, reference), of)
    }

    /// *Thursday*, *last Thursday*, *Thursday of next week*
    fn of_week(self, weekday: i8, reference: Reference) -> Option<Period> {
        match (self.unit, self.turn) {
            _ if self.number.is_some() || self.year.is_some() => None,
            (None, turn) => on_weekday(weekday, turn, reference),
            (Some(TimeUnit::Week), Some(turn)) => {
                let week = in_turn(TimeUnit::Week, turn, reference)?;
                let days = i32::from(weekday) - 1;
                Some(Period::day(shifted(week.first(), days, TimeUnit::Day)?))
            }
            _ => None,
        }
    }

    /// *last month*, *the weekend*, *the end of the year*, *the first half of this year*, *last night*
    fn of_unit(self, reference: Reference) -> Option<Period> {
        if self.quarter.is_some() || self.half.is_some() {
            return self.of_years(reference);
        }
        if self.year.is_some() || self.number.is_some() {
            return None;
        }
        match (self.unit, self.turn) {
            (Some(unit), Some(turn)) => in_turn(unit, turn, reference),
            (Some(TimeUnit::Weekend), None) => in_turn(TimeUnit::Weekend, Turn::Now, reference),
            (Some(unit), None) if self.phase.is_some() => in_turn(unit, Turn::Now, reference),
            (None, Some(turn)) => in_turn(TimeUnit::Day, turn, reference),
            _ => None,
        }
    }

    /// Years, what is more, and what is named after them: *2021*, *the 1990s*, *Q3 2024*, *summer*.
    fn of_years(self, reference: Reference) -> Option<Period> {
        let years = |unit, year| Period::new(Grain::Unit(unit), date(year, 1, 1)?);
        if let Some(season) = self.season {
            let of =
                |year| Period::new(Grain::Season(season), date(year, season.first_month(), 1)?);
            return (self.year).map_or_else(|| turned(of, self.turn, reference), of);
        }
        if let Some(number) = self.quarter {
            return self.of_year(TimeUnit::Quarter, (number - 1) * 3 + 1, reference);
        }
        if let Some(number) = self.half {
            return self.of_year(TimeUnit::Half, (number - 1) * 6 + 1, reference);
        }
        if let Some(year) = self.decade {
            return years(TimeUnit::Decade, year);
        }
        if let Some(number) = self.century {
            return years(TimeUnit::Century, (number - 1) * 100);
        }
        let alone = self.number.is_none() && self.turn.is_none();
        years(TimeUnit::Year, self.year.filter(|_| alone)?)
    }

    /// A quarter or half of a year: a stated one, one in turn, or the nearest.
    fn of_year(self, unit: TimeUnit, month: i8, reference: Reference) -> Option<Period> {
        let of = |year: i32| Period::new(Grain::Unit(unit), date(year, month, 1)?);
        if let Some(year) = self.year {
            return of(year);
        }
        match (self.unit, self.turn) {
            (Some(TimeUnit::Year), turn) => of(turned_year(turn.or(Some(Turn::Now)), reference)?),
            (None, turn) => turned(of, turn, reference),
            _ => None,
        }
    }
}
