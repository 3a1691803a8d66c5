//! What an expression of time amounts to.

use std::fmt::Write;

use jiff::civil::Date;
use smol_str::SmolStr;

use super::period::Period;

/// A time in the notation of ISO 8601 and TIMEX3, with the first and the last day that it covers.
///
/// | words | value |
/// |---|---|
/// | a day, month, year | `2021-08-15`, `2021-08`, `2021` |
/// | a decade, a century | `199X`, `19XX` |
/// | a week, a weekend | `2021-W33`, `2021-W33-WE` |
/// | a quarter, a half, a season | `2024-Q3`, `2024-H1`, `2021-SU` |
/// | a year of accounts | `FY2024` |
/// | a part of a day (morning, afternoon, evening, night) | `2021-08-15TMO`, `TAF`, `TEV`, `TNI` |
/// | a time of day | `2021-08-15T15:00`, `T15:00` if the day is not known |
/// | a period, both ends included; `..` is an open end | `2001/2021`, `2019/..`, `../2021-08-20` |
/// | several times | `{2021-08-09,2021-08-10}` |
/// | a length | `P3D`, `PT2H`, `P10Y` |
/// | how often | `R/P1W` |
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeValue {
    text: SmolStr,
    first: Option<Date>,
    last: Option<Date>,
}

impl TimeValue {
    /// A value that lies nowhere on the calendar: a length, a rhythm, a time of any day.
    pub(super) fn floating(text: impl AsRef<str>) -> Self {
        Self {
            text: text.as_ref().into(),
            first: None,
            last: None,
        }
    }

    /// One period of the calendar.
    pub(super) fn of(period: &Period) -> Self {
        Self {
            text: period.text().into(),
            first: Some(period.first()),
            last: Some(period.last()),
        }
    }

    /// From one period to another; `None` is an open end. Nothing if the end comes before the start.
    pub(super) fn between(start: Option<&Period>, end: Option<&Period>) -> Option<Self> {
        let (first, last) = (start.map(Period::first), end.map(Period::last));
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            return None;
        }
        let open = || "..".to_owned();
        let (start, end) = (start.map(Period::start), end.map(Period::end));
        Some(Self {
            text: format!(
                "{}/{}",
                start.unwrap_or_else(open),
                end.unwrap_or_else(open)
            )
            .into(),
            first,
            last,
        })
    }

    /// All of several periods.
    pub(super) fn each(periods: &[Period]) -> Option<Self> {
        let first = periods.iter().map(Period::first).min()?;
        let last = periods.iter().map(Period::last).max()?;
        let mut text = String::from("{");
        for (place, period) in periods.iter().enumerate() {
            let comma = if place > 0 { "," } else { "" };
            let _ = write!(text, "{comma}{}", period.text());
        }
        text.push('}');
        Some(Self {
            text: text.into(),
            first: Some(first),
            last: Some(last),
        })
    }

    /// The value: `2021-08`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day that it covers, if it lies on the calendar and its start is known.
    pub fn first(&self) -> Option<Date> {
        self.first
    }

    /// The last day that it covers, if it lies on the calendar and its end is known.
    pub fn last(&self) -> Option<Date> {
        self.last
    }

    /// How many days it covers, if its start and end are known.
    pub fn days(&self) -> Option<i32> {
        let (first, last) = self.first.zip(self.last)?;
        Some(last.since(first).ok()?.get_days() + 1)
    }

    /// Whether it lies on the calendar.
    pub fn is_dated(&self) -> bool {
        self.first.is_some() || self.last.is_some()
    }
}
