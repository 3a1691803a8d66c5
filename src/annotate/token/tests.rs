//! What users rely on: how words are cut.

use crate::lexicon::{CuttingLists, Source};
use crate::text::Span;

use super::cut;

/// The pieces with `|` between them, `+` before one that is joined to the piece before, spaces as they are.
fn pieces(text: &str) -> String {
    let lists =
        CuttingLists::load(&Source::embedded()).expect("the embedded lists are of their form");
    let mut pieces = Vec::new();
    cut(text, Span::new(0, text.len()), &lists, &mut pieces);
    let mut shown = String::new();
    let mut end = 0;
    for piece in &pieces {
        if piece.span.start > end {
            shown.push(' ');
        } else if end > 0 {
            shown.push(if piece.joined { '+' } else { '|' });
        }
        shown.push_str(&text[piece.span.range()]);
        end = piece.span.end;
    }
    shown
}

#[test]
fn contractions_are_written_words_of_several() {
    assert_eq!(
        pieces("They don't say Kabul’s envoy can't."),
        "They do+n't say Kabul+’s envoy ca+n't|."
    );
    assert_eq!(pieces("I cannot; it’ll wait"), "I can+not|; it+’ll wait");
    assert_eq!(pieces("the ministers' talks"), "the ministers+' talks");
}

#[test]
fn quotation_marks_are_no_apostrophes() {
    assert_eq!(
        pieces("'We leave for talks' he said"),
        "'|We leave for talks|' he said"
    );
    assert_eq!(pieces("the ‘old borders’ row"), "the ‘|old borders|’ row");
}

#[test]
fn tickers_in_brackets_stay_whole() {
    assert_eq!(
        pieces("Kestrel (KST.L) fell; Orda (4711.T) rose"),
        "Kestrel (|KST.L|) fell|; Orda (|4711.T|) rose"
    );
}
