//! Why a mention stands for its actor.

/// The rule by which a mention was given its actor; every mention with an actor has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Join {
    /// It is the actor's own name, or the same name as before.
    Name,
    /// The user's `actors.toml` says so.
    User,
    /// The gazetteer knows it as another name of the actor: `TTP`, `Burma`.
    Gazetteer,
    /// A capital or seat of power that acts: `Beijing described`.
    Metonym,
    /// What the actor's people and things are called: `Afghan`.
    Demonym,
    /// An acronym or long form in brackets beside the name: `Harbour Watch (HW)`.
    Introduced,
    /// The first letters of the only name that has them.
    Initials,
    /// The beginning of the only longer name that begins so: `Orion` for `Orion Holdings`.
    ShortName,
    /// The last word of the only name that ends so: `Commission` for `European Commission`.
    LastWord,
    /// The last name of the only person who bears it.
    Surname,
    /// The given name of the only person who bears it.
    GivenName,
    /// The full name less words between, or with a first name cut to a letter: `J. Orlik`.
    PartOfName,
    /// The same name in another transliteration: `Mottaki` for `Muttaqi`.
    Spelling,
    /// A noun that speaks as its owner: `Norwegian authorities`.
    SpeaksFor,
    /// Who rules the state in its capital: `Afghan authorities`.
    Ruler,
    /// The noun right behind a name that says what it is: `the Verdi union`.
    Explained,
    /// The same noun of the same owner: `Norwegian officials`.
    SameGroup,
    /// A further name that the text gives: `a miner who goes by Badger`, `Orlik (now Verdi)`.
    Renamed,
    /// Apposition, or a title before the name: `its leader, Ann Lee`.
    Beside,
    /// A noun resolved to an earlier mention or to a new entity.
    Noun,
    /// A pronoun.
    Pronoun,
}

impl Join {
    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "same name",
            Self::User => "actors.toml",
            Self::Gazetteer => "known by this name",
            Self::Metonym => "seat of power that acts",
            Self::Demonym => "demonym",
            Self::Introduced => "introduced in brackets",
            Self::Initials => "initials of just one name",
            Self::ShortName => "beginning of just one name",
            Self::LastWord => "last word of just one name",
            Self::Surname => "surname of just one person",
            Self::GivenName => "given name of just one person",
            Self::PartOfName => "part of the full name",
            Self::Spelling => "another spelling of the name",
            Self::SpeaksFor => "speaks for its owner",
            Self::Ruler => "rules in the capital",
            Self::Explained => "noun that explains the name",
            Self::SameGroup => "same noun of the same owner",
            Self::Renamed => "further name",
            Self::Beside => "title or apposition",
            Self::Noun => "noun",
            Self::Pronoun => "pronoun",
        }
    }
}
