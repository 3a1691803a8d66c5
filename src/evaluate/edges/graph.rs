//! `graph.json`, as far as it is measured: an edge for each piece of evidence, sayings, and names of actors.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::evaluate::code_points::CodePoints;
use crate::graph::Graph;

/// What pictures leave out unless they are asked for it.
const ASIDE: [&str; 4] = ["membership", "location", "title", "apposition"];

type Range = (usize, usize);

#[derive(Deserialize)]
struct GraphRecords {
    documents: Vec<NamedRecord>,
    sentences: Vec<SentenceText>,
    actors: Vec<NodeText>,
    attributions: Vec<SayingText>,
    claims: Vec<ClaimText>,
}

#[derive(Deserialize)]
struct NamedRecord {
    id: String,
    name: String,
}

#[derive(Deserialize)]
struct SentenceText {
    id: String,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Deserialize)]
struct NodeText {
    id: String,
    name: String,
    #[serde(default)]
    seen: BTreeMap<String, SeenNames>,
}

#[derive(Deserialize)]
struct SeenNames {
    #[serde(default)]
    names: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
struct SayingText {
    id: String,
    document: String,
    sentence: String,
    kind: Option<String>,
    speaker: Option<SpeakerText>,
    content: Vec<Range>,
    #[serde(default)]
    content_sentences: Vec<String>,
}

#[derive(Deserialize)]
struct SpeakerText {
    actor: Option<String>,
    #[serde(default)]
    others: Vec<String>,
    sentence: String,
    #[serde(default)]
    words: Vec<Range>,
}

#[derive(Deserialize)]
struct ClaimText {
    source: String,
    target: String,
    polarity: String,
    modality: String,
    evidence: Vec<EvidenceText>,
}

#[derive(Deserialize)]
struct EvidenceText {
    document: String,
    sentence: String,
    #[serde(default)]
    source: Vec<Range>,
    #[serde(default)]
    target: Vec<Range>,
    label: String,
    #[serde(default)]
    attribution: Vec<String>,
    extractor: String,
    shown: Option<bool>,
}

/// A piece of evidence as an edge.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GraphEdge {
    pub(super) document: String,
    pub(super) sentence: String,
    /// The end's name and its words.
    pub(super) source: [String; 2],
    pub(super) target: [String; 2],
    pub(super) label: String,
    pub(super) polarity: String,
    pub(super) modality: String,
    /// For each attribution, outermost first, the names and words of its speaker.
    pub(super) said_by: Vec<Vec<String>>,
    /// Whether pictures show it by default.
    pub(super) shown: bool,
}

/// Something that is said in a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GraphSaying {
    pub(super) document: String,
    /// The names and words of the speaker; empty if the text names none.
    pub(super) speaker: Vec<String>,
    pub(super) content: String,
}

/// A graph with the texts that it refers to.
pub(super) struct GraphTexts {
    documents: BTreeMap<String, String>,
    sentences: BTreeMap<String, (Range, CodePoints, String)>,
    actors: BTreeMap<String, NodeText>,
    attributions: Vec<SayingText>,
    claims: Vec<ClaimText>,
}

impl GraphTexts {
    /// The graph as `graph.json` has it.
    pub(super) fn of(graph: &Graph) -> Self {
        let mut json = Vec::new();
        // Writing to memory cannot fail; the fields read here are public.
        graph.write(&mut json).expect("a graph can be written");
        Self::read(&json).expect("graph.json has its public fields")
    }

    pub(super) fn read(json: &[u8]) -> serde_json::Result<Self> {
        let records: GraphRecords = serde_json::from_slice(json)?;
        let named = records.documents.into_iter();
        let sentences = records.sentences.into_iter();
        Ok(Self {
            documents: named.map(|record| (record.id, record.name)).collect(),
            sentences: sentences
                .map(|sentence| {
                    let range = (sentence.start, sentence.end);
                    let letters = CodePoints::new(&sentence.text);
                    (sentence.id, (range, letters, sentence.text))
                })
                .collect(),
            actors: (records.actors.into_iter())
                .map(|actor| (actor.id.clone(), actor))
                .collect(),
            attributions: records.attributions,
            claims: records.claims,
        })
    }

    /// The words at ranges of a document's text that lie in this sentence.
    fn words(&self, sentence: &str, ranges: &[Range]) -> String {
        let Some((range, letters, _)) = self.sentences.get(sentence) else {
            return String::new();
        };
        let words = ranges.iter().map(|&(start, end)| {
            letters.slice(start.saturating_sub(range.0), end.saturating_sub(range.0))
        });
        words.collect::<Vec<_>>().join(" ")
    }

    fn name(&self, actor: &str) -> String {
        let actor = self.actors.get(actor);
        actor.map_or_else(String::new, |actor| actor.name.clone())
    }

    fn document(&self, id: &str) -> String {
        self.documents.get(id).cloned().unwrap_or_default()
    }

    fn speakers(&self, saying: &SayingText) -> Vec<String> {
        let Some(speaker) = &saying.speaker else {
            return Vec::new();
        };
        let actors = speaker.actor.iter().chain(&speaker.others);
        let mut names: Vec<String> = actors.map(|actor| self.name(actor)).collect();
        names.push(self.words(&speaker.sentence, &speaker.words));
        names
    }

    /// Each piece of evidence as an edge.
    pub(super) fn edges(&self) -> Vec<GraphEdge> {
        let attributions: BTreeMap<&str, &SayingText> = (self.attributions.iter())
            .map(|attribution| (attribution.id.as_str(), attribution))
            .collect();
        let edge = |claim: &ClaimText, evidence: &EvidenceText| {
            let chain = evidence.attribution.iter();
            let chain = chain.filter_map(|id| attributions.get(id.as_str()));
            let sentence = self.sentences.get(&evidence.sentence);
            let words = |ranges: &[Range]| self.words(&evidence.sentence, ranges);
            GraphEdge {
                document: self.document(&evidence.document),
                sentence: sentence.map_or_else(String::new, |(_, _, text)| text.clone()),
                source: [self.name(&claim.source), words(&evidence.source)],
                target: [self.name(&claim.target), words(&evidence.target)],
                label: evidence.label.clone(),
                polarity: claim.polarity.clone(),
                modality: claim.modality.clone(),
                said_by: chain.map(|saying| self.speakers(saying)).collect(),
                shown: (evidence.shown)
                    .unwrap_or_else(|| !ASIDE.contains(&evidence.extractor.as_str())),
            }
        };
        let claims = self.claims.iter();
        claims
            .flat_map(|claim| (claim.evidence.iter()).map(move |evidence| (claim, evidence)))
            .map(|(claim, evidence)| edge(claim, evidence))
            .collect()
    }

    /// Everything that is said; no thoughts, wishes or acts.
    pub(super) fn sayings(&self) -> Vec<GraphSaying> {
        let sayings = self.attributions.iter();
        sayings
            .filter(|saying| saying.kind.as_deref().unwrap_or("saying") == "saying")
            .map(|saying| GraphSaying {
                document: self.document(&saying.document),
                speaker: self.speakers(saying),
                content: self.content(saying),
            })
            .collect()
    }

    fn content(&self, saying: &SayingText) -> String {
        let own = std::slice::from_ref(&saying.sentence);
        let holders = match saying.content_sentences.as_slice() {
            [] => own,
            holders => holders,
        };
        let mut parts = Vec::new();
        for id in holders {
            let Some((sentence, _, _)) = self.sentences.get(id) else {
                continue;
            };
            let inside = |range: &&Range| range.0 < sentence.1 && range.1 > sentence.0;
            let ranges = saying.content.iter().filter(inside);
            parts.extend(ranges.map(|range| self.words(id, &[*range])));
        }
        parts.join(" ")
    }

    /// For each actor seen in the document: its id and the names that the document has for it.
    pub(super) fn actors_in(&self, document: &str) -> Vec<(&str, Vec<&str>)> {
        let mut found = Vec::new();
        for actor in self.actors.values() {
            for (id, seen) in &actor.seen {
                if self.documents.get(id).is_some_and(|name| name == document) {
                    let names = seen.names.keys().map(String::as_str).collect();
                    found.push((actor.id.as_str(), names));
                }
            }
        }
        found
    }
}
