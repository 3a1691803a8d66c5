//! All drafts of a sentence.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::text::Xpos;

use super::{adjective, attribution_line, final_clause, label, marker, noun, turn, verb};

/// The drafts of a sentence in the order of their cues.
pub(in crate::extract::attribution) fn drafts(
    context: &AttributionContext<'_>,
) -> Vec<AttributionDraft> {
    let labelled = turn::find(context).or_else(|| label::find(context));
    let line = attribution_line::find(context);
    let mut drafts: Vec<AttributionDraft> = labelled.into_iter().chain(line).collect();
    for found in [
        noun::find(context),
        adjective::find(context),
        marker::find(context),
        verb::find(context),
        final_clause::find(context).into_iter().collect(),
    ] {
        for draft in found {
            // One word makes one attribution; a light verb belongs to its noun.
            if !drafts.iter().any(|other| other.cue.holds(draft.head)) {
                drafts.push(draft);
            }
        }
    }
    drafts.sort_by_key(|draft| (draft.cue.first, draft.cue.last));
    lend_sources(context, &mut drafts);
    drafts
}

/// Gives a participle without a source that of the cue before it (`she said, adding that …`), or at the start of a
/// sentence that of the cue after it (`Conceding that …, she said`).
pub(in crate::extract::attribution) fn lend_sources(
    context: &AttributionContext<'_>,
    drafts: &mut [AttributionDraft],
) {
    for index in 0..drafts.len() {
        let draft = &drafts[index];
        if draft.source.is_some() || context.token(draft.head).xpos != Xpos::Vbg {
            continue;
        }
        let quoted = |draft: &AttributionDraft| context.quotations.index(context.index, draft.head);
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
