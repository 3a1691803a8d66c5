//! Nouns and pronouns that stand for actors, and what they say about them.

use rustc_hash::FxHashMap;

use crate::text::{ActorType, UnknownName};

use super::source::ListEntry;
use super::{LexiconError, Source};

/// What a noun says about the actor that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActorNoun {
    /// What it is.
    pub kind: ActorType,
    /// The sex of a person.
    pub sex: Option<Sex>,
    /// Whether one word stands for many: `it` or `they`.
    pub collective: bool,
    /// Whether it speaks as the one it belongs to: `the Pakistani government` is Pakistan.
    pub speaks_for_owner: bool,
    /// Whether it may mean anybody of its kind who was named before: `the agency`, but not `the court`.
    pub generic: bool,
    /// Whether it says after a name what the name is of: `the Verdi union`.
    pub explains_name: bool,
    /// Whether it stands for an actor only after the name of a person: `the Okoro campaign`.
    pub behind_person: bool,
    /// Whether the bare singular stands for nobody: `demand justice`.
    pub never_bare: bool,
    /// Whether with `of` before the name of a place it is that place: `the city of Lyon`.
    pub of_its_name: bool,
    /// Whether it stands for somebody only behind an age: `the 34-year-old`.
    pub behind_age: bool,
}

/// The sex of a person as words show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// `he`.
    Male,
    /// `she`.
    Female,
}

/// What a pronoun says about the actor that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActorPronoun {
    /// First, second or third.
    pub person: u8,
    /// `we`, `they`.
    pub plural: bool,
    /// `he`, `she`.
    pub sex: Option<Sex>,
    /// Whether only persons are meant.
    pub human: bool,
    /// Whether no person is meant: `it`.
    pub thing: bool,
    /// `himself`.
    pub reflexive: bool,
}

/// The nouns and pronouns that stand for actors.
#[derive(Debug, Clone, Default)]
pub struct ActorNouns {
    /// `None` for two words of which the last stands for nobody.
    nouns: FxHashMap<Box<str>, Option<ActorNoun>>,
    pronouns: FxHashMap<Box<str>, ActorPronoun>,
}

impl ActorNouns {
    /// Reads `data/actors/nouns.tsv` and `data/actors/pronouns.tsv`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let mut lists = Self::default();
        let nouns = source.list(
            "actors/nouns.tsv",
            include_str!("../../data/actors/nouns.tsv"),
        )?;
        for entry in nouns.entries() {
            let (word, noun) = noun(&entry)?;
            lists.nouns.insert(word.into(), noun);
        }
        let pronouns = source.list(
            "actors/pronouns.tsv",
            include_str!("../../data/actors/pronouns.tsv"),
        )?;
        for entry in pronouns.entries() {
            let (word, pronoun) = pronoun(&entry)?;
            lists.pronouns.insert(word.into(), pronoun);
        }
        Ok(lists)
    }

    /// The entry of the noun with this lemma; `before` is the word before it, which may be part of it.
    pub fn noun(&self, before: Option<&str>, lemma: &str) -> Option<ActorNoun> {
        let both = before.and_then(|before| self.nouns.get(format!("{before} {lemma}").as_str()));
        both.or_else(|| self.nouns.get(lemma)).copied().flatten()
    }

    /// Whether the noun with this lemma stands for a place.
    pub fn is_place(&self, lemma: &str) -> bool {
        self.nouns
            .get(lemma)
            .is_some_and(|noun| noun.is_some_and(|noun| noun.kind == ActorType::Place))
    }

    /// The entry of the pronoun, which is given in lower case.
    pub fn pronoun(&self, form: &str) -> Option<ActorPronoun> {
        self.pronouns.get(form).copied()
    }
}

fn noun<'a>(entry: &ListEntry<'a>) -> Result<(&'a str, Option<ActorNoun>), LexiconError> {
    let mut columns = entry.columns();
    let word = columns.next().unwrap_or_default();
    let kind = columns.next().unwrap_or_default();
    let flags = columns.next().unwrap_or_default();
    if kind == "nobody" {
        return Ok((word, None));
    }
    let kind = kind
        .parse()
        .map_err(|error: UnknownName| entry.malformed(error.to_string()))?;
    let noun = ActorNoun {
        kind,
        sex: sex(flags),
        collective: flags.contains('c'),
        speaks_for_owner: flags.contains('s'),
        generic: flags.contains('g'),
        explains_name: flags.contains('n'),
        behind_person: flags.contains('p'),
        never_bare: flags.contains('b'),
        of_its_name: flags.contains('o'),
        behind_age: flags.contains('a'),
    };
    Ok((word, Some(noun)))
}

fn pronoun<'a>(entry: &ListEntry<'a>) -> Result<(&'a str, ActorPronoun), LexiconError> {
    let mut columns = entry.columns();
    let word = columns.next().unwrap_or_default();
    let person = columns.next().unwrap_or_default();
    let number = columns.next().unwrap_or_default();
    let flags = columns.next().unwrap_or_default();
    let person = person
        .parse()
        .map_err(|_| entry.malformed(format!("`{person}` is no person: expected 1, 2 or 3")))?;
    let sex = sex(flags);
    let pronoun = ActorPronoun {
        person,
        plural: number == "p",
        sex,
        human: sex.is_some() || flags.contains('a'),
        thing: flags.contains('n'),
        reflexive: flags.contains('r'),
    };
    Ok((word, pronoun))
}

fn sex(flags: &str) -> Option<Sex> {
    if flags.contains('m') {
        Some(Sex::Male)
    } else if flags.contains('f') {
        Some(Sex::Female)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_tell_kind_and_sex() {
        let nouns = ActorNouns::load(&Source::embedded()).expect("the lists are well-formed");
        let official = nouns.noun(None, "official").expect("listed");
        assert_eq!((official.kind, official.sex), (ActorType::Person, None));
        let group = nouns.noun(Some("militant"), "group").expect("listed");
        assert_eq!(group.kind, ActorType::ArmedGroup);
        let she = nouns.pronoun("she").expect("listed");
        assert_eq!(she.sex, Some(Sex::Female));
        assert!(nouns.noun(None, "assurance").is_none());
        assert!(nouns.noun(None, "ground").is_some());
        assert!(nouns.noun(Some("common"), "ground").is_none());
    }
}
