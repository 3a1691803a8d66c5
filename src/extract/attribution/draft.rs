//! An attribution in the making: token runs of one sentence, and how they become spans of the text.

use crate::annotate::{Annotated, Quotations};
use crate::extract::{Attribution, AttributionKind, AttributionMode, Phrase};
use crate::lexicon::{Part, Stance, Words};
use crate::text::{Deprel, Span, Upos};

use super::addressee;
use super::speakers::speakers;
use super::view::{Holder, Run, View};

/// An attribution whose content is still being gathered.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) sentence: usize,
    /// The word that makes it an attribution.
    pub(super) head: usize,
    pub(super) cue: Run,
    pub(super) source: Option<Holder>,
    /// Stretches of the text, in any order until it is finished.
    pub(super) content: Vec<Span>,
    /// Whether it can introduce words in quotation marks.
    pub(super) speaks: bool,
    pub(super) stance: Stance,
    /// Whether the words tell a mere act, unless it introduces words in quotation marks.
    pub(super) act: bool,
}

impl Draft {
    /// An attribution of `content` by a noun, an adjective or a light verb, none of which introduces words in quotation
    /// marks.
    pub(super) fn silent(
        view: &View<'_>,
        head: usize,
        cue: Run,
        source: Holder,
        stance: Stance,
        content: Span,
    ) -> Self {
        Self {
            sentence: view.index,
            head,
            cue,
            source: Some(source),
            content: vec![content],
            speaks: false,
            stance,
            act: false,
        }
    }

    /// Adds a stretch to the content; what overlaps or touches it is joined.
    pub(super) fn add(&mut self, annotated: &Annotated, span: Span) {
        self.content.push(span);
        self.content.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for &span in &self.content {
            match joined.last_mut() {
                Some(last)
                    if span.start <= last.end
                        || annotated
                            .slice(Span::new(last.end, span.start))
                            .trim()
                            .is_empty() =>
                {
                    *last = last.cover(span);
                }
                _ => joined.push(span),
            }
        }
        self.content = joined;
    }

    /// The stretch of text of the cue.
    pub(super) fn place(&self, annotated: &Annotated) -> Span {
        let tokens = &annotated.sentences[self.sentence].tokens;
        tokens[self.cue.first]
            .span
            .cover(tokens[self.cue.last].span)
    }

    fn kind(&self, mode: AttributionMode) -> AttributionKind {
        use Stance::{Demand, Doubt, Feel, Hope, Intend, Know, Refuse, Seem, Think};
        match self.stance {
            _ if self.act && mode != AttributionMode::Direct => AttributionKind::Act,
            Think | Know | Feel | Doubt | Seem => AttributionKind::Thinking,
            Demand | Hope | Intend | Refuse => AttributionKind::Wanting,
            _ => AttributionKind::Saying,
        }
    }

    /// The finished attribution.
    pub(super) fn finish(self, view: &View<'_>, words: &Words) -> Attribution {
        let View {
            annotated,
            quotations,
            cues,
            ..
        } = *view;
        let mode = mode(annotated, quotations, &self.content);
        let phrase = |holder: Holder| {
            let tokens = (holder.run.first..=holder.run.last).collect();
            let mut phrase = Phrase::new(self.sentence, tokens, holder.head);
            phrase.actor = annotated.actor_of(self.sentence, holder.head);
            phrase
        };
        let actors = |phrase: &Option<Phrase>| {
            let phrase = phrase.as_ref();
            phrase.map_or_else(Vec::new, |phrase| speakers(annotated, cues, phrase))
        };
        let source = self.source.map(phrase);
        let addressee = addressee::of(view, &self).map(phrase);
        let negated = self.is_negated(view, words);
        let stance = if negated {
            cues.negated(self.stance)
        } else {
            self.stance
        };
        let tokens = (self.cue.first..=self.cue.last).collect();
        Attribution {
            kind: self.kind(mode),
            speakers: actors(&source),
            source,
            addressees: actors(&addressee),
            addressee,
            stance,
            denies: stance == Stance::Deny,
            ..Attribution::new(
                Phrase::new(self.sentence, tokens, self.head),
                self.content,
                mode,
            )
        }
    }

    /// Whether the cue holds a negation (`did not say`, `never denied`) or the source does (`neither Oman nor Qatar`,
    /// `no official`, `nobody`).
    fn is_negated(&self, view: &View<'_>, words: &Words) -> bool {
        let negates = |token: &usize| words.negates(&view.lower(*token), Part::Adverb);
        let inside = (self.cue.first..=self.cue.last).filter(negates).count();
        let nobody = |token: usize| words.negates(&view.lower(token), Part::Determiner);
        let source = self.source.is_some_and(|source| {
            let mut parts = view
                .tree
                .children_by(source.head, &[Deprel::Det, Deprel::Cc]);
            nobody(source.run.first)
                || nobody(source.head)
                || parts.any(|part| part < source.head && nobody(part))
        });
        (inside + usize::from(source)) % 2 == 1
    }
}

/// Whether the words of the content stand in quotation marks: all, some or none.
fn mode(annotated: &Annotated, quotations: &Quotations, content: &[Span]) -> AttributionMode {
    let (mut quoted, mut plain) = (false, false);
    for &span in content {
        let from = annotated
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        let sentences = annotated.sentences.iter().enumerate().skip(from);
        for (index, sentence) in
            sentences.take_while(|(_, sentence)| sentence.span.start < span.end)
        {
            for (token, word) in sentence.tokens.iter().enumerate() {
                if span.contains(word.span)
                    && word.upos != Upos::Punct
                    && word.form.chars().any(char::is_alphanumeric)
                {
                    let inside = quotations.around(index, token).is_some();
                    quoted |= inside;
                    plain |= !inside;
                }
            }
        }
    }
    match (quoted, plain) {
        (true, false) => AttributionMode::Direct,
        (true, true) => AttributionMode::Mixed,
        _ => AttributionMode::Indirect,
    }
}

/// The stretch of text of a run as content: without punctuation at its edges, but with both marks of a quotation that
/// it begins or ends with.
pub(super) fn content(view: &View<'_>, run: Run) -> Option<Span> {
    let Run {
        mut first,
        mut last,
    } = run;
    let loose = |token: usize| {
        let word = view.token(token);
        !view.quotations.is_mark(view.index, token)
            && word.upos == Upos::Punct
            && !matches!(word.form.as_str(), "(" | ")" | "[" | "]" | "@" | "#" | "$")
    };
    loop {
        if first < last && loose(first) {
            first += 1;
        } else if first < last
            && (loose(last) && !inside_closed(view, last) || opens_nothing(view, last))
        {
            last -= 1;
        } else if first < last && closes_before(view, first) {
            first += 1;
        } else {
            break;
        }
    }
    let flat = |token: usize| view.offset(token);
    // A mark just outside belongs to a quotation of which the rest is inside.
    if let Some(quotation) = view.quotations.around(view.index, first)
        && flat(first) == view.offsets.first(quotation) + 1
        && first > 0
        && view.offsets.last(quotation) <= flat(last) + 2
    {
        first -= 1;
    }
    let mut span = view.token(first).span.cover(view.token(last).span);
    if let Some(quotation) = view.quotations.around(view.index, last)
        && quotation.closed
        && view.offsets.first(quotation) >= flat(first)
        && (view.offsets.last(quotation) <= flat(last) + 2
            || view.offsets.first(quotation) > flat(first))
    {
        span = span.cover(quotation.span);
    }
    let words =
        (first..=last).any(|token| view.token(token).form.chars().any(char::is_alphanumeric));
    words.then_some(span)
}

/// Whether punctuation stands right before the closing mark of its quotation, which is part of the run's end.
fn inside_closed(view: &View<'_>, token: usize) -> bool {
    let flat = view.offset(token);
    let quotation = view.quotations.around(view.index, token);
    quotation.is_some_and(|quotation| quotation.closed && view.offsets.last(quotation) == flat + 1)
}

fn opens_nothing(view: &View<'_>, token: usize) -> bool {
    let quotation = view.quotations.around(view.index, token);
    view.quotations.is_mark(view.index, token)
        && quotation.is_some_and(|quotation| quotation.first == (view.index, token))
}

fn closes_before(view: &View<'_>, token: usize) -> bool {
    let place = (view.index, token);
    let quotation = view.quotations.around(view.index, token);
    view.quotations.is_mark(view.index, token)
        && quotation.is_some_and(|quotation| quotation.last == place && quotation.first != place)
}
