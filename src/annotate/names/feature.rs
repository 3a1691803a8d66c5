//! What the name tagger sees of each token: hashed features.

use crate::text::{Token, Upos, Xpos};

use super::document::DocumentCase;
use super::shape::{SentenceCase, is_capital, sentence_case, shape};

/// How many buckets features are hashed into.
pub const BUCKETS: usize = 1 << 19;

/// The features of all tokens of one sentence, as numbers below [`BUCKETS`].
#[derive(Debug, Clone, Default)]
pub struct Features {
    buckets: Vec<u32>,
    ends: Vec<usize>,
}

/// What is looked up once for each token and then combined.
struct WordFeatures {
    form: u64,
    lower: u64,
    shape: u64,
    prefixes: [u64; 3],
    suffixes: [u64; 4],
    capital: bool,
    alphabetic: bool,
    evidence: u64,
    /// The tag of the part of speech, if the engine gave one.
    tag: u64,
    /// Whether the engine takes it for a part of a name.
    proper: bool,
    hints: Vec<u64>,
}

/// The place beyond either end of the sentence.
const EDGE: u64 = 0x5bd1_e995;

impl Features {
    /// The features of a sentence of these tokens. `hints` has for each word what lists say about it.
    pub fn new(tokens: &[Token], case: &DocumentCase, hints: &[Vec<u32>]) -> Self {
        let sentence_case = sentence_case(tokens.iter().map(|token| token.form.as_str()));
        let words: Vec<WordFeatures> = tokens
            .iter()
            .enumerate()
            .map(|(index, token)| {
                WordFeatures::new(token, case, hints.get(index).map_or(&[], Vec::as_slice))
            })
            .collect();
        let capital = runs(&words, |word| word.capital);
        let proper = runs(&words, |word| word.proper);
        let mut features = Self::default();
        for (index, &proper) in proper.iter().enumerate() {
            features.token(&words, &capital, index, sentence_case);
            features.speech(&words, proper, index);
            features.ends.push(features.buckets.len());
        }
        features
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The buckets of the token at `index`.
    pub fn of(&self, index: usize) -> &[u32] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.buckets[start..self.ends[index]]
    }

    fn push(&mut self, template: u64, value: u64) {
        let hash = mix(template.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ value);
        self.buckets.push((hash >> 45) as u32);
    }

    fn token(
        &mut self,
        words: &[WordFeatures],
        runs: &[(usize, usize)],
        index: usize,
        case: SentenceCase,
    ) {
        let at = |offset: isize| {
            index
                .checked_add_signed(offset)
                .and_then(|index| words.get(index))
        };
        let lower = |offset| at(offset).map_or(EDGE, |word| word.lower);
        let shape = |offset| at(offset).map_or(EDGE, |word| word.shape);
        let word = &words[index];
        let case = case as u64;
        let first = u64::from(words[..index].iter().all(|word| !word.alphabetic));
        self.push(1, case);
        self.push(2, word.form);
        self.push(3, word.lower);
        self.push(4, pair(word.shape, case * 2 + first));
        self.push(
            5,
            pair(
                word.evidence,
                u64::from(word.capital) * 8 + case * 2 + first,
            ),
        );
        for (template, offset) in [(6, -2), (7, -1), (8, 1), (9, 2)] {
            self.push(template, lower(offset));
            self.push(template + 10, shape(offset));
        }
        self.push(20, pair(lower(-1), word.lower));
        self.push(21, pair(word.lower, lower(1)));
        self.push(22, pair(pair(shape(-1), word.shape), shape(1)));
        self.push(23, pair(word.shape, lower(-1)));
        self.push(24, pair(word.shape, lower(1)));
        self.push(25, pair(pair(word.shape, lower(-1)), lower(-2)));
        self.push(26, pair(pair(word.shape, lower(1)), lower(2)));
        for (template, &affix) in (30..).zip(&word.prefixes) {
            self.push(template, affix);
        }
        for (template, &affix) in (34..).zip(&word.suffixes) {
            self.push(template, pair(affix, u64::from(word.capital)));
        }
        for (template, offset) in [(40, -1), (41, 1)] {
            if let Some(other) = at(offset) {
                self.push(template, pair(other.suffixes[1], u64::from(other.capital)));
                self.push(template + 2, pair(other.evidence, word.evidence));
            }
        }
        self.run(words, runs[index], index, case);
        self.lists(words, index);
    }

    /// What stands around and at the ends of the run of capitalised words that the token is part of.
    fn run(
        &mut self,
        words: &[WordFeatures],
        (start, end): (usize, usize),
        index: usize,
        case: u64,
    ) {
        if start == end || case == SentenceCase::Upper as u64 {
            return;
        }
        let before = start
            .checked_sub(1)
            .map_or(EDGE, |index| words[index].lower);
        let after = words.get(end).map_or(EDGE, |word| word.lower);
        let place = u64::from(index == start) + 2 * u64::from(index + 1 == end);
        let size = (end - start).min(5) as u64;
        self.push(50, pair(size * 4 + place, case));
        self.push(51, pair(before, place));
        self.push(52, pair(after, place));
        self.push(53, pair(words[end - 1].lower, u64::from(index + 1 == end)));
        self.push(54, pair(words[start].lower, u64::from(index == start)));
        self.push(55, words[end - 1].suffixes[2]);
        if let Some(before) = start.checked_sub(2) {
            self.push(56, pair(words[before].lower, words[before + 1].lower));
        }
        if let Some(second) = words.get(end + 1) {
            self.push(57, pair(after, second.lower));
        }
        for word in &words[start..end] {
            for &hint in &word.hints {
                self.push(58, hint);
            }
        }
    }

    /// Parts of speech of the token and its neighbours, and the ends of the run of proper nouns that it is part of.
    fn speech(&mut self, words: &[WordFeatures], (start, end): (usize, usize), index: usize) {
        let word = &words[index];
        let before = index.checked_sub(1).map_or(EDGE, |index| words[index].tag);
        let after = words.get(index + 1).map_or(EDGE, |word| word.tag);
        self.push(70, word.tag);
        self.push(71, pair(word.tag, word.shape));
        self.push(72, pair(word.tag, word.lower));
        self.push(73, pair(before, word.tag));
        self.push(74, pair(word.tag, after));
        self.push(75, pair(pair(before, word.tag), after));
        self.push(76, pair(word.tag, word.suffixes[2]));
        if start < end {
            let place = u64::from(index == start) + 2 * u64::from(index + 1 == end);
            let size = (end - start).min(5) as u64;
            let outside = start
                .checked_sub(1)
                .map_or(EDGE, |index| words[index].lower);
            let behind = words.get(end).map_or(EDGE, |word| word.lower);
            self.push(77, pair(size * 4 + place, word.tag));
            self.push(78, pair(words[end - 1].lower, place));
            self.push(79, pair(words[start].lower, place));
            self.push(80, pair(outside, place));
            self.push(81, pair(behind, place));
            for word in &words[start..end] {
                for &hint in &word.hints {
                    self.push(82, hint);
                }
            }
        }
    }

    /// What lists say about the token and its neighbours.
    fn lists(&mut self, words: &[WordFeatures], index: usize) {
        let word = &words[index];
        for &hint in &word.hints {
            self.push(60, hint);
            self.push(61, pair(hint, word.shape));
        }
        if let Some(before) = index.checked_sub(1).map(|index| &words[index]) {
            for &hint in &before.hints {
                self.push(62, hint);
                self.push(63, pair(hint, word.shape));
            }
        }
        if let Some(after) = words.get(index + 1) {
            for &hint in &after.hints {
                self.push(64, hint);
                self.push(65, pair(hint, word.shape));
            }
        }
    }
}

impl WordFeatures {
    fn new(token: &Token, case: &DocumentCase, hints: &[u32]) -> Self {
        let word = token.form.as_str();
        let lower: String = word
            .chars()
            .flat_map(char::to_lowercase)
            .map(|letter| if letter.is_numeric() { '0' } else { letter })
            .collect();
        let cuts: Vec<usize> = lower
            .char_indices()
            .map(|(at, _)| at)
            .chain([lower.len()])
            .collect();
        let prefix = |size: usize| {
            cuts.get(size)
                .map_or(EDGE, |&end| hash(&lower.as_bytes()[..end]))
        };
        let suffix = |size: usize| {
            let start = cuts.len().checked_sub(size + 1).map(|index| cuts[index]);
            start.map_or(EDGE, |start| hash(&lower.as_bytes()[start..]))
        };
        Self {
            form: hash(word.as_bytes()),
            lower: hash(lower.as_bytes()),
            shape: hash(shape(word).as_bytes()),
            prefixes: [prefix(2), prefix(3), prefix(4)],
            suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
            capital: is_capital(word),
            alphabetic: word.chars().next().is_some_and(char::is_alphabetic),
            evidence: case.usual_case(&word.to_lowercase()) as u64,
            tag: if token.xpos == Xpos::Unset {
                token.upos as u64
            } else {
                hash(token.xpos.as_str().as_bytes())
            },
            proper: token.upos == Upos::Propn,
            hints: hints.iter().map(|&hint| u64::from(hint) + 1).collect(),
        }
    }
}

/// For each word the run of words like it around it; empty where the word is not of that kind.
fn runs(words: &[WordFeatures], of_kind: impl Fn(&WordFeatures) -> bool) -> Vec<(usize, usize)> {
    let mut runs = vec![(0, 0); words.len()];
    let mut start = 0;
    while start < words.len() {
        if !of_kind(&words[start]) {
            start += 1;
            continue;
        }
        let like = words[start..].iter().take_while(|word| of_kind(word));
        let size = like.count();
        runs[start..start + size].fill((start, start + size));
        start += size;
    }
    runs
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    mix(hash)
}

fn pair(a: u64, b: u64) -> u64 {
    mix(a.rotate_left(23) ^ b.wrapping_mul(0xff51_afd7_ed55_8ccd))
}

fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    value ^ (value >> 29)
}
