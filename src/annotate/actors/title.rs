//! The titles before the name of a person.

use crate::annotate::mentions::words;
use crate::lexicon::{Gender, Sex};
use crate::text::{ActorType, Deprel, Token};

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
        titles
            .titles
            .push(words(&tokens[start..title_end(tokens, titles.start)]));
        titles.sex = titles.sex.or(sex_told);
        titles.start = start;
        if titles.titles.len() == 4 {
            break;
        }
    }
    titles
}

/// Where a title before `end` ends, less a comma or `and` between two titles.
fn title_end(tokens: &[Token], end: usize) -> usize {
    let joined = end
        .checked_sub(1)
        .is_some_and(|last| matches!(tokens[last].form.as_str(), "and" | "," | "&"));
    end - usize::from(joined)
}

/// Where the longest title begins that ends at `end`, and the sex it tells.
fn title_before(
    context: &DocumentContext<'_>,
    tokens: &[Token],
    end: usize,
) -> Option<(usize, Option<Sex>)> {
    let end = title_end(tokens, end);
    let gazetteer = &context.lexicon.gazetteer;
    let letters = |&start: &usize| {
        let token = &tokens[start];
        let body = token.entity.ends_with("-ORG") && end > start + 1;
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

/// The sex that a gender of the lists means.
pub(super) fn sex(gender: Gender) -> Option<Sex> {
    match gender {
        Gender::Male => Some(Sex::Male),
        Gender::Female => Some(Sex::Female),
        Gender::Unknown => None,
    }
}
