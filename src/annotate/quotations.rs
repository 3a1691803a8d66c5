//! Text in quotation marks, found paragraph by paragraph.
//!
//! Curly, straight and doubled single marks open and close a quotation. A quotation that is never closed extends to
//! the end of its paragraph if the next paragraph opens with a mark, else to the end of its sentence. Single marks
//! count only in a paragraph without double ones.

use crate::text::{Document, Sentence, Span};

/// Text in quotation marks, marks included. It lies within one block of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The text.
    pub span: Span,
    /// The block of the document, as in [`Sentence::block`].
    pub block: usize,
    /// Whether a closing mark ends it.
    pub closed: bool,
    /// The sentence and token it begins with.
    pub first: (usize, usize),
    /// The sentence and token it ends with.
    pub last: (usize, usize),
    /// Whether the first token is a quotation mark, and whether the last one is the closing mark.
    marks: (bool, bool),
}

/// The quotations of a document in the order of the text. No two overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quotations(Vec<Quotation>);

impl Quotations {
    /// Finds the quotations in a document with these sentences.
    pub fn find(document: &Document, sentences: &[Sentence]) -> Self {
        let mut found = Vec::new();
        let mut from = 0;
        for sentences_of_block in sentences.chunk_by(|a, b| a.block == b.block) {
            let to = from + sentences_of_block.len();
            let block = QuotedBlock {
                document,
                sentences: sentences_of_block,
                from,
            };
            let continues = sentences
                .get(to)
                .is_some_and(|next| opens_with_mark(document.slice(next.span)));
            found.extend(block.quotations(continues));
            from = to;
        }
        Self(found)
    }

    /// All quotations.
    pub fn all(&self) -> &[Quotation] {
        &self.0
    }

    /// The index of the quotation that holds a token.
    pub fn index(&self, sentence: usize, token: usize) -> Option<usize> {
        let place = (sentence, token);
        let index = self.0.partition_point(|quotation| quotation.last < place);
        let quotation = self.0.get(index)?;
        (quotation.first <= place).then_some(index)
    }

    /// The quotation that holds a token.
    pub fn around(&self, sentence: usize, token: usize) -> Option<&Quotation> {
        self.index(sentence, token).map(|index| &self.0[index])
    }

    /// Whether a token opens or closes a quotation.
    pub fn is_mark(&self, sentence: usize, token: usize) -> bool {
        let place = (sentence, token);
        self.around(sentence, token).is_some_and(|quotation| {
            quotation.first == place && quotation.marks.0
                || quotation.last == place && quotation.marks.1
        })
    }
}

/// A block of a document.
struct QuotedBlock<'a> {
    document: &'a Document,
    sentences: &'a [Sentence],
    /// The index of its first sentence.
    from: usize,
}

impl QuotedBlock<'_> {
    /// The quotations of the block. `continues` tells whether the next block opens with a quotation mark.
    fn quotations(&self, continues: bool) -> Vec<Quotation> {
        let (first, last) = (
            &self.sentences[0],
            &self.sentences[self.sentences.len() - 1],
        );
        let span = first.span.cover(last.span);
        let text = self.document.slice(span);
        let mut marks = double_marks(text, span.start);
        if marks.is_empty() {
            marks = single_marks(text, span.start);
        }
        let mut found = Vec::new();
        let mut open: Option<Mark> = None;
        let mut closed_to = span.start;
        for mark in marks {
            match (open, mark.side) {
                (None, Side::Opens | Side::Either) => open = Some(mark),
                (None, Side::Closes) => {
                    let start = self.sentence_start(mark.span.start);
                    if start == mark.span.start {
                        // The wrong mark of a pair: only an opening one can stand here.
                        open = Some(mark);
                    } else if closed_to <= start {
                        found.extend(self.quotation(Span::new(start, mark.span.end), true));
                    }
                    closed_to = mark.span.end;
                }
                (Some(opening), Side::Closes | Side::Either) => {
                    found.extend(self.quotation(opening.span.cover(mark.span), true));
                    closed_to = mark.span.end;
                    open = None;
                }
                (Some(opening), Side::Opens) => {
                    let start = opening.span.start;
                    let end = self.sentence_end(start).min(mark.span.start);
                    found.extend(self.quotation(Span::new(start, end), false));
                    open = Some(mark);
                }
            }
        }
        if let Some(opening) = open {
            let start = opening.span.start;
            let end = if continues {
                span.end
            } else {
                self.sentence_end(start)
            };
            found.extend(self.quotation(Span::new(start, end), false));
        }
        found
    }

    fn sentence_start(&self, position: usize) -> usize {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.start <= position);
        self.sentences[after.saturating_sub(1)].span.start
    }

    fn sentence_end(&self, position: usize) -> usize {
        let at = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= position);
        let last = self.sentences.len() - 1;
        self.sentences[at.min(last)].span.end
    }

    /// The quotation at `span`; none if no token lies there.
    fn quotation(&self, span: Span, closed: bool) -> Option<Quotation> {
        let text = self.document.slice(span);
        let span = Span::new(span.start, span.start + text.trim_end().len());
        let near = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        let sentences = self.sentences.iter().enumerate().skip(near);
        let tokens = sentences
            .take_while(|(_, sentence)| sentence.span.start < span.end)
            .flat_map(|(index, sentence)| {
                let tokens = sentence.tokens.iter().enumerate();
                tokens.map(move |(number, token)| (self.from + index, number, token))
            });
        let mut inside = tokens.filter(|(_, _, token)| token.span.overlaps(span));
        let first = inside.next()?;
        let last = inside.last().unwrap_or(first);
        let is_mark = |form: &str| !form.chars().any(char::is_alphanumeric);
        Some(Quotation {
            span,
            block: self.sentences[0].block,
            closed,
            first: (first.0, first.1),
            last: (last.0, last.1),
            marks: (is_mark(&first.2.form), closed && is_mark(&last.2.form)),
        })
    }
}

/// What a quotation mark can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// A quotation mark in the text.
#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    side: Side,
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
            side_by_neighbours(&text[..at], &text[end..])
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

/// Straight marks open after white space and close before it; between two spaces or two letters they may do either.
fn side_by_neighbours(before: &str, after: &str) -> Side {
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

/// Single quotation marks: one opens before a word and closes after the punctuation that ends a quotation.
fn single_marks(text: &str, base: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut open: Option<Mark> = None;
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let next = rest.peek().map(|&(_, next)| next);
        let span = Span::new(base + at, base + at + letter.len_utf8());
        let mark = |side| Mark { span, side };
        match letter {
            '‘' | '\''
                if open.is_none()
                    && before.is_whitespace()
                    && next.is_some_and(char::is_alphabetic) =>
            {
                open = Some(mark(Side::Opens));
            }
            '’' | '\''
                if matches!(before, ',' | '.' | '?' | '!')
                    && next.is_none_or(|next| !next.is_alphanumeric()) =>
            {
                if let Some(opening) = open.take() {
                    marks.extend([opening, mark(Side::Closes)]);
                }
            }
            _ => {}
        }
        before = letter;
    }
    marks
}

#[cfg(test)]
mod tests {
    use crate::text::Token;

    use super::*;

    /// The quotations of paragraphs, of which each is one sentence with a token for each word and mark.
    fn quoted(paragraphs: &[&str]) -> Vec<String> {
        let text = paragraphs.join("\n");
        let mut sentences = Vec::new();
        let mut start = 0;
        for (block, paragraph) in paragraphs.iter().enumerate() {
            let token = |(at, part): (usize, &str)| Token {
                span: Span::new(start + at, start + at + part.len()),
                form: part.into(),
                ..Token::default()
            };
            let mark = |letter: char| !letter.is_alphanumeric();
            let tokens = paragraph
                .split_inclusive(mark)
                .flat_map(|part| {
                    let at = part.as_ptr() as usize - paragraph.as_ptr() as usize;
                    let word = part.trim_end_matches(mark);
                    [(at, word), (at + word.len(), &part[word.len()..])]
                })
                .filter(|(_, part)| !part.trim().is_empty())
                .map(token)
                .collect();
            sentences.push(Sentence {
                span: Span::new(start, start + paragraph.len()),
                block,
                tokens,
                ..Sentence::default()
            });
            start += paragraph.len() + 1;
        }
        let document = Document::new("note", text);
        let quotations = Quotations::find(&document, &sentences);
        let all = quotations.all().iter();
        all.map(|quotation| {
            let (sentence, token) = quotation.first;
            assert!(quotations.is_mark(sentence, token) || quotation.marks == (false, true));
            document.slice(quotation.span).to_owned()
        })
        .collect()
    }

    #[test]
    fn all_kinds_of_marks_open_and_close() {
        assert_eq!(quoted(&["She said “no” to it."]), ["“no”"]);
        assert_eq!(quoted(&["She said \"no\" to it."]), ["\"no\""]);
        assert_eq!(quoted(&["She said ``no'' to it."]), ["``no''"]);
        assert_eq!(quoted(&["'The dogs' end,' he said."]), ["'The dogs' end,'"]);
        assert_eq!(quoted(&["The dogs' end."]), [""; 0]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        let paragraphs = ["He said: “We left", "“We came back” he said"];
        assert_eq!(quoted(&paragraphs), ["“We left", "“We came back”"]);
        assert_eq!(quoted(&["It closes” alone"]), ["It closes”"]);
    }
}
