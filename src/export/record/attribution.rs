//! Who says what, as records: the attributions of a document.
//!
//! In: an [`Attribution`]. Out: its record, a part of those in [`record`](super::record).

use serde::Serialize;

use crate::extract::{Attribution, Phrase};
use crate::text::Span;

use super::{PhraseRecord, Recorder, SpanRecord};

#[derive(Debug, Serialize)]
pub(in crate::export) struct AttributionRecord<'a> {
    source: Option<PhraseRecord<'a>>,
    cue: CueRecord,
    content: Vec<SpanRecord>,
    mode: &'a str,
    kind: &'a str,
    /// The actors whose words they are, members of a joint source each.
    speakers: Vec<&'a str>,
    /// To whom, where the text tells.
    addressee: Option<PhraseRecord<'a>>,
    /// The actors that it is said to.
    addressees: Vec<&'a str>,
    /// What the source does with the content: `asserts`, `denies`, `doubts`, `hopes` and so on.
    stance: &'a str,
    denies: bool,
    /// The attribution of the document in whose content this one stands.
    within: Option<usize>,
    /// The attribution of the document that this one rejects, where it only points at it.
    answers: Option<usize>,
}

#[derive(Debug, Serialize)]
struct CueRecord {
    start: usize,
    end: usize,
    text: String,
}

impl<'a> Recorder<'a> {
    /// One attribution of the document.
    pub(in crate::export) fn attribution(
        &self,
        attribution: &'a Attribution,
    ) -> AttributionRecord<'a> {
        // Source and cue of an attribution are one stretch each: what the text has there, words between included.
        let stretch = |span: Span| (self.span(span), self.annotated().slice(span).to_owned());
        let (cue, text) = stretch(attribution.cue.span(self.annotated()));
        let phrase = |phrase: &Phrase| {
            let (place, text) = stretch(phrase.span(self.annotated()));
            PhraseRecord {
                text,
                start: place.start,
                end: place.end,
                actor: self.actor(phrase.actor),
            }
        };
        let names = |actors: &[usize]| {
            let names = actors.iter().filter_map(|&actor| self.actor(Some(actor)));
            names.collect()
        };
        AttributionRecord {
            source: attribution.source.as_ref().map(phrase),
            cue: CueRecord {
                start: cue.start,
                end: cue.end,
                text,
            },
            content: attribution
                .content
                .iter()
                .map(|&span| self.span(span))
                .collect(),
            mode: attribution.mode.as_str(),
            kind: attribution.kind.as_str(),
            speakers: names(&attribution.speakers),
            addressee: attribution.addressee.as_ref().map(phrase),
            addressees: names(&attribution.addressees),
            stance: attribution.stance.verb(),
            denies: attribution.denies,
            within: attribution.within,
            answers: attribution.answers,
        }
    }
}
