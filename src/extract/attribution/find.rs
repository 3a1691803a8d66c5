//! All attributions of a document.

use crate::annotate::Annotated;
use crate::extract::Attribution;
use crate::lexicon::Lexicon;
use crate::text::Tree;

use super::draft::Draft;
use super::quotation::Quotations;
use super::view::View;
use super::{adjective, answer, gist, heading, marker, nesting, noun, speech, tail, turn, verb};

/// Finds who says what in a document, by place of the cue. What somebody says that somebody says is found too.
pub fn find(annotated: &Annotated, lexicon: &Lexicon) -> Vec<Attribution> {
    let quotations = Quotations::new(annotated);
    let sentences = annotated.sentences.iter().enumerate();
    let views: Vec<View<'_>> = sentences
        .map(|(index, sentence)| View {
            annotated,
            cues: &lexicon.cues,
            quotations: &quotations,
            index,
            sentence,
            tree: Tree::new(sentence),
        })
        .collect();
    let mut drafts: Vec<Draft> = views.iter().flat_map(of_sentence).collect();
    speech::assign(annotated, &quotations, &mut drafts);
    drafts.retain(|draft| !draft.content.is_empty());
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

fn of_sentence(view: &View<'_>) -> Vec<Draft> {
    let named = turn::find(view).or_else(|| heading::find(view));
    let mut drafts: Vec<Draft> = named.into_iter().collect();
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
        if draft.source.is_some() || view.token(draft.head).xpos != "VBG" {
            continue;
        }
        let quoted = |draft: &Draft| view.quotations.number(view.index, draft.head);
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
