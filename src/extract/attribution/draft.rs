//! An attribution while its content is still being gathered.

use crate::annotate::Annotated;
use crate::lexicon::Stance;
use crate::text::Span;

use super::context::AttributionContext;
use super::range::TokenRange;
use super::source::NounPhrase;

/// An attribution whose content is still being gathered.
#[derive(Debug, Clone)]
pub(super) struct AttributionDraft {
    /// The sentence of the cue.
    pub(super) sentence: usize,
    /// The head of the cue.
    pub(super) head: usize,
    pub(super) cue: TokenRange,
    pub(super) source: Option<NounPhrase>,
    /// Spans in the order of the text. They neither overlap nor touch.
    pub(super) content: Vec<Span>,
    /// Whether it can introduce a quotation.
    pub(super) speaks: bool,
    pub(super) stance: Stance,
    /// Whether it reports an act and not words, unless it introduces a quotation.
    pub(super) act: bool,
}

impl AttributionDraft {
    /// An attribution by a noun, an adjective or a light verb, which cannot introduce a quotation.
    pub(super) fn silent(
        context: &AttributionContext<'_>,
        head: usize,
        cue: TokenRange,
        source: NounPhrase,
        stance: Stance,
        content: Span,
    ) -> Self {
        Self {
            sentence: context.index,
            head,
            cue,
            source: Some(source),
            content: vec![content],
            speaks: false,
            stance,
            act: false,
        }
    }

    /// An attribution by the colon or dash between the words and the name of their speaker.
    pub(super) fn labelled(
        context: &AttributionContext<'_>,
        mark: usize,
        source: NounPhrase,
        content: Span,
    ) -> Self {
        Self {
            sentence: context.index,
            head: mark,
            cue: TokenRange::new(mark, mark),
            source: Some(source),
            content: vec![content],
            speaks: true,
            stance: Stance::Assert,
            act: false,
        }
    }

    /// Adds a span to the content and joins it with those that it overlaps or touches.
    pub(super) fn add(&mut self, annotated: &Annotated, span: Span) {
        self.content.push(span);
        self.content.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for &span in &self.content {
            let touches = |last: &Span| {
                span.start <= last.end
                    || annotated
                        .slice(Span::new(last.end, span.start))
                        .trim()
                        .is_empty()
            };
            match joined.last_mut() {
                Some(last) if touches(last) => *last = last.cover(span),
                _ => joined.push(span),
            }
        }
        self.content = joined;
    }

    /// The text of the cue.
    pub(super) fn cue_span(&self, annotated: &Annotated) -> Span {
        let tokens = &annotated.sentences[self.sentence].tokens;
        tokens[self.cue.first]
            .span
            .cover(tokens[self.cue.last].span)
    }
}
