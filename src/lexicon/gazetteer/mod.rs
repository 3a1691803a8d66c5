//! The gazetteer: states, places, organisations, persons, groups, titles and given names that news speaks of.
//!
//! In: the lists under `data/gazetteer`. Out: a [`Gazetteer`] that finds the longest known name at a token, and tells
//! what demonyms, capitals and titles mean. Read [`Gazetteer`] first, then [`Sense`].
//!
//! ```
//! use actant::lexicon::{Gazetteer, NameForm, Source};
//!
//! let gazetteer = Gazetteer::load(&Source::embedded())?;
//! assert_eq!(gazetteer.demonym("Pakistani").unwrap().name, "Pakistan");
//! assert_eq!(gazetteer.metonym("Kremlin", None).unwrap().name, "Russia");
//! let found = gazetteer.find("Tehrik-i-Taliban Pakistan").unwrap();
//! assert_eq!(found.best().known.id, gazetteer.find("TTP").unwrap().best().known.id);
//! # Ok::<(), actant::lexicon::LexiconError>(())
//! ```

mod decide;
mod index;
mod key;
mod known;
mod load;

pub use key::key;
pub use known::{Gender, Known, NameForm, NameMatch, Sense, Title};

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::text::Token;

use super::{LexiconError, Source};
use index::{Index, Meaning};

/// Everything that is known by name.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    known: Vec<Known>,
    by_id: FxHashMap<SmolStr, u32>,
    /// For each actor that the user gave an owner, the owner.
    owners: FxHashMap<u32, u32>,
    index: Index,
    given_names: FxHashMap<Box<str>, Gender>,
    /// The gender of known people whose given name does not show it, by identifier.
    sexes: FxHashMap<SmolStr, Gender>,
    surnames: FxHashSet<Box<str>>,
    titles: FxHashMap<Box<str>, Title>,
    longest_title: usize,
}

impl Gazetteer {
    /// Reads the lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        load::load(source)
    }

    /// The longest known name that starts at token `start`.
    ///
    /// Names are found however hyphens, dots, accents and the particles of Arabic and Persian names are written; they
    /// must be capitalised, and initials must stand in capitals.
    pub fn longest_at(&self, tokens: &[Token], start: usize) -> Option<NameMatch<'_>> {
        self.names_at(tokens, start).into_iter().next()
    }

    /// All known names that start at token `start`, the longest first.
    pub fn names_at(&self, tokens: &[Token], start: usize) -> Vec<NameMatch<'_>> {
        let found = self.index.at(tokens, start).into_iter();
        found
            .map(|(tokens, meanings)| NameMatch {
                tokens,
                senses: self.senses(&meanings),
            })
            .collect()
    }

    /// What a whole name means; `tokens` of the match is 0.
    pub fn find(&self, name: &str) -> Option<NameMatch<'_>> {
        let senses = self.senses(&self.index.whole(name));
        (!senses.is_empty()).then_some(NameMatch { tokens: 0, senses })
    }

    /// The state whose people or things these words denote: `Afghan`, `Emiratis`, `South Korean`.
    pub fn demonym(&self, words: &str) -> Option<&Known> {
        let found = self.find(words)?;
        let sense = found.senses.iter().find(|s| s.form == NameForm::Demonym)?;
        Some(sense.known)
    }

    /// For whom a capital or seat of power stands on a day (`YYYY-MM-DD`; `None`: today): `Islamabad` for Pakistan,
    /// `Kabul` since 2021-08-15 for the Taliban administration, `Rawalpindi` for Pakistan's army.
    pub fn metonym(&self, words: &str, date: Option<&str>) -> Option<&Known> {
        let found = self.find(words)?;
        let stands = |s: &&Sense<'_>| s.form == NameForm::Metonym && s.holds_on(date);
        Some(found.senses.iter().find(stands)?.known)
    }

    /// The state with this ISO 3166 alpha-3 code.
    pub fn state(&self, code: &str) -> Option<&Known> {
        self.by_id(&format!("state/{code}"))
    }

    /// What has this [`Known::id`].
    pub fn by_id(&self, id: &str) -> Option<&Known> {
        self.by_id.get(id).map(|&index| &self.known[index as usize])
    }

    /// Whom the actor with this [`Known::id`] belongs to, as the user says.
    pub fn owner(&self, id: &str) -> Option<&Known> {
        let owner = self.owners.get(self.by_id.get(id)?)?;
        Some(&self.known[*owner as usize])
    }

    /// Everything that is known, in the order of the lists.
    pub fn known(&self) -> &[Known] {
        &self.known
    }

    /// The gender of a given name; `None` if it is not known as a given name.
    pub fn gender_of_given_name(&self, name: &str) -> Option<Gender> {
        self.given_names.get(key::key(name).as_str()).copied()
    }

    /// The gender of a known person whose given name does not show it, or shows it wrongly.
    pub fn gender_of(&self, known: &str) -> Option<Gender> {
        self.sexes.get(known).copied()
    }

    /// Whether the word is a frequent family name.
    pub fn is_surname(&self, name: &str) -> bool {
        self.surnames.contains(key::key(name).as_str())
    }

    /// The title that is these words, in any case: `Prime Minister`, `gen.`.
    pub fn title(&self, words: &str) -> Option<&Title> {
        self.titles.get(key::key(words).as_str())
    }

    /// The longest title that starts at token `start`, and how many tokens it covers.
    pub fn title_at(&self, tokens: &[Token], start: usize) -> Option<(&Title, usize)> {
        let mut key = String::new();
        let mut best = None;
        let ahead = tokens.get(start..).unwrap_or_default().iter();
        // A hyphen or dot inside a title is a token of its own, hence the room for twice as many.
        for (offset, token) in ahead.enumerate().take(2 * self.longest_title) {
            if key::push(&mut key, &token.form) > 0
                && let Some(title) = self.titles.get(key.as_str())
            {
                best = Some((title, offset + 1));
            }
        }
        best
    }

    fn senses<'a>(&'a self, meanings: &[&'a Meaning]) -> Vec<Sense<'a>> {
        let sense = |meaning: &&'a Meaning| Sense {
            known: &self.known[meaning.known as usize],
            form: meaning.form,
            ambiguous: meaning.ambiguous,
            since: meaning.since.as_deref(),
            until: meaning.until.as_deref(),
            user: meaning.user,
        };
        meanings.iter().map(sense).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ActorType;

    fn gazetteer() -> Gazetteer {
        Gazetteer::load(&Source::embedded()).expect("the embedded lists are of their form")
    }

    fn tokens(text: &str) -> Vec<Token> {
        let token = |form: &str| Token {
            form: form.into(),
            ..Token::default()
        };
        text.split(' ').map(token).collect()
    }

    #[test]
    fn the_longest_name_wins_and_hyphens_may_be_tokens() {
        let gazetteer = gazetteer();
        let text = tokens("the Tehreek - e - Taliban Pakistan ( TTP ) struck");
        let found = gazetteer.longest_at(&text, 1).expect("a known group");
        assert_eq!(found.tokens, 6);
        assert_eq!(found.best().known.name, "Tehreek-e-Taliban Pakistan");
        assert_eq!(found.best().known.actor, ActorType::ArmedGroup);
        let acronym = gazetteer.longest_at(&text, 8).expect("its initials");
        assert_eq!(acronym.best().known.id, found.best().known.id);
        assert_eq!(acronym.best().form, NameForm::Acronym);
        assert!(gazetteer.longest_at(&text, 10).is_none());
        assert!(gazetteer.longest_at(&text, 99).is_none());
    }

    #[test]
    fn words_in_lower_case_are_no_names_and_short_initials_need_capitals() {
        let gazetteer = gazetteer();
        for word in ["turkey", "Who", "who", "Us", "us", "is", "white house"] {
            assert!(gazetteer.find(word).is_none(), "{word}");
        }
        for (name, known) in [
            ("US", "United States"),
            ("U.S.", "United States"),
            ("WHO", "World Health Organization"),
            ("Nato", "NATO"),
            ("al-Qaida", "al-Qaeda"),
            ("Cote d’Ivoire", "Ivory Coast"),
        ] {
            let found = gazetteer.find(name).expect(name);
            assert_eq!(found.best().known.name, known, "{name}");
        }
        assert!(gazetteer.find("Turkey").expect("a state").is_ambiguous());
        assert!(!gazetteer.find("Türkiye").expect("a state").is_ambiguous());
    }

    #[test]
    fn a_capital_stands_for_those_who_rule_there_at_the_time() {
        let gazetteer = gazetteer();
        let rules = |words, date| {
            gazetteer
                .metonym(words, date)
                .map(|known| known.name.as_str())
        };
        assert_eq!(rules("Kabul", Some("2012-05-01")), Some("Afghanistan"));
        assert_eq!(
            rules("Kabul", Some("2021-08-15")),
            Some("Taliban administration")
        );
        assert_eq!(rules("Kabul", None), Some("Taliban administration"));
        assert_eq!(rules("Rawalpindi", None), Some("Pakistan Army"));
        assert_eq!(rules("Pakistan", None), None);
    }

    #[test]
    fn demonyms_lead_to_their_states() {
        let gazetteer = gazetteer();
        for (word, code) in [
            ("Afghans", "AFG"),
            ("Emirati", "ARE"),
            ("South Korean", "KOR"),
            ("Dutch", "NLD"),
        ] {
            assert_eq!(gazetteer.demonym(word), gazetteer.state(code), "{word}");
        }
        assert!(gazetteer.demonym("Pakistan").is_none());
    }

    #[test]
    fn titles_are_found_whole_with_what_they_tell() {
        let gazetteer = gazetteer();
        let text = tokens("Lt. Gen. Asim Munir met Deputy Prime Minister Ishaq Dar");
        let (title, length) = gazetteer.title_at(&text, 0).expect("a rank");
        assert!(title.precedes_name && length == 2);
        let (title, length) = gazetteer.title_at(&text, 5).expect("an office");
        assert!(title.of_state && length == 3);
        assert!(gazetteer.title_at(&text, 4).is_none());
        assert_eq!(
            gazetteer.title("spokeswoman").map(|t| t.gender),
            Some(Gender::Female)
        );
    }

    #[test]
    fn those_whose_sex_is_told_are_known() {
        let gazetteer = gazetteer();
        let unknown = gazetteer
            .sexes
            .keys()
            .find(|id| gazetteer.by_id(id).is_none());
        assert_eq!(unknown, None, "it is not in persons.tsv");
        assert_eq!(
            gazetteer.gender_of("person/Aung San Suu Kyi"),
            Some(Gender::Female)
        );
    }

    #[test]
    fn every_meaning_names_its_state_or_organisation_by_what_is_known() {
        let gazetteer = gazetteer();
        for known in gazetteer.known() {
            if let Some(state) = &known.state {
                assert!(
                    gazetteer.state(state).is_some(),
                    "{} in {state}",
                    known.name
                );
            }
            if let Some(parent) = &known.parent {
                let id = format!("organisation/{parent}");
                assert!(gazetteer.by_id(&id).is_some(), "{} of {parent}", known.name);
            }
        }
    }
}
