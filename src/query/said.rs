//! Attributions: who said what.

use std::collections::BTreeMap;

use crate::extract::{AttributionKind, AttributionMode};
use crate::graph::Graph;
use crate::lexicon::Stance;
use crate::merge::{Corpus, CorpusAttribution, Id, SourceDocument, SourceSentence, Speaker};

/// Conditions on attributions; an empty query accepts all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AttributionQuery {
    /// The speaker is this actor, or a member of it.
    pub by: Option<Id>,
    /// The content mentions this actor, or a member of it.
    pub about: Option<Id>,
    /// The addressee is this actor, or a member of it.
    pub to: Option<Id>,
    /// One of these kinds.
    pub kinds: Vec<AttributionKind>,
    /// One of these modes of quotation.
    pub modes: Vec<AttributionMode>,
    /// One of these stances towards the content.
    pub stances: Vec<Stance>,
    /// In documents of this date or later: `2024-05-17`, or a prefix of it, `2024-05`.
    pub since: Option<String>,
    /// In documents of this date or earlier, likewise: `2024` includes the whole year.
    pub until: Option<String>,
}

impl AttributionQuery {
    /// Whether an attribution in a document of this date matches all conditions.
    fn fits(&self, graph: &Graph, attribution: &CorpusAttribution, date: Option<&str>) -> bool {
        fn among<T: PartialEq>(wanted: &[T], own: &T) -> bool {
            wanted.is_empty() || wanted.contains(own)
        }
        let somebody = |people: &Option<Speaker>, wanted: &Option<Id>| {
            let mut actors = people.iter().flat_map(Speaker::actors);
            let Some(wanted) = wanted else { return true };
            actors.any(|actor| graph.belongs_to(actor, wanted))
        };
        among(&self.kinds, &attribution.kind)
            && among(&self.modes, &attribution.mode)
            && among(&self.stances, &attribution.stance)
            && self.in_time(date)
            && somebody(&attribution.speaker, &self.by)
            && somebody(&attribution.addressee, &self.to)
            && (self.about.as_ref()).is_none_or(|about| is_about(graph, attribution, about))
    }

    /// Whether a date is in the period; undated documents are in none.
    fn in_time(&self, date: Option<&str>) -> bool {
        let upto = |limit: &str, date: &str| date.get(..limit.len()).unwrap_or(date) <= limit;
        let since = |limit: &str| date.is_some_and(|date| date >= limit);
        let until = |limit: &str| date.is_some_and(|date| upto(limit, date));
        self.since.as_deref().is_none_or(since) && self.until.as_deref().is_none_or(until)
    }
}

/// An attribution that matches an [`AttributionQuery`].
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct FoundAttribution<'g> {
    /// The attribution.
    pub attribution: &'g CorpusAttribution,
    /// Its document.
    pub document: &'g SourceDocument,
    /// The sentence of its cue.
    pub sentence: &'g SourceSentence,
    /// Whether the speaker is only a member of the actor in the query: `Pakistani officials` of Pakistan.
    pub by_member: bool,
    corpus: &'g Corpus,
}

/// The attributions that match `question`, by date of the document (undated ones last), document and place.
pub fn said<'g>(graph: &'g Graph, question: &AttributionQuery) -> Vec<FoundAttribution<'g>> {
    let corpus = graph.corpus();
    let mut sayings: Vec<FoundAttribution<'g>> = Vec::new();
    let mut by_sentence = BySentence::new();
    for attribution in corpus.attributions() {
        let others = by_sentence.entry(&attribution.sentence).or_default();
        others.push(attribution);
    }
    for attribution in corpus.attributions() {
        let document = corpus.document(&attribution.document);
        let sentence = corpus.sentence(&attribution.sentence);
        let (Some(document), Some(sentence)) = (document, sentence) else {
            continue;
        };
        let wanted = question.fits(graph, attribution, document.date.as_deref());
        if !wanted || is_part_of_another(&by_sentence, attribution) {
            continue;
        }
        let mut speakers = attribution.speaker.iter().flat_map(Speaker::actors);
        let by = question.by.as_ref();
        let by_member = by.is_some_and(|by| speakers.all(|speaker| speaker != by));
        sayings.push(FoundAttribution {
            attribution,
            document,
            sentence,
            by_member,
            corpus,
        });
    }
    sayings.sort_by_key(|saying| {
        let date = saying.document.date.as_deref();
        let place = saying.attribution.cue.first().map_or(0, |cue| cue.start);
        (
            date.is_none(),
            date,
            saying.document.file(),
            &saying.document.name,
            place,
            &saying.attribution.id,
        )
    });
    sayings
}

/// The attributions by the sentence of their cue.
type BySentence<'g> = BTreeMap<&'g Id, Vec<&'g CorpusAttribution>>;

/// Whether the cue is a word of another cue: `reportedly` in `the emir has reportedly said`, which is shown there.
fn is_part_of_another(by_sentence: &BySentence<'_>, attribution: &CorpusAttribution) -> bool {
    let others = by_sentence.get(&attribution.sentence);
    let mut others = others.into_iter().flatten();
    attribution.speaker.is_none()
        && others.any(|other| {
            other.id != attribution.id
                && other.cue != attribution.cue
                && (attribution.cue.iter())
                    .all(|cue| other.cue.iter().any(|own| own.contains(*cue)))
        })
}

fn is_about(graph: &Graph, attribution: &CorpusAttribution, about: &Id) -> bool {
    let mut mentioned = attribution.mentions.iter();
    let claims = attribution
        .claims
        .iter()
        .filter_map(|claim| graph.corpus().claim(claim));
    let mut ends = claims.flat_map(|claim| [&claim.source, &claim.target]);
    mentioned.any(|actor| graph.belongs_to(actor, about))
        || ends.any(|actor| graph.belongs_to(actor, about))
}

impl<'g> FoundAttribution<'g> {
    /// The words for the speaker; empty where the text names nobody.
    pub fn speaker(&self) -> String {
        let speaker = self.attribution.speaker.as_ref();
        speaker.map_or_else(String::new, |speaker| {
            self.corpus.words([&speaker.sentence], &speaker.words)
        })
    }

    /// The actor that the words refer to.
    pub fn speaker_actor(&self) -> Option<&'g Id> {
        self.attribution
            .speaker
            .as_ref()
            .and_then(|speaker| speaker.actor.as_ref())
    }

    /// All actors that the words refer to; several for a joint source.
    pub fn speaker_actors(&self) -> impl Iterator<Item = &'g Id> + use<'g> {
        self.attribution.speaker.iter().flat_map(Speaker::actors)
    }

    /// The words for the addressee; empty where the text names none.
    pub fn addressee(&self) -> String {
        let addressee = self.attribution.addressee.as_ref();
        addressee.map_or_else(String::new, |addressee| {
            self.corpus.words([&addressee.sentence], &addressee.words)
        })
    }

    /// All actors that the addressee refers to.
    pub fn addressee_actors(&self) -> impl Iterator<Item = &'g Id> + use<'g> {
        self.attribution.addressee.iter().flat_map(Speaker::actors)
    }

    /// The cue.
    pub fn cue(&self) -> String {
        self.corpus
            .words([&self.attribution.sentence], &self.attribution.cue)
    }

    /// The words of the content.
    pub fn content(&self) -> String {
        self.corpus.words(
            &self.attribution.content_sentences,
            &self.attribution.content,
        )
    }

    /// The place of the cue: `file:line:column`.
    pub fn place(&self) -> String {
        let cue = self
            .attribution
            .cue
            .first()
            .copied()
            .unwrap_or(self.sentence.span);
        self.document.place(self.sentence, cue)
    }

    /// The attributions whose contents contain this one, outermost first, and itself last.
    pub fn chain(&self) -> Vec<FoundAttribution<'g>> {
        let mut chain = vec![*self];
        let mut at = self.attribution;
        // The bound ends cycles, which files edited by hand may contain.
        while let Some(holder) = at
            .within
            .as_ref()
            .and_then(|id| self.corpus.attribution(id))
            && chain.len() < 16
        {
            let sentence = self
                .corpus
                .sentence(&holder.sentence)
                .unwrap_or(self.sentence);
            chain.push(FoundAttribution {
                attribution: holder,
                sentence,
                by_member: false,
                ..*self
            });
            at = holder;
        }
        chain.reverse();
        chain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years_bound_the_time_on_both_sides() {
        let question = |since: &str, until: &str| AttributionQuery {
            since: Some(since.to_owned()),
            until: Some(until.to_owned()),
            ..AttributionQuery::default()
        };
        let may = question("2024-05", "2024-05");
        assert!(may.in_time(Some("2024-05-01")) && may.in_time(Some("2024-05-31")));
        assert!(!may.in_time(Some("2024-04-30")) && !may.in_time(Some("2024-06-01")));
        assert!(!may.in_time(None));
        assert!(question("2023-12-31", "2024").in_time(Some("2024-12-31")));
        assert!(AttributionQuery::default().in_time(None));
    }
}
