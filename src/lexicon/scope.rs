//! Operators of polarity and modality: what they make of the clause or noun that they govern.
//!
//! In: the list `data/words/operators.tsv`. Out: [`Operators`], looked up by lemma or form and part.

use rustc_hash::FxHashMap;

use super::column::column;
use super::source::{ListEntry, ListText};
use super::{LexiconError, Part};

/// The operators, by their words.
#[derive(Debug, Clone, Default)]
pub(super) struct Operators(FxHashMap<Box<str>, Vec<(Part, ScopeOperator)>>);

/// What becomes of that which a word governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeOperator {
    /// Where the word itself holds: *refused to go*.
    pub affirmed: Effect,
    /// Where the word is itself negated: *did not refuse to go*. For a conjunction, where the clause above is no fact.
    pub negated: Effect,
}

/// What is said of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effect {
    /// That it is not.
    pub negative: bool,
    /// That it is no fact; `None` where it is as much of a fact as what governs it.
    pub modality: Option<ModalityCue>,
}

/// How far a cue lets the text commit itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModalityCue {
    /// May be so.
    Possible,
    /// Is planned, promised, tried.
    Intended,
    /// Is demanded or needed.
    Required,
    /// Would be so.
    Conditional,
}

impl Operators {
    pub(super) fn new(list: &ListText) -> Result<Self, LexiconError> {
        let mut map: FxHashMap<Box<str>, Vec<(Part, ScopeOperator)>> = FxHashMap::default();
        for entry in list.entries() {
            let mut columns = entry.columns();
            let words = column(&entry, &mut columns, "word")?;
            let part = Part::parse(&entry, column(&entry, &mut columns, "part")?)?;
            let affirmed = effect(&entry, column(&entry, &mut columns, "effect")?)?;
            let negated = match columns.next().filter(|name| !name.is_empty()) {
                Some(name) => effect(&entry, name)?,
                None => affirmed.opposite(),
            };
            let listed = map.entry(words.into()).or_default();
            // A line of the user's stands behind the embedded one and replaces it.
            listed.retain(|(other, _)| *other != part);
            listed.push((part, ScopeOperator { affirmed, negated }));
        }
        Ok(Self(map))
    }

    pub(super) fn get(&self, words: &str, part: Part) -> Option<ScopeOperator> {
        let mut listed = self.0.get(words)?.iter();
        listed
            .find(|(listed, _)| *listed == part)
            .map(|&(_, operator)| operator)
    }
}

impl Effect {
    fn opposite(self) -> Self {
        Self {
            negative: !self.negative,
            ..self
        }
    }
}

fn effect(entry: &ListEntry<'_>, name: &str) -> Result<Effect, LexiconError> {
    let (negative, rest) = match name.split_once(' ') {
        Some(("not", rest)) => (true, rest),
        _ if name == "not" => (true, "fact"),
        _ => (false, name),
    };
    let modality = match rest {
        "fact" => None,
        "possible" => Some(ModalityCue::Possible),
        "intended" => Some(ModalityCue::Intended),
        "required" => Some(ModalityCue::Required),
        "conditional" => Some(ModalityCue::Conditional),
        _ => return Err(entry.malformed(format!("effect `{name}` is not known"))),
    };
    Ok(Effect { negative, modality })
}
