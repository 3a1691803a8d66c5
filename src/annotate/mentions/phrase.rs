//! The words of a mention.

use crate::lexicon::{Lexicon, WordUse};
use crate::text::Token;

/// The tokens without an article before and a possessive ending behind them.
pub(in crate::annotate) fn bare<'t>(tokens: &'t [Token], lexicon: &Lexicon) -> &'t [Token] {
    let mut tokens = tokens;
    while let [first, rest @ ..] = tokens
        && !rest.is_empty()
        && lexicon.function_words.has(WordUse::Article, &first.form)
    {
        tokens = rest;
    }
    while let [rest @ .., last] = tokens
        && !rest.is_empty()
        && is_genitive(last)
    {
        tokens = rest;
    }
    tokens
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

/// Whether the token is a possessive ending.
pub(in crate::annotate) fn is_genitive(token: &Token) -> bool {
    matches!(token.form.as_str(), "'s" | "’s" | "'" | "’")
}
