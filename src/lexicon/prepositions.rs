//! What prepositions and conjunctions say of the phrase or clause after them.

use rustc_hash::FxHashMap;

use super::column::column;
use super::source::{ListEntry, ListText};
use super::{ArgumentRole, LexiconError};

/// What a preposition says of its noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Preposition {
    Role(ArgumentRole),
    Speaker,
}

/// The name in the list for prepositions before who says so.
const SPEAKER: &str = "speaker";

pub(super) fn prepositions(
    list: &ListText,
) -> Result<FxHashMap<Box<str>, Preposition>, LexiconError> {
    let mut map = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let word = column(&entry, &mut columns, "preposition")?;
        let preposition = match column(&entry, &mut columns, "role")? {
            SPEAKER => Preposition::Speaker,
            name => Preposition::Role(role(&entry, name)?),
        };
        map.insert(word.into(), preposition);
    }
    Ok(map)
}

pub(super) fn conjunctions(
    list: &ListText,
) -> Result<FxHashMap<Box<str>, ArgumentRole>, LexiconError> {
    let mut map = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let word = column(&entry, &mut columns, "conjunction")?;
        let role = role(&entry, column(&entry, &mut columns, "role")?)?;
        map.insert(word.into(), role);
    }
    Ok(map)
}

fn role(entry: &ListEntry<'_>, name: &str) -> Result<ArgumentRole, LexiconError> {
    ArgumentRole::from_name(name)
        .ok_or_else(|| entry.malformed(format!("role `{name}` is not known")))
}
