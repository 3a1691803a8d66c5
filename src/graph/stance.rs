//! How far a claim can be taken for a fact.

use std::fmt;

use crate::extract::{Modality, Polarity};
use crate::merge::{Claim, Corpus};

/// What the evidence makes of a claim, in one word, the first of these that holds. What a speaker does with the content of
/// an attribution is another thing: [`Stance`](crate::lexicon::Stance).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimStance {
    /// Some evidence says so and other evidence rejects it, or says the opposite.
    Disputed,
    /// It is only mentioned to be rejected: `denied that …`.
    Denied,
    /// It is said not to be so.
    Negated,
    /// It must or should be so.
    Required,
    /// Somebody plans or has agreed to do so.
    Intended,
    /// It would be so under a condition.
    Conditional,
    /// It is asked whether it is so.
    Asked,
    /// It may be so.
    Possible,
    /// Somebody who is quoted says so.
    Reported,
    /// An author says so.
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

    /// The name in every output.
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
        // One clause may carry both voices: `officials estimate …, a claim that the others deny`.
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
