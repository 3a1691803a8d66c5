//! The tags of names as they stand in tokens: IOB2.

use crate::text::{EntityType, Token};

/// Where each name begins and ends, and its type.
pub(super) fn names(tokens: &[Token]) -> Vec<(usize, usize, EntityType)> {
    let mut spans: Vec<(usize, usize, EntityType)> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some((part, entity)) = token.entity.split_once('-') else {
            continue;
        };
        let Ok(entity) = entity.parse() else { continue };
        match spans.last_mut() {
            Some((_, end, last)) if part == "I" && *end == index && *last == entity => *end += 1,
            _ => spans.push((index, index + 1, entity)),
        }
    }
    spans
}

/// Tags the tokens as one name, or as none; what is left of a name that went on behind them begins anew.
pub(super) fn set(tokens: &mut [Token], start: usize, end: usize, entity: Option<EntityType>) {
    for (offset, token) in tokens[start..end].iter_mut().enumerate() {
        let part = if offset == 0 { 'B' } else { 'I' };
        token.entity =
            entity.map_or_else(Default::default, |entity| format!("{part}-{entity}").into());
    }
    if let Some(rest) = tokens.get_mut(end).and_then(|token| {
        let rest = token.entity.strip_prefix("I-")?.to_owned();
        Some((token, rest))
    }) {
        rest.0.entity = format!("B-{}", rest.1).into();
    }
}
