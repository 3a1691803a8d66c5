//! The formats of input, and how the one of a file is found out by name and content.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// A format of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum InputFormat {
    /// Found out by the file's name and content.
    #[default]
    Auto,
    /// Plain text, taken whole.
    Text,
    /// Text saved or pasted from a web page; boilerplate is set aside.
    Pasted,
    /// A web page, of which the main content is taken.
    Html,
    /// Markdown, with or without front matter.
    Markdown,
    /// One document a line, as a JSON object.
    Jsonl,
    /// Each line is a document.
    Lines,
    /// Sentences and tokens as given.
    Conllu,
}

/// A name that is not that of an [`InputFormat`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no input format {0:?}; there are {names}", names = names())]
pub struct UnknownFormat(String);

impl InputFormat {
    /// All formats.
    pub const ALL: &'static [Self] = &[
        Self::Auto,
        Self::Text,
        Self::Pasted,
        Self::Html,
        Self::Markdown,
        Self::Jsonl,
        Self::Lines,
        Self::Conllu,
    ];

    /// The name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Text => "text",
            Self::Pasted => "pasted",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Jsonl => "jsonl",
            Self::Lines => "lines",
            Self::Conllu => "conllu",
        }
    }

    /// The format of a file by its name, if the name has a known ending. [`Auto`](Self::Auto) is for names that only say that
    /// the content is text of some kind.
    pub(super) fn of_name(path: &Path) -> Option<Self> {
        let Some(extension) = path.extension() else {
            return Some(Self::Auto);
        };
        match extension.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Auto),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "conllu" => Some(Self::Conllu),
            _ => None,
        }
    }

    /// The format of a content by its first part; [`Auto`](Self::Auto) is text or pasted text.
    pub(super) fn of_content(start: &str) -> Self {
        let mut solid = start.lines().map(str::trim_end);
        let first = solid.find(|line| !line.is_empty()).unwrap_or("");
        if first.starts_with('{') && super::jsonl::is_record(first) {
            return Self::Jsonl;
        }
        let lower = first
            .trim_start()
            .get(..14)
            .unwrap_or(first)
            .to_ascii_lowercase();
        if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
            return Self::Html;
        }
        if is_conllu(start) {
            return Self::Conllu;
        }
        Self::Auto
    }
}

/// Whether the first line that is not a comment is a token of CoNLL-U.
fn is_conllu(start: &str) -> bool {
    let mut lines = start.lines().skip_while(|line| line.starts_with('#'));
    lines
        .next()
        .is_some_and(|line| line.starts_with('1') && line.split('\t').count() == 10)
}

fn names() -> String {
    let names: Vec<&str> = InputFormat::ALL
        .iter()
        .map(|format| format.as_str())
        .collect();
    names.join(", ")
}

impl fmt::Display for InputFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for InputFormat {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let found = Self::ALL.iter().find(|format| format.as_str() == name);
        found.copied().ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name_and_another_name_is_told_what_there_is() {
        for &format in InputFormat::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
        }
        let message = "doc".parse::<InputFormat>().unwrap_err().to_string();
        assert!(message.contains("auto, text"), "{message}");
    }

    #[test]
    fn content_tells_records_and_trees_from_prose() {
        let of = InputFormat::of_content;
        assert_eq!(
            of("{\"id\": 1, \"text\": \"Talks.\"}\n"),
            InputFormat::Jsonl
        );
        assert_eq!(of("{a brace} opens this note.\n"), InputFormat::Auto);
        let word = "# text = Talks\n1\tTalks\t_\t_\t_\t_\t0\troot\t_\t_\n";
        assert_eq!(of(word), InputFormat::Conllu);
        assert_eq!(of("\n<!DOCTYPE html><p>Talks.</p>"), InputFormat::Html);
        assert_eq!(of("1 of them spoke.\n"), InputFormat::Auto);
    }
}
