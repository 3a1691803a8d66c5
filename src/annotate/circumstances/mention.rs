//! A mention that stands for no actor.

use crate::annotate::mentions::head;
use crate::annotate::{Mention, MentionKind};
use crate::text::{EntityType, Span, Tokens, Tree};

/// Makes a mention that stands for no actor.
pub(super) fn mention(
    sentence: usize,
    tree: &Tree<'_>,
    tokens: Span<Tokens>,
    entity: EntityType,
    kind: MentionKind,
) -> Mention {
    Mention {
        span: tree.sentence().bytes(tokens),
        sentence,
        tokens,
        head: head(tree.sentence(), tokens),
        kind,
        entity,
        actor: None,
        join: None,
    }
}
