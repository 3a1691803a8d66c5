//! How a document writes each word: what one sentence leaves open, another may show.

use rustc_hash::FxHashMap;

use crate::text::Sentence;

use super::shape::{SentenceCase, is_capital, sentence_case};

/// How often a document writes a word with a capital where nothing but a name would have one, and with a small letter.
#[derive(Debug, Clone, Default)]
pub struct DocumentCase {
    counts: FxHashMap<String, (u32, u32)>,
}

/// What a document shows about a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum UsualCase {
    /// It stands in no running sentence but at its start.
    None,
    /// Only with a capital.
    Capital,
    /// Only with a small letter.
    Small,
    /// Both, mostly with a capital.
    MostlyCapital,
    /// Both, mostly with a small letter.
    MostlySmall,
}

impl DocumentCase {
    /// Counts the words of running sentences, the first of each left out.
    pub fn new(sentences: &[Sentence]) -> Self {
        let mut case = Self::default();
        for sentence in sentences {
            let words = || sentence.tokens.iter().map(|token| token.form.as_str());
            if sentence_case(words()) != SentenceCase::Running {
                continue;
            }
            let mut after_opening = true;
            for word in words() {
                let letters = word.chars().next().is_some_and(char::is_alphabetic);
                if letters && !after_opening {
                    let count = case.counts.entry(word.to_lowercase()).or_default();
                    if is_capital(word) {
                        count.0 += 1;
                    } else {
                        count.1 += 1;
                    }
                }
                after_opening = !letters && (after_opening || word != ",");
            }
        }
        case
    }

    /// What the document shows about the word, which is given in lower case.
    pub(super) fn usual_case(&self, lower: &str) -> UsualCase {
        match self.counts.get(lower) {
            None => UsualCase::None,
            Some((_, 0)) => UsualCase::Capital,
            Some((0, _)) => UsualCase::Small,
            Some((capital, small)) if capital >= small => UsualCase::MostlyCapital,
            Some(_) => UsualCase::MostlySmall,
        }
    }
}
