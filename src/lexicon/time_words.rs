//! The words of which expressions of time are made, and what prepositions make of a time.

use rustc_hash::FxHashMap;

use super::source::{ListEntry, ListText};
use super::{LexiconError, Source};

/// Look-ups for expressions of time.
#[derive(Debug, Clone, Default)]
pub struct TimeWords {
    words: FxHashMap<Box<str>, TimeWord>,
    markers: FxHashMap<Box<str>, TimeMarker>,
}

/// What a word adds to an expression of time.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeWord {
    /// A month, from 1.
    Month(i8),
    /// A day of the week, from 1 for Monday.
    Weekday(i8),
    /// A season as TIMEX3 writes it: `SU`.
    Season(Season),
    /// A unit and how many of it: a fortnight is two weeks.
    Unit(TimeUnit, i32),
    /// A number.
    Number(i32),
    /// A place in a row, from 1.
    Ordinal(i32),
    /// What follows the digits of an ordinal: `th`.
    OrdinalEnding,
    /// The decade that begins this many years after the turn of the century.
    Decade(i32),
    /// What follows the digits of a decade: `s`.
    DecadeEnding,
    /// The unit or day before, around or after the day of writing.
    Turn(Turn),
    /// A day, counted from the day of writing.
    Shift(i32),
    /// A part of the day as TIMEX3 writes it: `MO`.
    Part(Box<str>),
    /// A part of the day of writing.
    PartToday(Box<str>),
    /// A time of day: `12:00`.
    Clock(Box<str>),
    /// The beginning, middle or end of what follows.
    Phase(Phase),
    /// Counts back from the day of writing.
    Ago,
    /// Counts on from the day of writing.
    Hence,
    /// Says only that it was before or after in the same period: `later`.
    Loose,
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// `o'clock`.
    Sharp,
    /// Every unit or day.
    Every,
    /// How often, in the form of ISO 8601: `R/P1W`.
    Rhythm(Box<str>),
    /// Before years of accounts.
    Fiscal,
    /// Before the number of a quarter: `Q3`.
    QuarterLetter,
    /// Before the number of a half: `H1`.
    HalfLetter,
    /// A day of the year: month and day.
    Feast(i8, i8),
    /// Joins times.
    And,
    /// Leads from the first time of a period to its last.
    To,
    /// Adds nothing.
    Skip,
}

/// A season of the northern half of the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February, named after the year of its December.
    Winter,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TimeUnit {
    /// A sixtieth of a minute.
    Second,
    /// A sixtieth of an hour.
    Minute,
    /// A twenty-fourth of a day.
    Hour,
    /// From midnight to midnight.
    Day,
    /// From Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A month of the calendar.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// Six months from January or July.
    Half,
    /// From January to December.
    Year,
    /// Ten years from one that ends in 0.
    Decade,
    /// A hundred years from one that ends in 00.
    Century,
}

/// Where a unit lies, seen from the day of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The one before.
    Before,
    /// The one that holds it.
    Now,
    /// The one after.
    After,
}

/// A third of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The first.
    Start,
    /// The second.
    Middle,
    /// The last.
    End,
}

/// What a preposition makes of the time behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeMarker {
    /// It opens a period: `since`.
    First,
    /// It closes a period: `until`.
    Last,
    /// A period ends where it begins.
    Before,
    /// A period begins where it ends.
    After,
    /// Two times are the ends of a period.
    Between,
    /// A length is counted from now if the act is in the future: `in three days`.
    Within,
}

impl TimeWords {
    /// Reads `data/time`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let words = source.list("time/words.tsv", include_str!("../../data/time/words.tsv"))?;
        let markers = source.list(
            "time/markers.tsv",
            include_str!("../../data/time/markers.tsv"),
        )?;
        Ok(Self {
            words: map(&words, word)?,
            markers: map(&markers, marker)?,
        })
    }

    /// What these words mean together, in lower case and separated by blanks.
    pub fn word(&self, words: &str) -> Option<&TimeWord> {
        self.words.get(words)
    }

    /// What the preposition, in lower case, makes of a time.
    pub fn marker(&self, words: &str) -> Option<TimeMarker> {
        self.markers.get(words).copied()
    }
}

type Read<T> = fn(&ListEntry<'_>, &str, &str) -> Result<T, LexiconError>;

fn map<T>(list: &ListText, read: Read<T>) -> Result<FxHashMap<Box<str>, T>, LexiconError> {
    let mut map = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let name = columns.next().unwrap_or_default();
        let kind = columns.next().unwrap_or_default();
        let value = columns.next().unwrap_or_default();
        map.insert(name.into(), read(&entry, kind, value)?);
    }
    Ok(map)
}

fn word(entry: &ListEntry<'_>, kind: &str, value: &str) -> Result<TimeWord, LexiconError> {
    let number = || value.parse::<i32>().map_err(|_| refused(entry, value));
    let small = |text: &str| text.parse::<i8>().map_err(|_| refused(entry, text));
    Ok(match kind {
        "month" => TimeWord::Month(small(value)?),
        "weekday" => TimeWord::Weekday(small(value)?),
        "season" => TimeWord::Season(season(value).ok_or_else(|| refused(entry, value))?),
        "unit" => {
            let (name, count) = value.split_once(' ').unwrap_or((value, "1"));
            let unit = TimeUnit::from_name(name).ok_or_else(|| refused(entry, name))?;
            TimeWord::Unit(unit, small(count)?.into())
        }
        "number" => TimeWord::Number(number()?),
        "ordinal" => TimeWord::Ordinal(number()?),
        "ordinal-ending" => TimeWord::OrdinalEnding,
        "decade" => TimeWord::Decade(number()?),
        "decade-ending" => TimeWord::DecadeEnding,
        "turn" => TimeWord::Turn(match value {
            "before" => Turn::Before,
            "now" => Turn::Now,
            "after" => Turn::After,
            other => return Err(refused(entry, other)),
        }),
        "shift" => TimeWord::Shift(number()?),
        "part" => TimeWord::Part(value.into()),
        "part-today" => TimeWord::PartToday(value.into()),
        "clock" => TimeWord::Clock(value.into()),
        "phase" => TimeWord::Phase(match value {
            "start" => Phase::Start,
            "middle" => Phase::Middle,
            "end" => Phase::End,
            other => return Err(refused(entry, other)),
        }),
        "ago" => TimeWord::Ago,
        "hence" => TimeWord::Hence,
        "loose" => TimeWord::Loose,
        "morning" => TimeWord::Morning,
        "afternoon" => TimeWord::Afternoon,
        "hour-sharp" => TimeWord::Sharp,
        "every" => TimeWord::Every,
        "rhythm" => TimeWord::Rhythm(value.into()),
        "fiscal" => TimeWord::Fiscal,
        "quarter-letter" => TimeWord::QuarterLetter,
        "half-letter" => TimeWord::HalfLetter,
        "feast" => {
            let (month, day) = (value.split_once('-')).ok_or_else(|| refused(entry, value))?;
            TimeWord::Feast(small(month)?, small(day)?)
        }
        "and" => TimeWord::And,
        "to" => TimeWord::To,
        "skip" => TimeWord::Skip,
        other => return Err(refused(entry, other)),
    })
}

fn marker(entry: &ListEntry<'_>, kind: &str, _value: &str) -> Result<TimeMarker, LexiconError> {
    Ok(match kind {
        "first" => TimeMarker::First,
        "last" => TimeMarker::Last,
        "before" => TimeMarker::Before,
        "after" => TimeMarker::After,
        "between" => TimeMarker::Between,
        "within" => TimeMarker::Within,
        other => return Err(refused(entry, other)),
    })
}

fn refused(entry: &ListEntry<'_>, what: &str) -> LexiconError {
    entry.malformed(format!("`{what}` is not known here"))
}

fn season(name: &str) -> Option<Season> {
    Some(match name {
        "SP" => Season::Spring,
        "SU" => Season::Summer,
        "FA" => Season::Autumn,
        "WI" => Season::Winter,
        _ => return None,
    })
}

impl Season {
    /// As TIMEX3 writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month, from 1.
    pub const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl TimeUnit {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "weekend" => Self::Weekend,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_lists_load_and_a_kind_that_is_not_known_is_refused() {
        let words = TimeWords::load(&Source::embedded()).expect("the embedded lists are fine");
        assert_eq!(words.word("august"), Some(&TimeWord::Month(8)));
        assert_eq!(
            words.word("fortnight"),
            Some(&TimeWord::Unit(TimeUnit::Week, 2))
        );
        assert_eq!(words.marker("since"), Some(TimeMarker::First));
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::create_dir(folder.path().join("time")).expect("a folder can be made");
        std::fs::write(
            folder.path().join("time/words.tsv"),
            "yule\tmonth\ttwelve\n",
        )
        .expect("can be written");
        let problem = TimeWords::load(&Source::with_folder(folder.path())).expect_err("twelve");
        assert!(problem.to_string().contains("twelve"), "{problem}");
    }
}
