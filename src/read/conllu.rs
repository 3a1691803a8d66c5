//! CoNLL-U: sentences and tokens are taken as given, one document for each `# newdoc`, or one for the whole file.
//!
//! The text of a document is built from the tokens and their `SpaceAfter`, a sentence a line: the text that spans refer
//! to. `# newpar` opens a paragraph; without it every sentence is one. See <https://universaldependencies.org/format.html>.

use crate::text::{
    Block, BlockKind, Document, Given, MultiwordToken, NameTag, Sentence, Span, Token,
};

/// Reads all documents of a CoNLL-U file. Malformed lines are reported as `(line number, what is wrong)`,
/// and their sentences are skipped.
pub fn read(name: &str, content: &str) -> (Vec<Document>, Vec<(usize, String)>) {
    let mut reader = ConlluReader::new(name);
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

struct ConlluReader {
    name: String,
    documents: Vec<Document>,
    current: Option<Document>,
    comments: Vec<String>,
    sentence: Sentence,
    /// Heads as given, counted from 1.
    heads: Vec<usize>,
    /// The multiword token that is being read: its last word and its words' forms still to be placed.
    open: Option<(usize, Span)>,
    /// Whether a line of the sentence was malformed.
    broken: bool,
    paragraph: ParagraphStart,
}

/// Whether the next sentence continues the paragraph before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ParagraphStart {
    /// The document marks no paragraphs: every sentence is one.
    Unmarked,
    /// It follows a `# newpar`.
    Opens,
    /// It continues the open paragraph.
    Continues,
}

impl ConlluReader {
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
            paragraph: ParagraphStart::Unmarked,
        }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(line, comment.trim_start());
            return Ok(());
        }
        if line.trim().is_empty() {
            self.close_sentence();
            return Ok(());
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let Ok(columns): Result<[&str; 10], _> = columns.try_into() else {
            return Err(format!(
                "{} columns instead of 10",
                line.split('\t').count()
            ));
        };
        if columns[0].contains('.') {
            return Ok(());
        }
        match columns[0].split_once('-') {
            Some(range) => self.multiword(range, &columns),
            None => self.word(&columns),
        }
    }

    fn comment(&mut self, line: &str, comment: &str) {
        if let Some(rest) = comment.strip_prefix("newdoc") {
            self.close_document();
            let id = rest
                .split_once('=')
                .map_or(self.name.as_str(), |(_, id)| id.trim());
            self.current = Some(new_document(id));
        } else if comment.starts_with("newpar") {
            self.paragraph = ParagraphStart::Opens;
        }
        self.comments.push(line.to_owned());
    }

    /// A line such as `3-4`: the words of that range are written as one.
    fn multiword(&mut self, range: (&str, &str), columns: &[&str; 10]) -> Result<(), String> {
        let (first, last) = range;
        let numbers = first.parse::<usize>().ok().zip(last.parse::<usize>().ok());
        let (first, last) = numbers
            .filter(|(a, b)| a <= b && *a > 0)
            .ok_or("a malformed range of words")?;
        let document = self.current.get_or_insert_with(|| new_document(&self.name));
        let span = append(&mut document.text, columns[1], space_after(columns));
        self.sentence.multiword.push(MultiwordToken {
            span,
            tokens: Span::new(first - 1, last),
        });
        self.open = Some((last, span));
        Ok(())
    }

    fn word(&mut self, columns: &[&str; 10]) -> Result<(), String> {
        let number = self.sentence.tokens.len() + 1;
        if columns[0] != number.to_string() {
            return Err(format!("word {} follows word {}", columns[0], number - 1));
        }
        let (span, space_after) = self.place(number, columns);
        self.sentence.tokens.push(Token {
            span,
            form: columns[1].into(),
            lemma: if columns[2] == "_" && columns[1] != "_" {
                "".into()
            } else {
                columns[2].into()
            },
            upos: columns[3].parse().unwrap_or_default(),
            xpos: filled_in(columns[4]).into(),
            feats: filled_in(columns[5]).into(),
            head: None,
            deprel: filled_in(columns[7]).into(),
            entity: NameTag::Outside,
            space_after,
        });
        self.heads.push(columns[6].parse().unwrap_or(0));
        Ok(())
    }

    /// The span of a word, which is appended to the text unless a multiword token has its letters, and whether white
    /// space follows.
    fn place(&mut self, number: usize, columns: &[&str; 10]) -> (Span, bool) {
        let document = self.current.get_or_insert_with(|| new_document(&self.name));
        let Some((last, whole)) = self.open.filter(|(last, _)| number <= *last) else {
            let space_after = space_after(columns);
            return (
                append(&mut document.text, columns[1], space_after),
                space_after,
            );
        };
        // The words of a multiword token share its letters as far as they spell them, else all of it.
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
            Some(block) if self.paragraph == ParagraphStart::Continues => {
                block.span = block.span.cover(sentence.span);
            }
            _ => document.blocks.push(Block {
                span: sentence.span,
                kind: BlockKind::Paragraph,
            }),
        }
        if self.paragraph == ParagraphStart::Opens {
            self.paragraph = ParagraphStart::Continues;
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
        self.paragraph = ParagraphStart::Unmarked;
        self.documents.extend(self.current.take());
    }

    fn finish(mut self) -> Vec<Document> {
        self.close_document();
        self.documents
    }
}

fn space_after(columns: &[&str; 10]) -> bool {
    !columns[9].split('|').any(|field| field == "SpaceAfter=No")
}

/// A column, of which `_` means that it is empty.
fn filled_in(column: &str) -> &str {
    if column == "_" { "" } else { column }
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
