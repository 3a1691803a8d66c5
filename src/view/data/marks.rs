//! Marked words of a sentence.

use crate::merge::SourceSentence;
use crate::text::{Chars, Span};

/// A mark: role, start and end.
pub(super) type PageMark = (&'static str, usize, usize);

/// The marks of a sentence; where two overlap, the first role has the words.
pub(super) fn marks(
    sentence: &SourceSentence,
    of: &[(&'static str, &Vec<Span<Chars>>)],
) -> Vec<PageMark> {
    let mut owner: Vec<Option<&'static str>> = vec![None; sentence.text.len() + 1];
    for (role, spans) in of {
        for span in spans.iter().filter(|span| sentence.span.overlaps(**span)) {
            for slot in &mut owner[sentence.bytes(*span).range()] {
                slot.get_or_insert(*role);
            }
        }
    }
    let mut marks: Vec<PageMark> = Vec::new();
    let mut at = 0;
    for (byte, letter) in sentence.text.char_indices() {
        let next = at + letter.len_utf16();
        if let Some(role) = owner[byte] {
            match marks.last_mut() {
                Some(last) if last.0 == role && last.2 == at => last.2 = next,
                _ => marks.push((role, at, next)),
            }
        }
        at = next;
    }
    marks
}
