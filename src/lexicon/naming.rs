//! Words that give somebody a further name: `known as the Fox`, `(now Verdi)`.

use rustc_hash::FxHashMap;

use super::{LexiconError, Source};

/// How a word gives a further name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// A participle whose object is the name: `nicknamed the Fox`.
    Participle,
    /// A verb with this preposition before the name: `known as the Fox`.
    Behind(Box<str>),
    /// An adverb before the name that holds today: `(now Verdi)`.
    Now,
    /// An adverb before a former name: `(formerly Orlik)`.
    Once,
}

/// The words that give somebody a further name.
#[derive(Debug, Clone, Default)]
pub struct NamingWords {
    words: FxHashMap<Box<str>, Naming>,
}

impl NamingWords {
    /// Reads `data/actors/naming.tsv`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let mut words = Self::default();
        let list = source.list(
            "actors/naming.tsv",
            include_str!("../../data/actors/naming.tsv"),
        )?;
        for entry in list.entries() {
            let mut columns = entry.columns();
            let word = columns.next().unwrap_or_default();
            let naming = match columns.next().unwrap_or_default() {
                "participle" => Naming::Participle,
                "now" => Naming::Now,
                "once" => Naming::Once,
                "" => return Err(entry.malformed("the use is missing".to_owned())),
                preposition => Naming::Behind(preposition.into()),
            };
            words.words.insert(word.into(), naming);
        }
        Ok(words)
    }

    /// How the word, in lower case, gives a further name.
    pub fn of(&self, word: &str) -> Option<&Naming> {
        self.words.get(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_and_adverbs_name() {
        let words = NamingWords::load(&Source::embedded()).expect("the list is well-formed");
        assert_eq!(words.of("know"), Some(&Naming::Behind("as".into())));
        assert_eq!(words.of("nickname"), Some(&Naming::Participle));
        assert_eq!(words.of("formerly"), Some(&Naming::Once));
        assert_eq!(words.of("sue"), None);
    }
}
