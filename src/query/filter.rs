//! Conditions on evidence: speaker, date, factuality.

use crate::extract::{Modality, Polarity};
use crate::graph::{ClaimStance, Graph};
use crate::lexicon::{EventType, QuadClass};
use crate::merge::{Claim, Evidence, Id, RelationWords};

/// Conditions on evidence; an empty filter accepts all. Different conditions must all hold; of the values of one
/// condition, one must.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words for the relation.
    pub relations: Vec<RelationWords>,
    /// Event types. If relations are given too, one of either must match.
    pub events: Vec<EventType>,
    /// Event classes.
    pub quads: Vec<QuadClass>,
    /// Event modes.
    pub modes: Vec<String>,
    /// Asserted or negated.
    pub polarity: Option<Polarity>,
    /// Attributed to one of these actors, or to a member of one.
    pub by: Vec<Id>,
    /// Stated by the author without attribution.
    pub by_author: bool,
    /// Published on this day, month or year or later: `2023-07-24`, `2023-07`, `2023`.
    pub since: Option<String>,
    /// Published on this day, month or year or earlier.
    pub until: Option<String>,
    /// Of one of these stances.
    pub stances: Vec<ClaimStance>,
    /// Of one of these modalities.
    pub modalities: Vec<Modality>,
}

impl Filter {
    /// Whether evidence passes; undated documents are in no period.
    pub fn takes(&self, graph: &Graph, claim: &Claim, evidence: &Evidence) -> bool {
        let event = evidence.event.as_deref();
        let typed = || (self.events.iter()).any(|wanted| event == Some(wanted.as_str()));
        let named = || self.relations.iter().any(|words| words.mean(claim));
        let either = self.relations.is_empty() && self.events.is_empty() || named() || typed();
        either
            && self.polarity.is_none_or(|wanted| wanted == claim.polarity)
            && takes(&self.modalities, &claim.modality)
            && (self.quads.is_empty()
                || (event.and_then(EventType::from_name))
                    .is_some_and(|event| self.quads.contains(&event.quad())))
            && (self.modes.is_empty()
                || (evidence.mode.as_deref())
                    .is_some_and(|mode| self.modes.iter().any(|wanted| wanted == mode)))
            && self.is_dated(graph, evidence)
            && self.is_said(graph, evidence)
            && (self.stances.is_empty() || self.stances.contains(&graph.stance(claim)))
    }

    fn is_dated(&self, graph: &Graph, evidence: &Evidence) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let document = graph.corpus().document(&evidence.document);
        let Some(date) = document.and_then(|document| document.date.as_deref()) else {
            return false;
        };
        // Dates order as text, because a day begins with its month and its year.
        let upto = |until: &str| date.get(..until.len()).unwrap_or(date) <= until;
        (self.since.as_deref()).is_none_or(|since| date >= since)
            && self.until.as_deref().is_none_or(upto)
    }

    fn is_said(&self, graph: &Graph, evidence: &Evidence) -> bool {
        if self.by_author && !evidence.attribution.is_empty() {
            return false;
        }
        let by = |speaker: &Id| self.by.iter().any(|by| graph.belongs_to(speaker, by));
        self.by.is_empty() || graph.speakers(evidence).any(by)
    }
}

fn takes<T: PartialEq>(wanted: &[T], value: &T) -> bool {
    wanted.is_empty() || wanted.contains(value)
}

/// Whether a text is a day, month or year in the form of conditions.
pub fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let form = match parts[..] {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    };
    // The first day or month stands for a part that is left out.
    let day = format!("{text}{}", &"0000-01-01"[text.len().min(10)..]);
    form && day.parse::<jiff::civil::Date>().is_ok()
}
