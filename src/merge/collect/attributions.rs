//! The attributions of a document.

use std::collections::BTreeSet;

use crate::extract::{Attribution, Phrase, Statement};
use crate::merge::{CorpusAttribution, Id, Speaker};
use crate::text::Span;

use super::Collector;

impl Collector<'_> {
    pub(super) fn add_attribution(&mut self, index: usize) {
        let annotated = &self.extracted.annotated;
        let found = &self.extracted.attributions[index];
        let speaker = self.somebody(found.source.as_ref(), &found.speakers);
        let addressee = self.somebody(found.addressee.as_ref(), &found.addressees);
        let inside = |span: Span| found.content.iter().any(|content| content.contains(span));
        let mentions = (annotated.mentions.iter())
            .filter(|mention| inside(mention.span))
            .filter_map(|mention| self.actors.get(mention.actor?).cloned())
            .collect();
        let holding: Vec<usize> = (0..annotated.sentences.len())
            .filter(|&sentence| {
                let span = annotated.sentences[sentence].span;
                found.content.iter().any(|content| content.overlaps(span))
            })
            .collect();
        let content_sentences = holding
            .into_iter()
            .map(|sentence| self.add_sentence(sentence))
            .collect();
        let attribution = CorpusAttribution {
            id: self.attributions[index].clone(),
            document: self.document.clone(),
            sentence: self.add_sentence(found.cue.sentence),
            speaker,
            cue: self.places(&found.cue),
            content: found
                .content
                .iter()
                .map(|&span| self.chars.chars(span))
                .collect(),
            content_sentences,
            mode: found.mode,
            kind: found.kind,
            addressee,
            stance: found.stance,
            denies: found.denies,
            within: self.other(index, found.within),
            answers: self.other(index, found.answers),
            cites: found.cites,
            content_words: found.gist.clone(),
            claims: BTreeSet::new(),
            mentions,
        };
        self.corpus
            .attributions
            .insert(attribution.id.clone(), attribution);
    }

    /// The actors of a source or addressee.
    pub(super) fn somebody(
        &mut self,
        phrase: Option<&Phrase>,
        members: &[usize],
    ) -> Option<Speaker> {
        let phrase = phrase?;
        let mut actors: Vec<Id> = Vec::new();
        for actor in self.actor_of(phrase).iter().chain(members) {
            let id = self.actors.get(*actor).filter(|id| !actors.contains(id));
            actors.extend(id.cloned());
        }
        let mut actors = actors.into_iter();
        Some(Speaker {
            actor: actors.next(),
            others: actors.collect(),
            words: self.places(phrase),
            sentence: self.add_sentence(phrase.sentence),
        })
    }

    /// The id of another attribution of the document; attributions of the same spans are one.
    pub(super) fn other(&self, index: usize, other: Option<usize>) -> Option<Id> {
        let id = self.attributions.get(other?)?;
        (*id != self.attributions[index]).then(|| id.clone())
    }

    /// The attributions that deny the statement: those of its chain, and any other whose content contains it.
    pub(super) fn deniers(&self, statement: &Statement) -> Vec<Id> {
        let place = statement.relation.phrase.span(&self.extracted.annotated);
        (self.extracted.attributions.iter().enumerate())
            .filter(|(_, attribution)| attribution.denies)
            .filter(|(index, attribution)| {
                let mut content = attribution.content.iter();
                statement.attribution.contains(index)
                    || (!place.is_empty() && content.any(|content| content.contains(place)))
            })
            .map(|(index, _)| self.attributions[index].clone())
            .collect()
    }

    pub(super) fn attribution_id(&self, attribution: &Attribution) -> Id {
        let spans = |phrase: &Phrase| format!("{:?}", self.places(phrase));
        let cue = spans(&attribution.cue);
        let speaker = attribution.source.as_ref().map(spans).unwrap_or_default();
        let content = format!("{:?}", attribution.content);
        Id::of('q', &[self.document.as_str(), &cue, &speaker, &content])
    }
}
