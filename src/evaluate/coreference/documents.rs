//! Documents with clusters of mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use crate::annotate::Models;
use crate::evaluate::analysis::{AnalysedMention, Analysis};
use crate::evaluate::error::EvaluateError;
use crate::evaluate::figure::{Measured, percent};
use crate::evaluate::gold_file::analysed;
use crate::evaluate::word_table;

use super::clusters::{Cluster, ClusterCounts, HeadPlace};

/// Kinds of things that are measured: those that actors are.
const ACTORS: [&str; 3] = ["person", "organization", "place"];
/// Links of mentions that only predicate, or point at a clause.
const NO_REFERENCE: [&str; 2] = ["pred", "disc"];

/// A document with its clusters.
#[derive(Debug, Deserialize)]
pub(super) struct ClusteredDocument {
    id: String,
    mentions: Vec<ClusteredMention>,
}

#[derive(Debug, Deserialize)]
struct ClusteredMention {
    /// Its head word, which stands for it.
    head: HeadPlace,
    cluster: String,
    r#type: String,
    kind: String,
    #[serde(default)]
    link: String,
}

/// The figures of a file of documents with clusters.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let documents: Vec<(ClusteredDocument, Analysis)> = analysed(path, models)?;
    Ok(measure(&documents))
}

fn measure(documents: &[(ClusteredDocument, Analysis)]) -> Measured {
    let mut measured = Measured::default();
    let mut counts = ClusterCounts::default();
    let (mut right, mut asked) = (0, 0);
    for (document, analysis) in documents {
        let gold = GoldClusters::of(document);
        let system = SystemClusters::of(analysis);
        for (pronoun, cluster) in gold.pronouns(analysis) {
            let actor = system.actor_of.get(&pronoun);
            let nouns = cluster
                .iter()
                .filter(|other| gold.mentions[other].kind != "pronoun");
            let found = actor.is_some()
                && nouns
                    .into_iter()
                    .any(|noun| system.actor_of.get(noun) == actor);
            asked += 1;
            right += usize::from(found);
            if !found {
                let text = analysis.code_points();
                let words = text.slice(pronoun.0, pronoun.1);
                let around = text.slice(pronoun.0.saturating_sub(60), pronoun.1 + 20);
                let line = format!("{}: missed {words}: … {around} …", document.id);
                measured.misses.push(line.replace('\n', " "));
            }
        }
        let (gold, system) = of_actors(&gold, system);
        let several = |clusters: Vec<Cluster>| -> Vec<Cluster> {
            clusters
                .into_iter()
                .filter(|cluster| cluster.len() > 1)
                .collect()
        };
        counts.add(&several(gold), &several(system));
    }
    measured.add("CoNLL F1", counts.mean());
    measured.add("pronouns", percent(right, asked));
    measured
}

struct GoldClusters<'a> {
    mentions: BTreeMap<HeadPlace, &'a ClusteredMention>,
    clusters: BTreeMap<&'a str, Cluster>,
}

impl<'a> GoldClusters<'a> {
    fn of(document: &'a ClusteredDocument) -> Self {
        let mut gold = Self {
            mentions: BTreeMap::new(),
            clusters: BTreeMap::new(),
        };
        for mention in &document.mentions {
            // Of several phrases with one head word the first and longest counts.
            let new = !gold.mentions.contains_key(&mention.head);
            if new && !NO_REFERENCE.contains(&mention.link.as_str()) {
                gold.mentions.insert(mention.head, mention);
                let cluster = gold.clusters.entry(&mention.cluster).or_default();
                cluster.insert(mention.head);
            }
        }
        gold
    }

    /// The third-person pronouns for actors whose cluster has a name or noun.
    fn pronouns(&self, analysis: &Analysis) -> Vec<(HeadPlace, &Cluster)> {
        let text = analysis.code_points();
        let asked = |place: &HeadPlace, cluster: &Cluster| {
            let mention = self.mentions[place];
            let words = text.slice(place.0, place.1).to_lowercase();
            ACTORS.contains(&mention.r#type.as_str())
                && mention.kind == "pronoun"
                && cluster
                    .iter()
                    .any(|other| self.mentions[other].kind != "pronoun")
                && word_table::holds("pronoun", &words)
        };
        let clusters = self.clusters.values();
        clusters
            .flat_map(|cluster| cluster.iter().map(move |&place| (place, cluster)))
            .filter(|(place, cluster)| asked(place, cluster))
            .collect()
    }
}

struct SystemClusters {
    /// For each head word the actor; a number for mentions that stand for none.
    actor_of: BTreeMap<HeadPlace, String>,
    clusters: BTreeMap<String, Cluster>,
}

impl SystemClusters {
    fn of(analysis: &Analysis) -> Self {
        let words = WordHeads::of(analysis);
        let mut system = Self {
            actor_of: BTreeMap::new(),
            clusters: BTreeMap::new(),
        };
        for (number, mention) in analysis.mentions.iter().enumerate() {
            let Some(head) = words.head(mention) else {
                continue;
            };
            if system.actor_of.contains_key(&head) {
                continue;
            }
            // No name begins with a control character.
            let alone = || format!("\0{number}");
            let actor = mention.actor.clone().unwrap_or_else(alone);
            system.actor_of.insert(head, actor.clone());
            system.clusters.entry(actor).or_default().insert(head);
        }
        system
    }
}

/// All words of a document with their heads.
struct WordHeads {
    places: Vec<HeadPlace>,
    heads: Vec<Option<usize>>,
    starts: BTreeMap<usize, usize>,
}

impl WordHeads {
    fn of(analysis: &Analysis) -> Self {
        let mut words = Self {
            places: Vec::new(),
            heads: Vec::new(),
            starts: BTreeMap::new(),
        };
        for sentence in &analysis.sentences {
            let base = words.places.len();
            for token in &sentence.tokens {
                words
                    .starts
                    .entry(token.start)
                    .or_insert(words.places.len());
                words.places.push((token.start, token.end));
                words
                    .heads
                    .push(token.head.checked_sub(1).map(|head| base + head));
            }
        }
        words
    }

    /// The word of a mention whose head lies outside it.
    fn head(&self, mention: &AnalysedMention) -> Option<HeadPlace> {
        let first = self.starts.get(&mention.start).copied().unwrap_or_else(|| {
            let mut ends = self.places.iter();
            let found = ends.position(|place| place.1 > mention.start);
            found.unwrap_or(self.places.len())
        });
        let rest = self.places[first..].iter();
        let end = first + rest.take_while(|place| place.0 < mention.end).count();
        let outside =
            |word: &usize| self.heads[*word].is_none_or(|head| !(first..end).contains(&head));
        (first..end).find(outside).map(|word| self.places[word])
    }
}

/// The gold clusters of actors, and those of the program that touch one of them or nothing else that the gold has.
fn of_actors(gold: &GoldClusters, system: SystemClusters) -> (Vec<Cluster>, Vec<Cluster>) {
    let is_actor = |cluster: &Cluster| {
        let mut types = cluster
            .iter()
            .map(|place| gold.mentions[place].r#type.as_str());
        types.any(|kind| ACTORS.contains(&kind))
    };
    let (actors, others): (Vec<&Cluster>, Vec<&Cluster>) = gold
        .clusters
        .values()
        .partition(|cluster| is_actor(cluster));
    let all = |clusters: &[&Cluster]| -> BTreeSet<HeadPlace> {
        clusters
            .iter()
            .flat_map(|cluster| cluster.iter().copied())
            .collect()
    };
    let (of_actors, of_others) = (all(&actors), all(&others));
    let clusters = system.clusters.into_values();
    let kept = clusters
        .filter(|cluster| !cluster.is_disjoint(&of_actors) || cluster.is_disjoint(&of_others));
    (actors.into_iter().cloned().collect(), kept.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The old mayor of Rome spoke. He left it.";

    fn measured(mayor: &str, he: &str) -> Measured {
        let gold = serde_json::from_str(
            r#"{"id": "a", "mentions": [
            {"head": [8, 13], "cluster": "1", "type": "person", "kind": "nominal", "link": "ana"},
            {"head": [17, 21], "cluster": "2", "type": "place", "kind": "name", "link": "ana"},
            {"head": [29, 31], "cluster": "1", "type": "person", "kind": "pronoun", "link": "sgl"},
            {"head": [37, 39], "cluster": "2", "type": "place", "kind": "pronoun", "link": "sgl"}]}"#,
        )
        .unwrap();
        let token = |(start, end, head): (usize, usize, usize)| serde_json::json!({"start": start, "end": end, "head": head, "entity": "O"});
        let first = [
            (0, 3, 3),
            (4, 7, 3),
            (8, 13, 6),
            (14, 16, 5),
            (17, 21, 3),
            (22, 27, 0),
            (27, 28, 6),
        ];
        let second = [(29, 31, 2), (32, 36, 0), (37, 39, 2), (39, 40, 2)];
        let analysis = serde_json::from_value(serde_json::json!({
            "text": TEXT,
            "sentences": [{"start": 0, "end": 28, "tokens": first.map(token)},
                {"start": 29, "end": 40, "tokens": second.map(token)}],
            "mentions": [{"start": 4, "end": 21, "kind": "nominal", "actor": mayor},
                {"start": 17, "end": 21, "kind": "name", "actor": "Rome"},
                {"start": 29, "end": 31, "kind": "pronoun", "actor": he},
                {"start": 37, "end": 39, "kind": "pronoun", "actor": "Rome"}]
        }))
        .unwrap();
        measure(&[(gold, analysis)])
    }

    #[test]
    fn mentions_are_paired_by_their_head_words() {
        let right = measured("mayor", "mayor");
        assert_eq!(right.value("CoNLL F1"), 100.0);
        assert_eq!(right.value("pronouns"), 100.0);
    }

    #[test]
    fn a_pronoun_given_to_another_is_missed() {
        let wrong = measured("mayor", "Rome");
        assert_eq!(wrong.value("pronouns"), 50.0);
        assert_eq!(wrong.misses.len(), 1);
        // Gold {mayor, He}, {Rome, it}; the program has {Rome, He, it}. MUC: 1 of 2 links, 1 of 2: 50. B³: 2 of 4 and
        // 1/4 · … see the sums: recall (1/2 + 2) / 4, precision (4/3 + 1/3) / 3. CEAF: 4/5 of 2, of 1.
        let b_cubed = (2.0 * 0.625 * (5.0 / 9.0)) / (0.625 + 5.0 / 9.0);
        let ceaf = 2.0 * 0.4 * 0.8 / (0.4 + 0.8);
        let mean = 100.0 * (0.5 + b_cubed + ceaf) / 3.0;
        assert!((wrong.value("CoNLL F1") - mean).abs() < 1e-9);
    }
}
