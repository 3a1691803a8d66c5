//! Numbers, dates, times and telephone numbers, and the units behind them.

use super::cutter::{Cutter, belongs_to_word, is_apostrophe, run};
use super::piece::Kind;
use crate::lexicon::lower;

impl Cutter<'_> {
    /// Cuts the number that begins `lead` bytes from here, together with these.
    pub(super) fn number(&mut self, lead: usize) {
        let rest = &self.rest()[lead..];
        let digits = hyphenated(rest).unwrap_or_else(|| plain(rest));
        let tail = &rest[digits..];
        let letters = run(tail, belongs_to_word);
        let word = lower(&tail[..letters]);
        let ordinal = matches!(&*word, "st" | "nd" | "rd" | "th" | "s");
        if letters > 0 && (ordinal || !self.is_unit(&word, tail)) {
            self.take(lead + digits + letters, Kind::Number);
        } else if let Some(length) = decade(&rest[..digits], tail) {
            self.take(lead + digits + length, Kind::Number);
        } else {
            self.take(lead + digits, Kind::Number);
        }
        self.clitics();
    }

    fn is_unit(&self, word: &str, tail: &str) -> bool {
        let dotted = run(tail, |c| c.is_alphabetic() || c == '.');
        let dotted = lower(tail[..dotted].trim_end_matches('.'));
        // `3 bn` and `5 km`, but `5G`.
        if word.len() == 1 && tail.starts_with(['B', 'G', 'T', 'V', 'X']) {
            return false;
        }
        self.lists.units.has(word) || self.lists.units.has(&dotted)
    }
}

/// The length of digits with separators between them: `1,200.50`, `9/11`, `18:30`.
fn plain(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut end = digits(0);
    // How many groups of digits there are, and how long the last is.
    let mut groups = (1, end);
    while let Some(&separator) = bytes.get(end) {
        let next = digits(end + 1);
        let belongs = match separator {
            _ if next == 0 => false,
            b'.' | b':' => true,
            b',' => next == 3 && end > 0,
            b'/' => groups.1 <= 2 && groups.0 < 3 && (next <= 2 || next == 4),
            _ => false,
        };
        if !belongs {
            break;
        }
        groups = (groups.0 + 1, next);
        end += 1 + next;
    }
    end
}

/// The length of a telephone number, postal code or date with hyphens; ranges (`10-15`, `1969-1970`) are none.
fn hyphenated(text: &str) -> Option<usize> {
    let length = run(text, |c| c.is_ascii_digit() || c == '-' || c == '/');
    let text = text[..length].trim_end_matches(['-', '/']);
    if !text.contains('-') {
        return None;
    }
    let groups = || text.split(['-', '/']).map(str::len);
    let shape = |shape: &[std::ops::RangeInclusive<usize>]| {
        groups().count() == shape.len() && groups().zip(shape).all(|(n, range)| range.contains(&n))
    };
    let telephone = shape(&[3..=3, 4..=4])
        || shape(&[2..=4, 3..=4, 3..=4])
        || shape(&[1..=3, 3..=3, 3..=4, 4..=4])
        || shape(&[5..=5, 4..=4]);
    let date =
        !text.contains('/') && (shape(&[1..=2, 1..=2, 2..=4]) || shape(&[4..=4, 2..=2, 2..=2]));
    (telephone || date).then_some(text.len())
}

/// The length of `'s` behind the number of a decade: `1980's`.
fn decade(digits: &str, tail: &str) -> Option<usize> {
    let mut chars = tail.chars();
    let apostrophe = chars.next().filter(|&c| is_apostrophe(c))?;
    let ends = chars.next() == Some('s') && !chars.next().is_some_and(belongs_to_word);
    let round = matches!(digits.len(), 2 | 4) && digits.ends_with('0');
    (ends && round && digits.bytes().all(|b| b.is_ascii_digit())).then(|| apostrophe.len_utf8() + 1)
}
