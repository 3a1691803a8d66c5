//! Periods of the calendar: a grain and a day in it → first day, last day and name.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use smol_str::SmolStr;

use crate::lexicon::{Phase, Season, TimeUnit};

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    Unit(TimeUnit),
    Season(Season),
    /// A year of accounts; which months it has depends on whose accounts they are, so it counts as the year.
    Fiscal,
}

/// A named period of whole days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    grain: Grain,
    first: Date,
    last: Date,
    /// What follows the name of a day: `TMO`, `T15:00`.
    pub(super) within: SmolStr,
    /// Whether it is a third of a grain, so that its ends are its name.
    is_part: bool,
}

impl Period {
    /// The period of this grain that holds the day; hours and less count as their day.
    pub(super) fn new(grain: Grain, day: Date) -> Option<Self> {
        let (first, last) = match grain {
            Grain::Unit(unit) => ends(unit, day)?,
            Grain::Season(season) => season_ends(season, day)?,
            Grain::Fiscal => ends(TimeUnit::Year, day)?,
        };
        Some(Self {
            grain,
            first,
            last,
            within: SmolStr::default(),
            is_part: false,
        })
    }

    pub(super) fn day(day: Date) -> Self {
        Self {
            grain: Grain::Unit(TimeUnit::Day),
            first: day,
            last: day,
            within: SmolStr::default(),
            is_part: false,
        }
    }

    pub(super) fn first(&self) -> Date {
        self.first
    }

    pub(super) fn last(&self) -> Date {
        self.last
    }

    pub(super) fn is_day(&self) -> bool {
        self.grain == Grain::Unit(TimeUnit::Day)
    }

    /// The same on a part or at a time of the day; only days have these.
    pub(super) fn with(self, within: &str) -> Option<Self> {
        let whole = self.is_day() && self.within.is_empty();
        whole.then(|| Self {
            within: within.into(),
            ..self
        })
    }

    /// The period before.
    pub(super) fn before(&self) -> Option<Self> {
        Self::new(self.grain, self.first.yesterday().ok()?)
    }

    /// The period after.
    pub(super) fn after(&self) -> Option<Self> {
        Self::new(self.grain, self.last.tomorrow().ok()?)
    }

    /// The first, second or last third of it.
    pub(super) fn third(self, phase: Phase) -> Option<Self> {
        let Grain::Unit(unit) = self.grain else {
            return Some(self);
        };
        let pick = |start: (Date, Date), middle: (Date, Date), end: (Date, Date)| match phase {
            Phase::Start => start,
            Phase::Middle => middle,
            Phase::End => end,
        };
        let month = |from: i8, to: i8| {
            let start = Date::new(self.first.year(), from, 1).ok()?;
            let end = Date::new(self.first.year(), to, 1).ok()?;
            Some((start, end.last_of_month()))
        };
        let years = |from: i16, to: i16| {
            let year = self.first.year();
            let start = Date::new(year + from, 1, 1).ok()?;
            Some((start, Date::new(year + to, 12, 31).ok()?))
        };
        let day = |day: i8| Date::new(self.first.year(), self.first.month(), day).ok();
        let (first, last) = match unit {
            TimeUnit::Month => pick(
                (self.first, day(10)?),
                (day(11)?, day(20)?),
                (day(21)?, self.last),
            ),
            TimeUnit::Year => pick(month(1, 4)?, month(5, 8)?, month(9, 12)?),
            TimeUnit::Decade => pick(years(0, 3)?, years(4, 6)?, years(7, 9)?),
            TimeUnit::Century => pick(years(0, 33)?, years(34, 66)?, years(67, 99)?),
            // A third of a week or a season is not worth a value of its own.
            _ => return Some(self),
        };
        Some(Self {
            first,
            last,
            is_part: true,
            ..self
        })
    }

    /// How it is named at the start of a range.
    pub(super) fn start(&self) -> String {
        self.finer(self.first)
    }

    /// How it is named at the end of a range.
    pub(super) fn end(&self) -> String {
        self.finer(self.last)
    }

    /// A third is named by the days, months or years at its ends, anything else by its own name.
    fn finer(&self, end: Date) -> String {
        match self.grain {
            _ if !self.is_part => self.text(),
            Grain::Unit(TimeUnit::Month) => end.to_string(),
            Grain::Unit(TimeUnit::Year) => format!("{:04}-{:02}", end.year(), end.month()),
            _ => format!("{:04}", end.year()),
        }
    }

    /// Its name: `2021-08`.
    pub(super) fn text(&self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        if self.is_part {
            return format!("{}/{}", self.start(), self.end());
        }
        let week = self.first.iso_week_date();
        match self.grain {
            Grain::Fiscal => format!("FY{year:04}"),
            Grain::Season(season) => format!("{year:04}-{}", season.as_str()),
            Grain::Unit(TimeUnit::Week) => format!("{:04}-W{:02}", week.year(), week.week()),
            Grain::Unit(TimeUnit::Weekend) => format!("{:04}-W{:02}-WE", week.year(), week.week()),
            Grain::Unit(TimeUnit::Month) => format!("{year:04}-{month:02}"),
            Grain::Unit(TimeUnit::Quarter) => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
            Grain::Unit(TimeUnit::Half) => format!("{year:04}-H{}", (month - 1) / 6 + 1),
            Grain::Unit(TimeUnit::Year) => format!("{year:04}"),
            Grain::Unit(TimeUnit::Decade) => format!("{:03}X", year / 10),
            Grain::Unit(TimeUnit::Century) => format!("{:02}XX", year / 100),
            Grain::Unit(TimeUnit::Day | TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second) => {
                format!("{}{}", self.first, self.within)
            }
        }
    }
}

fn ends(unit: TimeUnit, day: Date) -> Option<(Date, Date)> {
    let year = day.year();
    let months = |first: i8, count: i8| {
        let start = Date::new(year, first, 1).ok()?;
        let end = Date::new(year, first + count - 1, 1).ok()?;
        Some((start, end.last_of_month()))
    };
    let years = |count: i16| {
        let first = year - year.rem_euclid(count);
        let start = Date::new(first, 1, 1).ok()?;
        Some((start, Date::new(first + count - 1, 12, 31).ok()?))
    };
    let weekday = |weekday: Weekday| {
        let week = day.iso_week_date();
        let date = ISOWeekDate::new(week.year(), week.week(), weekday).ok()?;
        Some(date.date())
    };
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => Some((day, day)),
        TimeUnit::Week => Some((weekday(Weekday::Monday)?, weekday(Weekday::Sunday)?)),
        TimeUnit::Weekend => Some((weekday(Weekday::Saturday)?, weekday(Weekday::Sunday)?)),
        TimeUnit::Month => Some((day.first_of_month(), day.last_of_month())),
        TimeUnit::Quarter => months((day.month() - 1) / 3 * 3 + 1, 3),
        TimeUnit::Half => months((day.month() - 1) / 6 * 6 + 1, 6),
        TimeUnit::Year => years(1),
        TimeUnit::Decade => years(10),
        TimeUnit::Century => years(100),
    }
}

/// The three months of the season that begins in the day's year; winter days before March belong to the year before.
fn season_ends(season: Season, day: Date) -> Option<(Date, Date)> {
    let within = season == Season::Winter && day.month() < 3;
    let year = if within { day.year() - 1 } else { day.year() };
    let first = Date::new(year, season.first_month(), 1).ok()?;
    let last = first
        .checked_add(jiff::Span::new().months(2))
        .ok()?
        .last_of_month();
    Some((first, last))
}

/// The day so many units before (negative) or after it.
pub(super) fn shifted(day: Date, count: i32, unit: TimeUnit) -> Option<Date> {
    let count = i64::from(count);
    let span = match unit {
        // The hour of writing is not known: less than a day counts as the same day.
        TimeUnit::Second => jiff::Span::new().try_days(count / 86_400),
        TimeUnit::Minute => jiff::Span::new().try_days(count / 1_440),
        TimeUnit::Hour => jiff::Span::new().try_days(count / 24),
        TimeUnit::Day => jiff::Span::new().try_days(count),
        TimeUnit::Week | TimeUnit::Weekend => jiff::Span::new().try_weeks(count),
        TimeUnit::Month => jiff::Span::new().try_months(count),
        TimeUnit::Quarter => jiff::Span::new().try_months(count.checked_mul(3)?),
        TimeUnit::Half => jiff::Span::new().try_months(count.checked_mul(6)?),
        TimeUnit::Year => jiff::Span::new().try_years(count),
        TimeUnit::Decade => jiff::Span::new().try_years(count.checked_mul(10)?),
        TimeUnit::Century => jiff::Span::new().try_years(count.checked_mul(100)?),
    };
    day.checked_add(span.ok()?).ok()
}
