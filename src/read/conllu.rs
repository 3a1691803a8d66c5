//! CoNLL-U: sentences and tokens are taken as given, one document for each `# newdoc`, or one for the whole file.
//!
//! The text of a document is put together from the tokens and their `SpaceAfter`, a sentence a line, so that spans
//! have something to point into. `# newpar` opens a paragraph; without it every sentence is one. See <https://universaldependencies.org/format.html>.

use crate::text::{
    Block, BlockKind, Document, Given, MultiwordToken, NameTag, Sentence, Span, Token,
};

/// Reads all documents of a CoNLL-U file. Lines that are no CoNLL-U are reported as `(line number, what is wrong)`,
/// and the sentence in which such a line stands is left out.
pub fn read(name: &str, content: &str) -> (Vec<Document>, Vec<(usize, String)>) {
    let mut reader = Reader::new(name);
    let mut problems = Vec::new();
    for (number, line) in content.lines().enumerate() {
        match reader.line(line) {
            // One problem a sentence is enough: the numbers of the words after it are wrong, too.
            Err(_) if reader.broken => {}
            Err(problem) => {
                reader.broken = true;
                problems.push((number + 1, problem));
            }
            Ok(()) => {}
        }
    }
    (reader.finish(), problems)
}

struct Reader {
    name: String,
    documents: Vec<Document>,
    current: Option<Document>,
    comments: Vec<String>,
    sentence: Sentence,
    /// Heads as given, counted from 1.
    heads: Vec<usize>,
    /// The multiword token that is being read: its last word and its words' forms still to be placed.
    open: Option<(usize, Span)>,
    /// Whether a line of the sentence was no CoNLL-U.
    broken: bool,
    paragraph: Paragraph,
}

/// How the next sentence stands to the paragraph before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Paragraph {
    /// The document tells of no paragraphs: every sentence is one.
    Unmarked,
    /// A `# newpar` stands before it.
    Opens,
    /// It belongs to the paragraph that is open.
    Continues,
}

impl Reader {
    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            documents: Vec::new(),
            current: None,
            comments: Vec::new(),
            sentence: Sentence::default(),
            heads: Vec::new(),
            open: None,
            broken: false,
            paragraph: Paragraph::Unmarked,
        }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        if let Some(comment) = line.strip_prefix('#') {
            if let Some(rest) = comment.trim_start().strip_prefix("newdoc") {
                self.close_document();
                let id = rest
                    .split_once('=')
                    .map_or(self.name.as_str(), |(_, id)| id.trim());
                self.current = Some(new_document(id));
            } else if comment.trim_start().starts_with("newpar") {
                self.paragraph = Paragraph::Opens;
            }
            self.comments.push(line.to_owned());
            return Ok(());
        }
        if line.trim().is_empty() {
            self.close_sentence();
            return Ok(());
        }
        let columns: Vec<&str> = line.split('\t').collect();
        if columns.len() != 10 {
            return Err(format!("{} columns instead of 10", columns.len()));
        }
        if columns[0].contains('.') {
            return Ok(());
        }
        let document = self.current.get_or_insert_with(|| new_document(&self.name));
        let space_after = !columns[9].split('|').any(|field| field == "SpaceAfter=No");
        if let Some((first, last)) = columns[0].split_once('-') {
            let numbers = first.parse::<usize>().ok().zip(last.parse::<usize>().ok());
            let (first, last) = numbers
                .filter(|(a, b)| a <= b && *a > 0)
                .ok_or("a range of words that is none")?;
            let span = append(&mut document.text, columns[1], space_after);
            self.sentence.multiword.push(MultiwordToken {
                span,
                tokens: Span::new(first - 1, last),
            });
            self.open = Some((last, span));
            return Ok(());
        }
        let number = self.sentence.tokens.len() + 1;
        if columns[0] != number.to_string() {
            return Err(format!("word {} follows word {}", columns[0], number - 1));
        }
        let inside = self.open.filter(|(last, _)| number <= *last);
        let (span, space_after) = match inside {
            // The words of a multiword token share its letters as far as they spell them, else all of it.
            Some((last, whole)) => {
                let from = match self.sentence.tokens.last() {
                    Some(before) if before.span.start >= whole.start => before.span.end,
                    _ => whole.start,
                };
                let rest = document.text.get(from..whole.end).unwrap_or("");
                let spelt = rest
                    .get(..columns[1].len())
                    .filter(|part| part.eq_ignore_ascii_case(columns[1]));
                let span = match spelt {
                    Some(part) if !part.is_empty() => Span::new(from, from + part.len()),
                    _ => whole,
                };
                let ends = number == last && document.text[whole.end..].starts_with(' ');
                (span, ends)
            }
            None => (
                append(&mut document.text, columns[1], space_after),
                space_after,
            ),
        };
        let filled = |column: &str| {
            if column == "_" {
                String::new()
            } else {
                column.to_owned()
            }
        };
        self.sentence.tokens.push(Token {
            span,
            form: columns[1].into(),
            lemma: if columns[2] == "_" && columns[1] != "_" {
                "".into()
            } else {
                columns[2].into()
            },
            upos: columns[3].parse().unwrap_or_default(),
            xpos: filled(columns[4]).as_str().into(),
            feats: filled(columns[5]).into(),
            head: None,
            deprel: filled(columns[7]).as_str().into(),
            entity: NameTag::Outside,
            space_after,
        });
        self.heads.push(columns[6].parse().unwrap_or(0));
        Ok(())
    }

    fn close_sentence(&mut self) {
        let mut sentence = std::mem::take(&mut self.sentence);
        let heads = std::mem::take(&mut self.heads);
        self.open = None;
        if std::mem::take(&mut self.broken) {
            self.leave_out(&sentence);
            return;
        }
        let Some(document) = self
            .current
            .as_mut()
            .filter(|_| !sentence.tokens.is_empty())
        else {
            return;
        };
        let size = sentence.tokens.len();
        for (token, head) in sentence.tokens.iter_mut().zip(heads) {
            token.head = head.checked_sub(1).filter(|&head| head < size);
        }
        while document.text.ends_with(' ') {
            document.text.pop();
        }
        sentence
            .multiword
            .retain(|multiword| multiword.tokens.end <= size);
        let last = sentence
            .tokens
            .last()
            .expect("the sentence has tokens")
            .span;
        sentence.span = sentence.tokens[0].span.cover(last);
        match document.blocks.last_mut() {
            Some(block) if self.paragraph == Paragraph::Continues => {
                block.span = block.span.cover(sentence.span);
            }
            _ => document.blocks.push(Block {
                span: sentence.span,
                kind: BlockKind::Paragraph,
            }),
        }
        if self.paragraph == Paragraph::Opens {
            self.paragraph = Paragraph::Continues;
        }
        sentence.block = document.blocks.len() - 1;
        document.text.push('\n');
        let given = document.given.get_or_insert_default();
        given.sentences.push(sentence);
        given.comments.push(std::mem::take(&mut self.comments));
    }

    /// Takes the words of a sentence out of the text again.
    fn leave_out(&mut self, sentence: &Sentence) {
        self.comments.clear();
        let words = sentence.tokens.iter().map(|token| token.span.start);
        let groups = sentence
            .multiword
            .iter()
            .map(|multiword| multiword.span.start);
        if let (Some(start), Some(document)) = (words.chain(groups).min(), &mut self.current) {
            document.text.truncate(start);
        }
    }

    fn close_document(&mut self) {
        self.close_sentence();
        self.paragraph = Paragraph::Unmarked;
        self.documents.extend(self.current.take());
    }

    fn finish(mut self) -> Vec<Document> {
        self.close_document();
        self.documents
    }
}

fn new_document(id: &str) -> Document {
    Document {
        id: id.to_owned(),
        given: Some(Given::default()),
        ..Document::default()
    }
}

fn append(text: &mut String, form: &str, space_after: bool) -> Span {
    let start = text.len();
    text.push_str(form);
    let span = Span::new(start, text.len());
    if space_after {
        text.push(' ');
    }
    span
}
