//! What distinguishes events of one type: their class, and by what means they are done.
//!
//! In: `data/frames/modes.tsv`. Out: [`QuadClass`], and modes by type and words.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{EventType, LexiconError, Source};

/// The four classes of political events: in words or in deed, with or against the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuadClass {
    /// In words, with the other side.
    VerbalCooperation,
    /// In deed, with the other side.
    MaterialCooperation,
    /// In words, against the other side.
    VerbalConflict,
    /// In deed, against the other side.
    MaterialConflict,
}

impl QuadClass {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::VerbalCooperation,
        Self::MaterialCooperation,
        Self::VerbalConflict,
        Self::MaterialConflict,
    ];

    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::VerbalCooperation => "verbal cooperation",
            Self::MaterialCooperation => "material cooperation",
            Self::VerbalConflict => "verbal conflict",
            Self::MaterialConflict => "material conflict",
        }
    }
}

impl EventType {
    /// The class of events that the type belongs to.
    pub const fn quad(self) -> QuadClass {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede => {
                QuadClass::VerbalCooperation
            }
            Self::Cooperate | Self::Aid | Self::Retreat => QuadClass::MaterialCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => {
                QuadClass::VerbalConflict
            }
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault => {
                QuadClass::MaterialConflict
            }
        }
    }
}

/// By what means events are done, by type and words.
#[derive(Debug, Clone, Default)]
pub(super) struct Modes {
    by_words: FxHashMap<(EventType, Box<str>), SmolStr>,
}

impl Modes {
    pub(super) fn load(source: &Source) -> Result<Self, LexiconError> {
        let list = source.list(
            "frames/modes.tsv",
            include_str!("../../data/frames/modes.tsv"),
        )?;
        let mut modes = Self::default();
        for entry in list.entries() {
            let columns: Vec<&str> = entry.columns().collect();
            let [event, words, mode] = columns[..] else {
                return Err(entry.malformed("expected event type, words and mode"));
            };
            let event = EventType::from_name(event)
                .ok_or_else(|| entry.malformed(format!("`{event}` is no event type")))?;
            modes.by_words.insert((event, words.into()), mode.into());
        }
        Ok(modes)
    }

    pub(super) fn of(&self, event: EventType, words: &str) -> Option<&SmolStr> {
        self.by_words.get(&(event, Box::from(words)))
    }

    pub(super) fn names(&self) -> BTreeSet<&SmolStr> {
        let mut names: Vec<&SmolStr> = self.by_words.values().collect();
        names.sort();
        names.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_has_another_mode_under_another_type() {
        let modes = Modes::load(&Source::embedded()).expect("the list is of its form");
        let mode = |event, words| modes.of(event, words).map(SmolStr::as_str);
        assert_eq!(mode(EventType::Protest, "strike"), Some("strike"));
        assert_eq!(mode(EventType::Assault, "air strike"), Some("aerial"));
        assert_eq!(mode(EventType::Consult, "visit"), Some("visit"));
        assert_eq!(mode(EventType::Coerce, "visit"), None);
    }

    #[test]
    fn every_type_has_a_class() {
        assert_eq!(EventType::Retreat.quad(), QuadClass::MaterialCooperation);
        assert_eq!(EventType::Threaten.quad(), QuadClass::VerbalConflict);
        assert_eq!(EventType::Sanction.quad().as_str(), "material conflict");
    }
}
