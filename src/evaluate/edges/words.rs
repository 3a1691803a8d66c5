//! Whether the program's names and labels are those of the reader: words by their stems, function words aside.

use std::sync::LazyLock;

use regex::Regex;

use crate::evaluate::word_table;

/// A name may have so many words more than the reader's.
const LONGER: usize = 6;
/// An ending is taken off if so many letters stay.
const STEM: usize = 3;

static WORD: LazyLock<Regex> = LazyLock::new(|| {
    // A word may hold dots, hyphens, apostrophes and signs of money; a sign of money may stand alone.
    Regex::new(r"[\p{L}\p{N}_$%£€'’.-]*[\p{L}\p{N}_]%?|[$£€]").expect("the pattern is sound")
});

/// The words of a text, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('’', "'");
    let found = WORD.find_iter(&text);
    found.map(|word| word.as_str().to_owned()).collect()
}

/// A word without the ending of its form, cut so that forms of one word come out alike.
fn stem(word: &str) -> String {
    let word = word
        .strip_suffix("'s")
        .or(word.strip_suffix('\''))
        .unwrap_or(word);
    let mut stem = match word_table::value("base", word) {
        Some(base) => base.to_owned(),
        None => without_ending(word),
    };
    let letters: Vec<char> = stem.chars().rev().take(4).collect();
    if letters.len() > 3 && letters[0] == letters[1] {
        stem.pop();
    }
    stem.trim_end_matches('e').to_owned()
}

/// A regular form without its longest ending that leaves a stem.
fn without_ending(word: &str) -> String {
    let endings = word_table::words("ending");
    let stem = |ending: &'static str| {
        let stem = word.strip_suffix(ending)?;
        (stem.chars().count() >= STEM).then_some((ending, stem))
    };
    match endings
        .filter_map(stem)
        .max_by_key(|(ending, _)| ending.len())
    {
        Some((ending, stem)) => {
            stem.to_owned() + word_table::value("ending", ending).unwrap_or_default()
        }
        None => word.to_owned(),
    }
}

/// The stems of the words that are no function words.
fn stems(text: &str) -> Vec<String> {
    let words = words(text).into_iter();
    words
        .filter(|word| !word_table::is_function_word(word, "edges"))
        .map(|word| stem(&word))
        .collect()
}

/// Whether one of the reader's names stands whole in one of the program's, which is not much longer.
pub(super) fn is_named(gold: &[impl AsRef<str>], names: &[impl AsRef<str>]) -> bool {
    let names: Vec<Vec<String>> = names.iter().map(|name| stems(name.as_ref())).collect();
    gold.iter().map(|name| stems(name.as_ref())).any(|wanted| {
        let fits = |have: &Vec<String>| {
            have.len() <= wanted.len() + LONGER
                && have.windows(wanted.len()).any(|part| part == wanted)
        };
        !wanted.is_empty() && names.iter().any(fits)
    })
}

/// Whether all words of one of the reader's labels are in the program's.
pub(super) fn is_label(gold: &[String], label: &str) -> bool {
    let have: Vec<String> = words(label).iter().map(|word| stem(word)).collect();
    gold.iter().any(|wanted| {
        let wanted = words(wanted);
        wanted.iter().all(|word| have.contains(&stem(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (form, base) in [
            ("accused", "accuse"),
            ("armies", "army"),
            ("told", "tell"),
            ("stopped", "stop"),
            ("bases", "base"),
            ("Kenya's", "Kenya"),
        ] {
            assert_eq!(stems(form), stems(base), "{form}");
        }
    }

    #[test]
    fn a_name_stands_whole_in_the_other() {
        assert!(is_named(&["ministers"], &["the foreign minister of Chad"]));
        assert!(!is_named(
            &["foreign policy"],
            &["the policy on foreign aid"]
        ));
        assert!(!is_named(
            &["Chad"],
            &["six young men of the north who left the camp near Idris in Chad"]
        ));
        assert!(!is_named(&["the"], &["the"]));
    }

    #[test]
    fn a_label_has_all_words() {
        let gold = ["call action against".to_owned(), "demand action".to_owned()];
        assert!(is_label(&gold, "called for action against"));
        assert!(is_label(&gold, "demands an action"));
        assert!(!is_label(&gold, "called against"));
    }
}
