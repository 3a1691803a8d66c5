//! The attributions of a document.

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
    /// The actors that the source refers to; several if it is joint.
    speakers: Vec<&'a str>,
    /// To whom it is said, if the text says so.
    addressee: Option<PhraseRecord<'a>>,
    /// The actors that the addressee refers to.
    addressees: Vec<&'a str>,
    /// What the source does with the content: `asserts`, `denies`, `doubts`, `hopes` and so on.
    stance: &'a str,
    denies: bool,
    /// The index of the attribution whose content contains this one.
    within: Option<usize>,
    /// The index of the attribution that this one rejects by reference.
    answers: Option<usize>,
}

#[derive(Debug, Serialize)]
struct CueRecord {
    start: usize,
    end: usize,
    text: String,
}

impl<'a> Recorder<'a> {
    /// The record of an attribution.
    pub(in crate::export) fn attribution(
        &self,
        attribution: &'a Attribution,
    ) -> AttributionRecord<'a> {
        // The span of source and cue includes the words between their parts.
        let located = |span: Span| (self.span(span), self.annotated().slice(span).to_owned());
        let (cue, text) = located(attribution.cue.span(self.annotated()));
        let phrase = |phrase: &Phrase| {
            let (place, text) = located(phrase.span(self.annotated()));
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
