//! Which evidence counts for an answer: who says so, when, how firmly.

use crate::extract::{Modality, Polarity};
use crate::graph::{ClaimStance, Graph};
use crate::lexicon::{EventType, QuadClass};
use crate::merge::{Claim, Evidence, Id, RelationWords};

/// Conditions on evidence; all of it if nothing is set. Several conditions must hold together, of several values of one
/// condition one must.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words for relations.
    pub relations: Vec<RelationWords>,
    /// Types of political events. Where relations are given, too, one of either must fit.
    pub events: Vec<EventType>,
    /// Classes of political events.
    pub quads: Vec<QuadClass>,
    /// Modes of political events.
    pub modes: Vec<String>,
    /// Said to be so, or not.
    pub polarity: Option<Polarity>,
    /// Said by one of these actors, or by one that belongs to it.
    pub by: Vec<Id>,
    /// Said by the authors in their own voice.
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
    /// Whether evidence counts; what has no date is in no stretch of time.
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
        // A day begins with its month and its year, so that letters order as days do.
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

/// Whether a text is a day, a month or a year as conditions have them.
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
    // What is left out is the first of its kind, which is always there.
    let day = format!("{text}{}", &"0000-01-01"[text.len().min(10)..]);
    form && day.parse::<jiff::civil::Date>().is_ok()
}
