//! Very long sentences are parsed in parts: time and memory grow with the square of the length and more.
//!
//! In: the tokens of a sentence. Out: where to cut them, and afterwards one tree of the trees of all parts.

use crate::text::{Deprel, Sentence, Token};

/// No part of a sentence has more tokens than this.
pub(crate) const LONGEST: usize = 200;
/// The relation by which the later parts of a very long sentence hang on the first.
const LOOSE: Deprel = Deprel::Parataxis;

/// Where the part ends of which `tokens` holds the rest of the sentence and of which no more than `limit` tokens may
/// be: after all if they are not too many, else after the last mark.
pub(crate) fn end_of_part(tokens: &[Token], limit: usize) -> usize {
    let limit = limit.clamp(1, LONGEST);
    if tokens.len() <= limit {
        return tokens.len();
    }
    let is_mark = |token: &Token| !token.form.contains(char::is_alphanumeric);
    let mark = tokens[limit / 2..limit].iter().rposition(is_mark);
    mark.map_or(limit, |mark| limit / 2 + mark + 1)
}

/// Makes one tree of the trees of all parts of each sentence, whose heads count from their part's first token;
/// `lengths` are the numbers of tokens of the parts, sentence after sentence.
pub(crate) fn join(sentences: &mut [Sentence], lengths: &[usize]) {
    let mut lengths = lengths.iter();
    for sentence in sentences {
        let mut start = 0;
        let mut root = None;
        while start < sentence.tokens.len() {
            let Some(&length) = lengths.next() else {
                return;
            };
            if length < sentence.tokens.len() {
                hang(&mut sentence.tokens, start, length, &mut root);
            }
            start += length;
        }
    }
}

/// Hangs the part of `length` tokens from `start` on the root of the first part.
fn hang(tokens: &mut [Token], start: usize, length: usize, root: &mut Option<usize>) {
    for (index, token) in tokens.iter_mut().enumerate().skip(start).take(length) {
        match (token.head, *root) {
            (Some(head), _) => token.head = Some(start + head),
            (None, None) => *root = Some(index),
            (None, first) => {
                token.head = first;
                token.deprel = LOOSE;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let token = |form: &str| Token {
            form: form.into(),
            ..Token::default()
        };
        text.split(' ').map(token).collect()
    }

    #[test]
    fn a_part_ends_at_the_last_mark_of_its_second_half() {
        let tokens = tokens("one , two three ; four five six seven");
        assert_eq!(end_of_part(&tokens, 100), 9);
        assert_eq!(end_of_part(&tokens, 7), 5);
        assert_eq!(end_of_part(&tokens, 4), 4);
        assert_eq!(end_of_part(&tokens[5..], 2), 2);
        assert_eq!(end_of_part(&tokens, 0), 1);
    }

    #[test]
    fn later_parts_hang_on_the_root_of_the_first() {
        let mut tokens = tokens("they left , he stayed");
        for (token, head) in tokens
            .iter_mut()
            .zip([Some(1), None, Some(1), Some(1), None])
        {
            token.head = head;
        }
        let sentence = |tokens: &[Token]| Sentence {
            tokens: tokens.to_vec(),
            ..Sentence::default()
        };
        let alone = sentence(&tokens[..3]);
        let mut sentences = [
            alone.clone(),
            sentence(&[]),
            sentence(&tokens),
            alone.clone(),
        ];
        join(&mut sentences, &[3, 3, 2, 3]);
        assert_eq!((&sentences[0], &sentences[3]), (&alone, &alone));
        let tokens = &sentences[2].tokens;
        let heads: Vec<_> = tokens.iter().map(|token| token.head).collect();
        assert_eq!(heads, [Some(1), None, Some(1), Some(4), Some(1)]);
        assert_eq!(tokens[4].deprel, Deprel::Parataxis);
    }
}
