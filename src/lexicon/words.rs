//! What the extractors of statements need to know about words: the lists under `data/words`.
//!
//! In: a [`Source`]. Out: [`Words`], typed look-ups by lemma or by written form in lower case.

use rustc_hash::FxHashMap;

use super::column::column;
use super::implied::{Implied, ImpliedWords, implied};
use super::prepositions::{Preposition, conjunctions, prepositions};
use super::scope::Operators;
use super::source::ListText;
use super::{ArgumentRole, LexiconError, ModalityCue, Part, ScopeOperator, Source, WordList};

/// The word lists of extraction.
#[derive(Debug, Clone, Default)]
pub struct Words {
    event_nouns: FxHashMap<Box<str>, EventNoun>,
    operators: Operators,
    prepositions: FxHashMap<Box<str>, Preposition>,
    conjunctions: FxHashMap<Box<str>, ArgumentRole>,
    membership: FxHashMap<Box<str>, Box<str>>,
    amount_units: FxHashMap<Box<str>, AmountUnit>,
    implied: Vec<ImpliedWords>,
    office_verbs: FxHashMap<Box<str>, Holder>,
    /// Numbers in words.
    pub numbers: WordList,
    /// Prepositions that tie an `-ing` form to the word before as its complement.
    pub linking_prepositions: WordList,
    /// Prepositions before an `-ing` form that is done by the verb's object.
    pub object_gerund_prepositions: WordList,
    /// Prepositions before what a negative verb keeps from happening.
    pub prevention_prepositions: WordList,
    /// Prepositions after a noun of an act before its agent.
    pub agent_prepositions: WordList,
    /// Prepositions that lead from a part or member to its whole.
    pub whole_prepositions: WordList,
    /// Prepositions after a noun of a mutual act before all who take part.
    pub mutual_prepositions: WordList,
    /// Prepositions before an `-ing` form that is the content of the verb above.
    pub content_prepositions: WordList,
    /// Auxiliaries of what somebody is going or able to do.
    pub prospective_auxiliaries: WordList,
    /// Nouns of time.
    pub time_nouns: WordList,
    /// What leads from a sum of money to what it is given as: *$5 million in aid*.
    pub gift_prepositions: WordList,
    /// Adverbs of time.
    pub time_adverbs: WordList,
    /// Adverbs of place.
    pub place_adverbs: WordList,
    /// Verbs after which an infinitive has their subject although they have an object.
    pub subject_control: WordList,
    /// Verbs whose object does what the infinitive after it says, with the object's preposition.
    pub object_control: WordList,
    /// Verbs whose undergoer does what the purpose clause after the passive says.
    pub purpose_control: WordList,
    /// Verbs whose subject says what the text says that is their object.
    pub authoring_verbs: WordList,
    /// Verbs that only people and bodies do.
    pub personal_verbs: WordList,
    /// Prepositions between a noun and the names of those that it stands for.
    pub example_prepositions: WordList,
    /// Adverbs that give each member of one list its own member of the other.
    pub distributive_adverbs: WordList,
    /// Nouns of places and property that do nothing themselves.
    pub spots: WordList,
    /// Verbs that their subjects do to one another.
    pub mutual_verbs: WordList,
    /// Verbs that join a subject to what it is or becomes.
    pub copular_verbs: WordList,
    /// Nouns that only measure or name a part of what follows after `of`.
    pub container_nouns: WordList,
}

/// A noun that denotes an act or a bond between actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventNoun {
    /// The verb that says the same, as a lemma, perhaps with more words: `crack down`.
    pub verb: Box<str>,
    /// The same in the third person singular.
    pub third_person: Box<str>,
    /// Prepositions before the one that it is done to.
    pub prepositions: Vec<Box<str>>,
    /// Whether it is done by several to one another: talks, relations.
    pub mutual: bool,
}

/// Who holds an office after what a verb tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Who does it: *replaced Holm as head*.
    Subject,
    /// To whom it is done: *was named head*.
    Object,
}

/// What a number before a unit is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountUnit {
    /// Length, weight, share and the like.
    Measure,
    /// Money.
    Money,
}

macro_rules! list {
    ($source:expr, $name:literal) => {
        $source.list(
            concat!("words/", $name),
            include_str!(concat!("../../data/words/", $name)),
        )
    };
}

impl Words {
    /// Reads the lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        Ok(Self {
            event_nouns: event_nouns(&list!(source, "event-nouns.tsv")?)?,
            operators: Operators::new(&list!(source, "operators.tsv")?)?,
            prepositions: prepositions(&list!(source, "prepositions.tsv")?)?,
            conjunctions: conjunctions(&list!(source, "conjunctions.tsv")?)?,
            membership: pairs(&list!(source, "membership-nouns.tsv")?)?,
            amount_units: amount_units(&list!(source, "amount-units.tsv")?)?,
            office_verbs: office_verbs(&list!(source, "office-verbs.tsv")?)?,
            implied: implied(&list!(source, "implied.tsv")?)?,
            numbers: WordList::new(&list!(source, "numbers.txt")?),
            linking_prepositions: WordList::new(&list!(source, "linking-prepositions.txt")?),
            object_gerund_prepositions: WordList::new(&list!(
                source,
                "object-gerund-prepositions.txt"
            )?),
            prevention_prepositions: WordList::new(&list!(source, "prevention-prepositions.txt")?),
            agent_prepositions: WordList::new(&list!(source, "agent-prepositions.txt")?),
            whole_prepositions: WordList::new(&list!(source, "whole-prepositions.txt")?),
            mutual_prepositions: WordList::new(&list!(source, "mutual-prepositions.txt")?),
            content_prepositions: WordList::new(&list!(source, "content-prepositions.txt")?),
            prospective_auxiliaries: WordList::new(&list!(source, "prospective-auxiliaries.txt")?),
            time_nouns: WordList::new(&list!(source, "time-nouns.txt")?),
            gift_prepositions: WordList::new(&list!(source, "gift-prepositions.txt")?),
            time_adverbs: WordList::new(&list!(source, "time-adverbs.txt")?),
            place_adverbs: WordList::new(&list!(source, "place-adverbs.txt")?),
            subject_control: WordList::new(&list!(source, "subject-control.txt")?),
            object_control: WordList::new(&list!(source, "object-control.txt")?),
            purpose_control: WordList::new(&list!(source, "purpose-control.txt")?),
            authoring_verbs: WordList::new(&list!(source, "authoring-verbs.txt")?),
            personal_verbs: WordList::new(&list!(source, "personal-verbs.txt")?),
            example_prepositions: WordList::new(&list!(source, "example-prepositions.txt")?),
            distributive_adverbs: WordList::new(&list!(source, "distributive-adverbs.txt")?),
            spots: WordList::new(&list!(source, "spots.txt")?),
            mutual_verbs: WordList::new(&list!(source, "mutual-verbs.txt")?),
            copular_verbs: WordList::new(&list!(source, "copular-verbs.txt")?),
            container_nouns: WordList::new(&list!(source, "container-nouns.txt")?),
        })
    }

    /// What the noun with this lemma says of its actors, if it stands for an act.
    pub fn event_noun(&self, lemma: &str) -> Option<&EventNoun> {
        self.event_nouns.get(lemma)
    }

    /// What the words do to what they govern, used as this part.
    pub fn operator(&self, words: &str, part: Part) -> Option<ScopeOperator> {
        self.operators.get(words, part)
    }

    /// What the word shows about the modality, used as this part of speech.
    pub fn modality(&self, lemma: &str, part: Part) -> Option<ModalityCue> {
        self.operator(lemma, part)?.affirmed.modality
    }

    /// Whether the word negates, used as this part of speech.
    pub fn negates(&self, lemma: &str, part: Part) -> bool {
        self.operator(lemma, part)
            .is_some_and(|operator| operator.affirmed.negative)
    }

    /// The role that the preposition usually gives to its noun.
    pub fn preposition(&self, words: &str) -> Option<ArgumentRole> {
        match self.prepositions.get(words)? {
            Preposition::Role(role) => Some(*role),
            Preposition::Speaker => None,
        }
    }

    /// Whether the preposition stands before who says so: `according to`.
    pub fn names_speaker(&self, preposition: &str) -> bool {
        self.prepositions.get(preposition) == Some(&Preposition::Speaker)
    }

    /// The role that the conjunction gives to its clause.
    pub fn conjunction(&self, words: &str) -> Option<ArgumentRole> {
        self.conjunctions.get(words).copied()
    }

    /// The relation of such people or parts to the name before them.
    pub fn membership(&self, lemma: &str) -> Option<&str> {
        self.membership.get(lemma).map(AsRef::as_ref)
    }

    /// The words for what the text implies, and their lemma; empty if they are not listed.
    pub fn implied(&self, wanted: Implied) -> (&str, &str) {
        let mut listed = self.implied.iter();
        let found = listed.find(|(implied, ..)| *implied == wanted);
        found.map_or(("", ""), |(_, words, lemma)| (words, lemma))
    }

    /// Who holds the office that stands beside this verb.
    pub fn office_holder(&self, lemma: &str) -> Option<Holder> {
        self.office_verbs.get(lemma).copied()
    }

    /// What a unit behind a number measures.
    pub fn amount_unit(&self, word: &str) -> Option<AmountUnit> {
        self.amount_units.get(word).copied()
    }
}

fn pairs(list: &ListText) -> Result<FxHashMap<Box<str>, Box<str>>, LexiconError> {
    let mut map = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let word = column(&entry, &mut columns, "word")?;
        let value = column(&entry, &mut columns, "second column")?;
        map.insert(word.into(), value.into());
    }
    Ok(map)
}

fn event_nouns(list: &ListText) -> Result<FxHashMap<Box<str>, EventNoun>, LexiconError> {
    let mut map = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let noun = column(&entry, &mut columns, "noun")?;
        let verb = column(&entry, &mut columns, "verb")?.into();
        let third_person = column(&entry, &mut columns, "third person")?.into();
        let prepositions = match column(&entry, &mut columns, "prepositions")? {
            "-" => Vec::new(),
            words => words.split('|').map(Box::from).collect(),
        };
        let mutual = match column(&entry, &mut columns, "kind")? {
            "mutual" => true,
            "act" => false,
            other => {
                return Err(entry.malformed(format!("kind `{other}`: expected act or mutual")));
            }
        };
        let event = EventNoun {
            verb,
            third_person,
            prepositions,
            mutual,
        };
        map.insert(noun.into(), event);
    }
    Ok(map)
}

fn office_verbs(list: &ListText) -> Result<FxHashMap<Box<str>, Holder>, LexiconError> {
    let mut map = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let verb = column(&entry, &mut columns, "verb")?;
        let holder = match column(&entry, &mut columns, "holder")? {
            "subject" => Holder::Subject,
            "object" => Holder::Object,
            other => {
                return Err(entry.malformed(format!("`{other}`: expected subject or object")));
            }
        };
        map.insert(verb.into(), holder);
    }
    Ok(map)
}

fn amount_units(list: &ListText) -> Result<FxHashMap<Box<str>, AmountUnit>, LexiconError> {
    let mut map = FxHashMap::default();
    for entry in list.entries() {
        let mut columns = entry.columns();
        let word = column(&entry, &mut columns, "unit")?;
        let unit = match column(&entry, &mut columns, "kind")? {
            "measure" => AmountUnit::Measure,
            "money" => AmountUnit::Money,
            other => {
                return Err(entry.malformed(format!("kind `{other}`: expected measure or money")));
            }
        };
        map.insert(word.into(), unit);
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_lists_load_and_tell_parts_of_speech_apart() {
        let words = Words::load(&Source::embedded()).expect("the embedded lists are well formed");
        assert_eq!(
            words.modality("plan", Part::Noun),
            Some(ModalityCue::Intended)
        );
        assert_eq!(words.modality("plan", Part::Auxiliary), None);
        assert!(words.negates("deny", Part::Verb));
        assert!(!words.negates("deny", Part::Noun));
        let talks = words
            .event_noun("talk")
            .expect("talks are in the list of event nouns");
        assert!(talks.mutual);
        assert_eq!(words.preposition("against"), Some(ArgumentRole::Opponent));
    }

    #[test]
    fn a_line_of_the_wrong_form_is_refused_with_its_place() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("words");
        std::fs::create_dir(&path).expect("a folder can be made");
        std::fs::write(path.join("operators.tsv"), "plan\tnoun\tgreen\n").expect("can be written");
        let problem = Words::load(&Source::with_folder(folder.path())).expect_err("green");
        assert!(problem.to_string().contains("green"), "{problem}");
        assert!(problem.to_string().contains(":1:"), "{problem}");
    }
}
