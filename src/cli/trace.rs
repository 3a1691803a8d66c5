//! `actant trace`: every source sentence of the edges between two actors, the words marked.

use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use crate::export::json::{StepRecord, step};
use crate::graph::Graph;
use crate::trace::{Role, Step, Voice, between};

use super::excerpt::{Layout, excerpt, style};
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::{in_colour, print, width};
use super::voices::{Link, line_of};
use super::{End, HELP};

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant trace graph.json Pakistan TTP\n  \
        actant trace graph.json Pakistan TTP --json | jq .place",
    after_help = "The words for doer and target are underlined with ^, those for the relation with ~.\n\
        Exit code 1 if nothing links the two."
)]
pub(super) struct Trace {
    #[command(flatten)]
    graph: GraphFile,
    /// An actor: name, alias or id
    one: String,
    /// Another actor
    other: String,
    /// One JSON object a sentence
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Line<'g> {
    claim: &'g str,
    source: String,
    target: String,
    stance: &'g str,
    polarity: &'g str,
    modality: &'g str,
    #[serde(flatten)]
    step: StepRecord<'g>,
}

impl Trace {
    pub(super) fn run(self) -> Result<End, Failure> {
        let graph = self.graph.load()?;
        let (one, other) = (actor(&graph, &self.one)?, actor(&graph, &self.other)?);
        let steps = between(&graph, &one, &other);
        if steps.is_empty() {
            note(&format!(
                "nothing links {} and {} directly",
                graph.name(&one),
                graph.name(&other)
            ));
            return Ok(End::Nothing);
        }
        let mut text = String::new();
        if self.json {
            for found in &steps {
                text.push_str(&record(&graph, found));
            }
        } else {
            show(&graph, &steps, &mut text);
        }
        print(&text)?;
        Ok(End::Done)
    }
}

fn record<'g>(graph: &'g Graph, found: &Step<'g>) -> String {
    let claim = found.claim;
    let line = Line {
        claim: claim.id.as_str(),
        source: graph.name(&claim.source),
        target: graph.name(&claim.target),
        stance: found.stance.as_str(),
        polarity: claim.polarity.as_str(),
        modality: claim.modality.as_str(),
        step: step(graph, found),
    };
    serde_json::to_string(&line).expect("a record can be written as JSON") + "\n"
}

fn show(graph: &Graph, steps: &[Step<'_>], out: &mut String) {
    let layout = Layout {
        width: width(),
        indent: 6,
        colour: in_colour(),
    };
    let mut before = None;
    for found in steps {
        if before != Some(&found.claim.id) {
            if before.is_some() {
                out.push('\n');
            }
            heading(graph, found, out);
            before = Some(&found.claim.id);
        }
        let _ = write!(out, "   {}", found.place());
        if let Some(date) = &found.document.date {
            let _ = write!(out, "  {date}");
        }
        if !found.chain.is_empty() {
            let _ = write!(out, "  according to {}", voices(graph, &found.chain));
        }
        if !found.denied_by.is_empty() {
            let _ = write!(out, "  denied by {}", deniers(graph, &found.denied_by));
        }
        if !found.evidence.inferred.is_empty() {
            let _ = write!(out, "  inferred ({})", found.evidence.inferred);
        }
        out.push('\n');
        out.push_str(&excerpt(&found.sentence.text, &found.marks(), layout));
    }
}

fn heading(graph: &Graph, found: &Step<'_>, out: &mut String) {
    let claim = found.claim;
    let (source, target) = (graph.name(&claim.source), graph.name(&claim.target));
    let (from, verb, to) = (
        style(Role::Source),
        style(Role::Relation),
        style(Role::Target),
    );
    let label = claim.label();
    let _ = write!(
        out,
        "{from}{source}{from:#} {verb}{label}{verb:#} {to}{target}{to:#}"
    );
    let _ = writeln!(out, "  ({})", found.stance);
}

/// The chain of speakers, outermost first: `officials → the Taliban leadership`.
fn voices(graph: &Graph, chain: &[Voice<'_>]) -> String {
    line_of(chain.iter().map(|voice| Link {
        words: named(graph, voice),
        cue: voice.cue.clone(),
    }))
}

/// Those who reject it, side by side.
fn deniers(graph: &Graph, voices: &[Voice<'_>]) -> String {
    let words = voices.iter().map(|voice| match named(graph, voice) {
        words if words.is_empty() => format!("somebody ({})", voice.cue),
        words => words,
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The words for a speaker, with the actor's name where it is another.
fn named(graph: &Graph, voice: &Voice<'_>) -> String {
    match (voice.words.as_str(), voice.actor) {
        (words, Some(actor)) if !words.is_empty() && graph.name(actor) != words => {
            format!("{words} ({})", graph.name(actor))
        }
        (words, _) => words.to_owned(),
    }
}
