//! Changes the drafts of the rules by what the network scores.
//!
//! Drafts inside the content of others stay as the rules made them: the network has learned from texts in which only the
//! outermost attributions are annotated, so that its scores say nothing of inner ones.

use std::cmp::Reverse;
use std::ops::Range;

use crate::annotate::{Annotated, TokenRows};
use crate::extract::attribution::context::listed;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::offsets::TokenOffsets;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::NounPhrase;
use crate::lexicon::{Cues, Lexicon, Stance};
use crate::syntax;
use crate::text::{Deprel, Span, Tree, Upos, Xpos};

use super::candidate::CueCandidate;
use super::decode::{AttributionSpans, decode};
use super::input::ScorerInput;
use super::network::{AttributionNetwork, CueScores};

/// A draft of the rules is kept if its probability is higher.
const KEEP: f32 = 0.4;
/// A draft is made of a cue that the rules missed if its probability is higher.
const ADD: f32 = 0.5;

/// The drafts without those that the network rejects, with their spans moved to where it sees them, and with those that it
/// finds besides.
pub(in crate::extract::attribution) fn revise(
    annotated: &Annotated,
    lexicon: &Lexicon,
    offsets: &TokenOffsets<'_>,
    vectors: &TokenRows,
    drafts: Vec<AttributionDraft>,
) -> Vec<AttributionDraft> {
    let input = ScorerInput::new(annotated, &lexicon.cues, offsets, &drafts);
    let scores = AttributionNetwork::embedded().score(&input, vectors);
    let reviser = DraftReviser {
        annotated,
        cues: &lexicon.cues,
        offsets,
    };
    let candidates = input.candidates.iter().map(|(candidate, _)| candidate);
    let revisions = candidates
        .zip(scores)
        .filter_map(|(candidate, scores)| reviser.revision(candidate, scores, &drafts));
    reviser.kept(revisions.collect())
}

/// What becomes of a candidate.
struct Revision {
    /// The draft of the rules, if they made one and the network scored it.
    rules: Option<AttributionDraft>,
    /// The draft of the network.
    draft: AttributionDraft,
    probability: f32,
}

/// A document and what is needed to make drafts of it.
struct DraftReviser<'a> {
    annotated: &'a Annotated,
    cues: &'a Cues,
    offsets: &'a TokenOffsets<'a>,
}

impl DraftReviser<'_> {
    fn revision(
        &self,
        candidate: &CueCandidate,
        scores: Option<CueScores>,
        drafts: &[AttributionDraft],
    ) -> Option<Revision> {
        let rules = candidate.draft.map(|draft| drafts[draft].clone());
        let Some(scores) = scores else {
            return rules.map(|draft| Revision {
                rules: None,
                draft,
                probability: 1.0,
            });
        };
        let probability = scores.probability;
        let first = candidate.window.start;
        let found = || self.trimmed(decode(&scores, candidate.head, first), candidate.head);
        match rules {
            Some(rules) => {
                let own = self.spans(&rules);
                let found = found().or_rules(&own, &scores, first);
                Some(Revision {
                    draft: self.moved(&rules, candidate, &found, &own),
                    rules: Some(rules),
                    probability,
                })
            }
            None if probability > ADD => Some(Revision {
                rules: None,
                draft: self.added(candidate, &found())?,
                probability,
            }),
            None => None,
        }
    }

    /// The drafts that are kept, in the order of their cues.
    fn kept(&self, mut revisions: Vec<Revision>) -> Vec<AttributionDraft> {
        let size = |draft: &AttributionDraft| -> usize {
            draft.content.iter().map(|span| span.len()).sum()
        };
        // The longest content first, so that the outer draft of two is decided before the inner one.
        revisions.sort_by_key(|revision| Reverse(size(&revision.draft)));
        let mut kept: Vec<AttributionDraft> = Vec::new();
        for revision in revisions {
            let draft = &revision.draft;
            let head = self.annotated.sentences[draft.sentence].tokens[draft.head].span;
            let nested = kept
                .iter()
                .any(|other| other.content.iter().any(|span| span.contains(head)));
            match revision.rules {
                Some(rules) if nested => kept.push(rules),
                Some(_) if revision.probability <= KEEP => {}
                None if nested && revision.probability < 1.0 => {}
                _ => kept.push(revision.draft),
            }
        }
        kept.sort_by_key(|draft| (draft.sentence, draft.cue.first, draft.cue.last));
        kept
    }

    /// A draft of the rules with the spans that the network sees.
    fn moved(
        &self,
        rules: &AttributionDraft,
        candidate: &CueCandidate,
        found: &AttributionSpans,
        own: &AttributionSpans,
    ) -> AttributionDraft {
        let mut draft = rules.clone();
        if let Some(cue) = self.range(draft.sentence, found.cue.as_ref()) {
            draft.cue = cue;
        }
        let source = self.source(draft.sentence, found.source.as_ref());
        if let Some(range) = source.filter(|_| found.source != own.source) {
            let head = rules.source.map(|source| source.head);
            let head = head.filter(|&head| range.holds(head));
            let head = head.unwrap_or_else(|| self.head(draft.sentence, range));
            draft.source = Some(NounPhrase { range, head });
        } else if found.source.is_none() {
            draft.source = None;
        }
        if found.content.is_empty() || found.content == own.content {
            return draft;
        }
        draft.content.clear();
        for tokens in &found.content {
            draft.add(self.annotated, self.span(tokens.clone()));
        }
        self.add_outside_window(&mut draft, rules, candidate, found);
        draft
    }

    /// Adds the content that the rules found outside the window, of which the network says nothing.
    fn add_outside_window(
        &self,
        draft: &mut AttributionDraft,
        rules: &AttributionDraft,
        candidate: &CueCandidate,
        found: &AttributionSpans,
    ) {
        let holds = |token: usize| found.content.iter().any(|tokens| tokens.contains(&token));
        let Range { start, end } = candidate.window;
        for &span in &rules.content {
            let tokens = self.offsets.tokens(span);
            let before = tokens.start..tokens.end.min(start);
            let behind = tokens.start.max(end)..tokens.end;
            if !before.is_empty() && (tokens.end <= start || holds(start)) {
                draft.add(self.annotated, self.span(before));
            }
            if !behind.is_empty() && (tokens.start >= end || holds(end - 1)) {
                draft.add(self.annotated, self.span(behind));
            }
        }
    }

    /// A draft of a cue that the rules missed.
    fn added(
        &self,
        candidate: &CueCandidate,
        found: &AttributionSpans,
    ) -> Option<AttributionDraft> {
        let (sentence, head) = self.offsets.place(candidate.head);
        let cue = self.range(sentence, found.cue.as_ref())?;
        let mut contents = found.content.iter().cloned();
        if !contents.any(|tokens| self.may_be_content(tokens)) {
            return None;
        }
        let source = self
            .source(sentence, found.source.as_ref())
            .map(|range| NounPhrase {
                range,
                head: self.head(sentence, range),
            });
        let tree = Tree::new(&self.annotated.sentences[sentence]);
        let listed = listed(self.cues, tree.token(head));
        let mut draft = AttributionDraft {
            sentence,
            head,
            cue,
            source,
            content: Vec::new(),
            speaks: false,
            stance: listed.map_or(Stance::Assert, |cue| cue.stance),
            act: listed.is_none() && tree.child(head, Deprel::Ccomp).is_none(),
        };
        for tokens in &found.content {
            draft.add(self.annotated, self.span(tokens.clone()));
        }
        (!draft.content.is_empty()).then_some(draft)
    }

    /// Whether tokens hold a verb or stand in quotation marks. A mere noun phrase after a verb that no list knows as a cue
    /// is more often its object (`called the minister`) than content.
    fn may_be_content(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|number| {
            let (sentence, token) = self.offsets.place(number);
            let word = &self.annotated.sentences[sentence].tokens[token];
            matches!(word.upos, Upos::Verb | Upos::Aux)
                || self.annotated.quotations.index(sentence, token).is_some()
        })
    }

    /// The spans with a cue that does not end in a preposition without its noun: `said during`.
    fn trimmed(&self, found: AttributionSpans, head: usize) -> AttributionSpans {
        let Some(cue) = found.cue.clone() else {
            return found;
        };
        let mut end = cue.end;
        while end > head + 1 {
            let (sentence, token) = self.offsets.place(end - 1);
            let word = &self.annotated.sentences[sentence].tokens[token];
            let noun = word.head.map(|noun| self.offsets.offset(sentence, noun));
            let has_noun = noun.is_some_and(|noun| {
                cue.contains(&noun) || found.content.iter().any(|tokens| tokens.contains(&noun))
            });
            if word.upos != Upos::Adp || word.deprel != Deprel::Case || has_noun {
                break;
            }
            end -= 1;
        }
        AttributionSpans {
            cue: Some(cue.start..end),
            ..found
        }
    }

    /// The spans of a draft of the rules.
    fn spans(&self, draft: &AttributionDraft) -> AttributionSpans {
        let tokens = |range| self.offsets.range(draft.sentence, range);
        let content = draft.content.iter();
        AttributionSpans {
            source: draft.source.map(|source| tokens(source.range)),
            cue: Some(tokens(draft.cue)),
            content: content.map(|&span| self.offsets.tokens(span)).collect(),
        }
    }

    /// Tokens as a range of this sentence, if they lie in it.
    fn range(&self, sentence: usize, tokens: Option<&Range<usize>>) -> Option<TokenRange> {
        let tokens = tokens?;
        let (from, first) = self.offsets.place(tokens.start);
        let (to, last) = self.offsets.place(tokens.end.checked_sub(1)?);
        (from == sentence && to == sentence).then_some(TokenRange::new(first, last))
    }

    /// Tokens as the range of a source that does not end in a word which leads to more: `the envoy, who was`.
    fn source(&self, sentence: usize, tokens: Option<&Range<usize>>) -> Option<TokenRange> {
        use Upos::{Adp, Aux, Cconj, Det, Part, Sconj};
        let range = self.range(sentence, tokens)?;
        let tree = Tree::new(&self.annotated.sentences[sentence]);
        let leads = |token: usize| {
            let word = tree.token(token);
            let function_word = matches!(word.upos, Adp | Aux | Cconj | Det | Part | Sconj);
            let within = word.head.is_some_and(|head| range.holds(head));
            let relative = syntax::is_relative_pronoun(&tree, token);
            word.xpos != Xpos::Pos && (relative || function_word && !within)
        };
        let mut last = range.last;
        while last > range.first && leads(last) {
            last -= 1;
        }
        while last > range.first && last < range.last && tree.token(last).upos == Upos::Punct {
            last -= 1;
        }
        Some(TokenRange::new(range.first, last))
    }

    /// The text of tokens, of which there must be some.
    fn span(&self, tokens: Range<usize>) -> Span {
        let span = |number: usize| {
            let (sentence, token) = self.offsets.place(number);
            self.annotated.sentences[sentence].tokens[token].span
        };
        span(tokens.start).cover(span(tokens.end - 1))
    }

    /// The first word of a range that depends on none of the others.
    fn head(&self, sentence: usize, range: TokenRange) -> usize {
        let tokens = &self.annotated.sentences[sentence].tokens;
        let is_head = |token: &usize| {
            tokens[*token].upos != Upos::Punct
                && tokens[*token].head.is_none_or(|head| !range.holds(head))
        };
        (range.first..=range.last)
            .find(is_head)
            .unwrap_or(range.first)
    }
}
