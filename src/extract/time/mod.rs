//! Expressions of time, normalised: *on Thursday* in an article of 15 August 2021 → `2021-08-12`.
//!
//! In: the words of an expression, its marker, the day of writing and whether the act lies before or after it. Out: a
//! [`TimeValue`], or nothing if the words do not name a time with a value. What words mean is listed in `data/time`.
//!
//! `item` is what each word adds, `parts` what they amount to together, `expression` joins several times, `relative` and
//! `period` know the calendar.
//!
//! ```
//! use actant::extract::time::{Reference, Direction, normalised};
//! use actant::lexicon::{Source, TimeWords};
//!
//! let lexicon = TimeWords::load(&Source::embedded())?;
//! let reference = Reference { anchor: Some("2021-08-15".parse()?), direction: Direction::Past };
//! let value = |marker, words: &str| {
//!     let words: Vec<&str> = words.split(' ').collect();
//!     normalised(&words, marker, reference, &lexicon).map(|value| value.as_str().to_owned())
//! };
//! assert_eq!(value("on", "Thursday"), Some("2021-08-12".to_owned()));
//! assert_eq!(value("since", "last year"), Some("2020/..".to_owned()));
//! assert_eq!(value("in", "recent years"), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod expression;
mod item;
mod normalise;
mod parts;
mod period;
mod reference;
mod relative;
mod value;

pub(crate) use expression::value;
pub(crate) use item::{Item, items};
pub use normalise::normalised;
pub use reference::{Direction, Reference};
pub use value::TimeValue;
