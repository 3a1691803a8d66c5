//! The kinds of gold annotations, and how the kind of a file is told from its form.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use serde_json::{Map, Value};

use super::error::{EvaluateError, read_text};

/// What a file of gold annotations measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EvaluationKind {
    /// Tags, lemmas and trees (CoNLL-U).
    Parser,
    /// Names (IOB2).
    Names,
    /// Who is who (clusters of mentions, or pronouns with two candidates).
    Coreference,
    /// Flat facts of sentences, or statements of an article.
    Statements,
    /// Who said what.
    Attribution,
    /// Types and actors of events.
    Events,
    /// Mentions and pairs of related ones.
    Relations,
    /// Edges, sayings and actors of whole articles.
    Edges,
    /// Short texts with what must and must not come out.
    Cases,
}

/// A name that is none of an [`EvaluationKind`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no kind of evaluation {0:?}; there are {names}", names = EvaluationKind::ALL.map(EvaluationKind::as_str).join(", "))]
pub struct UnknownKind(String);

impl EvaluationKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Parser,
        Self::Names,
        Self::Coreference,
        Self::Statements,
        Self::Attribution,
        Self::Events,
        Self::Relations,
        Self::Edges,
        Self::Cases,
    ];

    /// The name on the command line and before figures.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Parser => "parser",
            Self::Names => "names",
            Self::Coreference => "coreference",
            Self::Statements => "statements",
            Self::Attribution => "attribution",
            Self::Events => "events",
            Self::Relations => "relations",
            Self::Edges => "edges",
            Self::Cases => "cases",
        }
    }

    /// The kind of a file or folder, told from its first lines.
    ///
    /// # Errors
    /// If it cannot be read, or is of none of the forms.
    pub fn of(path: &Path) -> Result<Self, EvaluateError> {
        if path.is_dir() {
            return Ok(Self::Statements);
        }
        let text = read_text(path)?;
        let first = text.lines().find(|line| is_content(line)).unwrap_or("");
        let kind = match serde_json::from_str::<Map<String, Value>>(first) {
            Ok(record) => Self::of_record(&record),
            Err(_) => match first.split('\t').count() {
                10 => Some(Self::Parser),
                2 => Some(Self::Names),
                _ if first.starts_with("ID\tText\tPronoun") => Some(Self::Coreference),
                _ => None,
            },
        };
        kind.ok_or_else(|| EvaluateError::UnknownForm {
            path: path.to_owned(),
        })
    }

    fn of_record(record: &Map<String, Value>) -> Option<Self> {
        let has = |field: &str| record.contains_key(field);
        Some(match () {
            () if has("kind") && has("text") => Self::Cases,
            () if has("edges") && has("said") => Self::Edges,
            () if has("relations") => Self::Relations,
            () if has("events") => Self::Events,
            () if has("attributions") => Self::Attribution,
            () if has("mentions") => Self::Coreference,
            () if has("sentence") && has("relation") => Self::Statements,
            () => return None,
        })
    }
}

/// Whether a line is neither blank nor a comment. A token `#` in a column is content.
fn is_content(line: &str) -> bool {
    !line.trim().is_empty() && (!line.starts_with('#') || line.starts_with("#\t"))
}

impl fmt::Display for EvaluationKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for EvaluationKind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == name);
        found.ok_or_else(|| UnknownKind(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(content: &str) -> Option<EvaluationKind> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gold");
        std::fs::write(&path, content).unwrap();
        EvaluationKind::of(&path).ok()
    }

    #[test]
    fn the_kind_of_a_file_is_told_from_its_form() {
        use EvaluationKind as Kind;
        assert_eq!(
            kind("# text = Hi\n1\tHi\t_\t_\t_\t_\t0\troot\t_\t_\n"),
            Some(Kind::Parser)
        );
        assert_eq!(kind("# types = ORG\nOslo\tB-ORG\n"), Some(Kind::Names));
        assert_eq!(
            kind("ID\tText\tPronoun\tPronoun-offset\n"),
            Some(Kind::Coreference)
        );
        assert_eq!(
            kind(r#"{"id":"a","text":"Hi","mentions":[]}"#),
            Some(Kind::Coreference)
        );
        assert_eq!(
            kind(r#"{"id":"a","text":"Hi","mentions":[],"relations":[]}"#),
            Some(Kind::Relations)
        );
        assert_eq!(
            kind(r#"{"id":"a","kind":"time","text":"Hi","edges":[],"said":[]}"#),
            Some(Kind::Cases)
        );
        assert_eq!(
            kind(r#"{"id":"a","text":"Hi","edges":[],"said":[],"actors":[]}"#),
            Some(Kind::Edges)
        );
        assert_eq!(kind("Hi there\n"), None);
        assert_eq!("edges".parse(), Ok(Kind::Edges));
        assert!("edge".parse::<Kind>().is_err());
    }
}
