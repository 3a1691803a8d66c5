//! The command line: what it prints where, and its exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use actant::graph::Graph;

use crate::desk::{Desk, Run};

/// Compares with a file of `tests/golden/cli`; `ACTANT_UPDATE=1` writes it anew.
fn check(name: &str, found: &str) {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/cli")
        .join(name);
    if std::env::var_os("ACTANT_UPDATE").is_some() {
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found, expected,
        "{name} is not as it was; ACTANT_UPDATE=1 writes it anew"
    );
}

#[test]
fn answers_are_printed_with_place_stance_and_marked_words() {
    let desk = Desk::new();
    check(
        "said-by.txt",
        &desk.run(&["said", "graph.json", "--by", "Norland"]).ok(),
    );
    check(
        "said-about.txt",
        &desk.run(&["said", "graph.json", "--about", "marsh"]).ok(),
    );
    check(
        "trace.txt",
        &desk
            .run(&["trace", "graph.json", "Free Front", "Suderia"])
            .ok(),
    );
    check(
        "trace.jsonl",
        &desk
            .run(&["trace", "graph.json", "Norland", "Free Front", "--json"])
            .ok(),
    );
    check(
        "said.jsonl",
        &desk.run(&["said", "graph.json", "--json"]).ok(),
    );
}

#[test]
fn an_empty_answer_is_exit_code_1_and_prints_nothing() {
    let desk = Desk::new();
    for arguments in [
        &["trace", "graph.json", "Norland", "Berg & Sons"][..],
        &["said", "graph.json", "--by", "Anna Berg"],
    ] {
        let run = desk.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.starts_with("actant: no"), "{}", run.err);
    }
}

#[test]
fn colours_are_only_where_they_are_wanted() {
    let desk = Desk::new();
    let said = ["said", "graph.json", "--by", "Norland"];
    assert!(
        !desk.run(&said).ok().contains('\u{1b}'),
        "a pipe gets no colours"
    );
    let always = desk.run(&[&said[..], &["--color", "always"]].concat()).ok();
    assert!(always.contains('\u{1b}') && !always.contains("^^^"));
}

#[test]
fn the_format_of_an_export_is_guessed_from_the_name_of_its_file() {
    let desk = Desk::new();
    assert!(
        desk.run(&["export", "graph.json"])
            .ok()
            .starts_with("digraph")
    );
    for (name, start) in [
        ("g.dot", "digraph"),
        ("g.json", "{"),
        ("g.graphml", "<?xml"),
        ("g.gexf", "<?xml"),
        ("g.mmd", "flowchart"),
        ("g.jsonl", "{\"edge\""),
        ("g.csv", "date,source_code,event,target_code"),
    ] {
        assert_eq!(desk.run(&["export", "graph.json", "-o", name]).ok(), "");
        assert!(desk.read(name).starts_with(start), "{name}");
    }
    let few = desk.run(&["export", "graph.json", "--top", "2"]).ok();
    assert!(few.contains("showing 2 of"), "{few}");
    let about = desk
        .run(&[
            "export",
            "graph.json",
            "--about",
            "Anna Berg",
            "--format",
            "json",
        ])
        .ok();
    assert!(about.contains("Berg & Sons") && !about.contains("Free Front"));
}

#[test]
fn a_graph_may_come_from_standard_input() {
    let desk = Desk::new();
    let run = desk.run_with(&["export", "-"], &desk.read("graph.json"));
    assert_eq!(run.ok(), desk.run(&["export", "graph.json"]).ok());
}

#[test]
fn a_file_that_is_no_graph_is_named() {
    let desk = Desk::new();
    desk.write("note.txt", "China hosts talks.");
    for (file, says) in [("note.txt", "not a graph"), ("none.json", "cannot be read")] {
        let run = desk.run(&["said", file]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(
            run.err.starts_with(&format!("actant: {file}: ")) && run.err.contains(says),
            "{}",
            run.err
        );
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_built() {
    let desk = Desk::new();
    desk.write(
        "good.txt",
        "Oslo thanked Rome for its help. Rome answered Oslo.",
    );
    desk.write("bad.txt", b"\xff\xfeabc\x00");
    let run = desk.run(&[
        "build",
        "good.txt",
        "bad.txt",
        "missing.txt",
        "-o",
        "new.json",
        "-q",
    ]);
    assert_eq!(run.code, 2, "{}", run.err);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 2, "{}", run.err);
    assert!(
        lines[0].contains("bad.txt") && lines[1].contains("missing.txt"),
        "{}",
        run.err
    );
    assert_eq!(
        Graph::load(desk.folder.path().join("new.json"))
            .unwrap()
            .corpus()
            .documents()
            .len(),
        1
    );
    let run = desk.run(&["build", "missing.txt", "-o", "none.json"]);
    assert_eq!(run.code, 2);
    assert!(
        !desk.folder.path().join("none.json").exists(),
        "without documents there is no graph"
    );
}

#[test]
fn neither_threads_nor_order_change_a_byte_of_the_graph() {
    let desk = Desk::new();
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let mut files: Vec<String> = fs::read_dir(articles)
        .unwrap()
        .map(|entry| entry.unwrap().path().display().to_string())
        .collect();
    files.sort();
    let forth: Vec<&str> = files.iter().map(String::as_str).collect();
    let back: Vec<&str> = files.iter().rev().map(String::as_str).collect();
    desk.run(&[&["build", "-q", "-j1", "-o", "one.json"], &forth[..]].concat())
        .ok();
    desk.run(&[&["build", "-q", "-j4", "-o", "four.json"], &back[..]].concat())
        .ok();
    assert!(desk.read("one.json") == desk.read("four.json"));
}

#[test]
fn the_summary_goes_to_standard_error() {
    let desk = Desk::new();
    let run = desk.run_with(
        &["build", "-o", "-", "--input-format", "text"],
        "Oslo thanked Rome.",
    );
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("{\"format\":\"actant-graph\""));
    assert!(
        run.err.contains("documents") && run.err.contains("claims"),
        "{}",
        run.err
    );
}

#[test]
fn annotations_come_in_the_order_of_the_input_at_any_number_of_threads() {
    let desk = Desk::new();
    let lines: String = (1..200)
        .map(|number| format!("Envoy {number} met Oslo.\n"))
        .collect();
    desk.write("lines.txt", lines);
    let annotate = |jobs: &str| {
        desk.run(&[
            "annotate",
            "--input-format",
            "lines",
            "-q",
            jobs,
            "lines.txt",
        ])
        .ok()
    };
    let one = annotate("-j1");
    let ids: Vec<String> = (one.lines())
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["id"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let expected: Vec<String> = (1..200).map(|number: i32| number.to_string()).collect();
    assert_eq!(ids, expected);
    assert!(annotate("-j3") == one);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let desk = Desk::new();
    for arguments in [
        &["export", "graph.json"][..],
        &["said", "graph.json"],
        &["completions", "bash"],
    ] {
        let mut command = desk.command(arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let run = Run::of(child.wait_with_output().unwrap());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn there_are_completions_for_every_shell_and_the_version_names_the_models() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            desk.run(&["completions", shell]).ok().contains("actant"),
            "{shell}"
        );
    }
    let version = desk.run(&["--version"]).ok();
    assert!(
        version.starts_with(&format!("actant {}\n", env!("CARGO_PKG_VERSION"))),
        "{version}"
    );
    for model in ["engine accurate parser", "engine fast parser", "names ("] {
        assert!(version.contains(model), "{version}");
    }
}

#[test]
fn without_a_command_help_is_shown_as_an_error() {
    let run = Desk::new().run(&[]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("Examples:") && run.err.contains("actant build articles/"));
}

#[test]
fn lists_of_the_users_extend_those_of_the_program() {
    let desk = Desk::new();
    let page = "Ministers met in Rome on Friday and agreed to talk again.\n\n\
                Brought to you by Pasta Palace, the home of pasta.\n\n\
                Leave a Reply\n";
    desk.write("note.txt", page);
    let plain = desk.run(&["clean", "note.txt"]);
    assert!(plain.out.contains("Pasta Palace"), "{}", plain.out);

    fs::create_dir_all(desk.folder.path().join("mine/read")).unwrap();
    desk.write(
        "mine/read/boilerplate.txt",
        "brought to you by pasta palace\tstart\t60\tline\tadvertisement\n",
    );
    let extended = desk.run(&["clean", "--lists", "mine", "note.txt"]);
    assert!(!extended.out.contains("Pasta Palace"), "{}", extended.out);
    assert!(!extended.out.contains("Leave a Reply"), "{}", extended.out);

    desk.write("mine/read/boilerplate.txt", "broken\tline\twithout\tform\n");
    let broken = desk.run(&["annotate", "--lists", "mine", "note.txt"]);
    assert_eq!(broken.code, 2);
    assert!(broken.err.contains("boilerplate.txt:1"), "{}", broken.err);

    let missing = desk.run(&["annotate", "--lists", "nowhere", "note.txt"]);
    assert_eq!((missing.code, missing.out.as_str()), (2, ""));
    assert!(
        missing.err.contains("nowhere: no such folder"),
        "{}",
        missing.err
    );
}
