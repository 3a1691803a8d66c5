//! The claims of a document, with their evidence.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use crate::extract::time::TimeValue;
use crate::extract::{Edge, Statement};
use crate::merge::predicate::predicate;
use crate::merge::{Claim, Evidence, EvidenceTime};

use super::Collector;

impl Collector<'_> {
    pub(super) fn add_claim(&mut self, statement: &Statement, edge: &Edge) {
        let Some(source) = self.end(&edge.source) else {
            return;
        };
        let Some(target) = self.end(&edge.target) else {
            return;
        };
        let relation = &statement.relation;
        let predicate = predicate(&self.extracted.annotated, statement, edge);
        if predicate.is_empty() {
            return;
        }
        let evidence = Evidence {
            document: self.document.clone(),
            sentence: self.add_sentence(statement.sentence),
            relation: self.places(&relation.phrase),
            source: self.places(&edge.source.phrase),
            target: self.places(&edge.target.phrase),
            label: edge.label.as_str().into(),
            attribution: (statement.attribution.iter())
                .filter_map(|&index| self.attributions.get(index).cloned())
                .collect(),
            denied_by: self.deniers(statement),
            event: relation.event.map(|event| event.as_str().into()),
            time: statement.time().map(time),
            mode: relation.mode.clone(),
            extractor: statement.kind.clone(),
            inferred: edge.inferred.clone(),
            confidence: (edge.confidence.clamp(0.0, 1.0) * 1000.0).round() as u16,
            predicate: SmolStr::default(),
        };
        let id = Claim::id_of(
            &source,
            &predicate,
            &target,
            statement.polarity,
            statement.modality,
        );
        for attribution in evidence.attribution.iter().chain(&evidence.denied_by) {
            if let Some(attribution) = self.corpus.attributions.get_mut(attribution) {
                attribution.claims.insert(id.clone());
            }
        }
        let claim = self
            .corpus
            .claims
            .entry(id.clone())
            .or_insert_with(|| Claim {
                id,
                source,
                predicate,
                target,
                polarity: statement.polarity,
                modality: statement.modality,
                evidence: BTreeSet::new(),
            });
        claim.evidence.insert(evidence);
    }
}

fn time(value: &TimeValue) -> EvidenceTime {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string().into());
    EvidenceTime {
        value: value.as_str().into(),
        first: day(value.first()),
        last: day(value.last()),
    }
}
