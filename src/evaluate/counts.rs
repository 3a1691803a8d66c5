//! Precision, recall and F1 from counts.

use std::ops::AddAssign;

/// What was found and what should have been.
///
/// Precision and recall have counts of their own, because one thing found may answer for several wanted ones.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct MatchCounts {
    /// Of what the program found: how much is right.
    pub(super) right: f64,
    /// How much the program found.
    pub(super) system: f64,
    /// Of what the gold has: how much was found.
    pub(super) found: f64,
    /// How much the gold has.
    pub(super) gold: f64,
}

impl MatchCounts {
    /// Counts of matches one to one.
    pub(super) fn one_to_one(matched: usize, system: usize, gold: usize) -> Self {
        Self {
            right: matched as f64,
            system: system as f64,
            found: matched as f64,
            gold: gold as f64,
        }
    }

    /// Per cent of what was found that is right.
    pub(super) fn precision(&self) -> f64 {
        share(self.right, self.system)
    }

    /// Per cent of the gold that was found.
    pub(super) fn recall(&self) -> f64 {
        share(self.found, self.gold)
    }

    /// The harmonic mean of precision and recall.
    pub(super) fn f1(&self) -> f64 {
        harmonic_mean(self.precision(), self.recall())
    }
}

impl AddAssign for MatchCounts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.system += other.system;
        self.found += other.found;
        self.gold += other.gold;
    }
}

/// The harmonic mean, 0 if both are.
pub(super) fn harmonic_mean(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 {
        2.0 * precision * recall / (precision + recall)
    } else {
        0.0
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        100.0 * part / whole
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_is_the_harmonic_mean() {
        // Two of four found are right; two of three wanted were found.
        let counts = MatchCounts::one_to_one(2, 4, 3);
        assert_eq!(counts.precision(), 50.0);
        assert!((counts.recall() - 200.0 / 3.0).abs() < 1e-9);
        assert!((counts.f1() - 400.0 / 7.0).abs() < 1e-9);
        assert_eq!(MatchCounts::default().f1(), 0.0);
    }
}
