//! Types and actors of events, against coded records.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use crate::annotate::Models;

use super::analysis::{AnalysedMention, AnalysedPhrase, AnalysedStatement, Analysis};
use super::code_points::{CodePoints, in_word};
use super::counts::MatchCounts;
use super::error::EvaluateError;
use super::figure::Measured;
use super::gold_file::analysed;
use super::word_table;

/// A longer phrase is no actor, unless the gold phrase is as long.
const LONGEST: usize = 15;
/// The older type that was split, and the types that it was split into.
const SPLIT: (&str, [&str; 2]) = ("YIELD", ["RETREAT", "CONCEDE"]);

type Range = (usize, usize);

/// A text with its coded events.
#[derive(Debug, Deserialize)]
pub(super) struct CodedRecord {
    id: String,
    text: String,
    events: Vec<CodedEvent>,
    /// Codes that no type stands for.
    #[serde(default)]
    dropped: Vec<serde_json::Value>,
}

#[derive(Debug, Clone, Deserialize)]
struct CodedEvent {
    r#type: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    source: Vec<CodedActor>,
    target: Vec<CodedActor>,
    /// Whether all its actors do it to each other.
    reciprocal: Option<bool>,
}

#[derive(Debug, Clone, Deserialize)]
struct CodedActor {
    #[serde(default)]
    text: String,
    /// Empty if its words do not stand in the text.
    #[serde(default)]
    spans: Vec<Range>,
}

/// The figures of a file of records.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let records: Vec<(CodedRecord, Analysis)> = analysed(path, models)?;
    Ok(measure(&records))
}

#[derive(Debug, Default)]
struct EventTally {
    types: MatchCounts,
    directed: MatchCounts,
    all: MatchCounts,
    misses: Vec<String>,
}

fn measure(records: &[(CodedRecord, Analysis)]) -> Measured {
    let mut tally = EventTally::default();
    for (record, analysis) in records {
        tally.add(record, analysis);
    }
    let mut measured = Measured {
        misses: tally.misses,
        ..Measured::default()
    };
    measured.add("type F1", tally.types.f1());
    measured.add("directed F1", tally.directed.f1());
    measured.add("all F1", tally.all.f1());
    measured
}

/// An event with its type in the present names.
struct GoldEvent<'a> {
    event_type: String,
    source: Vec<&'a CodedActor>,
    target: Vec<&'a CodedActor>,
    reciprocal: bool,
    /// Whether all its actors stand in the text.
    located: bool,
}

impl CodedEvent {
    fn gold(&self) -> Option<GoldEvent<'_>> {
        let event_type = present_name(self.r#type.as_deref().filter(|name| !name.is_empty())?);
        let located = |actors: &'_ [CodedActor]| actors.iter().all(|actor| !actor.spans.is_empty());
        let source: Vec<_> = self
            .source
            .iter()
            .filter(|actor| !actor.spans.is_empty())
            .collect();
        let target: Vec<_> = self
            .target
            .iter()
            .filter(|actor| !actor.spans.is_empty())
            .collect();
        Some(GoldEvent {
            event_type,
            reciprocal: (self.reciprocal).unwrap_or(source.len() > 1 && self.target.is_empty()),
            located: located(&self.source)
                && located(&self.target)
                && !(source.is_empty() && target.is_empty()),
            source,
            target,
        })
    }
}

/// The name that a type has today.
fn present_name(name: &str) -> String {
    let name = name.to_uppercase();
    word_table::value("event", &name).map_or(name, str::to_owned)
}

/// A typed edge of a statement with the other mentions of its ends' actors.
struct SystemEvent {
    event_type: String,
    source: EventSide,
    target: EventSide,
}

/// One end: its own place, and all places of its actor.
#[derive(Default)]
struct EventSide {
    own: Option<Range>,
    spans: Vec<Range>,
}

impl EventSide {
    fn new(phrase: &AnalysedPhrase, mentions: &[AnalysedMention]) -> Self {
        let own = (phrase.end > phrase.start).then_some((phrase.start, phrase.end));
        let actor = phrase.actor.as_deref().filter(|actor| !actor.is_empty());
        let same = mentions
            .iter()
            .filter(|mention| actor.is_some() && mention.actor.as_deref() == actor)
            .map(|mention| (mention.start, mention.end));
        Self {
            own,
            spans: own.into_iter().chain(same).collect(),
        }
    }

    /// Which of the actors it meets.
    fn met(&self, actors: &[&CodedActor], text: &CodePoints) -> BTreeSet<usize> {
        let actors = actors.iter().enumerate();
        let met = actors.filter(|(_, actor)| {
            self.spans
                .iter()
                .any(|&span| meets(span, &actor.spans, text))
        });
        met.map(|(index, _)| index).collect()
    }
}

/// Whether a phrase shares a content word in place with one of the gold phrases.
fn meets(span: Range, golds: &[Range], text: &CodePoints) -> bool {
    let words = |range: Range| text.slice(range.0, range.1).split_whitespace().count();
    golds.iter().any(|&gold| {
        let (start, end) = (span.0.max(gold.0), span.1.min(gold.1));
        start < end
            && words(span) <= LONGEST.max(2 * words(gold))
            && has_content(&text.slice(start, end), "events")
    })
}

/// Whether a text has a word that is content to the measure.
pub(super) fn has_content(text: &str, measure: &str) -> bool {
    let text = text.to_lowercase();
    let words = text.split(|letter: char| !in_word(letter) && !matches!(letter, '\'' | '’'));
    words
        .filter(|word| !word.is_empty())
        .any(|word| !word_table::is_function_word(word, measure))
}

impl GoldEvent<'_> {
    /// Whether the edge runs from its source to its target.
    fn is_met(&self, event: &SystemEvent, text: &CodePoints) -> bool {
        if self.reciprocal {
            return self.is_met_by_two(event, text);
        }
        let source = || !event.source.met(&self.source, text).is_empty();
        let target = || !event.target.met(&self.target, text).is_empty();
        match (self.source.is_empty(), self.target.is_empty()) {
            (_, true) => source(),
            (true, false) => target(),
            (false, false) => source() && target(),
        }
    }

    /// Whether its ends are two of the parties, or its source alone names two.
    fn is_met_by_two(&self, event: &SystemEvent, text: &CodePoints) -> bool {
        let named = |own: Range| {
            let first = self.source.iter().filter_map(|actor| actor.spans.first());
            first.filter(|&&span| meets(own, &[span], text)).count()
        };
        if event.source.own.is_some_and(|own| named(own) > 1) {
            return true;
        }
        let source = event.source.met(&self.source, text);
        let target = event.target.met(&self.source, text);
        !source.is_empty() && !target.is_empty() && source.union(&target).count() > 1
    }
}

impl EventTally {
    fn add(&mut self, record: &CodedRecord, analysis: &Analysis) {
        let events: Vec<GoldEvent> = record.events.iter().filter_map(CodedEvent::gold).collect();
        if events.is_empty() && (!record.dropped.is_empty() || !record.events.is_empty()) {
            return;
        }
        let gold_types: BTreeSet<&str> = events
            .iter()
            .map(|event| event.event_type.as_str())
            .collect();
        let found = system_events(record, &gold_types, analysis);
        let types: BTreeSet<&str> = found
            .iter()
            .map(|event| event.event_type.as_str())
            .collect();
        let both = gold_types.intersection(&types).count();
        self.types += MatchCounts::one_to_one(both, types.len(), gold_types.len());
        if events.iter().any(|event| !event.located) {
            return;
        }
        let text = CodePoints::new(&record.text);
        let directed = |gold: &GoldEvent, event: &SystemEvent| gold.is_met(event, &text);
        let all = |gold: &GoldEvent, event: &SystemEvent| {
            gold.event_type == event.event_type && gold.is_met(event, &text)
        };
        self.directed += counts(&events, &found, directed);
        self.all += counts(&events, &found, all);
        for gold in &events {
            if !found.iter().any(|event| all(gold, event)) {
                let names = |actors: &[&CodedActor]| {
                    let names: Vec<&str> = actors.iter().map(|actor| actor.text.as_str()).collect();
                    names.join(" & ")
                };
                let found: Vec<&str> = types.iter().copied().collect();
                self.misses.push(format!(
                    "{}: missed {}: {} -> {} (found {}): {}",
                    record.id,
                    gold.event_type,
                    names(&gold.source),
                    names(&gold.target),
                    found.join(" "),
                    record.text
                ));
            }
        }
    }
}

fn counts(
    gold: &[GoldEvent],
    found: &[SystemEvent],
    fits: impl Fn(&GoldEvent, &SystemEvent) -> bool,
) -> MatchCounts {
    let right = found
        .iter()
        .filter(|event| gold.iter().any(|gold| fits(gold, event)));
    let met = gold
        .iter()
        .filter(|gold| found.iter().any(|event| fits(gold, event)));
    MatchCounts {
        right: right.count() as f64,
        system: found.len() as f64,
        found: met.count() as f64,
        gold: gold.len() as f64,
    }
}

/// The edges of statements that have a type, those with the same type and ends once.
fn system_events(
    record: &CodedRecord,
    gold_types: &BTreeSet<&str>,
    analysis: &Analysis,
) -> Vec<SystemEvent> {
    let mut right_as_well = BTreeMap::new();
    for event in &record.events {
        for (other, own) in event
            .also
            .iter()
            .zip(std::iter::repeat(event.r#type.as_deref()))
        {
            let other = present_name(other);
            if let Some(own) = own.filter(|_| !gold_types.contains(other.as_str())) {
                right_as_well.insert(other, present_name(own));
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for statement in &analysis.statements {
        let Some(name) = statement.relation.event.as_deref() else {
            continue;
        };
        let name = present_name(name);
        let mut event_type = right_as_well.get(&name).cloned().unwrap_or(name);
        if event_type == SPLIT.0 {
            let part = SPLIT.1.into_iter().find(|part| gold_types.contains(part));
            event_type = part.unwrap_or(SPLIT.1[0]).to_owned();
        }
        // Statements that say the same count once, the edges of one statement each.
        let mut ends = ends(statement, &analysis.mentions);
        ends.retain(|(a, b)| !seen.contains(&(event_type.clone(), a.own, b.own)));
        seen.extend(ends.iter().map(|(a, b)| (event_type.clone(), a.own, b.own)));
        found.extend(ends.into_iter().map(|(source, target)| SystemEvent {
            event_type: event_type.clone(),
            source,
            target,
        }));
    }
    found
}

/// The ends of each edge of a statement; without edges, one that has none.
fn ends(
    statement: &AnalysedStatement,
    mentions: &[AnalysedMention],
) -> Vec<(EventSide, EventSide)> {
    if statement.edges.is_empty() {
        return vec![Default::default()];
    }
    let side = |phrase: &AnalysedPhrase| EventSide::new(phrase, mentions);
    let edges = statement.edges.iter();
    edges
        .map(|edge| (side(&edge.source), side(&edge.target)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Chad accused Mali. It warned Niger.";

    fn record(events: &str) -> CodedRecord {
        let json = format!(r#"{{"id": "a", "text": "{TEXT}", "events": {events}}}"#);
        serde_json::from_str(&json).unwrap()
    }

    /// An edge of a type between two places.
    fn statement(event: &str, source: Range, target: Range) -> AnalysedStatement {
        let end = |range: Range| AnalysedPhrase {
            start: range.0,
            end: range.1,
            text: None,
            actor: (range == (19, 21)).then(|| "Chad".into()),
        };
        serde_json::from_value(serde_json::json!({
            "sentence": 0, "subject": {"start": 0, "end": 0}, "object": null, "arguments": [],
            "relation": {"text": "", "lemma": "", "predicate": "", "event": event},
            "polarity": "positive", "modality": "asserted", "attribution": [], "edges": []
        }))
        .map(|statement: AnalysedStatement| AnalysedStatement {
            edges: vec![super::super::analysis::AnalysedEdge {
                source: end(source),
                label: String::new(),
                target: end(target),
            }],
            ..statement
        })
        .unwrap()
    }

    fn figures(events: &str, statements: Vec<AnalysedStatement>) -> [f64; 3] {
        let mention = |start, end| AnalysedMention {
            start,
            end,
            kind: "name".into(),
            actor: Some("Chad".into()),
        };
        let analysis = Analysis {
            text: TEXT.into(),
            mentions: vec![mention(0, 4), mention(19, 21)],
            statements,
            ..Analysis::default()
        };
        let measured = measure(&[(record(events), analysis)]);
        ["type F1", "directed F1", "all F1"].map(|name| measured.value(name))
    }

    const GOLD: &str = r#"[{"type": "DISAPPROVE", "source": [{"text": "Chad", "spans": [[0, 4]]}],
        "target": [{"text": "Mali", "spans": [[13, 17]]}]}]"#;

    #[test]
    fn types_and_direction_count() {
        let right = statement("ACCUSE", (0, 4), (13, 17));
        assert_eq!(figures(GOLD, vec![right]), [100.0, 100.0, 100.0]);
        let back = statement("ACCUSE", (13, 17), (0, 4));
        assert_eq!(figures(GOLD, vec![back]), [100.0, 0.0, 0.0]);
        let other = statement("REJECT", (0, 4), (13, 17));
        assert_eq!(figures(GOLD, vec![other]), [0.0, 100.0, 0.0]);
    }

    #[test]
    fn another_mention_of_the_actor_is_as_good() {
        let gold = r#"[{"type": "THREATEN", "source": [{"text": "Chad", "spans": [[0, 4]]}],
            "target": [{"text": "Niger", "spans": [[29, 34]]}]}]"#;
        let right = statement("THREATEN", (19, 21), (29, 34));
        let again = statement("THREATEN", (19, 21), (29, 34));
        let wrong = statement("THREATEN", (13, 17), (29, 34));
        // The same edge twice counts once: precision 1 of 2, recall 1 of 1.
        let [types, directed, all] = figures(gold, vec![right, again, wrong]);
        assert_eq!(types, 100.0);
        assert!((directed - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!(directed, all);
    }

    #[test]
    fn parties_of_a_reciprocal_event_are_all_sources() {
        let gold = r#"[{"type": "CONSULT", "source": [{"text": "Chad", "spans": [[0, 4]]},
            {"text": "Mali", "spans": [[13, 17]]}], "target": []}]"#;
        let back = statement("CONSULT", (13, 17), (0, 4));
        assert_eq!(figures(gold, vec![back]), [100.0, 100.0, 100.0]);
        let one = statement("CONSULT", (0, 4), (29, 34));
        assert_eq!(figures(gold, vec![one]), [100.0, 0.0, 0.0]);
    }
}
