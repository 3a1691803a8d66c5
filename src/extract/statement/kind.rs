//! The constructions from which statements are extracted.

use std::fmt;

use smol_str::SmolStr;

/// The construction from which a statement was extracted.
///
/// ```
/// use actant::extract::StatementKind;
///
/// assert_eq!(StatementKind::EventNoun.as_str(), "event_noun");
/// assert_eq!(StatementKind::from("title"), StatementKind::Title);
/// assert_eq!(StatementKind::from("sanctions").as_str(), "sanctions");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StatementKind {
    /// A verb, or an adjective or noun that is said of a subject.
    Clause,
    /// A noun of an act or of a bond: *Dar's visit to Kabul*.
    EventNoun,
    /// A name beside a noun: *its supreme leader, Hibatullah Akhundzada*.
    Apposition,
    /// A title before a name: *Prime Minister Shehbaz Sharif*.
    Title,
    /// People or parts of a named whole: *TTP fighters*.
    Membership,
    /// A noun with its place: *residents of Tikrit*.
    Location,
    /// A construction that an extractor of the user looks for, by its name.
    Custom(SmolStr),
}

impl StatementKind {
    /// The name in every output.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Clause => "clause",
            Self::EventNoun => "event_noun",
            Self::Apposition => "apposition",
            Self::Title => "title",
            Self::Membership => "membership",
            Self::Location => "location",
            Self::Custom(name) => name,
        }
    }
}

impl From<&str> for StatementKind {
    fn from(name: &str) -> Self {
        match name {
            "clause" => Self::Clause,
            "event_noun" => Self::EventNoun,
            "apposition" => Self::Apposition,
            "title" => Self::Title,
            "membership" => Self::Membership,
            "location" => Self::Location,
            name => Self::Custom(name.into()),
        }
    }
}

impl fmt::Display for StatementKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}
