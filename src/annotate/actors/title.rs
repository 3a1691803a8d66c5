//! The titles before the name of a person.

use crate::annotate::mentions::words;
use crate::lexicon::{Gender, Lexicon, Sex, WordUse};
use crate::text::{ActorType, Deprel, EntityType, Token};

use super::context::DocumentContext;

/// The titles before a name.
pub(super) struct TitlesBefore {
    /// As they are written.
    pub(super) titles: Vec<String>,
    pub(super) sex: Option<Sex>,
    /// The first token of the first title.
    pub(super) start: usize,
}

/// The titles before a name, several of them joined by `and` or commas.
pub(super) fn titles(context: &DocumentContext<'_>, mention: usize) -> TitlesBefore {
    let tokens = &context.tree(mention).sentence().tokens;
    let end = context.mentions[mention].mention.tokens.start;
    let mut titles = TitlesBefore {
        titles: Vec::new(),
        sex: None,
        start: end,
    };
    while let Some((start, sex_told)) = title_before(context, tokens, titles.start) {
        titles.titles.push(words(
            &tokens[start..title_end(tokens, titles.start, context.lexicon)],
        ));
        titles.sex = titles.sex.or(sex_told);
        titles.start = start;
        if titles.titles.len() == 4 {
            break;
        }
    }
    titles
}

/// Where a title before `end` ends, less a comma or `and` between two titles.
fn title_end(tokens: &[Token], end: usize, lexicon: &Lexicon) -> usize {
    let joined = end
        .checked_sub(1)
        .is_some_and(|last| joins_titles(&tokens[last].form, lexicon));
    end - usize::from(joined)
}

/// The start of the longest title that ends at `end`, and the sex of its bearer.
fn title_before(
    context: &DocumentContext<'_>,
    tokens: &[Token],
    end: usize,
) -> Option<(usize, Option<Sex>)> {
    let end = title_end(tokens, end, context.lexicon);
    let gazetteer = &context.lexicon.gazetteer;
    let letters = |&start: &usize| {
        let token = &tokens[start];
        let body = token.entity.is(EntityType::Org) && end > start + 1;
        token.form.starts_with(char::is_alphabetic) && !body
    };
    for start in (end.saturating_sub(6)..end).filter(letters) {
        if let Some((title, size)) = gazetteer.title_at(&tokens[..end], start)
            && start + size == end
        {
            return Some((start, sex(title.gender)));
        }
    }
    let last = end.checked_sub(1)?;
    let noun = context
        .lexicon
        .actor_nouns
        .noun(None, &tokens[last].form.to_lowercase())?;
    // A noun right before the name, with no article between: `spokesperson Khan`.
    let described = tokens[last].head.is_some_and(|head| head >= end)
        && tokens[last].is_any(&[Deprel::Nmod, Deprel::Compound, Deprel::Flat, Deprel::Appos]);
    (noun.kind == ActorType::Person && described).then_some((last, noun.sex))
}

/// Whether the word stands between two titles.
fn joins_titles(word: &str, lexicon: &Lexicon) -> bool {
    word == "," || lexicon.function_words.has(WordUse::Coordinator, word)
}

/// The sex that a gender of the lists means.
pub(super) fn sex(gender: Gender) -> Option<Sex> {
    match gender {
        Gender::Male => Some(Sex::Male),
        Gender::Female => Some(Sex::Female),
        Gender::Unknown => None,
    }
}
