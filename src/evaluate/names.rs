//! Names: spans with their types, against files of IOB2 tags.

use std::path::Path;

use crate::annotate::Models;

use super::analysis::Analysis;
use super::code_points::solid;
use super::counts::MatchCounts;
use super::error::EvaluateError;
use super::figure::Measured;
use super::gold_file::{analyses, document};
use super::tagged_file::{NameFile, PlacedName, tag_token};

/// The figures of a file of IOB2 tags.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let gold = NameFile::read(path)?;
    let documents = gold.documents.iter();
    let documents = documents.map(|gold| document(&gold.id, &gold.text()));
    let analyses = analyses(documents.collect::<Result<_, _>>()?, models);
    Ok(measure(&gold, &analyses))
}

fn measure(file: &NameFile, analyses: &[Analysis]) -> Measured {
    let (mut exact, mut spans) = (MatchCounts::default(), MatchCounts::default());
    let mut measured = Measured::default();
    for (document, analysis) in file.documents.iter().zip(analyses) {
        let (gold, system) = (file.marked(&document.names), file.marked(&names(analysis)));
        exact += matches(&gold, &system);
        let places = |names: &[PlacedName]| {
            let mut places: Vec<_> = names.iter().map(|name| (name.0, name.1)).collect();
            places.dedup();
            places
        };
        spans += matches(&places(&gold), &places(&system));
        let letters: Vec<char> = solid(&analysis.text).chars().collect();
        let mut miss = |what: &str, (start, end, kind): &PlacedName| {
            let words: String = letters[*start..*end].iter().collect();
            measured
                .misses
                .push(format!("{}: {what} {kind}: {words}", document.id));
        };
        let missed = gold.iter().filter(|name| !system.contains(name));
        missed.for_each(|name| miss("missed", name));
        let wrong = system.iter().filter(|name| !gold.contains(name));
        wrong.for_each(|name| miss("wrong", name));
    }
    measured.add("exact F1", exact.f1());
    measured.add("span F1", spans.f1());
    measured
}

fn matches<T: PartialEq>(gold: &[T], system: &[T]) -> MatchCounts {
    let both = gold.iter().filter(|name| system.contains(name)).count();
    MatchCounts::one_to_one(both, system.len(), gold.len())
}

/// The names of a document, by code points that are no white space.
fn names(analysis: &Analysis) -> Vec<PlacedName> {
    let mut before = vec![0];
    for letter in analysis.text.chars() {
        let last = before[before.len() - 1];
        before.push(last + usize::from(!letter.is_whitespace()));
    }
    let mut names = Vec::new();
    for sentence in &analysis.sentences {
        let mut open = false;
        for token in &sentence.tokens {
            let range = (before[token.start], before[token.end]);
            tag_token(&mut names, open, range, &token.entity);
            open = token.entity != "O";
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::analysis::{AnalysedSentence, AnalysedToken};

    #[test]
    fn names_are_compared_by_their_letters() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gold.iob2");
        let gold =
            "Ann\tB-PERSON\nOe\tI-PERSON\nof\tO\nNew\tB-GPE\nYork\tI-GPE\nleft\tO\nIBM\tB-ORG\n";
        std::fs::write(&path, gold).unwrap();
        let file = NameFile::read(&path).unwrap();
        let token = |(start, end, entity): (usize, usize, &str)| AnalysedToken {
            start,
            end,
            head: 0,
            entity: entity.into(),
        };
        let tokens = [
            (0, 3, "B-PERSON"),
            (5, 7, "I-PERSON"),
            (8, 10, "O"),
            (11, 19, "B-LOC"),
            (20, 24, "O"),
            (25, 27, "B-ORG"),
            (27, 28, "O"),
        ];
        let analysis = Analysis {
            text: "Ann  Oe of New York left IBM".into(),
            sentences: vec![AnalysedSentence {
                start: 0,
                end: 28,
                tokens: tokens.map(token).into(),
            }],
            ..Analysis::default()
        };
        let measured = measure(&file, &[analysis]);
        // One of three has the right place and type, two the right place.
        assert!((measured.value("exact F1") - 100.0 / 3.0).abs() < 1e-9);
        assert!((measured.value("span F1") - 200.0 / 3.0).abs() < 1e-9);
        assert_eq!(measured.misses.len(), 4);
    }
}
