//! Sketches of texts: whether two documents repeat each other, without their texts.
//!
//! Newspapers print the same wire whole, cut or lightly edited. A text is taken as the set of its runs of four words;
//! the signature keeps the least hashes of that set, from which the share of common runs can be estimated (bottom-k
//! MinHash). Crates for MinHash estimate likeness only and hash with what suits them; here the share of the *shorter*
//! text is wanted, because a cut wire is a small part of a long article, and hashes that stay the same in every
//! version of the program, because they are kept in `graph.json`.

use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

use crate::annotate::Annotated;

/// Words in a run: fewer are phrases that everybody uses, more are broken by every edited word.
const RUN: usize = 4;
/// Hashes kept. Texts of up to about 260 words are compared exactly, longer ones within some hundredths.
const KEPT: usize = 256;
/// Share of the shorter text's runs from which on two texts are one source. A wire with one word in five changed keeps
/// about this share, while articles that quote the same two sentences stay well below.
const REPEATED: f64 = 0.4;
/// Texts with fewer runs are taken for repeated only if they are all but the same.
const SHORT: usize = 20;
const ALL_BUT_THE_SAME: f64 = 0.8;

/// What is kept of a text to tell repetitions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct MinHashSignature {
    /// How many different runs of words the text has.
    pub runs: usize,
    /// The least of their hashes, ascending.
    pub least: Vec<u32>,
}

impl MinHashSignature {
    /// The signature of a document's sentences; page furniture belongs to none.
    pub(super) fn of(annotated: &Annotated) -> Self {
        let tokens = (annotated.sentences.iter()).flat_map(|sentence| &sentence.tokens);
        Self::of_words(tokens.map(|token| token.form.as_str()))
    }

    /// The signature of a text in words; case and marks make no difference.
    pub fn of_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let plain = |word: &str| -> String {
            let letters = word.chars().filter(|letter| letter.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        let words: Vec<String> = (words.into_iter().map(plain))
            .filter(|word| !word.is_empty())
            .collect();
        let hashes: FxHashSet<u32> = words.windows(RUN).map(hash).collect();
        let runs = hashes.len();
        let mut least: Vec<u32> = hashes.into_iter().collect();
        least.sort_unstable();
        least.truncate(KEPT);
        Self { runs, least }
    }

    /// Whether one of the two texts repeats the other, whole or in good part.
    pub fn repeats(&self, other: &Self) -> bool {
        let (shorter, longer) = (self.runs.min(other.runs), self.runs.max(other.runs));
        if shorter == 0 {
            return false;
        }
        let common = self.common(other);
        if shorter < SHORT {
            return common >= ALL_BUT_THE_SAME * longer as f64;
        }
        common >= REPEATED * shorter as f64
    }

    /// How many runs both texts have: estimated from the least hashes of the union.
    fn common(&self, other: &Self) -> f64 {
        let own: FxHashSet<u32> = self.least.iter().copied().collect();
        let mut union: Vec<u32> = [&self.least[..], &other.least].concat();
        union.sort_unstable();
        union.dedup();
        let all = self.runs == self.least.len() && other.runs == other.least.len();
        if !all {
            union.truncate(KEPT);
        }
        let of_both = (other.least.iter()).filter(|hash| own.contains(hash));
        let bound = union.last().copied().unwrap_or_default();
        let shared = of_both.filter(|hash| **hash <= bound).count() as f64;
        if all {
            return shared;
        }
        let likeness = shared / union.len().max(1) as f64;
        likeness * (self.runs + other.runs) as f64 / (1.0 + likeness)
    }
}

fn hash(run: &[String]) -> u32 {
    let digest = Sha256::digest(run.join(" ").as_bytes());
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of a made-up language; those of different seeds have next to no runs in common.
    fn words(seed: u64, count: usize) -> Vec<String> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            format!("w{}", state % 3_000)
        };
        (0..count).map(|_| next()).collect()
    }

    fn signature(words: &[String]) -> MinHashSignature {
        MinHashSignature::of_words(words.iter().map(String::as_str))
    }

    #[test]
    fn a_wire_is_known_again_when_it_is_cut_edited_or_put_into_an_article() {
        let wire = words(1, 400);
        let whole = signature(&wire);
        assert!(whole.repeats(&signature(&wire[..120])), "cut");
        let mut edited = wire.clone();
        for at in (0..edited.len()).step_by(9) {
            edited[at] = "other".into();
        }
        assert!(whole.repeats(&signature(&edited)), "edited");
        let article = [&words(2, 500)[..], &wire[..150]].concat();
        assert!(
            signature(&wire[..150]).repeats(&signature(&article)),
            "within"
        );
    }

    #[test]
    fn articles_that_share_a_quotation_are_two() {
        let quotation = words(3, 40);
        let one = [&words(4, 350)[..], &quotation].concat();
        let other = [&quotation[..], &words(5, 300)].concat();
        assert!(!signature(&one).repeats(&signature(&other)));
        assert!(!signature(&words(6, 300)).repeats(&signature(&words(7, 300))));
    }

    #[test]
    fn short_notes_must_be_all_but_the_same() {
        let note = words(8, 15);
        let longer = [&note[..], &words(9, 15)].concat();
        assert!(signature(&note).repeats(&signature(&note)));
        assert!(!signature(&note).repeats(&signature(&longer)));
        assert!(!MinHashSignature::default().repeats(&MinHashSignature::default()));
    }

    #[test]
    fn case_and_marks_make_no_difference() {
        let plain = MinHashSignature::of_words("the envoys left the hall at noon".split(' '));
        let shouted =
            MinHashSignature::of_words("THE Envoys , left “ the hall ” at noon .".split(' '));
        assert_eq!(plain, shouted);
        assert_eq!(plain.runs, 4);
    }
}
