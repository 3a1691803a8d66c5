//! `actant trace`: the source sentences of edges, with the words marked.

use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use crate::export::json::{StepRecord, step};
use crate::graph::Graph;
use crate::merge::Id;
use crate::trace::{ChainSpeaker, MarkRole, TraceStep, between, of_actor, of_claim, of_edge};

use super::command::{Command, Outcome};
use super::excerpt::{ExcerptLayout, excerpt, style};
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::{in_colour, print, width};
use super::speaker_chain::{ChainLink, line_of};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant trace graph.json Pakistan TTP\n  \
        actant trace graph.json e0c1d2e3f4a5b6c7    an edge, by its id in answers and exports\n  \
        actant trace graph.json Pakistan TTP --json | jq .place",
    after_help = "Source and target are underlined with ^, the relation with ~.\n\
        Exit code 1 if nothing links the two."
)]
pub(super) struct TraceArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// An actor: name, alias or id; alone also the id of an edge or a claim
    one: String,
    /// Another actor
    other: Option<String>,
    /// One JSON object a sentence
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct TraceLine<'g> {
    claim: &'g str,
    source: String,
    target: String,
    stance: &'g str,
    polarity: &'g str,
    modality: &'g str,
    #[serde(flatten)]
    step: StepRecord<'g>,
}

impl Command for TraceArgs {
    const NAME: &'static str = "trace";
    const ABOUT: &'static str =
        "Show the source sentences of an edge, or of all edges between two actors";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let steps = match &self.other {
            None => alone(&graph, &self.one)?,
            Some(other) => {
                let (one, other) = (actor(&graph, &self.one)?, actor(&graph, other)?);
                let steps = between(&graph, &one, &other);
                if steps.is_empty() {
                    let (one, other) = (graph.name(&one), graph.name(&other));
                    note(&format!("no edge links {one} and {other} directly"));
                }
                steps
            }
        };
        if steps.is_empty() {
            return Ok(Outcome::Nothing);
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
        Ok(Outcome::Done)
    }
}

/// The sentences of an edge, a claim or an actor.
fn alone<'g>(graph: &'g Graph, name: &str) -> Result<Vec<TraceStep<'g>>, Failure> {
    let id = Id::from(name);
    if let Some(claim) = graph.corpus().claim(&id) {
        return Ok(of_claim(graph, claim));
    }
    if let Some(edge) = graph.merged_edge(&id) {
        return Ok(of_edge(graph, &edge));
    }
    let actor = actor(graph, name)?;
    let steps = of_actor(graph, &actor);
    if steps.is_empty() {
        note(&format!("no claims of {}", graph.name(&actor)));
    }
    Ok(steps)
}

fn record<'g>(graph: &'g Graph, found: &TraceStep<'g>) -> String {
    let claim = found.claim;
    let line = TraceLine {
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

fn show(graph: &Graph, steps: &[TraceStep<'_>], out: &mut String) {
    let layout = ExcerptLayout {
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
            let _ = write!(out, "  according to {}", chain(graph, &found.chain));
        }
        if !found.denied_by.is_empty() {
            let _ = write!(out, "  denied by {}", deniers(graph, &found.denied_by));
        }
        if found.evidence.is_mapped() {
            let _ = write!(out, "  says `{}`", found.evidence.label);
        }
        if !found.evidence.inferred.is_empty() {
            let _ = write!(out, "  inferred ({})", found.evidence.inferred);
        }
        out.push('\n');
        out.push_str(&excerpt(&found.sentence.text, &found.marks(), layout));
    }
}

fn heading(graph: &Graph, found: &TraceStep<'_>, out: &mut String) {
    let claim = found.claim;
    let (source, target) = (graph.name(&claim.source), graph.name(&claim.target));
    let (from, verb, to) = (
        style(MarkRole::Source),
        style(MarkRole::Relation),
        style(MarkRole::Target),
    );
    let label = claim.label();
    let _ = write!(
        out,
        "{from}{source}{from:#} {verb}{label}{verb:#} {to}{target}{to:#}"
    );
    let _ = writeln!(out, "  ({})", found.stance);
}

/// The chain of speakers, outermost first: `officials → the Taliban leadership`.
fn chain(graph: &Graph, speakers: &[ChainSpeaker<'_>]) -> String {
    line_of(speakers.iter().map(|speaker| ChainLink {
        words: named(graph, speaker),
        cue: speaker.cue.clone(),
    }))
}

/// The speakers that deny it.
fn deniers(graph: &Graph, speakers: &[ChainSpeaker<'_>]) -> String {
    let words = speakers.iter().map(|speaker| match named(graph, speaker) {
        words if words.is_empty() => format!("somebody ({})", speaker.cue),
        words => words,
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The words for a speaker, with the name of the actor if it differs.
fn named(graph: &Graph, speaker: &ChainSpeaker<'_>) -> String {
    match (speaker.words.as_str(), speaker.actor) {
        (words, Some(actor)) if !words.is_empty() && graph.name(actor) != words => {
            format!("{words} ({})", graph.name(actor))
        }
        (words, _) => words.to_owned(),
    }
}
