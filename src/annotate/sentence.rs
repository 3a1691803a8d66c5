//! The sentence splitter: the blocks of a document → its sentences with their tokens.
//!
//! In: a document. Out: [`Sentence`]s in the order of the text, their tokens cut and nothing else. A sentence never
//! runs over the end of a block; what lies outside the blocks is in no sentence.
//!
//! The tokenizer cuts a whole block first, because it has to know abbreviations anyway; the splitter then looks only
//! at the pieces around a possible end: a stop, what closes behind it, and what begins after that.

use smol_str::SmolStr;

use super::token::{Kind, TokenPiece, cut};
use crate::lexicon::{CuttingLists, lower};
use crate::text::{BlockKind, Document, MultiwordToken, Sentence, Span, Token, Tokens};

/// So many words a sentence has at most. No sentence of prose comes near; what does is a list, a table or a wreck, and
/// is cut, because the work on a sentence grows with the square of its length.
const LONGEST: usize = 200;

/// The sentences of a document's blocks, in order.
pub fn sentences(document: &Document, lists: &CuttingLists) -> Vec<Sentence> {
    let text = document.text.as_str();
    let mut sentences = Vec::new();
    let mut pieces = Vec::new();
    for (block, place) in document.blocks.iter().enumerate() {
        pieces.clear();
        cut(text, place.span, lists, &mut pieces);
        leave_out(document, place.span, &mut pieces);
        let splitter = Splitter {
            text,
            lists,
            pieces: &pieces,
        };
        let mut start = 0;
        while start < pieces.len() {
            let end = match place.kind {
                BlockKind::Title => splitter.cut(start, pieces.len()),
                _ => splitter.cut(start, splitter.end(start)),
            };
            let mut found = sentence(text, block, &pieces[start..end]);
            if let Some(last) = splitter.last_abbreviation(start, end) {
                part_stop(&mut found, last - start);
            }
            sentences.push(found);
            start = end;
        }
    }
    sentences
}

/// Takes out the pieces of what cleaning set aside inside a block: `Vindal (VDL.L) sued Norvik`.
fn leave_out(document: &Document, block: Span, pieces: &mut Vec<TokenPiece>) {
    let mut inside = document.dropped.iter();
    if inside.any(|dropped| dropped.span.overlaps(block)) {
        let aside = |piece: &TokenPiece| {
            let mut dropped = document.dropped.iter();
            dropped.any(|dropped| dropped.span.overlaps(piece.span))
        };
        pieces.retain(|piece| !aside(piece));
    }
}

/// Puts the pieces of one sentence together.
fn sentence(text: &str, block: usize, pieces: &[TokenPiece]) -> Sentence {
    let mut tokens = Vec::with_capacity(pieces.len());
    let mut multiword: Vec<MultiwordToken> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let after = text[piece.span.end..].chars().next();
        tokens.push(Token {
            span: piece.span,
            form: SmolStr::new(&text[piece.span.range()]),
            space_after: after.is_some_and(char::is_whitespace),
            ..Token::default()
        });
        if !piece.joined || index == 0 {
            continue;
        }
        match multiword.last_mut().filter(|last| last.tokens.end == index) {
            Some(last) => {
                last.tokens = Span::<Tokens>::new(last.tokens.start, index + 1);
                last.span = last.span.cover(piece.span);
            }
            None => multiword.push(MultiwordToken {
                span: pieces[index - 1].span.cover(piece.span),
                tokens: Span::new(index - 1, index + 1),
            }),
        }
    }
    Sentence {
        span: pieces[0].span.cover(pieces[pieces.len() - 1].span),
        block,
        tokens,
        multiword,
    }
}

/// Gives a sentence that ends in an abbreviation (`etc.`) a stop of its own.
fn part_stop(sentence: &mut Sentence, last: usize) {
    let token = &mut sentence.tokens[last];
    let end = token.span.end;
    let stop = Token {
        span: Span::new(end - 1, end),
        form: SmolStr::new_static("."),
        space_after: token.space_after,
        ..Token::default()
    };
    token.span.end = end - 1;
    token.form = SmolStr::new(&token.form[..token.form.len() - 1]);
    token.space_after = false;
    sentence.tokens.insert(last + 1, stop);
}

/// Finds the ends of sentences among the pieces of a block.
struct Splitter<'a> {
    text: &'a str,
    lists: &'a CuttingLists,
    pieces: &'a [TokenPiece],
}

impl Splitter<'_> {
    /// The end of what stands from `start` to `end` as far as one sentence may reach: behind the last mark in the second
    /// half of that, else between two written words.
    fn cut(&self, start: usize, end: usize) -> usize {
        if end - start <= LONGEST {
            return end;
        }
        let (half, limit) = (start + LONGEST / 2, start + LONGEST);
        let mark = (half..limit).rfind(|&at| self.pieces[at].kind == Kind::Mark);
        let parts = |&at: &usize| !self.pieces[at].joined;
        mark.map(|mark| mark + 1)
            .filter(parts)
            .or_else(|| (half..=limit).rfind(parts))
            .unwrap_or(limit)
    }

    /// The first piece after the sentence that begins with the piece `start`, or one further on than a sentence may
    /// reach.
    fn end(&self, start: usize) -> usize {
        if self.is_rule(start) {
            return start + 1;
        }
        let mut at = start;
        while at < self.pieces.len() && at <= start + LONGEST {
            let next = match self.pieces[at].kind {
                Kind::Stop | Kind::Ellipsis | Kind::EndAbbreviation => self.closing(at + 1),
                _ => at + 1,
            };
            let ends = match self.pieces[at].kind {
                Kind::Stop if self.is_item_number(start, at) => None,
                Kind::Stop | Kind::Ellipsis => self.ends_at_stop(start, at, next).then_some(next),
                Kind::EndAbbreviation => self.ends_at_abbreviation(next).then_some(next),
                Kind::Face => (self.begins_with_capital(at + 1) && at > start).then_some(at + 1),
                _ => self.ends_without_stop(start, at).then_some(at + 1),
            };
            if let Some(end) = ends {
                return end;
            }
            let stop = matches!(self.pieces[at].kind, Kind::Stop | Kind::Ellipsis);
            at = if stop { next } else { at + 1 };
        }
        at.min(self.pieces.len())
    }

    /// The abbreviation with which the sentence from `start` to `end` ends, if it has no other stop and none inside.
    fn last_abbreviation(&self, start: usize, end: usize) -> Option<usize> {
        let pieces = &self.pieces[start..end];
        let last = pieces.iter().rposition(|piece| piece.kind != Kind::Close)?;
        let word = self.word(start + last);
        let found = pieces[last].kind == Kind::EndAbbreviation && !pieces[last].joined;
        let several = end - start > 3 && word.len() > 2;
        (found && several && word.find('.') == Some(word.len() - 1)).then_some(start + last)
    }

    /// Skips what belongs to the sentence after its stop: closing marks, faces, references (`[12]`, `[citation needed]`).
    fn closing(&self, mut at: usize) -> usize {
        loop {
            let Some(piece) = self.pieces.get(at) else {
                return at;
            };
            match piece.kind {
                Kind::Close | Kind::Face | Kind::Stop | Kind::Ellipsis => at += 1,
                Kind::Open => match self.reference(at) {
                    Some(length) => at += length,
                    None => return at,
                },
                _ => return at,
            }
        }
    }

    /// How many pieces a reference that begins here has: a number or a few words in small letters in square brackets.
    fn reference(&self, at: usize) -> Option<usize> {
        if self.word(at) != "[" {
            return None;
        }
        let close = (2..=4).find(|&ahead| self.word(at + ahead) == "]")?;
        let first = self.pieces[at + 1].kind;
        let small = self.word(at + 1).starts_with(char::is_lowercase);
        (first == Kind::Number && close == 2 || small).then_some(close + 1)
    }

    /// A row of dashes or asterisks that parts a text.
    fn is_rule(&self, at: usize) -> bool {
        let word = self.word(at);
        let mut signs = word.chars();
        let first = signs.next();
        self.pieces[at].kind == Kind::Mark
            && word.chars().count() >= 5
            && signs.all(|sign| Some(sign) == first)
            && self.is_apart(at)
    }

    /// Whether a piece has white space, or the end of the block, on both sides.
    fn is_apart(&self, at: usize) -> bool {
        let span = self.pieces[at].span;
        let before = at.checked_sub(1).map(|before| self.pieces[before].span.end);
        let after = self.pieces.get(at + 1).map(|after| after.span.start);
        before.is_none_or(|before| before < span.start)
            && after.is_none_or(|after| span.end < after)
    }

    /// `1.` at the start of a sentence or after a colon numbers what follows it.
    fn is_item_number(&self, start: usize, stop: usize) -> bool {
        if stop == 0 || self.word(stop) != "." || stop < start + 1 {
            return false;
        }
        let before = self.pieces[stop - 1];
        let attached = before.span.end == self.pieces[stop].span.start;
        let leads = stop == start + 1
            || stop == start + 2 && matches!(self.pieces[start].kind, Kind::Mark | Kind::Open)
            || self.word(stop - 2) == ":";
        attached && leads && before.kind == Kind::Number && self.word(stop - 1).len() <= 3
    }

    /// Ends that no mark shows: before and after rules, after addresses in a list, after the closing of a letter,
    /// between items.
    fn ends_without_stop(&self, start: usize, at: usize) -> bool {
        let Some(next) = self.pieces.get(at + 1) else {
            return true;
        };
        if self.is_rule(at + 1) {
            return true;
        }
        match self.pieces[at].kind {
            Kind::Address => {
                let web = self.word(at).contains("://");
                web && (next.kind == Kind::Address || self.begins_with_capital(at + 1))
            }
            Kind::Mark if self.word(at) == "," => self.closes_letter(start, at),
            _ => self.is_bullet(start) && self.is_bullet(at + 1),
        }
    }

    /// `Regards,` before a name at the end of the block.
    fn closes_letter(&self, start: usize, comma: usize) -> bool {
        let name = &self.pieces[comma + 1..];
        (start + 1..=start + 3).contains(&comma)
            && self.lists.letter_closings.has(&lower(self.word(comma - 1)))
            && (1..=3).contains(&name.len())
            && (comma + 1..self.pieces.len()).all(|at| self.begins_with_capital(at))
    }

    /// A dash or asterisk with spaces around it before a capital.
    fn is_bullet(&self, at: usize) -> bool {
        let mark = matches!(self.word(at), "-" | "*" | "•" | "·" | "–");
        mark && self.is_apart(at) && self.begins_with_capital(at + 1)
    }

    /// Whether a sentence ends between the stop and the piece `next`.
    fn ends_at_stop(&self, start: usize, stop: usize, next: usize) -> bool {
        let Some(piece) = self.pieces.get(next) else {
            return true;
        };
        let spaced = self.pieces[next - 1].span.end < piece.span.start;
        let closed = next > stop + 1;
        let word = self.word(next);
        let first = word.chars().next().unwrap_or(' ');
        if !spaced {
            // `officials.They`, but neither `Yahoo!'s` nor `example.foo`.
            return first.is_uppercase() && !closed && self.pieces[stop].kind == Kind::Stop;
        }
        match piece.kind {
            Kind::Open if self.is_year_in_brackets(next) => false,
            Kind::Mark => !matches!(first, ',' | ';' | ':' | '%' | '-' | '–' | '—' | '/' | '&'),
            _ if first.is_lowercase() => {
                self.pieces[stop].kind == Kind::Stop && !closed && !self.is_in_name(start, stop)
            }
            _ => true,
        }
    }

    /// A name that is written with a mark: `Jeb! was`, `Yahoo! and`.
    fn is_in_name(&self, start: usize, mark: usize) -> bool {
        let attached =
            mark > start && self.pieces[mark - 1].span.end == self.pieces[mark].span.start;
        attached && self.word(mark) != "." && mark > start + 1 && self.begins_with_capital(mark - 1)
    }

    /// `(1965)` after a title that ends in an exclamation mark.
    fn is_year_in_brackets(&self, at: usize) -> bool {
        let number = self.pieces.get(at + 1).map(|piece| piece.kind);
        self.word(at) == "(" && number == Some(Kind::Number) && self.word(at + 2) == ")"
    }

    /// Whether a sentence ends between an abbreviation and the piece `next`.
    fn ends_at_abbreviation(&self, next: usize) -> bool {
        match self.pieces.get(next).map(|piece| piece.kind) {
            None => true,
            Some(Kind::Open) => self.is_starter(next + 1),
            Some(_) => self.is_starter(next),
        }
    }

    /// Whether the piece is a word with a capital that usually begins a sentence.
    fn is_starter(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(char::is_uppercase) && self.lists.sentence_starters.has(&lower(word))
    }

    fn begins_with_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// The letters of a piece; none after the end of the block.
    fn word(&self, at: usize) -> &str {
        self.pieces
            .get(at)
            .map_or("", |piece| &self.text[piece.span.range()])
    }
}
