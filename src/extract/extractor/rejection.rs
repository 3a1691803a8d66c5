//! Why words that could have made a statement make none.

use crate::extract::StatementKind;

/// A word that an extractor looked at and from which it made no statement.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rejection {
    /// The sentence.
    pub sentence: usize,
    /// The word around which a statement was sought.
    pub token: usize,
    /// The [kind](super::Extractor::kind) of the extractor that looked at it.
    pub kind: StatementKind,
    /// Why it made none.
    pub reason: Reason,
}

/// Why an extractor made no statement. Numbers are tokens of the sentence unless stated otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The verb leads to another, and both make one relation: *agreed to begin*.
    Merged(usize),
    /// It has no subject, neither of its own nor one that it shares with the word on which it depends.
    NoSubject(Option<usize>),
    /// Its subject is a relative pronoun, and the tree does not show what it stands for.
    RelativeSubject(usize),
    /// The statement with this index in the document says the same.
    Duplicate(usize),
    /// It describes this noun as an adjective does: *a growing threat*.
    Describes(usize),
    /// It is part of a preposition or conjunction, or joins words: *according to*, *including*.
    FunctionWord(usize),
    /// It is used as a noun: *the wounded*.
    UsedAsNoun,
    /// It is coordinated with this word, which makes no clause.
    ConjunctOf(usize),
    /// It stands beside this word without a place in its clause: a name, a list, a fragment.
    Loose(usize),
    /// It has neither a verb nor a form of *be*: a headline, a fragment.
    NoVerb,
    /// The act is named without its agent: *talks resumed*.
    NoAgent,
    /// The bond is named without the two who share it.
    NoPartner,
    /// Nothing is said but whose act it is: *its decision*.
    OnlyAgent,
    /// There is no name beside it that it could belong to.
    NoWhole,
    /// Neither side is a name.
    NoName,
    /// It is a short form in brackets, which is another name and no description.
    ShortForm,
    /// The place is neither named nor known.
    NoNamedPlace,
    /// It is the place of an act or a time.
    NotPlaced,
    /// A reason of an extractor that is not among those of this program.
    Other(&'static str),
}

impl Reason {
    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Merged(_) => "merged",
            Self::NoSubject(_) => "no_subject",
            Self::RelativeSubject(_) => "relative_subject",
            Self::Duplicate(_) => "duplicate",
            Self::Describes(_) => "describes",
            Self::FunctionWord(_) => "function_word",
            Self::UsedAsNoun => "used_as_noun",
            Self::ConjunctOf(_) => "conjunct",
            Self::Loose(_) => "loose",
            Self::NoVerb => "no_verb",
            Self::NoAgent => "no_agent",
            Self::NoPartner => "no_partner",
            Self::OnlyAgent => "only_agent",
            Self::NoWhole => "no_whole",
            Self::NoName => "no_name",
            Self::ShortForm => "short_form",
            Self::NoNamedPlace => "no_named_place",
            Self::NotPlaced => "not_placed",
            Self::Other(_) => "other",
        }
    }

    /// The other word that the reason is about, if there is one.
    pub const fn token(self) -> Option<usize> {
        match self {
            Self::NoSubject(token) => token,
            Self::Merged(token)
            | Self::RelativeSubject(token)
            | Self::Describes(token)
            | Self::FunctionWord(token)
            | Self::ConjunctOf(token)
            | Self::Loose(token) => Some(token),
            _ => None,
        }
    }

    /// The reason as a sentence about the word; `word` gives the words of the token that the reason is
    /// [about](Self::token). The caller names the statement that says the same.
    pub fn explain(self, word: impl Fn(usize) -> String) -> String {
        match self {
            Self::Merged(next) => format!("leads to `{}`: both make one relation", word(next)),
            Self::NoSubject(Some(above)) => {
                format!("has no subject, and none to share with `{}`", word(above))
            }
            Self::NoSubject(None) => "has no subject".into(),
            Self::RelativeSubject(pronoun) => {
                format!(
                    "it is not clear what its subject `{}` stands for",
                    word(pronoun)
                )
            }
            Self::Duplicate(_) => "says the same as another statement".into(),
            Self::Describes(noun) => format!("describes `{}` like an adjective", word(noun)),
            Self::FunctionWord(head) => {
                format!("only ties words to `{}`, as prepositions do", word(head))
            }
            Self::UsedAsNoun => "is used as a noun".into(),
            Self::ConjunctOf(first) => format!(
                "is coordinated with `{}`, of which nothing is said",
                word(first)
            ),
            Self::Loose(head) => format!("stands beside `{}` without a clause", word(head)),
            Self::NoVerb => "has neither a verb nor a form of `be`".into(),
            Self::NoAgent => "does not name beside it who does it".into(),
            Self::NoPartner => "does not name beside it the two who share it".into(),
            Self::OnlyAgent => "whose it is is all that is said".into(),
            Self::NoWhole => "nothing named stands beside it to which it belongs".into(),
            Self::NoName => "neither side is a name".into(),
            Self::ShortForm => "is a short form, not a description".into(),
            Self::NoNamedPlace => "the place is neither named nor known".into(),
            Self::NotPlaced => {
                "is the place of an act, which belongs to the statement of the act".into()
            }
            Self::Other(reason) => reason.into(),
        }
    }
}
