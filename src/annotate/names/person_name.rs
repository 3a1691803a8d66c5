//! Names of people: titles and owners before them.

use crate::lexicon::{Lexicon, NameForm, WordUse};
use crate::text::{EntityType, Token, Upos};

use super::iob2::{names, set};
use super::shape::{is_capital, is_genitive};

/// The longest title that ends right before `end`, if any: where it begins.
fn title_to(tokens: &[Token], end: usize, lexicon: &Lexicon) -> Option<usize> {
    let range = end.saturating_sub(5)..end;
    range
        .filter(|&start| is_capital(&tokens[start].form))
        .find(|&start| {
            lexicon
                .gazetteer
                .title_at(&tokens[..end], start)
                .is_some_and(|(title, size)| title.precedes_name && start + size == end)
        })
}

/// Takes titles before people out of other names: `Labour | Minister Ann Lee`, `[British Defence] Secretary`.
pub(super) fn titles_before(tokens: &mut [Token], lexicon: &Lexicon) {
    for (start, _, entity) in names(tokens) {
        if entity != EntityType::Person {
            continue;
        }
        let Some(title) = title_to(tokens, start, lexicon) else {
            continue;
        };
        if tokens[title..start].iter().all(|t| t.entity.is_outside()) {
            continue;
        }
        // `Foreign Office spokesperson`: a body of its own.
        let known = lexicon.gazetteer.longest_at(&tokens[..start], title);
        if known.is_some_and(|found| found.tokens > 1) {
            continue;
        }
        set(tokens, title, start, None);
        let before = title.checked_sub(1);
        if before.is_some_and(|before| !tokens[before].entity.is_outside()) {
            let name = names(&tokens[..title]).pop();
            if let Some((first, end, _)) = name.filter(|&(_, end, _)| end == title) {
                demonym(tokens, first, end, lexicon);
            }
        }
    }
}

/// Tags the tokens as a people, if they are the name of one; says whether.
fn demonym(tokens: &mut [Token], start: usize, end: usize, lexicon: &Lexicon) -> bool {
    let found = lexicon.gazetteer.longest_at(tokens, start);
    let is = found
        .is_some_and(|found| found.tokens == end - start && found.best().form == NameForm::Demonym);
    if is {
        set(tokens, start, end, Some(EntityType::Norp));
    }
    is
}

/// Leaves titles, and the state or body before them, out of the name of a person.
pub(super) fn person(tokens: &mut [Token], start: usize, end: usize, lexicon: &Lexicon) {
    let mut start = start;
    if let Some(ending) = (start..end).find(|&at| is_genitive(&tokens[at]))
        && ending + 1 < end
    {
        owner(tokens, start, ending, lexicon);
        set(tokens, ending, ending + 1, None);
        start = ending + 1;
    }
    while end - start > 1 {
        if let Some(size) = leading_title(tokens, start, end, lexicon) {
            set(tokens, start, start + size, None);
            start += size;
        } else if let Some(size) = people_before_title(tokens, start, end, lexicon) {
            set(tokens, start, start + size, Some(EntityType::Norp));
            start += size;
        } else if let Some((size, entity)) = glued(tokens, start, end, lexicon) {
            set(tokens, start, start + size, Some(entity));
            start += size;
        } else {
            break;
        }
    }
}

/// Tags the owner before a person's name: `Norway's Kari Lund`.
fn owner(tokens: &mut [Token], start: usize, end: usize, lexicon: &Lexicon) {
    let found = lexicon.gazetteer.longest_at(tokens, start);
    let whole = found.filter(|found| found.tokens >= end - start);
    let entity = whole.map_or(EntityType::Person, |found| found.best().known.entity);
    set(tokens, start, end, Some(entity));
}

/// How many tokens the title takes with which the name of a person was begun, `and` behind it included.
fn leading_title(tokens: &[Token], start: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    let gazetteer = &lexicon.gazetteer;
    let (title, size) = gazetteer.title_at(&tokens[..end - 1], start)?;
    let given = size == 1
        && !tokens[start].form.ends_with('.')
        && gazetteer
            .gender_of_given_name(&tokens[start].form)
            .is_some();
    let known = gazetteer.longest_at(tokens, start);
    let known = known.is_some_and(|found| found.tokens >= end - start);
    if !title.precedes_name || given || known {
        return None;
    }
    let behind = tokens[start + size].form.as_str();
    let joined = behind == "," || lexicon.function_words.has(WordUse::Coordinator, behind);
    let size = size + usize::from(joined);
    (start + size < end).then_some(size)
}

/// How many tokens the people before a title takes: `South Korean | President Lee`.
fn people_before_title(
    tokens: &[Token],
    start: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let found = lexicon.gazetteer.longest_at(tokens, start)?;
    let behind = start + found.tokens;
    let demonym = found.best().form == NameForm::Demonym && behind < end;
    (demonym && leading_title(tokens, behind, end, lexicon).is_some()).then_some(found.tokens)
}

/// How many tokens a place or body takes that stands right before the full name of a person, and what it is: `Hong Kong |
/// Carrie Lam`.
fn glued(
    tokens: &[Token],
    start: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Option<(usize, EntityType)> {
    let gazetteer = &lexicon.gazetteer;
    let given = |at: usize| gazetteer.gender_of_given_name(&tokens[at].form).is_some();
    let whole = gazetteer.longest_at(&tokens[..end], start)?;
    let behind = start + whole.tokens;
    // `Jordan Anna Lee` may be called so.
    let named = |form: NameForm| matches!(form, NameForm::Name | NameForm::Acronym);
    let person = whole
        .senses
        .iter()
        .any(|sense| sense.known.entity == EntityType::Person || !named(sense.form));
    let first = !given(start) && !gazetteer.is_surname(&tokens[start].form);
    (!person && behind + 1 < end && given(behind) && (first || whole.tokens > 1))
        .then(|| (whole.tokens, whole.best().known.entity))
}

/// Finds the type of names that have none: people by given name or title, places by what they are (`the village of Orlik`).
pub(super) fn unknown_type(tokens: &mut [Token], start: usize, end: usize, lexicon: &Lexicon) {
    let gazetteer = &lexicon.gazetteer;
    let words = &tokens[start..end];
    let name = words
        .iter()
        .all(|token| is_capital(&token.form) && token.upos == Upos::Propn);
    if !name {
        return;
    }
    let noun = |token: &Token| {
        let lower = token.form.to_lowercase();
        lexicon.actor_nouns.noun(None, &lower).is_some()
    };
    if (2..=4).contains(&words.len()) && !words.iter().any(noun) {
        let given = gazetteer.gender_of_given_name(&words[0].form).is_some();
        let surname = gazetteer.is_surname(&words[words.len() - 1].form);
        let titled = title_to_any_case(tokens, start, lexicon);
        if (given && surname) || (titled && (given || surname)) {
            set(tokens, start, end, Some(EntityType::Person));
            return;
        }
    }
    let of = start.checked_sub(2).is_some_and(|noun| {
        let place = tokens[noun].form.to_lowercase();
        tokens[start - 1].form == "of" && lexicon.actor_nouns.is_place(&place)
    });
    if of {
        set(tokens, start, end, Some(EntityType::Gpe));
    }
}

/// Whether a title stands right before `end`, however it is written.
pub(super) fn title_to_any_case(tokens: &[Token], end: usize, lexicon: &Lexicon) -> bool {
    end.checked_sub(1).is_some_and(|start| {
        let title = lexicon.gazetteer.title_at(&tokens[..end], start);
        title.is_some_and(|(title, _)| title.precedes_name)
    })
}
