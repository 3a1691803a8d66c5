//! Whole expressions of time, from the words that belong to one.

use crate::annotate::mentions::is_plural;
use crate::annotate::{Mention, MentionKind};
use crate::lexicon::{Lexicon, TimeWord};
use crate::text::{Deprel, EntityType, Span, Token, Tokens, Tree, Upos};

use super::mention::mention;

/// What a token adds to an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TimePart {
    Weekday,
    Month,
    /// Of a month: `13`, `13th`.
    Day,
    Year,
    /// `today`, `tonight`.
    Shift,
    /// `morning`.
    Daytime,
    /// `early`, `late`.
    Phase,
    /// `a.m.`
    Half,
    /// A number before `a.m.`
    Clock,
    Comma,
    Dash,
}

/// The expressions of time of a sentence. `found` are the nouns and names of time in it.
pub(super) fn whole(
    sentence: usize,
    tree: &Tree<'_>,
    lexicon: &Lexicon,
    found: &[Mention],
) -> Vec<Mention> {
    let tokens = &tree.sentence().tokens;
    let parts: Vec<Option<TimePart>> = (0..tokens.len())
        .map(|index| part(tree, lexicon, index))
        .collect();
    let told = found.iter().filter(|mention| tells(tree, lexicon, mention));
    let mut cores: Vec<(Span<Tokens>, MentionKind)> =
        told.map(|mention| (mention.tokens, mention.kind)).collect();
    for (index, part) in parts.iter().enumerate() {
        let kind = match part {
            Some(TimePart::Month | TimePart::Weekday) => MentionKind::Name,
            Some(TimePart::Year | TimePart::Shift) => MentionKind::Nominal,
            Some(TimePart::Half) if index > 0 && is_number(&tokens[index - 1]) => {
                MentionKind::Nominal
            }
            _ => continue,
        };
        cores.push((Span::new(index, index + 1), kind));
    }
    cores.sort_by_key(|(tokens, kind)| (tokens.start, tokens.end, *kind));
    let mut whole: Vec<(Span<Tokens>, MentionKind)> = Vec::new();
    for (core, kind) in cores {
        let grown = grown(core, &parts);
        match whole.last_mut() {
            Some((last, last_kind)) if grown.start < last.end => {
                last.end = last.end.max(grown.end);
                last.start = last.start.min(grown.start);
                *last_kind = (*last_kind).min(kind);
            }
            _ => whole.push((grown, kind)),
        }
    }
    let mentions = whole
        .into_iter()
        .map(|(tokens, kind)| mention(sentence, tree, tokens, EntityType::Date, kind));
    mentions.collect()
}

/// Whether the noun or name is a time or a duration: `last week`, but neither `time` nor the `fall` of a city.
fn tells(tree: &Tree<'_>, lexicon: &Lexicon, mention: &Mention) -> bool {
    let tokens = &tree.sentence().tokens;
    let dash = |index: usize| tokens.get(index).is_some_and(|token| token.form == "-");
    if dash(mention.tokens.end) && !tokens[mention.tokens.end].space_after {
        // `week-long`
        return false;
    }
    let of = tree
        .children_by(mention.head, &[Deprel::Nmod])
        .any(|child| {
            tree.child(child, Deprel::Case)
                .is_some_and(|case| tokens[case].form.eq_ignore_ascii_case("of"))
        });
    let head = &tokens[mention.head];
    match word(lexicon, &head.form).or_else(|| word(lexicon, &head.lemma)) {
        Some(TimeWord::Season(_)) => !of,
        Some(
            TimeWord::Month(_)
            | TimeWord::Weekday(_)
            | TimeWord::Unit(..)
            | TimeWord::Shift(_)
            | TimeWord::Part(_)
            | TimeWord::PartToday(_)
            | TimeWord::Clock(_)
            | TimeWord::Decade(_),
        ) => true,
        _ => mention.kind == MentionKind::Name,
    }
}

fn part(tree: &Tree<'_>, lexicon: &Lexicon, index: usize) -> Option<TimePart> {
    let token = tree.token(index);
    match token.form.as_str() {
        "," => return Some(TimePart::Comma),
        "-" | "–" => return Some(TimePart::Dash),
        _ => {}
    }
    let before_half = || {
        let next = tree.sentence().tokens.get(index + 1);
        next.is_some_and(|next| half(next, lexicon))
    };
    if is_number(token) {
        if before_half() {
            return Some(TimePart::Clock);
        }
        let digits = token.form.trim_end_matches(char::is_alphabetic);
        let number: u32 = digits.parse().ok()?;
        return match number {
            1..=31 if digits.len() <= 2 => Some(TimePart::Day),
            1000..=2100 if digits.len() == 4 && digits == token.form && is_year(tree, index) => {
                Some(TimePart::Year)
            }
            _ => None,
        };
    }
    if half(token, lexicon) {
        return Some(TimePart::Half);
    }
    let large = token.form.starts_with(char::is_uppercase);
    let nominal = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::X);
    match word(lexicon, &token.form)? {
        TimeWord::Month(_) if large && nominal => {
            // `Mr. May` and `August` alone are names of people too.
            let person = token.entity.is(EntityType::Person) || token.entity.is(EntityType::Org);
            (!person).then_some(TimePart::Month)
        }
        TimeWord::Weekday(_) if large && nominal && !token.entity.is(EntityType::Org) => {
            Some(TimePart::Weekday)
        }
        TimeWord::Shift(_) | TimeWord::PartToday(_) if nominal || token.upos == Upos::Adv => {
            Some(TimePart::Shift)
        }
        TimeWord::Part(_) => Some(TimePart::Daytime),
        TimeWord::Phase(_) if token.upos != Upos::Noun => Some(TimePart::Phase),
        _ => None,
    }
}

/// The meaning of the word, with or without the dot of an abbreviation: `Nov.`
fn word<'l>(lexicon: &'l Lexicon, form: &str) -> Option<&'l TimeWord> {
    let lower = form.to_lowercase();
    let words = &lexicon.time_words;
    words
        .word(&lower)
        .or_else(|| words.word(lower.trim_end_matches('.')))
}

fn half(token: &Token, lexicon: &Lexicon) -> bool {
    let word = word(lexicon, &token.form);
    matches!(word, Some(TimeWord::Morning | TimeWord::Afternoon))
}

/// A number, or an ordinal in digits.
fn is_number(token: &Token) -> bool {
    token.form.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a number of four digits is a year: not where it counts something, and not in a name.
fn is_year(tree: &Tree<'_>, index: usize) -> bool {
    let token = tree.token(index);
    let counted = token.relation() == Deprel::Nummod
        && token.head.is_some_and(|head| is_plural(tree.token(head)));
    let sum = index.checked_sub(1).is_some_and(|before| {
        let before = tree.token(before);
        before.upos == Upos::Sym && !before.space_after
    });
    token.upos == Upos::Num && token.entity.is_outside() && !counted && !sum
}

/// The expression around what is known of it.
fn grown(core: Span<Tokens>, parts: &[Option<TimePart>]) -> Span<Tokens> {
    use TimePart::{Clock, Comma, Dash, Day, Daytime, Half, Month, Phase, Shift, Weekday, Year};
    let at = |index: Option<usize>| index.and_then(|index| parts.get(index).copied().flatten());
    let mut core = core;
    loop {
        let first = parts[core.start];
        let (one, two) = (at(core.start.checked_sub(1)), at(core.start.checked_sub(2)));
        core.start -= match (two, one, first) {
            (_, Some(Day), Some(Month)) | (_, Some(Clock), Some(Half)) => 1,
            (_, Some(Month | Day | Weekday), Some(Year)) => 1,
            (_, Some(Month), Some(Day)) => 1,
            (_, Some(Weekday), Some(Month | Day)) => 1,
            (_, Some(Phase), Some(Month | Weekday | Year | Daytime | Shift)) => 1,
            (_, Some(Weekday | Shift), Some(Daytime)) => 1,
            (Some(Weekday), Some(Comma), Some(Month | Day)) => 2,
            (Some(Day), Some(Comma), Some(Year)) => 2,
            (Some(Day), Some(Dash), Some(Day)) => 2,
            (Some(Month), Some(Dash), Some(Month)) => 2,
            (Some(Year), Some(Dash), Some(Year)) => 2,
            _ => break,
        };
    }
    loop {
        let last = parts[core.end - 1];
        let (one, two) = (at(Some(core.end)), at(Some(core.end + 1)));
        core.end += match (last, one, two) {
            (Some(Month), Some(Day | Year), _) | (Some(Day), Some(Month | Year), _) => 1,
            (Some(Weekday), Some(Day | Month | Daytime), _) => 1,
            (Some(Shift), Some(Daytime), _) | (Some(Clock), Some(Half), _) => 1,
            (Some(Day), Some(Comma), Some(Year)) => 2,
            (Some(Weekday), Some(Comma), Some(Month)) => 2,
            (Some(Day), Some(Dash), Some(Day)) => 2,
            (Some(Month), Some(Dash), Some(Month)) => 2,
            (Some(Year), Some(Dash), Some(Year)) => 2,
            _ => break,
        };
    }
    core
}
