//! Stretches of text, with their unit in the type, and the one home of conversions between units.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// Unit: bytes of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bytes;

/// Unit: Unicode code points of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chars;

/// Unit: tokens of a sentence, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens;

/// The range from `start` to `end` (exclusive), counted in the unit `U`.
///
/// The unit is part of the type, so that a span of tokens cannot be used as a span of bytes.
pub struct Span<U = Bytes> {
    /// The first unit that belongs to the span.
    pub start: usize,
    /// The first unit after the span.
    pub end: usize,
    unit: PhantomData<U>,
}

impl<U> Span<U> {
    /// The span from `start` to `end` (exclusive).
    pub const fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            unit: PhantomData,
        }
    }

    /// How many units the span holds.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly within this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the unit at `position` belongs to the span.
    pub const fn holds(self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    /// Whether the two spans share at least one unit.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that contains both.
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The positions in the span, in order.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

impl<U> Clone for Span<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Span<U> {}

impl<U> PartialEq for Span<U> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}

impl<U> Eq for Span<U> {}

impl<U> PartialOrd for Span<U> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<U> Ord for Span<U> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}

impl<U> Hash for Span<U> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}

impl<U> fmt::Debug for Span<U> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}..{}", self.start, self.end)
    }
}

/// Converts byte offsets of one text into code points.
///
/// Building it is linear in the text; a look-up scans at most 64 bytes.
#[derive(Debug, Clone)]
pub struct CharIndex<'a> {
    text: &'a str,
    /// Code points before every 64th byte.
    before: Vec<usize>,
}

impl<'a> CharIndex<'a> {
    const STEP: usize = 64;

    /// An index over `text`.
    pub fn new(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(Self::STEP) {
            before.push(count);
            count += chunk.iter().filter(|&&byte| starts_char(byte)).count();
        }
        if text.len().is_multiple_of(Self::STEP) {
            before.push(count);
        }
        Self { text, before }
    }

    /// How many code points start before the byte at `offset`.
    pub fn chars_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let block = offset / Self::STEP;
        let rest = &self.text.as_bytes()[block * Self::STEP..offset];
        self.before[block] + rest.iter().filter(|&&byte| starts_char(byte)).count()
    }

    /// The same span in code points.
    pub fn chars(&self, span: Span<Bytes>) -> Span<Chars> {
        Span::new(self.chars_before(span.start), self.chars_before(span.end))
    }

    /// The same span in bytes; what lies behind the end of the text is cut off.
    pub fn bytes(&self, span: Span<Chars>) -> Span<Bytes> {
        Span::new(self.byte_of(span.start), self.byte_of(span.end))
    }

    /// The byte at which the code point with this number starts.
    fn byte_of(&self, char: usize) -> usize {
        let block = self.before.partition_point(|&before| before <= char) - 1;
        let start = block * Self::STEP;
        let bytes = self.text.as_bytes().iter().enumerate().skip(start);
        let mut letters = bytes.filter(|&(_, &byte)| starts_char(byte));
        let found = letters.nth(char - self.before[block]);
        found.map_or(self.text.len(), |(at, _)| at)
    }
}

fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Converts byte offsets of one text into lines and columns, both counted from 1, columns in code points.
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    text: &'a str,
    /// The byte at which each line starts.
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// An index over `text`; lines end at `\n`.
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        Self { text, starts }
    }

    /// Line and column of the byte at `offset`, both from 1.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts[line - 1];
        let column = self
            .text
            .get(start..offset)
            .map_or(0, |before| before.chars().count());
        (line, column + 1)
    }

    /// The line with this number, counted from 1, with its end; `None` if there are not so many.
    pub fn line(&self, line: usize) -> Option<Span<Bytes>> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        Some(Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_across_blocks_and_letters_of_many_bytes() {
        let text = "a“é”😀".repeat(40);
        let index = CharIndex::new(&text);
        for (count, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(index.chars_before(offset), count);
            assert_eq!(index.bytes(Span::new(count, count)).start, offset);
        }
        assert_eq!(index.chars_before(text.len()), text.chars().count());
        let behind = Span::new(text.chars().count(), 9999);
        assert_eq!(index.bytes(behind), Span::new(text.len(), text.len()));
    }

    #[test]
    fn the_end_of_a_text_that_fills_its_last_block_can_be_looked_up() {
        let text = "x".repeat(128);
        assert_eq!(CharIndex::new(&text).chars_before(128), 128);
        assert_eq!(CharIndex::new("").chars_before(0), 0);
    }

    #[test]
    fn lines_and_columns_start_at_one() {
        let index = LineIndex::new("ab\nçd\n");
        assert_eq!(index.line_column(0), (1, 1));
        assert_eq!(index.line_column(3), (2, 1));
        assert_eq!(index.line_column(5), (2, 2));
        assert_eq!(index.line(2), Some(Span::new(3, 7)));
        assert_eq!(index.line(3), Some(Span::new(7, 7)));
        assert_eq!((index.line(0), index.line(4)), (None, None));
    }
}
