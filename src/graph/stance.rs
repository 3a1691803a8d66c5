//! The factuality of a claim.

use std::fmt;

use crate::extract::{Modality, Polarity};
use crate::merge::{Claim, Corpus};

/// The factuality that the evidence gives a claim: the first of these that holds. The stance of a speaker towards the
/// content of an attribution is [`Stance`](crate::lexicon::Stance).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ClaimStance {
    /// Some evidence asserts it, and other evidence denies it or asserts the opposite.
    Disputed,
    /// It is only mentioned to be denied: `denied that …`.
    Denied,
    /// It is negated.
    Negated,
    /// It must or should be.
    Required,
    /// Somebody plans it or has agreed to it.
    Intended,
    /// It depends on a condition.
    Conditional,
    /// It is a question.
    Asked,
    /// It is possible.
    Possible,
    /// Only quoted speakers assert it.
    Reported,
    /// An author asserts it.
    Asserted,
}

impl ClaimStance {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Disputed,
        Self::Denied,
        Self::Negated,
        Self::Required,
        Self::Intended,
        Self::Conditional,
        Self::Asked,
        Self::Possible,
        Self::Reported,
        Self::Asserted,
    ];

    /// The name in all outputs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Disputed => "disputed",
            Self::Denied => "denied",
            Self::Negated => "negated",
            Self::Required => "required",
            Self::Intended => "intended",
            Self::Conditional => "conditional",
            Self::Asked => "asked",
            Self::Possible => "possible",
            Self::Reported => "reported",
            Self::Asserted => "asserted",
        }
    }

    pub(super) fn of(claim: &Claim, corpus: &Corpus) -> Self {
        let denied = claim
            .evidence
            .iter()
            .filter(|evidence| !evidence.denied_by.is_empty())
            .count();
        // One clause may have both: `officials estimate …, a claim that the others deny`.
        let held = |evidence: &crate::merge::Evidence| {
            let mut chain = evidence.attribution.iter();
            evidence.denied_by.is_empty()
                || chain.any(|holder| !evidence.denied_by.contains(holder))
        };
        if denied > 0 {
            let held = claim.evidence.iter().any(held);
            return if held { Self::Disputed } else { Self::Denied };
        }
        if claim.polarity == Polarity::Negative {
            return Self::Negated;
        }
        let negative = Claim::id_of(
            &claim.source,
            &claim.predicate,
            &claim.target,
            Polarity::Negative,
            claim.modality,
        );
        if corpus.claim(&negative).is_some() {
            return Self::Disputed;
        }
        match claim.modality {
            Modality::Required => Self::Required,
            Modality::Intended => Self::Intended,
            Modality::Conditional => Self::Conditional,
            Modality::Asked => Self::Asked,
            Modality::Possible => Self::Possible,
            Modality::Asserted => {
                let own = claim
                    .evidence
                    .iter()
                    .any(|evidence| evidence.attribution.is_empty());
                if own { Self::Asserted } else { Self::Reported }
            }
        }
    }
}

impl fmt::Display for ClaimStance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
