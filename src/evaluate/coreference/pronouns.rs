//! Pronouns with two candidate names: does the pronoun mean the one, the other or neither?

use std::path::Path;

use serde::Deserialize;

use crate::annotate::Models;
use crate::evaluate::analysis::{AnalysedMention, Analysis};
use crate::evaluate::counts::MatchCounts;
use crate::evaluate::error::{EvaluateError, read_text};
use crate::evaluate::figure::Measured;
use crate::evaluate::gold_file::{analyses, document};

/// A text with a pronoun and two names.
#[derive(Debug, Deserialize)]
struct PronounRow {
    #[serde(rename = "ID")]
    id: String,
    #[serde(rename = "Text")]
    text: String,
    #[serde(rename = "Pronoun")]
    pronoun: String,
    #[serde(rename = "Pronoun-offset")]
    pronoun_offset: usize,
    #[serde(rename = "A")]
    a: String,
    #[serde(rename = "A-offset")]
    a_offset: usize,
    #[serde(rename = "A-coref")]
    a_is_meant: String,
    #[serde(rename = "B")]
    b: String,
    #[serde(rename = "B-offset")]
    b_offset: usize,
    #[serde(rename = "B-coref")]
    b_is_meant: String,
}

/// The figures of a table of pronouns.
pub(super) fn file(path: &Path, models: &Models) -> Result<Measured, EvaluateError> {
    let rows = read(path)?;
    let documents = rows.iter().map(|row| document(&row.id, &row.text));
    let analyses = analyses(documents.collect::<Result<_, _>>()?, models);
    Ok(measure(&rows, &analyses))
}

fn read(path: &Path) -> Result<Vec<PronounRow>, EvaluateError> {
    let text = read_text(path)?;
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .delimiter(b'\t')
        .quoting(false)
        .from_reader(text.as_bytes());
    let rows = reader.deserialize().enumerate();
    rows.map(|(index, row)| row.map_err(|error| EvaluateError::malformed(path, index + 2, error)))
        .collect()
}

fn measure(rows: &[PronounRow], analyses: &[Analysis]) -> Measured {
    let mut measured = Measured::default();
    let mut counts = MatchCounts::default();
    for (row, analysis) in rows.iter().zip(analyses) {
        let end = row.pronoun_offset + row.pronoun.chars().count();
        let meant = actor_of_pronoun(&analysis.mentions, row.pronoun_offset, end);
        let names = [
            (&row.a, row.a_offset, &row.a_is_meant),
            (&row.b, row.b_offset, &row.b_is_meant),
        ];
        for (name, start, truth) in names {
            let end = start + name.chars().count();
            let yes = meant.is_some() && actor_of_name(&analysis.mentions, start, end) == meant;
            let truth = truth.eq_ignore_ascii_case("true");
            let one = |holds: bool| usize::from(holds);
            counts += MatchCounts::one_to_one(one(truth && yes), one(yes), one(truth));
            if truth != yes {
                let what = if truth { "missed" } else { "wrong" };
                let (pronoun, at) = (&row.pronoun, row.pronoun_offset);
                let line = format!(
                    "{}: {what}: {pronoun} at {at} = {name}: {}",
                    row.id, row.text
                );
                measured.misses.push(line);
            }
        }
    }
    measured.add("F1", counts.f1());
    measured
}

/// The actor of the narrowest mention around a pronoun: of *his* rather than of *his house*.
fn actor_of_pronoun(mentions: &[AnalysedMention], start: usize, end: usize) -> Option<&str> {
    let around = mentions
        .iter()
        .filter(|mention| mention.actor.is_some() && mention.start <= start && mention.end >= end);
    let rank = |mention: &AnalysedMention| {
        let size = mention.end - mention.start;
        (mention.kind == "pronoun", std::cmp::Reverse(size))
    };
    first_best(around, rank)?.actor.as_deref()
}

/// The actor of the mention that stands for a name: the name itself, else the longest one within it that ends with it,
/// else the shortest one that ends with it, else the shortest that overlaps it.
fn actor_of_name(mentions: &[AnalysedMention], start: usize, end: usize) -> Option<&str> {
    let overlapping = mentions
        .iter()
        .filter(|mention| mention.actor.is_some() && mention.end > start && mention.start < end);
    let rank = |mention: &AnalysedMention| {
        let size = (mention.end - mention.start).cast_signed();
        let ends = mention.end == end;
        let inside = ends && mention.start >= start;
        let whole = ends && mention.start == start;
        (whole, inside, ends, if inside { size } else { -size })
    };
    first_best(overlapping, rank)?.actor.as_deref()
}

/// The first of the mentions that rank highest.
fn first_best<'a, R: Ord>(
    mentions: impl Iterator<Item = &'a AnalysedMention>,
    rank: impl Fn(&AnalysedMention) -> R,
) -> Option<&'a AnalysedMention> {
    mentions.reduce(|best, next| if rank(next) > rank(best) { next } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n\
        t\tAnn \"O\" met Bob before she left.\tshe\t23\tAnn\t0\tTRUE\tBob\t12\tFALSE\tx\n";

    fn f1(ann: &str, bob: &str, she: Option<&str>) -> f64 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pronouns.tsv");
        std::fs::write(&path, TABLE).unwrap();
        let mention = |start, end, kind: &str, actor: Option<&str>| AnalysedMention {
            start,
            end,
            kind: kind.into(),
            actor: actor.map(str::to_owned),
        };
        let analysis = Analysis {
            mentions: vec![
                mention(0, 7, "name", Some("nobody")),
                mention(0, 3, "name", Some(ann)),
                mention(12, 15, "name", Some(bob)),
                mention(23, 26, "pronoun", she),
            ],
            ..Analysis::default()
        };
        measure(&read(&path).unwrap(), &[analysis]).value("F1")
    }

    #[test]
    fn a_pronoun_means_the_name_with_its_actor() {
        assert_eq!(f1("Ann", "Bob", Some("Ann")), 100.0);
        assert_eq!(f1("Ann", "Bob", Some("Bob")), 0.0);
        assert_eq!(f1("Ann", "Bob", None), 0.0);
        // Both names: precision 1 of 2, recall 1 of 1.
        assert!((f1("Ann", "Ann", Some("Ann")) - 200.0 / 3.0).abs() < 1e-9);
    }
}
