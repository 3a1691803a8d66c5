//! `actant explain` and `actant extract --all`: every clause is accounted for, and nothing changes by default.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// *Officials said Norland agreed to begin growing talks.* with its tree; then a sentence without a verb.
const NOTE: &str = "\
1\tOfficials\tofficial\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
3\tNorland\tNorland\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
4\tagreed\tagree\tVERB\tVBD\t_\t2\tccomp\t_\t_
5\tto\tto\tPART\tTO\t_\t6\tmark\t_\t_
6\tbegin\tbegin\tVERB\tVB\t_\t4\txcomp\t_\t_
7\tgrowing\tgrow\tVERB\tVBG\t_\t8\tamod\t_\t_
8\ttalks\ttalk\tNOUN\tNNS\t_\t6\tobj\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tTalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_
2\ttoday\ttoday\tNOUN\tNN\t_\t1\tobl\t_\t_

";

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(folder: &TempDir, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_actant"))
        .args(arguments)
        .current_dir(folder.path())
        .env("COLUMNS", "90")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with the note; what the command prints about it.
fn explained(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("note.conllu"), NOTE).unwrap();
    let run = run(&folder, arguments);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    run.out
}

#[test]
fn a_sentence_is_shown_with_tree_statements_and_what_gave_none() {
    let whole = explained(&["explain", "--engine", "given", "note.conllu"]);
    // Columns are as wide as their widest entry.
    let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Norland | agreed to begin | growing talks",
        "said by: Officials (said)",
        "agreed clause: leads to `begin`: both make one relation",
        "growing clause: describes `talks` like an adjective",
        "no statements",
    ] {
        assert!(whole.contains(part), "{part}\n{whole}");
    }
}

#[test]
fn trees_can_be_drawn_with_plain_signs_and_colours_only_where_they_are_wanted() {
    let arguments = ["explain", "--engine", "given", "note.conllu"];
    let plain = explained(&[&arguments[..], &["--ascii"]].concat());
    assert!(plain.is_ascii() && plain.contains("+-"), "{plain}");
    let coloured = explained(&[&arguments[..], &["--color", "always"]].concat());
    assert!(coloured.contains('\u{1b}'));
    assert!(!explained(&arguments).contains('\u{1b}'));
}

#[test]
fn records_tell_the_word_the_extractor_and_the_reason() {
    let json = explained(&[
        "explain",
        "--engine",
        "given",
        "note.conllu",
        "--format",
        "json",
    ]);
    let records: Vec<Value> = (json.lines())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(records.len(), 2);
    let silence = |word: &str| {
        let rejections = records[0]["rejections"].as_array().unwrap();
        let found = rejections.iter().find(|one| one["text"] == word);
        found
            .unwrap_or_else(|| panic!("{word}: {rejections:?}"))
            .clone()
    };
    let agreed = silence("agreed");
    assert_eq!(agreed["extractor"], "clause");
    assert_eq!(agreed["reason"], "merged");
    assert_eq!(agreed["about"]["text"], "begin");
    assert_eq!(silence("growing")["reason"], "describes");
    assert_eq!(silence("talks")["extractor"], "event_noun");
    let statements = records[0]["statements"].as_array().unwrap();
    let begin = statements
        .iter()
        .find(|one| one["relation"]["text"] == "agreed to begin");
    let begin = begin.unwrap();
    assert_eq!(begin["token"], 6);
    assert_eq!(begin["attributions"][0]["source"]["text"], "Officials");
    assert!(!begin["steps"].as_array().unwrap().is_empty());
}

#[test]
fn a_place_is_a_line_a_column_or_code_points_and_what_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Oslo thanked Rome. Zoë answered Oslo.\n\nLima warned Rome.\n";
    fs::write(folder.path().join("note.txt"), text).unwrap();
    let sentences = |place: &str| {
        let json = run(&folder, &["explain", place, "--format", "json"]);
        assert_eq!((json.code, json.err.as_str()), (0, ""), "{place}");
        let lines = json.out.lines();
        let text = |line| serde_json::from_str::<Value>(line).unwrap()["text"].clone();
        lines.map(text).collect::<Vec<Value>>()
    };
    assert_eq!(sentences("note.txt").len(), 3);
    assert_eq!(sentences("note.txt:1").len(), 2);
    assert_eq!(sentences("note.txt:3"), ["Lima warned Rome."]);
    assert_eq!(sentences("note.txt:1:24"), ["Zoë answered Oslo."]);
    assert_eq!(sentences("note.txt#char=24,32"), ["Zoë answered Oslo."]);
    for (place, says) in [
        ("note.txt:2", "note.txt:2: has no sentence"),
        ("note.txt:9", "no such line"),
    ] {
        let none = run(&folder, &["explain", place]);
        assert_eq!((none.code, none.out.as_str()), (1, ""), "{place}");
        assert!(none.err.contains(says), "{}", none.err);
    }
    let typed = run(&folder, &["explain", "--text", "Oslo thanked Rome."]);
    assert!(typed.out.contains("Oslo | thanked | Rome"), "{}", typed.out);
    assert_eq!(run(&folder, &["explain", "none.txt:1"]).code, 2);
}

#[test]
fn all_readings_hold_the_statements_and_more() {
    let arguments = ["extract", "--engine", "given", "note.conllu"];
    let (plain, all) = (
        explained(&arguments),
        explained(&[&arguments[..], &["--all"]].concat()),
    );
    let missing: Vec<&str> = plain.lines().filter(|line| !all.contains(line)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(
        all.contains("Norland\tagreed\tto begin growing talks"),
        "{all}"
    );

    let records = explained(&[&arguments[..], &["--all", "--format", "jsonl"]].concat());
    let records: Vec<Value> = (records.lines())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let inner = records
        .iter()
        .find(|one| one["variant"]["kind"] == "inner")
        .unwrap();
    assert_eq!(inner["relation"]["text"], "begin");
    assert!(
        (records.iter()).any(|one| one["id"] == inner["variant"]["of"] && one["variant"].is_null())
    );
}
