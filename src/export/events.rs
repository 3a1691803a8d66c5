//! A table of events as used in political science: who did what to whom on which day, in codes, with the evidence.
//!
//! | column | holds |
//! |---|---|
//! | `date` | the day of publication |
//! | `source_code`, `target_code` | state (ISO 3166 alpha-3) and sector: `CHN`, `CHN GOV`, `PAK REB`; `---` if unknown |
//! | `event`, `quad`, `mode` | type, class and mode (PLOVER) |
//! | `speaker` | the speakers, outermost first; empty if the author says it |
//! | `place`, `sentence`, `id` | the evidence; `actant trace GRAPH ID` shows it |
//! | `predicate` | the predicate, or the name of the user's relation that replaced it |
//!
//! A row is one statement; statements without an event type are left out. Rows of near-duplicates have the same
//! `origin`.

use std::io;

use crate::graph::{Graph, Selection};
use crate::lexicon::{EventType, Gazetteer, Lexicon};
use crate::merge::{Actor, Id};
use crate::text::ActorType;
use crate::trace::{self, TraceStep};

use super::{ExportFile, ExportFormat};

/// The format for graphs.
pub const FORMAT: ExportFormat = ExportFormat {
    name: "events",
    about: "A table of political events, in codes",
    endings: &["csv"],
    top: None,
    files: &[ExportFile::single(|selection, options, mut out| {
        let gazetteer = Lexicon::load(&options.lists)?.gazetteer;
        Ok(write(selection, &gazetteer, &mut out)?)
    })],
};

const COLUMNS: [&str; 18] = [
    "date",
    "source_code",
    "event",
    "target_code",
    "source",
    "target",
    "quad",
    "mode",
    "polarity",
    "modality",
    "stance",
    "speaker",
    "document",
    "origin",
    "place",
    "sentence",
    "id",
    "predicate",
];

/// Writes the events of the selection's claims, by date (undated ones last), document and place.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(
    selection: &Selection<'_>,
    gazetteer: &Gazetteer,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let graph = selection.graph;
    let mut steps: Vec<TraceStep<'_>> = (selection.claims.iter())
        .flat_map(|claim| trace::of_claim(graph, claim))
        .filter(|step| step.evidence.event.is_some())
        .collect();
    steps.sort_by(|a, b| order(a).cmp(&order(b)));
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS)?;
    for step in &steps {
        table.write_record(row(graph, gazetteer, step))?;
    }
    table.flush()
}

/// Without a date, date, file, document, place and claim.
type RowOrder<'s> = (bool, Option<&'s str>, &'s str, &'s str, usize, &'s Id);

fn order<'s>(step: &TraceStep<'s>) -> RowOrder<'s> {
    let date = step.document.date.as_deref();
    let (file, name) = (step.document.file(), step.document.name.as_str());
    let place = step.sentence.span.start;
    (date.is_none(), date, file, name, place, &step.claim.id)
}

fn row(graph: &Graph, gazetteer: &Gazetteer, step: &TraceStep<'_>) -> [String; 18] {
    let (claim, evidence) = (step.claim, step.evidence);
    let event = evidence.event.as_deref().unwrap_or_default();
    let quad = EventType::from_name(event).map_or("", |event| event.quad().as_str());
    let speakers: Vec<&str> = (step.chain.iter())
        .map(|speaker| speaker.words.as_str())
        .filter(|words| !words.is_empty())
        .collect();
    let origin = graph.origin(&evidence.document);
    let origin = graph.corpus().document(origin);
    let sentence: Vec<&str> = step.sentence.text.split_whitespace().collect();
    [
        step.document.date.clone().unwrap_or_default(),
        code(graph, gazetteer, &claim.source),
        event.to_owned(),
        code(graph, gazetteer, &claim.target),
        graph.name(&claim.source),
        graph.name(&claim.target),
        quad.to_owned(),
        evidence.mode.as_deref().unwrap_or_default().to_owned(),
        claim.polarity.as_str().to_owned(),
        claim.modality.as_str().to_owned(),
        step.stance.as_str().to_owned(),
        speakers.join(" > "),
        step.document.name.clone(),
        origin.map_or_else(String::new, |origin| origin.name.clone()),
        step.place(),
        sentence.join(" "),
        claim.id.to_string(),
        claim.predicate.to_string(),
    ]
}

/// The code of an actor: state and sector; empty for things.
fn code(graph: &Graph, gazetteer: &Gazetteer, id: &Id) -> String {
    let Some(actor) = graph.corpus().actor(id).filter(|actor| !actor.thing) else {
        return String::new();
    };
    let state = state(graph, gazetteer, actor);
    let state = state.unwrap_or_else(|| "---".to_owned());
    match sector(actor.kind()) {
        "" => state,
        sector => format!("{state} {sector}"),
    }
}

/// The state that an actor is, is in or belongs to, directly or indirectly.
fn state(graph: &Graph, gazetteer: &Gazetteer, actor: &Actor) -> Option<String> {
    let mut at = Some(actor);
    // The bound ends cycles of ownership.
    for _ in 0..8 {
        let actor = at?;
        let known = actor.known.as_deref().and_then(|id| gazetteer.by_id(id));
        if let Some(state) = known.and_then(|known| known.state.as_deref()) {
            return Some(state.to_owned());
        }
        at = actor
            .belongs_to()
            .and_then(|owner| graph.corpus().actor(owner));
    }
    None
}

const fn sector(kind: ActorType) -> &'static str {
    match kind {
        ActorType::State | ActorType::Place | ActorType::Other => "",
        ActorType::Government | ActorType::Body => "GOV",
        ActorType::InternationalOrganisation => "IGO",
        ActorType::ArmedGroup => "REB",
        ActorType::Party => "PTY",
        ActorType::Company => "BUS",
        ActorType::Media => "MED",
        ActorType::Organisation => "NGO",
        ActorType::Person => "ELI",
        ActorType::Group => "CVL",
    }
}
