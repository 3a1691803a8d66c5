//! Expressions of time, normalised: *on Thursday* in an article of 15 August 2021 → `2021-08-12`.
//!
//! In: the words of an expression, its marker, the day of writing and whether the act lies before or after it. Out: a
//! [`TimeValue`], or nothing if the words do not name a time that can be told. What words mean stands in `data/time`.
//!
//! `item` tells what each word adds, `parts` what they amount to together, `expression` joins several times, `relative` and
//! `period` know the calendar.

mod expression;
mod item;
mod parts;
mod period;
mod relative;
mod value;

use jiff::civil::Date;

use crate::lexicon::TimeWords;

pub(crate) use expression::value;
pub(crate) use item::{Item, items};
pub use value::TimeValue;

/// What an expression of time is seen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reference {
    /// The day of writing. Without it times that count from it have no value.
    pub anchor: Option<Date>,
    /// Where the act lies, seen from there.
    pub direction: Direction,
}

/// Whether an act lies before or after the day of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// It has happened.
    #[default]
    Past,
    /// It is to come.
    Future,
}

/// The value of an expression of time: its words, and the preposition before it (empty if there is none).
///
/// ```
/// use actant::extract::time::{Reference, Direction, normalised};
/// use actant::lexicon::{Source, TimeWords};
///
/// let lexicon = TimeWords::load(&Source::embedded())?;
/// let reference = Reference { anchor: Some("2021-08-15".parse()?), direction: Direction::Past };
/// let value = |marker, words: &str| {
///     let words: Vec<&str> = words.split(' ').collect();
///     normalised(&words, marker, reference, &lexicon).map(|value| value.as_str().to_owned())
/// };
/// assert_eq!(value("on", "Thursday"), Some("2021-08-12".to_owned()));
/// assert_eq!(value("since", "last year"), Some("2020/..".to_owned()));
/// assert_eq!(value("in", "recent years"), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn normalised(
    words: &[&str],
    marker: &str,
    reference: Reference,
    lexicon: &TimeWords,
) -> Option<TimeValue> {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let items = item::items(&words, lexicon)?;
    expression::value(&items, lexicon.marker(marker), reference)
}
