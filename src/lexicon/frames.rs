//! Frames: what verbs and nouns of acts mean between actors, and the key that all ways to say it share.
//!
//! In: the lists under `data/frames`. Out: [`FrameLexicon`], looked up by lemma with particles and prepositions
//! (`call for`, `crack down on`).

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::text::{ActorType, UnknownName};

use super::event_type::EventType;
use super::modes::Modes;
use super::source::{ListEntry, ListText};
use super::{LexiconError, Source};

/// What a verb, or a noun of an act, says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The type of event, if it is one.
    pub event: Option<EventType>,
    /// The key under which it meets other words for the same.
    pub key: SmolStr,
}

/// What a verb or adjective does to the act that depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operator {
    /// Leaves it as it is: begins, continues, tries, holds, launches.
    Do,
    /// Ends it: halts, lifts, suspends.
    Undo,
    /// Binds itself to it: agrees, offers, promises.
    Commit,
    /// Means to do it: plans, hopes, decides.
    Intend,
    /// Will not do it or have it: refuses, declines.
    Refuse,
    /// Announces it as a threat.
    Threaten,
    /// Wants it done by another.
    Demand,
    /// Orders it: a hostile act is done by whoever orders it, any other is demanded.
    Command,
    /// Decides it: to give way is done by deciding it, anything else is meant.
    Decide,
    /// Sends somebody to do it.
    Send,
    /// Does not get it done: fails, forgets.
    Fail,
}

impl Operator {
    /// Whether the act stays what it is.
    pub const fn is_light(self) -> bool {
        matches!(self, Self::Do | Self::Send)
    }
}

/// What the class of a noun implies for extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClassTrait {
    /// Its nouns do nothing to anybody: plans, texts, accidents.
    Inert,
    /// Its nouns take no part in an act: weapons, agreements.
    NoParty,
    /// Its nouns stand somewhere on behalf of others: envoys.
    Sent,
    /// Its nouns say what their authors say: reports, statements.
    Text,
    /// Its nouns are forces of nature, also where they have a name: hurricanes, wildfires.
    Force,
}

/// The class of the score of a game, which pairs name although it is no noun's.
const SCORE: &str = "score";
/// The class of sums of money.
pub const MONEY: &str = "money";
/// The class of whatever a verb acts on: `return <object> to <state>`.
pub const OBJECT: &str = "object";

/// The frames.
#[derive(Debug, Clone, Default)]
pub struct FrameLexicon {
    verbs: FxHashMap<Box<str>, Frame>,
    nouns: FxHashMap<Box<str>, Frame>,
    pairs: FxHashMap<Box<str>, Frame>,
    transfers: FxHashMap<Box<str>, Frame>,
    transfer_verbs: FxHashSet<Box<str>>,
    classes: FxHashMap<Box<str>, Vec<SmolStr>>,
    traits: BTreeMap<ClassTrait, Vec<SmolStr>>,
    actor_classes: BTreeMap<ActorType, SmolStr>,
    operators: FxHashMap<Box<str>, Operator>,
    modes: Modes,
}

macro_rules! list {
    ($source:expr, $name:literal) => {
        $source.list(
            concat!("frames/", $name),
            include_str!(concat!("../../data/frames/", $name)),
        )?
    };
}

impl FrameLexicon {
    /// Reads the lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let mut lexicon = Self::default();
        for entry in list!(source, "verbs.tsv").entries() {
            let (words, frame) = frame(&entry)?;
            lexicon.verbs.insert(words.into(), frame);
        }
        for entry in list!(source, "nouns.tsv").entries() {
            let (words, frame) = frame(&entry)?;
            lexicon.nouns.insert(words.into(), frame);
        }
        for entry in list!(source, "pairs.tsv").entries() {
            let (words, frame) = frame(&entry)?;
            lexicon.pairs.insert(words.into(), frame);
        }
        for entry in list!(source, "transfers.tsv").entries() {
            let (words, frame) = frame(&entry)?;
            let verb = words.split(" + ").next().unwrap_or_default();
            lexicon.transfer_verbs.insert(verb.into());
            let words = words.replace(" + ", " ");
            lexicon.transfers.insert(words.into(), frame);
        }
        for entry in list!(source, "classes.tsv").entries() {
            let mut columns = entry.columns();
            let noun = columns.next().unwrap_or_default();
            let classes = columns.next().unwrap_or_default().split(' ');
            let classes = classes.filter(|class| !class.is_empty()).map(SmolStr::new);
            lexicon.classes.insert(noun.into(), classes.collect());
        }
        for entry in list!(source, "actor-classes.tsv").entries() {
            let mut columns = entry.columns();
            let name = columns.next().unwrap_or_default();
            let actor = name
                .parse()
                .map_err(|error: UnknownName| entry.malformed(error.to_string()))?;
            let class = columns.next().unwrap_or_default();
            lexicon.actor_classes.insert(actor, class.into());
        }
        lexicon.check_classes(&list!(source, "pairs.tsv"))?;
        lexicon.check_classes(&list!(source, "transfers.tsv"))?;
        for entry in list!(source, "traits.tsv").entries() {
            let mut columns = entry.columns();
            let name = class_trait(&entry, columns.next().unwrap_or_default())?;
            let classes = columns.next().unwrap_or_default().split(' ');
            let classes = classes.filter(|class| !class.is_empty()).map(SmolStr::new);
            lexicon.traits.insert(name, classes.collect());
        }
        for entry in list!(source, "operators.tsv").entries() {
            let mut columns = entry.columns();
            let words = columns.next().unwrap_or_default();
            let operator = operator(&entry, columns.next().unwrap_or_default())?;
            lexicon.operators.insert(words.into(), operator);
        }
        lexicon.modes = Modes::load(source)?;
        Ok(lexicon)
    }

    /// The mode that these words give an event of this type: a visit, an air strike.
    pub fn mode(&self, event: EventType, words: &str) -> Option<&SmolStr> {
        self.modes.of(event, words)
    }

    /// All modes that events may have, in the order of the alphabet.
    pub fn mode_names(&self) -> std::collections::BTreeSet<&SmolStr> {
        self.modes.names()
    }

    /// The frame of a verb or adjective: lemma, particle, preposition (`call`, `call for`, `crack down on`).
    pub fn verb(&self, words: &str) -> Option<&Frame> {
        self.verbs.get(words)
    }

    /// The frame of a noun of an act, perhaps with the word before it: `strike`, `air strike`.
    pub fn noun(&self, words: &str) -> Option<&Frame> {
        self.nouns.get(words)
    }

    /// The frame of a verb with this noun, where the two mean something else than their parts: `sign agreement`,
    /// `go on strike`. A class stands for all its nouns (`kill <law>`), before the verb for its subject.
    pub fn pair(&self, words: &str) -> Option<&Frame> {
        self.pairs.get(words)
    }

    /// Whether the verb means something of its own with some object and phrase together.
    pub fn is_transfer(&self, verb: &str) -> bool {
        self.transfer_verbs.contains(verb)
    }

    /// The frame of a verb with an object and a phrase: `open border to <group>`, `return <object> to`.
    pub fn transfer(&self, words: &str) -> Option<&Frame> {
        self.transfers.get(words)
    }

    /// The classes of a noun, perhaps with the word before it, by which [`pair`](Self::pair) knows it, too: `kill <law>`.
    pub fn classes(&self, noun: &str) -> &[SmolStr] {
        self.classes.get(noun).map_or(&[], Vec::as_slice)
    }

    /// The class of nouns that stand for actors of this type, if pairs know them by one.
    pub fn class_of(&self, actor: ActorType) -> Option<&SmolStr> {
        self.actor_classes.get(&actor)
    }

    /// The frame of a verb with the score of a game: `beat <score>`.
    pub fn with_score(&self, verb: &str) -> Option<&Frame> {
        self.pair(&format!("{verb} <{SCORE}>"))
    }

    /// Whether a class of the noun, perhaps with the word before it, has this trait.
    pub fn has_trait(&self, noun: &str, wanted: ClassTrait) -> bool {
        let with = self.traits.get(&wanted).map_or(&[][..], Vec::as_slice);
        self.classes(noun).iter().any(|class| with.contains(class))
    }

    /// Every class that a pair names must have nouns, or be a kind of actor.
    fn check_classes(&self, pairs: &ListText) -> Result<(), LexiconError> {
        let known: BTreeSet<&str> = (self.classes.values().flatten().map(SmolStr::as_str))
            .chain(self.actor_classes.values().map(SmolStr::as_str))
            .chain([SCORE, MONEY, OBJECT])
            .collect();
        for entry in pairs.entries() {
            let words = entry.columns().next().unwrap_or_default().split(' ');
            let mut named = words.filter_map(|word| word.strip_prefix('<')?.strip_suffix('>'));
            if let Some(unknown) = named.find(|class| !known.contains(class)) {
                return Err(entry.malformed(format!("`<{unknown}>` is a class of no noun")));
            }
        }
        Ok(())
    }

    /// What a verb or adjective does to the act that depends on it.
    pub fn operator(&self, words: &str) -> Option<Operator> {
        self.operators.get(words).copied()
    }
}

/// Columns: words, event type or `-`, key (the words themselves if it is missing).
fn frame<'a>(entry: &ListEntry<'a>) -> Result<(&'a str, Frame), LexiconError> {
    let mut columns = entry.columns();
    let words = columns.next().unwrap_or_default();
    let event = match columns.next() {
        None | Some("-" | "") => None,
        Some(name) => Some(EventType::from_name(name).ok_or_else(|| {
            entry.malformed(format!("`{name}` is no event type; write `-` for none"))
        })?),
    };
    let key = columns.next().filter(|key| !key.is_empty());
    let key = key.unwrap_or(words).into();
    Ok((words, Frame { event, key }))
}

fn class_trait(entry: &ListEntry<'_>, name: &str) -> Result<ClassTrait, LexiconError> {
    Ok(match name {
        "inert" => ClassTrait::Inert,
        "no-party" => ClassTrait::NoParty,
        "force" => ClassTrait::Force,
        "sent" => ClassTrait::Sent,
        "text" => ClassTrait::Text,
        _ => return Err(entry.malformed(format!("`{name}` is no trait of a class"))),
    })
}

fn operator(entry: &ListEntry<'_>, name: &str) -> Result<Operator, LexiconError> {
    Ok(match name {
        "do" => Operator::Do,
        "undo" => Operator::Undo,
        "commit" => Operator::Commit,
        "intend" => Operator::Intend,
        "refuse" => Operator::Refuse,
        "threaten" => Operator::Threaten,
        "demand" => Operator::Demand,
        "fail" => Operator::Fail,
        "command" => Operator::Command,
        "decide" => Operator::Decide,
        "send" => Operator::Send,
        _ => return Err(entry.malformed(format!("`{name}` is no operator"))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_of_their_form_and_hold_the_common_frames() {
        let frames =
            FrameLexicon::load(&Source::embedded()).expect("the embedded lists are of their form");
        let event = |frame: Option<&Frame>| frame.and_then(|frame| frame.event);
        assert_eq!(event(frames.verb("accuse")), Some(EventType::Accuse));
        assert_eq!(event(frames.verb("call for")), Some(EventType::Request));
        assert_eq!(event(frames.noun("talk")), Some(EventType::Consult));
        assert_eq!(
            event(frames.noun("hunger strike")),
            Some(EventType::Protest)
        );
        assert_eq!(event(frames.noun("air strike")), Some(EventType::Assault));
        assert_eq!(event(frames.verb("say")), None);
        assert_eq!(frames.operator("refuse"), Some(Operator::Refuse));
        assert!(frames.has_trait("earthquake", ClassTrait::Inert));
        assert!(!frames.has_trait("earthquake", ClassTrait::Sent));
    }

    #[test]
    fn what_ends_an_act_turns_its_type_over() {
        assert_eq!(EventType::Coerce.undone(), Some(EventType::Concede));
        assert_eq!(EventType::Aid.undone(), Some(EventType::Sanction));
        assert_eq!(EventType::Assault.undone(), Some(EventType::Retreat));
        assert_eq!(EventType::Reject.undone(), None);
    }
}
