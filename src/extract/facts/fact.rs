//! A statement as a flat fact of surface words, the form in which open information extraction is compared.
//!
//! Each statement gives one fact for its object and one for every further argument, the words between folded into the
//! relation: *Graner | handcuffed him to | the bars*. Coordinated subjects and objects are split.

/// Three slots of surface words.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Fact {
    /// The sentence, counted from 0.
    pub sentence: usize,
    /// How sure the extractor is, between 0 and 1.
    pub confidence: f32,
    /// Who or what.
    pub subject: String,
    /// What is said of it.
    pub relation: String,
    /// To whom or what; empty only if the verb stands alone.
    pub object: String,
}
