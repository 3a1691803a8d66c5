//! The README's commands do what it shows.
//!
//! Every line of a `console` block that starts with `$ ` is run in a folder that holds a copy of `examples/`, one after
//! another, and what it prints stands below it. `SNAPSHOTS=overwrite cargo test --test main readme::` writes it again.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The words of a command line; double and single quotes hold words together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    for letter in line.chars() {
        match quote {
            Some(mark) if letter == mark => quote = None,
            None if letter == '"' || letter == '\'' => quote = Some(letter),
            None if letter == ' ' => words.push(std::mem::take(&mut word)),
            _ => word.push(letter),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// What `actant …` prints, on either stream.
fn run(line: &str, folder: &Path) -> String {
    let words = words(line);
    assert_eq!(words[0], "actant", "only actant is run: {line}");
    let output = Command::new(env!("CARGO_BIN_EXE_actant"))
        .args(&words[1..])
        .current_dir(folder)
        .env("COLUMNS", "100")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    let lines = said.lines().chain(told.lines()).map(str::trim_end);
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    copy(&root.join("examples"), &folder.path().join("examples"));

    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (mut actual, mut commands, mut inside) = (String::new(), 0, false);
    for line in readme.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ => {}
        }
        let command = line.strip_prefix("$ ").filter(|_| inside);
        if !inside || line == "```console" || command.is_some() {
            actual.push_str(line);
            actual.push('\n');
        }
        if let Some(command) = command {
            actual.push_str(&run(command, folder.path()));
            commands += 1;
        }
    }
    assert!(commands >= 5, "the README shows too little");
    snapbox::assert_data_eq!(actual, snapbox::file!["../README.md"].raw());
}

/// `examples/graph.svg` is what Graphviz makes of `examples/graph.dot` (`dot -Tsvg`), which is tested in its place.
#[test]
fn the_picture_of_the_readme_is_the_graph_of_the_sample_articles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    copy(&root.join("examples"), &folder.path().join("examples"));
    run(
        "actant build examples/articles -o graph.json",
        folder.path(),
    );
    let dot = run("actant export graph.json --top 30", folder.path());
    snapbox::assert_data_eq!(dot, snapbox::file!["../examples/graph.dot"].raw());
}
