//! Sentences and tokens: golden cases that a person can read, and what holds for any text.

use std::path::Path;
use std::sync::LazyLock;

use actant::annotate::sentences;
use actant::lexicon::{CuttingLists, Source};
use actant::text::{Document, Sentence};
use proptest::prelude::*;

static LISTS: LazyLock<CuttingLists> = LazyLock::new(|| {
    CuttingLists::load(&Source::embedded()).expect("the embedded lists are of their form")
});

/// A sentence a line, its words parted by spaces, words that are written as one parted by `+`, a blank line between
/// blocks.
fn shown(document: &Document) -> String {
    let mut shown = String::new();
    let mut block = 0;
    for sentence in sentences(document, &LISTS) {
        if sentence.block != block {
            shown.push('\n');
            block = sentence.block;
        }
        for (index, token) in sentence.tokens.iter().enumerate() {
            if index > 0 {
                shown.push(if is_joined(&sentence, index) {
                    '+'
                } else {
                    ' '
                });
            }
            shown.push_str(&token.form);
        }
        shown.push('\n');
    }
    shown
}

fn is_joined(sentence: &Sentence, index: usize) -> bool {
    let mut words = sentence.multiword.iter();
    words.any(|word| word.tokens.start < index && index < word.tokens.end)
}

/// Compares with the golden file beside the text; `ACTANT_UPDATE=1` writes it again.
fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/tokens");
    let text =
        std::fs::read_to_string(folder.join(format!("{name}.txt"))).expect("the case is there");
    let found = shown(&Document::new(name, text));
    let golden = folder.join(format!("{name}.tokens"));
    if std::env::var_os("ACTANT_UPDATE").is_some() {
        std::fs::write(&golden, &found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(
        found, expected,
        "{name}: if the change is meant, run with ACTANT_UPDATE=1"
    );
}

#[test]
fn abbreviations_and_initials() {
    check("abbreviations");
}

#[test]
fn quotations_and_apostrophes() {
    check("quotes");
}

#[test]
fn names_with_hyphens_and_apostrophes() {
    check("names");
}

#[test]
fn numbers_dates_and_units() {
    check("numbers");
}

#[test]
fn addresses_handles_and_references() {
    check("addresses");
}

#[test]
fn dashes_dots_and_headlines() {
    check("marks");
}

#[test]
fn what_is_too_long_for_a_sentence_is_cut_at_marks_and_never_inside_a_word() {
    let list = "Norland thanked Eastmark, ".repeat(300);
    for text in [
        list.as_str(),
        &"don't ".repeat(500),
        &"(".repeat(3000),
        &"x1,".repeat(900),
    ] {
        let document = Document::new("long", text);
        let found = sentences(&document, &LISTS);
        let longest = found.iter().map(|sentence| sentence.tokens.len()).max();
        assert!(found.len() > 1 && longest <= Some(200), "{longest:?}");
        for sentence in &found {
            assert!(!sentence.tokens[0].form.starts_with("n'"), "{sentence:?}");
        }
        if text == list {
            let mark = |sentence: &Sentence| sentence.tokens.last().unwrap().form == ",";
            assert!(found.iter().all(mark), "cut between the items of the list");
        }
    }
}

/// Text made of the pieces that the tokenizer treats specially, and of anything else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-z]{1,8}",
        3 => prop::sample::select(vec![
            ".", "...", "?!", "'", "’", "‘", "\"", "”", "-", "--", "—", "(", ")", "[", "]", "1", "2.", "'s", "n't",
            "U.S.", "Gen.", "etc.", "http://x.y/", "a@b.co", "$", "%", "5pm", "cannot", ":)", "é", "🇵🇰", "\u{301}",
            "\u{a0}", "İ", "e-", "al-", "#", "@", "&", "/", "_", "*", "-----", ",", "Rs5", "\u{200d}",
        ]).prop_map(String::from),
        2 => prop::sample::select(vec![" ", "  ", "\n", "\n\n", "\t"]).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_character_but_white_space_is_in_one_token(text in text()) {
        let document = Document::new("any", text);
        let mut end = 0;
        for sentence in sentences(&document, &LISTS) {
            prop_assert!(!sentence.tokens.is_empty());
            prop_assert!(document.blocks[sentence.block].span.contains(sentence.span));
            prop_assert_eq!(sentence.span.start, sentence.tokens[0].span.start);
            for (index, token) in sentence.tokens.iter().enumerate() {
                let between = &document.text[end..token.span.start];
                prop_assert!(between.chars().all(char::is_whitespace), "{:?} is in no token", between);
                prop_assert_eq!(document.slice(token.span), token.form.as_str());
                prop_assert!(!token.form.is_empty() && !token.form.contains(char::is_whitespace));
                let spaced = document.text[token.span.end..].starts_with(char::is_whitespace);
                prop_assert_eq!(token.space_after, spaced);
                prop_assert!(index == 0 || !is_joined(&sentence, index) || between.is_empty());
                end = token.span.end;
            }
            prop_assert_eq!(sentence.span.end, end);
        }
        prop_assert!(document.text[end..].chars().all(char::is_whitespace));
    }
}
