//! House rules that the compiler does not know, read from the sources.

mod circles;

use std::fs;
use std::path::{Path, PathBuf};

use circles::Imports;

/// The most lines of a file before its tests; a longer one holds more than one concept.
const LINES: usize = 400;

/// The most lines of a function; a longer one does more than one thing.
const FUNCTION_LINES: usize = 60;

/// Circles of files that are meant, each of files that make one thing, with the reason.
const CIRCLES: [(&[&str], &str); 6] = [
    (
        &[
            "export/record/attribution",
            "export/record/recorder",
            "export/record/statement",
        ],
        "a recorder makes the records, each of whose files has its part of the recorder",
    ),
    (
        &["merge/actor", "merge/collect/collector", "merge/corpus"],
        "a collector fills a corpus, and a corpus is made by collectors and joins actors",
    ),
    (
        &["model/dot", "model/integer"],
        "a matrix is laid out in the panels that the kernels multiply, and asks for the kernel of the machine",
    ),
    (
        &["read/documents", "read/format", "read/jsonl", "read/reader"],
        "a stream reads each document with a reader, which is also what opens a stream",
    ),
    (
        &["train/parser/attach", "train/parser/pass"],
        "a pass scores the heads of words, and the scores are computed on the pass",
    ),
    (
        &["view/legend", "view/picture"],
        "the legend is made of items of the picture, which contains it",
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder` with this extension (any, if empty), in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if extension.is_empty() || path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The modules in the order of lib.rs.
fn modules() -> Vec<String> {
    let lib = read(&root().join("src/lib.rs"));
    let names = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The code of a file: up to its tests, without comments.
fn code(text: &str) -> Vec<(usize, &str)> {
    let until_tests = text
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"));
    let numbered = until_tests
        .enumerate()
        .map(|(index, line)| (index + 1, line));
    numbered
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .collect()
}

#[test]
fn every_module_uses_only_modules_above_it() {
    let modules = modules();
    assert!(modules.len() > 10, "{modules:?}");
    let mut wrong = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let inside = path.strip_prefix(root().join("src")).unwrap();
        let own = inside.iter().next().unwrap().to_str().unwrap();
        let Some(level) = modules.iter().position(|module| *module == own) else {
            continue;
        };
        for (number, line) in code(&read(&path)) {
            for used in line.split("crate::").skip(1) {
                let name: String = used
                    .chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect();
                let other = modules.iter().position(|module| *module == name);
                if other.is_some_and(|other| other > level) {
                    wrong.push(format!(
                        "{}:{number}: {own} uses {name}, which stands below it",
                        inside.display()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn lib_tells_every_folder_of_the_sources() {
    let modules = modules();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.is_dir() {
            assert!(
                modules.iter().any(|module| module == name),
                "lib.rs has no `pub mod {name};`"
            );
        }
        assert!(
            !["utils", "util", "common", "misc", "helpers"].contains(&name),
            "{name} is no concept"
        );
    }
}

#[test]
fn no_files_of_a_folder_import_each_other_in_a_circle() {
    let imports = Imports::of(&root().join("src"));
    let mut wrong = Vec::new();
    for folder in modules() {
        for circle in imports.circles(&folder) {
            if !CIRCLES.iter().any(|(known, _)| *known == circle) {
                wrong.push(circle.join(" "));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// All Rust files of the project.
fn sources() -> Vec<PathBuf> {
    let folders = ["src", "tests", "examples", "benches"].iter();
    (folders.flat_map(|folder| files(&root().join(folder), "rs"))).collect()
}

#[test]
fn no_file_holds_more_than_one_concept() {
    let mut wrong = Vec::new();
    for path in sources() {
        let text = read(&path);
        let lines = text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"))
            .count();
        let tests = path.starts_with(root().join("tests"));
        if lines > LINES && !tests {
            let name = path.strip_prefix(root()).unwrap().display();
            wrong.push(format!("{name}: {lines} lines are more than {LINES}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_function_fits_on_a_screen() {
    let mut wrong = Vec::new();
    // Documents that a test writes down may be longer.
    let product = |path: &PathBuf| !path.starts_with(root().join("tests"));
    for path in sources().into_iter().filter(product) {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        let text = read(&path);
        let mut open: Option<(usize, &str, &str)> = None;
        for (number, line) in code(&text) {
            let indent = &line[..line.len() - line.trim_start().len()];
            let words = line.trim_start();
            let starts = ["fn ", "pub fn ", "pub(", "const fn ", "pub const fn "];
            let is_function =
                words.contains("fn ") && starts.iter().any(|start| words.starts_with(start));
            if open.is_none() && is_function && !words.ends_with(';') {
                open = Some((number, indent, words));
            }
            if let Some((first, outer, function)) = open
                && indent == outer
                && words.starts_with('}')
            {
                let lines = number - first + 1;
                if lines > FUNCTION_LINES {
                    wrong.push(format!("{name}:{first}: {lines} lines: {function}"));
                }
                open = None;
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_file_tells_first_what_it_is() {
    for path in files(&root().join("src"), "rs") {
        let text = read(&path);
        assert!(
            text.starts_with("//! "),
            "{} does not start with its page",
            path.display()
        );
    }
}

#[test]
fn every_list_has_a_header_and_sorted_entries() {
    let lists: Vec<PathBuf> = files(&root().join("data"), "")
        .into_iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "tsv" || extension == "txt")
        })
        .collect();
    assert!(!lists.is_empty());
    for path in lists {
        let text = read(&path);
        let header: Vec<&str> = text
            .lines()
            .take_while(|line| line.starts_with('#'))
            .collect();
        for field in ["# meaning:", "# columns:", "# source:", "# licence:"] {
            let has = header.iter().any(|line| line.starts_with(field));
            assert!(
                has,
                "{} has no line `{field}` in its header",
                path.display()
            );
        }
        let entries: Vec<&str> = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        for pair in entries.windows(2) {
            assert!(
                pair[0] < pair[1],
                "{}: {:?} stands before {:?}",
                path.display(),
                pair[0],
                pair[1]
            );
        }
    }
}

/// `data/README.md` as it should be: every learned file with its size and checksum as they are.
fn with_checksums(readme: &str) -> String {
    use sha2::{Digest, Sha256};
    let lines = readme.lines().map(|line| {
        let cells: Vec<&str> = line.split('|').collect();
        if cells.len() != 8 || !cells[5].trim().chars().next().is_some_and(char::is_numeric) {
            return format!("{line}\n");
        }
        let content = fs::read(root().join("data").join(cells[1].trim())).unwrap();
        let hash: String = Sha256::digest(&content)
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let start = cells[..5].join("|");
        format!("{start}| {} | `{hash}…` |\n", content.len())
    });
    lines.collect()
}

#[test]
fn the_page_of_the_data_tells_every_file_as_it_is() {
    let page = root().join("data/README.md");
    let readme = read(&page);
    let told = with_checksums(&readme);
    if std::env::var_os("ACTANT_UPDATE").is_some() {
        fs::write(&page, &told).unwrap();
    }
    assert_eq!(
        read(&page),
        told,
        "ACTANT_UPDATE=1 cargo test --test layout writes it again"
    );
    let missing: Vec<String> = files(&root().join("data"), "")
        .iter()
        .map(|path| {
            path.strip_prefix(root().join("data"))
                .unwrap()
                .display()
                .to_string()
        })
        .filter(|name| name != "README.md" && !readme.contains(&format!("| {name} |")))
        .collect();
    assert!(missing.is_empty(), "not told: {missing:?}");
}
