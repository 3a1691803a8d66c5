//! From a range of tokens to the text of a content.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::text::{Span, Upos};

/// The text of a range as content: without punctuation at its edges, but with both marks of a quotation that it begins or
/// ends with.
pub(in crate::extract::attribution) fn content_span(
    context: &AttributionContext<'_>,
    range: TokenRange,
) -> Option<Span> {
    let range = without_edges(context, range);
    let first = opening_mark(context, range);
    let (first, last) = (first.unwrap_or(range.first), range.last);
    let mut span = context.token(first).span.cover(context.token(last).span);
    if let Some(quotation) = context.quotations.around(context.index, last)
        && quotation.closed
        && context.offsets.first(quotation) >= context.offset(first)
        && (context.offsets.last(quotation) <= context.offset(last) + 2
            || context.offsets.first(quotation) > context.offset(first))
    {
        span = span.cover(quotation.span);
    }
    let is_word = |token: usize| context.token(token).form.chars().any(char::is_alphanumeric);
    (first..=last).any(is_word).then_some(span)
}

/// The range without punctuation at its edges, other than brackets, signs of handles and sums, and quotation marks whose
/// quotation reaches into the range.
fn without_edges(context: &AttributionContext<'_>, range: TokenRange) -> TokenRange {
    let TokenRange {
        mut first,
        mut last,
    } = range;
    let loose = |token: usize| {
        let word = context.token(token);
        !context.is_mark(token)
            && word.upos == Upos::Punct
            && !matches!(word.form.as_str(), "(" | ")" | "[" | "]" | "@" | "#" | "$")
    };
    while first < last {
        if loose(first) {
            first += 1;
        } else if loose(last) && !is_before_closing_mark(context, last)
            || is_opening_mark(context, last)
        {
            last -= 1;
        } else if is_closing_mark(context, first) {
            first += 1;
        } else {
            break;
        }
    }
    TokenRange::new(first, last)
}

/// The opening mark right before the range, of a quotation of which the rest lies in the range.
fn opening_mark(context: &AttributionContext<'_>, range: TokenRange) -> Option<usize> {
    let mark = range.first.checked_sub(1)?;
    let quotation = context.quotations.around(context.index, range.first)?;
    let rest_inside = context.offset(range.first) == context.offsets.first(quotation) + 1
        && context.offsets.last(quotation) <= context.offset(range.last) + 2;
    rest_inside.then_some(mark)
}

/// Whether the closing mark of its quotation follows the token.
fn is_before_closing_mark(context: &AttributionContext<'_>, token: usize) -> bool {
    let quotation = context.quotations.around(context.index, token);
    quotation.is_some_and(|quotation| {
        quotation.closed && context.offsets.last(quotation) == context.offset(token) + 1
    })
}

fn is_opening_mark(context: &AttributionContext<'_>, token: usize) -> bool {
    let quotation = context.quotations.around(context.index, token);
    context.is_mark(token)
        && quotation.is_some_and(|quotation| quotation.first == (context.index, token))
}

fn is_closing_mark(context: &AttributionContext<'_>, token: usize) -> bool {
    let place = (context.index, token);
    let quotation = context.quotations.around(context.index, token);
    context.is_mark(token)
        && quotation.is_some_and(|quotation| quotation.last == place && quotation.first != place)
}
