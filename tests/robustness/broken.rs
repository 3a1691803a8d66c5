//! Files and streams that are broken: one clear line each, the right exit code, nothing half written.

use std::fs::{self, File};
use std::process::{Output, Stdio};

use super::{Desk, news};

/// A folder with a good note, its graph, and every kind of broken file.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("good.txt", "China warned Japan.\n");
    desk.write("empty.txt", "");
    desk.write("blank.txt", " \n\t\n");
    desk.write("latin.txt", b"China warned\nJap\xe1n.\n");
    desk.write("wide.txt", b"\xff\xfeC\0h\0i\0n\0a\0");
    desk.write("binary.txt", b"\x7fELF\0\x01\x02");
    fs::create_dir(desk.path("folder")).unwrap();
    assert!(desk.run(&["build", "-q", "good.txt"]).status.success());
    let graph = String::from_utf8(desk.read("graph.json")).unwrap();
    desk.write("cut.json", &graph[..graph.len() / 2]);
    desk.write("other.json", "{\"nodes\":[]}");
    let newer = graph.replace("\"schema_version\":2", "\"schema_version\":99");
    desk.write("newer.json", newer);
    let actors = graph.find("\"actors\":[").unwrap();
    let attributions = graph.find("\n],\n\"attributions\"").unwrap();
    let (start, end) = (actors + "\"actors\":[".len(), attributions);
    desk.write("torn.json", format!("{}{}", &graph[..start], &graph[end..]));
    desk
}

/// The lines on standard error of a run that ended with this exit code.
fn lines(output: &Output, code: i32) -> Vec<String> {
    let messages = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(code), "{messages}");
    assert!(!messages.contains("panicked"), "{messages}");
    messages.lines().map(str::to_owned).collect()
}

fn files(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.path(".")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_no_document_is_told_in_one_line_and_nothing_is_written() {
    let desk = desk();
    let before = files(&desk);
    for (path, says) in [
        ("missing.txt", "missing.txt: no such file"),
        ("missing*.txt", "missing*.txt: no such file"),
        ("folder", "folder: a folder without files"),
        ("empty.txt", "empty.txt: empty"),
        ("blank.txt", "blank.txt: empty"),
        ("latin.txt", "latin.txt:2: not UTF-8"),
        ("wide.txt", "wide.txt: UTF-16"),
        ("binary.txt", "binary.txt: not a text"),
    ] {
        for command in [
            &["build", "-o", "new.json"][..],
            &["annotate"],
            &["extract", "--format", "jsonl"],
            &["clean"],
        ] {
            let output = desk.run(&[command, &[path]].concat());
            let lines = lines(&output, 2);
            assert_eq!(lines.len(), 1, "{command:?} {path}: {lines:?}");
            assert!(
                lines[0].starts_with(&format!("actant: {says}")),
                "{lines:?}"
            );
            assert!(output.stdout.is_empty(), "{command:?} {path}");
        }
    }
    assert_eq!(files(&desk), before);
}

#[test]
fn each_bad_line_of_json_lines_is_named_and_the_good_ones_are_kept() {
    let desk = desk();
    let good = "{\"id\":\"one\",\"text\":\"China warned Japan.\"}";
    desk.write(
        "wire.jsonl",
        format!(
            "{good}\n{{\"id\":\n[1]\nwords\n{{\"id\":\"no text\"}}\n\n{}\n",
            good.replace("one", "two")
        ),
    );
    let output = desk.run(&["annotate", "wire.jsonl"]);
    let lines = lines(&output, 2);
    let starts: Vec<&str> = lines.iter().filter_map(|line| line.get(..22)).collect();
    let places = [2, 3, 4, 5].map(|line| format!("actant: wire.jsonl:{line}: "));
    assert!(
        lines.len() == 4
            && starts
                .iter()
                .zip(&places)
                .all(|(start, place)| start.starts_with(place)),
        "{lines:?}"
    );
    assert_eq!(output.stdout.split(|&byte| byte == b'\n').count(), 3);
}

#[test]
fn a_graph_that_is_damaged_or_of_another_version_is_told_in_one_line() {
    let desk = desk();
    for (graph, says) in [
        ("missing.json", "cannot be read"),
        ("folder", "cannot be read"),
        ("empty.txt", "not a graph"),
        ("binary.txt", "not a graph"),
        ("cut.json", "not a graph"),
        ("other.json", "not a graph"),
        (
            "newer.json",
            "has schema version 99, this program reads versions 1 to 2; build the graph again",
        ),
        ("torn.json", "refers to the actor"),
    ] {
        for command in [
            &["export"][..],
            &["said"],
            &["trace", "China", "Japan"],
            &["export", "-o", "new.dot"],
        ] {
            let arguments = [&command[..1], &[graph], &command[1..]].concat();
            let output = desk.run(&arguments);
            let lines = lines(&output, 2);
            assert_eq!(lines.len(), 1, "{arguments:?}: {lines:?}");
            let start = format!("actant: {graph}: ");
            assert!(
                lines[0].starts_with(&start) && lines[0].contains(says),
                "{lines:?}"
            );
            assert!(output.stdout.is_empty() && !desk.path("new.dot").exists());
        }
    }
}

#[test]
fn output_that_cannot_be_written_is_told_and_leaves_no_trace() {
    let desk = desk();
    let before = files(&desk);
    let export = ["export", "--format", "json", "graph.json"];
    for command in [&["build", "-q", "good.txt"][..], &export] {
        for (place, says) in [
            ("nowhere/out", "its folder does not exist"),
            ("folder", "it is a folder"),
        ] {
            let output = desk.run(&[command, &["-o", place]].concat());
            let expected = format!("actant: {place}: cannot be written: {says}");
            assert_eq!(lines(&output, 2), [expected]);
        }
    }
    assert_eq!(files(&desk), before);
    assert_eq!(fs::read_dir(desk.path("folder")).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_pipes_written_to() {
    let desk = desk();
    let graph = desk.read("graph.json");
    desk.write("real.json", "old");
    std::os::unix::fs::symlink("real.json", desk.path("link.json")).unwrap();
    assert!(
        lines(
            &desk.run(&["build", "-q", "good.txt", "-o", "link.json"]),
            0
        )
        .is_empty()
    );
    assert!(desk.read("real.json") == graph && desk.path("link.json").is_symlink());
    let output = desk.run(&["build", "-q", "good.txt", "-o", "/dev/stdout"]);
    assert!(output.status.success() && output.stdout == graph);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_once() {
    let desk = desk();
    for arguments in [
        &["build", "-q", "good.txt", "-o", "-"][..],
        &["annotate", "good.txt"],
        &["extract", "good.txt"],
        &["clean", "good.txt"],
        &["export", "graph.json"],
        &["trace", "graph.json", "China", "Japan"],
        &["--version"],
    ] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = desk.command(arguments).stdout(full).output().unwrap();
        let lines = lines(&output, 2);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(
            lines[0].starts_with("actant: the output cannot be written"),
            "{lines:?}"
        );
    }
}

#[test]
fn a_reader_that_stops_in_the_middle_ends_the_work_quietly() {
    let desk = desk();
    desk.write("long.txt", news::news(1_500, 1));
    for arguments in [
        &["annotate", "long.txt"][..],
        &["extract", "long.txt"],
        &["build", "-q", "long.txt", "-o", "-"],
    ] {
        let mut command = desk.command(arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(lines(&output, 0).is_empty(), "{arguments:?}");
    }
}

#[test]
fn nothing_on_standard_input_is_told() {
    let desk = desk();
    for (arguments, says) in [
        (&["annotate"][..], "standard input: empty"),
        (&["build", "-o", "new.json"], "standard input: empty"),
        (&["export", "-"], "standard input: not a graph"),
    ] {
        let output = desk.run(arguments);
        let lines = lines(&output, 2);
        assert!(
            lines.len() == 1 && lines[0].starts_with(&format!("actant: {says}")),
            "{lines:?}"
        );
    }
    assert!(!desk.path("new.json").exists());
}
