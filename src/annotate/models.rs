//! All that annotation needs besides the text.

use crate::lexicon::{Lexicon, LexiconError, Source};

use super::{Engine, GivenEngine};

/// The engine, the lexicon and the learned weights, loaded once and passed to every stage.
pub struct Models {
    /// Tags and parses.
    pub engine: Box<dyn Engine>,
    /// Word lists, gazetteers and frames.
    pub lexicon: Lexicon,
}

impl Models {
    /// Models that keep the tags and trees of CoNLL-U input.
    ///
    /// # Errors
    /// If a list of the source is not of its form.
    pub fn given(source: &Source) -> Result<Self, LexiconError> {
        let lexicon = Lexicon::load(source)?;
        Ok(Self {
            engine: Box::new(GivenEngine),
            lexicon,
        })
    }
}
