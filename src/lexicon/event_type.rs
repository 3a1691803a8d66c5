//! The types of political events of the PLOVER ontology.

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $tag:literal,)*) => {
        /// The types of political events of the PLOVER ontology.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum EventType { $($(#[$doc])* $name,)* }

        impl EventType {
            /// The name in every output.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $tag,)* }
            }

            /// The type with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($tag => Some(Self::$name),)* _ => None }
            }
        }
    };
}

events! {
    /// Declares itself willing.
    Agree = "AGREE",
    /// Meets, visits, negotiates.
    Consult = "CONSULT",
    /// Praises, recognises, signs.
    Support = "SUPPORT",
    /// Gives way in words or law.
    Concede = "CONCEDE",
    /// Works together.
    Cooperate = "COOPERATE",
    /// Gives for the other's benefit.
    Aid = "AID",
    /// Gives way in deed.
    Retreat = "RETREAT",
    /// Asks or demands.
    Request = "REQUEST",
    /// Criticises, alleges, investigates.
    Accuse = "ACCUSE",
    /// Refuses or opposes.
    Reject = "REJECT",
    /// Announces a hostile act.
    Threaten = "THREATEN",
    /// Demonstrates or strikes.
    Protest = "PROTEST",
    /// Cuts what bound the two.
    Sanction = "SANCTION",
    /// Moves forces without using them.
    Mobilize = "MOBILIZE",
    /// Arrests, bans, seizes.
    Coerce = "COERCE",
    /// Uses violence.
    Assault = "ASSAULT",
}

impl EventType {
    /// Whether it benefits the other side.
    pub const fn is_cooperative(self) -> bool {
        matches!(
            self,
            Self::Agree | Self::Consult | Self::Support | Self::Cooperate | Self::Aid
        )
    }

    /// Whether it gives way to the other side.
    pub const fn is_yielding(self) -> bool {
        matches!(self, Self::Concede | Self::Retreat)
    }

    /// Whether it is a hostile deed.
    pub const fn is_hostile(self) -> bool {
        matches!(
            self,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault
        )
    }

    /// What it means to end it: lifting a ban concedes, cutting aid is a sanction, halting an attack is a retreat.
    pub const fn undone(self) -> Option<Self> {
        match self {
            Self::Sanction | Self::Coerce | Self::Protest | Self::Threaten | Self::Accuse => {
                Some(Self::Concede)
            }
            Self::Assault | Self::Mobilize => Some(Self::Retreat),
            Self::Consult | Self::Support | Self::Cooperate | Self::Aid => Some(Self::Sanction),
            Self::Agree | Self::Concede | Self::Retreat | Self::Request | Self::Reject => None,
        }
    }
}
