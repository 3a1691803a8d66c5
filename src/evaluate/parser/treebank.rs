//! The words of a treebank with their places among its code points that are no white space.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use crate::evaluate::code_points::solid;
use crate::text::{Deprel, Sentence, Token, Upos, Xpos};

type Range = (usize, usize);

/// Sentences one behind the other.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Treebank {
    /// All code points that are no white space.
    pub(super) letters: Vec<char>,
    /// Where tokens stand; a multiword token is one.
    pub(super) tokens: BTreeSet<Range>,
    pub(super) sentences: BTreeSet<Range>,
    pub(super) words: Vec<TreeWord>,
}

/// A syntactic word.
#[derive(Debug, PartialEq)]
pub(super) struct TreeWord {
    /// Its place, or that of the multiword token that it is part of.
    pub(super) place: Range,
    pub(super) multiword: bool,
    /// In lower case.
    pub(super) form: String,
    pub(super) lemma: SmolStr,
    pub(super) upos: Upos,
    pub(super) xpos: Xpos,
    pub(super) deprel: Deprel,
    /// Its head among all words.
    pub(super) head: Option<usize>,
}

impl Treebank {
    /// Adds the sentences of a text.
    pub(crate) fn add(&mut self, text: &str, sentences: &[Sentence]) {
        for sentence in sentences {
            let (start, base) = (self.letters.len(), self.words.len());
            let mut until = 0;
            let mut place = (0, 0);
            for (number, token) in sentence.tokens.iter().enumerate() {
                let mut multiwords = sentence.multiword.iter();
                if let Some(found) = multiwords.find(|found| found.tokens.start == number) {
                    until = found.tokens.end;
                    place = self.token(&text[found.span.range()]);
                } else if number >= until {
                    place = self.token(&token.form);
                }
                self.words.push(word(token, place, number < until, base));
            }
            if !sentence.tokens.is_empty() {
                self.sentences.insert((start, self.letters.len()));
            }
        }
    }

    /// Adds sentences by their words alone, each a token.
    #[cfg(feature = "train")]
    pub(crate) fn add_words(&mut self, sentences: &[Sentence]) {
        for sentence in sentences {
            let (start, base) = (self.letters.len(), self.words.len());
            for token in &sentence.tokens {
                let place = self.token(&token.form);
                self.words.push(word(token, place, false, base));
            }
            self.sentences.insert((start, self.letters.len()));
        }
    }

    fn token(&mut self, form: &str) -> Range {
        let start = self.letters.len();
        self.letters.extend(solid(form).chars());
        let place = (start, self.letters.len());
        self.tokens.insert(place);
        place
    }
}

fn word(token: &Token, place: Range, multiword: bool, base: usize) -> TreeWord {
    TreeWord {
        place,
        multiword,
        form: token.form.to_lowercase(),
        lemma: token.lemma.clone(),
        upos: token.upos,
        xpos: token.xpos.clone(),
        deprel: token.deprel.clone(),
        head: token.head.map(|head| base + head),
    }
}
