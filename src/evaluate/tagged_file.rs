//! Files of IOB2 tags: token and tag a line, a blank line after each sentence.

use std::collections::BTreeMap;
use std::path::Path;

use super::code_points::solid;
use super::error::{EvaluateError, read_text};
use super::word_table;

/// A name: where it starts and ends, in code points that are no white space, and its type.
pub(super) type PlacedName = (usize, usize, String);

/// A file with the types that it marks.
#[derive(Debug, Default)]
pub(super) struct NameFile {
    /// The types that it marks; any if empty.
    types: Vec<String>,
    /// Types that are read as another.
    merges: BTreeMap<String, String>,
    pub(super) documents: Vec<NamedDocument>,
}

/// A document with its names.
#[derive(Debug, Default)]
pub(super) struct NamedDocument {
    pub(super) id: String,
    pub(super) names: Vec<PlacedName>,
    sentences: Vec<Vec<String>>,
    /// The sentences as they were written, if the file has them.
    written: Vec<String>,
}

impl NameFile {
    pub(super) fn read(path: &Path) -> Result<Self, EvaluateError> {
        let text = read_text(path)?;
        Self::parse(&text).map_err(|(line, problem)| EvaluateError::malformed(path, line, problem))
    }

    fn parse(text: &str) -> Result<Self, (usize, String)> {
        let mut file = Self::default();
        let mut reader = NameReader::default();
        for (index, line) in text.lines().enumerate() {
            if let Some((token, rest)) = line.split_once('\t') {
                let tag = rest.split('\t').next().unwrap_or(rest);
                if tag != "O" && !tag.starts_with("B-") && !tag.starts_with("I-") {
                    return Err((index + 1, format!("`{tag}` is no IOB2 tag")));
                }
                reader.token(file.document(), token, tag);
            } else if let Some(id) = line.strip_prefix("# newdoc") {
                reader = NameReader::default();
                file.documents.push(NamedDocument {
                    id: id
                        .split_once('=')
                        .map_or("", |(_, id)| id)
                        .trim()
                        .to_owned(),
                    ..NamedDocument::default()
                });
            } else if let Some(words) = line.strip_prefix("# text = ") {
                file.document().written.push(words.to_owned());
            } else if let Some(types) = line.strip_prefix("# types =") {
                file.types = types.split_whitespace().map(str::to_owned).collect();
            } else if let Some(merges) = line.strip_prefix("# merge =") {
                let pairs = merges
                    .split_whitespace()
                    .filter_map(|pair| pair.split_once('='));
                file.merges = pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            } else if line.trim().is_empty() {
                reader.close_sentence();
            } else if !line.starts_with('#') {
                let problem = "neither a token with its tag nor a comment";
                return Err((index + 1, problem.to_owned()));
            }
        }
        Ok(file)
    }

    fn document(&mut self) -> &mut NamedDocument {
        if self.documents.is_empty() {
            self.documents.push(NamedDocument {
                id: "1".to_owned(),
                ..NamedDocument::default()
            });
        }
        let last = self.documents.len() - 1;
        &mut self.documents[last]
    }

    /// The names as the file would write them, of the types that it marks.
    pub(super) fn marked(&self, names: &[PlacedName]) -> Vec<PlacedName> {
        let merged = |kind: &String| self.merges.get(kind).unwrap_or(kind).clone();
        let types: Vec<String> = self.types.iter().map(merged).collect();
        let names = names
            .iter()
            .map(|(start, end, kind)| (*start, *end, merged(kind)));
        let mut names: Vec<PlacedName> = names
            .filter(|name| types.is_empty() || types.contains(&name.2))
            .collect();
        names.sort();
        names.dedup();
        names
    }
}

/// How far a document has been read.
#[derive(Default)]
struct NameReader {
    /// Code points so far that are no white space.
    size: usize,
    /// Whether the last token is in a name.
    open: bool,
    /// Whether the next token opens a sentence.
    inside: bool,
}

impl NameReader {
    fn token(&mut self, document: &mut NamedDocument, token: &str, tag: &str) {
        let start = self.size;
        self.size += solid(token).chars().count();
        tag_token(&mut document.names, self.open, (start, self.size), tag);
        self.open = tag != "O";
        if !self.inside {
            document.sentences.push(Vec::new());
            self.inside = true;
        }
        if let Some(sentence) = document.sentences.last_mut() {
            sentence.push(token.to_owned());
        }
    }

    fn close_sentence(&mut self) {
        (self.open, self.inside) = (false, false);
    }
}

/// Adds a token to the names: it opens one, goes on with the last one if that is `open`, or is in none.
pub(super) fn tag_token(names: &mut Vec<PlacedName>, open: bool, range: (usize, usize), tag: &str) {
    let Some((part, kind)) = tag.split_once('-') else {
        return;
    };
    match names.last_mut() {
        Some(last) if open && part == "I" && last.2 == kind => last.1 = last.1.max(range.1),
        _ => names.push((range.0, range.1, kind.to_owned())),
    }
}

impl NamedDocument {
    /// The text: as it was written, or else the tokens with the usual spaces.
    pub(super) fn text(&self) -> String {
        if !self.written.is_empty() && self.written.len() == self.sentences.len() {
            return self.written.join("\n");
        }
        let sentences = self.sentences.iter().map(|tokens| spaced(tokens));
        sentences.collect::<Vec<_>>().join("\n")
    }
}

/// Signs that stand at the word before them.
const CLOSING: &str = ".,;:!?)]}%'’”";
/// Signs that stand at the word after them.
const OPENING: &str = "([{$#“‘";

fn spaced(tokens: &[String]) -> String {
    let is_one_of = |token: &str, signs: &str| {
        let mut letters = token.chars();
        let sign = letters.next();
        letters.next().is_none() && sign.is_some_and(|sign| signs.contains(sign))
    };
    let mut text = String::new();
    let mut glued = true;
    for token in tokens {
        if !glued && !is_one_of(token, CLOSING) && !word_table::holds("clitic", token) {
            text.push(' ');
        }
        text.push_str(token);
        glued = is_one_of(token, OPENING);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_with_their_places() {
        let file = NameFile::parse(
            "# types = ORG LOC\n# merge = GPE=LOC\n# newdoc id = a\nNew\tB-GPE\nYork\tI-GPE\n's\tO\n(\tO\nUN\tI-ORG\n)\tO\n\
             \nHe\tI-PERSON\n",
        )
        .unwrap();
        let document = &file.documents[0];
        assert_eq!(document.text(), "New York's (UN)\nHe");
        let marked = file.marked(&document.names);
        assert_eq!(
            marked,
            [(0, 7, "LOC".to_owned()), (10, 12, "ORG".to_owned())]
        );
        assert_eq!(NameFile::parse("He\tX\n").unwrap_err().0, 1);
    }
}
