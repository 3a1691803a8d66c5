//! Gives quotations to the cues that introduce them, over sentences and paragraphs.
//!
//! Place decides before the tree does: what stands right before or after the marks is nearly always the speaker's
//! clause, and parsers are at their worst around quotation marks.

use crate::annotate::{Annotated, Quotation};
use crate::text::{Span, Token, Upos};

use super::draft::Draft;
use super::offsets::TokenOffsets;
use super::signature::is_dash;

/// How many tokens may stand between a quotation and the verb that introduces it.
const REACH: usize = 25;

/// Adds every quotation that is somebody's speech to the content of the draft that introduces it.
pub(super) fn assign(annotated: &Annotated, offsets: &TokenOffsets<'_>, drafts: &mut [Draft]) {
    let mut starts = vec![0; annotated.sentences.len() + 1];
    for draft in drafts.iter() {
        starts[draft.sentence + 1] += 1;
    }
    for sentence in 0..annotated.sentences.len() {
        starts[sentence + 1] += starts[sentence];
    }
    let page = Page {
        annotated,
        offsets,
        starts,
    };
    let mut taken = vec![false; drafts.len()];
    let quotations = annotated.quotations.all();
    let mut owners: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    for (number, quotation) in quotations.iter().enumerate() {
        let (mut owner, mut lead) = (page.signed(quotation, drafts), None);
        if owner.is_none() && page.is_speech(quotation) {
            owner = page
                .introduced(quotation, drafts)
                .or_else(|| {
                    let found = page.followed(quotation, drafts);
                    lead = found.and_then(|_| page.lead(number, drafts));
                    found
                })
                .or_else(|| page.goes_on(number, &owners, drafts, &taken));
        }
        if let Some(index) = owner {
            let span = lead.map_or(quotation.span, |lead: Span| lead.cover(quotation.span));
            give(annotated, &mut drafts[index], &mut taken[index], span);
        }
        owners.push(owner);
    }
}

/// Adds the quotation to the draft. The first one replaces what the tree gave, except words that lead into it.
fn give(annotated: &Annotated, draft: &mut Draft, taken: &mut bool, span: Span) {
    if !*taken {
        let before = draft
            .content
            .iter()
            .filter(|content| content.start < span.start && content.overlaps(span));
        let lead: Vec<Span> = before
            .map(|content| Span::new(content.start, span.end))
            .collect();
        let held = draft
            .content
            .iter()
            .any(|content| content.start < span.start && content.contains(span));
        let cue = draft.place(annotated);
        if !(held && cue.end <= span.start) {
            draft.content = lead;
        }
    }
    *taken = true;
    draft.add(annotated, span);
}

struct Page<'a> {
    annotated: &'a Annotated,
    offsets: &'a TokenOffsets<'a>,
    /// The first draft of every sentence, and the number of all drafts at the end.
    starts: Vec<usize>,
}

impl<'a> Page<'a> {
    fn token(&self, flat: usize) -> &'a Token {
        let (sentence, token) = self.offsets.place(flat);
        &self.annotated.sentences[sentence].tokens[token]
    }

    fn quotation(&self, number: usize) -> &'a Quotation {
        &self.annotated.quotations.all()[number]
    }

    /// The drafts of a sentence.
    fn of(&self, sentence: usize) -> std::ops::Range<usize> {
        self.starts[sentence]..self.starts[sentence + 1]
    }

    fn head_of(&self, draft: &Draft) -> usize {
        self.offsets.offset(draft.sentence, draft.head)
    }

    /// Whether a quotation is speech rather than a word or phrase that is set off: it ends like a clause, or it is
    /// introduced like one.
    fn is_speech(&self, quotation: &Quotation) -> bool {
        if !quotation.closed {
            return true;
        }
        let text = self.annotated.slice(quotation.span);
        let inner = text.trim_end_matches(['”', '"', '»', '\'', '’']).trim_end();
        let ends = inner.ends_with([',', '.', '?', '!', '—', '…', '-', '–']);
        let rest = self
            .annotated
            .document
            .text
            .get(quotation.span.end..)
            .unwrap_or("");
        let comma = rest.starts_with(',');
        let before = self.offsets.first(quotation).checked_sub(1);
        let before = before.map(|flat| self.token(flat));
        let led = before.is_some_and(|token| matches!(token.form.as_str(), "," | ":"));
        let (_, first) = quotation.first;
        let opens = first == 0 && self.words(quotation) > 2;
        opens
            || (ends || comma || led)
                && (led || first == 0 || comma || self.words(quotation) > 2 || inner.ends_with(','))
    }

    fn words(&self, quotation: &Quotation) -> usize {
        self.annotated
            .slice(quotation.span)
            .split_whitespace()
            .count()
    }

    /// The draft before the quotation that introduces it: `She said, “…”`.
    fn introduced(&self, quotation: &Quotation, drafts: &[Draft]) -> Option<usize> {
        let (sentence, first) = quotation.first;
        let start = self.offsets.first(quotation);
        let from = start - first;
        let index = self.of(sentence).rev().find(|&index| {
            let draft = &drafts[index];
            draft.speaks && self.head_of(draft) < start && self.is_outside(draft)
        })?;
        let cue = self.offsets.offset(sentence, drafts[index].cue.last);
        let between = cue + 1..start;
        if between.len() > REACH || cue < from {
            return None;
        }
        let last = self.token(start - 1);
        let immediate = between.is_empty()
            || matches!(last.form.as_str(), "," | ":")
            || last.upos == Upos::Sconj;
        let verbs = between
            .clone()
            .filter(|&flat| self.is_finite(flat) && self.outside(flat))
            .count();
        // A comma after an earlier quotation belongs to that one's own clause: “…,” she said, “…”.
        (immediate && verbs == 0).then_some(index)
    }

    /// The draft that stands as a signature right behind the quotation.
    fn signed(&self, quotation: &Quotation, drafts: &[Draft]) -> Option<usize> {
        let dash = self.offsets.last(quotation) + 1;
        if dash >= self.offsets.count() || !is_dash(&self.token(dash).form) {
            return None;
        }
        let (sentence, _) = self.offsets.place(dash);
        self.of(sentence)
            .find(|&index| self.head_of(&drafts[index]) == dash)
    }

    /// The draft after the quotation that names its speaker: `“…,” she said`.
    fn followed(&self, quotation: &Quotation, drafts: &[Draft]) -> Option<usize> {
        let (mut sentence, mut token) = quotation.last;
        if token + 1 >= self.annotated.sentences[sentence].tokens.len() {
            let next = self.annotated.sentences.get(sentence + 1)?;
            let goes_on = next.block == quotation.block
                && next
                    .tokens
                    .first()
                    .is_some_and(|token| token.form.starts_with(char::is_lowercase));
            if !goes_on && !self.is_tag_sentence(sentence + 1, quotation, drafts) {
                return None;
            }
            (sentence, token) = (sentence + 1, 0);
        } else {
            token += 1;
        }
        let start = self.offsets.offset(sentence, token);
        let index = self.of(sentence).find(|&index| {
            let draft = &drafts[index];
            draft.speaks && self.head_of(draft) >= start && self.is_outside(draft)
        })?;
        let draft = &drafts[index];
        let cue = self.offsets.offset(sentence, draft.cue.first);
        let source = draft.source.map_or(cue, |source| {
            self.offsets.offset(sentence, source.run.first)
        });
        let opens = cue.min(source.max(start));
        let between = start..opens;
        let gap = between
            .clone()
            .filter(|&flat| self.token(flat).upos != Upos::Punct)
            .count();
        let conjunction = between
            .clone()
            .any(|flat| self.token(flat).upos == Upos::Cconj);
        let verbs = (start..cue)
            .filter(|&flat| {
                self.is_finite(flat)
                    && !draft.source.is_some_and(|source| {
                        self.within(flat, sentence, source.run.first, source.run.last)
                    })
            })
            .count();
        let near = gap <= 3 && !conjunction && verbs == 0 && cue.saturating_sub(start) <= REACH;
        (near && !self.has_own_content(quotation, draft)).then_some(index)
    }

    /// Whether the draft's verb governs a clause on its right, while the quotation is but a part of what stands before:
    /// `To chants of “Go!” she said that …`.
    fn has_own_content(&self, quotation: &Quotation, draft: &Draft) -> bool {
        let (_, first) = quotation.first;
        let cue = draft.place(self.annotated);
        let right = draft
            .content
            .iter()
            .filter(|content| content.start >= cue.end);
        let words: usize = right
            .map(|&content| self.annotated.slice(content).split_whitespace().count())
            .sum();
        let left = draft
            .content
            .iter()
            .any(|content| content.overlaps(quotation.span));
        first > 0 && words > 2 && !left
    }

    /// The words of the sentence before a quotation whose speaker follows: they are the same speaker's.
    fn lead(&self, number: usize, drafts: &[Draft]) -> Option<Span> {
        let quotation = self.quotation(number);
        let (sentence, first) = quotation.first;
        let earlier = number
            .checked_sub(1)
            .is_some_and(|number| self.ends_in(number, sentence));
        let spoken = drafts[self.of(sentence)].iter().any(|draft| {
            draft.speaks
                && self.is_outside(draft)
                && self.head_of(draft) < self.offsets.first(quotation)
        });
        let start = self.annotated.sentences[sentence].span.start;
        (first > 0 && !earlier && !spoken).then(|| Span::new(start, quotation.span.start))
    }

    /// Whether a sentence after a quotation is but its speaker's clause, cut off by the quotation's own question mark.
    fn is_tag_sentence(&self, sentence: usize, quotation: &Quotation, drafts: &[Draft]) -> bool {
        let Some(next) = self
            .annotated
            .sentences
            .get(sentence)
            .filter(|next| next.block == quotation.block)
        else {
            return false;
        };
        let text = self.annotated.slice(quotation.span);
        let inner = text.trim_end_matches(['”', '"', '»', '\'', '’']).trim_end();
        let tag = drafts[self.of(sentence)].iter().any(|draft| {
            let opens = draft.source.map_or(draft.cue.first, |source| {
                source.run.first.min(draft.cue.first)
            });
            draft.speaks && opens == 0 && next.tokens[draft.head].head.is_none()
        });
        let asked = inner.ends_with(['?', '!', ',', '…', '-', '—']);
        tag && asked && next.tokens.len() <= 20
    }

    /// The draft that an earlier quotation belongs to which this one continues.
    fn goes_on(
        &self,
        number: usize,
        owners: &[Option<usize>],
        drafts: &[Draft],
        taken: &[bool],
    ) -> Option<usize> {
        let quotation = self.quotation(number);
        let (sentence, first) = quotation.first;
        let whole = first == 0;
        if !whole {
            return None;
        }
        let before = sentence.checked_sub(1)?;
        if self.annotated.sentences[before].block == quotation.block {
            // The same paragraph: whoever spoke in the sentence before.
            let spoken = self
                .of(before)
                .rev()
                .find(|&index| taken[index] && self.is_outside(&drafts[index]));
            let previous = || {
                number
                    .checked_sub(1)
                    .filter(|&number| {
                        self.quotation(number).block == quotation.block
                            && self.ends_in(number, before)
                    })
                    .and_then(|number| owners[number])
            };
            let told = || {
                let mut found = self.of(before).filter(|&index| {
                    drafts[index].speaks
                        && drafts[index].source.is_some()
                        && self.is_outside(&drafts[index])
                });
                found.next()
            };
            return spoken.or_else(previous).or_else(told);
        }
        let last = &self.annotated.sentences[before];
        let colon = last.tokens.last().is_some_and(|token| token.form == ":");
        let previous = number
            .checked_sub(1)
            .map(|number| self.quotation(number))
            .filter(|earlier| earlier.block == last.block);
        let run_on = previous.is_some_and(|earlier| !earlier.closed);
        if run_on || previous.is_some_and(|_| self.ends_in(number - 1, before)) {
            return owners[number - 1];
        }
        if colon {
            return self.of(before).rev().find(|&index| drafts[index].speaks);
        }
        None
    }

    fn ends_in(&self, number: usize, sentence: usize) -> bool {
        self.quotation(number).last.0 == sentence
    }

    fn within(&self, flat: usize, sentence: usize, first: usize, last: usize) -> bool {
        (self.offsets.offset(sentence, first)..=self.offsets.offset(sentence, last)).contains(&flat)
    }

    fn is_outside(&self, draft: &Draft) -> bool {
        self.outside(self.head_of(draft))
    }

    fn outside(&self, flat: usize) -> bool {
        let (sentence, token) = self.offsets.place(flat);
        self.annotated.quotations.index(sentence, token).is_none()
    }

    fn is_finite(&self, flat: usize) -> bool {
        self.token(flat).xpos.is_finite()
    }
}
