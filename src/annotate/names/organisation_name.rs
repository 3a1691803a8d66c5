//! Names of organisations: words that only organisations have in or beside their names.

use rustc_hash::FxHashSet;

use crate::lexicon::{Lexicon, NameForm, NamePlace, WordUse};
use crate::text::{ActorType, EntityType, NameTag, Sentence, Token, Upos};

use super::iob2::{names, set};
use super::person_name::title_to_any_case;
use super::shape::is_genitive;

/// Gives names with the words of organisations their type: `Orion Holdings`, `Banco Sur`, `shares in Orion`.
pub(super) fn organisations(tokens: &mut [Token], lexicon: &Lexicon) {
    for (start, end, entity) in names(tokens) {
        let words = &lexicon.name_words;
        let next = tokens.get(end).filter(|token| {
            token.entity.is_outside() && token.upos == Upos::Propn || token.form.len() < 5
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
        if first == Some(ActorType::Other) {
            continue;
        }
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

/// Whether the word only ends names of companies and is no common noun: `AG`, `plc`.
fn is_corporate(token: &Token, lexicon: &Lexicon) -> bool {
    let noun = lexicon.actor_nouns.noun(None, &token.form.to_lowercase());
    noun.is_none()
}

/// Whether what stands beside the name is said of companies alone: `shares in Orion`, `Orion lost 3%`.
fn owned(tokens: &[Token], start: usize, end: usize, lexicon: &Lexicon) -> bool {
    let words = &lexicon.name_words;
    let before = start.checked_sub(2).is_some_and(|noun| {
        lexicon
            .function_words
            .has(WordUse::Holding, &tokens[start - 1].form)
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

/// Gives a short name the same type in all sentences, that of a longer name or of one occurrence: `Orion`, `Orion GmbH`.
pub(super) fn throughout(sentences: &mut [Sentence], lexicon: &Lexicon) {
    let mut people: FxHashSet<String> = FxHashSet::default();
    let mut organisations: FxHashSet<String> = FxHashSet::default();
    for sentence in sentences.iter() {
        let tokens = &sentence.tokens;
        for (start, end, entity) in names(tokens) {
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
    let person = token.entity == NameTag::Begin(EntityType::Person);
    let whole = tokens
        .get(index + 1)
        .is_none_or(|next| !next.entity.continues());
    if !whole
        || !(person
            || token.entity == NameTag::Begin(EntityType::Misc)
            || token.entity.is_outside())
    {
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
