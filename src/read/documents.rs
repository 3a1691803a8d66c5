//! The stream of documents: opens one file after another and reads each by its format.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use crate::text::Document;

use super::paths::{self, InputOrigin};
use super::{InputFormat, ReadError, ReadErrorKind, Reader, conllu, jsonl, language, lines};

/// How many bytes of a content are examined to detect its format.
const PEEK: u64 = 16 * 1024;

/// The documents that a [`Reader`] reads, in order, with the errors between them.
///
/// An error does not end the stream: the next item is the next document.
pub struct Documents {
    reader: Reader,
    /// Paths as given that are not yet expanded.
    paths: VecDeque<PathBuf>,
    /// The files of the current path.
    origins: Box<dyn Iterator<Item = Result<InputOrigin, ReadError>> + Send>,
    /// The file that is being read line by line.
    open: Option<OpenLines>,
    ready: VecDeque<Result<Document, ReadError>>,
    ids: FxHashSet<Box<str>>,
    /// The file whose language was reported last.
    foreign: Option<String>,
    /// Whether there is only one file, so that the number of a line is enough as an id.
    single: bool,
}

/// A file of which each line is a document.
struct OpenLines {
    name: String,
    path: Option<PathBuf>,
    records: bool,
    input: Box<dyn BufRead + Send>,
    number: usize,
    /// Whether the file gave a document or an error yet.
    gave: bool,
}

impl Documents {
    pub(super) fn new(reader: Reader, mut given: Vec<PathBuf>) -> Self {
        if given.is_empty() {
            given.push(PathBuf::from("-"));
        }
        let single =
            matches!(given.as_slice(), [path] if path.is_file() || path.as_os_str() == "-");
        Self {
            reader,
            paths: given.into(),
            origins: Box::new(std::iter::empty()),
            open: None,
            ready: VecDeque::new(),
            ids: FxHashSet::default(),
            foreign: None,
            single,
        }
    }

    /// Outputs a document: makes its id unique, and warns if it is in another language.
    fn admit(&mut self, mut document: Document, origin: &str) {
        if self.ids.contains(document.id.as_str()) {
            let renamed = (2..)
                .map(|number| format!("{}#{number}", document.id))
                .find(|id| !self.ids.contains(id.as_str()))
                .unwrap_or_default();
            let id = std::mem::replace(&mut document.id, renamed.clone());
            let kind = ReadErrorKind::DuplicateId { id, renamed };
            self.ready.push_back(Err(ReadError::new(kind, origin)));
        }
        self.ids.insert(document.id.as_str().into());
        // The language of a file is reported once.
        let told = self.foreign.as_deref() == Some(origin);
        if let Some(language) = language::foreign(&document).filter(|_| !told) {
            self.foreign = Some(origin.to_owned());
            let kind = ReadErrorKind::NotEnglish(language.to_owned());
            let place = if document.id == origin {
                origin.to_owned()
            } else {
                format!("{origin}: {}", document.id)
            };
            self.ready.push_back(Err(ReadError::new(kind, &place)));
        }
        self.ready.push_back(Ok(document));
    }

    /// Begins with the next file; `false` if there is none.
    fn begin_next(&mut self) -> bool {
        loop {
            match self.origins.next() {
                Some(Ok(origin)) => {
                    if let Err(error) = self.begin(&origin) {
                        self.ready.push_back(Err(error));
                    }
                    return true;
                }
                Some(Err(error)) => {
                    self.ready.push_back(Err(error));
                    return true;
                }
                None => match self.paths.pop_front() {
                    Some(path) => self.origins = paths::expand(&path),
                    None => return false,
                },
            }
        }
    }

    /// Opens a file, detects its format and reads it, or leaves it open to be read line by line.
    fn begin(&mut self, origin: &InputOrigin) -> Result<(), ReadError> {
        let name = origin.name();
        let unreadable = |error: io::Error| {
            let kind = match error.kind() {
                io::ErrorKind::NotFound => {
                    return ReadError::new(ReadErrorKind::NothingThere, &name);
                }
                _ => ReadErrorKind::Unreadable,
            };
            ReadError::new(kind, &name).because(error)
        };
        let (path, mut input): (Option<&Path>, Box<dyn BufRead + Send>) = match origin {
            InputOrigin::Stream => (None, Box::new(BufReader::new(io::stdin()))),
            InputOrigin::Named(path) | InputOrigin::Found(path) => {
                let file = File::open(path).map_err(unreadable)?;
                (Some(path), Box::new(BufReader::new(file)))
            }
        };
        let mut start = Vec::new();
        let mut head = input.by_ref().take(PEEK);
        head.read_to_end(&mut start).map_err(unreadable)?;
        if let Some(kind) = not_text(&start) {
            return Err(ReadError::new(kind, &name));
        }
        let format = self
            .format_of(origin, &start)
            .map_err(|kind| ReadError::new(kind, &name))?;
        let mut input = Cursor::new(start).chain(input);
        if matches!(format, InputFormat::Jsonl | InputFormat::Lines) {
            self.open = Some(OpenLines {
                name,
                path: path.map(Path::to_owned),
                records: format == InputFormat::Jsonl,
                input: Box::new(input),
                number: 0,
                gave: false,
            });
            return Ok(());
        }
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(unreadable)?;
        let content = decode(bytes).map_err(|(kind, line)| {
            let error = ReadError::new(kind, &name);
            match line {
                Some(line) => error.at(line),
                None => error,
            }
        })?;
        if content.trim().is_empty() {
            return Err(ReadError::new(ReadErrorKind::Empty, &name));
        }
        self.whole(format, &name, path, content);
        Ok(())
    }

    /// The format of a content.
    fn format_of(&self, origin: &InputOrigin, start: &[u8]) -> Result<InputFormat, ReadErrorKind> {
        if self.reader.format() != InputFormat::Auto {
            return Ok(self.reader.format());
        }
        let by_name = match origin {
            InputOrigin::Stream => Some(InputFormat::Auto),
            InputOrigin::Named(path) => Some(InputFormat::of_name(path).unwrap_or_default()),
            InputOrigin::Found(path) => InputFormat::of_name(path),
        };
        match by_name {
            None => Err(ReadErrorKind::UnknownFileType),
            Some(InputFormat::Auto) => {
                let start = without_mark(start);
                let solid = start.utf8_chunks().next().map_or("", |chunk| chunk.valid());
                Ok(InputFormat::of_content(solid))
            }
            Some(format) => Ok(format),
        }
    }

    /// Reads a content that is in memory as a whole.
    fn whole(&mut self, format: InputFormat, name: &str, path: Option<&Path>, content: String) {
        let documents = if format == InputFormat::Conllu {
            let (documents, problems) = conllu::read(name, &content);
            if documents.is_empty() && problems.is_empty() {
                let error = ReadError::new(ReadErrorKind::Empty, name);
                self.ready.push_back(Err(error));
            }
            for (line, problem) in problems {
                let kind = ReadErrorKind::MalformedConllu(problem);
                self.ready
                    .push_back(Err(ReadError::new(kind, name).at(line)));
            }
            documents
        } else {
            match self.reader.document(format, name, content) {
                Ok(document) => vec![document],
                Err(error) => {
                    self.ready.push_back(Err(error));
                    return;
                }
            }
        };
        for mut document in documents {
            document.path = path.map(Path::to_owned);
            self.admit(document, name);
        }
    }

    /// Reads the next line of the open file; at its end closes it.
    fn next_line(&mut self) {
        let Some(mut open) = self.open.take() else {
            return;
        };
        let mut bytes = Vec::new();
        match open.input.read_until(b'\n', &mut bytes) {
            Err(error) => {
                let error = ReadError::new(ReadErrorKind::Unreadable, &open.name).because(error);
                self.ready.push_back(Err(error.at(open.number + 1)));
                return;
            }
            Ok(0) => {
                if !open.gave {
                    let error = ReadError::new(ReadErrorKind::Empty, &open.name);
                    self.ready.push_back(Err(error));
                }
                return;
            }
            Ok(_) => open.number += 1,
        }
        match self.document_of_line(&open, bytes) {
            Ok(Some(mut document)) => {
                document.path.clone_from(&open.path);
                open.gave = true;
                self.admit(document, &open.name);
            }
            Ok(None) => {}
            Err(error) => {
                open.gave = true;
                self.ready.push_back(Err(error.at(open.number)));
            }
        }
        self.open = Some(open);
    }

    fn document_of_line(
        &self,
        open: &OpenLines,
        bytes: Vec<u8>,
    ) -> Result<Option<Document>, ReadError> {
        let error = |kind| ReadError::new(kind, &open.name);
        let line = decode(bytes).map_err(|(kind, _)| error(kind))?;
        if line.trim().is_empty() {
            return Ok(None);
        }
        let place = || format!("{}:{}", open.name, open.number);
        if open.records {
            let document = jsonl::document(&line, place, &self.reader).map_err(
                |(kind, source)| match source {
                    Some(source) => error(kind).because(source),
                    None => error(kind),
                },
            )?;
            return Ok(Some(document));
        }
        let id = if self.single {
            open.number.to_string()
        } else {
            place()
        };
        Ok(lines::document(id, &line))
    }
}

impl Iterator for Documents {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Some(item);
            }
            if self.open.is_some() {
                self.next_line();
            } else if !self.begin_next() {
                return None;
            }
        }
    }
}

/// Why bytes are not text, if they are not.
fn not_text(start: &[u8]) -> Option<ReadErrorKind> {
    if start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]) {
        return Some(ReadErrorKind::Utf16);
    }
    start.contains(&0).then_some(ReadErrorKind::Binary)
}

/// The text of bytes without a byte order mark; else what is wrong and in which line, counted from 1.
fn decode(bytes: Vec<u8>) -> Result<String, (ReadErrorKind, Option<usize>)> {
    if let Some(kind) = not_text(&bytes) {
        return Err((kind, None));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{FEFF}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
            Err((ReadErrorKind::InvalidUtf8, Some(line)))
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
}
