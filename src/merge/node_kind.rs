//! Types of nodes, as users name them in questions and relations.

use crate::text::ActorType;

use super::Actor;

/// A type of node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NodeKind {
    /// An actor of this type.
    Type(ActorType),
    /// An actor of any type.
    Actor,
    /// A thing, topic or event.
    Thing,
}

impl NodeKind {
    /// The kind with this name: `state`, `armed_group`, `armed group`, `actor`, `thing`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "actor" => Some(Self::Actor),
            "thing" => Some(Self::Thing),
            name => name.replace([' ', '-'], "_").parse().ok().map(Self::Type),
        }
    }

    /// All names, for messages.
    pub fn names() -> String {
        let types = ActorType::ALL.iter().map(|kind| kind.as_str());
        types
            .chain(["actor", "thing"])
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Whether a node is of this kind.
    pub fn takes(self, actor: &Actor) -> bool {
        match self {
            Self::Actor => !actor.thing,
            Self::Thing => actor.thing,
            Self::Type(kind) => !actor.thing && actor.kind() == kind,
        }
    }
}
