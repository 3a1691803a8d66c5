//! Statements: golden cases that a person can read, from sentences with hand-corrected trees.

use std::fmt::Write;
use std::path::Path;

use actant::annotate::annotate;
use actant::extract::{Extracted, Modality, Polarity, Statement, extract};
use actant::read::conllu;

use crate::models::GIVEN;

/// Each sentence, below it its statements with their extractor, below these their edges.
fn shown(extracted: &Extracted) -> String {
    let mut shown = String::new();
    let annotated = &extracted.annotated;
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        writeln!(shown, "{}", annotated.slice(sentence.span)).expect("a string takes any text");
        let here = extracted.statements.iter();
        for statement in here.filter(|statement| statement.sentence == index) {
            writeln!(shown, "  {}", line(extracted, statement)).expect("a string takes any text");
            for edge in &statement.edges {
                let (source, target) = (&edge.source.name, &edge.target.name);
                writeln!(shown, "      {source} – {} → {target}", edge.label)
                    .expect("a string takes any text");
            }
        }
        shown.push('\n');
    }
    shown
}

fn line(extracted: &Extracted, statement: &Statement) -> String {
    let annotated = &extracted.annotated;
    let mut line = format!(
        "{}: {} | {} |",
        statement.kind,
        statement.subject.text(annotated),
        statement.relation.text(annotated)
    );
    if let Some(object) = &statement.object {
        line += &format!(" {}", object.text(annotated));
    }
    for argument in &statement.arguments {
        let words = argument.phrase.text(annotated);
        line += &format!(" | {}: {}", argument.role.as_str(), argument.marker);
        line += &format!(" {words}");
    }
    if statement.polarity == Polarity::Negative {
        line += " [negative]";
    }
    if statement.modality != Modality::Asserted {
        line += &format!(" [{}]", statement.modality.as_str());
    }
    line
}

/// Compares with the golden file beside the trees; `ACTANT_UPDATE=1` writes it again.
fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/extract");
    let trees =
        std::fs::read_to_string(folder.join(format!("{name}.conllu"))).expect("the case is there");
    let (documents, problems) = conllu::read(name, &trees);
    assert!(problems.is_empty(), "{problems:?}");
    let found: String = documents
        .into_iter()
        .map(|document| shown(&extract(annotate(document, &GIVEN), &GIVEN)))
        .collect();
    let golden = folder.join(format!("{name}.statements"));
    if std::env::var_os("ACTANT_UPDATE").is_some() {
        std::fs::write(&golden, &found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(
        found, expected,
        "{name}: if the change is meant, run with ACTANT_UPDATE=1"
    );
}

#[test]
fn a_report_about_a_harbour() {
    check("harbour");
}
