//! `actant said`: who said what.

use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use crate::export::json::SpeakerRecord;
use crate::extract::{AttributionKind, AttributionMode};
use crate::graph::Graph;
use crate::lexicon::Stance;
use crate::query::{AttributionQuery, FoundAttribution, said};
use crate::text::{Chars, Span};
use crate::trace::MarkRole;

use super::command::{Command, Outcome};
use super::excerpt::{ExcerptLayout, excerpt, style};
use super::filter::date;
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::{in_colour, print, width};
use super::speaker_chain::{ChainLink, line_of};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant said graph.json --by China                   what China and its officials say\n  \
        actant said graph.json --about TTP                  what anybody says about the TTP\n  \
        actant said graph.json --by China --about TTP --json\n  \
        actant said graph.json --by China --kind saying     only what is said, not thought or wanted\n  \
        actant said graph.json --to Pakistan --stance demands --since 2024-05\n  \
        actant said graph.json --about TTP --stance denies,doubts --kind direct",
    after_help = "All conditions must hold. Speakers are underlined with ^, cues with ~.\n\
        Exit code 1 if there is nothing."
)]
pub(super) struct SaidArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// Only what this actor says, or a member of it
    #[arg(long, value_name = "ACTOR")]
    by: Option<String>,
    /// Only what is said about this actor, or a member of it
    #[arg(long, value_name = "ACTOR")]
    about: Option<String>,
    /// Only what is said to this actor, or a member of it
    #[arg(long, value_name = "ACTOR")]
    to: Option<String>,
    /// Only this stance of the speaker towards the content: asserts, denies, doubts, hopes, demands, promises …
    #[arg(long, value_name = "STANCE", value_delimiter = ',', value_parser = stance, hide_possible_values = true)]
    stance: Vec<Stance>,
    /// The mode of quotation: `direct`, `indirect`, `mixed`; or the kind: `saying`, `thinking` and `wanting` by
    /// default, `all` for acts too
    #[arg(
        long,
        value_name = "KIND",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    #[arg(value_parser = ["direct", "indirect", "mixed", "saying", "thinking", "wanting", "act", "all"])]
    kind: Vec<String>,
    /// In documents of this day or later: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<String>,
    /// In documents of this day or earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<String>,
    /// One JSON object an attribution
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct AttributionLine<'g> {
    id: &'g str,
    document: &'g str,
    place: String,
    date: Option<&'g str>,
    speaker: String,
    actor: Option<String>,
    actor_id: Option<&'g str>,
    /// The actors that the speaker refers to; several for a joint source.
    actors: Vec<String>,
    member: bool,
    cue: String,
    addressee: Option<String>,
    /// The actors that the addressee refers to.
    addressees: Vec<String>,
    stance: &'g str,
    content: String,
    content_spans: Vec<(usize, usize)>,
    mode: &'g str,
    kind: &'g str,
    denies: bool,
    sentence: &'g str,
    chain: Vec<SpeakerRecord<'g>>,
    claims: Vec<&'g str>,
}

impl Command for SaidArgs {
    const NAME: &'static str = "said";
    const ABOUT: &'static str = "Show who said what";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let named =
            |name: &Option<String>| name.as_deref().map(|name| actor(&graph, name)).transpose();
        let question = AttributionQuery {
            by: named(&self.by)?,
            about: named(&self.about)?,
            to: named(&self.to)?,
            kinds: kinds(&self.kind),
            modes: modes(&self.kind),
            stances: self.stance,
            since: self.since,
            until: self.until,
        };
        let sayings = said(&graph, &question);
        if sayings.is_empty() {
            note("no attribution matches");
            return Ok(Outcome::Nothing);
        }
        let mut text = String::new();
        for (index, saying) in sayings.iter().enumerate() {
            if self.json {
                text.push_str(&record(&graph, saying));
            } else {
                if index > 0 {
                    text.push('\n');
                }
                show(&graph, saying, &question, &mut text);
            }
        }
        print(&text)?;
        Ok(Outcome::Done)
    }
}

/// The kinds in the command line.
fn kinds(named: &[String]) -> Vec<AttributionKind> {
    let all = AttributionKind::ALL.into_iter();
    let is_kind = |name: &String| name == "all" || all.clone().any(|kind| kind.as_str() == name);
    let asked = |kind: &AttributionKind| match named.iter().any(is_kind) {
        false => *kind != AttributionKind::Act,
        true => (named.iter()).any(|name| name == "all" || name == kind.as_str()),
    };
    all.clone().filter(asked).collect()
}

/// The modes of quotation in the command line.
fn modes(named: &[String]) -> Vec<AttributionMode> {
    let asked = |mode: &AttributionMode| named.iter().any(|name| name == mode.as_str());
    AttributionMode::ALL.into_iter().filter(asked).collect()
}

/// Parses a stance.
fn stance(name: &str) -> Result<Stance, String> {
    let names = || Stance::ALL.iter().map(|stance| stance.verb());
    Stance::parse(name)
        .ok_or_else(|| format!("expected one of {}", names().collect::<Vec<_>>().join(", ")))
}

fn record(graph: &Graph, saying: &FoundAttribution<'_>) -> String {
    let name =
        |saying: &FoundAttribution<'_>| saying.speaker_actor().map(|actor| graph.name(actor));
    let chain = saying.chain();
    let chain = (chain.iter())
        .map(|link| SpeakerRecord::new(graph, link.speaker(), link.speaker_actor(), link.cue()));
    let attribution = saying.attribution;
    let line = AttributionLine {
        id: attribution.id.as_str(),
        document: &saying.document.name,
        place: saying.place(),
        date: saying.document.date.as_deref(),
        speaker: saying.speaker(),
        actor: name(saying),
        actor_id: saying.speaker_actor().map(|id| id.as_str()),
        actors: saying.speaker_actors().map(|id| graph.name(id)).collect(),
        member: saying.by_member,
        cue: saying.cue(),
        addressee: Some(saying.addressee()).filter(|words| !words.is_empty()),
        addressees: saying.addressee_actors().map(|id| graph.name(id)).collect(),
        stance: attribution.stance.verb(),
        content: saying.content(),
        content_spans: attribution
            .content
            .iter()
            .map(|span| (span.start, span.end))
            .collect(),
        mode: attribution.mode.as_str(),
        kind: attribution.kind.as_str(),
        denies: attribution.denies,
        sentence: &saying.sentence.text,
        chain: chain.collect(),
        claims: attribution.claims.iter().map(|id| id.as_str()).collect(),
    };
    serde_json::to_string(&line).expect("a record can be written as JSON") + "\n"
}

fn show(
    graph: &Graph,
    saying: &FoundAttribution<'_>,
    question: &AttributionQuery,
    out: &mut String,
) {
    let (from, verb) = (style(MarkRole::Source), style(MarkRole::Relation));
    let name = name(graph, saying);
    let cue = saying.cue();
    let hearer = addressee(graph, saying);
    match order(saying) {
        WordOrder::SpeakerFirst => {
            let _ = write!(out, "{from}{name}{from:#} {verb}{cue}{verb:#}");
        }
        WordOrder::Owner => {
            let _ = write!(out, "{from}{name}’s{from:#} {verb}{cue}{verb:#}");
        }
        WordOrder::CueFirst(lead) => {
            let cue = cue.to_lowercase();
            let _ = write!(out, "{verb}{cue}{lead}{verb:#} {from}{name}{from:#}");
        }
    }
    if let Some(whole) = question.by.as_ref().filter(|_| saying.by_member) {
        let _ = write!(out, "  (belongs to {})", graph.name(whole));
    }
    if !hearer.is_empty() {
        let _ = write!(out, "  (to {hearer})");
    }
    if saying.attribution.denies {
        out.push_str("  (denial)");
    }
    let _ = write!(out, "\n   {}", saying.place());
    if let Some(date) = &saying.document.date {
        let _ = write!(out, "  {date}");
    }
    let chain = saying.chain();
    if chain.len() > 1 {
        let holders = chain[..chain.len() - 1].iter().map(|link| ChainLink {
            words: link.speaker(),
            cue: link.cue(),
        });
        let _ = write!(out, "  according to {}", line_of(holders));
    }
    out.push('\n');
    let layout = ExcerptLayout {
        width: width(),
        indent: 6,
        colour: in_colour(),
    };
    out.push_str(&excerpt(&saying.sentence.text, &marks(saying), layout));
    if goes_beyond_its_sentence(saying) {
        let _ = writeln!(out, "   in full:");
        out.push_str(&excerpt(&saying.content(), &[], layout));
    }
}

/// The names of the speaker's actors, else the words for the speaker.
fn name(graph: &Graph, saying: &FoundAttribution<'_>) -> String {
    let names = listed(saying.speaker_actors().map(|actor| graph.name(actor)));
    // The words keep what the names lose: `Neither Oman nor Qatar`.
    let open = saying.attribution.stance == Stance::Withhold;
    match names {
        names if !names.is_empty() && !open => names,
        _ if saying.attribution.speaker.is_none() => "somebody".to_owned(),
        _ => saying.speaker(),
    }
}

/// The names of the addressee's actors, else the words; empty where the text names none.
fn addressee(graph: &Graph, saying: &FoundAttribution<'_>) -> String {
    let names = listed(saying.addressee_actors().map(|actor| graph.name(actor)));
    if names.is_empty() {
        saying.addressee()
    } else {
        names
    }
}

/// A list as in running text: `Oman, Qatar and Iran`.
fn listed(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}

/// The order of speaker and cue.
#[derive(Debug, PartialEq, Eq)]
enum WordOrder {
    /// `Oman said`
    SpeakerFirst,
    /// `Oman’s claim`
    Owner,
    /// `according to Oman`, `was asked by Oman`: with the words in between.
    CueFirst(String),
}

/// The cue comes first if it leads to the speaker by a preposition; else the speaker comes first, also for `said Ana
/// Lopez`.
fn order(saying: &FoundAttribution<'_>) -> WordOrder {
    let text = saying.sentence;
    let words = saying.speaker();
    let Some((speaker, cue)) = saying
        .attribution
        .speaker
        .as_ref()
        .and_then(|speaker| Some((*speaker.words.first()?, *saying.attribution.cue.last()?)))
    else {
        return WordOrder::SpeakerFirst;
    };
    let inside = text.span.contains(speaker) && text.span.contains(cue);
    if speaker.end <= cue.start || !inside {
        let owner = words.ends_with("’s") || words.ends_with("'s");
        return if owner && speaker.end < cue.start {
            WordOrder::Owner
        } else {
            WordOrder::SpeakerFirst
        };
    }
    if speaker.start < cue.end {
        return WordOrder::SpeakerFirst;
    }
    let between = &text.text[text.bytes(cue).end..text.bytes(speaker).start];
    let leads = |words: &str| {
        let last = words.split_whitespace().last().unwrap_or_default();
        ["as", "by", "from", "of", "per", "to"].contains(&last.to_lowercase().as_str())
    };
    match between.trim() {
        "" if leads(&saying.cue()) => WordOrder::CueFirst(String::new()),
        lead if leads(lead) => WordOrder::CueFirst(format!(" {lead}")),
        _ => WordOrder::SpeakerFirst,
    }
}

/// The spans of speaker and cue in the sentence of the cue.
fn marks(saying: &FoundAttribution<'_>) -> Vec<(Span, MarkRole)> {
    let attribution = saying.attribution;
    let speaker = attribution
        .speaker
        .iter()
        .flat_map(|speaker| &speaker.words);
    let speaker = speaker.map(|&span| (span, MarkRole::Source));
    let cue = attribution
        .cue
        .iter()
        .map(|&span| (span, MarkRole::Relation));
    let inside = |span: &Span<Chars>| saying.sentence.span.contains(*span);
    let marks = speaker.chain(cue).filter(|(span, _)| inside(span));
    let mut marks: Vec<_> = marks
        .map(|(span, role)| (saying.sentence.bytes(span), role))
        .collect();
    marks.sort_unstable();
    marks
}

fn goes_beyond_its_sentence(saying: &FoundAttribution<'_>) -> bool {
    let sentences = &saying.attribution.content_sentences;
    sentences
        .iter()
        .any(|sentence| *sentence != saying.attribution.sentence)
}
