//! All attributions of a document.

use crate::annotate::{Annotated, TokenRows};
use crate::extract::Attribution;
use crate::lexicon::Lexicon;
use crate::text::{Tree, Xpos};

use super::draft::Draft;
use super::offsets::TokenOffsets;
use super::view::View;
use super::{
    adjective, answer, gist, heading, marker, nesting, noun, scorer, signature, speech, tail, turn,
    verb,
};

/// Finds who says what in a document, by place of the cue. What somebody says that somebody says is found too.
///
/// The rules' findings are settled by the network where there are vectors of the engine that it was trained with.
pub fn find(
    annotated: &Annotated,
    lexicon: &Lexicon,
    vectors: Option<&TokenRows>,
) -> Vec<Attribution> {
    let offsets = TokenOffsets::new(&annotated.sentences);
    let views = views(annotated, lexicon, &offsets);
    let mut drafts = drafts(&views, &offsets);
    drafts.retain(|draft| !draft.content.is_empty());
    if let Some(vectors) = vectors {
        drafts = scorer::settle(annotated, lexicon, &offsets, vectors, drafts);
        for drafts in drafts.chunk_by_mut(|a, b| a.sentence == b.sentence) {
            lend_sources(&views[drafts[0].sentence], drafts);
        }
    }
    let mut found: Vec<Attribution> = drafts
        .into_iter()
        .map(|draft| {
            let view = &views[draft.sentence];
            draft.finish(view, &lexicon.words)
        })
        .collect();
    for attribution in &mut found {
        attribution.gist = gist::of(annotated, lexicon, attribution);
        attribution.cites = gist::cites(annotated, lexicon, attribution);
    }
    nesting::fill(annotated, &mut found);
    answer::fill(annotated, &lexicon.cues, &mut found);
    found
}

/// What the network is told of a document.
#[cfg(feature = "train")]
pub(crate) fn told(annotated: &Annotated, lexicon: &Lexicon) -> scorer::Told {
    let offsets = TokenOffsets::new(&annotated.sentences);
    let views = views(annotated, lexicon, &offsets);
    let mut drafts = drafts(&views, &offsets);
    drafts.retain(|draft| !draft.content.is_empty());
    scorer::tell(annotated, lexicon, &offsets, &drafts)
}

fn views<'a>(
    annotated: &'a Annotated,
    lexicon: &'a Lexicon,
    offsets: &'a TokenOffsets<'a>,
) -> Vec<View<'a>> {
    let sentences = annotated.sentences.iter().enumerate();
    sentences
        .map(|(index, sentence)| View {
            annotated,
            cues: &lexicon.cues,
            quotations: &annotated.quotations,
            offsets,
            index,
            sentence,
            tree: Tree::new(sentence),
        })
        .collect()
}

/// What the rules find.
fn drafts(views: &[View<'_>], offsets: &TokenOffsets<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = views.iter().flat_map(of_sentence).collect();
    if let Some(view) = views.first() {
        speech::assign(view.annotated, offsets, &mut drafts);
    }
    drafts
}

fn of_sentence(view: &View<'_>) -> Vec<Draft> {
    let named = turn::find(view).or_else(|| heading::find(view));
    let signed = signature::find(view);
    let mut drafts: Vec<Draft> = named.into_iter().chain(signed).collect();
    for found in [
        noun::find(view),
        adjective::find(view),
        marker::find(view),
        verb::find(view),
        tail::find(view).into_iter().collect(),
    ] {
        for draft in found {
            // One word makes one attribution; a light verb belongs to its noun.
            if !drafts.iter().any(|other| other.cue.holds(draft.head)) {
                drafts.push(draft);
            }
        }
    }
    drafts.sort_by_key(|draft| (draft.cue.first, draft.cue.last));
    lend_sources(view, &mut drafts);
    drafts
}

/// Gives a participle without a subject the source of the cue before it: `she said, adding that …`; at the start of a
/// sentence that of the cue after it: `Conceding that …, she said`.
fn lend_sources(view: &View<'_>, drafts: &mut [Draft]) {
    for index in 0..drafts.len() {
        let draft = &drafts[index];
        if draft.source.is_some() || view.token(draft.head).xpos != Xpos::Vbg {
            continue;
        }
        let quoted = |draft: &Draft| view.quotations.index(view.index, draft.head);
        let own = quoted(draft);
        let before = drafts[..index]
            .iter()
            .rev()
            .find(|other| other.source.is_some() && quoted(other) == own);
        let after = || {
            drafts[index + 1..]
                .iter()
                .find(|other| other.source.is_some() && quoted(other) == own)
        };
        let lender = before.or_else(|| after().filter(|_| draft.cue.first == 0));
        drafts[index].source = lender.and_then(|lender| lender.source);
    }
}
