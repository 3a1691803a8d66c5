//! From where an expression of time is seen.

use jiff::civil::Date;

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
