//! A speaker's claims as edges to what they are about.

use std::collections::BTreeMap;

use crate::lexicon::Stance;
use crate::merge::{Attribution, Id, Speaker};

use super::Graph;

/// What one actor says about another with one stance.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling<'g> {
    /// Who says it.
    pub speaker: &'g Id,
    /// Whom it is about: an actor that the content names.
    pub about: &'g Id,
    /// What the speaker does with the content.
    pub stance: Stance,
    /// Where, by id; never empty.
    pub attributions: Vec<&'g Attribution>,
}

impl Graph {
    /// Who speaks about whom, by speaker, the one it is about, and stance. Nobody speaks about himself here.
    pub fn tellings(&self) -> Vec<Telling<'_>> {
        let mut edges: BTreeMap<(&Id, &Id, Stance), Vec<&Attribution>> = BTreeMap::new();
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
        let telling = |((speaker, about, stance), attributions)| Telling {
            speaker,
            about,
            stance,
            attributions,
        };
        edges.into_iter().map(telling).collect()
    }
}
