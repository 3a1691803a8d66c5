//! Words that show how far the text commits itself to their own clause or to one that depends on them.

use crate::extract::{Modality, SentenceContext};
use crate::lexicon::{ModalityCue, Part};
use crate::syntax::verb_group;
use crate::text::{Deprel, Upos};

pub(super) fn cue(
    context: &SentenceContext<'_>,
    token: usize,
    part: Part,
) -> Option<(Modality, usize)> {
    let words = context.words();
    words
        .modality(context.lemma(token), part)
        .or_else(|| words.modality(&context.token(token).form.to_lowercase(), part))
        .map(|cue| (from_cue(cue), token))
}

/// Auxiliaries and adverbs of the clause itself.
pub(super) fn own(
    context: &SentenceContext<'_>,
    predicates: &[usize],
) -> Option<(Modality, usize)> {
    predicates.iter().find_map(|&predicate| {
        let group = verb_group(context.tree, context.words(), predicate);
        let adverbs = context.tree.children_by(predicate, &[Deprel::Advmod]);
        let adverbs = adverbs.filter_map(|child| cue(context, child, Part::Adverb));
        let auxiliaries = group.into_iter().filter(|&child| child != predicate);
        auxiliaries
            .filter_map(|child| cue(context, child, Part::Auxiliary))
            .chain(adverbs)
            .next()
    })
}

/// The verb, adjective or noun as the cue of what depends on it.
pub(super) fn leading(context: &SentenceContext<'_>, token: usize) -> Option<(Modality, usize)> {
    let part = match context.token(token).upos {
        Upos::Adj => Part::Adjective,
        _ if context.is_verb(token) => Part::Verb,
        _ => Part::Noun,
    };
    cue(context, token, part)
}

fn from_cue(cue: ModalityCue) -> Modality {
    match cue {
        ModalityCue::Possible => Modality::Possible,
        ModalityCue::Intended => Modality::Intended,
        ModalityCue::Required => Modality::Required,
        ModalityCue::Conditional => Modality::Conditional,
    }
}
