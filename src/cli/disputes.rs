//! `actant disputes`: what one side says and another denies.

use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use crate::graph::{Graph, Reason};
use crate::query::{Contest, Stand, disputes};
use crate::text::{Chars, Span};
use crate::trace::Role;

use super::excerpt::{Layout, excerpt, style};
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::{in_colour, print, width};
use super::{End, HELP};

#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:\n  \
        actant disputes graph.json\n  \
        actant disputes graph.json --about Pakistan\n  \
        actant disputes graph.json --json | jq .why",
    after_help = "A denial is held against what another side says: words that it points at, the same claim, or a content\n\
        that names the same actors and shares most words. Words for the speaker are underlined with ^, those that say so\n\
        with ~.\n\
        Exit code 1 if nothing is disputed."
)]
pub(super) struct Disputes {
    #[command(flatten)]
    graph: GraphFile,
    /// Only those in which this actor speaks or is named
    #[arg(long, value_name = "ACTOR")]
    about: Option<String>,
    /// One JSON object a dispute
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Line<'g> {
    id: &'g str,
    denied: StandRecord<'g>,
    asserted: Vec<AssertedRecord<'g>>,
    claims: Vec<&'g str>,
}

#[derive(Serialize)]
struct AssertedRecord<'g> {
    #[serde(flatten)]
    stand: StandRecord<'g>,
    reason: &'g str,
    why: String,
}

#[derive(Serialize)]
struct StandRecord<'g> {
    document: &'g str,
    place: String,
    date: Option<&'g str>,
    voice: String,
    actors: Vec<String>,
    attribution: Option<&'g str>,
    cue: String,
    content: String,
    sentence: &'g str,
}

impl Disputes {
    pub(super) fn run(self) -> Result<End, Failure> {
        let graph = self.graph.load()?;
        let about = self.about.as_deref().map(|name| actor(&graph, name));
        let contests = disputes(&graph, about.transpose()?.as_ref());
        if contests.is_empty() {
            note("nothing is said by one and denied by another");
            return Ok(End::Nothing);
        }
        let mut text = String::new();
        for (index, contest) in contests.iter().enumerate() {
            if self.json {
                text.push_str(&record(&graph, contest));
            } else {
                if index > 0 {
                    text.push('\n');
                }
                show(&graph, contest, &mut text);
            }
        }
        print(&text)?;
        Ok(End::Done)
    }
}

fn record(graph: &Graph, contest: &Contest<'_>) -> String {
    let asserted = contest.asserted.iter();
    let line = Line {
        id: contest.dispute.id.as_str(),
        denied: stand_record(graph, &contest.denied),
        asserted: asserted
            .map(|(stand, reason)| AssertedRecord {
                stand: stand_record(graph, stand),
                reason: reason.as_str(),
                why: why(graph, reason),
            })
            .collect(),
        claims: (contest.dispute.claims.iter())
            .map(|id| id.as_str())
            .collect(),
    };
    serde_json::to_string(&line).expect("a record can be written as JSON") + "\n"
}

fn stand_record<'g>(graph: &Graph, stand: &Stand<'g>) -> StandRecord<'g> {
    StandRecord {
        document: &stand.document.name,
        place: stand.place(),
        date: stand.document.date.as_deref(),
        voice: stand.voice(),
        actors: stand.actors().map(|id| graph.name(id)).collect(),
        attribution: stand.attribution.map(|said| said.id.as_str()),
        cue: stand.cue(),
        content: stand.content(),
        sentence: &stand.sentence.text,
    }
}

fn show(graph: &Graph, contest: &Contest<'_>, out: &mut String) {
    heading(graph, &contest.denied, "not so", out);
    for (stand, reason) in &contest.asserted {
        out.push_str("against\n");
        heading(graph, stand, "so", out);
        let _ = writeln!(out, "   because {}", why(graph, reason));
    }
}

/// Who says so, where, and the sentence.
fn heading(graph: &Graph, stand: &Stand<'_>, verdict: &str, out: &mut String) {
    let (from, verb) = (style(Role::Source), style(Role::Relation));
    let names: Vec<String> = stand.actors().map(|actor| graph.name(actor)).collect();
    let name = match names.join(" and ") {
        name if name.is_empty() => stand.voice(),
        name => name,
    };
    let cue = match stand.cue() {
        cue if cue.is_empty() => format!("states it to be {verdict}"),
        cue => cue,
    };
    let _ = write!(
        out,
        "{from}{name}{from:#} {verb}{cue}{verb:#}\n   {}",
        stand.place()
    );
    if let Some(date) = &stand.document.date {
        let _ = write!(out, "  {date}");
    }
    out.push('\n');
    let layout = Layout {
        width: width(),
        indent: 6,
        colour: in_colour(),
    };
    out.push_str(&excerpt(&stand.sentence.text, &marks(stand), layout));
    let beyond = stand.attribution.is_some_and(|said| {
        let mut sentences = said.content_sentences.iter();
        sentences.any(|sentence| *sentence != said.sentence)
    });
    if beyond {
        out.push_str("   in full:\n");
        out.push_str(&excerpt(&stand.content(), &[], layout));
    }
}

/// Speaker and cue; of the author's own words those in dispute.
fn marks(stand: &Stand<'_>) -> Vec<(Span, Role)> {
    let inside = |span: &Span<Chars>| stand.sentence.span.contains(*span);
    let speaker = stand.attribution.and_then(|said| said.speaker.as_ref());
    let speaker = speaker.map_or(&[][..], |speaker| &speaker.words[..]);
    let cue = stand
        .attribution
        .map_or(&stand.side.words, |said| &said.cue);
    let speaker = speaker.iter().map(|&span| (span, Role::Source));
    let cue = cue.iter().map(|&span| (span, Role::Relation));
    let marks = speaker.chain(cue).filter(|(span, _)| inside(span));
    let mut marks: Vec<_> = marks
        .map(|(span, role)| (stand.sentence.bytes(span), role))
        .collect();
    marks.sort_unstable();
    marks
}

/// Why the two are linked, for people.
fn why(graph: &Graph, reason: &Reason) -> String {
    match reason {
        Reason::Answer => "the denial points at these words".to_owned(),
        Reason::Claim(id) => match graph.corpus().claim(id) {
            Some(claim) => format!(
                "both speak of the claim: {} {} {}",
                graph.name(&claim.source),
                claim.label(),
                graph.name(&claim.target)
            ),
            None => "both speak of the same claim".to_owned(),
        },
        Reason::Content { actors, words } => {
            let names: Vec<String> = actors.iter().map(|id| graph.name(id)).collect();
            format!(
                "both name {} and speak of: {}",
                names.join(", "),
                words.join(", ")
            )
        }
    }
}
