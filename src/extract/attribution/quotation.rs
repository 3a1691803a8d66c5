//! Stretches in quotation marks, paragraph by paragraph.
//!
//! Curly, straight and doubled single marks open and close; an opening mark that is never closed takes its paragraph
//! to the end if the next one goes on with the quotation, else its sentence. Single marks count only in a paragraph
//! that has no double ones.

use crate::annotate::Annotated;
use crate::text::Span;

/// A stretch of text in quotation marks, marks included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quotation {
    pub(super) span: Span,
    /// Which of the document's blocks it stands in.
    pub(super) block: usize,
    /// Whether it has a closing mark.
    pub(super) closed: bool,
    /// Its first token, counted over the whole document.
    pub(super) first: usize,
    /// Its last token, counted over the whole document.
    pub(super) last: usize,
}

/// The quotations of a document, and the numbering of tokens over the whole document that they use.
#[derive(Debug, Clone, Default)]
pub(super) struct Quotations {
    pub(super) all: Vec<Quotation>,
    /// The number of each sentence's first token, and of all tokens at the end.
    starts: Vec<usize>,
    /// For each token of the document whether it is a quotation mark.
    marks: Vec<bool>,
    /// For each token the quotation it stands in.
    inside: Vec<Option<u32>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    side: Side,
}

impl Quotations {
    pub(super) fn new(annotated: &Annotated) -> Self {
        let mut starts = Vec::with_capacity(annotated.sentences.len() + 1);
        let mut count = 0;
        for sentence in &annotated.sentences {
            starts.push(count);
            count += sentence.tokens.len();
        }
        starts.push(count);
        let mut found = Self {
            all: Vec::new(),
            starts,
            marks: vec![false; count],
            inside: vec![None; count],
        };
        let sentences = &annotated.sentences;
        let mut from = 0;
        while from < sentences.len() {
            let block = sentences[from].block;
            let to = (from..sentences.len())
                .find(|&at| sentences[at].block != block)
                .unwrap_or(sentences.len());
            found.block(annotated, from, to);
            from = to;
        }
        found
    }

    fn block(&mut self, annotated: &Annotated, from: usize, to: usize) {
        let sentences = &annotated.sentences[from..to];
        let span = sentences[0].span.cover(sentences[sentences.len() - 1].span);
        let text = annotated.slice(span);
        let mut marks = double_marks(text, span.start);
        if marks.is_empty() {
            marks = single_marks(text, span.start);
        }
        let goes_on = annotated
            .sentences
            .get(to)
            .is_some_and(|next| opens_with_mark(annotated.slice(next.span)));
        let end_of_sentence = |position: usize| {
            let at = sentences.partition_point(|sentence| sentence.span.end <= position);
            sentences
                .get(at)
                .map_or(span.end, |sentence| sentence.span.end)
        };
        let start_of_sentence = |position: usize| {
            let at = sentences.partition_point(|sentence| sentence.span.start <= position);
            sentences[at.saturating_sub(1)].span.start
        };
        let block = sentences[0].block;
        let mut open: Option<Mark> = None;
        let mut closed_to = span.start;
        for mark in marks {
            match (open, mark.side) {
                (None, Side::Opens | Side::Either) => open = Some(mark),
                (None, Side::Closes) => {
                    let start = start_of_sentence(mark.span.start);
                    if start == mark.span.start {
                        // The wrong mark of a pair: it stands where only an opening one can.
                        open = Some(mark);
                    } else if closed_to <= start {
                        self.push(
                            annotated,
                            from,
                            to,
                            Span::new(start, mark.span.end),
                            block,
                            true,
                        );
                    }
                    closed_to = mark.span.end;
                }
                (Some(opened), Side::Closes | Side::Either) => {
                    self.push(
                        annotated,
                        from,
                        to,
                        opened.span.cover(mark.span),
                        block,
                        true,
                    );
                    closed_to = mark.span.end;
                    open = None;
                }
                (Some(opened), Side::Opens) => {
                    let end = end_of_sentence(opened.span.start).min(mark.span.start);
                    self.push(
                        annotated,
                        from,
                        to,
                        Span::new(opened.span.start, end),
                        block,
                        false,
                    );
                    open = Some(mark);
                }
            }
        }
        if let Some(opened) = open {
            let end = if goes_on {
                span.end
            } else {
                end_of_sentence(opened.span.start)
            };
            self.push(
                annotated,
                from,
                to,
                Span::new(opened.span.start, end),
                block,
                false,
            );
        }
    }

    fn push(
        &mut self,
        annotated: &Annotated,
        from: usize,
        to: usize,
        span: Span,
        block: usize,
        closed: bool,
    ) {
        let blank = annotated.slice(span);
        let span = Span::new(span.start, span.start + blank.trim_end().len());
        let number = self.all.len() as u32;
        let (mut first, mut last) = (None, None);
        let near = annotated.sentences[from..to]
            .partition_point(|sentence| sentence.span.end <= span.start);
        for sentence in from + near..to {
            let place = &annotated.sentences[sentence];
            if place.span.start >= span.end {
                break;
            }
            for (index, token) in place.tokens.iter().enumerate() {
                if token.span.overlaps(span) {
                    let flat = self.starts[sentence] + index;
                    first.get_or_insert(flat);
                    last = Some(flat);
                    self.inside[flat] = Some(number);
                }
            }
        }
        let (Some(first), Some(last)) = (first, last) else {
            return;
        };
        let is_mark = |flat: usize| {
            let (sentence, token) = self.place(flat);
            !annotated.sentences[sentence].tokens[token]
                .form
                .chars()
                .any(char::is_alphanumeric)
        };
        let (opens, closes) = (is_mark(first), closed && is_mark(last));
        self.marks[first] |= opens;
        self.marks[last] |= closes;
        self.all.push(Quotation {
            span,
            block,
            closed,
            first,
            last,
        });
    }

    /// The token's number, counted over the whole document.
    pub(super) fn flat(&self, sentence: usize, token: usize) -> usize {
        self.starts[sentence] + token
    }

    /// How many tokens the document has.
    pub(super) fn count(&self) -> usize {
        self.marks.len()
    }

    /// The sentence and token of a number counted over the whole document.
    pub(super) fn place(&self, flat: usize) -> (usize, usize) {
        // Empty sentences share their start with the next one; the last of equals is the one that holds the token.
        let sentence = self
            .starts
            .partition_point(|&start| start <= flat)
            .saturating_sub(1);
        (sentence, flat - self.starts[sentence])
    }

    pub(super) fn is_mark(&self, sentence: usize, token: usize) -> bool {
        self.marks[self.flat(sentence, token)]
    }

    /// The quotation in which the token stands.
    pub(super) fn around(&self, sentence: usize, token: usize) -> Option<&Quotation> {
        self.number(sentence, token).map(|number| &self.all[number])
    }

    /// The number of the quotation in which the token stands.
    pub(super) fn number(&self, sentence: usize, token: usize) -> Option<usize> {
        self.inside[self.flat(sentence, token)].map(|number| number as usize)
    }
}

fn opens_with_mark(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '„', '‘']) || text.starts_with("``") || text.starts_with("''")
}

fn double_marks(text: &str, base: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let twin = matches!(letter, '\'' | '`' | '’' | '‘')
            && rest.peek().is_some_and(|&(_, next)| next == letter);
        let side = match letter {
            '“' | '«' | '„' => Side::Opens,
            '”' | '»' => Side::Closes,
            '`' if twin => Side::Opens,
            '"' => Side::Either,
            _ if twin => Side::Either,
            _ => continue,
        };
        if twin {
            rest.next();
        }
        let end = at + letter.len_utf8() * if twin { 2 } else { 1 };
        let side = if side == Side::Either {
            by_neighbours(&text[..at], &text[end..])
        } else {
            side
        };
        marks.push(Mark {
            span: Span::new(base + at, base + end),
            side,
        });
    }
    marks
}

/// Straight marks open after a blank and close before one; between two blanks or two letters they may do either.
fn by_neighbours(before: &str, after: &str) -> Side {
    let blank = |letter: Option<char>| {
        letter
            .is_none_or(|letter| letter.is_whitespace() || matches!(letter, '(' | '[' | '—' | '–'))
    };
    let loose = before.is_empty() || blank(before.chars().next_back());
    let tight = after
        .chars()
        .next()
        .is_some_and(|letter| !letter.is_whitespace());
    match (loose, tight) {
        (true, true) => Side::Opens,
        (false, false) => Side::Closes,
        _ => Side::Either,
    }
}

/// Single marks as quotation marks: opened before a word, closed after the punctuation that ends a quotation.
fn single_marks(text: &str, base: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut open: Option<Mark> = None;
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let next = rest.peek().map(|&(_, next)| next);
        let span = Span::new(base + at, base + at + letter.len_utf8());
        match letter {
            '‘' | '\''
                if open.is_none()
                    && before.is_whitespace()
                    && next.is_some_and(char::is_alphabetic) =>
            {
                open = Some(Mark {
                    span,
                    side: Side::Opens,
                });
            }
            '’' | '\''
                if matches!(before, ',' | '.' | '?' | '!')
                    && next.is_none_or(|next| !next.is_alphanumeric()) =>
            {
                if let Some(opened) = open.take() {
                    marks.push(opened);
                    marks.push(Mark {
                        span,
                        side: Side::Closes,
                    });
                }
            }
            _ => {}
        }
        before = letter;
    }
    marks
}
