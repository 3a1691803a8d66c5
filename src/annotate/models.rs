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
    /// Models with the accurate engine, which tags and parses with the fewest errors, and the embedded lists.
    ///
    /// # Errors
    /// If the embedded data is damaged, which a test of the program excludes.
    pub fn accurate() -> Result<Self, ModelsError> {
        Self::accurate_from(&Source::embedded())
    }

    /// Models with the accurate engine and the lists of `source`: the embedded ones with the user's lists and
    /// `actors.toml`.
    ///
    /// # Errors
    /// If a list of the source cannot be read or has a malformed line.
    pub fn accurate_from(source: &Source) -> Result<Self, ModelsError> {
        let engine = AccurateEngine::embedded()?;
        Self::with_engine(source, Box::new(engine))
    }

    /// Models with the fast engine, for corpora of many millions of words, and the embedded lists.
    ///
    /// # Errors
    /// If the embedded data is damaged, which a test of the program excludes.
    pub fn fast() -> Result<Self, ModelsError> {
        Self::fast_from(&Source::embedded())
    }

    /// Models with the fast engine and the lists of `source`.
    ///
    /// # Errors
    /// If a list of the source cannot be read or has a malformed line.
    pub fn fast_from(source: &Source) -> Result<Self, ModelsError> {
        Self::with_engine(source, Box::new(FastEngine::embedded()?))
    }

    /// Models that keep the tags and trees of CoNLL-U input, and the embedded lists.
    ///
    /// # Errors
    /// If the embedded data is damaged, which a test of the program excludes.
    pub fn given() -> Result<Self, ModelsError> {
        Self::given_from(&Source::embedded())
    }

    /// Models that keep the tags and trees of CoNLL-U input, with the lists of `source`.
    ///
    /// # Errors
    /// If a list of the source cannot be read or has a malformed line.
    pub fn given_from(source: &Source) -> Result<Self, ModelsError> {
        Self::with_engine(source, Box::new(GivenEngine))
    }

    /// Models with another engine and the lists of `source`.
    ///
    /// # Errors
    /// If a list of the source cannot be read or has a malformed line.
    pub fn with_engine(source: &Source, engine: Box<dyn Engine>) -> Result<Self, ModelsError> {
        let lexicon = Lexicon::load(source)?;
        Ok(Self { engine, lexicon })
    }
}
