//! What is known of the entity that a mention stands for.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::lexicon::Sex;
use crate::text::{ActorType, EntityType};

/// What is known of the one a mention stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Profile {
    /// A person or people.
    pub(super) human: bool,
    /// Several, or one word for many.
    pub(super) plural: bool,
    /// `it` and `they` can both mean it.
    pub(super) collective: bool,
    /// Of a person, as far as it is known.
    pub(super) sex: Option<Sex>,
    /// It has a name of its own.
    pub(super) named: bool,
    /// What it is; `Other` for things.
    pub(super) kind: ActorType,
}

impl Profile {
    /// The profile of a mention and its actor.
    pub(super) fn new(context: &DocumentContext<'_>, table: &EntityTable, mention: usize) -> Self {
        let found = &context.mentions[mention];
        if let Some(actor) = found.mention.actor {
            let entity = &table.entities[actor];
            return Self {
                human: entity.human,
                plural: entity.plural,
                collective: !matches!(
                    entity.kind,
                    ActorType::Person | ActorType::Place | ActorType::Other
                ),
                sex: entity.sex,
                named: entity.named,
                kind: entity.kind,
            };
        }
        let kind = match (found.noun, found.mention.entity) {
            (Some(noun), _) => noun.kind,
            (None, EntityType::Person) => ActorType::Person,
            _ => ActorType::Other,
        };
        Self {
            human: matches!(kind, ActorType::Person | ActorType::Group),
            plural: found.plural,
            collective: found.noun.is_some_and(|noun| noun.collective),
            sex: found.noun.and_then(|noun| noun.sex),
            named: found.mention.kind == MentionKind::Name,
            kind,
        }
    }
}
