//! Words as pieces of a vocabulary, the way of WordPiece: lower case, without accents, the longest pieces first.
//!
//! In: the form of a word. Out: the numbers of its pieces and the class of its capitals.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// How many classes of capitals there are, with and without white space before the word.
pub(crate) const SHAPES: usize = 16;

/// The pieces that words are cut into.
#[derive(Debug, Clone)]
pub(crate) struct Pieces {
    /// The text of all pieces, those that continue a part without their `##`.
    text: String,
    /// Where each piece stands in `text`, and whether it continues a part.
    entries: Vec<PieceEntry>,
    /// Number of a piece plus one at its hash or after it; 0 where there is none.
    slots: Vec<u32>,
    /// Bytes of the longest piece.
    longest: usize,
    /// What stands for parts that cannot be cut.
    unknown: u32,
    /// What stands before each sentence, for its root.
    pub(crate) first: u32,
    /// What stands behind each sentence.
    pub(crate) last: u32,
}

#[derive(Debug, Clone, Copy)]
struct PieceEntry {
    start: u32,
    length: u32,
    continues: bool,
}

/// What is used again from word to word, so that nothing is allocated.
#[derive(Debug, Clone, Default)]
pub(crate) struct PieceScratch {
    plain: String,
    hashes: Vec<u64>,
}

impl Pieces {
    /// Reads a vocabulary, one piece a line; `None` if one of the pieces with a meaning of its own is missing.
    pub(crate) fn read(vocabulary: &str) -> Option<Self> {
        let count = vocabulary.split('\n').count();
        let mut pieces = Self {
            text: String::with_capacity(vocabulary.len()),
            entries: Vec::with_capacity(count),
            slots: vec![0; (count * 2).next_power_of_two()],
            longest: 0,
            unknown: 0,
            first: 0,
            last: 0,
        };
        for line in vocabulary.split('\n') {
            let (continues, text) = match line.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => (true, rest),
                _ => (false, line),
            };
            pieces.add(continues, text);
        }
        let named = |name: &str| pieces.find(false, hash(false, name), name);
        let (unknown, first, last) = (named("[UNK]")?, named("[CLS]")?, named("[SEP]")?);
        pieces.unknown = unknown;
        pieces.first = first;
        pieces.last = last;
        Some(pieces)
    }

    fn add(&mut self, continues: bool, text: &str) {
        let mask = self.slots.len() - 1;
        let mut slot = hash(continues, text) as usize & mask;
        while self.slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.entries.push(PieceEntry {
            start: self.text.len() as u32,
            length: text.len() as u32,
            continues,
        });
        self.slots[slot] = self.entries.len() as u32;
        self.longest = self.longest.max(text.len());
        self.text.push_str(text);
    }

    fn find(&self, continues: bool, hash: u64, text: &str) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let number = self.slots[slot].checked_sub(1)?;
            let entry = self.entries[number as usize];
            let start = entry.start as usize;
            let known = &self.text.as_bytes()[start..start + entry.length as usize];
            if entry.continues == continues && known == text.as_bytes() {
                return Some(number);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Appends the pieces of a word, at least one and at most `limit`.
    pub(crate) fn append(
        &self,
        form: &str,
        limit: usize,
        scratch: &mut PieceScratch,
        pieces: &mut Vec<u32>,
    ) {
        let begin = pieces.len();
        let mut plain = std::mem::take(&mut scratch.plain);
        plain.clear();
        simplify(form, &mut plain);
        for part in parts(&plain) {
            if pieces.len() - begin >= limit {
                break;
            }
            self.cut(part, scratch, pieces);
        }
        scratch.plain = plain;
        pieces.truncate(begin + limit.max(1));
        if pieces.len() == begin {
            pieces.push(self.unknown);
        }
    }

    /// Appends the pieces of a part of a word.
    fn cut(&self, part: &str, scratch: &mut PieceScratch, pieces: &mut Vec<u32>) {
        let begin = pieces.len();
        let mut start = 0;
        while start < part.len() {
            let rest = &part[start..];
            match self.longest(start > 0, rest, &mut scratch.hashes) {
                Some((number, length)) => {
                    pieces.push(number);
                    start += length;
                }
                None => {
                    pieces.truncate(begin);
                    pieces.push(self.unknown);
                    return;
                }
            }
        }
    }

    /// The longest piece with which `text` begins, and its length.
    fn longest(&self, continues: bool, text: &str, hashes: &mut Vec<u64>) -> Option<(u32, usize)> {
        let most = self.longest.min(text.len());
        hashes.clear();
        let mut state = seed(continues);
        for &byte in &text.as_bytes()[..most] {
            state = step(state, byte);
            hashes.push(finish(state));
        }
        (1..=most)
            .rev()
            .filter(|&length| text.is_char_boundary(length))
            .find_map(|length| {
                let number = self.find(continues, hashes[length - 1], &text[..length])?;
                Some((number, length))
            })
    }
}

fn hash(continues: bool, text: &str) -> u64 {
    finish(text.bytes().fold(seed(continues), step))
}

fn seed(continues: bool) -> u64 {
    0xcbf2_9ce4_8422_2325 ^ u64::from(continues)
}

fn step(state: u64, byte: u8) -> u64 {
    (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

fn finish(state: u64) -> u64 {
    (state ^ state >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20
}

/// Appends the word in lower case and without the marks on its letters.
fn simplify(form: &str, plain: &mut String) {
    if form.is_ascii() {
        plain.extend(form.chars().map(|letter| letter.to_ascii_lowercase()));
    } else {
        let is_mark = |letter: &char| letter.general_category() == GeneralCategory::NonspacingMark;
        let letters = form.to_lowercase();
        plain.extend(letters.nfd().filter(|letter| !is_mark(letter)));
    }
}

/// Runs of letters and digits, and every other character by itself but for white space.
fn parts(plain: &str) -> impl Iterator<Item = &str> {
    let mut rest = plain;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let end = if is_alphanumeric(first) {
            rest.find(|letter| !is_alphanumeric(letter))
                .unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (part, others) = rest.split_at(end);
        rest = others;
        Some(part)
    })
}

/// Whether it is a letter or number by its general category; the standard library also counts some marks.
fn is_alphanumeric(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    let group = letter.general_category_group();
    matches!(
        group,
        GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number
    )
}

/// The class of a word's capitals and digits, below [`SHAPES`].
pub(crate) fn shape(form: &str, space_before: bool) -> u8 {
    let upper = form.contains(char::is_uppercase);
    let lower = form.contains(char::is_lowercase);
    let kind = match form.chars().next() {
        Some(first) if upper && !lower => match form.len() == first.len_utf8() {
            true => 2,
            false => 1,
        },
        Some(first) if first.is_uppercase() => 3,
        _ if lower && !upper => 4,
        _ if form.contains(is_digit) => 5,
        _ if upper => 6,
        _ => 0,
    };
    kind + if space_before { 0 } else { 8 }
}

/// Digits in lines, above and below them, of all scripts.
fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
        || matches!(letter, '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉')
        || letter.general_category() == GeneralCategory::DecimalNumber
}

#[cfg(test)]
mod tests {
    use super::*;

    const VOCABULARY: &str = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n-\n'\nal\nun\n##able\n##a\n##b\nunab\nsha\n##ba\nk\ncafe\n5\n##0\n##";

    fn cut(form: &str, limit: usize) -> Vec<&'static str> {
        let pieces = Pieces::read(VOCABULARY).expect("it has all that is needed");
        let lines: Vec<_> = VOCABULARY.split('\n').collect();
        let mut found = vec![7];
        pieces.append(form, limit, &mut PieceScratch::default(), &mut found);
        assert_eq!(found[0], 7);
        found[1..]
            .iter()
            .map(|&number| lines[number as usize])
            .collect()
    }

    #[test]
    fn the_longest_pieces_come_first() {
        assert_eq!(cut("unabba", 6), ["unab", "##ba"]);
        assert_eq!(cut("Unable", 6), ["[UNK]"]);
        assert_eq!(cut("unb", 6), ["un", "##b"]);
        assert_eq!(cut("able", 6), ["[UNK]"]);
    }

    #[test]
    fn marks_part_words_and_an_unknown_part_is_unknown_as_a_whole() {
        assert_eq!(cut("al-Shaba'k", 6), ["al", "-", "sha", "##ba", "'", "k"]);
        assert_eq!(cut("al-xal-k", 6), ["al", "-", "[UNK]", "-", "k"]);
        assert_eq!(cut("50", 6), ["5", "##0"]);
    }

    #[test]
    fn accents_are_dropped_and_white_space_is_nothing() {
        assert_eq!(cut("Café", 6), ["cafe"]);
        assert_eq!(cut("CAFE\u{301}", 6), ["cafe"]);
        assert_eq!(cut("5\u{a0}5", 6), ["5", "5"]);
    }

    #[test]
    fn no_word_is_without_pieces_or_has_too_many() {
        for form in ["", " ", "\u{301}", "\u{feff}", "日本"] {
            assert_eq!(cut(form, 6), ["[UNK]"], "{form:?}");
        }
        assert_eq!(cut("a-a-k-k-k", 3), ["[UNK]", "-", "[UNK]"]);
        assert_eq!(cut(&"un-".repeat(500), 4), ["un", "-", "un", "-"]);
    }

    #[test]
    fn a_vocabulary_needs_the_pieces_with_a_meaning() {
        assert!(Pieces::read("[UNK]\n[CLS]\na").is_none());
        assert!(Pieces::read("").is_none());
        assert_eq!(
            Pieces::read(VOCABULARY).map(|pieces| pieces.entries.len()),
            Some(19)
        );
    }

    #[test]
    fn shapes_tell_capitals_digits_and_space() {
        let shapes = [
            "NATO", "U.N.", "I", "Kabul", "iPhone", "left", "3rd", "3", "4X", "½", "%", "",
        ];
        let kinds = shapes.map(|form| shape(form, true));
        assert_eq!(kinds, [1, 1, 2, 3, 6, 4, 4, 5, 1, 0, 0, 0]);
        assert_eq!(shape("Kabul", false), 11);
        assert_eq!(shape("x²Y", true), 5);
    }
}
