//! The words of a mention.

use crate::text::Token;

/// The tokens without an article before and a possessive ending behind them.
pub(in crate::annotate) fn bare(tokens: &[Token]) -> &[Token] {
    let mut tokens = tokens;
    while let [first, rest @ ..] = tokens
        && !rest.is_empty()
        && is_article(first)
    {
        tokens = rest;
    }
    while let [rest @ .., last] = tokens
        && !rest.is_empty()
        && matches!(last.form.as_str(), "'s" | "’s" | "'" | "’")
    {
        tokens = rest;
    }
    tokens
}

fn is_article(token: &Token) -> bool {
    ["the", "a", "an"]
        .iter()
        .any(|article| token.form.eq_ignore_ascii_case(article))
}

/// The tokens as they are written.
pub(in crate::annotate) fn words(tokens: &[Token]) -> String {
    let mut text = String::new();
    for (index, token) in tokens.iter().enumerate() {
        text.push_str(&token.form);
        if token.space_after && index + 1 < tokens.len() {
            text.push(' ');
        }
    }
    text
}
