//! MinHash signatures of texts, which tell near-duplicates without the texts.
//!
//! Newspapers print the same agency report whole, cut or lightly edited. A text is taken as the set of its shingles of
//! four words; the signature keeps the smallest hashes of that set, from which the share of common shingles can be
//! estimated (bottom-k MinHash). The crates for MinHash estimate similarity only and choose their own hash functions; here
//! the share of the *shorter* text is needed, because a cut report is a small part of a long article, and the hashes must be
//! the same in every version of the program, because `graph.json` keeps them.

use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

use crate::annotate::Annotated;

/// Words in a shingle: shorter ones are common phrases, longer ones are broken by every edited word.
const SHINGLE: usize = 4;
/// Hashes kept. Texts of up to about 260 words are compared exactly, longer ones within some hundredths.
const KEPT: usize = 256;
/// Share of the shorter text's shingles from which on two texts are near-duplicates. A report with one word in five
/// changed keeps about this share, while articles that quote the same two sentences stay well below.
const DUPLICATE: f64 = 0.4;
/// Texts with fewer shingles are near-duplicates only if nearly all of the longer text is shared.
const SHORT: usize = 20;
const NEARLY_ALL: f64 = 0.8;

/// The MinHash signature of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct MinHashSignature {
    /// The number of different shingles of the text.
    pub shingles: usize,
    /// The smallest of their hashes, ascending.
    pub minima: Vec<u32>,
}

impl MinHashSignature {
    /// The signature of a document's sentences; boilerplate belongs to none.
    pub(super) fn of(annotated: &Annotated) -> Self {
        let tokens = (annotated.sentences.iter()).flat_map(|sentence| &sentence.tokens);
        Self::of_words(tokens.map(|token| token.form.as_str()))
    }

    /// The signature of a text given as words; case and punctuation make no difference.
    pub fn of_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let plain = |word: &str| -> String {
            let letters = word.chars().filter(|letter| letter.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect()
        };
        let words: Vec<String> = (words.into_iter().map(plain))
            .filter(|word| !word.is_empty())
            .collect();
        let hashes: FxHashSet<u32> = words.windows(SHINGLE).map(hash).collect();
        let shingles = hashes.len();
        let mut minima: Vec<u32> = hashes.into_iter().collect();
        minima.sort_unstable();
        minima.truncate(KEPT);
        Self { shingles, minima }
    }

    /// Whether the two texts are near-duplicates: one repeats the other, whole or in good part.
    pub fn is_near_duplicate(&self, other: &Self) -> bool {
        let (shorter, longer) = (
            self.shingles.min(other.shingles),
            self.shingles.max(other.shingles),
        );
        if shorter == 0 {
            return false;
        }
        let common = self.common(other);
        if shorter < SHORT {
            return common >= NEARLY_ALL * longer as f64;
        }
        common >= DUPLICATE * shorter as f64
    }

    /// The number of shingles that both texts have, estimated from the smallest hashes of the union.
    fn common(&self, other: &Self) -> f64 {
        let own: FxHashSet<u32> = self.minima.iter().copied().collect();
        let mut union: Vec<u32> = [&self.minima[..], &other.minima].concat();
        union.sort_unstable();
        union.dedup();
        let complete = self.shingles == self.minima.len() && other.shingles == other.minima.len();
        if !complete {
            union.truncate(KEPT);
        }
        let of_both = (other.minima.iter()).filter(|hash| own.contains(hash));
        let bound = union.last().copied().unwrap_or_default();
        let shared = of_both.filter(|hash| **hash <= bound).count() as f64;
        if complete {
            return shared;
        }
        let similarity = shared / union.len().max(1) as f64;
        similarity * (self.shingles + other.shingles) as f64 / (1.0 + similarity)
    }
}

fn hash(shingle: &[String]) -> u32 {
    let digest = Sha256::digest(shingle.join(" ").as_bytes());
    u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of a made-up language; those of different seeds have hardly any shingles in common.
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
    fn a_report_is_recognised_when_it_is_cut_edited_or_put_into_an_article() {
        let wire = words(1, 400);
        let whole = signature(&wire);
        assert!(whole.is_near_duplicate(&signature(&wire[..120])), "cut");
        let mut edited = wire.clone();
        for at in (0..edited.len()).step_by(9) {
            edited[at] = "other".into();
        }
        assert!(whole.is_near_duplicate(&signature(&edited)), "edited");
        let article = [&words(2, 500)[..], &wire[..150]].concat();
        assert!(
            signature(&wire[..150]).is_near_duplicate(&signature(&article)),
            "within"
        );
    }

    #[test]
    fn articles_that_share_a_quotation_are_two() {
        let quotation = words(3, 40);
        let one = [&words(4, 350)[..], &quotation].concat();
        let other = [&quotation[..], &words(5, 300)].concat();
        assert!(!signature(&one).is_near_duplicate(&signature(&other)));
        assert!(!signature(&words(6, 300)).is_near_duplicate(&signature(&words(7, 300))));
    }

    #[test]
    fn short_notes_must_be_nearly_the_same() {
        let note = words(8, 15);
        let longer = [&note[..], &words(9, 15)].concat();
        assert!(signature(&note).is_near_duplicate(&signature(&note)));
        assert!(!signature(&note).is_near_duplicate(&signature(&longer)));
        assert!(!MinHashSignature::default().is_near_duplicate(&MinHashSignature::default()));
    }

    #[test]
    fn case_and_punctuation_make_no_difference() {
        let plain = MinHashSignature::of_words("the envoys left the hall at noon".split(' '));
        let shouted =
            MinHashSignature::of_words("THE Envoys , left “ the hall ” at noon .".split(' '));
        assert_eq!(plain, shouted);
        assert_eq!(plain.shingles, 4);
    }
}
