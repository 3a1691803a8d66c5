//! An actor as one document knows it.

use crate::text::ActorType;

/// An actor as one document knows it: what an entity is when all mentions are resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalActor {
    /// The canonical name: of a known actor that of the gazetteer, else the fullest name in the document.
    pub name: String,
    /// What it is.
    pub kind: ActorType,
    /// Whether it has a name of its own; `security officials` do not.
    pub named: bool,
    /// The other names that the document uses for it, sorted.
    pub aliases: Vec<String>,
    /// The identifier of a known actor in the gazetteer.
    pub known: Option<String>,
    /// The actor it belongs to: Pakistan for `Pakistani officials`, the Taliban for `Taliban authorities`.
    pub belongs_to: Option<usize>,
    /// Titles that the document gives it: `Foreign Minister`, sorted.
    pub titles: Vec<String>,
}
