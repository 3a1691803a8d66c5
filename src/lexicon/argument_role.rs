//! The roles that prepositions and conjunctions give to the phrases and clauses after them.

/// What an argument of a statement tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ArgumentRole {
    /// Where.
    Place,
    /// When, how long, how often.
    Time,
    /// By whom, in a passive.
    Agent,
    /// To whom.
    Recipient,
    /// For whose good.
    Beneficiary,
    /// With whom.
    Company,
    /// With what.
    Instrument,
    /// About what.
    Topic,
    /// Why, what for.
    Purpose,
    /// Because of what.
    Cause,
    /// Despite what.
    Concession,
    /// How.
    Manner,
    /// If what.
    Condition,
    /// At which occasion, under which state of things.
    Circumstance,
    /// Against whom or what.
    Opponent,
    /// From where or whom.
    Source,
    /// Where to; into what.
    Goal,
    /// How much, how far, for what price.
    Extent,
    /// As what.
    Capacity,
    /// Anything else.
    Other,
}

impl ArgumentRole {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Place,
        Self::Time,
        Self::Agent,
        Self::Recipient,
        Self::Beneficiary,
        Self::Company,
        Self::Instrument,
        Self::Topic,
        Self::Purpose,
        Self::Cause,
        Self::Concession,
        Self::Manner,
        Self::Condition,
        Self::Circumstance,
        Self::Opponent,
        Self::Source,
        Self::Goal,
        Self::Extent,
        Self::Capacity,
        Self::Other,
    ];

    /// The role with this name in lists and outputs.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Time => "time",
            Self::Agent => "agent",
            Self::Recipient => "recipient",
            Self::Beneficiary => "beneficiary",
            Self::Company => "company",
            Self::Instrument => "instrument",
            Self::Topic => "topic",
            Self::Purpose => "purpose",
            Self::Cause => "cause",
            Self::Concession => "concession",
            Self::Manner => "manner",
            Self::Condition => "condition",
            Self::Circumstance => "circumstance",
            Self::Opponent => "opponent",
            Self::Source => "source",
            Self::Goal => "goal",
            Self::Extent => "extent",
            Self::Capacity => "capacity",
            Self::Other => "other",
        }
    }
}
