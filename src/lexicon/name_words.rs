//! Words inside and near names which show that no person is named.

use rustc_hash::FxHashMap;

use crate::text::{ActorType, UnknownName};

use super::{LexiconError, Source};

/// The place of a word that says what a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NamePlace {
    /// It ends the name: `Orion Holdings`.
    Last,
    /// It begins the name: `Banco Sur`.
    First,
    /// Before the name, with `in`, `of` or `at` between: `shares in Orion`.
    Before,
    /// Right after the name: `Orion shares`.
    After,
    /// Right before the name: `Oslo-based Orion`, `carmaker Orion`.
    Beside,
}

/// Words that distinguish names of organisations from those of people.
#[derive(Debug, Clone, Default)]
pub struct NameWords {
    words: FxHashMap<(NamePlace, Box<str>), ActorType>,
}

impl NameWords {
    /// Reads `data/actors/name-words.tsv`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let mut words = Self::default();
        let list = source.list(
            "actors/name-words.tsv",
            include_str!("../../data/actors/name-words.tsv"),
        )?;
        for entry in list.entries() {
            let mut columns = entry.columns();
            let word = columns.next().unwrap_or_default();
            let place = match columns.next().unwrap_or_default() {
                "last" => NamePlace::Last,
                "first" => NamePlace::First,
                "before" => NamePlace::Before,
                "after" => NamePlace::After,
                "beside" => NamePlace::Beside,
                other => return Err(entry.malformed(format!("`{other}` is no place"))),
            };
            let kind = columns.next().unwrap_or_default();
            let kind = kind
                .parse()
                .map_err(|error: UnknownName| entry.malformed(error.to_string()))?;
            words.words.insert((place, word.into()), kind);
        }
        Ok(words)
    }

    /// The type of a name that has this word, as the text writes it, in this place.
    pub fn kind(&self, place: NamePlace, word: &str) -> Option<ActorType> {
        self.words.get(&(place, word.into())).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_name_tells_its_kind() {
        let words = NameWords::load(&Source::embedded()).expect("the list is well-formed");
        let kind = words.kind(NamePlace::Last, "GmbH");
        assert_eq!(kind, Some(ActorType::Company));
        assert_eq!(words.kind(NamePlace::First, "GmbH"), None);
    }
}
