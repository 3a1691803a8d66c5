//! What the page knows: the graph as one JSON object, with positions, and the places of words in UTF-16 units, in which
//! browsers count.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::export::Style;
use crate::extract::{Polarity, StatementKind};
use crate::graph::{Choice, Graph};
use crate::merge::{Actor, Attribution, Claim, Id, SourceSentence};
use crate::query::disputes;
use crate::text::{Chars, Span};
use crate::trace::{self, Role};

use super::contest;
use super::place::{self, Place, places};

/// So many of the most important nodes have a picture of their own.
const SIZES: [usize; 5] = [25, 60, 150, 400, 2000];

#[derive(Serialize)]
pub(super) struct Data {
    /// How many nodes the page opens with.
    top: usize,
    /// How many nodes the pictures have for which there are positions.
    sizes: Vec<usize>,
    /// How many nodes could be in a picture.
    available: usize,
    /// From the page to the folder that paths of documents start at.
    base: String,
    documents: Vec<DocumentRecord>,
    sentences: Vec<SentenceRecord>,
    /// The most important first.
    actors: Vec<ActorRecord>,
    voices: Vec<VoiceRecord>,
    claims: Vec<ClaimRecord>,
    disputes: Vec<contest::Record>,
}

#[derive(Serialize)]
struct DocumentRecord {
    name: String,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    author: Option<String>,
    url: Option<String>,
    path: Option<String>,
    lines: bool,
}

#[derive(Serialize)]
struct SentenceRecord {
    doc: usize,
    start: usize,
    line: usize,
    column: usize,
    text: String,
}

#[derive(Serialize)]
struct ActorRecord {
    id: String,
    name: String,
    lines: Vec<String>,
    #[serde(rename = "type")]
    kind: &'static str,
    named: bool,
    mentions: u32,
    radius: f64,
    names: Vec<(String, u32)>,
    titles: Vec<String>,
    owner: Option<usize>,
    known: Option<String>,
    /// By picture; shorter if the smaller pictures are without it.
    at: BTreeMap<usize, (f64, f64)>,
}

/// Marked words of a sentence: what they are, start, end.
pub(super) type Mark = (&'static str, usize, usize);

/// Somebody says something.
#[derive(Serialize)]
struct VoiceRecord {
    actors: Vec<usize>,
    words: String,
    cue: String,
    mode: &'static str,
    kind: &'static str,
    denies: bool,
    within: Option<usize>,
    about: Vec<usize>,
    /// Sentences with their marked words.
    parts: Vec<(usize, Vec<Mark>)>,
}

#[derive(Serialize)]
struct ClaimRecord {
    id: String,
    source: usize,
    target: usize,
    label: String,
    predicate: String,
    negative: bool,
    modality: &'static str,
    stance: &'static str,
    style: &'static str,
    /// Whether all that it says is that the one belongs to the other.
    belonging: bool,
    weight: f64,
    /// In how many documents, those that repeat each other's text counted once.
    independent: usize,
    evidence: Vec<EvidenceRecord>,
}

#[derive(Serialize)]
struct EvidenceRecord {
    sentence: usize,
    marks: Vec<Mark>,
    label: String,
    /// Who says so, outermost first.
    by: Vec<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    denied: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    inferred: String,
    /// When it is said to be so: as written in data, and the first day of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<(String, Option<String>)>,
    sure: f64,
}

/// The numbers of records by id.
pub(super) struct Numbers<'g> {
    documents: BTreeMap<&'g Id, usize>,
    pub(super) sentences: BTreeMap<&'g Id, usize>,
    actors: BTreeMap<&'g Id, usize>,
    pub(super) voices: BTreeMap<&'g Id, usize>,
}

/// All of the graph, for a page that opens with the `top` most important nodes.
pub(super) fn of(graph: &Graph, top: usize, base: String) -> Data {
    let corpus = graph.corpus();
    let ranked = graph.ranked();
    let voices: Vec<&Attribution> = corpus.attributions().collect();
    let numbers = Numbers {
        documents: numbered(corpus.documents().map(|document| &document.id)),
        sentences: numbered(corpus.sentences().map(|sentence| &sentence.id)),
        actors: numbered(ranked.iter().map(|actor| &actor.id)),
        voices: numbered(voices.iter().map(|voice| &voice.id)),
    };
    let claims = numbered(graph.claims().map(|claim| &claim.id));
    let most = place::most(graph);
    let available = graph
        .select(&Choice {
            top: Some(0),
            about: Vec::new(),
            depth: 1,
        })
        .available;
    let mut actors: Vec<ActorRecord> = ranked
        .iter()
        .map(|actor| actor_record(graph, actor, most, &numbers))
        .collect();
    let mut sizes: Vec<usize> = SIZES
        .into_iter()
        .chain([top])
        .filter(|&size| size < available)
        .collect();
    sizes.push(
        available
            .min(SIZES[SIZES.len() - 1])
            .max(top.min(available)),
    );
    sizes.sort_unstable();
    sizes.dedup();
    for (number, &size) in sizes.iter().enumerate() {
        let selection = graph.select(&Choice {
            top: Some(size),
            about: Vec::new(),
            depth: 1,
        });
        let positions: Vec<Place> = places(&selection, most);
        for (actor, place) in selection.actors.iter().zip(&positions) {
            if let Some(&index) = numbers.actors.get(&actor.id) {
                actors[index].at.insert(number, place.at);
            }
        }
    }
    Data {
        top: top.min(available),
        sizes,
        available,
        base,
        documents: corpus.documents().map(document_record).collect(),
        sentences: (corpus.sentences())
            .map(|sentence| sentence_record(sentence, &numbers))
            .collect(),
        actors,
        voices: voices
            .iter()
            .map(|voice| voice_record(graph, voice, &numbers))
            .collect(),
        claims: graph
            .claims()
            .filter_map(|claim| claim_record(graph, claim, &numbers))
            .collect(),
        disputes: disputes(graph, None)
            .iter()
            .filter_map(|contest| contest::record(contest, &claims, &numbers))
            .collect(),
    }
}

fn numbered<'g>(ids: impl Iterator<Item = &'g Id>) -> BTreeMap<&'g Id, usize> {
    ids.enumerate().map(|(number, id)| (id, number)).collect()
}

fn document_record(document: &crate::merge::SourceDocument) -> DocumentRecord {
    DocumentRecord {
        name: document.name.clone(),
        title: document.title.clone(),
        date: document.date.clone(),
        source: document.source.clone(),
        author: document.author.clone(),
        url: document.url.clone(),
        path: document.path.clone(),
        lines: document.lines_are_the_files,
    }
}

fn sentence_record(sentence: &SourceSentence, numbers: &Numbers<'_>) -> SentenceRecord {
    SentenceRecord {
        doc: numbers
            .documents
            .get(&sentence.document)
            .copied()
            .unwrap_or(0),
        start: sentence.span.start,
        line: sentence.line,
        column: sentence.column,
        text: sentence.text.clone(),
    }
}

fn actor_record(graph: &Graph, actor: &Actor, most: f64, numbers: &Numbers<'_>) -> ActorRecord {
    let place = place::node(graph, actor, most);
    ActorRecord {
        id: actor.id.to_string(),
        name: graph.name(&actor.id),
        lines: place.lines,
        kind: if actor.thing {
            "thing"
        } else {
            actor.kind().as_str()
        },
        named: actor.named(),
        mentions: actor.mentions(),
        radius: place.radius,
        names: actor
            .aliases()
            .into_iter()
            .map(|(name, count)| (name.to_owned(), count))
            .collect(),
        titles: actor.titles().into_iter().map(str::to_owned).collect(),
        owner: actor
            .belongs_to()
            .and_then(|owner| numbers.actors.get(owner).copied()),
        known: actor.known.clone(),
        at: BTreeMap::new(),
    }
}

fn voice_record(graph: &Graph, voice: &Attribution, numbers: &Numbers<'_>) -> VoiceRecord {
    let corpus = graph.corpus();
    let speaker = voice.speaker.as_ref();
    let mut ids: Vec<&Id> = vec![&voice.sentence];
    ids.extend(speaker.map(|speaker| &speaker.sentence));
    ids.extend(&voice.content_sentences);
    let mut sentences: Vec<&SourceSentence> = ids
        .into_iter()
        .filter_map(|id| corpus.sentence(id))
        .collect();
    sentences.sort_by_key(|sentence| sentence.span);
    sentences.dedup_by_key(|sentence| sentence.span);
    let empty = Vec::new();
    let of = [
        ("source", speaker.map_or(&empty, |speaker| &speaker.words)),
        ("relation", &voice.cue),
        ("content", &voice.content),
    ];
    let part = |sentence: &SourceSentence| {
        let number = numbers.sentences.get(&sentence.id).copied()?;
        Some((number, marks(sentence, &of)))
    };
    VoiceRecord {
        actors: speaker
            .into_iter()
            .flat_map(|speaker| speaker.actors())
            .filter_map(|id| numbers.actors.get(id).copied())
            .collect(),
        words: speaker.map_or_else(String::new, |speaker| {
            corpus.words([&speaker.sentence], &speaker.words)
        }),
        cue: corpus.words([&voice.sentence], &voice.cue),
        mode: voice.mode.as_str(),
        kind: voice.kind.as_str(),
        denies: voice.denies,
        within: voice
            .within
            .as_ref()
            .and_then(|id| numbers.voices.get(id).copied()),
        about: voice
            .mentions
            .iter()
            .filter_map(|id| numbers.actors.get(id).copied())
            .collect(),
        parts: sentences.into_iter().filter_map(part).collect(),
    }
}

/// The marked words of a sentence; where two overlap, the one named first has them.
pub(super) fn marks(
    sentence: &SourceSentence,
    of: &[(&'static str, &Vec<Span<Chars>>)],
) -> Vec<Mark> {
    let mut owner: Vec<Option<&'static str>> = vec![None; sentence.text.len() + 1];
    for (role, spans) in of {
        for span in spans.iter().filter(|span| sentence.span.overlaps(**span)) {
            for slot in &mut owner[sentence.bytes(*span).range()] {
                slot.get_or_insert(*role);
            }
        }
    }
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = 0;
    for (byte, letter) in sentence.text.char_indices() {
        let next = at + letter.len_utf16();
        if let Some(role) = owner[byte] {
            match marks.last_mut() {
                Some(last) if last.0 == role && last.2 == at => last.2 = next,
                _ => marks.push((role, at, next)),
            }
        }
        at = next;
    }
    marks
}

fn claim_record(graph: &Graph, claim: &Claim, numbers: &Numbers<'_>) -> Option<ClaimRecord> {
    let stance = graph.stance(claim);
    let evidence = trace::of_claim(graph, claim)
        .into_iter()
        .filter_map(|step| {
            let voices = |ids: &[Id]| {
                ids.iter()
                    .filter_map(|id| numbers.voices.get(id).copied())
                    .collect()
            };
            let role = |role: Role| match role {
                Role::Source => "source",
                Role::Relation => "relation",
                Role::Target => "target",
            };
            let text = &step.sentence.text;
            let units = |byte: usize| text[..byte].encode_utf16().count();
            let marks = step.marks().into_iter();
            Some(EvidenceRecord {
                sentence: numbers.sentences.get(&step.sentence.id).copied()?,
                marks: marks
                    .map(|(span, of)| (role(of), units(span.start), units(span.end)))
                    .collect(),
                label: step.evidence.label.to_string(),
                by: voices(&step.evidence.attribution),
                denied: voices(&step.evidence.denied_by),
                event: step.evidence.event.as_ref().map(ToString::to_string),
                inferred: step.evidence.inferred.to_string(),
                when: step.evidence.time.as_ref().map(|time| {
                    let first = time.first.as_ref().or(time.last.as_ref());
                    (time.value.to_string(), first.map(ToString::to_string))
                }),
                sure: f64::from(step.evidence.confidence) / 1000.0,
            })
        });
    Some(ClaimRecord {
        id: claim.id.to_string(),
        source: numbers.actors.get(&claim.source).copied()?,
        target: numbers.actors.get(&claim.target).copied()?,
        label: claim.label().to_owned(),
        predicate: claim.predicate.to_string(),
        negative: claim.polarity == Polarity::Negative,
        modality: claim.modality.as_str(),
        stance: stance.as_str(),
        style: Style::of(stance).as_str(),
        belonging: (claim.evidence.iter())
            .all(|evidence| evidence.extractor == StatementKind::Membership),
        weight: (graph.claim_importance(claim) * 1000.0).round() / 1000.0,
        independent: graph.support(&claim.evidence).independent,
        evidence: evidence.collect(),
    })
}
