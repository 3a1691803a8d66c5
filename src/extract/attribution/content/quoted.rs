//! Gives quotations to the drafts that introduce them, over sentences and paragraphs.
//!
//! Position decides before the tree does: what stands right before or after the marks is nearly always the speaker's
//! clause, and parsers are at their worst around quotation marks.

use std::ops::Range;

use crate::annotate::{Annotated, Quotation};
use crate::extract::attribution::context::is_dash;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::offsets::TokenOffsets;
use crate::text::{Span, Token, Upos};

/// How many tokens may stand between a quotation and the verb that introduces it.
const REACH: usize = 25;
/// The longest sentence that is but the clause of a speaker, in tokens.
const LONGEST_CLAUSE: usize = 20;

/// Adds every quotation that is somebody's speech to the content of the draft that introduces it.
pub(in crate::extract::attribution) fn assign_quotations(
    annotated: &Annotated,
    offsets: &TokenOffsets<'_>,
    drafts: &mut [AttributionDraft],
) {
    let mut starts = vec![0; annotated.sentences.len() + 1];
    for draft in drafts.iter() {
        starts[draft.sentence + 1] += 1;
    }
    for sentence in 0..annotated.sentences.len() {
        starts[sentence + 1] += starts[sentence];
    }
    let introductions = Introductions {
        annotated,
        offsets,
        starts,
    };
    let mut has_quotation = vec![false; drafts.len()];
    let quotations = annotated.quotations.all();
    let mut owners: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    for (number, quotation) in quotations.iter().enumerate() {
        let mut owner = introductions.attribution_line(quotation, drafts);
        let mut span = quotation.span;
        if owner.is_none() && introductions.is_speech(quotation) {
            owner = introductions.cue_before(quotation, drafts);
            if owner.is_none() {
                owner = introductions.cue_after(quotation, drafts);
                let lead = owner.and_then(|_| introductions.lead_in(number, drafts));
                span = lead.map_or(span, |lead| lead.cover(span));
            }
            owner =
                owner.or_else(|| introductions.continued(number, &owners, drafts, &has_quotation));
        }
        if let Some(owner) = owner {
            let draft = &mut drafts[owner];
            if !has_quotation[owner] {
                clear_for(annotated, draft, span);
            }
            has_quotation[owner] = true;
            draft.add(annotated, span);
        }
        owners.push(owner);
    }
}

/// Makes room for the first quotation of a draft, which replaces what the tree gave, except words that lead into it.
fn clear_for(annotated: &Annotated, draft: &mut AttributionDraft, quotation: Span) {
    let contents = draft.content.iter();
    let earlier = contents.filter(|content| content.start < quotation.start);
    let holds = earlier.clone().any(|content| content.contains(quotation));
    if holds && draft.cue_span(annotated).end <= quotation.start {
        return;
    }
    let lead = earlier
        .filter(|content| content.overlaps(quotation))
        .map(|content| Span::new(content.start, quotation.end));
    draft.content = lead.collect();
}

/// What introduces the quotations of a document.
struct Introductions<'a> {
    annotated: &'a Annotated,
    offsets: &'a TokenOffsets<'a>,
    /// The first draft of every sentence, and the number of all drafts at the end.
    starts: Vec<usize>,
}

impl<'a> Introductions<'a> {
    /// Whether a quotation is speech rather than a word or phrase that is set off: it ends like a clause, or it is
    /// introduced like one.
    fn is_speech(&self, quotation: &Quotation) -> bool {
        if !quotation.closed {
            return true;
        }
        let inner = self.inner_text(quotation);
        let ends = inner.ends_with([',', '.', '?', '!', '—', '…', '-', '–']);
        let text = &self.annotated.document.text;
        let comma = text
            .get(quotation.span.end..)
            .is_some_and(|rest| rest.starts_with(','));
        let before = self.offsets.first(quotation).checked_sub(1);
        let introduced =
            before.is_some_and(|before| matches!(self.token(before).form.as_str(), "," | ":"));
        let opens_sentence = quotation.first.1 == 0;
        let long = self.words(quotation.span) > 2;
        opens_sentence && long
            || (ends || comma || introduced)
                && (introduced || opens_sentence || comma || long || inner.ends_with(','))
    }

    /// The draft behind a quotation whose cue is a dash: `“…” — Ana Lopez`.
    fn attribution_line(
        &self,
        quotation: &Quotation,
        drafts: &[AttributionDraft],
    ) -> Option<usize> {
        let dash = self.offsets.last(quotation) + 1;
        if dash >= self.offsets.count() || !is_dash(&self.token(dash).form) {
            return None;
        }
        let (sentence, _) = self.offsets.place(dash);
        self.drafts_of(sentence)
            .find(|&index| self.head(&drafts[index]) == dash)
    }

    /// The draft before a quotation that introduces it: `She said, “…”`.
    fn cue_before(&self, quotation: &Quotation, drafts: &[AttributionDraft]) -> Option<usize> {
        let sentence = quotation.first.0;
        let start = self.offsets.first(quotation);
        let index = self.drafts_of(sentence).rev().find(|&index| {
            let draft = &drafts[index];
            draft.speaks && self.head(draft) < start && self.is_unquoted(draft)
        })?;
        let cue = self.offsets.offset(sentence, drafts[index].cue.last);
        let between = cue + 1..start;
        if between.len() > REACH {
            return None;
        }
        let last = self.token(start - 1);
        let adjacent = between.is_empty()
            || matches!(last.form.as_str(), "," | ":")
            || last.upos == Upos::Sconj;
        // A comma after an earlier quotation belongs to that one's own clause: “…,” she said, “…”.
        let mut verbs = between.filter(|&token| self.is_finite(token) && !self.is_quoted(token));
        (adjacent && verbs.next().is_none()).then_some(index)
    }

    /// The draft after a quotation that names its speaker: `“…,” she said`.
    fn cue_after(&self, quotation: &Quotation, drafts: &[AttributionDraft]) -> Option<usize> {
        let (sentence, token) = self.place_after(quotation, drafts)?;
        let start = self.offsets.offset(sentence, token);
        let index = self.drafts_of(sentence).find(|&index| {
            let draft = &drafts[index];
            draft.speaks && self.head(draft) >= start && self.is_unquoted(draft)
        })?;
        let draft = &drafts[index];
        let cue = self.offsets.offset(sentence, draft.cue.first);
        let source = draft.source.map_or(cue..cue, |source| {
            let first = self.offsets.offset(sentence, source.range.first);
            first..self.offsets.offset(sentence, source.range.last) + 1
        });
        let between = start..cue.min(source.start.max(start));
        let conjunction = between
            .clone()
            .any(|token| self.token(token).upos == Upos::Cconj);
        let words = between.filter(|&token| self.token(token).upos != Upos::Punct);
        let mut verbs =
            (start..cue).filter(|token| self.is_finite(*token) && !source.contains(token));
        let near = words.count() <= 3
            && !conjunction
            && verbs.next().is_none()
            && cue.saturating_sub(start) <= REACH;
        (near && !self.has_own_content(quotation, draft)).then_some(index)
    }

    /// The token after a quotation, if it is in the same sentence or in one that continues it.
    fn place_after(
        &self,
        quotation: &Quotation,
        drafts: &[AttributionDraft],
    ) -> Option<(usize, usize)> {
        let (sentence, token) = quotation.last;
        if token + 1 < self.annotated.sentences[sentence].tokens.len() {
            return Some((sentence, token + 1));
        }
        let next = self.annotated.sentences.get(sentence + 1)?;
        let lowercase = next
            .tokens
            .first()
            .is_some_and(|token| token.form.starts_with(char::is_lowercase));
        let continues = next.block == quotation.block
            && (lowercase || self.is_speaker_clause(sentence + 1, quotation, drafts));
        continues.then_some((sentence + 1, 0))
    }

    /// Whether a sentence after a quotation is but the clause of its speaker, cut off by the quotation's own question
    /// mark.
    fn is_speaker_clause(
        &self,
        sentence: usize,
        quotation: &Quotation,
        drafts: &[AttributionDraft],
    ) -> bool {
        let tokens = &self.annotated.sentences[sentence].tokens;
        let main_clause = drafts[self.drafts_of(sentence)].iter().any(|draft| {
            let first = draft.source.map_or(draft.cue.first, |source| {
                source.range.first.min(draft.cue.first)
            });
            draft.speaks && first == 0 && tokens[draft.head].head.is_none()
        });
        let interrupts = self
            .inner_text(quotation)
            .ends_with(['?', '!', ',', '…', '-', '—']);
        main_clause && interrupts && tokens.len() <= LONGEST_CLAUSE
    }

    /// Whether the draft's verb governs a clause on its right, while the quotation is but a part of what stands before:
    /// `To chants of “Go!” she said that …`.
    fn has_own_content(&self, quotation: &Quotation, draft: &AttributionDraft) -> bool {
        let cue = draft.cue_span(self.annotated);
        let content = draft.content.iter().copied();
        let holds_quotation = content
            .clone()
            .any(|content| content.overlaps(quotation.span));
        let right = content.filter(|content| content.start >= cue.end);
        let words: usize = right.map(|content| self.words(content)).sum();
        quotation.first.1 > 0 && words > 2 && !holds_quotation
    }

    /// The words of the sentence before a quotation whose speaker follows: they have the same speaker.
    fn lead_in(&self, number: usize, drafts: &[AttributionDraft]) -> Option<Span> {
        let quotation = self.quotation(number);
        let (sentence, first) = quotation.first;
        let earlier = number
            .checked_sub(1)
            .is_some_and(|number| self.ends_in(number, sentence));
        let start = self.offsets.first(quotation);
        let spoken = drafts[self.drafts_of(sentence)]
            .iter()
            .any(|draft| draft.speaks && self.is_unquoted(draft) && self.head(draft) < start);
        let begin = self.annotated.sentences[sentence].span.start;
        (first > 0 && !earlier && !spoken).then(|| Span::new(begin, quotation.span.start))
    }

    /// The draft of an earlier quotation that this one continues.
    fn continued(
        &self,
        number: usize,
        owners: &[Option<usize>],
        drafts: &[AttributionDraft],
        has_quotation: &[bool],
    ) -> Option<usize> {
        let quotation = self.quotation(number);
        let (sentence, first) = quotation.first;
        let before = sentence.checked_sub(1).filter(|_| first == 0)?;
        let earlier = number.checked_sub(1);
        let last = &self.annotated.sentences[before];
        if last.block == quotation.block {
            // The same paragraph: whoever spoke in the sentence before.
            let speaker = self
                .drafts_of(before)
                .rev()
                .find(|&index| has_quotation[index] && self.is_unquoted(&drafts[index]));
            let owner = || owners[earlier.filter(|&earlier| self.ends_in(earlier, before))?];
            let named = || {
                self.drafts_of(before).find(|&index| {
                    let draft = &drafts[index];
                    draft.speaks && draft.source.is_some() && self.is_unquoted(draft)
                })
            };
            return speaker.or_else(owner).or_else(named);
        }
        let earlier = earlier.filter(|&earlier| self.quotation(earlier).block == last.block);
        if let Some(earlier) = earlier
            && (!self.quotation(earlier).closed || self.ends_in(earlier, before))
        {
            return owners[earlier];
        }
        let colon = last.tokens.last().is_some_and(|token| token.form == ":");
        let mut introductions = self.drafts_of(before).rev().filter(|_| colon);
        introductions.find(|&index| drafts[index].speaks)
    }

    fn quotation(&self, number: usize) -> &'a Quotation {
        &self.annotated.quotations.all()[number]
    }

    /// The text of a quotation without its closing mark.
    fn inner_text(&self, quotation: &Quotation) -> &'a str {
        let text = self.annotated.slice(quotation.span);
        text.trim_end_matches(['”', '"', '»', '\'', '’']).trim_end()
    }

    fn words(&self, span: Span) -> usize {
        self.annotated.slice(span).split_whitespace().count()
    }

    /// Whether a quotation ends in a sentence.
    fn ends_in(&self, number: usize, sentence: usize) -> bool {
        self.quotation(number).last.0 == sentence
    }

    /// The indices of the drafts of a sentence.
    fn drafts_of(&self, sentence: usize) -> Range<usize> {
        self.starts[sentence]..self.starts[sentence + 1]
    }

    fn head(&self, draft: &AttributionDraft) -> usize {
        self.offsets.offset(draft.sentence, draft.head)
    }

    fn is_unquoted(&self, draft: &AttributionDraft) -> bool {
        !self.is_quoted(self.head(draft))
    }

    fn is_quoted(&self, token: usize) -> bool {
        let (sentence, token) = self.offsets.place(token);
        self.annotated.quotations.index(sentence, token).is_some()
    }

    fn is_finite(&self, token: usize) -> bool {
        self.token(token).xpos.is_finite()
    }

    /// The token with this number.
    fn token(&self, number: usize) -> &'a Token {
        let (sentence, token) = self.offsets.place(number);
        &self.annotated.sentences[sentence].tokens[token]
    }
}
