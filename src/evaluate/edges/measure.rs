//! The figures of a file of articles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use crate::annotate::{Models, annotate};
use crate::evaluate::analysis::Analysis;
use crate::evaluate::counts::harmonic_mean;
use crate::evaluate::error::EvaluateError;
use crate::evaluate::figure::{Measured, percent};
use crate::evaluate::gold_file::{documents, records};
use crate::extract::extract;
use crate::graph::Graph;
use crate::merge::Corpus;
use crate::read::InputFormat;
use crate::text::Document;

use super::gold::{GoldArticle, GoldEdge, GoldSaying, OneOrMore};
use super::graph::{GraphEdge, GraphSaying, GraphTexts};
use super::referents;
use super::words::{is_label, is_named, words};

/// The figures of a file of articles.
pub(in crate::evaluate) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let gold: Vec<GoldArticle> = records(path)?;
    let documents = documents(path, InputFormat::Jsonl)?;
    Ok(measure(&gold, documents, models))
}

/// Makes one graph of all articles, and compares.
fn measure(gold: &[GoldArticle], documents: Vec<Document>, models: &Models) -> Measured {
    let documents = documents.into_par_iter();
    let extracted = documents.map(|document| {
        let extracted = extract(annotate(document, models), models);
        (Analysis::of_extracted(&extracted), Corpus::of(&extracted))
    });
    let (analyses, corpora): (Vec<Analysis>, Vec<Corpus>) = extracted.unzip();
    let corpus = corpora.into_iter().fold(Corpus::default(), Corpus::merge);
    compare(gold, &analyses, &GraphTexts::of(&Graph::build(corpus)))
}

fn compare(gold: &[GoldArticle], analyses: &[Analysis], graph: &GraphTexts) -> Measured {
    let mut tally = EdgeTally::default();
    let (edges, sayings) = (graph.edges(), graph.sayings());
    for (article, analysis) in gold.iter().zip(analyses) {
        let inside = edges.iter().filter(|edge| edge.document == article.id);
        tally.edges(article, inside);
        let inside = sayings
            .iter()
            .filter(|saying| saying.document == article.id);
        tally.sayings(article, inside);
        tally.actors(article, graph);
        tally.referents(article, analysis);
    }
    tally.measured()
}

/// Right ones of all.
#[derive(Debug, Default, Clone, Copy)]
struct RightShare {
    right: usize,
    all: usize,
}

impl RightShare {
    fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn percent(self) -> f64 {
        percent(self.right, self.all)
    }
}

/// How much of an edge is right; each level has those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum EdgeFit {
    Nothing,
    Ends,
    Label,
    Whole,
}

#[derive(Debug, Default)]
struct EdgeTally {
    ends: RightShare,
    label: RightShare,
    whole: RightShare,
    shown: RightShare,
    facts: RightShare,
    key_facts: RightShare,
    said: RightShare,
    gold_said: RightShare,
    actors: RightShare,
    nodes: RightShare,
    referents: RightShare,
    misses: Vec<String>,
}

impl EdgeTally {
    fn edges<'g>(&mut self, article: &GoldArticle, edges: impl Iterator<Item = &'g GraphEdge>) {
        let mut found = BTreeSet::new();
        for edge in edges {
            let mut best = EdgeFit::Nothing;
            for (number, gold) in article.edges.iter().enumerate() {
                if same_sentence(&gold.sentence, &edge.sentence) {
                    let fit = fit(gold, edge);
                    best = best.max(fit);
                    if fit == EdgeFit::Whole {
                        found.insert(number);
                    }
                }
            }
            self.ends.add(best >= EdgeFit::Ends);
            self.label.add(best >= EdgeFit::Label);
            self.whole.add(best == EdgeFit::Whole);
            if edge.shown {
                self.shown.add(best == EdgeFit::Whole);
            }
            if best != EdgeFit::Whole {
                self.misses.push(wrong_edge(&article.id, edge, best));
            }
        }
        for (number, gold) in article.edges.iter().enumerate() {
            let found = found.contains(&number);
            if gold.weight >= 1 {
                self.facts.add(found);
                if !found {
                    self.miss(&article.id, "missed edge", gold);
                }
            }
            if gold.weight >= 2 {
                self.key_facts.add(found);
            }
        }
    }

    fn sayings<'g>(
        &mut self,
        article: &GoldArticle,
        sayings: impl Iterator<Item = &'g GraphSaying>,
    ) {
        let mut matched = BTreeSet::new();
        for saying in sayings {
            let right = |gold: &GoldSaying| is_saying(gold, saying);
            let numbers = article.said.iter().enumerate();
            let fitting: Vec<usize> = numbers
                .filter(|(_, gold)| right(gold))
                .map(|(number, _)| number)
                .collect();
            self.said.add(!fitting.is_empty());
            if fitting.is_empty() {
                let speaker = saying.speaker.join(" | ");
                let line = format!(
                    "{}: wrong saying: {speaker}: {}",
                    article.id, saying.content
                );
                self.misses.push(line);
            }
            matched.extend(fitting);
        }
        for (number, gold) in article.said.iter().enumerate() {
            let found = matched.contains(&number);
            self.gold_said.add(found);
            if !found {
                self.miss(&article.id, "missed saying", gold);
            }
        }
    }

    /// Counts the reader's actors that stand in one node, and the nodes that hold one of them.
    fn actors(&mut self, article: &GoldArticle, graph: &GraphTexts) {
        let plain = |name: &str| words(name).join(" ");
        let mut owners: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (actor, names) in graph.actors_in(&article.id) {
            for name in names {
                owners.entry(plain(name)).or_default().insert(actor);
            }
        }
        let mut nodes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut held: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for gold in &article.actors {
            for name in std::iter::once(&gold.name).chain(&gold.names) {
                for &node in owners.get(&plain(name)).into_iter().flatten() {
                    nodes.entry(&gold.name).or_default().insert(node);
                    held.entry(node).or_default().insert(&gold.name);
                }
            }
        }
        for (name, nodes) in &nodes {
            self.actors.add(nodes.len() == 1);
            if nodes.len() > 1 {
                let line = format!("{}: split actor: {name}", article.id);
                self.misses.push(line);
            }
        }
        for golds in held.values() {
            self.nodes.add(golds.len() == 1);
            if golds.len() > 1 {
                let names: Vec<&str> = golds.iter().copied().collect();
                let line = format!("{}: mixed node: {}", article.id, names.join(", "));
                self.misses.push(line);
            }
        }
    }

    fn referents(&mut self, article: &GoldArticle, analysis: &Analysis) {
        for referent in &article.referents {
            let right = referents::is_right(referent, &article.actors, analysis);
            self.referents.add(right);
            if !right {
                let actor = referents::actor_of(referent, analysis).unwrap_or("nobody");
                let what = format!("wrong referent, {actor}");
                self.miss(&article.id, &what, referent);
            }
        }
    }

    fn miss(&mut self, article: &str, what: &str, gold: &impl serde::Serialize) {
        // Gold records hold strings and numbers only, for which JSON always has a form.
        let gold = serde_json::to_string(gold).expect("a record can be written as JSON");
        self.misses.push(format!("{article}: {what}: {gold}"));
    }

    fn measured(self) -> Measured {
        let mut measured = Measured {
            misses: self.misses,
            ..Measured::default()
        };
        let (precision, recall) = (self.whole.percent(), self.facts.percent());
        measured.add("edge precision", precision);
        measured.add("edge precision, shown", self.shown.percent());
        measured.add("edge ends", self.ends.percent());
        measured.add("edge label", self.label.percent());
        measured.add("edge recall", recall);
        measured.add("edge recall, key", self.key_facts.percent());
        measured.add("said precision", self.said.percent());
        measured.add("said recall", self.gold_said.percent());
        measured.add("actors whole", of_seen(self.actors));
        measured.add("nodes pure", of_seen(self.nodes));
        measured.add("edge F1", harmonic_mean(precision, recall));
        if self.referents.all > 0 {
            measured.add("referents right", self.referents.percent());
        }
        measured
    }
}

/// Where nothing was seen, nothing is split or mixed.
fn of_seen(share: RightShare) -> f64 {
    if share.all == 0 {
        100.0
    } else {
        share.percent()
    }
}

fn wrong_edge(article: &str, edge: &GraphEdge, fit: EdgeFit) -> String {
    let what = match fit {
        EdgeFit::Nothing => "ends",
        EdgeFit::Ends => "label",
        EdgeFit::Label | EdgeFit::Whole => "rest",
    };
    let (source, target) = (edge.source.join(" | "), edge.target.join(" | "));
    let said_by: Vec<String> = edge.said_by.iter().map(|names| names.join(" | ")).collect();
    let GraphEdge {
        label,
        polarity,
        modality,
        sentence,
        ..
    } = edge;
    format!(
        "{article}: wrong edge, {what}: {source} -[{label}]-> {target} ({polarity} {modality}, said by {said_by:?}): \
         {sentence}"
    )
}

/// How much of the edge is what the reader has.
fn fit(gold: &GoldEdge, edge: &GraphEdge) -> EdgeFit {
    if !is_named(&gold.source, &edge.source) || !is_named(&gold.target, &edge.target) {
        return EdgeFit::Nothing;
    }
    if !is_label(&gold.label, &edge.label) {
        return EdgeFit::Ends;
    }
    let whole = edge.polarity == gold.polarity
        && gold
            .modality
            .split('|')
            .any(|modality| modality == edge.modality)
        && speakers_fit(&gold.said_by, &edge.said_by);
    if whole {
        EdgeFit::Whole
    } else {
        EdgeFit::Label
    }
}

/// Whether the last named speaker of the reader's chain is in the program's; where the author tells it, there must be
/// none.
fn speakers_fit(wanted: &[OneOrMore], said_by: &[Vec<String>]) -> bool {
    match wanted.last() {
        None => said_by.is_empty(),
        Some(last) if last.is_nobody() => !said_by.is_empty(),
        Some(last) => said_by.iter().any(|names| is_named(last.names(), names)),
    }
}

fn is_saying(gold: &GoldSaying, saying: &GraphSaying) -> bool {
    let content = saying.content.to_lowercase();
    let has_words = (gold.content.iter()).all(|words| content.contains(&words.to_lowercase()));
    has_words
        && match gold.speaker.is_nobody() {
            true => saying.speaker.is_empty(),
            false => is_named(gold.speaker.names(), &saying.speaker),
        }
}

fn same_sentence(part: &str, sentence: &str) -> bool {
    let squeeze = |text: &str| {
        let text = text.replace('’', "'").replace(['“', '”'], "\"");
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let (part, sentence) = (squeeze(part), squeeze(sentence));
    sentence.contains(&part) || part.contains(&sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: &str = r#"{"id": "a", "edges": [
        {"sentence": "Chad warned Mali", "source": ["Chad"], "target": ["Mali"], "label": ["warn"],
            "said_by": [["Ann Oe", "Oe"]], "weight": 2},
        {"sentence": "Chad warned Mali", "source": ["Ann Oe"], "target": ["envoys"], "label": ["send"]},
        {"sentence": "Chad warned Mali", "source": ["Chad"], "target": ["capital"], "label": ["have"], "weight": 0}],
        "said": [{"speaker": ["Ann Oe"], "content": ["Chad", "Mali"]}, {"speaker": "-", "content": ["rain"]}],
        "actors": [{"name": "Ann Oe", "names": ["Ann Oe", "Oe"]}, {"name": "Chad", "names": ["Chad"]}]}"#;

    /// A graph of `Ann Oe said Chad warned Mali.` with a membership as second edge; `Oe` is a node of its own.
    const GRAPH: &str = r#"{"documents": [{"id": "d", "name": "a"}],
        "sentences": [{"id": "s", "start": 0, "end": 29, "text": "Ann Oe said Chad warned Mali."}],
        "actors": [{"id": "1", "name": "Ann Oe", "seen": {"d": {"names": {"Ann Oe": 1}}}},
            {"id": "2", "name": "Chad", "seen": {"d": {"names": {"Chad": 1}}}},
            {"id": "3", "name": "Mali", "seen": {"d": {"names": {"Mali": 1}}}},
            {"id": "4", "name": "Oe", "seen": {"d": {"names": {"Oe": 1}}}}],
        "attributions": [
            {"id": "q", "document": "d", "sentence": "s", "speaker": {"actor": "1", "sentence": "s", "words": [[0, 6]]},
                "content": [[12, 28]]},
            {"id": "r", "document": "d", "sentence": "s", "kind": "wish", "speaker": null, "content": []},
            {"id": "t", "document": "d", "sentence": "s", "speaker": null, "content": [[12, 16]]}],
        "claims": [
            {"source": "2", "target": "3", "polarity": "positive", "modality": "asserted", "evidence": [
                {"document": "d", "sentence": "s", "source": [[12, 16]], "target": [[24, 28]], "label": "warned",
                    "attribution": ["q"], "extractor": "clause"}]},
            {"source": "2", "target": "3", "polarity": "positive", "modality": "asserted", "evidence": [
                {"document": "d", "sentence": "s", "source": [[12, 16]], "target": [[24, 28]], "label": "of",
                    "attribution": [], "extractor": "membership"}]}]}"#;

    fn measured(gold: &str, graph: &str) -> Measured {
        let gold = serde_json::from_str(gold).unwrap();
        let graph = GraphTexts::read(graph.as_bytes()).unwrap();
        compare(&[gold], &[Analysis::default()], &graph)
    }

    #[test]
    fn edges_sayings_and_actors_are_counted() {
        let measured = measured(GOLD, GRAPH);
        // One of two edges is right, and of those that pictures show the only one.
        assert_eq!(measured.value("edge precision"), 50.0);
        assert_eq!(measured.value("edge precision, shown"), 100.0);
        assert_eq!(measured.value("edge ends"), 100.0);
        assert_eq!(measured.value("edge label"), 50.0);
        // What has no weight need not be found.
        assert_eq!(measured.value("edge recall"), 50.0);
        assert_eq!(measured.value("edge recall, key"), 100.0);
        assert_eq!(measured.value("edge F1"), 50.0);
        // Of two sayings, the wish left out, one is right; of two in the gold one is found.
        assert_eq!(measured.value("said precision"), 50.0);
        assert_eq!(measured.value("said recall"), 50.0);
        // Ann Oe stands in two nodes, Chad in one; no node holds two actors.
        assert_eq!(measured.value("actors whole"), 50.0);
        assert_eq!(measured.value("nodes pure"), 100.0);
    }

    #[test]
    fn polarity_modality_and_speakers_must_be_right() {
        let recall = |gold: &str| measured(gold, GRAPH).value("edge recall, key");
        let with =
            |more: &str| GOLD.replacen("\"weight\": 2", &format!("\"weight\": 2, {more}"), 1);
        assert_eq!(recall(&with(r#""polarity": "negative""#)), 0.0);
        assert_eq!(recall(&with(r#""modality": "possible""#)), 0.0);
        assert_eq!(recall(&with(r#""modality": "possible|asserted""#)), 100.0);
        let says = |speakers: &str| GOLD.replacen(r#"[["Ann Oe", "Oe"]]"#, speakers, 1);
        assert_eq!(recall(&says("[]")), 0.0);
        assert_eq!(recall(&says(r#"["Bo", "-"]"#)), 100.0);
        assert_eq!(recall(&says(r#"["Ann Oe", "Bo"]"#)), 0.0);
    }
}
