//! How far the text says that a statement holds.

/// Whether a statement says that something is, or that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Polarity {
    /// It is.
    #[default]
    Positive,
    /// It is not.
    Negative,
}

impl Polarity {
    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

/// How far the text commits itself to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Modality {
    /// Stated as fact.
    #[default]
    Asserted,
    /// May, might, could, reportedly, is said to, hopes.
    Possible,
    /// Must, should, is needed, is demanded.
    Required,
    /// Will, plans to, agreed to, intends to.
    Intended,
    /// If, unless, would.
    Conditional,
    /// A question.
    Asked,
}

impl Modality {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Asserted,
        Self::Possible,
        Self::Required,
        Self::Intended,
        Self::Conditional,
        Self::Asked,
    ];

    /// The name in every output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Possible => "possible",
            Self::Required => "required",
            Self::Intended => "intended",
            Self::Conditional => "conditional",
            Self::Asked => "asked",
        }
    }
}
