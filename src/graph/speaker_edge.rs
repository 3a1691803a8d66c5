//! A speaker's claims as edges to what they are about.

use std::collections::BTreeMap;

use crate::lexicon::Stance;
use crate::merge::{CorpusAttribution, Id, Speaker};

use super::Graph;

/// What one actor says about another with one stance.
#[derive(Debug, Clone, PartialEq)]
pub struct SpeakerEdge<'g> {
    /// Who says it.
    pub speaker: &'g Id,
    /// Whom it is about: an actor that the content names.
    pub about: &'g Id,
    /// What the speaker does with the content.
    pub stance: Stance,
    /// Where, by id; never empty.
    pub attributions: Vec<&'g CorpusAttribution>,
}

impl Graph {
    /// Who speaks about whom, by speaker, the one it is about, and stance. Nobody speaks about himself here.
    pub fn speaker_edges(&self) -> Vec<SpeakerEdge<'_>> {
        let mut edges: BTreeMap<(&Id, &Id, Stance), Vec<&CorpusAttribution>> = BTreeMap::new();
        for attribution in self.corpus().attributions() {
            for speaker in attribution.speaker.iter().flat_map(Speaker::actors) {
                for about in attribution
                    .mentions
                    .iter()
                    .filter(|about| *about != speaker)
                {
                    let edge = edges
                        .entry((speaker, about, attribution.stance))
                        .or_default();
                    edge.push(attribution);
                }
            }
        }
        let edge = |((speaker, about, stance), attributions)| SpeakerEdge {
            speaker,
            about,
            stance,
            attributions,
        };
        edges.into_iter().map(edge).collect()
    }
}
