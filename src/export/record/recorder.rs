//! Converts the inner types of one document into records.

use serde::Serialize;

use crate::annotate::Annotated;
use crate::extract::{Extracted, Phrase, Statement};
use crate::text::{CharIndex, Span};

use super::{AttributionRecord, PhraseRecord};

#[derive(Debug, Serialize)]
pub(in crate::export) struct SpanRecord {
    pub(in crate::export) start: usize,
    pub(in crate::export) end: usize,
}

/// Converts the inner types of one document into records.
pub struct Recorder<'a> {
    pub(super) extracted: &'a Extracted,
    pub(super) chars: CharIndex<'a>,
}

impl<'a> Recorder<'a> {
    /// A recorder for one document.
    pub fn new(extracted: &'a Extracted) -> Self {
        Self {
            extracted,
            chars: CharIndex::new(&extracted.annotated.document.text),
        }
    }

    pub(in crate::export) fn annotated(&self) -> &'a Annotated {
        &self.extracted.annotated
    }

    pub(in crate::export) fn actor(&self, actor: Option<usize>) -> Option<&'a str> {
        actor
            .and_then(|actor| self.annotated().actors.get(actor))
            .map(|actor| actor.name.as_str())
    }

    pub(in crate::export) fn phrase(&self, phrase: &Phrase) -> PhraseRecord<'a> {
        let place = self.chars.chars(phrase.span(self.annotated()));
        let text = phrase.text(self.annotated());
        PhraseRecord {
            text,
            start: place.start,
            end: place.end,
            actor: self.actor(phrase.actor),
        }
    }

    pub(in crate::export) fn span(&self, span: Span) -> SpanRecord {
        let place = self.chars.chars(span);
        SpanRecord {
            start: place.start,
            end: place.end,
        }
    }

    /// The attributions of a statement, outermost first.
    pub(in crate::export) fn chain(&self, statement: &Statement) -> Vec<AttributionRecord<'a>> {
        let chain = statement.attribution.iter();
        chain
            .filter_map(|&index| self.extracted.attributions.get(index))
            .map(|found| self.attribution(found))
            .collect()
    }
}
