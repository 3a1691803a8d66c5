//! Places in documents, as they are printed and typed: `file`, `file:line`, `file:line:column`, `file#char=from,to`.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::annotate::Annotated;
use crate::text::{CharIndex, Chars, Document, LineIndex, Span};

/// A file and the part of it that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Location {
    /// The file; `-` is standard input.
    pub(super) path: PathBuf,
    /// The part of it.
    pub(super) part: DocumentPart,
}

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DocumentPart {
    /// The whole document.
    Whole,
    /// A line, counted from 1.
    Line(usize),
    /// A line and a column, counted from 1, in code points.
    Point(usize, usize),
    /// Code points of the document's text.
    Chars(Span<Chars>),
}

impl Location {
    /// Parses a place. If a file of the whole name exists, it is meant.
    pub(super) fn parse(typed: &str) -> Self {
        let whole = Self {
            path: typed.into(),
            part: DocumentPart::Whole,
        };
        if Path::new(typed).exists() {
            return whole;
        }
        if let Some((path, range)) = typed.rsplit_once("#char=") {
            let (from, to) = range.split_once(',').unwrap_or((range, range));
            if let (Ok(from), Ok(to)) = (from.parse::<usize>(), to.parse::<usize>()) {
                return Self {
                    path: path.into(),
                    part: DocumentPart::Chars(Span::new(from, to.max(from + 1))),
                };
            }
        }
        let Some((path, last)) = number_after(typed) else {
            return whole;
        };
        match number_after(path).filter(|_| !Path::new(path).exists()) {
            Some((path, line)) => Self {
                path: path.into(),
                part: DocumentPart::Point(line, last),
            },
            None => Self {
                path: path.into(),
                part: DocumentPart::Line(last),
            },
        }
    }
}

/// Splits `file:12` into file and number.
fn number_after(typed: &str) -> Option<(&str, usize)> {
    let (path, number) = typed.rsplit_once(':')?;
    let number = number.parse().ok().filter(|&number| number > 0)?;
    (!path.is_empty()).then_some((path, number))
}

impl fmt::Display for DocumentPart {
    /// The form in which it follows the file.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Line(line) => write!(formatter, ":{line}"),
            Self::Point(line, column) => write!(formatter, ":{line}:{column}"),
            Self::Chars(span) => write!(formatter, "#char={},{}", span.start, span.end),
        }
    }
}

impl DocumentPart {
    /// Whether the document may contain the part: with one document a line, a line is one of them.
    pub(super) fn is_in(self, document: &Document) -> bool {
        let is_line = document.id.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            Self::Line(line) | Self::Point(line, _) if is_line && !document.lines_are_the_files => {
                document.id == line.to_string()
            }
            _ => true,
        }
    }

    /// The sentences at the part, or why there are none, which is an empty answer and not an error.
    pub(super) fn sentences(self, annotated: &Annotated) -> Result<Vec<usize>, String> {
        let document = &annotated.document;
        let is_line =
            !document.lines_are_the_files && document.id.parse::<usize>() == Ok(self.line());
        if self == Self::Whole || is_line {
            return match annotated.sentences.len() {
                0 => Err("has no sentence".into()),
                count => Ok((0..count).collect()),
            };
        }
        let span = self.span(document)?;
        let each = annotated.sentences.iter().enumerate();
        let found: Vec<usize> = each
            .filter(|(_, sentence)| sentence.span.overlaps(span))
            .map(|(index, _)| index)
            .collect();
        match document
            .dropped
            .iter()
            .find(|part| part.span.overlaps(span))
        {
            _ if !found.is_empty() => Ok(found),
            Some(dropped) => Err(format!(
                "was removed as boilerplate: {} (see `actant clean --show-dropped`)",
                dropped.reason
            )),
            None => Err("has no sentence".into()),
        }
    }

    /// The number of the line; 0 if the part is not given by lines.
    fn line(self) -> usize {
        match self {
            Self::Line(line) | Self::Point(line, _) => line,
            Self::Whole | Self::Chars(_) => 0,
        }
    }

    /// The bytes of the document's text.
    fn span(self, document: &Document) -> Result<Span, String> {
        let text = &document.text;
        let lines = || {
            if document.lines_are_the_files {
                Ok(LineIndex::new(text))
            } else {
                Err(
                    "has no lines, because its text was taken from markup or records; \
                     use FILE#char=FROM,TO or FILE"
                        .to_owned(),
                )
            }
        };
        match self {
            Self::Whole => Ok(Span::new(0, text.len())),
            Self::Line(line) => (lines()?.line(line)).ok_or_else(|| "has no such line".into()),
            Self::Point(line, column) => {
                let span = lines()?.line(line).ok_or("has no such line")?;
                let letters = text[span.range()].char_indices();
                let at = letters.map(|(at, _)| span.start + at).nth(column - 1);
                let at = at.unwrap_or(span.end);
                // A column between two sentences means the second.
                let rest = text[at..].len() - text[at..].trim_start().len();
                Ok(Span::new(at, (at + rest + 1).min(text.len())))
            }
            Self::Chars(span) => Ok(CharIndex::new(text).bytes(span)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{BlockKind, Sentence};

    use super::*;

    fn place(path: &str, part: DocumentPart) -> Location {
        Location {
            path: path.into(),
            part,
        }
    }

    #[test]
    fn places_are_read_as_they_are_printed() {
        for (typed, path, part) in [
            ("a.txt", "a.txt", DocumentPart::Whole),
            ("a.txt:11", "a.txt", DocumentPart::Line(11)),
            ("a.txt:11:17", "a.txt", DocumentPart::Point(11, 17)),
            ("-:3", "-", DocumentPart::Line(3)),
            (
                "b:1.html#char=415,419",
                "b:1.html",
                DocumentPart::Chars(Span::new(415, 419)),
            ),
            ("c#char=7", "c", DocumentPart::Chars(Span::new(7, 8))),
            ("d:0", "d:0", DocumentPart::Whole),
        ] {
            assert_eq!(Location::parse(typed), place(path, part), "{typed}");
        }
    }

    fn annotated() -> Annotated {
        let text = "Zoë left. Oslo\nstayed.\n\nMenu\n";
        let mut document = Document::new("a.txt", text);
        document.blocks.truncate(2);
        assert_eq!(document.blocks[0].kind, BlockKind::Paragraph);
        document.dropped.push(crate::text::Dropped {
            span: Span::new(text.find("Menu").unwrap(), text.len() - 1),
            reason: "menu",
        });
        let sentence = |from: &str, to: &str| Sentence {
            span: Span::new(text.find(from).unwrap(), text.find(to).unwrap() + to.len()),
            ..Sentence::default()
        };
        Annotated {
            document,
            sentences: vec![sentence("Zoë", "left."), sentence("Oslo", "stayed.")],
            ..Annotated::default()
        }
    }

    #[test]
    fn a_line_means_every_sentence_on_it_and_a_column_the_one_there() {
        let annotated = annotated();
        for (part, sentences) in [
            (DocumentPart::Whole, vec![0, 1]),
            (DocumentPart::Line(1), vec![0, 1]),
            (DocumentPart::Line(2), vec![1]),
            (DocumentPart::Point(1, 5), vec![0]),
            (DocumentPart::Point(1, 10), vec![1]),
            (DocumentPart::Chars(Span::new(0, 3)), vec![0]),
            (DocumentPart::Chars(Span::new(10, 14)), vec![1]),
        ] {
            assert_eq!(part.sentences(&annotated), Ok(sentences), "{part:?}");
        }
    }

    #[test]
    fn a_line_without_a_sentence_tells_why() {
        let annotated = annotated();
        let why = |line| DocumentPart::Line(line).sentences(&annotated).unwrap_err();
        assert!(why(4).contains("removed") && why(4).contains("menu"));
        assert_eq!(why(3), "has no sentence");
        assert_eq!(why(99), "has no such line");
    }
}
