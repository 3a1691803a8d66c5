//! `actant disputes`: what one side says and another denies.

use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use crate::graph::{DisputeReason, Graph};
use crate::query::{ResolvedDispute, ResolvedSide, disputes};
use crate::text::{Chars, Span};
use crate::trace::MarkRole;

use super::command::{Command, Outcome};
use super::excerpt::{ExcerptLayout, excerpt, style};
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::{in_colour, print, width};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant disputes graph.json\n  \
        actant disputes graph.json --about Pakistan\n  \
        actant disputes graph.json --json | jq .asserted[].explanation",
    after_help = "A denial is linked with what another side asserts: words that it refers to, the same claim, or a content\n\
        with the same actors and most of the same words. Speakers are underlined with ^, cues with ~.\n\
        Exit code 1 if nothing is disputed."
)]
pub(super) struct DisputesArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// Only disputes in which this actor speaks or is mentioned
    #[arg(long, value_name = "ACTOR")]
    about: Option<String>,
    /// One JSON object a dispute
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct DisputeLine<'g> {
    id: &'g str,
    denied: SideLine<'g>,
    asserted: Vec<AssertedLine<'g>>,
    claims: Vec<&'g str>,
}

#[derive(Serialize)]
struct AssertedLine<'g> {
    #[serde(flatten)]
    side: SideLine<'g>,
    reason: &'g str,
    explanation: String,
}

#[derive(Serialize)]
struct SideLine<'g> {
    document: &'g str,
    place: String,
    date: Option<&'g str>,
    speaker: String,
    actors: Vec<String>,
    attribution: Option<&'g str>,
    cue: String,
    content: String,
    sentence: &'g str,
}

impl Command for DisputesArgs {
    const NAME: &'static str = "disputes";
    const ABOUT: &'static str = "Show what one side says and another denies";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let about = self.about.as_deref().map(|name| actor(&graph, name));
        let disputes = disputes(&graph, about.transpose()?.as_ref());
        if disputes.is_empty() {
            note("nothing is asserted by one side and denied by another");
            return Ok(Outcome::Nothing);
        }
        let mut text = String::new();
        for (index, dispute) in disputes.iter().enumerate() {
            if self.json {
                text.push_str(&record(&graph, dispute));
            } else {
                if index > 0 {
                    text.push('\n');
                }
                show(&graph, dispute, &mut text);
            }
        }
        print(&text)?;
        Ok(Outcome::Done)
    }
}

fn record(graph: &Graph, dispute: &ResolvedDispute<'_>) -> String {
    let asserted = dispute.asserted.iter();
    let line = DisputeLine {
        id: dispute.dispute.id.as_str(),
        denied: side_line(graph, &dispute.denied),
        asserted: asserted
            .map(|(side, reason)| AssertedLine {
                side: side_line(graph, side),
                reason: reason.as_str(),
                explanation: explanation(graph, reason),
            })
            .collect(),
        claims: (dispute.dispute.claims.iter())
            .map(|id| id.as_str())
            .collect(),
    };
    serde_json::to_string(&line).expect("a record can be written as JSON") + "\n"
}

fn side_line<'g>(graph: &Graph, side: &ResolvedSide<'g>) -> SideLine<'g> {
    SideLine {
        document: &side.document.name,
        place: side.place(),
        date: side.document.date.as_deref(),
        speaker: side.speaker(),
        actors: side.actors().map(|id| graph.name(id)).collect(),
        attribution: side.attribution.map(|said| said.id.as_str()),
        cue: side.cue(),
        content: side.content(),
        sentence: &side.sentence.text,
    }
}

fn show(graph: &Graph, dispute: &ResolvedDispute<'_>, out: &mut String) {
    heading(graph, &dispute.denied, "not so", out);
    for (side, reason) in &dispute.asserted {
        out.push_str("against\n");
        heading(graph, side, "so", out);
        let _ = writeln!(out, "   because {}", explanation(graph, reason));
    }
}

/// Speaker, place and sentence of a side.
fn heading(graph: &Graph, side: &ResolvedSide<'_>, holds: &str, out: &mut String) {
    let (from, verb) = (style(MarkRole::Source), style(MarkRole::Relation));
    let names: Vec<String> = side.actors().map(|actor| graph.name(actor)).collect();
    let name = match names.join(" and ") {
        name if name.is_empty() => side.speaker(),
        name => name,
    };
    let cue = match side.cue() {
        cue if cue.is_empty() => format!("states it to be {holds}"),
        cue => cue,
    };
    let _ = write!(
        out,
        "{from}{name}{from:#} {verb}{cue}{verb:#}\n   {}",
        side.place()
    );
    if let Some(date) = &side.document.date {
        let _ = write!(out, "  {date}");
    }
    out.push('\n');
    let layout = ExcerptLayout {
        width: width(),
        indent: 6,
        colour: in_colour(),
    };
    out.push_str(&excerpt(&side.sentence.text, &marks(side), layout));
    let beyond = side.attribution.is_some_and(|said| {
        let mut sentences = said.content_sentences.iter();
        sentences.any(|sentence| *sentence != said.sentence)
    });
    if beyond {
        out.push_str("   in full:\n");
        out.push_str(&excerpt(&side.content(), &[], layout));
    }
}

/// The spans of speaker and cue; for the author, of the disputed words.
fn marks(side: &ResolvedSide<'_>) -> Vec<(Span, MarkRole)> {
    let inside = |span: &Span<Chars>| side.sentence.span.contains(*span);
    let speaker = side.attribution.and_then(|said| said.speaker.as_ref());
    let speaker = speaker.map_or(&[][..], |speaker| &speaker.words[..]);
    let cue = side.attribution.map_or(&side.side.words, |said| &said.cue);
    let speaker = speaker.iter().map(|&span| (span, MarkRole::Source));
    let cue = cue.iter().map(|&span| (span, MarkRole::Relation));
    let marks = speaker.chain(cue).filter(|(span, _)| inside(span));
    let mut marks: Vec<_> = marks
        .map(|(span, role)| (side.sentence.bytes(span), role))
        .collect();
    marks.sort_unstable();
    marks
}

/// Why the two are linked, in words.
fn explanation(graph: &Graph, reason: &DisputeReason) -> String {
    match reason {
        DisputeReason::Answer => "the denial refers to these words".to_owned(),
        DisputeReason::Claim(id) => match graph.corpus().claim(id) {
            Some(claim) => format!(
                "both make the claim: {} {} {}",
                graph.name(&claim.source),
                claim.label(),
                graph.name(&claim.target)
            ),
            None => "both make the same claim".to_owned(),
        },
        DisputeReason::Content { actors, words } => {
            let names: Vec<String> = actors.iter().map(|id| graph.name(id)).collect();
            format!(
                "both mention {} and: {}",
                names.join(", "),
                words.join(", ")
            )
        }
    }
}
