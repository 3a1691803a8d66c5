//! Attributions of the page.

use serde::Serialize;

use crate::graph::Graph;
use crate::merge::{CorpusAttribution, Id, SourceSentence};

use super::marks::{PageMark, marks};
use super::numbers::Numbers;

/// An attribution with its sentences.
#[derive(Serialize)]
pub(super) struct PageAttribution {
    actors: Vec<usize>,
    words: String,
    cue: String,
    mode: &'static str,
    kind: &'static str,
    denies: bool,
    within: Option<usize>,
    about: Vec<usize>,
    /// The sentences with their marks.
    parts: Vec<(usize, Vec<PageMark>)>,
}

pub(super) fn attribution(
    graph: &Graph,
    attribution: &CorpusAttribution,
    numbers: &Numbers<'_>,
) -> PageAttribution {
    let corpus = graph.corpus();
    let speaker = attribution.speaker.as_ref();
    let mut ids: Vec<&Id> = vec![&attribution.sentence];
    ids.extend(speaker.map(|speaker| &speaker.sentence));
    ids.extend(&attribution.content_sentences);
    let mut sentences: Vec<&SourceSentence> = ids
        .into_iter()
        .filter_map(|id| corpus.sentence(id))
        .collect();
    sentences.sort_by_key(|sentence| sentence.span);
    sentences.dedup_by_key(|sentence| sentence.span);
    let empty = Vec::new();
    let of = [
        ("source", speaker.map_or(&empty, |speaker| &speaker.words)),
        ("relation", &attribution.cue),
        ("content", &attribution.content),
    ];
    let part = |sentence: &SourceSentence| {
        let number = numbers.sentences.get(&sentence.id).copied()?;
        Some((number, marks(sentence, &of)))
    };
    PageAttribution {
        actors: speaker
            .into_iter()
            .flat_map(|speaker| speaker.actors())
            .filter_map(|id| numbers.actors.get(id).copied())
            .collect(),
        words: speaker.map_or_else(String::new, |speaker| {
            corpus.words([&speaker.sentence], &speaker.words)
        }),
        cue: corpus.words([&attribution.sentence], &attribution.cue),
        mode: attribution.mode.as_str(),
        kind: attribution.kind.as_str(),
        denies: attribution.denies,
        within: attribution
            .within
            .as_ref()
            .and_then(|id| numbers.attributions.get(id).copied()),
        about: attribution
            .mentions
            .iter()
            .filter_map(|id| numbers.actors.get(id).copied())
            .collect(),
        parts: sentences.into_iter().filter_map(part).collect(),
    }
}
