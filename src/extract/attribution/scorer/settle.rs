//! What becomes of the drafts when the network has spoken.
//!
//! What stands inside the content of others is left as the rules made it: the network has learned from texts in which
//! only the outermost attributions are marked, so that its rejection there says nothing.

use std::ops::Range;

use crate::annotate::Annotated;
use crate::lexicon::{Cues, Stance};
use crate::text::{Deprel, Span, Tree, Upos, Xpos};

use super::super::draft::Draft;
use super::super::offsets::TokenOffsets;
use super::super::view::{Holder, Run};
use super::network::Verdict;
use super::path::{Stretches, stretches};
use super::{Case, Told};

/// How sure the network must be of a draft of the rules to let it be.
const KEEP: f32 = 0.4;
/// How sure it must be of a cue that the rules passed over.
const ADD: f32 = 0.5;

/// A document and what the rules found in it.
pub(super) struct Settler<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) cues: &'a Cues,
    pub(super) offsets: &'a TokenOffsets<'a>,
}

/// A draft on its way.
struct Item {
    /// As the rules have it, if they do.
    rules: Option<Draft>,
    /// As the network would have it.
    draft: Draft,
    keep: f32,
}

impl Settler<'_> {
    /// The drafts without those that the network is sure are none, with their borders moved to where it sees them, and
    /// with those that it finds besides.
    pub(super) fn settle(
        &self,
        told: &Told,
        verdicts: Vec<Option<Verdict>>,
        drafts: Vec<Draft>,
    ) -> Vec<Draft> {
        let mut items = Vec::new();
        for ((case, _), verdict) in told.cases.iter().zip(verdicts) {
            let rules = case.draft.map(|draft| drafts[draft].clone());
            let Some(verdict) = verdict else {
                items.extend(rules.map(|draft| Item {
                    rules: None,
                    draft,
                    keep: 1.0,
                }));
                continue;
            };
            let first = case.window.start;
            let found = stretches(&verdict, case.head, first);
            let keep = verdict.keep;
            match rules {
                Some(draft) => {
                    let own = self.stretches(&draft);
                    let found = self
                        .trimmed(found, case.head)
                        .or_rules(&own, &verdict, first);
                    items.push(Item {
                        draft: self.moved(&draft, case, &found, &own),
                        rules: Some(draft),
                        keep,
                    });
                }
                None if keep > ADD => {
                    let draft = self.drafted(case, &self.trimmed(found, case.head));
                    items.extend(draft.map(|draft| Item {
                        rules: None,
                        draft,
                        keep,
                    }));
                }
                None => {}
            }
        }
        self.outermost_first(items)
    }

    fn outermost_first(&self, mut items: Vec<Item>) -> Vec<Draft> {
        let size = |draft: &Draft| draft.content.iter().map(|span| span.len()).sum::<usize>();
        items.sort_by_key(|item| std::cmp::Reverse(size(&item.draft)));
        let mut kept: Vec<Draft> = Vec::new();
        for item in items {
            let draft = &item.draft;
            let head = self.annotated.sentences[draft.sentence].tokens[draft.head].span;
            let holds = |other: &Draft| other.content.iter().any(|span| span.contains(head));
            let nested = kept.iter().any(holds);
            match item.rules {
                Some(rules) if nested => kept.push(rules),
                Some(_) if item.keep <= KEEP => {}
                None if nested && item.keep < 1.0 => {}
                _ => kept.push(item.draft),
            }
        }
        kept.sort_by_key(|draft| (draft.sentence, draft.cue.first, draft.cue.last));
        kept
    }

    /// A draft of the rules with the borders that the network sees.
    fn moved(&self, rules: &Draft, case: &Case, found: &Stretches, own: &Stretches) -> Draft {
        let mut draft = rules.clone();
        if let Some(cue) = self.run(draft.sentence, found.cue.as_ref()) {
            draft.cue = cue;
        }
        let source = self.source(draft.sentence, found.source.as_ref());
        if let Some(run) = source.filter(|_| found.source != own.source) {
            let head = (rules.source.map(|source| source.head)).filter(|&head| run.holds(head));
            let head = head.unwrap_or_else(|| self.head(draft.sentence, run));
            draft.source = Some(Holder { run, head });
        } else if found.source.is_none() {
            draft.source = None;
        }
        if found.content.is_empty() || found.content == own.content {
            return draft;
        }
        draft.content.clear();
        for run in &found.content {
            draft.add(self.annotated, self.span(run.clone()));
        }
        // What the rules found outside the window stays.
        let holds = |token: usize| found.content.iter().any(|run| run.contains(&token));
        let Range { start, end } = case.window;
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
        draft
    }

    /// The stretches of a draft of the rules.
    fn stretches(&self, draft: &Draft) -> Stretches {
        let flat = |run: Run| {
            let first = self.offsets.offset(draft.sentence, run.first);
            first..first + run.last + 1 - run.first
        };
        let content = draft.content.iter();
        Stretches {
            source: draft.source.map(|source| flat(source.run)),
            cue: Some(flat(draft.cue)),
            content: content.map(|&span| self.offsets.tokens(span)).collect(),
        }
    }

    /// The stretches with a cue that does not end in a preposition without its noun: `said during`.
    fn trimmed(&self, found: Stretches, head: usize) -> Stretches {
        let Some(cue) = found.cue.clone() else {
            return found;
        };
        let mut end = cue.end;
        while end > head + 1 {
            let (sentence, token) = self.offsets.place(end - 1);
            let word = &self.annotated.sentences[sentence].tokens[token];
            let noun = word.head.map(|noun| self.offsets.offset(sentence, noun));
            let leads = noun.is_some_and(|noun| {
                cue.contains(&noun) || found.content.iter().any(|run| run.contains(&noun))
            });
            if word.upos != Upos::Adp || word.deprel != Deprel::Case || leads {
                break;
            }
            end -= 1;
        }
        Stretches {
            cue: Some(cue.start..end),
            ..found
        }
    }

    /// A draft of a cue that the rules passed over.
    fn drafted(&self, case: &Case, found: &Stretches) -> Option<Draft> {
        let (sentence, head) = self.offsets.place(case.head);
        let cue = self.run(sentence, found.cue.as_ref())?;
        if !found.content.iter().cloned().any(|run| self.tells(run)) {
            return None;
        }
        let source = self.source(sentence, found.source.as_ref());
        let token = &self.annotated.sentences[sentence].tokens[head];
        let listed = match token.upos {
            Upos::Verb => self.cues.verb(&token.lemma),
            Upos::Noun => self.cues.noun(&token.lemma),
            Upos::Adj => self.cues.adjective(&token.lemma),
            _ => None,
        };
        let clause = {
            let tree = Tree::new(&self.annotated.sentences[sentence]);
            tree.child(head, Deprel::Ccomp).is_some()
        };
        let mut draft = Draft {
            sentence,
            head,
            cue,
            source: source.map(|run| Holder {
                run,
                head: self.head(sentence, run),
            }),
            content: Vec::new(),
            speaks: false,
            stance: listed.map_or(Stance::Assert, |cue| cue.stance),
            act: listed.is_none() && !clause,
        };
        for run in &found.content {
            draft.add(self.annotated, self.span(run.clone()));
        }
        (!draft.content.is_empty()).then_some(draft)
    }

    /// Whether a stretch holds a verb or stands in quotation marks: a mere thing after a verb that no list knows as a cue is
    /// more often what is done to it (`called the minister`) than what is said.
    fn tells(&self, stretch: Range<usize>) -> bool {
        stretch.into_iter().any(|flat| {
            let (sentence, token) = self.offsets.place(flat);
            let word = &self.annotated.sentences[sentence].tokens[token];
            matches!(word.upos, Upos::Verb | Upos::Aux)
                || self.annotated.quotations.index(sentence, token).is_some()
        })
    }

    /// A stretch as a run of tokens of this sentence, if it is one.
    fn run(&self, sentence: usize, stretch: Option<&Range<usize>>) -> Option<Run> {
        let stretch = stretch?;
        let (from, first) = self.offsets.place(stretch.start);
        let (to, last) = self.offsets.place(stretch.end.checked_sub(1)?);
        (from == sentence && to == sentence).then_some(Run::new(first, last))
    }

    /// A stretch as the run of a source that ends in no word which leads to more: `the envoy, who was`.
    fn source(&self, sentence: usize, stretch: Option<&Range<usize>>) -> Option<Run> {
        let mut run = self.run(sentence, stretch)?;
        let tokens = &self.annotated.sentences[sentence].tokens;
        let leads = |token: usize| {
            use Upos::{Adp, Aux, Cconj, Det, Part, Sconj};
            let word = &tokens[token];
            let genitive = word.xpos == Xpos::Pos;
            let relative = matches!(word.xpos, Xpos::Wdt | Xpos::Wp | Xpos::WpPoss);
            let leading = matches!(word.upos, Adp | Aux | Cconj | Det | Part | Sconj);
            let within = word.head.is_some_and(|head| run.holds(head));
            !genitive && (relative || leading && !within)
        };
        let mut last = run.last;
        while last > run.first && leads(last) {
            last -= 1;
        }
        while last > run.first && last < run.last && tokens[last].upos == Upos::Punct {
            last -= 1;
        }
        run.last = last;
        Some(run)
    }

    /// The text of a stretch that is not empty.
    fn span(&self, stretch: Range<usize>) -> Span {
        let token = |flat: usize| {
            let (sentence, token) = self.offsets.place(flat);
            self.annotated.sentences[sentence].tokens[token].span
        };
        token(stretch.start).cover(token(stretch.end - 1))
    }

    /// The word of a run that hangs on none of the others.
    fn head(&self, sentence: usize, run: Run) -> usize {
        let tokens = &self.annotated.sentences[sentence].tokens;
        let top = |token: &usize| {
            tokens[*token].upos != Upos::Punct
                && tokens[*token].head.is_none_or(|head| !run.holds(head))
        };
        (run.first..=run.last).find(top).unwrap_or(run.first)
    }
}
