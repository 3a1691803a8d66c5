//! All that annotation needs besides the text.

use crate::lexicon::{Lexicon, LexiconError, Source};
use crate::model::ModelError;

use super::{AccurateEngine, Engine, FastEngine, GivenEngine};

/// The engine, the lexicon and the learned weights, loaded once and passed to every stage.
pub struct Models {
    /// Tags and parses.
    pub engine: Box<dyn Engine>,
    /// Word lists, gazetteers and frames.
    pub lexicon: Lexicon,
}

/// Why models could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelsError {
    /// A list is not of its form.
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
    /// Learned weights cannot be read.
    #[error(transparent)]
    Model(#[from] ModelError),
}

impl Models {
    /// Models with the accurate engine, which tags and parses text of any kind with the fewest errors.
    ///
    /// # Errors
    /// If a list of the source is not of its form.
    pub fn accurate(source: &Source) -> Result<Self, ModelsError> {
        let engine = AccurateEngine::embedded()?;
        Ok(Self::with_engine(source, Box::new(engine))?)
    }

    /// Models with the fast engine, which tags and parses text of any kind several times as fast, for corpora of many millions of words.
    ///
    /// # Errors
    /// If a list of the source is not of its form.
    pub fn fast(source: &Source) -> Result<Self, ModelsError> {
        Ok(Self::with_engine(
            source,
            Box::new(FastEngine::embedded()?),
        )?)
    }

    /// Models that keep the tags and trees of CoNLL-U input.
    ///
    /// # Errors
    /// If a list of the source is not of its form.
    pub fn given(source: &Source) -> Result<Self, LexiconError> {
        Self::with_engine(source, Box::new(GivenEngine))
    }

    /// Models with an engine of your own.
    ///
    /// # Errors
    /// If a list of the source is not of its form.
    pub fn with_engine(source: &Source, engine: Box<dyn Engine>) -> Result<Self, LexiconError> {
        let lexicon = Lexicon::load(source)?;
        Ok(Self { engine, lexicon })
    }
}
