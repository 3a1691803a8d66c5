//! A name and a colon before somebody's words: headlines and transcripts.

use crate::lexicon::Stance;
use crate::text::{BlockKind, Upos};

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
    let name = 0..colon;
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
        .unwrap_or(0);
    if !named(head) || name.clone().any(nameless) {
        return None;
    }
    let clause =
        (colon + 1..size).any(|token| matches!(view.token(token).upos, Upos::Verb | Upos::Aux));
    if !clause {
        return None;
    }
    let span = content(view, Run::new(colon + 1, size - 1))?;
    let source = Holder {
        run: Run::new(0, colon - 1),
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
    let capitals = view.token(0).form.chars().all(char::is_uppercase)
        && view.token(0).form.chars().count() > 2;
    first && (heading || block == 0 || capitals)
}
