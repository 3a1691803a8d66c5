//! Text that is out to break something, through all stages.

use std::fs;

use actant::annotate::{Models, annotate};
use actant::extract::{Extracted, extract};
use actant::graph::Graph;
use actant::merge::Corpus;
use actant::read::{InputFormat, Reader};
use proptest::prelude::*;

use crate::models::{ACCURATE, FAST};

use super::sound::{check, check_graph};
use super::{articles, news};

/// What does not belong into an article, and what stages look at most closely.
const PIECES: [&str; 56] = [
    "\0",
    "\u{1}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202e}",
    "\u{2028}",
    "\u{2066}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ffff}",
    "\u{10ffff}",
    "e\u{301}\u{301}\u{301}",
    "\u{301}",
    "👩‍👩‍👧‍👦",
    "🇵🇰",
    "ﬁ",
    "ß",
    "İ",
    "ǅ",
    "Σς",
    "K",
    "\"",
    "“",
    "”",
    "’",
    "'",
    "«",
    "(",
    ")",
    "[",
    "…",
    ". . .",
    "—",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    " ",
    "'s ",
    "n't ",
    " said ",
    " according to ",
    " he ",
    " (TTP) ",
    "中国警告日本。",
    " قال الوزير ",
    " Президент сказал, что ",
    "<b>&amp;",
    "| a | b |",
    "http://a.b/?c=d&e",
];

/// One change to a text; places are given in thousandths of it.
#[derive(Debug, Clone)]
enum Change {
    Delete(usize, usize),
    Repeat(usize, usize, usize),
    Swap(usize, usize, usize),
    Insert(usize, usize, usize),
    Shout(usize, usize),
}

fn any_change() -> impl Strategy<Value = Change> {
    let place = 0..1000usize;
    prop_oneof![
        1 => (place.clone(), 1..200usize).prop_map(|(at, length)| Change::Delete(at, length)),
        1 => (place.clone(), 1..60usize, 1..6usize)
            .prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        1 => (place.clone(), place.clone(), 1..40usize)
            .prop_map(|(one, other, length)| Change::Swap(one, other, length)),
        6 => (place.clone(), 0..PIECES.len(), 1..4usize)
            .prop_map(|(at, piece, times)| Change::Insert(at, piece, times)),
        1 => (place, 1..300usize).prop_map(|(at, length)| Change::Shout(at, length)),
    ]
}

/// Cuts by bytes, as damage does; what is no letter any more becomes U+FFFD.
fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let size = bytes.len();
    let place = |thousandths: usize| size * thousandths / 1000;
    let range = |at: usize, length: usize| place(at)..(place(at) + length).min(size);
    match *change {
        Change::Delete(at, length) => {
            bytes.drain(range(at, length));
        }
        Change::Repeat(at, length, times) => {
            let again = bytes[range(at, length)].repeat(times);
            bytes.splice(place(at)..place(at), again);
        }
        Change::Swap(one, other, length) => {
            for step in 0..length {
                let (one, other) = (place(one) + step, place(other) + step);
                if one < size && other < size {
                    bytes.swap(one, other);
                }
            }
        }
        Change::Insert(at, piece, times) => {
            let piece = PIECES[piece].repeat(times).into_bytes();
            bytes.splice(place(at)..place(at), piece);
        }
        Change::Shout(at, length) => bytes[range(at, length)].make_ascii_uppercase(),
    }
}

/// An article as people have them, cut short, with so many changes.
fn damaged() -> impl Strategy<Value = String> {
    let texts: Vec<String> = articles()
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .chain([news::news(150, 3), news::news(150, 8)])
        .collect();
    let changes = prop::collection::vec(any_change(), 0..24);
    let part = (prop::sample::select(texts), 0..1000usize, 200..2500usize);
    (part, changes).prop_map(|((text, start, length), changes)| {
        let start = text.len() * start / 1000;
        let end = (start + length).min(text.len());
        let mut bytes = text.as_bytes()[start..end].to_vec();
        for change in &changes {
            apply(&mut bytes, change);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn read_as(text: &str, format: InputFormat) -> Option<Extracted> {
    read_with(&ACCURATE, text, format)
}

fn read_with(models: &Models, text: &str, format: InputFormat) -> Option<Extracted> {
    let document = Reader::new(format).text("any", text).ok()?;
    Some(extract(annotate(document, models), models))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn damaged_articles_give_sound_results(text in damaged()) {
        if let Some(extracted) = read_as(&text, InputFormat::Auto) {
            check(&extracted);
        }
    }

    #[test]
    fn damaged_markup_gives_sound_results(text in damaged(), html in any::<bool>()) {
        let format = if html { InputFormat::Html } else { InputFormat::Markdown };
        if let Some(extracted) = read_as(&text, format) {
            check(&extracted);
        }
    }

    #[test]
    fn pieces_alone_give_sound_results(
        pieces in prop::collection::vec((0..PIECES.len(), 1..3usize), 0..40),
        words in prop::collection::vec("[A-Z]?[a-z]{0,9}", 40),
    ) {
        let text: String = pieces
            .iter()
            .zip(&words)
            .map(|(&(piece, times), word)| format!("{} {word}", PIECES[piece].repeat(times)))
            .collect();
        if let Some(extracted) = read_as(&text, InputFormat::Text) {
            check(&extracted);
        }
    }

    #[test]
    fn damaged_documents_merge_to_a_sound_graph(texts in prop::collection::vec(damaged(), 1..4)) {
        let found: Vec<Corpus> = texts
            .iter()
            .enumerate()
            .map(|(number, text)| {
                let document = actant::read::text(format!("text {number}"), text.as_str());
                Corpus::of(&extract(annotate(document, &ACCURATE), &ACCURATE))
            })
            .collect();
        let forth = found.iter().cloned().fold(Corpus::default(), Corpus::merge);
        let back = found.into_iter().rev().fold(Corpus::default(), Corpus::merge);
        let graph = Graph::build(forth);
        prop_assert!(graph == Graph::build(back));
        check_graph(&graph);
    }
}

#[test]
fn a_letter_of_another_script_before_an_ending_is_a_word_like_any_other() {
    for word in ["ßed", "éing", "日est", "\u{ad}", "жed", "ﬁed"] {
        for text in [
            format!("They {word} it."),
            format!("n't {word} n't"),
            word.to_owned(),
        ] {
            check(&read_as(&text, InputFormat::Text).unwrap());
        }
    }
}

/// Texts of so many letters, each of one piece again and again.
fn endless(letters: usize) -> Vec<String> {
    let fill = |piece: &str| piece.repeat(letters / piece.len());
    let mut texts: Vec<String> = [
        "x",
        "e\u{301}",
        "word ",
        "\"",
        "“",
        "'",
        "(",
        "(a) ",
        "<",
        "*a ",
        ".",
        "!?",
        "-",
        "1,",
        "\n",
        " ",
        "a\n",
        "A. ",
        "U.S.",
        "well-known-",
        "China's ",
        "of the ",
        "China, Japan, ",
        "China said that Japan said that ",
        "“Yes,” he said. ",
        "He told him that they saw it. ",
        "KABUL (Reuters) – ",
        "Read More: China\n\n",
        "中国警告日本。",
        "👩‍👩‍👧 ",
        "CHINA WARNED JAPAN ON MONDAY. ",
    ]
    .map(fill)
    .into();
    texts.push(
        (0..letters / 5)
            .map(|i| format!("Alpha Beta{i} (AB{i}) met. "))
            .collect(),
    );
    texts.push(vec!["China warned Japan and"; letters / 2].join(" "));
    texts.push(vec!["x".repeat(letters); 6].join(" "));
    texts
}

/// The fast engine sees long texts, since what comes after it is the same for both; the accurate one shorter ones.
#[test]
fn endless_text_of_every_kind_is_processed() {
    let long = endless(10_000).into_iter().map(|text| (&*FAST, text));
    let short = endless(1_500).into_iter().map(|text| (&*ACCURATE, text));
    for (models, text) in long.chain(short) {
        let start: String = text.chars().take(20).collect();
        // Boilerplate alone is no article; everything else gives a result.
        let Some(extracted) = read_with(models, &text, InputFormat::Auto) else {
            continue;
        };
        let sentences = &extracted.annotated.sentences;
        let words: usize = sentences.iter().map(|sentence| sentence.tokens.len()).sum();
        let evidence = extracted.statements.len() + extracted.attributions.len();
        assert!(evidence <= words, "{start:?}: {evidence} of {words} words");
        // The work on a sentence grows faster than its length, so that bounds the whole.
        let longest = sentences.iter().map(|sentence| sentence.tokens.len()).max();
        assert!(longest <= Some(201), "{start:?}: {longest:?}");
        Graph::build(Corpus::of(&extracted));
    }
}
