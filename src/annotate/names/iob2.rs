//! The tags of names in tokens.

use crate::text::{self, EntityType, NameTag, Token};

/// Where each name begins and ends, and its type.
pub(super) fn names(tokens: &[Token]) -> Vec<(usize, usize, EntityType)> {
    let names = text::names(tokens).into_iter();
    names
        .map(|(span, entity_type)| (span.start, span.end, entity_type))
        .collect()
}

/// Tags the tokens as one name, or as none. The rest of a name that continued behind them becomes a name of its own.
pub(super) fn set(tokens: &mut [Token], start: usize, end: usize, entity: Option<EntityType>) {
    for (offset, token) in tokens[start..end].iter_mut().enumerate() {
        token.entity = entity.map_or(NameTag::Outside, |entity| NameTag::new(offset == 0, entity));
    }
    if let Some(rest) = tokens.get_mut(end)
        && let NameTag::Inside(entity) = rest.entity
    {
        rest.entity = NameTag::Begin(entity);
    }
}
