//! The names that the tags of tokens mark.

use super::{EntityType, Span, Token, Tokens};

/// The names that the tags of the tokens mark, in order.
pub fn names(tokens: &[Token]) -> Vec<(Span<Tokens>, EntityType)> {
    let mut names: Vec<(Span<Tokens>, EntityType)> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some(entity_type) = token.entity.entity_type() else {
            continue;
        };
        match names.last_mut() {
            Some((span, last))
                if token.entity.continues() && span.end == index && *last == entity_type =>
            {
                span.end += 1;
            }
            _ => names.push((Span::new(index, index + 1), entity_type)),
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::NameTag;

    #[test]
    fn a_name_runs_over_the_tokens_that_continue_it() {
        let token = |tag: &&str| Token {
            entity: NameTag::from(*tag),
            ..Token::default()
        };
        let tags = ["B-ORG", "I-ORG", "B-ORG", "I-GPE", "O", "I-GPE"];
        let tokens: Vec<Token> = tags.iter().map(token).collect();
        let spans: Vec<_> = names(&tokens)
            .iter()
            .map(|(span, _)| (span.start, span.end))
            .collect();
        assert_eq!(spans, [(0, 2), (2, 3), (3, 4), (5, 6)]);
    }
}
