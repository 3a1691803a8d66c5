//! Punctuation, symbols and faces.

use super::cutter::{Cutter, belongs_to_word, is_apostrophe, run};
use super::piece::Kind;
use crate::lexicon::lower;

impl Cutter<'_> {
    /// Cuts a face that begins here and ends with the chunk, or fills the chunk up to its punctuation.
    pub(super) fn face(&mut self, starts_chunk: bool) -> bool {
        let rest = self.rest();
        if rest.len() > 8 || !starts_chunk && rest.starts_with(belongs_to_word) {
            return false;
        }
        let trimmed = rest.trim_end_matches(['.', ',', '!', '?']);
        let found = [rest, trimmed]
            .into_iter()
            .find(|face| self.lists.faces.has(face));
        let Some(length) = found.map(str::len) else {
            return false;
        };
        self.take(length, Kind::Face);
        true
    }

    /// Cuts the punctuation mark or symbol that begins here.
    pub(super) fn mark(&mut self, first: char, starts_chunk: bool) {
        let rest = self.rest();
        let after = &rest[first.len_utf8()..];
        let digit_follows = after.starts_with(|c: char| c.is_ascii_digit());
        let word_follows = after.starts_with(char::is_alphanumeric);
        match first {
            '.' if digit_follows && !self.follows_word() => self.number(1),
            '+' if digit_follows && starts_chunk => self.number(1),
            '.' | '!' | '?' | '…' => self.stop(),
            '@' if starts_chunk && word_follows => self.handle(Kind::Word),
            '#' if starts_chunk && after.starts_with(char::is_alphabetic) => {
                self.handle(Kind::Word)
            }
            c if is_apostrophe(c) => self.apostrophe(c, starts_chunk),
            '"' => self.double_quote(starts_chunk),
            '[' if after.starts_with("...]") => self.take(5, Kind::Mark),
            '[' if after.starts_with("…]") => self.take(5, Kind::Mark),
            '(' | '[' | '{' | '“' | '«' | '„' => self.take(first.len_utf8(), Kind::Open),
            ')' | ']' | '}' | '”' | '»' => self.take(first.len_utf8(), Kind::Close),
            '-' | '–' | '—' | '=' | '*' | '~' | '+' | '#' | '<' | '>' | '|' | '^' => {
                let length = run(rest, |c| c == first);
                self.take(length, Kind::Mark);
            }
            _ => self.symbol(first),
        }
    }

    /// Whether the chunk goes on without a space from a word or number.
    fn follows_word(&self) -> bool {
        self.text[..self.at].ends_with(char::is_alphanumeric)
    }

    fn stop(&mut self) {
        let rest = self.rest();
        let length = run(rest, |c| matches!(c, '.' | '!' | '?' | '…'));
        let marks = &rest[..length];
        let dots = marks.chars().all(|c| matches!(c, '.' | '…'));
        let kind = if dots && (length > 1) {
            Kind::Ellipsis
        } else {
            Kind::Stop
        };
        self.take(length, kind);
    }

    /// `@name`, `#topic`.
    fn handle(&mut self, kind: Kind) {
        let rest = self.rest();
        let length = 1 + run(&rest[1..], belongs_to_word);
        self.take(length, kind);
        self.clitics();
    }

    fn apostrophe(&mut self, first: char, starts_chunk: bool) {
        let rest = self.rest();
        let size = first.len_utf8();
        let after = &rest[size..];
        let second = after
            .chars()
            .next()
            .filter(|&c| c == first || first != '\'' && matches!(c, '‘' | '’'));
        let letters = &after[..run(after, belongs_to_word)];
        let word = lower(letters);
        let digits = letters.trim_end_matches('s');
        let year = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        let opens = (starts_chunk || self.follows_opening()) && !letters.is_empty();
        if let Some(second) = second {
            let kind = if opens || starts_chunk && after.len() > second.len_utf8() {
                Kind::Open
            } else {
                Kind::Close
            };
            self.take(size + second.len_utf8(), kind);
        } else if starts_chunk && year && first != '‘' {
            self.number(size);
        } else if starts_chunk && self.lists.elided.has(&word) && !self.quotes.single {
            // `rock 'n' roll` drops letters on both sides.
            let mut length = size + letters.len();
            if letters.len() == 1 && self.rest()[length..].starts_with(first) {
                length += size;
            }
            self.take(length, Kind::Word);
        } else if !opens && self.lists.clitics.has(&word) && first != '‘' {
            // The possessive of a name in quotation marks stands by itself.
            self.take(size + letters.len(), Kind::Word);
        } else if first == '‘'
            || (opens || starts_chunk && !after.is_empty()) && !self.quotes.single
        {
            self.quotes.single = true;
            self.take(size, Kind::Open);
        } else {
            self.quotes.single = false;
            self.take(size, Kind::Close);
        }
    }

    fn double_quote(&mut self, starts_chunk: bool) {
        let last = self.rest().len() == 1;
        let opens = if last && !starts_chunk {
            false
        } else if starts_chunk && !last {
            true
        } else {
            !self.quotes.double
        };
        self.quotes.double = opens;
        self.take(1, if opens { Kind::Open } else { Kind::Close });
    }

    /// Whether the piece just before is an opening mark without a space after it.
    fn follows_opening(&self) -> bool {
        let last = self.pieces.last().filter(|piece| piece.span.end == self.at);
        last.is_some_and(|piece| matches!(piece.kind, Kind::Open | Kind::Mark))
    }

    /// One character with what modifies it: variation selectors, skin tones, joined pictures, pairs of flags' letters.
    fn symbol(&mut self, first: char) {
        let rest = self.rest();
        let mut length = first.len_utf8();
        let mut flag = matches!(first, '\u{1f1e6}'..='\u{1f1ff}');
        let mut joined = false;
        for c in rest[length..].chars() {
            let modifies = matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}' | '\u{200d}');
            let second = flag && matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
            if !modifies && !second && !joined {
                break;
            }
            flag = false;
            joined = c == '\u{200d}';
            length += c.len_utf8();
        }
        let picture = matches!(first, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}');
        self.take(length, if picture { Kind::Face } else { Kind::Mark });
    }
}
