//! To whom verbs and nouns of saying are addressed.

use rustc_hash::FxHashMap;

use super::source::ListText;
use super::{LexiconError, Part};

/// How the addressee depends on a cue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Addressing {
    /// As the object that is not the content, or the subject of the passive: *told Japan that*.
    pub object: bool,
    /// As the object before a to-infinitive: *urged Japan to stay*.
    pub infinitive: bool,
    /// After one of these prepositions: *said to reporters*.
    pub prepositions: Box<[Box<str>]>,
}

/// The verbs and nouns of `data/attribution/addressees.tsv`.
#[derive(Debug, Clone, Default)]
pub(super) struct Addressees {
    verbs: FxHashMap<Box<str>, Addressing>,
    nouns: FxHashMap<Box<str>, Addressing>,
}

impl Addressing {
    /// Whether this preposition leads to the addressee.
    pub fn preposition(&self, word: &str) -> bool {
        self.prepositions.iter().any(|known| &**known == word)
    }

    fn parse(ways: &str) -> Self {
        let mut addressing = Self::default();
        let mut prepositions = Vec::new();
        for way in ways.split_whitespace() {
            match way {
                "object" => addressing.object = true,
                "infinitive" => addressing.infinitive = true,
                preposition => prepositions.push(preposition.into()),
            }
        }
        addressing.prepositions = prepositions.into();
        addressing
    }
}

impl Addressees {
    pub(super) fn new(list: &ListText) -> Result<Self, LexiconError> {
        let mut addressees = Self::default();
        for entry in list.entries() {
            let columns: Vec<&str> = entry.columns().collect();
            let (lemma, part, ways) = match columns[..] {
                [lemma, "verb", ways] => (lemma, Part::Verb, ways),
                [lemma, "noun", ways] => (lemma, Part::Noun, ways),
                _ => {
                    return Err(entry.malformed(
                        "expected lemma, part of speech (verb or noun) and ways, parted by tabs",
                    ));
                }
            };
            addressees.insert(lemma, part, Addressing::parse(ways));
        }
        Ok(addressees)
    }

    fn insert(&mut self, lemma: &str, part: Part, addressing: Addressing) {
        let table = match part {
            Part::Noun => &mut self.nouns,
            _ => &mut self.verbs,
        };
        table.insert(lemma.into(), addressing);
    }

    pub(super) fn of(&self, lemma: &str, part: Part) -> Option<&Addressing> {
        match part {
            Part::Noun => self.nouns.get(lemma),
            _ => self.verbs.get(lemma),
        }
    }
}
