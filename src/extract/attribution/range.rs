//! Neighbouring tokens of a sentence.

/// Neighbouring tokens of a sentence, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TokenRange {
    pub(super) first: usize,
    pub(super) last: usize,
}

impl TokenRange {
    pub(super) fn new(first: usize, last: usize) -> Self {
        Self { first, last }
    }

    pub(super) fn holds(self, token: usize) -> bool {
        self.first <= token && token <= self.last
    }

    pub(super) fn cover(self, other: Self) -> Self {
        Self::new(self.first.min(other.first), self.last.max(other.last))
    }

    /// The smallest range that holds all of `tokens`, which are in ascending order.
    pub(super) fn around(tokens: &[usize]) -> Option<Self> {
        Some(Self::new(*tokens.first()?, *tokens.last()?))
    }

    /// The parts before and after another range.
    pub(super) fn without(self, other: Self) -> Vec<Self> {
        if other.last < self.first || self.last < other.first {
            return vec![self];
        }
        let mut parts = Vec::new();
        if self.first < other.first {
            parts.push(Self::new(self.first, other.first - 1));
        }
        if other.last < self.last {
            parts.push(Self::new(other.last + 1, self.last));
        }
        parts
    }
}
