//! A mention.

use crate::text::{EntityType, Span, Tokens};

use super::Join;

/// Words that stand for an actor: a name, a noun or a pronoun.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its place in the text.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Span<Tokens>,
    /// The token within the sentence on which the others depend.
    pub head: usize,
    /// Name, noun or pronoun.
    pub kind: MentionKind,
    /// The type of entity that the words name here: a capital that stands for its government is an ORG.
    pub entity: EntityType,
    /// The actor it stands for: an index into [`Annotated::actors`](crate::annotate::Annotated::actors).
    pub actor: Option<usize>,
    /// By which rule it stands for that actor.
    pub join: Option<Join>,
}

/// What kind of words a [`Mention`] is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MentionKind {
    /// A proper name.
    Name,
    /// A common noun with what belongs to it.
    Nominal,
    /// A pronoun.
    Pronoun,
}

impl MentionKind {
    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nominal => "nominal",
            Self::Pronoun => "pronoun",
        }
    }
}
