//! Pronouns and nouns: do they stand for the actor that the reader takes them for?

use crate::evaluate::analysis::{AnalysedMention, Analysis};
use crate::evaluate::code_points::{CodePoints, in_word};

use super::gold::GoldReferent;
use super::words::is_named;

/// The actor that the referent's words stand for, if any.
pub(super) fn actor_of<'a>(referent: &GoldReferent, analysis: &'a Analysis) -> Option<&'a str> {
    let text = analysis.code_points();
    let words: Vec<char> = referent.text.chars().collect();
    let start = occurrences(&text, &words).nth(referent.nth.checked_sub(1)?)?;
    let end = start + words.len();
    let around = |mention: &&AnalysedMention| {
        mention.actor.is_some() && mention.start <= start && end <= mention.end
    };
    let mentions = analysis.mentions.iter().filter(around);
    let narrowest = mentions.min_by_key(|mention| mention.end - mention.start)?;
    narrowest.actor.as_deref()
}

/// Whether they stand for the right one.
pub(super) fn is_right(referent: &GoldReferent, analysis: &Analysis) -> bool {
    let actor = actor_of(referent, analysis);
    actor.is_some_and(|actor| is_named(referent.actor.names(), &[actor]))
}

/// Where the words stand as whole words.
fn occurrences<'a>(text: &'a CodePoints, words: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    let letters = text.all();
    let whole = move |start: usize| {
        let before = start.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(start + words.len()).copied();
        !before.is_some_and(in_word) && !after.is_some_and(in_word)
    };
    let size = words.len().max(1);
    let places = letters.windows(size).enumerate();
    places
        .filter(move |(start, part)| *part == words && whole(*start))
        .map(|(start, _)| start)
}
