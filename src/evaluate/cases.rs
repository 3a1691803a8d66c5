//! Cases: short texts of one difficulty each, with what must and what must not come out.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::annotate::Models;

use super::analysis::{AnalysedAttribution, AnalysedPhrase, AnalysedStatement, Analysis};
use super::code_points::{CodePoints, in_word};
use super::error::EvaluateError;
use super::figure::{Measured, percent};
use super::gold_file::analysed;

/// A shorter alternative stands for itself as a whole word only: `it`, `US`.
const SHORT: usize = 3;

/// A text with its checks.
#[derive(Debug, Deserialize)]
pub(super) struct GoldCase {
    id: String,
    /// A group, a colon and what is difficult.
    kind: String,
    #[serde(default)]
    edges: Vec<WantedEdge>,
    #[serde(default)]
    not_edges: Vec<WantedEdge>,
    #[serde(default)]
    said: Vec<WantedSaying>,
    #[serde(default)]
    not_said: Vec<WantedSaying>,
    #[serde(default)]
    mentions: Vec<WantedMention>,
    #[serde(default)]
    apart: Vec<(String, String)>,
    #[serde(default)]
    same: Vec<(String, String)>,
}

/// What an edge must have. In every field, alternatives are parted by `|`, and nothing stands for anything.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct WantedEdge {
    #[serde(skip_serializing_if = "String::is_empty")]
    source: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    label: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    target: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    polarity: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    modality: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    event: String,
    /// Speakers of its chain; an empty list says that nobody but the author says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    said_by: Option<Vec<String>>,
}

/// What an attribution must have.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct WantedSaying {
    /// `-` says that the text names none.
    #[serde(skip_serializing_if = "String::is_empty")]
    speaker: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    content: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    addressee: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    stance: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    mode: String,
}

/// For whom a mention must stand.
#[derive(Debug, Deserialize, Serialize)]
struct WantedMention {
    text: String,
    actor: String,
    /// Which mention with these words, counted from 1.
    #[serde(default = "first")]
    nth: usize,
}

fn first() -> usize {
    1
}

/// The figures of a file of cases.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let cases: Vec<(GoldCase, Analysis)> = analysed(path, models)?;
    Ok(measure(&cases))
}

/// How many cases and checks of a group are right.
#[derive(Debug, Default)]
struct GroupTally {
    group: String,
    cases: usize,
    cases_right: usize,
    checks: usize,
    checks_right: usize,
}

fn measure(cases: &[(GoldCase, Analysis)]) -> Measured {
    let mut measured = Measured::default();
    let mut groups: Vec<GroupTally> = Vec::new();
    for (case, analysis) in cases {
        let checks = case.checks(analysis);
        let right = checks.iter().filter(|(_, right)| *right).count();
        let group = case.kind.split(':').next().unwrap_or_default();
        for name in ["all", group] {
            let at = groups.iter().position(|tally| tally.group == name);
            let at = at.unwrap_or_else(|| {
                groups.push(GroupTally {
                    group: name.to_owned(),
                    ..GroupTally::default()
                });
                groups.len() - 1
            });
            let tally = &mut groups[at];
            tally.cases += 1;
            tally.cases_right += usize::from(right == checks.len());
            tally.checks += checks.len();
            tally.checks_right += right;
        }
        let missed = checks.iter().filter(|(_, right)| !right);
        let missed = missed.map(|(what, _)| format!("{}: {what}: {}", case.id, analysis.text));
        measured.misses.extend(missed);
    }
    for tally in groups {
        let (cases, checks) = (
            percent(tally.cases_right, tally.cases),
            percent(tally.checks_right, tally.checks),
        );
        measured.add(format!("{} cases", tally.group), cases);
        measured.add(format!("{} checks", tally.group), checks);
    }
    measured
}

impl GoldCase {
    /// Each check, in words, and whether it is right.
    fn checks(&self, analysis: &Analysis) -> Vec<(String, bool)> {
        let edges = edges(analysis);
        let text = analysis.code_points();
        let has_edge = |wanted: &WantedEdge| edges.iter().any(|edge| edge.is(wanted));
        let has_saying = |wanted: &WantedSaying| {
            let attributions = analysis.attributions.iter();
            attributions
                .into_iter()
                .any(|found| wanted.is(found, &text))
        };
        let mut checks = Vec::new();
        let mut check = |what: String, right: bool| checks.push((what, right));
        for wanted in &self.edges {
            check(in_words("no such edge", wanted), has_edge(wanted));
        }
        for wanted in &self.not_edges {
            check(in_words("unwanted edge", wanted), !has_edge(wanted));
        }
        for wanted in &self.said {
            check(in_words("no such saying", wanted), has_saying(wanted));
        }
        for wanted in &self.not_said {
            check(in_words("unwanted saying", wanted), !has_saying(wanted));
        }
        for wanted in &self.mentions {
            let actor = actor_of(analysis, &text, &wanted.text, wanted.nth);
            let right = actor.is_some_and(|actor| holds(&wanted.actor, &[actor]));
            check(in_words("no such mention", wanted), right);
        }
        let actor = |words: &str| actor_of(analysis, &text, words, 1);
        for (one, other) in &self.apart {
            let apart = actor(one).is_none() || actor(one) != actor(other);
            check(format!("not apart: {one}, {other}"), apart);
        }
        for (one, other) in &self.same {
            let same = actor(one).is_some() && actor(one) == actor(other);
            check(format!("not the same: {one}, {other}"), same);
        }
        checks
    }
}

fn in_words(what: &str, wanted: &impl Serialize) -> String {
    // Gold records hold strings and numbers only, for which JSON always has a form.
    let wanted = serde_json::to_string(wanted).expect("a record can be written as JSON");
    format!("{what}: {wanted}")
}

/// An edge with all that can be asked of it.
struct CaseEdge<'a> {
    source: Vec<String>,
    target: Vec<String>,
    label: [&'a str; 4],
    polarity: &'a str,
    modality: &'a str,
    event: &'a str,
    said_by: Vec<String>,
}

fn edges(analysis: &Analysis) -> Vec<CaseEdge<'_>> {
    let text = analysis.code_points();
    let statements = analysis.statements.iter();
    statements
        .flat_map(|statement| edges_of(statement, analysis, &text))
        .collect()
}

fn edges_of<'a>(
    statement: &'a AnalysedStatement,
    analysis: &'a Analysis,
    text: &CodePoints,
) -> Vec<CaseEdge<'a>> {
    let words = |phrase: &AnalysedPhrase| [phrase.text.clone(), phrase.actor.clone()];
    let further = statement.arguments.iter().flat_map(words).flatten();
    let further: Vec<String> = further.collect();
    let relation = &statement.relation;
    let edges = statement.edges.iter();
    edges
        .map(|edge| CaseEdge {
            source: edge.source.names(text).into(),
            target: [edge.target.names(text).to_vec(), further.clone()].concat(),
            label: [
                &edge.label,
                &relation.text,
                &relation.lemma,
                &relation.predicate,
            ],
            polarity: &statement.polarity,
            modality: &statement.modality,
            event: relation.event.as_deref().unwrap_or("none"),
            said_by: analysis.speakers(statement),
        })
        .collect()
}

impl CaseEdge<'_> {
    fn is(&self, wanted: &WantedEdge) -> bool {
        let chain = match wanted.said_by.as_deref() {
            None => true,
            Some([]) => self.said_by.is_empty(),
            Some(names) => {
                (names.iter()).all(|name| self.said_by.iter().any(|said| holds(name, &[said])))
            }
        };
        chain
            && holds(&wanted.source, &self.source)
            && holds(&wanted.target, &self.target)
            && holds(&wanted.label, &self.label)
            && holds(&wanted.polarity, &[self.polarity])
            && holds(&wanted.modality, &[self.modality])
            && holds(&wanted.event, &[self.event])
    }
}

impl WantedSaying {
    fn is(&self, found: &AnalysedAttribution, text: &CodePoints) -> bool {
        let names = |phrase: &Option<AnalysedPhrase>, actors: &[String]| -> Vec<String> {
            let phrase = phrase.iter();
            let words = phrase.flat_map(|phrase| [phrase.text.clone(), phrase.actor.clone()]);
            words.flatten().chain(actors.iter().cloned()).collect()
        };
        let speaker = match self.speaker.as_str() {
            "-" => found.source.is_none(),
            speaker => holds(speaker, &names(&found.source, &found.speakers)),
        };
        let content = found.content.iter();
        let content = content.map(|part| text.slice(part.start, part.end));
        let content = [content.collect::<Vec<_>>().join(" ")];
        speaker
            && self.content.iter().all(|words| holds(words, &content))
            && holds(&self.addressee, &names(&found.addressee, &found.addressees))
            && holds(&self.stance, &[&found.stance])
            && holds(&self.mode, &[&found.mode])
    }
}

/// The actor of the n-th mention with these words.
fn actor_of<'a>(
    analysis: &'a Analysis,
    text: &CodePoints,
    words: &str,
    nth: usize,
) -> Option<&'a str> {
    let words = words.to_lowercase();
    let mut same = (analysis.mentions.iter())
        .filter(|mention| text.slice(mention.start, mention.end).to_lowercase() == words);
    same.nth(nth.checked_sub(1)?)?.actor.as_deref()
}

/// Whether one of the alternatives, parted by `|`, occurs in one of the texts. No alternative at all stands for
/// anything.
fn holds(wanted: &str, texts: &[impl AsRef<str>]) -> bool {
    wanted.is_empty()
        || wanted.split('|').any(|alternative| {
            let alternative = alternative.trim().to_lowercase();
            texts.iter().any(|text| {
                let text = text.as_ref().to_lowercase();
                !text.is_empty() && occurs(&alternative, &text)
            })
        })
}

fn occurs(alternative: &str, text: &str) -> bool {
    if alternative.chars().count() > SHORT {
        return text.contains(alternative);
    }
    text.match_indices(alternative).any(|(start, found)| {
        let before = text[..start].chars().next_back();
        let after = text[start + found.len()..].chars().next();
        !before.is_some_and(in_word) && !after.is_some_and(in_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn analysis() -> Analysis {
        // Chad and its army: one mention each; the statement is said by Ann.
        serde_json::from_str(
            r#"{"text": "Ann said Chad left us.",
            "mentions": [{"start": 0, "end": 3, "kind": "name", "actor": "Ann Oe"},
                {"start": 9, "end": 13, "kind": "name", "actor": "Chad"},
                {"start": 19, "end": 21, "kind": "pronoun", "actor": "Ann Oe"}],
            "statements": [{"sentence": 0, "subject": {"text": "Chad", "start": 9, "end": 13, "actor": "Chad"},
                "relation": {"text": "left", "lemma": "leave", "predicate": "leave", "event": null},
                "object": null, "arguments": [], "polarity": "positive", "modality": "asserted", "attribution": [0],
                "edges": [{"source": {"start": 9, "end": 13, "actor": "Chad"}, "label": "leave",
                    "target": {"start": 19, "end": 21, "actor": "Ann Oe"}}]}],
            "attributions": [{"source": {"start": 0, "end": 3, "text": "Ann", "actor": "Ann Oe"},
                "cue": {"start": 4, "end": 8}, "content": [{"start": 9, "end": 21}], "mode": "indirect",
                "stance": "asserts"}]}"#,
        )
        .unwrap()
    }

    fn right(case: &str) -> Vec<bool> {
        let case: GoldCase = serde_json::from_str(case).unwrap();
        let checks = case.checks(&analysis());
        checks.into_iter().map(|(_, right)| right).collect()
    }

    #[test]
    fn edges_must_have_all_that_is_asked() {
        let checks = right(
            r#"{"id": "1", "kind": "x", "edges": [
            {"source": "chad", "label": "go|leave", "target": "Oe", "said_by": ["ann"]},
            {"source": "Cha"}, {"source": "Chad", "said_by": []}, {"event": "none", "polarity": "negative"}],
            "not_edges": [{"label": "leave"}, {"label": "stay"}]}"#,
        );
        assert_eq!(checks, [true, false, false, false, false, true]);
    }

    #[test]
    fn sayings_must_have_all_that_is_asked() {
        let checks = right(
            r#"{"id": "1", "kind": "x", "said": [
            {"speaker": "Ann", "content": ["Chad", "us"], "stance": "asserts"}, {"speaker": "-"},
            {"content": ["said"]}], "not_said": [{"mode": "mixed"}]}"#,
        );
        assert_eq!(checks, [true, false, false, true]);
    }

    #[test]
    fn mentions_stand_for_actors() {
        let checks = right(
            r#"{"id": "1", "kind": "x", "mentions": [{"text": "us", "actor": "Ann"}, {"text": "us", "actor": "Chad"}],
            "apart": [["Ann", "Chad"], ["Ann", "us"]], "same": [["Ann", "us"], ["Bob", "us"]]}"#,
        );
        assert_eq!(checks, [true, false, true, false, true, false]);
    }

    #[test]
    fn cases_are_counted_by_the_first_word_of_their_kind() {
        let case = |case: &str| (serde_json::from_str(case).unwrap(), analysis());
        let measured = measure(&[
            case(
                r#"{"id": "1", "kind": "a: one", "edges": [{"source": "Chad"}, {"source": "Mali"}]}"#,
            ),
            case(r#"{"id": "2", "kind": "b", "edges": [{"source": "Chad"}]}"#),
        ]);
        // Of two cases one is right, of three checks two.
        assert_eq!(measured.value("all cases"), 50.0);
        assert!((measured.value("all checks") - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!(measured.value("a checks"), 50.0);
        assert_eq!(measured.value("b cases"), 100.0);
        assert_eq!(measured.misses.len(), 1);
    }
}
