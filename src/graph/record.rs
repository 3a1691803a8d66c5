//! The records of `graph.json`; `docs/graph-json.md` describes them for readers of the file.
//!
//! Offsets are code points of the document's text, `end` exclusive. Fields marked *summed up* are there for other
//! programs and are not read back: the graph computes them again.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::extract::{AttributionKind, AttributionMode, Modality, Polarity};
use crate::lexicon::{self, EventType};
use crate::merge::{Actor, Attribution, Claim, Evidence, EvidenceTime, Id, Seen, Speaker};
use crate::text::{Chars, Span};

use super::ClaimStance;

type Range = (usize, usize);

#[derive(Serialize, Deserialize)]
pub(super) struct ActorRecord {
    id: String,
    /// Summed up.
    #[serde(skip_deserializing)]
    name: String,
    /// Summed up.
    #[serde(skip_deserializing, rename = "type")]
    kind: &'static str,
    /// Summed up.
    #[serde(skip_deserializing)]
    mentions: u32,
    known: Option<String>,
    thing: bool,
    seen: BTreeMap<String, SeenRecord>,
}

#[derive(Serialize, Deserialize)]
struct SeenRecord {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    named: bool,
    mentions: u32,
    names: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    joined: BTreeMap<String, BTreeMap<String, u32>>,
    titles: BTreeSet<String>,
    belongs_to: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct AttributionRecord {
    id: String,
    document: String,
    sentence: String,
    speaker: Option<SpeakerRecord>,
    cue: Vec<Range>,
    content: Vec<Range>,
    content_sentences: Vec<String>,
    mode: String,
    #[serde(default = "saying")]
    kind: String,
    #[serde(default)]
    addressee: Option<SpeakerRecord>,
    #[serde(default)]
    stance: Option<String>,
    denies: bool,
    within: Option<String>,
    #[serde(default)]
    answers: Option<String>,
    #[serde(default)]
    cites: bool,
    #[serde(default)]
    gist: Vec<String>,
    claims: Vec<String>,
    mentions: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct SpeakerRecord {
    actor: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
    sentence: String,
    words: Vec<Range>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ClaimRecord {
    id: String,
    source: String,
    predicate: String,
    /// Summed up.
    #[serde(skip_deserializing)]
    label: String,
    target: String,
    polarity: String,
    modality: String,
    /// Summed up.
    #[serde(skip_deserializing)]
    stance: &'static str,
    /// Summed up.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    /// Summed up.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    #[serde(skip_deserializing)]
    edge: String,
    evidence: Vec<EvidenceRecord>,
}

#[derive(Serialize, Deserialize)]
struct EvidenceRecord {
    document: String,
    sentence: String,
    source: Vec<Range>,
    relation: Vec<Range>,
    target: Vec<Range>,
    label: String,
    attribution: Vec<String>,
    denied_by: Vec<String>,
    event: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    time: Option<TimeRecord>,
    /// Summed up.
    #[serde(skip_deserializing)]
    quad: Option<&'static str>,
    #[serde(default)]
    mode: Option<String>,
    extractor: String,
    inferred: String,
    confidence: f64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    predicate: String,
}

#[derive(Serialize, Deserialize)]
struct TimeRecord {
    value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<String>,
}

impl From<&Actor> for ActorRecord {
    fn from(actor: &Actor) -> Self {
        let seen = |(document, seen): (&Id, &Seen)| {
            let record = SeenRecord {
                name: seen.name.clone(),
                kind: seen.kind.as_str().to_owned(),
                named: seen.named,
                mentions: seen.mentions,
                names: seen.names.clone(),
                joined: seen.joined.clone(),
                titles: seen.titles.clone(),
                belongs_to: seen.belongs_to.as_ref().map(Id::to_string),
            };
            (document.to_string(), record)
        };
        Self {
            id: actor.id.to_string(),
            name: actor.name().to_owned(),
            kind: actor.kind().as_str(),
            mentions: actor.mentions(),
            known: actor.known.clone(),
            thing: actor.thing,
            seen: actor.seen.iter().map(seen).collect(),
        }
    }
}

impl ActorRecord {
    pub(super) fn into_actor(self) -> Result<Actor, String> {
        let seen = |(document, record): (String, SeenRecord)| {
            let kind = record.kind.parse();
            let kind =
                kind.map_err(|_| format!("{}: no type is called `{}`", self.id, record.kind))?;
            let seen = Seen {
                name: record.name,
                kind,
                named: record.named,
                mentions: record.mentions,
                names: record.names,
                joined: record.joined,
                titles: record.titles,
                belongs_to: record.belongs_to.as_deref().map(id),
            };
            Ok((id(&document), seen))
        };
        Ok(Actor {
            id: id(&self.id),
            known: self.known,
            thing: self.thing,
            seen: self
                .seen
                .into_iter()
                .map(seen)
                .collect::<Result<_, String>>()?,
        })
    }
}

/// The kind of an attribution in files written before kinds were told apart.
fn saying() -> String {
    AttributionKind::Saying.as_str().to_owned()
}

impl From<&Speaker> for SpeakerRecord {
    fn from(speaker: &Speaker) -> Self {
        Self {
            actor: speaker.actor.as_ref().map(Id::to_string),
            others: names(&speaker.others),
            sentence: speaker.sentence.to_string(),
            words: ranges(&speaker.words),
        }
    }
}

impl SpeakerRecord {
    fn into_speaker(self) -> Speaker {
        Speaker {
            actor: self.actor.as_deref().map(id),
            others: self.others.iter().map(|name| id(name)).collect(),
            words: spans(&self.words),
            sentence: id(&self.sentence),
        }
    }
}

impl From<&Attribution> for AttributionRecord {
    fn from(attribution: &Attribution) -> Self {
        Self {
            id: attribution.id.to_string(),
            document: attribution.document.to_string(),
            sentence: attribution.sentence.to_string(),
            speaker: attribution.speaker.as_ref().map(SpeakerRecord::from),
            cue: ranges(&attribution.cue),
            content: ranges(&attribution.content),
            content_sentences: names(&attribution.content_sentences),
            mode: attribution.mode.as_str().to_owned(),
            kind: attribution.kind.as_str().to_owned(),
            addressee: attribution.addressee.as_ref().map(SpeakerRecord::from),
            stance: Some(attribution.stance.verb().to_owned()),
            denies: attribution.denies,
            within: attribution.within.as_ref().map(Id::to_string),
            answers: attribution.answers.as_ref().map(Id::to_string),
            cites: attribution.cites,
            gist: attribution.gist.iter().map(SmolStr::to_string).collect(),
            claims: names(&attribution.claims),
            mentions: names(&attribution.mentions),
        }
    }
}

impl AttributionRecord {
    pub(super) fn into_attribution(self) -> Result<Attribution, String> {
        let mut modes = AttributionMode::ALL.into_iter();
        let mode = modes.find(|mode| mode.as_str() == self.mode);
        let mut kinds = AttributionKind::ALL.into_iter();
        let kind = kinds.find(|kind| kind.as_str() == self.kind);
        let stance = match self.stance.as_deref() {
            Some(name) => lexicon::Stance::parse(name)
                .ok_or_else(|| format!("{}: no stance is called `{name}`", self.id))?,
            // Files written before stances were kept tell denials alone.
            None if self.denies => lexicon::Stance::Deny,
            None => lexicon::Stance::Assert,
        };
        Ok(Attribution {
            stance,
            kind: kind.ok_or_else(|| format!("{}: no kind is called `{}`", self.id, self.kind))?,
            mode: mode.ok_or_else(|| format!("{}: no mode is called `{}`", self.id, self.mode))?,
            id: id(&self.id),
            document: id(&self.document),
            sentence: id(&self.sentence),
            speaker: self.speaker.map(SpeakerRecord::into_speaker),
            addressee: self.addressee.map(SpeakerRecord::into_speaker),
            cue: spans(&self.cue),
            content: spans(&self.content),
            content_sentences: self.content_sentences.iter().map(|name| id(name)).collect(),
            denies: self.denies,
            within: self.within.as_deref().map(id),
            answers: self.answers.as_deref().map(id),
            cites: self.cites,
            gist: self.gist.into_iter().map(SmolStr::from).collect(),
            claims: self.claims.iter().map(|name| id(name)).collect(),
            mentions: self.mentions.iter().map(|name| id(name)).collect(),
        })
    }
}

impl ClaimRecord {
    pub(super) fn of(claim: &Claim, stance: ClaimStance) -> Self {
        let evidence = |evidence: &Evidence| EvidenceRecord {
            document: evidence.document.to_string(),
            sentence: evidence.sentence.to_string(),
            source: ranges(&evidence.source),
            relation: ranges(&evidence.relation),
            target: ranges(&evidence.target),
            label: evidence.label.to_string(),
            attribution: names(&evidence.attribution),
            denied_by: names(&evidence.denied_by),
            event: evidence.event.as_deref().map(str::to_owned),
            time: evidence.time.as_ref().map(TimeRecord::from),
            quad: (evidence.event.as_deref().and_then(EventType::from_name))
                .map(|event| event.quad().as_str()),
            mode: evidence.mode.as_deref().map(str::to_owned),
            extractor: evidence.extractor.to_string(),
            inferred: evidence.inferred.to_string(),
            confidence: f64::from(evidence.confidence) / 1000.0,
            predicate: evidence.predicate.to_string(),
        };
        Self {
            id: claim.id.to_string(),
            source: claim.source.to_string(),
            predicate: claim.predicate.to_string(),
            label: claim.label().to_owned(),
            target: claim.target.to_string(),
            polarity: claim.polarity.as_str().to_owned(),
            modality: claim.modality.as_str().to_owned(),
            stance: stance.as_str(),
            first: claim.first().map(str::to_owned),
            last: claim.last().map(str::to_owned),
            edge: claim.edge().to_string(),
            evidence: claim.evidence.iter().map(evidence).collect(),
        }
    }

    pub(super) fn into_claim(self) -> Result<Claim, String> {
        let polarities = [Polarity::Positive, Polarity::Negative];
        let polarity = polarities
            .into_iter()
            .find(|polarity| polarity.as_str() == self.polarity);
        let modality = Modality::ALL
            .into_iter()
            .find(|modality| modality.as_str() == self.modality);
        let evidence = |record: EvidenceRecord| Evidence {
            document: id(&record.document),
            sentence: id(&record.sentence),
            source: spans(&record.source),
            relation: spans(&record.relation),
            target: spans(&record.target),
            label: record.label.into(),
            attribution: record.attribution.iter().map(|name| id(name)).collect(),
            denied_by: record.denied_by.iter().map(|name| id(name)).collect(),
            event: record.event.map(Into::into),
            time: record.time.map(TimeRecord::into_time),
            mode: record.mode.map(Into::into),
            extractor: record.extractor.into(),
            inferred: record.inferred.into(),
            confidence: (record.confidence.clamp(0.0, 1.0) * 1000.0).round() as u16,
            predicate: record.predicate.into(),
        };
        Ok(Claim {
            polarity: polarity
                .ok_or_else(|| format!("{}: no polarity is called `{}`", self.id, self.polarity))?,
            modality: modality
                .ok_or_else(|| format!("{}: no modality is called `{}`", self.id, self.modality))?,
            id: id(&self.id),
            source: id(&self.source),
            predicate: self.predicate.into(),
            target: id(&self.target),
            evidence: self.evidence.into_iter().map(evidence).collect(),
        })
    }
}

impl From<&EvidenceTime> for TimeRecord {
    fn from(time: &EvidenceTime) -> Self {
        Self {
            value: time.value.to_string(),
            first: time.first.as_deref().map(str::to_owned),
            last: time.last.as_deref().map(str::to_owned),
        }
    }
}

impl TimeRecord {
    fn into_time(self) -> EvidenceTime {
        EvidenceTime {
            value: self.value.into(),
            first: self.first.map(Into::into),
            last: self.last.map(Into::into),
        }
    }
}

pub(super) fn id(name: &str) -> Id {
    Id::from(name)
}

fn names<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<String> {
    ids.into_iter().map(Id::to_string).collect()
}

fn ranges(spans: &[Span<Chars>]) -> Vec<Range> {
    spans.iter().map(|span| (span.start, span.end)).collect()
}

fn spans(ranges: &[Range]) -> Vec<Span<Chars>> {
    ranges
        .iter()
        .map(|&(start, end)| Span::new(start, end))
        .collect()
}
