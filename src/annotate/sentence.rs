//! The sentence splitter: the blocks of a document → its sentences with their tokens.
//!
//! In: a document. Out: [`Sentence`]s in the order of the text, their tokens cut and nothing else. A sentence never
//! runs over the end of a block; what lies outside the blocks is in no sentence.
//!
//! The tokenizer cuts a whole block first, because it has to know abbreviations anyway; the splitter then looks only
//! at the pieces around a possible end: a stop, what closes behind it, and what begins after that.

use smol_str::SmolStr;

use super::token::{Kind, Piece, cut};
use crate::lexicon::{CuttingLists, lower};
use crate::text::{BlockKind, Document, MultiwordToken, Sentence, Span, Token, Tokens};

/// The sentences of a document's blocks, in order.
pub fn sentences(document: &Document, lists: &CuttingLists) -> Vec<Sentence> {
    let text = document.text.as_str();
    let mut sentences = Vec::new();
    let mut pieces = Vec::new();
    for (block, place) in document.blocks.iter().enumerate() {
        pieces.clear();
        cut(text, place.span, lists, &mut pieces);
        let splitter = Splitter {
            text,
            lists,
            pieces: &pieces,
        };
        let mut start = 0;
        while start < pieces.len() {
            let end = match place.kind {
                BlockKind::Title => pieces.len(),
                _ => splitter.end(start),
            };
            sentences.push(sentence(text, block, &pieces[start..end]));
            start = end;
        }
    }
    sentences
}

/// Puts the pieces of one sentence together.
fn sentence(text: &str, block: usize, pieces: &[Piece]) -> Sentence {
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

/// Finds the ends of sentences among the pieces of a block.
struct Splitter<'a> {
    text: &'a str,
    lists: &'a CuttingLists,
    pieces: &'a [Piece],
}

impl Splitter<'_> {
    /// The first piece after the sentence that begins with the piece `start`.
    fn end(&self, start: usize) -> usize {
        let mut at = start;
        while at < self.pieces.len() {
            let ends = match self.pieces[at].kind {
                Kind::Stop | Kind::Ellipsis => {
                    let next = self.closing(at + 1);
                    let ends = self.ends_at_stop(at, next);
                    at = next - 1;
                    ends
                }
                Kind::EndAbbreviation => {
                    let next = self.closing(at + 1);
                    let ends = self.ends_at_abbreviation(next);
                    at = if ends { next - 1 } else { at };
                    ends
                }
                Kind::Face => self.begins_with_capital(at + 1) && at > start,
                _ => false,
            };
            at += 1;
            if ends {
                return at;
            }
        }
        self.pieces.len()
    }

    /// Skips what belongs to the sentence after its stop: closing marks, faces, reference numbers (`[12]`).
    fn closing(&self, mut at: usize) -> usize {
        loop {
            let Some(piece) = self.pieces.get(at) else {
                return at;
            };
            match piece.kind {
                Kind::Close | Kind::Face | Kind::Stop | Kind::Ellipsis => at += 1,
                Kind::Open if self.is_reference(at) => at += 3,
                _ => return at,
            }
        }
    }

    /// `[12]`
    fn is_reference(&self, at: usize) -> bool {
        let number = self.pieces.get(at + 1).map(|piece| piece.kind);
        self.word(at) == "[" && number == Some(Kind::Number) && self.word(at + 2) == "]"
    }

    /// Whether a sentence ends between the stop and the piece `next`.
    fn ends_at_stop(&self, stop: usize, next: usize) -> bool {
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
            Kind::Mark => !matches!(first, ',' | ';' | ':' | '%' | '-' | '–' | '—' | '/' | '&'),
            _ if first.is_lowercase() => self.pieces[stop].kind == Kind::Stop && !closed,
            _ => true,
        }
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
