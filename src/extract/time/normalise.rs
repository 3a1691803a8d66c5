//! The words of an expression of time → its value.

use crate::lexicon::TimeWords;

use super::expression::value;
use super::item::items;
use super::{Reference, TimeValue};

/// The value of an expression of time: its words, and the preposition before it (empty if there is none).
pub fn normalised(
    words: &[&str],
    marker: &str,
    reference: Reference,
    lexicon: &TimeWords,
) -> Option<TimeValue> {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let items = items(&words, lexicon)?;
    value(&items, lexicon.marker(marker), reference)
}
