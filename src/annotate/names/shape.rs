//! The shape of a word: its letters by class, and how a sentence writes its words.

use crate::text::Token;

/// How the words of a sentence are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum SentenceCase {
    /// As running text is: few words with a capital.
    Running,
    /// As headlines are: most words with a capital.
    Title,
    /// All letters large.
    Upper,
    /// No capital at all.
    Lower,
}

/// `Xx` for `Kabul`, `X` for `TTP`, `Xx-x` for `Al-based`, `0` for `2021`.
pub(super) fn shape(word: &str) -> String {
    let mut shape = String::with_capacity(8);
    let mut last = '\0';
    let mut run = 0;
    for letter in word.chars() {
        let class = if letter.is_uppercase() {
            'X'
        } else if letter.is_alphabetic() {
            'x'
        } else if letter.is_numeric() {
            '0'
        } else {
            letter
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 2 && shape.len() < 12 {
            shape.push(class);
        }
    }
    shape
}

/// Whether the word begins with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the token is a genitive ending.
pub(super) fn is_genitive(token: &Token) -> bool {
    matches!(token.form.as_str(), "'s" | "’s")
}

/// How the sentence that is made of these words is written.
pub(super) fn sentence_case<'a>(words: impl Iterator<Item = &'a str>) -> SentenceCase {
    let (mut all, mut capital, mut upper, mut small_long) = (0, 0, 0, 0);
    for word in words.filter(|word| word.chars().next().is_some_and(char::is_alphabetic)) {
        all += 1;
        if is_capital(word) {
            capital += 1;
            if word.len() > 1 && !word.chars().any(char::is_lowercase) {
                upper += 1;
            }
        } else if word.len() > 4 {
            small_long += 1;
        }
    }
    if capital == 0 {
        SentenceCase::Lower
    } else if all >= 3 && upper * 10 >= all * 7 {
        SentenceCase::Upper
    } else if all >= 3 && capital * 2 > all && small_long * 5 <= all {
        SentenceCase::Title
    } else {
        SentenceCase::Running
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_are_told_from_running_text() {
        let case = |text: &str| sentence_case(text.split(' '));
        assert_eq!(
            case("Envoys Agree on Border Trade as Talks Resume"),
            SentenceCase::Title
        );
        assert_eq!(
            case("The envoys from Oslo agreed on trade"),
            SentenceCase::Running
        );
        assert_eq!(case("ENVOYS AGREE ON TRADE"), SentenceCase::Upper);
        assert_eq!(case("where can i get it"), SentenceCase::Lower);
    }

    #[test]
    fn shapes_are_short() {
        assert_eq!(shape("Kabul"), "Xxx");
        assert_eq!(shape("al-Shabaab"), "xx-Xxx");
        assert_eq!(shape("TTP"), "XX");
        assert_eq!(shape("2021"), "00");
    }
}
