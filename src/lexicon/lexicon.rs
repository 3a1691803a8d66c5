//! All look-ups together.

use super::{Cues, CuttingLists, Gazetteer, InflectionLists, LexiconError, Source, Words};

/// The word lists, gazetteers and frames that the stages consult.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// What cutting text into tokens and sentences needs to know.
    pub cutting: CuttingLists,
    /// Cues of attributions.
    pub cues: Cues,
    /// What the extractors of statements need to know about words.
    pub words: Words,
    /// What finding the dictionary form of a word needs to know.
    pub inflection: InflectionLists,
    /// Names, titles, demonyms and metonyms.
    pub gazetteer: Gazetteer,
}

impl Lexicon {
    /// Reads all lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a line that is not of the form its header tells.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        Ok(Self {
            cutting: CuttingLists::load(source)?,
            cues: Cues::load(source)?,
            words: Words::load(source)?,
            inflection: InflectionLists::load(source)?,
            gazetteer: Gazetteer::load(source)?,
        })
    }
}
