//! The mentions read so far.

use rustc_hash::FxHashMap;

use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::text::ActorType;

/// The mentions read so far.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    /// In the order of the text.
    pub(super) mentions: Vec<usize>,
    /// How often each actor was mentioned.
    counts: FxHashMap<usize, u32>,
    /// The person who was mentioned before all others.
    pub(super) first: Option<usize>,
}

impl History {
    /// Remembers a mention.
    pub(super) fn push(
        &mut self,
        context: &DocumentContext<'_>,
        table: &EntityTable,
        mention: usize,
    ) {
        self.mentions.push(mention);
        if let Some(actor) = context.mentions[mention].mention.actor {
            if table.entities[actor].kind == ActorType::Person {
                self.first.get_or_insert(actor);
            }
            *self.counts.entry(actor).or_default() += 1;
        }
    }

    /// How often an actor was mentioned.
    pub(super) fn count(&self, actor: usize) -> u32 {
        self.counts.get(&actor).copied().unwrap_or(0)
    }

    /// The latest mentions, nearest first, that are at most `sentences` before the sentence.
    pub(super) fn back<'h>(
        &'h self,
        context: &'h DocumentContext<'_>,
        sentence: usize,
        sentences: usize,
    ) -> impl Iterator<Item = usize> + 'h {
        const MOST: usize = 60;
        let near = move |&mention: &usize| {
            context.mentions[mention].mention.sentence + sentences >= sentence
        };
        self.mentions
            .iter()
            .rev()
            .copied()
            .take(MOST)
            .take_while(near)
    }
}
