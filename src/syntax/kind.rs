//! Kinds of words: verbs, nominals, times.

use crate::lexicon::Words;
use crate::text::{EntityType, Tree, Upos};

/// Whether the token is a verb or an auxiliary.
pub fn is_verb(tree: &Tree<'_>, token: usize) -> bool {
    matches!(tree.token(token).upos, Upos::Verb | Upos::Aux)
}

/// Whether the token is a noun, name, pronoun, number or symbol.
pub fn is_nominal(tree: &Tree<'_>, token: usize) -> bool {
    matches!(
        tree.token(token).upos,
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym | Upos::X
    )
}

/// Whether the noun names a time: a year, a date in any form, an hour, a noun of time.
pub fn is_time(tree: &Tree<'_>, words: &Words, noun: usize) -> bool {
    let token = tree.token(noun);
    let decade = token.form.ends_with('s');
    let year = (decade || token.upos == Upos::Num) && is_year_or_decade(&token.form);
    let number = || token.form.starts_with(|first: char| first.is_ascii_digit());
    year || token.entity_type() == Some(EntityType::Date)
        || number() && (is_dotted_time(&token.form) || is_clock_or_day(tree, words, noun))
        || words.time_nouns.has(&tree.lemma(noun).to_lowercase())
        || is_part_of_time(words, &token.form)
}

/// *4:30*, *12/05/2019*, *2019-05-12*: digits that are an hour or a date by their form.
fn is_dotted_time(form: &str) -> bool {
    let parts: Vec<&str> = form.split([':', '/', '.', '-']).collect();
    let short = |part: &str| matches!(part.len(), 1 | 2) && is_digits(part);
    match parts[..] {
        [hour, minute] if form.contains(':') => short(hour) && short(minute),
        [first, second, third] => {
            let year = |part: &str| part.len() == 4 && is_digits(part);
            let day_and_month = |one, other| short(one) && short(other);
            year(first) && day_and_month(second, third)
                || year(third) && day_and_month(first, second)
                || form.contains('/') && [first, second, third].into_iter().all(short)
        }
        _ => false,
    }
}

/// *May 25*, *3rd March*, *9 p.m.*: a number beside a noun of time tells the hour or the day of a month.
fn is_clock_or_day(tree: &Tree<'_>, words: &Words, number: usize) -> bool {
    let form = &tree.token(number).form;
    let ordinal = form.trim_end_matches(|last: char| last.is_ascii_lowercase());
    let beside = |&word: &usize| word.abs_diff(number) == 1;
    let of_time = |word: usize| words.time_nouns.has(&tree.lemma(word).to_lowercase());
    matches!(ordinal.len(), 1 | 2)
        && is_digits(ordinal)
        && (tree.children(number).iter().copied())
            .filter(beside)
            .any(of_time)
}

/// *mid-March*, *mid-2019*: a noun of time or a year behind a hyphen. A person is no time: *34-year-old*.
fn is_part_of_time(words: &Words, form: &str) -> bool {
    form.rsplit_once('-').is_some_and(|(first, last)| {
        let year = is_year_or_decade(last) && first.chars().all(char::is_lowercase);
        let word =
            first.chars().all(char::is_alphabetic) && words.time_nouns.has(&last.to_lowercase());
        year || word
    })
}

/// *2019*, *1990s*
fn is_year_or_decade(form: &str) -> bool {
    let digits = form.strip_suffix('s').unwrap_or(form);
    digits.len() == 4 && is_digits(digits)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::{sentence, words};

    fn is_time_at(rows: &str, token: usize) -> bool {
        let sentence = sentence(rows);
        is_time(&Tree::new(&sentence), words(), token)
    }

    #[test]
    fn dates_and_hours_are_times_by_their_form() {
        let times = [
            "4:30",
            "14:05",
            "2019",
            "12/05/2019",
            "2019-05-12",
            "1/2/20",
            "17.06.2020",
            "mid-2019",
        ];
        for form in times {
            assert!(
                is_time_at(&format!("{form} {form} NUM CD 0 root"), 0),
                "{form}"
            );
        }
        for form in ["1990s", "mid-1990s", "mid-March", "mid-afternoon", "UTC"] {
            assert!(
                is_time_at(&format!("{form} {form} NOUN NNS 0 root"), 0),
                "{form}"
            );
        }
    }

    #[test]
    fn a_number_beside_a_noun_of_time_is_one() {
        for (number, tag, noun) in [
            ("25", "NUM", "May"),
            ("6", "NUM", "October"),
            ("3rd", "NOUN", "September"),
            ("9", "NUM", "p.m."),
        ] {
            let before = format!(
                "{noun} {noun} NOUN NN 2 nmod
                {number} {number} {tag} CD 0 root"
            );
            let behind = format!(
                "{number} {number} {tag} CD 0 root
                {noun} {noun} NOUN NN 1 nmod"
            );
            assert!(is_time_at(&before, 1), "{noun} {number}");
            assert!(is_time_at(&behind, 0), "{number} {noun}");
        }
    }

    #[test]
    fn counts_scores_and_people_of_an_age_are_no_times() {
        for form in ["25", "3-1", "3.5", "1,400", "34-year-old", "F-16", "9/11"] {
            assert!(
                !is_time_at(&format!("{form} {form} NUM CD 0 root"), 0),
                "{form}"
            );
        }
    }
}
