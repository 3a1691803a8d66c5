//! Numbers, measures and sums of money.

use crate::annotate::mentions::{head, is_plural, lemma};
use crate::annotate::{Mention, MentionKind};
use crate::lexicon::{AmountUnit, Lexicon};
use crate::text::{Deprel, EntityType, Span, Token, Tokens, Tree, Upos};

use super::mention::mention;

/// The amounts in a sentence, outside the tokens that are `taken`.
pub(super) fn amounts(
    sentence: usize,
    tree: &Tree<'_>,
    lexicon: &Lexicon,
    taken: &[bool],
) -> Vec<Mention> {
    let tokens = &tree.sentence().tokens;
    let mut amounts = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let from = index;
        while index < tokens.len() && !taken[index] && counts(tree, lexicon, index, from) {
            index += 1;
        }
        if index == from {
            index += 1;
            continue;
        }
        let number = Span::new(from, index);
        if !tells(tree, number) {
            continue;
        }
        let (tokens, entity) = whole(tree, lexicon, number, taken);
        index = index.max(tokens.end);
        amounts.push(mention(
            sentence,
            tree,
            tokens,
            entity,
            MentionKind::Nominal,
        ));
    }
    amounts
}

/// Whether the token goes on with a number that begins at `from`: `20`, `five million`, `hundreds of thousands`, `15 to 20`.
fn counts(tree: &Tree<'_>, lexicon: &Lexicon, index: usize, from: usize) -> bool {
    let tokens = &tree.sentence().tokens;
    let token = &tokens[index];
    if is_number(token, lexicon) {
        // `5 November` is two numbers no more than `Chapter 3, 4 men`.
        return index == from || !is_digits(&tokens[index - 1]) || !is_digits(token);
    }
    const BETWEEN: [&str; 4] = ["to", "of", "-", "–"];
    index > from
        && BETWEEN.contains(&token.form.as_str())
        && is_number(&tokens[index - 1], lexicon)
        && tokens
            .get(index + 1)
            .is_some_and(|next| is_number(next, lexicon))
}

fn is_digits(token: &Token) -> bool {
    token.form.starts_with(|first: char| first.is_ascii_digit())
}

fn is_number(token: &Token, lexicon: &Lexicon) -> bool {
    if !token.entity.is_outside() {
        return false;
    }
    let form = &token.form;
    if is_digits(token) {
        let digit = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        return token.upos == Upos::Num && form.chars().all(digit);
    }
    let listed = |word: &str| lexicon.words.numbers.has(word);
    match token.upos {
        Upos::Num => listed(&form.to_lowercase()),
        Upos::Noun => is_plural(token) && listed(&lemma(token)),
        _ => false,
    }
}

/// Whether the number says how many: neither `one` alone, nor a number in a row (`Chapter 3`), nor of those already
/// counted (`the two men`).
fn tells(tree: &Tree<'_>, number: Span<Tokens>) -> bool {
    let tokens = &tree.sentence().tokens;
    let only = &tokens[number.start];
    let alone = number.len() == 1;
    if alone && only.form.eq_ignore_ascii_case("one") {
        return false;
    }
    let near = |index: Option<usize>| index.and_then(|index| tokens.get(index));
    let glued = near(Some(number.end)).is_some_and(|next| {
        matches!(next.form.as_str(), "-" | "–" | "/" | ":" | "°" | "′" | "]") && !only.space_after
    });
    let behind = near(number.start.checked_sub(1)).is_some_and(|before| {
        matches!(
            before.form.as_str(),
            "/" | ":" | "°" | "′" | "№" | "#" | "."
        ) || (before.form == "-" && !before.space_after)
            || (!before.entity.is_outside() && before.upos == Upos::Propn)
    });
    let first = head(tree.sentence(), number);
    let node = tree.token(first);
    let in_row = node.head.is_some_and(|above| {
        above < number.start && above + 1 == number.start && node.relation() != Deprel::Obj && {
            let above = tree.token(above);
            matches!(above.upos, Upos::Noun | Upos::Propn)
        }
    });
    let known = alone
        && !is_digits(only)
        && node.relation() == Deprel::Nummod
        && node.head.is_some_and(|noun| {
            tree.children_by(noun, &[Deprel::Det, Deprel::NmodPoss])
                .any(|child| child < number.start)
        });
    !(glued || behind || in_row || known)
}

/// The number with what it is a number of, if that is a measure, and with `more than` or `$` before it.
fn whole(
    tree: &Tree<'_>,
    lexicon: &Lexicon,
    number: Span<Tokens>,
    taken: &[bool],
) -> (Span<Tokens>, EntityType) {
    let tokens = &tree.sentence().tokens;
    let mut whole = number;
    let mut measured = None;
    let is_money =
        |token: &Token| lexicon.words.amount_unit(&token.form) == Some(AmountUnit::Money);
    if let Some(sign) = whole.start.checked_sub(1)
        && is_money(&tokens[sign])
    {
        whole.start = sign;
        measured = Some(AmountUnit::Money);
    }
    let unit = |token: &Token| {
        let words = &lexicon.words;
        let form = words.amount_unit(&token.form);
        form.or_else(|| words.amount_unit(&lemma(token)))
    };
    let mut next = whole.end;
    if tokens.get(next).is_some_and(|of| of.form == "of") {
        next += 1;
    }
    for _ in 0..2 {
        let Some(token) = tokens.get(next).filter(|_| !taken[next]) else {
            break;
        };
        let Some(unit) = unit(token) else { break };
        // `per cent` is no money.
        measured = measured.or(Some(unit));
        next += 1;
        whole.end = next;
    }
    let number = head(tree.sentence(), number);
    while let Some(before) = whole.start.checked_sub(1)
        && !taken[before]
        && tree.is_under(before, number)
        && tokens[before].upos != Upos::Punct
        && !is_preposition(tree, before)
    {
        whole.start = before;
    }
    let entity = match measured {
        Some(AmountUnit::Money) => EntityType::Money,
        _ => EntityType::Quantity,
    };
    (whole, entity)
}

/// Whether the token leads to the number and is no part of it: `in two`, but not `at least two`.
fn is_preposition(tree: &Tree<'_>, token: usize) -> bool {
    let node = tree.token(token);
    node.relation() == Deprel::Case && tree.child(token, Deprel::Fixed).is_none()
}
