//! What kinds of names there are, and what kinds of actors.

use std::fmt;
use std::str::FromStr;

use super::UnknownName;

macro_rules! named {
    ($(#[$outer:meta])* $type:ident, $expected:literal: $($(#[$doc:meta])* $name:ident = $tag:literal,)*) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $type { $($(#[$doc])* $name,)* }

        impl $type {
            /// All of them, in the order of their definition.
            pub const ALL: &'static [$type] = &[$($type::$name,)*];

            /// The name in every output.
            pub const fn as_str(self) -> &'static str {
                match self { $($type::$name => $tag,)* }
            }
        }

        impl FromStr for $type {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                match name { $($tag => Ok($type::$name),)* _ => Err(UnknownName::new(name, $expected)) }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    };
}

named! {
    /// The type of a named entity: what a tag such as `B-PERSON` says.
    EntityType, "an entity type":
    /// A human being.
    Person = "PERSON",
    /// An organisation: company, agency, party, armed group.
    Org = "ORG",
    /// A place with a government: state, province, city.
    Gpe = "GPE",
    /// A place without one: river, mountain, region.
    Loc = "LOC",
    /// A built thing: airport, bridge, camp.
    Fac = "FAC",
    /// A nationality, religious or political group.
    Norp = "NORP",
    /// A named event: war, summit, storm.
    Event = "EVENT",
    /// A thing that is made: weapon, vehicle, device.
    Product = "PRODUCT",
    /// The title of a book, song, law or other work.
    WorkOfArt = "WORK_OF_ART",
    /// A day, month, year or period.
    Date = "DATE",
    /// Any other name.
    Misc = "MISC",
    /// How many, how much or how far: no name.
    Quantity = "QUANTITY",
    /// A sum of money: no name.
    Money = "MONEY",
}

impl EntityType {
    /// Whether it is a place: [`Gpe`](Self::Gpe), [`Loc`](Self::Loc) or [`Fac`](Self::Fac).
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Gpe | Self::Loc | Self::Fac)
    }

    /// Those that names have.
    pub const OF_NAMES: &'static [Self] = Self::ALL.split_at(Self::ALL.len() - 2).0;
}

named! {
    /// The type of an actor: what a node of the graph stands for.
    ActorType, "an actor type":
    /// A human being.
    Person = "person",
    /// A state, with its government where it acts.
    State = "state",
    /// A government or administration that is distinguished from its state.
    Government = "government",
    /// A ministry, agency, court, police or army.
    Body = "body",
    /// An organisation of states.
    InternationalOrganisation = "international_organisation",
    /// An armed group that is no state's army.
    ArmedGroup = "armed_group",
    /// A political party.
    Party = "party",
    /// A company.
    Company = "company",
    /// A newspaper, broadcaster or news agency.
    Media = "media",
    /// Any other organisation.
    Organisation = "organisation",
    /// Unnamed people: officials, residents, experts.
    Group = "group",
    /// A place that does not act.
    Place = "place",
    /// A thing, topic or event.
    Other = "other",
}

impl ActorType {
    /// The kind that types are of: texts may take two types of one kind for each other, but actors of two kinds are
    /// never one.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State | Self::Place => "place",
            Self::Government
            | Self::Body
            | Self::InternationalOrganisation
            | Self::ArmedGroup
            | Self::Party
            | Self::Company
            | Self::Media
            | Self::Organisation => "organisation",
            Self::Group => "group",
            Self::Other => "other",
        }
    }
}
