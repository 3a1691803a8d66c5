//! Features of the name tagger: which lists of the lexicon have a word.

use crate::lexicon::{Lexicon, NameForm};
use crate::text::{EntityType, Token, Upos};

/// Looks words up in the lexicon's lists.
#[derive(Debug, Clone, Copy)]
pub struct GazetteerFeatures<'a> {
    lexicon: &'a Lexicon,
}

/// Numbers of what is no name of the gazetteer; those of names come after them.
const GIVEN_NAME: u32 = 1;
const FAMILY_NAME: u32 = 2;
const TITLE: u32 = 3;
const SMALL_GIVEN_NAME: u32 = 5;
const NOUN: u32 = 10;
/// Names that are written small, by type.
const SMALL: u32 = 40;
const NAMES: u32 = 100;

impl<'a> GazetteerFeatures<'a> {
    /// Features out of this lexicon.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon }
    }

    /// The lists.
    pub(super) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// For each word the numbers of the lists that have it, alone or as part of a phrase.
    pub fn of(&self, tokens: &[Token]) -> Vec<Vec<u32>> {
        let mut features = vec![Vec::new(); tokens.len()];
        let mut covered = 0;
        for (index, token) in tokens.iter().enumerate() {
            self.word(token, &mut features[index]);
            if index >= covered {
                covered = self.name(tokens, index, &mut features);
            }
            // Titles begin with a noun or adjective: nothing is looked up elsewhere, since this is done for every word.
            let noun = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::X);
            let titled = Some(token).filter(|_| noun);
            let titled = titled.and_then(|_| self.lexicon.gazetteer.title_at(tokens, index));
            if let Some((title, size)) = titled.filter(|(title, _)| title.precedes_name) {
                let last = index + size - 1;
                features[last].push(TITLE + u32::from(title.is_role));
            }
        }
        features
    }

    /// The type and length of the name that begins at `start`, if it is unambiguous.
    pub(super) fn clear_name(&self, tokens: &[Token], start: usize) -> Option<(EntityType, usize)> {
        let found = self.lexicon.gazetteer.longest_at(tokens, start)?;
        let sense = found.best();
        let entity = match sense.form {
            NameForm::Demonym => EntityType::Norp,
            NameForm::Name | NameForm::Acronym => sense.known.entity,
            // A building by whose name nothing but those who work there is meant.
            NameForm::Metonym if found.senses.len() == 1 => EntityType::Org,
            NameForm::Metonym | NameForm::Surname => return None,
        };
        (!found.is_ambiguous()).then_some((entity, found.tokens))
    }

    /// What lists say about a name that is written small.
    fn small(&self, token: &Token, features: &mut Vec<u32>) {
        let gazetteer = &self.lexicon.gazetteer;
        let mut large = token.form.to_string();
        if let Some(first) = large.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        if let Some(found) = gazetteer.find(&large) {
            features.push(SMALL + found.best().known.entity as u32);
        }
        if gazetteer.gender_of_given_name(&large).is_some() {
            features.push(SMALL_GIVEN_NAME);
        }
    }

    /// What lists say about a word by itself.
    fn word(&self, token: &Token, features: &mut Vec<u32>) {
        let capital = token.form.chars().next().is_some_and(char::is_uppercase);
        if capital {
            let gazetteer = &self.lexicon.gazetteer;
            if gazetteer.gender_of_given_name(&token.form).is_some() {
                features.push(GIVEN_NAME);
            }
            if gazetteer.is_surname(&token.form) {
                features.push(FAMILY_NAME);
            }
        }
        let lower = token.form.to_lowercase();
        if !capital && token.upos == Upos::Propn {
            self.small(token, features);
        }
        if let Some(noun) = self.lexicon.actor_nouns.noun(None, &lower) {
            features.push(NOUN + noun.kind as u32);
        }
    }

    /// Adds the features of the longest name that begins at `start`, and returns its end.
    fn name(&self, tokens: &[Token], start: usize, features: &mut [Vec<u32>]) -> usize {
        let Some(found) = self.lexicon.gazetteer.longest_at(tokens, start) else {
            return start;
        };
        let end = (start + found.tokens).min(tokens.len());
        let mut kinds: Vec<u32> = found
            .senses
            .iter()
            .map(|sense| {
                let entity = sense.known.entity as u32;
                (entity * 8 + sense.form as u32) * 2 + u32::from(sense.ambiguous)
            })
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        let last = end - start - 1;
        for (index, features) in features[start..end].iter_mut().enumerate() {
            let part = u32::from(index == 0) + 2 * u32::from(index == last);
            features.extend(kinds.iter().map(|kind| NAMES + kind * 4 + part));
        }
        end
    }
}
