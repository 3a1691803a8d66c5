//! Ids and ranges of code points, as `graph.json` writes them.

use crate::merge::Id;
use crate::text::{Chars, Span};

/// Start and end of a span, in code points of the document's text.
pub(super) type Range = (usize, usize);

pub(super) fn id(name: &str) -> Id {
    Id::from(name)
}

pub(super) fn names<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<String> {
    ids.into_iter().map(Id::to_string).collect()
}

pub(super) fn ranges(spans: &[Span<Chars>]) -> Vec<Range> {
    spans.iter().map(|span| (span.start, span.end)).collect()
}

pub(super) fn spans(ranges: &[Range]) -> Vec<Span<Chars>> {
    ranges
        .iter()
        .map(|&(start, end)| Span::new(start, end))
        .collect()
}
