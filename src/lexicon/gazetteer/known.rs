//! What the gazetteer knows of one state, place, organisation or person, and in which sense a name means it.

use smol_str::SmolStr;

use crate::text::{ActorType, EntityType};

/// One thing that the gazetteer knows by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Identifies it in every output and stays the same between versions: `state/PAK`, `place/PAK/Lahore`,
    /// `organisation/Taliban`, `person/Vladimir Putin`, `group/Pashtun`; `user/person/Ann Lee` for what only
    /// the user's `actors.toml` has.
    pub id: SmolStr,
    /// The canonical name.
    pub name: SmolStr,
    /// The type of entity that its own name is.
    pub entity: EntityType,
    /// What kind of actor it is.
    pub actor: ActorType,
    /// The state that it is, lies in or belongs to, as ISO 3166 alpha-3 (Kosovo: `XKX`).
    pub state: Option<SmolStr>,
    /// The canonical name of the organisation that it belongs to, if its list has one.
    pub parent: Option<SmolStr>,
    /// More about it: a person's role, a place's kind (`city`, `river`); empty if its list has nothing.
    pub detail: SmolStr,
}

/// By which kind of name something is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// A name of its own, long, short or spelt otherwise: `Pakistan`, `Islamic Republic of Pakistan`.
    Name,
    /// Its initials: `TTP`.
    Acronym,
    /// What its people and things are called: `Pakistani`, `Pakistanis`, `Afghan`. The [`Known`] is the state.
    Demonym,
    /// A place that stands for those who rule or work there: `Kremlin`, `Islamabad`, `Rawalpindi`. The [`Known`] is the
    /// actor that it stands for.
    Metonym,
    /// A person's last name alone.
    Surname,
}

/// One meaning of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense<'a> {
    /// What is meant.
    pub known: &'a Known,
    /// By which kind of name.
    pub form: NameForm,
    /// Whether the name is also an everyday word or somebody else's name, so that it takes context to know: `IS`,
    /// `Turkey`, `Reading`, and every surname that many bear.
    pub ambiguous: bool,
    /// The first day (`YYYY-MM-DD`) on which the name has this meaning.
    pub since: Option<&'a str>,
    /// The day from which on the name no longer has this meaning.
    pub until: Option<&'a str>,
    /// Whether the user's `actors.toml` gives the name this meaning.
    pub user: bool,
}

impl Sense<'_> {
    /// Whether the name has this meaning on a day (`YYYY-MM-DD`); without a day, whether it has it still.
    pub fn holds_on(&self, date: Option<&str>) -> bool {
        match date {
            Some(date) => {
                self.since.is_none_or(|since| since <= date)
                    && self.until.is_none_or(|until| date < until)
            }
            None => self.until.is_none(),
        }
    }
}

/// A name that was found in a text, with all that it can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMatch<'a> {
    /// How many tokens it covers.
    pub tokens: usize,
    /// Its meanings, at least one: names of states first, then organisations, persons, places.
    pub senses: Vec<Sense<'a>>,
}

impl<'a> NameMatch<'a> {
    /// The first meaning by a name of its own (or initials), else the first meaning.
    pub fn best(&self) -> Sense<'a> {
        let own = |sense: &&Sense<'a>| matches!(sense.form, NameForm::Name | NameForm::Acronym);
        *self.senses.iter().find(own).unwrap_or(&self.senses[0])
    }

    /// Whether it takes context to know what is meant: every meaning is marked so.
    pub fn is_ambiguous(&self) -> bool {
        self.senses.iter().all(|sense| sense.ambiguous)
    }
}

/// The gender of a person, as far as names and titles show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// `he`.
    Male,
    /// `she`.
    Female,
    /// Borne by both.
    Unknown,
}

/// Words that precede a name or stand for its bearer: `Prime Minister`, `Gen.`, `spokesperson`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The title as its list has it.
    pub words: SmolStr,
    /// Whether it precedes names: `Foreign Minister Ishaq Dar`.
    pub precedes_name: bool,
    /// Whether it is also a noun for whoever has the role: `the foreign minister`.
    pub is_role: bool,
    /// Whether the role belongs to a state or body: `ambassador`, `president`.
    pub of_state: bool,
    /// The gender of its bearer.
    pub gender: Gender,
}
