//! All attributions of a document.

use crate::annotate::{Annotated, TokenRows};
use crate::extract::Attribution;
use crate::lexicon::Lexicon;
use crate::text::Tree;

use super::content::assign_quotations;
use super::context::AttributionContext;
use super::draft::AttributionDraft;
use super::finish::{attribution, link_denials, link_nested};
use super::offsets::TokenOffsets;
use super::{cue, scorer};

/// Finds the attributions of a document, in the order of their cues. Those inside the content of others are among them.
///
/// Where there are vectors of the engine that the network was trained with, the network revises what the rules find.
pub fn find(
    annotated: &Annotated,
    lexicon: &Lexicon,
    vectors: Option<&TokenRows>,
) -> Vec<Attribution> {
    let offsets = TokenOffsets::new(&annotated.sentences);
    let contexts = contexts(annotated, lexicon, &offsets);
    let mut drafts = drafts(annotated, &offsets, &contexts);
    if let Some(vectors) = vectors {
        drafts = scorer::revise(annotated, lexicon, &offsets, vectors, drafts);
        for drafts in drafts.chunk_by_mut(|a, b| a.sentence == b.sentence) {
            cue::lend_sources(&contexts[drafts[0].sentence], drafts);
        }
    }
    let mut found: Vec<Attribution> = drafts
        .into_iter()
        .map(|draft| attribution(&contexts[draft.sentence], lexicon, draft))
        .collect();
    link_nested(annotated, &mut found);
    link_denials(annotated, &lexicon.cues, &mut found);
    found
}

/// The input of the network for a document.
#[cfg(feature = "train")]
pub(crate) fn scorer_input(annotated: &Annotated, lexicon: &Lexicon) -> scorer::ScorerInput {
    let offsets = TokenOffsets::new(&annotated.sentences);
    let contexts = contexts(annotated, lexicon, &offsets);
    let drafts = drafts(annotated, &offsets, &contexts);
    scorer::ScorerInput::new(annotated, &lexicon.cues, &offsets, &drafts)
}

fn contexts<'a>(
    annotated: &'a Annotated,
    lexicon: &'a Lexicon,
    offsets: &'a TokenOffsets<'a>,
) -> Vec<AttributionContext<'a>> {
    let sentences = annotated.sentences.iter().enumerate();
    sentences
        .map(|(index, sentence)| AttributionContext {
            annotated,
            cues: &lexicon.cues,
            words: &lexicon.words,
            quotations: &annotated.quotations,
            offsets,
            index,
            sentence,
            tree: Tree::new(sentence),
        })
        .collect()
}

/// What the rules find.
fn drafts(
    annotated: &Annotated,
    offsets: &TokenOffsets<'_>,
    contexts: &[AttributionContext<'_>],
) -> Vec<AttributionDraft> {
    let mut drafts: Vec<AttributionDraft> = contexts.iter().flat_map(cue::drafts).collect();
    assign_quotations(annotated, offsets, &mut drafts);
    drafts.retain(|draft| !draft.content.is_empty());
    drafts
}
