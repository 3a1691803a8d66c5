//! Bundles: parallel claims that a picture draws as one line.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::extract::StatementKind;
use crate::graph::{ClaimStance, Selection};
use crate::merge::{Claim, Id};

/// Claims of one direction between two actors that are drawn in the same style.
pub(crate) struct Bundle<'g> {
    pub(crate) source: &'g Id,
    pub(crate) target: &'g Id,
    pub(crate) style: Style,
    /// The claims, the most important first.
    pub(crate) claims: Vec<&'g Claim>,
}

/// A line style. Several [`ClaimStance`]s share one, because readers tell few kinds of lines apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// An author asserts it.
    Stated,
    /// A quoted speaker asserts it.
    Reported,
    /// It is possible, conditional or asked.
    Possible,
    /// It is required or intended.
    Wanted,
    /// It is negated or denied.
    Denied,
    /// Some assert it and others deny it.
    Disputed,
}

impl Style {
    pub(crate) const ALL: [Self; 6] = [
        Self::Stated,
        Self::Reported,
        Self::Possible,
        Self::Wanted,
        Self::Denied,
        Self::Disputed,
    ];

    /// The name in outputs.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Reported => "reported",
            Self::Possible => "possible",
            Self::Wanted => "wanted",
            Self::Denied => "denied",
            Self::Disputed => "disputed",
        }
    }

    pub(crate) const fn of(stance: ClaimStance) -> Self {
        match stance {
            ClaimStance::Asserted => Self::Stated,
            ClaimStance::Reported => Self::Reported,
            ClaimStance::Possible | ClaimStance::Conditional | ClaimStance::Asked => Self::Possible,
            ClaimStance::Required | ClaimStance::Intended => Self::Wanted,
            ClaimStance::Negated | ClaimStance::Denied => Self::Denied,
            ClaimStance::Disputed => Self::Disputed,
        }
    }
}

/// The bundles of a selection, by the ids of their ends and their style.
pub(crate) fn bundles<'g>(selection: &Selection<'g>) -> Vec<Bundle<'g>> {
    let graph = selection.graph;
    let mut groups: BTreeMap<(&Id, &Id, Style), Vec<&Claim>> = BTreeMap::new();
    for &claim in &selection.claims {
        if is_drawn_as_membership(selection, claim) {
            continue;
        }
        let style = Style::of(graph.stance(claim));
        groups
            .entry((&claim.source, &claim.target, style))
            .or_default()
            .push(claim);
    }
    let bundle = |((source, target, style), mut claims): ((_, _, _), Vec<&'g Claim>)| {
        let importance = |claim: &Claim| (graph.claim_importance(claim) * 1000.0).round() as u64;
        claims.sort_by_key(|claim| (std::cmp::Reverse(importance(claim)), &claim.id));
        Bundle {
            source,
            target,
            style,
            claims,
        }
    };
    groups.into_iter().map(bundle).collect()
}

/// Whether the line from member to owner already expresses the claim.
fn is_drawn_as_membership(selection: &Selection<'_>, claim: &Claim) -> bool {
    let ends = (&claim.source, &claim.target);
    let mut evidence = claim.evidence.iter();
    selection.memberships.contains(&ends)
        && evidence.all(|evidence| evidence.extractor == StatementKind::Membership)
}

impl<'g> Bundle<'g> {
    /// The labels, each once with its number of statements, the most important first.
    pub(crate) fn labels(&self) -> Vec<(&'g str, usize)> {
        let mut labels: IndexMap<&str, usize, FxBuildHasher> = IndexMap::default();
        for claim in &self.claims {
            *labels.entry(claim.label()).or_default() += claim.evidence.len();
        }
        labels.into_iter().collect()
    }
}
