//! The words that may be the head of a cue.

use std::ops::Range;

use crate::annotate::Annotated;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::offsets::TokenOffsets;
use crate::lexicon::Cues;
use crate::text::{Deprel, Sentence, Tree, Upos};

/// How many sentences of its paragraph before and behind that of the head may belong to the window, as long as there are
/// words in quotation marks in them. Other words further away are hardly ever annotated as content.
pub(super) const AROUND: usize = 2;
/// The most tokens of these sentences.
const MARGIN: usize = 80;

/// A word that may be the head of a cue.
#[derive(Debug, Clone)]
pub(crate) struct CueCandidate {
    /// The number of the word. All tokens are counted over the whole document.
    pub(crate) head: usize,
    /// The index of the draft that the rules made of it.
    pub(crate) draft: Option<usize>,
    /// The tokens that may belong to its attribution.
    pub(crate) window: Range<usize>,
}

/// The heads of all drafts, and all other words that may be cues.
pub(super) fn candidates(
    annotated: &Annotated,
    cues: &Cues,
    offsets: &TokenOffsets<'_>,
    drafts: &[AttributionDraft],
) -> Vec<CueCandidate> {
    let mut candidates = Vec::new();
    let mut next = 0;
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        let first = next;
        while drafts
            .get(next)
            .is_some_and(|draft| draft.sentence == index)
        {
            next += 1;
        }
        let own = &drafts[first..next];
        let of_rules = (first..next).map(|draft| (drafts[draft].head, Some(draft)));
        let tree = Tree::new(sentence);
        let others = (0..sentence.tokens.len())
            .filter(|&token| may_be_cue(&tree, cues, token))
            .filter(|&token| !own.iter().any(|draft| draft.cue.holds(token)))
            .map(|token| (token, None));
        let mut heads: Vec<(usize, Option<usize>)> = of_rules.chain(others).collect();
        heads.sort_unstable();
        candidates.extend(heads.into_iter().map(|(head, draft)| CueCandidate {
            head: offsets.offset(index, head),
            draft,
            window: window(annotated, offsets, index),
        }));
    }
    candidates
}

fn may_be_cue(tree: &Tree<'_>, cues: &Cues, token: usize) -> bool {
    let word = tree.token(token);
    match word.upos {
        Upos::Verb => !word.is_any(&[
            Deprel::Case,
            Deprel::Mark,
            Deprel::Fixed,
            Deprel::Amod,
            Deprel::Compound,
        ]),
        Upos::Noun => {
            let has_clause = || {
                let mut clauses = tree.children_by(token, &[Deprel::Ccomp, Deprel::Acl]);
                clauses.next().is_some()
            };
            cues.noun(&word.lemma).is_some() || has_clause() && word.deprel != Deprel::Root
        }
        Upos::Adj => cues.adjective(&word.lemma).is_some(),
        _ => false,
    }
}

/// The tokens that may belong to an attribution whose cue stands in a sentence.
fn window(annotated: &Annotated, offsets: &TokenOffsets<'_>, index: usize) -> Range<usize> {
    let sentences = &annotated.sentences;
    let block = sentences[index].block;
    let is_quoted = |other: usize| {
        let quotations = &annotated.quotations;
        let has_quotation = |sentence: &Sentence| {
            let mut tokens = 0..sentence.tokens.len();
            sentence.block == block && tokens.any(|token| quotations.index(other, token).is_some())
        };
        sentences.get(other).is_some_and(has_quotation)
    };
    let (mut from, mut to) = (index, index + 1);
    while from > 0 && index - from < AROUND && is_quoted(from - 1) {
        from -= 1;
    }
    while to - index <= AROUND && is_quoted(to) {
        to += 1;
    }
    let own = offsets.offset(index, 0);
    let end = own + sentences[index].tokens.len();
    let first = offsets.offset(from, 0).max(own.saturating_sub(MARGIN));
    let last = offsets.offset(to - 1, 0) + sentences[to - 1].tokens.len();
    first..last.min(end + MARGIN)
}
