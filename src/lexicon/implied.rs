//! Words that the program writes where the text implies a relation: `data/words/implied.tsv`.

use super::LexiconError;
use super::column::column;
use super::source::{ListEntry, ListText};

/// What the text implies without words for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Implied {
    /// A name is what the noun beside it says.
    Identity,
    /// A place is in another.
    Containment,
    /// Somebody or something is at a place.
    Location,
    /// Those who do a mutual act do it with one another.
    Mutual,
    /// A relation is negated by a word outside of it.
    Negation,
}

/// What is implied, its words and their lemma.
pub(super) type ImpliedWords = (Implied, Box<str>, Box<str>);

/// Reads the list: what is implied, its words and their lemma.
pub(super) fn implied(list: &ListText) -> Result<Vec<ImpliedWords>, LexiconError> {
    let row = |entry: ListEntry<'_>| {
        let mut columns = entry.columns();
        let implied = match column(&entry, &mut columns, "name")? {
            "identity" => Implied::Identity,
            "containment" => Implied::Containment,
            "location" => Implied::Location,
            "mutual" => Implied::Mutual,
            "negation" => Implied::Negation,
            other => return Err(entry.malformed(format!("`{other}` is not known"))),
        };
        let words = column(&entry, &mut columns, "words")?;
        let lemma = column(&entry, &mut columns, "lemma")?;
        Ok((implied, words.into(), lemma.into()))
    };
    list.entries().map(row).collect()
}
