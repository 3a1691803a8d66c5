//! A name and a colon before somebody's words: headlines and transcripts.

use crate::lexicon::Stance;
use crate::text::{BlockKind, Span, Upos};

use super::draft::{Draft, content};
use super::view::{Holder, Run, View};

/// The longest name, in tokens, that is taken for a speaker.
const LONGEST: usize = 9;

/// The attribution of a sentence that is `NAME: words`.
pub(super) fn find(view: &View<'_>) -> Option<Draft> {
    let size = view.sentence.tokens.len();
    let colon = (1..size.min(LONGEST + 1)).find(|&token| view.token(token).form == ":")?;
    if colon + 2 >= size || !opens_block(view) {
        return None;
    }
    // The turns of a transcript may stand in quotation marks, name and all.
    let first = usize::from(view.quotations.is_mark(view.index, 0));
    if first == colon {
        return None;
    }
    let name = first..colon;
    let named = |token: usize| matches!(view.token(token).upos, Upos::Propn);
    let nameless = |token: usize| {
        matches!(
            view.token(token).upos,
            Upos::Verb | Upos::Aux | Upos::Pron | Upos::Num | Upos::Sconj
        )
    };
    let head = name
        .clone()
        .find(|&token| view.token(token).head.is_none_or(|above| above >= colon))
        .unwrap_or(first);
    if !named(head) || name.clone().any(nameless) {
        return None;
    }
    let clause =
        (colon + 1..size).any(|token| matches!(view.token(token).upos, Upos::Verb | Upos::Aux));
    if !clause {
        return None;
    }
    let mut span = content(view, Run::new(colon + 1, size - 1))?;
    if in_capitals(view, first)
        && let Some(end) = end_of_block(view)
    {
        span = span.cover(end);
    }
    let source = Holder {
        run: Run::new(first, colon - 1),
        head,
    };
    Some(Draft {
        sentence: view.index,
        head: colon,
        cue: Run::new(colon, colon),
        source: Some(source),
        content: vec![span],
        speaks: true,
        stance: Stance::Assert,
        act: false,
    })
}

/// Whether the sentence opens a block that can be a headline or a turn of a transcript.
fn opens_block(view: &View<'_>) -> bool {
    let block = view.sentence.block;
    let first = view
        .index
        .checked_sub(1)
        .is_none_or(|before| view.annotated.sentences[before].block != block);
    let heading = view
        .annotated
        .document
        .blocks
        .get(block)
        .is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading));
    first
        && (heading
            || block == 0
            || in_capitals(view, usize::from(view.quotations.is_mark(view.index, 0))))
}

/// Whether the name is in capitals, as those of speakers in transcripts are.
fn in_capitals(view: &View<'_>, first: usize) -> bool {
    let name = &view.token(first).form;
    name.chars().all(char::is_uppercase) && name.chars().count() > 2
}

/// The last word of the block: in a transcript a speaker's turn goes on to there.
fn end_of_block(view: &View<'_>) -> Option<Span> {
    let sentences = &view.annotated.sentences[view.index..];
    let turn = sentences
        .iter()
        .take_while(|sentence| sentence.block == view.sentence.block);
    let last = turn
        .last()?
        .tokens
        .iter()
        .rfind(|token| token.upos != Upos::Punct)?;
    Some(last.span)
}
