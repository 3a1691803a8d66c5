//! Corrects names by what their own words and those beside them tell beyond doubt.
//!
//! In: the tags that the chain chose. Out: the same without titles in the names of people (`President | Ann Lee`), with
//! known names whole, and with organisations for what only organisations are called (`Orion GmbH`, `shares in Orion`).

use rustc_hash::FxHashSet;

use crate::lexicon::{Lexicon, NameForm, NamePlace};
use crate::text::{EntityType, Sentence, Token, Upos};

use super::shape::is_capital;

/// Corrects the tags of all sentences of one document.
pub(super) fn mend(sentences: &mut [Sentence], lexicon: &Lexicon) {
    for sentence in sentences.iter_mut() {
        let tokens = &mut sentence.tokens;
        known_names(tokens, lexicon);
        titles_before(tokens, lexicon);
        for (start, end, entity) in spans(tokens) {
            match entity {
                EntityType::Person => person(tokens, start, end, lexicon),
                EntityType::Misc => miscellaneous(tokens, start, end, lexicon),
                _ => {}
            }
        }
        organisations(tokens, lexicon);
    }
    throughout(sentences, lexicon);
}

/// Where each name begins and ends, and its type.
fn spans(tokens: &[Token]) -> Vec<(usize, usize, EntityType)> {
    let mut spans: Vec<(usize, usize, EntityType)> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some((part, entity)) = token.entity.split_once('-') else {
            continue;
        };
        let Ok(entity) = entity.parse() else { continue };
        match spans.last_mut() {
            Some((_, end, last)) if part == "I" && *end == index && *last == entity => *end += 1,
            _ => spans.push((index, index + 1, entity)),
        }
    }
    spans
}

/// Tags the tokens as one name, or as none; what is left of a name that went on behind them begins anew.
fn set(tokens: &mut [Token], start: usize, end: usize, entity: Option<EntityType>) {
    for (offset, token) in tokens[start..end].iter_mut().enumerate() {
        let part = if offset == 0 { 'B' } else { 'I' };
        token.entity =
            entity.map_or_else(Default::default, |entity| format!("{part}-{entity}").into());
    }
    if let Some(rest) = tokens.get_mut(end).and_then(|token| {
        let rest = token.entity.strip_prefix("I-")?.to_owned();
        Some((token, rest))
    }) {
        rest.0.entity = format!("B-{}", rest.1).into();
    }
}

/// Makes names of several words whole that are known beyond doubt and of which the chain saw parts.
fn known_names(tokens: &mut [Token], lexicon: &Lexicon) {
    let mut index = 0;
    while index < tokens.len() {
        let next = index + 1;
        let last = tokens.get(next).is_none_or(|token| !joins(token));
        if last || !is_capital(&tokens[index].form) {
            index = next;
            continue;
        }
        let Some(found) = lexicon.gazetteer.longest_at(tokens, index) else {
            index = next;
            continue;
        };
        let end = index + found.tokens;
        let sense = found.best();
        let own = matches!(sense.form, NameForm::Name | NameForm::Acronym);
        let tagged = tokens[index..end].iter().filter(|t| !t.entity.is_empty());
        let whole = found.tokens > 2 && own && !found.is_ambiguous() && tagged.count() > 0;
        let inside = tokens[index].entity.starts_with('I')
            || tokens.get(end).is_some_and(|t| t.entity.starts_with('I'));
        if whole && !inside {
            set(tokens, index, end, Some(sense.known.entity));
        }
        index = end.max(next);
    }
}

/// Whether a name may go on with this token.
fn joins(token: &Token) -> bool {
    is_capital(&token.form)
        || matches!(
            token.form.as_str(),
            "-" | "of" | "for" | "and" | "the" | "&" | "'s" | "’s"
        )
}

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
fn titles_before(tokens: &mut [Token], lexicon: &Lexicon) {
    for (start, _, entity) in spans(tokens) {
        if entity != EntityType::Person {
            continue;
        }
        let Some(title) = title_to(tokens, start, lexicon) else {
            continue;
        };
        if tokens[title..start].iter().all(|t| t.entity.is_empty()) {
            continue;
        }
        // `Foreign Office spokesperson`: a body of its own.
        let known = lexicon.gazetteer.longest_at(&tokens[..start], title);
        if known.is_some_and(|found| found.tokens > 1) {
            continue;
        }
        set(tokens, title, start, None);
        let before = title.checked_sub(1);
        if before.is_some_and(|before| !tokens[before].entity.is_empty()) {
            let name = spans(&tokens[..title]).pop();
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
fn person(tokens: &mut [Token], start: usize, end: usize, lexicon: &Lexicon) {
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
        } else {
            break;
        }
    }
}

fn is_genitive(token: &Token) -> bool {
    matches!(token.form.as_str(), "'s" | "’s")
}

/// Tags whoever owns a person: `Norway's Kari Lund`.
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
    let joined = matches!(tokens[start + size].form.as_str(), "and" | "&" | ",");
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

/// Names of no type of their own: people by given name or title, places by what they are (`the village of Orlik`).
fn miscellaneous(tokens: &mut [Token], start: usize, end: usize, lexicon: &Lexicon) {
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
fn title_to_any_case(tokens: &[Token], end: usize, lexicon: &Lexicon) -> bool {
    end.checked_sub(1).is_some_and(|start| {
        let title = lexicon.gazetteer.title_at(&tokens[..end], start);
        title.is_some_and(|(title, _)| title.precedes_name)
    })
}

/// Gives names with the words of organisations their type: `Orion Holdings`, `Banco Sur`, `shares in Orion`.
fn organisations(tokens: &mut [Token], lexicon: &Lexicon) {
    for (start, end, entity) in spans(tokens) {
        let words = &lexicon.name_words;
        let next = tokens.get(end).filter(|token| {
            token.entity.is_empty() && token.upos == Upos::Propn || token.form.len() < 5
        });
        let behind = next.is_some_and(|next| words.kind(NamePlace::Last, &next.form).is_some());
        let person = matches!(entity, EntityType::Person | EntityType::Misc);
        if behind && (person || entity == EntityType::Org) && is_corporate(&tokens[end], lexicon) {
            set(tokens, start, end + 1, Some(EntityType::Org));
            continue;
        }
        if !person {
            continue;
        }
        let last = words.kind(NamePlace::Last, &tokens[end - 1].form);
        let first = words.kind(NamePlace::First, &tokens[start].form);
        let told = end - start > 1 && (last.is_some() || first.is_some());
        let known = lexicon.gazetteer.longest_at(tokens, start);
        let known = known.is_some_and(|found| {
            found.tokens == end - start && found.best().known.entity == EntityType::Person
        });
        if !known && (told || (end - start == 1 && owned(tokens, start, end, lexicon))) {
            set(tokens, start, end, Some(EntityType::Org));
        }
    }
}

/// Whether the word ends names of companies only, and is not a noun besides: `AG`, `plc`.
fn is_corporate(token: &Token, lexicon: &Lexicon) -> bool {
    let noun = lexicon.actor_nouns.noun(None, &token.form.to_lowercase());
    noun.is_none()
}

/// Whether what stands beside the name is said of companies alone: `shares in Orion`, `Orion lost 3%`.
fn owned(tokens: &[Token], start: usize, end: usize, lexicon: &Lexicon) -> bool {
    let words = &lexicon.name_words;
    let before = start.checked_sub(2).is_some_and(|noun| {
        matches!(tokens[start - 1].form.as_str(), "in" | "of" | "at")
            && words
                .kind(NamePlace::Before, &tokens[noun].form.to_lowercase())
                .is_some()
    });
    let beside = start.checked_sub(1).is_some_and(|word| {
        words
            .kind(NamePlace::Beside, &tokens[word].form.to_lowercase())
            .is_some()
    });
    let possessive = tokens.get(end).is_some_and(is_genitive);
    let behind = tokens.get(end + usize::from(possessive));
    let after = behind.is_some_and(|next| words.kind(NamePlace::After, &next.form).is_some());
    let moved = behind.is_some_and(|next| next.upos == Upos::Verb)
        && tokens
            .get(end + 1)
            .is_some_and(|next| next.upos == Upos::Num)
        && tokens.get(end + 2).is_some_and(|next| next.form == "%");
    before || beside || (after && !possessive) || moved
}

/// Lets a short name be in all sentences what a longer one or one of them is: `Orion`, `Orion GmbH`.
fn throughout(sentences: &mut [Sentence], lexicon: &Lexicon) {
    let mut people: FxHashSet<String> = FxHashSet::default();
    let mut organisations: FxHashSet<String> = FxHashSet::default();
    for sentence in sentences.iter() {
        let tokens = &sentence.tokens;
        for (start, end, entity) in spans(tokens) {
            let single = end - start == 1;
            if entity == EntityType::Person && !single {
                people.insert(tokens[end - 1].form.to_string());
                people.insert(tokens[start].form.to_string());
            }
            let last = &tokens[end - 1].form;
            let ends = lexicon.name_words.kind(NamePlace::Last, last).is_some();
            if entity == EntityType::Org && !single && ends && end - start <= 3 {
                organisations.insert(tokens[start].form.to_string());
            }
            if entity == EntityType::Org && single && owned(tokens, start, end, lexicon) {
                organisations.insert(tokens[start].form.to_string());
            }
        }
    }
    for sentence in sentences {
        let tokens = &mut sentence.tokens;
        for index in 0..tokens.len() {
            if let Some(entity) = single(tokens, index, &people, &organisations, lexicon) {
                set(tokens, index, index + 1, Some(entity));
            }
        }
    }
}

/// What a name of one word is that was taken for a person's or for none.
fn single(
    tokens: &[Token],
    index: usize,
    people: &FxHashSet<String>,
    organisations: &FxHashSet<String>,
    lexicon: &Lexicon,
) -> Option<EntityType> {
    let token = &tokens[index];
    let person = token.entity == "B-PERSON";
    let whole = tokens
        .get(index + 1)
        .is_none_or(|next| !next.entity.starts_with('I'));
    if !whole || !(person || token.entity == "B-MISC" || token.entity.is_empty()) {
        return None;
    }
    if people.contains(token.form.as_str()) || token.upos != Upos::Propn {
        return None;
    }
    let gazetteer = &lexicon.gazetteer;
    if organisations.contains(token.form.as_str()) {
        return Some(EntityType::Org);
    }
    if !person
        || title_to_any_case(tokens, index, lexicon)
        || gazetteer.gender_of_given_name(&token.form).is_some()
    {
        return None;
    }
    if gazetteer.metonym(&token.form, None).is_some() {
        return Some(EntityType::Gpe);
    }
    if gazetteer.is_surname(&token.form) {
        return None;
    }
    let found = gazetteer.find(&token.form)?;
    let senses = || {
        found
            .senses
            .iter()
            .filter(|sense| sense.form == NameForm::Name)
    };
    let persons = found
        .senses
        .iter()
        .any(|sense| sense.known.entity == EntityType::Person);
    senses()
        .next()
        .filter(|_| !persons)
        .map(|sense| sense.known.entity)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Source;

    use super::*;

    /// Words as `form|tag`, all proper nouns that begin with a capital.
    fn mended(text: &str) -> Vec<String> {
        let tokens = text.split(' ').map(|word| {
            let (form, entity) = word.split_once('|').unwrap_or((word, ""));
            let upos = if is_capital(form) {
                Upos::Propn
            } else {
                Upos::X
            };
            Token {
                form: form.into(),
                entity: entity.into(),
                upos,
                ..Token::default()
            }
        });
        let mut sentences = [Sentence {
            tokens: tokens.collect(),
            ..Sentence::default()
        }];
        let lexicon = Lexicon::load(&Source::embedded()).expect("the lists are well-formed");
        mend(&mut sentences, &lexicon);
        let tokens = sentences[0].tokens.iter();
        tokens.map(|token| token.entity.to_string()).collect()
    }

    #[test]
    fn titles_are_no_part_of_names() {
        let tags = mended("President|B-PERSON Anna|I-PERSON Lund|I-PERSON spoke");
        assert_eq!(tags, ["", "B-PERSON", "I-PERSON", ""]);
        let tags = mended("Norwegian|B-PERSON President|I-PERSON Anna|I-PERSON Lund|I-PERSON");
        assert_eq!(tags, ["B-NORP", "", "B-PERSON", "I-PERSON"]);
        let tags = mended("British|B-ORG Defence|I-ORG Secretary Anna|B-PERSON Lund|I-PERSON");
        assert_eq!(tags, ["B-NORP", "", "", "B-PERSON", "I-PERSON"]);
    }

    #[test]
    fn companies_are_no_people() {
        let tags = mended("Berg|B-PERSON sold Berg|B-PERSON Finanz|I-PERSON");
        assert_eq!(tags, ["B-ORG", "", "B-ORG", "I-ORG"]);
        let tags = mended("shares in Lumara|B-PERSON fell");
        assert_eq!(tags[2], "B-ORG");
        let tags = mended("Oslo|B-GPE - based Lumara|B-PERSON fell");
        assert_eq!(tags[3], "B-ORG");
        // Somebody of the name is in the text.
        let tags =
            mended("Berg|B-PERSON owns Berg|B-ORG Finanz|I-ORG , Ann|B-PERSON Berg|I-PERSON");
        assert_eq!(tags[0], "B-PERSON");
    }

    #[test]
    fn a_known_name_may_have_a_genitive_within() {
        let tags = mended("the People 's Liberation|B-ORG Army|I-ORG drilled");
        assert_eq!(tags[1..5], ["B-ORG", "I-ORG", "I-ORG", "I-ORG"]);
    }

    #[test]
    fn a_capital_is_a_person_only_behind_a_given_name() {
        assert_eq!(mended("Washington|B-PERSON asked")[0], "B-GPE");
        let tags = mended("Denzel|B-PERSON Washington|I-PERSON asked Washington|B-PERSON");
        assert_eq!(tags[3], "B-PERSON");
    }
}
