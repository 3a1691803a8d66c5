//! A pronoun with everything that its antecedent may depend on.

use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::lexicon::ActorPronoun;

use super::name_counts::NameCounts;
use crate::annotate::coreference::history::History;

/// What has been read of the document so far, and what is known of the whole.
pub(in crate::annotate::coreference) struct Reading<'s> {
    /// The mentions before.
    pub(in crate::annotate::coreference) history: &'s History,
    /// How often the document names its entities.
    pub(in crate::annotate::coreference) names: &'s NameCounts,
}

/// A pronoun that is to be resolved, with its candidates.
pub(super) struct PronounInstance<'s, 'a> {
    pub(super) context: &'s DocumentContext<'a>,
    pub(super) table: &'s EntityTable,
    pub(super) read: &'s Reading<'s>,
    pub(super) mention: usize,
    pub(super) pronoun: ActorPronoun,
    /// The candidates for its antecedent: the nearest first, at last those behind the pronoun.
    pub(super) candidates: &'s [usize],
}
