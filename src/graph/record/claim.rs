//! Claims in `graph.json`, with their evidence.

use serde::{Deserialize, Serialize};

use crate::extract::{Modality, Polarity};
use crate::graph::ClaimStance;
use crate::graph::shown::Shown;
use crate::lexicon::EventType;
use crate::merge::{Claim, Evidence, EvidenceTime};

use super::range::{Range, id, names, ranges, spans};

#[derive(Serialize, Deserialize)]
pub(in crate::graph) struct StoredClaim {
    id: String,
    source: String,
    predicate: String,
    /// Derived.
    #[serde(skip_deserializing)]
    label: String,
    target: String,
    polarity: String,
    modality: String,
    /// Derived.
    #[serde(skip_deserializing)]
    stance: &'static str,
    /// Derived.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    /// Derived.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    #[serde(skip_deserializing)]
    edge: String,
    evidence: Vec<StoredEvidence>,
}

#[derive(Serialize, Deserialize)]
struct StoredEvidence {
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
    time: Option<StoredTime>,
    /// Derived.
    #[serde(skip_deserializing)]
    quad: Option<&'static str>,
    #[serde(default)]
    mode: Option<String>,
    extractor: String,
    inferred: String,
    confidence: f64,
    /// Derived.
    #[serde(skip_deserializing)]
    shown: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    predicate: String,
}

#[derive(Serialize, Deserialize)]
struct StoredTime {
    value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<String>,
}

impl StoredClaim {
    pub(in crate::graph) fn of(claim: &Claim, stance: ClaimStance, shown: &Shown<'_>) -> Self {
        let evidence = |evidence: &Evidence| StoredEvidence {
            document: evidence.document.to_string(),
            sentence: evidence.sentence.to_string(),
            source: ranges(&evidence.source),
            relation: ranges(&evidence.relation),
            target: ranges(&evidence.target),
            label: evidence.label.to_string(),
            attribution: names(&evidence.attribution),
            denied_by: names(&evidence.denied_by),
            event: evidence.event.as_deref().map(str::to_owned),
            time: evidence.time.as_ref().map(StoredTime::from),
            quad: (evidence.event.as_deref().and_then(EventType::from_name))
                .map(|event| event.quad().as_str()),
            mode: evidence.mode.as_deref().map(str::to_owned),
            extractor: evidence.extractor.to_string(),
            inferred: evidence.inferred.to_string(),
            confidence: f64::from(evidence.confidence) / 1000.0,
            shown: shown.has(claim, evidence),
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

    pub(in crate::graph) fn into_claim(self) -> Result<Claim, String> {
        let polarities = [Polarity::Positive, Polarity::Negative];
        let polarity = polarities
            .into_iter()
            .find(|polarity| polarity.as_str() == self.polarity);
        let modality = Modality::ALL
            .into_iter()
            .find(|modality| modality.as_str() == self.modality);
        let evidence = |record: StoredEvidence| Evidence {
            document: id(&record.document),
            sentence: id(&record.sentence),
            source: spans(&record.source),
            relation: spans(&record.relation),
            target: spans(&record.target),
            label: record.label.into(),
            attribution: record.attribution.iter().map(|name| id(name)).collect(),
            denied_by: record.denied_by.iter().map(|name| id(name)).collect(),
            event: record.event.map(Into::into),
            time: record.time.map(StoredTime::into_time),
            mode: record.mode.map(Into::into),
            extractor: record.extractor.as_str().into(),
            inferred: record.inferred.into(),
            confidence: (record.confidence.clamp(0.0, 1.0) * 1000.0).round() as u16,
            predicate: record.predicate.into(),
        };
        Ok(Claim {
            polarity: polarity
                .ok_or_else(|| format!("{}: unknown polarity `{}`", self.id, self.polarity))?,
            modality: modality
                .ok_or_else(|| format!("{}: unknown modality `{}`", self.id, self.modality))?,
            id: id(&self.id),
            source: id(&self.source),
            predicate: self.predicate.into(),
            target: id(&self.target),
            evidence: self.evidence.into_iter().map(evidence).collect(),
        })
    }
}

impl From<&EvidenceTime> for StoredTime {
    fn from(time: &EvidenceTime) -> Self {
        Self {
            value: time.value.to_string(),
            first: time.first.as_deref().map(str::to_owned),
            last: time.last.as_deref().map(str::to_owned),
        }
    }
}

impl StoredTime {
    fn into_time(self) -> EvidenceTime {
        EvidenceTime {
            value: self.value.into(),
            first: self.first.map(Into::into),
            last: self.last.map(Into::into),
        }
    }
}
