//! A name and a colon before somebody's words: headlines and single turns of a transcript.

use crate::extract::attribution::content::content_span;
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::NounPhrase;
use crate::text::{BlockKind, Upos};

/// The longest name of a speaker, in tokens.
const LONGEST: usize = 9;

/// The attribution of a sentence that is `NAME: words`.
pub(super) fn find(context: &AttributionContext<'_>) -> Option<AttributionDraft> {
    let size = context.sentence.tokens.len();
    let is_colon = |token: &usize| context.token(*token).form == ":";
    let colon = (1..size.min(LONGEST + 1)).find(is_colon)?;
    // The turns of a transcript may stand in quotation marks, name and all.
    let first = usize::from(context.is_mark(0));
    if colon + 2 >= size || first == colon || !opens_block(context, first) {
        return None;
    }
    let name = TokenRange::new(first, colon - 1);
    let head = context.head_of(name);
    let nameless = |token: usize| {
        matches!(
            context.token(token).upos,
            Upos::Verb | Upos::Aux | Upos::Pron | Upos::Num | Upos::Sconj
        )
    };
    if context.token(head).upos != Upos::Propn || (first..colon).any(nameless) {
        return None;
    }
    let is_verb = |token: usize| matches!(context.token(token).upos, Upos::Verb | Upos::Aux);
    if !(colon + 1..size).any(is_verb) {
        return None;
    }
    let mut span = content_span(context, TokenRange::new(colon + 1, size - 1))?;
    if in_capitals(context, first)
        && let Some(end) = context.block_end()
    {
        span = span.cover(end);
    }
    let source = NounPhrase { range: name, head };
    Some(AttributionDraft::labelled(context, colon, source, span))
}

/// Whether the sentence opens a block that can be a headline or a turn of a transcript.
fn opens_block(context: &AttributionContext<'_>, name: usize) -> bool {
    let block = context.sentence.block;
    let before = context.index.checked_sub(1);
    let first = before.is_none_or(|before| context.annotated.sentences[before].block != block);
    let blocks = &context.annotated.document.blocks;
    let heading = blocks
        .get(block)
        .is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading));
    first && (heading || block == 0 || in_capitals(context, name))
}

/// Whether a name is in capitals, as those of speakers in transcripts are.
fn in_capitals(context: &AttributionContext<'_>, name: usize) -> bool {
    let name = &context.token(name).form;
    name.chars().all(char::is_uppercase) && name.chars().count() > 2
}
