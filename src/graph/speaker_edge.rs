//! Edges from speakers to the actors that they speak about.

use std::collections::BTreeMap;

use crate::lexicon::Stance;
use crate::merge::{CorpusAttribution, Id, Speaker};

use super::Graph;

/// What one actor says about another with one stance.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SpeakerEdge<'g> {
    /// The speaker.
    pub speaker: &'g Id,
    /// An actor that the content mentions.
    pub about: &'g Id,
    /// What the speaker does with the content.
    pub stance: Stance,
    /// The attributions, by id; never empty.
    pub attributions: Vec<&'g CorpusAttribution>,
}

impl Graph {
    /// The speaker edges, by speaker, actor and stance. Speakers are not linked with themselves.
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
