//! What the commands say when something is not there, cannot be understood or is of no use, and their exit codes then.

use crate::desk::{Desk, Run};

/// The commands that take the name of an actor.
const NAMING: [&[&str]; 10] = [
    &["said", "graph.json", "--by"],
    &["said", "graph.json", "--about"],
    &["disputes", "graph.json", "--about"],
    &["ego", "graph.json"],
    &["path", "graph.json", "Norland"],
    &["timeline", "graph.json", "--about"],
    &["trace", "graph.json"],
    &["actor", "graph.json"],
    &["export", "graph.json", "--about"],
    &["stats", "graph.json", "--by"],
];

#[test]
fn a_name_that_is_not_there_is_nothing_found_and_one_that_is_not_clear_an_error() {
    let desk = Desk::new();
    for arguments in NAMING {
        let run = desk.run(&[arguments, &["Suderai"]].concat());
        let says = "actant: the graph has no actor `Suderai`; did you mean `Suderia`?\n";
        assert_eq!(
            (run.code, run.out.as_str(), run.err.as_str()),
            (1, "", says),
            "{arguments:?}"
        );
        let run = desk.run(&[arguments, &["berg"]].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(
            run.err.contains("Anna Berg (person)") && run.err.contains("Berg & Sons (company)"),
            "{}",
            run.err
        );
    }
    let asked = desk.run(&["ask", "graph.json", "Suderai -> ?"]);
    assert_eq!(asked.code, 1);
    assert!(asked.err.contains("did you mean"), "{}", asked.err);
}

#[test]
fn an_output_whose_ending_tells_no_format_is_refused_with_those_that_do() {
    let desk = Desk::new();
    for name in ["g.unknown", "graph", "g.html"] {
        let run = desk.run(&["export", "graph.json", "-o", name]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        assert!(run.err.contains(name) && run.err.contains(".svg .png .dot"));
        assert!(run.err.contains("svg, png, dot"), "the formats are listed");
        assert!(!desk.folder.path().join(name).exists());
    }
    for name in ["g.pdf", "g.svg", "page"] {
        let run = desk.run(&["view", "graph.json", "-o", name]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        assert!(run.err.contains(name) && run.err.contains(".html or .htm"));
        assert!(!desk.folder.path().join(name).exists());
    }
    let dot = ["export", "graph.json", "-o", "g.unknown", "--format", "dot"];
    assert_eq!(desk.run(&dot).ok(), "");
    assert!(desk.read("g.unknown").starts_with("digraph"));
    let page = desk.run(&["view", "graph.json", "-o", "-"]).ok();
    assert!(page.starts_with("<!doctype html>"));
}

#[test]
fn days_months_and_years_that_there_are_not_are_refused_everywhere() {
    let desk = Desk::new();
    for command in ["said", "timeline", "stats"] {
        for option in ["--since", "--until"] {
            for wrong in ["2024-13", "2024-00", "2023-02-29", "2024-1", "May", "24"] {
                let run = desk.run(&[command, "graph.json", option, wrong]);
                assert_eq!((run.code, run.out.as_str()), (2, ""), "{command} {wrong}");
                assert!(run.err.contains(wrong) && run.err.contains("2023-07-24"));
            }
        }
    }
    let asked = desk.run(&["ask", "graph.json", "? -[*; since 2024-13]-> ?"]);
    assert_eq!((asked.code, asked.out.as_str()), (2, ""));
    for right in ["2024-02-29", "2024-12", "0999"] {
        let run = desk.run(&["timeline", "graph.json", "--since", right]);
        assert!(run.code < 2, "{right}: {}", run.err);
    }
}

#[test]
fn a_place_without_a_sentence_is_nothing_found_for_every_command_and_says_why() {
    let desk = Desk::new();
    desk.write("note.txt", "Oslo thanked Rome.\n\nLima warned Rome.\n");
    desk.write("page.md", "# Talks\n\nOslo thanked Rome for its help.\n");
    for (place, says) in [
        ("note.txt:2", "note.txt:2: has no sentence"),
        ("note.txt:9:1", "note.txt:9:1: has no such line"),
        ("page.md:3", "page.md:3: has no lines"),
        ("note.txt#char=900,901", "has no sentence"),
    ] {
        for command in ["explain", "chain"] {
            let run = desk.run(&[command, place]);
            assert_eq!((run.code, run.out.as_str()), (1, ""), "{command} {place}");
            assert!(run.err.contains(says), "{command}: {}", run.err);
        }
    }
    for command in ["explain", "chain"] {
        assert_eq!(desk.run(&[command, "none.txt:1"]).code, 2);
        let line = desk.run(&[command, "note.txt:3"]).ok();
        assert!(line.contains("Lima") && !line.contains("Oslo"), "{line}");
        let lines = [command, "--input-format", "lines", "note.txt:1"];
        let line = desk.run(&lines).ok();
        assert!(line.contains("Oslo") && !line.contains("Lima"), "{line}");
        let line = desk
            .run_with(&[command, "--", "-:3"], &desk.read("note.txt"))
            .ok();
        assert!(line.contains("Lima") && !line.contains("Oslo"), "{line}");
    }
}

#[test]
fn no_text_is_told() {
    let run = Desk::new().run(&["explain", "--text", " "]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert_eq!(run.err, "actant: text: has no sentence\n");
}

#[test]
fn trees_that_are_not_given_are_missed_aloud_but_once() {
    let desk = Desk::new();
    desk.write("a.txt", "Oslo thanked Rome.");
    desk.write("b.txt", "Lima thanked Rome.");
    let given = ["--engine", "given"];
    let run = desk.run(&[&["extract", "a.txt", "b.txt"][..], &given].concat());
    assert_eq!(run.err.matches("needs CoNLL-U").count(), 1, "{}", run.err);
    assert!(run.err.starts_with("actant: warning: a.txt: "));
    let run = desk.run(&[&["explain", "--text", "Oslo thanked Rome."][..], &given].concat());
    assert_eq!(run.err.matches("needs CoNLL-U").count(), 1, "{}", run.err);
}

#[test]
fn one_sentence_in_another_language_is_told_once_a_file() {
    let desk = Desk::new();
    let german = "Der Kanzler hat am Dienstag in Berlin mit dem Präsidenten gesprochen.";
    desk.write("note.txt", german);
    desk.write("lines.txt", format!("{german}\n").repeat(3));
    let warns = "probably German; only English is understood well";
    for arguments in [
        &["extract", "note.txt"][..],
        &["extract", "--input-format", "lines", "lines.txt"],
        &["explain", "note.txt"],
        &["explain", "--text", german],
    ] {
        let run = desk.run(arguments);
        assert_eq!(
            run.err.matches(warns).count(),
            1,
            "{arguments:?} {}",
            run.err
        );
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
    let quiet = desk.run(&["extract", "-q", "note.txt"]);
    assert_eq!(quiet.err, "");
}

#[test]
fn top_0_is_all_of_it_everywhere() {
    let desk = Desk::new();
    let all = desk.run(&["export", "graph.json", "--top", "0"]).ok();
    assert!(all.contains("Norland") && !all.contains("showing"), "{all}");
    let page = desk
        .run(&["view", "graph.json", "--top", "0", "-o", "-"])
        .ok();
    assert!(page.contains("Norland"));
    let some = desk.run(&["stats", "graph.json", "--top", "0"]);
    assert_eq!(some.code, 0, "{}", some.err);
    let wrong = desk.run(&["view", "graph.json", "--top", "1", "-o", "-"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("0 for all"), "{}", wrong.err);
}

/// `open` starts what the system names for pages: on Linux `xdg-open`, which is looked for on the path.
#[cfg(target_os = "linux")]
#[test]
fn without_a_name_the_page_is_opened_in_the_browser() {
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, Instant};

    let desk = Desk::new();
    desk.write(
        "xdg-open",
        "#!/bin/sh\nprintf '%s' \"$1\" > opened.tmp && mv opened.tmp opened\n",
    );
    let script = desk.folder.path().join("xdg-open");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", desk.folder.path().display());
    let mut command = desk.command(&["view", "graph.json"]);
    let run = Run::of(
        command
            .env("PATH", path)
            .env("TMPDIR", desk.folder.path())
            .output()
            .unwrap(),
    );
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    let opened = desk.folder.path().join("opened");
    let started = Instant::now();
    while !opened.exists() && started.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let page = desk.read("opened");
    assert_eq!(run.err, format!("actant: opened {page}\n"));
    let content = std::fs::read_to_string(&page).unwrap();
    assert!(content.starts_with("<!doctype html>") && content.contains("Norland"));
    // Paths of documents start at the folder where the command ran.
    assert!(
        content.contains("\"base\":\"file:///"),
        "no way back to the documents"
    );

    let nowhere = desk
        .command(&["view", "graph.json"])
        .env("PATH", "/nowhere")
        .output()
        .unwrap();
    let run = Run::of(nowhere);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains("no browser can be opened") && run.err.contains("-o"),
        "{}",
        run.err
    );
}
