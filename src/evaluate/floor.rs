//! The floor: figures of `tests/accuracy` that must not fall.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::annotate::Models;

use super::{Evaluation, EvaluationKind};

/// A figure may fall by so much.
const SLACK: f64 = 1.0;

/// What is measured, and the figures that are recorded.
const MEASURED: [(&str, EvaluationKind, &[&str]); 2] = [
    (
        "texts.jsonl",
        EvaluationKind::Edges,
        &[
            "edge precision",
            "edge recall",
            "edge ends",
            "said precision",
            "said recall",
            "actors whole",
            "referents right",
        ],
    ),
    (
        "cases.jsonl",
        EvaluationKind::Cases,
        &["all cases", "all checks"],
    ),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy")
}

/// The figures as they are, with their names.
fn figures() -> Vec<(String, f64)> {
    let models = Models::accurate().expect("the embedded models load");
    let mut figures = Vec::new();
    for (file, kind, names) in MEASURED {
        let evaluation = Evaluation::of(&folder().join(file), kind, &models)
            .unwrap_or_else(|error| panic!("{error}"));
        let recorded = evaluation.figures.iter();
        let recorded = recorded.filter(|figure| names.contains(&figure.name.as_str()));
        figures.extend(recorded.map(|figure| (format!("{kind} {}", figure.name), figure.value)));
    }
    figures
}

const HEADER: &str = "\
# How good the program is on the texts of this folder, in per cent. `cargo test` fails where a figure falls by more than
# a point; `ACTANT_UPDATE=1 cargo test floor` records the present ones.
";

#[test]
fn no_figure_falls() {
    let present = figures();
    let path = folder().join("figures.tsv");
    if std::env::var_os("ACTANT_UPDATE").is_some() {
        let mut table = HEADER.to_owned();
        for (name, value) in &present {
            writeln!(table, "{name}\t{value:.1}").expect("a string can be written to");
        }
        std::fs::write(&path, table).expect("the table can be written");
    }
    let table = std::fs::read_to_string(&path).expect("tests/accuracy/figures.tsv is there");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let recorded: Vec<(&str, f64)> = rows
        .map(|row| {
            let (name, value) = row.split_once('\t').expect("a row has two columns");
            (name, value.parse().expect("a figure is a number"))
        })
        .collect();
    let names: Vec<&str> = present.iter().map(|(name, _)| name.as_str()).collect();
    let rows: Vec<&str> = recorded.iter().map(|(name, _)| *name).collect();
    assert_eq!(rows, names, "ACTANT_UPDATE=1 records the figures anew");
    let mut fallen = String::new();
    for ((name, value), (_, recorded)) in present.iter().zip(&recorded) {
        if *value < recorded - SLACK {
            writeln!(fallen, "{name}: recorded {recorded:.1}, now {value:.1}")
                .expect("a string can be written to");
        }
    }
    assert!(fallen.is_empty(), "figures have fallen:\n{fallen}");
}
