//! Reading as users see it: golden pages, errors by place, and what holds for every input whatever it is.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use std::sync::LazyLock;

use actant::read::{InputFormat, ReadErrorKind, Reader};
use actant::text::{Document, LineIndex};
use proptest::prelude::*;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/read");

/// A reader for each format.
static READERS: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    InputFormat::ALL
        .iter()
        .map(|&format| Reader::new(format))
        .collect()
});

fn reader(format: InputFormat) -> &'static Reader {
    READERS
        .iter()
        .find(|reader| reader.format() == format)
        .expect("one for each format")
}

/// Compares every page with the file beside it that says what is kept and what is set aside; `ACTANT_UPDATE=1`
/// writes those files anew.
#[test]
fn pages_are_cleaned_as_expected() {
    let mut pages: Vec<PathBuf> = fs::read_dir(GOLDEN)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension != "cleaned")
        })
        .collect();
    pages.sort();
    assert!(pages.len() >= 12, "the golden pages are there");
    let mut wrong = Vec::new();
    for page in pages {
        let expected_at = page.with_extension("cleaned");
        let found = cleaned(&page);
        if std::env::var_os("ACTANT_UPDATE").is_some() {
            fs::write(&expected_at, &found).unwrap();
        }
        let expected = fs::read_to_string(&expected_at).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\n{found}", page.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A document in a form that people can compare: what is known, what is kept, what is set aside.
fn cleaned(page: &Path) -> String {
    let mut documents = actant::read::open(page);
    let document = documents
        .next()
        .expect("a page")
        .expect("a page that can be read");
    assert!(documents.next().is_none(), "one document a page");
    check(&document);
    let mut text = String::new();
    let place = document
        .dateline
        .as_ref()
        .map(|dateline| dateline.place.clone());
    for (name, value) in [
        ("title", &document.title),
        ("date", &document.date),
        ("source", &document.source),
        ("author", &document.author),
        ("url", &document.url),
        ("place", &place),
    ] {
        writeln!(text, "{name}: {}", value.as_deref().unwrap_or("-")).unwrap();
    }
    text.push('\n');
    for block in &document.blocks {
        let words = document.slice(block.span).replace('\n', "⏎");
        writeln!(text, "{:?}: {words}", block.kind).unwrap();
    }
    text.push('\n');
    let lines = LineIndex::new(&document.text);
    for dropped in &document.dropped {
        let (line, column) = lines.line_column(dropped.span.start);
        let words = document.slice(dropped.span).replace('\n', "⏎");
        writeln!(text, "{line}:{column}: {}: {words}", dropped.reason).unwrap();
    }
    text
}

/// What holds for every document: blocks and dropped parts are in order, do not overlap, and lie on letters.
fn check(document: &Document) {
    let mut last = 0;
    for block in &document.blocks {
        assert!(
            block.span.start >= last && !block.span.is_empty(),
            "blocks are in order"
        );
        assert_eq!(
            document.slice(block.span).trim(),
            document.slice(block.span)
        );
        last = block.span.end;
    }
    last = 0;
    for dropped in &document.dropped {
        assert!(
            dropped.span.start >= last && !dropped.span.is_empty(),
            "dropped parts are in order"
        );
        assert_eq!(
            document.slice(dropped.span).trim(),
            document.slice(dropped.span)
        );
        last = dropped.span.end;
        let overlaps = document
            .blocks
            .iter()
            .any(|block| block.span.overlaps(dropped.span));
        assert!(!overlaps, "what is dropped is in no block");
    }
}

/// All words of a text are either kept or set aside.
fn check_nothing_lost(document: &Document) {
    let spans = document.blocks.iter().map(|block| block.span);
    let dropped = document.dropped.iter().map(|dropped| dropped.span);
    let held: usize = spans
        .chain(dropped)
        .map(|span| solid(document.slice(span)))
        .sum();
    assert_eq!(held, solid(&document.text));
}

fn solid(text: &str) -> usize {
    text.chars().filter(|sign| !sign.is_whitespace()).count()
}

/// Pages put together from lines of articles and of boilerplate, in any order.
fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "[A-Za-z“”’é .,:|()-]{0,60}",
        Just(
            "The minister told reporters on Monday that the talks in Geneva would go on."
                .to_owned()
        ),
        Just("Leave a Reply".to_owned()),
        Just("Related News".to_owned()),
        Just("Read More: Talks collapse".to_owned()),
        Just("By Jane Roe".to_owned()),
        Just("July 3, 2025".to_owned()),
        Just("KABUL (Wire) – Talks began.".to_owned()),
        Just("Jane Roe is a reporter at the Observer.".to_owned()),
        Just("Talks ended. (Reuters)".to_owned()),
        Just("— AFP".to_owned()),
        Just("- an item".to_owned()),
        Just(String::new()),
        "\\PC{0,40}",
    ];
    prop::collection::vec(
        (line, prop_oneof![Just("\n"), Just("\r\n"), Just("\n\n")]),
        0..30,
    )
    .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// A document of a golden page read in a given format.
fn read_as(page: &str, format: InputFormat) -> Document {
    let path = Path::new(GOLDEN).join(page);
    reader(format)
        .read([path])
        .next()
        .expect("a page")
        .expect("a page that can be read")
}

#[test]
fn an_article_without_boilerplate_loses_nothing_even_if_it_is_taken_for_a_page() {
    let document = read_as("traps.txt", InputFormat::Pasted);
    assert_eq!(document.dropped, []);
    assert_eq!(
        document.title.as_deref(),
        Some("Freedonian journalist freed after protests")
    );
}

#[test]
fn pasted_text_that_is_taken_whole_keeps_everything() {
    let document = read_as("blog.txt", InputFormat::Text);
    assert_eq!(document.dropped, []);
    assert_eq!(
        document,
        read_as("blog.txt", InputFormat::Text),
        "the same each time"
    );
}

fn errors(name: &str, content: &[u8]) -> (Vec<(ReadErrorKind, Option<usize>)>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, content).unwrap();
    let mut errors = Vec::new();
    let mut ids = Vec::new();
    for document in actant::read::open(&file) {
        match document {
            Ok(document) => ids.push(document.id),
            Err(error) => {
                let message = error.to_string();
                assert!(
                    message.starts_with(&file.display().to_string()),
                    "{message}"
                );
                assert!(!message.contains('\n'), "{message}");
                errors.push((error.kind, error.line));
            }
        }
    }
    (errors, ids)
}

#[test]
fn bad_files_are_reported_by_kind_and_line() {
    let one = |name: &str, content: &[u8]| {
        let (errors, ids) = errors(name, content);
        assert!(ids.is_empty());
        assert_eq!(errors.len(), 1);
        errors.into_iter().next().unwrap()
    };
    assert_eq!(one("a.txt", b""), (ReadErrorKind::Empty, None));
    assert_eq!(one("a.txt", b" \n\n"), (ReadErrorKind::Empty, None));
    assert_eq!(one("a.jsonl", b"\n"), (ReadErrorKind::Empty, None));
    assert_eq!(
        one("a.txt", b"Talks\nopen \xE9"),
        (ReadErrorKind::InvalidUtf8, Some(2))
    );
    assert_eq!(one("a.txt", b"\x7FELF\0\0"), (ReadErrorKind::Binary, None));
    assert_eq!(
        one("a.txt", b"\xFF\xFET\0a\0"),
        (ReadErrorKind::Utf16, None)
    );
    assert_eq!(
        one("a.html", b"<html></html>"),
        (ReadErrorKind::NoArticle, None)
    );
}

#[test]
fn a_bad_line_does_not_stop_the_lines_after_it() {
    let lines = b"{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": 2}\nnot json\n\xFF\n\n{\"id\": 3, \"text\": \"Two.\"}\n{\"text\": \"Three.\"}";
    let (errors, ids) = errors("a.jsonl", lines);
    let expected = [
        (ReadErrorKind::MissingText, Some(2)),
        (ReadErrorKind::MalformedJson, Some(3)),
        (ReadErrorKind::InvalidUtf8, Some(4)),
    ];
    assert_eq!(errors, expected);
    assert_eq!(ids[..2], ["a", "3"]);
    assert!(ids[2].ends_with("a.jsonl:7"), "{}", ids[2]);
}

#[test]
fn a_folder_is_read_in_the_order_of_names_and_ids_are_unique() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("b")).unwrap();
    fs::write(path("b/two.txt"), "Talks go on.").unwrap();
    fs::write(
        path("a.jsonl"),
        "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"Two.\"}",
    )
    .unwrap();
    fs::write(path("c.txt"), "Talks end.").unwrap();
    fs::write(path(".hidden.txt"), "No.").unwrap();
    fs::write(path("table.csv"), "a,b").unwrap();
    let mut ids = Vec::new();
    let mut warnings = Vec::new();
    for document in reader(InputFormat::Auto).read([folder.path()]) {
        match document {
            Ok(document) => ids.push(
                document
                    .id
                    .replace(&format!("{}/", folder.path().display()), ""),
            ),
            Err(error) => {
                assert!(error.is_warning());
                warnings.push(error.kind);
            }
        }
    }
    assert_eq!(ids, ["x", "x#2", "b/two.txt", "c.txt"]);
    let renamed = ReadErrorKind::DuplicateId {
        id: "x".into(),
        renamed: "x#2".into(),
    };
    assert_eq!(warnings, [renamed, ReadErrorKind::UnknownFileType]);
    let pattern = path("*.txt");
    let found: Vec<String> = reader(InputFormat::Auto)
        .read([&pattern])
        .map(|document| document.unwrap().text)
        .collect();
    assert_eq!(found, ["Talks end."]);
    let missing = reader(InputFormat::Auto).read([path("*.md"), path("none.txt")]);
    let kinds: Vec<ReadErrorKind> = missing.map(|document| document.unwrap_err().kind).collect();
    assert_eq!(
        kinds,
        [ReadErrorKind::NothingThere, ReadErrorKind::NothingThere]
    );
}

#[test]
fn a_broken_sentence_of_a_treebank_is_left_out_and_the_rest_read() {
    let word = |number: usize, form: &str| format!("{number}\t{form}\t_\t_\t_\t_\t0\troot\t_\t_\n");
    let content = format!(
        "# newdoc id = d1\n{}\n{}Talks fail\n3\tnow\n\n{}# newdoc id = d2\n{}",
        word(1, "Begin"),
        word(1, "Talks"),
        word(1, "Go"),
        word(1, "End"),
    );
    let (found, ids) = errors("a.conllu", content.as_bytes());
    let problem = ReadErrorKind::MalformedConllu("1 columns instead of 10".into());
    assert_eq!(found, [(problem, Some(5))]);
    assert_eq!(ids, ["d1", "d2"]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.conllu");
    fs::write(&file, content).unwrap();
    let mut documents = actant::read::open(&file).filter_map(Result::ok);
    assert_eq!(documents.next().unwrap().text, "Begin\nGo\n");
}

#[test]
fn lines_are_documents_numbered_from_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, "\u{FEFF}Talks open.\r\n\r\n  Talks end.\r\n").unwrap();
    let documents: Vec<Document> = reader(InputFormat::Lines)
        .read([&file])
        .map(Result::unwrap)
        .collect();
    let found: Vec<(&str, &str)> = documents
        .iter()
        .map(|document| {
            (
                document.id.as_str(),
                document.slice(document.blocks[0].span),
            )
        })
        .collect();
    assert_eq!(found, [("1", "Talks open."), ("3", "Talks end.")]);
}

#[test]
fn text_stays_as_given_but_for_the_byte_order_mark() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, "\u{FEFF}“Talks”\r\n\r\nLeave a Reply\r\n").unwrap();
    let document = actant::read::open(&file).next().unwrap().unwrap();
    assert_eq!(document.text, "“Talks”\r\n\r\nLeave a Reply\r\n");
    assert!(document.lines_are_the_files);
    assert_eq!(document.path.as_deref(), Some(file.as_path()));
}

#[test]
fn the_fields_of_a_record_become_those_of_the_document() {
    let record = r#"{"id": 7, "text": "Talks open.", "title": "Talks", "date": "Jul 3, 2025", "source": "Wire", "url": "https://wire.example/7"}"#;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.jsonl");
    fs::write(&file, record).unwrap();
    let document = actant::read::open(&file).next().unwrap().unwrap();
    assert_eq!(document.id, "7");
    assert_eq!(document.title.as_deref(), Some("Talks"));
    assert_eq!(document.date.as_deref(), Some("2025-07-03"));
    assert_eq!(document.source.as_deref(), Some("Wire"));
    assert_eq!(document.url.as_deref(), Some("https://wire.example/7"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_word_of_a_page_is_kept_or_set_aside(text in page()) {
        for format in [InputFormat::Auto, InputFormat::Text, InputFormat::Pasted] {
            let document = reader(format).text("page", text.clone());
            if let Ok(document) = document {
                check(&document);
                if !is_markup(&text) {
                    prop_assert_eq!(&document.text, &text);
                    check_nothing_lost(&document);
                }
            }
        }
    }

    #[test]
    fn markup_of_any_kind_gives_sound_documents(text in page(), cut in 0usize..40) {
        let start: String = text.chars().skip(cut).collect();
        for markup in [format!("# {text}"), format!("---\ntitle: {start}\n---\n{text}"), format!("<p>{text}<li>{start}<h2>")] {
            for format in [InputFormat::Html, InputFormat::Markdown] {
                if let Ok(document) = reader(format).text("page", markup.clone()) {
                    check(&document);
                }
            }
        }
    }

    #[test]
    fn bytes_of_any_kind_are_read_or_reported(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bytes.txt");
        fs::write(&file, &bytes).unwrap();
        for &format in InputFormat::ALL {
            let found = reader(format).read([&file]).count();
            prop_assert!(found > 0, "{format}");
        }
    }
}

fn is_markup(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    text.starts_with("<!doctype") || text.starts_with("<html") || text.starts_with('{')
}
