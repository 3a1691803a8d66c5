//! Small words in and beside mentions of actors: articles, prepositions and what joins the words of a name.

use rustc_hash::FxHashMap;

use super::{LexiconError, Source};

/// What a small word does in or beside a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordUse {
    /// An article.
    Article,
    /// The definite article.
    DefiniteArticle,
    /// A determiner that points at somebody known.
    Definite,
    /// It stands inside a name: `Bank of Chile`.
    Connector,
    /// It stands between two titles.
    Coordinator,
    /// It stands behind a person's name: `Jr`.
    Suffix,
    /// A preposition before the one that a group belongs to: `officials from Chile`.
    Owner,
    /// A preposition before the place where a group is: `officials in Santiago`.
    Place,
    /// A preposition before the body to which a person belongs: `spokesman of the army`.
    Whole,
    /// A preposition before a place where something is.
    Location,
    /// It points at a place: `here`.
    Deictic,
    /// A preposition between a word such as `shares` and a company.
    Holding,
}

/// Words by what they do in or beside a mention.
#[derive(Debug, Clone, Default)]
pub struct FunctionWords {
    words: FxHashMap<WordUse, Vec<Box<str>>>,
}

impl FunctionWords {
    /// Reads `data/actors/function-words.tsv`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a line that is not of the form its header tells.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let mut words: FxHashMap<WordUse, Vec<Box<str>>> = FxHashMap::default();
        let list = source.list(
            "actors/function-words.tsv",
            include_str!("../../data/actors/function-words.tsv"),
        )?;
        for entry in list.entries() {
            let mut columns = entry.columns();
            let word = columns.next().unwrap_or_default();
            let word_use = match columns.next().unwrap_or_default() {
                "article" => WordUse::Article,
                "definite_article" => WordUse::DefiniteArticle,
                "definite" => WordUse::Definite,
                "connector" => WordUse::Connector,
                "coordinator" => WordUse::Coordinator,
                "suffix" => WordUse::Suffix,
                "owner" => WordUse::Owner,
                "place" => WordUse::Place,
                "whole" => WordUse::Whole,
                "location" => WordUse::Location,
                "deictic" => WordUse::Deictic,
                "holding" => WordUse::Holding,
                other => return Err(entry.malformed(format!("`{other}` is no use of a word"))),
            };
            words.entry(word_use).or_default().push(word.into());
        }
        Ok(Self { words })
    }

    /// Whether the word is used so. Case does not matter.
    pub fn has(&self, word_use: WordUse, word: &str) -> bool {
        let words = self.words.get(&word_use);
        words.is_some_and(|words| words.iter().any(|other| other.eq_ignore_ascii_case(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_have_several_uses() {
        let words = FunctionWords::load(&Source::embedded()).expect("the list is well-formed");
        assert!(words.has(WordUse::Article, "The") && words.has(WordUse::Connector, "the"));
        assert!(!words.has(WordUse::DefiniteArticle, "an"));
    }
}
