//! Pictures and the page that explores a graph: what they are made of, and, where there is a browser, what they do.
//!
//! The browser test runs `tests/browser/view.py` (Debian: `chromium chromium-driver python3-selenium`). Without a browser it
//! says so and passes; with `ACTANT_BROWSER=required` in the environment it fails instead.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use actant::graph::{Builder, Graph, SelectionOptions};
use actant::view::{page, picture, png, svg};

use crate::models::FAST;

static SAMPLE: LazyLock<Graph> = LazyLock::new(|| {
    Builder::new(&FAST)
        .paths(["examples/articles"], |problem| panic!("{problem}"))
        .build()
});

/// The graph of the samples, with names, titles, sentences and addresses that try to be more than text.
fn hostile() -> Graph {
    let mut bytes = Vec::new();
    SAMPLE.write(&mut bytes).unwrap();
    let mut file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    for document in file["documents"].as_array_mut().unwrap() {
        document["title"] = "</title><script>window.hacked = 1</script>".into();
        document["source"] = "<b onclick=hacked>wire</b>".into();
        document["url"] = "javascript:window.hacked=2".into();
        document["path"] = "javascript:window.hacked=3".into();
    }
    for sentence in file["sentences"].as_array_mut().unwrap() {
        let text = sentence["text"].as_str().unwrap();
        sentence["text"] =
            format!("\u{202e}{text}</script><script>window.hacked = 4</script><!-- {{{{script}}}} \"'&\u{2028}").into();
    }
    for actor in file["actors"].as_array_mut().unwrap() {
        for seen in actor["seen"].as_object_mut().unwrap().values_mut() {
            let name = seen["name"].as_str().unwrap();
            seen["name"] = format!("\u{202e}{name} <img src=x onerror=\"window.hacked=5\">").into();
            seen["titles"] = serde_json::json!(["<svg onload=hacked>"]);
        }
    }
    Graph::read("hostile", file.to_string().as_bytes()).unwrap()
}

fn drawn(graph: &Graph, top: usize) -> String {
    let mut out = String::new();
    let choice = SelectionOptions {
        top: Some(top),
        about: Vec::new(),
        depth: 1,
    };
    svg::write(&picture::of(&graph.select(&choice)), &mut out);
    out
}

fn explorer(graph: &Graph) -> String {
    page::of(graph, &page::Options::default())
}

/// The data of a page, as its script reads it.
fn data(page: &str) -> serde_json::Value {
    let (_, rest) = page
        .split_once("<script type=\"application/json\" id=\"data\">")
        .unwrap();
    let (data, _) = rest.split_once("</script>").unwrap();
    serde_json::from_str(data).unwrap()
}

#[test]
fn the_same_graph_gives_the_same_pictures_and_page() {
    let mut bytes = Vec::new();
    SAMPLE.write(&mut bytes).unwrap();
    let again = Graph::read("again", &bytes).unwrap();
    assert_eq!(drawn(&SAMPLE, 60), drawn(&again, 60));
    assert_eq!(explorer(&SAMPLE), explorer(&again));
}

#[test]
fn the_page_of_the_samples_is_small_and_its_picture_is_the_one_that_is_exported() {
    let page = explorer(&SAMPLE);
    assert!(page.len() < 300_000, "{} bytes", page.len());
    let data = data(&page);
    let sizes = data["sizes"].as_array().unwrap();
    let size = sizes
        .iter()
        .position(|size| size == 60)
        .unwrap()
        .to_string();
    let actors = data["actors"].as_array().unwrap();
    let at = |name: &str| -> (f64, f64) {
        let actor = actors.iter().find(|actor| actor["name"] == name).unwrap();
        let at = &actor["at"][&size];
        (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
    };
    let picture = drawn(&SAMPLE, 60);
    let label = |name: &str| -> (f64, f64) {
        let line = picture
            .lines()
            .find(|line| line.contains(&format!(">{name}</text>")))
            .unwrap();
        let number = |key: &str| -> f64 {
            let text = line
                .rsplit_once("<text")
                .unwrap()
                .1
                .split_once(key)
                .unwrap()
                .1;
            text.split_once('"').unwrap().0.parse().unwrap()
        };
        (number("x=\""), number("y=\""))
    };
    // Both are moved as a whole; what is between two actors is the same.
    let (one, other) = (at("Ukraine"), at("Turkey"));
    let (left, right) = (label("Ukraine"), label("Turkey"));
    assert!(
        ((one.0 - other.0) - (left.0 - right.0)).abs() < 0.2,
        "{one:?} {other:?} {left:?} {right:?}"
    );
    assert!(
        ((one.1 - other.1) - (left.1 - right.1)).abs() < 20.0,
        "labels stand below shapes of different size"
    );
}

#[test]
fn every_claim_of_the_page_has_its_sentences_with_marks_inside_them() {
    let data = data(&explorer(&SAMPLE));
    assert_eq!(
        data["claims"].as_array().unwrap().len(),
        SAMPLE.claims().len()
    );
    for claim in data["claims"].as_array().unwrap() {
        for evidence in claim["evidence"].as_array().unwrap() {
            let text = &data["sentences"][evidence["sentence"].as_u64().unwrap() as usize]["text"];
            let length = text.as_str().unwrap().encode_utf16().count() as u64;
            let mut before = 0;
            for mark in evidence["marks"].as_array().unwrap() {
                let (start, end) = (mark[1].as_u64().unwrap(), mark[2].as_u64().unwrap());
                assert!(
                    before <= start && start < end && end <= length,
                    "{mark} in {text}"
                );
                before = end;
            }
        }
    }
}

#[test]
fn hostile_texts_are_data_and_nothing_else() {
    let graph = hostile();
    let page = explorer(&graph);
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<img"));
    assert!(!page.contains("<!--"));
    assert_eq!(page.matches("Content-Security-Policy").count(), 1);
    assert!(page.contains("default-src 'none'; script-src 'sha256-"));
    assert!(
        data(&page)["documents"][0]["title"]
            .as_str()
            .unwrap()
            .starts_with("</title>")
    );
    let picture = drawn(&graph, 60);
    let mut reader = quick_xml::Reader::from_str(&picture);
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(element) | quick_xml::events::Event::Empty(element) => {
                let name = element.name().as_ref().to_owned();
                assert!(
                    [
                        "svg", "title", "rect", "g", "path", "polygon", "circle", "text"
                    ]
                    .contains(&name.as_str()),
                    "{name}"
                );
                for attribute in element.attributes() {
                    let key = attribute.unwrap().key.as_ref().to_owned();
                    assert!(!key.starts_with("on"), "{key}");
                }
            }
            _ => {}
        }
    }
}

#[test]
fn pictures_of_nothing_and_of_little_are_pictures() {
    let empty = Graph::default();
    assert!(drawn(&empty, 60).contains("0 actors and things"));
    assert!(explorer(&empty).contains("<!doctype html>"));
    let choice = SelectionOptions {
        top: Some(60),
        about: Vec::new(),
        depth: 1,
    };
    for graph in [&empty, &SAMPLE] {
        let image = png::write(&picture::of(&graph.select(&choice))).unwrap();
        assert!(image.starts_with(b"\x89PNG\r\n\x1a\n"));
        let side = |at: usize| u32::from_be_bytes(image[at..at + 4].try_into().unwrap());
        assert!(
            side(16) >= 640 && side(20) > 60,
            "{} × {}",
            side(16),
            side(20)
        );
    }
}

#[test]
fn the_commands_write_page_and_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let graph = folder.path().join("graph.json");
    SAMPLE.save(&graph).unwrap();
    for (words, name, start) in [
        (
            ["view", "graph.json", "-o"],
            "graph.html",
            &b"<!doctype html>"[..],
        ),
        (["export", "graph.json", "-o"], "graph.svg", b"<svg"),
        (["export", "graph.json", "-o"], "graph.png", b"\x89PNG"),
    ] {
        let done = Command::new(env!("CARGO_BIN_EXE_actant"))
            .args(words)
            .arg(name)
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        assert!(
            std::fs::read(folder.path().join(name))
                .unwrap()
                .starts_with(start),
            "{name}"
        );
    }
}

/// The programs of the browser test, if all are there.
fn browser() -> Option<(PathBuf, PathBuf, PathBuf)> {
    let found = |names: &[&str]| {
        let path = std::env::var_os("PATH")?;
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let mut paths = names
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        paths.find(|path| path.is_file())
    };
    let chromium = found(&["chromium", "chromium-browser", "google-chrome"])?;
    let driver = found(&["chromedriver"])?;
    // Debian's Selenium belongs to Debian's Python, which need not be the first on the path.
    let pythons = [Some(PathBuf::from("/usr/bin/python3")), found(&["python3"])];
    let python = pythons.into_iter().flatten().find(|python| {
        let asked = Command::new(python)
            .args(["-c", "import selenium"])
            .output();
        asked.is_ok_and(|output| output.status.success())
    })?;
    Some((chromium, driver, python))
}

#[test]
#[allow(
    clippy::print_stderr,
    reason = "who runs the tests is to know what was left out"
)]
fn the_page_does_in_a_browser_what_it_promises() {
    let required = std::env::var("ACTANT_BROWSER").is_ok_and(|value| value == "required");
    let Some((chromium, driver, python)) = browser() else {
        assert!(!required, "chromium, chromedriver or Selenium is missing");
        eprintln!("left out: no browser here (Debian: chromium chromium-driver python3-selenium)");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let write = |name: &str, graph: &Graph| {
        let base = format!("file://{}/", root.display());
        let page = page::of(graph, &page::Options { top: 60, base });
        let path = folder.path().join(name);
        std::fs::write(&path, page).unwrap();
        format!("file://{}", path.display())
    };
    let output = Command::new(python)
        .arg(root.join("tests/browser/view.py"))
        .env("ACTANT_PAGE", write("page.html", &SAMPLE))
        .env("ACTANT_HOSTILE_PAGE", write("hostile.html", &hostile()))
        .env("ACTANT_CHROMIUM", chromium)
        .env("ACTANT_CHROMEDRIVER", driver)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
