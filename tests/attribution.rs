//! Who says what in small documents with hand-checked trees, and the chain of every statement, beside what is expected.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use actant::annotate::{Annotated, annotate};
use actant::extract::{Attribution, Extracted, extract};

use crate::models::GIVEN;

#[test]
fn attributions_are_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/attribution");
    for case in ["harbour", "river"] {
        check(&folder, case);
    }
}

/// Compares the attributions of `CASE.conllu` with `CASE.expected`; `ACTANT_UPDATE=1` writes the latter anew.
fn check(folder: &Path, case: &str) {
    let content =
        fs::read_to_string(folder.join(format!("{case}.conllu"))).expect("the case is there");
    let (documents, problems) = actant::read::conllu::read(case, &content);
    assert_eq!(problems, [], "{case} is CoNLL-U");
    let mut shown = String::new();
    for document in documents {
        show(&extract(annotate(document, &GIVEN), &GIVEN), &mut shown);
    }
    let expected = folder.join(format!("{case}.expected"));
    if std::env::var_os("ACTANT_UPDATE").is_some() {
        fs::write(&expected, &shown).expect("the expectation can be written");
    }
    let before = fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(
        shown, before,
        "{case}: run again with ACTANT_UPDATE=1 and review the difference"
    );
}

fn show(extracted: &Extracted, shown: &mut String) {
    let annotated = &extracted.annotated;
    for (index, attribution) in extracted.attributions.iter().enumerate() {
        let source = attribution
            .source
            .as_ref()
            .map_or("–".to_owned(), |source| source.text(annotated));
        let cue = attribution.cue.text(annotated);
        let denies = if attribution.denies { ", denied" } else { "" };
        let mode = attribution.mode.as_str();
        let content = content(annotated, attribution);
        let _ = writeln!(
            shown,
            "{index} {source} | {cue} | {content} | {mode}{denies}"
        );
    }
}

fn content(annotated: &Annotated, attribution: &Attribution) -> String {
    let pieces: Vec<&str> = attribution
        .content
        .iter()
        .map(|&span| annotated.slice(span))
        .collect();
    pieces.join(" … ").replace('\n', " ¶ ")
}

/// Whatever the text is, every span of every attribution gives back words of it, and its chain ends.
#[test]
fn odd_texts_are_survived() {
    for words in [
        "“ ” \" ' ''",
        "said",
        "“ said",
        "said : “",
        "according to",
        ": said",
        "“ “ “ ”",
        "' a ' b ,'",
    ] {
        let mut conllu = String::from("# newdoc id = odd\n# newpar\n");
        for (index, word) in words.split(' ').enumerate() {
            let head = if index == 0 { 0 } else { 1 };
            let upos = if word.chars().any(char::is_alphabetic) {
                "VERB"
            } else {
                "PUNCT"
            };
            let _ = writeln!(
                conllu,
                "{}\t{word}\tsay\t{upos}\tVBD\t_\t{head}\tccomp\t_\t_",
                index + 1
            );
        }
        conllu.push('\n');
        let (documents, _) = actant::read::conllu::read("odd", &conllu);
        for document in documents {
            let extracted = extract(annotate(document, &GIVEN), &GIVEN);
            for attribution in &extracted.attributions {
                for &span in &attribution.content {
                    assert!(
                        !extracted.annotated.slice(span).trim().is_empty(),
                        "{words}"
                    );
                }
            }
        }
    }
}
