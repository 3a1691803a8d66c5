//! Words with their hyphens, apostrophes and stops.

use super::cutter::{Cutter, belongs_to_word, is_apostrophe, run};
use super::piece::Kind;
use crate::lexicon::{Abbreviation, lower};

impl Cutter<'_> {
    /// Cuts the word that begins here.
    pub(super) fn word(&mut self) {
        if self.letters_with_stops() || self.abbreviation() {
            self.clitics();
            return;
        }
        if let Some(length) = self.currency() {
            self.take(length, Kind::Word);
            return;
        }
        let length = self.word_length();
        let word = lower(&self.rest()[..length]);
        if let Some(parts) = self.contraction(&word, length) {
            for (index, part) in parts.iter().enumerate() {
                self.push(*part, Kind::Word, index > 0);
            }
            return;
        }
        match self.negation(length) {
            Some(stem) if stem > 0 => {
                self.take(stem, Kind::Word);
                let tail = self.rest();
                let apostrophe = tail[1..].chars().next().map_or(0, char::len_utf8);
                self.join(1 + apostrophe + 1);
            }
            _ => self.take(length, Kind::Word),
        }
        self.clitics();
    }

    /// A currency's letters before an amount: `Rs1,200`.
    fn currency(&self) -> Option<usize> {
        let rest = self.rest();
        let length = run(rest, char::is_alphabetic);
        let amount = rest[length..].starts_with(|c: char| c.is_ascii_digit());
        (amount && self.lists.currencies.has(&rest[..length])).then_some(length)
    }

    /// The lengths of the words for which this written word stands, if it is listed and not a name (`Im`, `ARENT`).
    fn contraction(&self, word: &str, length: usize) -> Option<Vec<usize>> {
        let parts = self.lists.contraction(word)?;
        let capitals = self.rest()[..length]
            .chars()
            .skip(1)
            .any(char::is_uppercase);
        let spells = word.len() == length && parts.iter().sum::<usize>() == length;
        (spells && (!capitals || word.len() > 3)).then(|| parts.to_vec())
    }

    /// `U.S.`, `a.m.`, `J.` before a name, `U.S.A`.
    fn letters_with_stops(&mut self) -> bool {
        let rest = self.rest();
        let mut end = 0;
        let mut count = 0;
        loop {
            let mut chars = rest[end..].chars();
            match (chars.next(), chars.next()) {
                (Some(letter), Some('.')) if letter.is_alphabetic() => {
                    end += letter.len_utf8() + 1;
                    count += 1;
                }
                (Some(letter), next)
                    if count > 1
                        && letter.is_uppercase()
                        && !next.is_some_and(|c| belongs_to_word(c) || c == '.') =>
                {
                    end += letter.len_utf8();
                    break;
                }
                _ => break,
            }
        }
        match count {
            0 => false,
            1 => self.initial(end),
            _ => {
                let word = &rest[..end];
                let kind = match self.lists.abbreviation(word) {
                    Some(Abbreviation::Inner | Abbreviation::Title) => Kind::Abbreviation,
                    // `A.Q. Khan` is a person, `the U.S. Then` may be two sentences: the splitter looks on.
                    _ => Kind::EndAbbreviation,
                };
                self.take(end, kind);
                true
            }
        }
    }

    /// A single capital with its stop, if a name follows: `J. Edgar`, `J.Edgar`, `Plan B. Then` is none.
    fn initial(&mut self, length: usize) -> bool {
        let rest = self.rest();
        let upper = rest.starts_with(char::is_uppercase);
        let inside = &rest[length..];
        let alone = inside.is_empty() && !rest.starts_with('I');
        let next = if inside.is_empty() {
            self.after_chunk()
        } else {
            inside
        };
        // `P. falciparum`
        let species = alone && next.starts_with(char::is_lowercase);
        if !upper || !species && !next.starts_with(char::is_uppercase) {
            return false;
        }
        let following = &next[..run(next, |c| belongs_to_word(c) || is_apostrophe(c))];
        let another = next[following.len()..].starts_with('.') && following.chars().count() == 1;
        let starter = self.lists.sentence_starters.has(&lower(following));
        if !another && (starter || (rest.starts_with('I') && inside.is_empty())) {
            return false;
        }
        self.take(length, Kind::Abbreviation);
        true
    }

    /// A listed abbreviation with its stop.
    fn abbreviation(&mut self) -> bool {
        let rest = self.rest();
        let length = run(rest, |c| c.is_alphabetic() || c == '.' || is_apostrophe(c));
        let Some(length) = rest[..length].rfind('.').map(|stop| stop + 1) else {
            return false;
        };
        let plain = rest.find('.').map_or(length, |stop| stop + 1);
        let found = [length, plain].into_iter().find_map(|length| {
            let kind = self.lists.abbreviation(&rest[..length])?;
            Some((length, kind))
        });
        let Some((length, kind)) = found else {
            return false;
        };
        let inside = &rest[length..];
        let next = if inside.is_empty() {
            self.after_chunk()
        } else {
            inside
        };
        let digit = next.starts_with(|c: char| c.is_ascii_digit() || c == '#');
        let applies = match kind {
            Abbreviation::Number => digit,
            Abbreviation::Date => {
                let word = &next[..run(next, belongs_to_word)];
                let starter = self.lists.sentence_starters.has(&lower(word));
                digit
                    || next.starts_with([',', '-'])
                    || (next.starts_with(char::is_uppercase) && !starter)
            }
            Abbreviation::Title | Abbreviation::Inner => !next.is_empty(),
            Abbreviation::End => true,
        };
        // `etc...` is the word and an ellipsis.
        if !applies || inside.starts_with('.') && inside.len() > 1 {
            return false;
        }
        let kind = match kind {
            Abbreviation::End => Kind::EndAbbreviation,
            _ => Kind::Abbreviation,
        };
        self.take(length, kind);
        true
    }

    /// The length of the word up to its first clitic, hyphen or other mark that does not belong to it.
    fn word_length(&self) -> usize {
        let rest = self.rest();
        let mut end = 0;
        loop {
            end += run(&rest[end..], belongs_to_word);
            let mut tail = rest[end..].chars();
            let Some(mark) = tail.next() else { break };
            let next = tail.next();
            let word = &rest[..end];
            let after = end + mark.len_utf8();
            let goes_on = next.is_some_and(belongs_to_word)
                && match mark {
                    '-' | '‐' | '\u{2011}' => self.stays_hyphenated(word, &rest[after..]),
                    '&' => {
                        let letters = &rest[after..];
                        let following = &letters[..run(letters, belongs_to_word)];
                        let short = |part: &str| part.chars().count() == 1;
                        let capitals =
                            |part: &str| part.chars().all(char::is_uppercase) && part.len() <= 4;
                        short(word) && short(following) || capitals(word) && capitals(following)
                    }
                    '/' => {
                        let both = after + run(&rest[after..], |c| belongs_to_word(c) || c == '/');
                        self.lists.slashed.has(&lower(&rest[..both]))
                    }
                    '*' => !rest[after..].contains(' ') && word.len() < 3,
                    c if is_apostrophe(c) => !self.is_clitic(&rest[after..]),
                    _ => false,
                };
            if goes_on {
                end = after;
                continue;
            }
            if mark == '-' && self.breaks_off(word, next) {
                return after;
            }
            if mark == '$' && self.lists.currencies.has(&rest[..after]) {
                return after;
            }
            if is_apostrophe(mark) && self.drops_a_letter(word, next) {
                return after;
            }
            break;
        }
        end
    }

    /// Whether the letters after a hyphen belong to the same word as those before it.
    fn stays_hyphenated(&self, word: &str, after: &str) -> bool {
        let following = &after[..run(after, belongs_to_word)];
        // `e-mail`, but `Jaish-e-Mohammed`.
        let letter = word.len() == 1 && following.starts_with(char::is_uppercase);
        // `post-9/11`
        if after[following.len()..].starts_with('/') {
            return false;
        }
        self.lists.prefixes.has(&lower(word)) && !letter
            || self.lists.endings.has(&lower(following))
    }

    /// A word that is broken off, or a prefix that waits for its word: `th-`, `pre- and post-war`.
    fn breaks_off(&self, word: &str, next: Option<char>) -> bool {
        let ends = next.is_none_or(|c| ",.".contains(c));
        let short =
            word.len() <= 2 && !word.contains(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
        ends && (short || self.lists.prefixes.has(&lower(word)))
    }

    /// Whether the text, which stands after an apostrophe, begins with a clitic and nothing more.
    fn is_clitic(&self, after: &str) -> bool {
        let letters = &after[..run(after, belongs_to_word)];
        let negation = lower(letters) == "t";
        negation || self.lists.clitics.has(&lower(letters))
    }

    /// `lovin'`, unless the apostrophe closes a quotation.
    fn drops_a_letter(&self, word: &str, next: Option<char>) -> bool {
        let dropped = word.len() > 4 && word.ends_with("in");
        dropped && !self.quotes.single && next.is_none_or(|c| ".,!?;:".contains(c))
    }

    /// Where `n't` begins, if the word of this length is followed by `'t` and ends in `n`.
    fn negation(&self, length: usize) -> Option<usize> {
        let rest = self.rest();
        let word = &rest[..length];
        let mut tail = rest[length..].chars();
        let apostrophe = tail.next().filter(|&c| is_apostrophe(c))?;
        let t = tail.next().filter(|c| matches!(c, 't' | 'T'))?;
        let ends = !tail.next().is_some_and(belongs_to_word);
        let _ = (apostrophe, t);
        (ends && word.ends_with(['n', 'N'])).then(|| length - 1)
    }

    /// Cuts the clitics that follow the piece just cut: `'s`, `'ve`, and the apostrophe of a plural's possessive.
    pub(super) fn clitics(&mut self) {
        loop {
            let rest = self.rest();
            let Some(apostrophe) = rest.chars().next().filter(|&c| is_apostrophe(c)) else {
                return;
            };
            let after = &rest[apostrophe.len_utf8()..];
            let letters = run(after, belongs_to_word);
            if letters > 0 {
                if !self.lists.clitics.has(&lower(&after[..letters])) {
                    return;
                }
                self.join(apostrophe.len_utf8() + letters);
            } else {
                let plural = self.text[..self.at].ends_with(['s', 'S']);
                let closes =
                    self.quotes.single || after.starts_with(is_apostrophe) || apostrophe == '`';
                if plural && !closes && apostrophe != '‘' {
                    self.join(apostrophe.len_utf8());
                }
                return;
            }
        }
    }
}
