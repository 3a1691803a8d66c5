//! How often a document names its entities.

use rustc_hash::FxHashMap;

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::text::ActorType;

/// How often the whole document names each entity.
#[derive(Debug, Default)]
pub(in crate::annotate::coreference) struct NameCounts {
    counts: FxHashMap<usize, usize>,
    /// How often it names the person whom it names most.
    pub(super) most: usize,
}

impl NameCounts {
    /// Counts the names. Their entities are known before those of nouns and pronouns.
    pub(in crate::annotate::coreference) fn new(
        context: &DocumentContext<'_>,
        table: &EntityTable,
    ) -> Self {
        let mut names = Self::default();
        for found in &context.mentions {
            if let (MentionKind::Name, Some(actor)) = (found.mention.kind, found.mention.actor) {
                let count = names.counts.entry(actor).or_default();
                *count += 1;
                if table.entities[actor].kind == ActorType::Person {
                    names.most = names.most.max(*count);
                }
            }
        }
        names
    }

    /// How often an entity is named.
    pub(super) fn count(&self, actor: usize) -> usize {
        self.counts.get(&actor).copied().unwrap_or(0)
    }
}
