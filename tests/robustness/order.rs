//! The same input gives the same bytes: any order of files, any number of threads, any time.

use super::{Desk, articles, news};

/// The sample articles and generated ones, as arguments.
fn files(desk: &Desk) -> Vec<String> {
    for number in 0..70 {
        let name = format!("news{number}.txt");
        desk.write(&name, news::news(15 + number / 2, number as u64));
    }
    let own = (0..70).map(|number| format!("news{number}.txt"));
    let samples = articles()
        .into_iter()
        .map(|path| path.display().to_string());
    samples.chain(own).collect()
}

/// What a command prints for these files with so many threads.
fn printed(desk: &Desk, command: &[&str], threads: &str, files: &[String]) -> Vec<u8> {
    let mut arguments: Vec<&str> = command.to_vec();
    arguments.extend(["-q", "-j", threads]);
    arguments.extend(files.iter().map(String::as_str));
    let output = desk.run(&arguments);
    let messages = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), &*messages), (Some(0), ""));
    assert!(!output.stdout.is_empty());
    output.stdout
}

#[test]
fn every_output_has_the_same_bytes_at_any_number_of_threads_and_again() {
    let desk = Desk::new();
    let files = files(&desk);
    for command in [
        &["annotate"][..],
        &["annotate", "--format", "conllu"],
        &["extract"],
        &["extract", "--format", "jsonl"],
        &["build", "-o", "-"],
    ] {
        let one = printed(&desk, command, "1", &files);
        assert!(printed(&desk, command, "4", &files) == one, "{command:?}");
    }
}

#[test]
fn the_graph_has_the_same_bytes_in_any_order_of_files() {
    let desk = Desk::new();
    let mut files = files(&desk);
    let build = ["build", "-o", "-"];
    let one = printed(&desk, &build, "3", &files);
    for step in [7, 31] {
        files.rotate_left(step);
        files.reverse();
        assert!(printed(&desk, &build, "2", &files) == one);
    }
}
