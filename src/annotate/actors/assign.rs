//! The order in which names and nouns with an owner get their entities.

use super::context::DocumentContext;
use super::table::EntityTable;
use super::{collective, naming};

/// Assigns entities to names and to nouns with an owner.
pub(in crate::annotate) fn assign(context: &mut DocumentContext<'_>) -> EntityTable {
    let mut table = EntityTable::default();
    naming::assign(context, &mut table);
    collective::assign(context, &mut table);
    table.join_bodies(&context.lexicon.gazetteer);
    table.join_owners(&context.lexicon.gazetteer);
    table
}
