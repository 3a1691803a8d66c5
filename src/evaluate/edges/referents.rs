//! Pronouns and nouns: do they stand for the actor that the reader takes them for?

use crate::evaluate::analysis::{AnalysedMention, Analysis};
use crate::evaluate::code_points::{CodePoints, in_word};

use super::gold::{GoldActor, GoldReferent};
use super::words::is_named;

/// The actor that the referent's words stand for, if any: that of the narrowest mention around the last of them.
pub(super) fn actor_of<'a>(referent: &GoldReferent, analysis: &'a Analysis) -> Option<&'a str> {
    let text = analysis.code_points();
    let words: Vec<char> = referent.text.chars().collect();
    let last = words
        .iter()
        .rev()
        .take_while(|letter| !letter.is_whitespace());
    let last = last.count();
    let start = occurrences(&text, &words).nth(referent.nth.checked_sub(1)?)?;
    let end = start + words.len();
    let around = |mention: &&AnalysedMention| {
        mention.actor.is_some() && mention.start <= end - last && end <= mention.end
    };
    let mentions = analysis.mentions.iter().filter(around);
    let narrowest = mentions.min_by_key(|mention| mention.end - mention.start)?;
    narrowest.actor.as_deref()
}

/// Whether they stand for the right one; a name of one of the reader's actors stands for all names of it.
pub(super) fn is_right(referent: &GoldReferent, actors: &[GoldActor], analysis: &Analysis) -> bool {
    let Some(found) = actor_of(referent, analysis) else {
        return false;
    };
    let is = |name: &String| {
        let names = actors.iter().filter(|actor| actor.name == *name);
        let names: Vec<&String> = names.flat_map(|actor| &actor.names).chain([name]).collect();
        is_named(&names, &[found])
    };
    let mut names = referent.actor.names().iter();
    if referent.joint {
        names.all(is)
    } else {
        names.any(is)
    }
}

/// Where the words stand as whole words.
fn occurrences<'a>(text: &'a CodePoints, words: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    let letters = text.all();
    let whole = move |start: usize| {
        let before = start.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(start + words.len()).copied();
        !before.is_some_and(in_word) && !after.is_some_and(in_word)
    };
    let places = letters.windows(words.len().max(1)).enumerate();
    places
        .filter(move |(start, part)| *part == words && whole(*start))
        .map(|(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_right_of(referent: &str) -> bool {
        // The pronouns are `She`, for Ann Oe, and `they`, for both; `the mayor` is a mention without its article.
        let analysis: Analysis = serde_json::from_str(
            r#"{"text": "She met Cy Poe. Then they left the mayor here. The theory of the mayor held.", "mentions": [
            {"start": 0, "end": 3, "kind": "pronoun", "actor": "Ann Oe"},
            {"start": 21, "end": 25, "kind": "pronoun", "actor": "Ann Oe and Cy Poe"},
            {"start": 35, "end": 40, "kind": "nominal", "actor": "mayor"},
            {"start": 47, "end": 70, "kind": "nominal", "actor": "theory"},
            {"start": 61, "end": 70, "kind": "nominal", "actor": "Mrs Oe"}]}"#,
        )
        .unwrap();
        let actors: Vec<GoldActor> =
            serde_json::from_str(r#"[{"name": "Ann Oe", "names": ["Ann Oe", "Mrs Oe"]}]"#).unwrap();
        is_right(&serde_json::from_str(referent).unwrap(), &actors, &analysis)
    }

    #[test]
    fn words_stand_for_an_actor_by_any_of_its_names() {
        assert!(is_right_of(r#"{"text": "She", "actor": "Ann Oe"}"#));
        assert!(!is_right_of(r#"{"text": "She", "actor": ["Cy Poe"]}"#));
        assert!(!is_right_of(
            r#"{"text": "the mayor", "nth": 1, "actor": "Ann Oe"}"#
        ));
        assert!(is_right_of(
            r#"{"text": "the mayor", "nth": 2, "actor": "Ann Oe"}"#
        ));
        assert!(!is_right_of(
            r#"{"text": "the mayor", "nth": 3, "actor": "Ann Oe"}"#
        ));
    }

    #[test]
    fn several_together_must_all_be_meant() {
        assert!(is_right_of(
            r#"{"text": "they", "actor": ["Ann Oe", "Cy Poe"], "joint": true}"#
        ));
        assert!(!is_right_of(
            r#"{"text": "She", "actor": ["Ann Oe", "Cy Poe"], "joint": true}"#
        ));
        assert!(is_right_of(
            r#"{"text": "She", "actor": ["Ann Oe", "Cy Poe"]}"#
        ));
    }
}
