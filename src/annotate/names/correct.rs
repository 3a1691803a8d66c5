//! Corrects the tags that the chain chose, by the words in and beside a name.
//!
//! In: the tags of the chain. Out: the same without titles in the names of people (`President | Ann Lee`), with known names
//! whole, and with organisations for what only organisations are called (`Orion GmbH`, `shares in Orion`).

use rustc_hash::FxHashSet;

use crate::lexicon::{Lexicon, NameForm, NamePlace, WordUse};
use crate::text::{ActorType, EntityType, Sentence, Token};

use super::iob2::{names, set};
use super::organisation_name::{organisations, throughout};
use super::person_name::{person, titles_before, unknown_type};
use super::shape::is_capital;

/// Corrects the tags of all sentences of one document.
pub(super) fn correct(sentences: &mut [Sentence], lexicon: &Lexicon) {
    for sentence in sentences.iter_mut() {
        let tokens = &mut sentence.tokens;
        amounts(tokens);
        known_names(tokens, lexicon);
        titles_before(tokens, lexicon);
        for (start, end, entity) in names(tokens) {
            match entity {
                EntityType::Person => person(tokens, start, end, lexicon),
                EntityType::Misc => unknown_type(tokens, start, end, lexicon),
                _ => {}
            }
        }
        storms(tokens, lexicon);
        organisations(tokens, lexicon);
    }
    throughout(sentences, lexicon);
    short_things(sentences, lexicon);
}

/// Makes one name, of no person, of a name behind a word that only things have before theirs: `Hurricane Lena`.
fn storms(tokens: &mut [Token], lexicon: &Lexicon) {
    for (start, end, entity) in names(tokens) {
        let before = start.checked_sub(1);
        let thing = before.is_some_and(|before| {
            let token = &tokens[before];
            let kind = lexicon.name_words.kind(NamePlace::First, &token.form);
            token.entity.is_outside() && kind == Some(ActorType::Other)
        });
        let kind = lexicon
            .name_words
            .kind(NamePlace::First, &tokens[start].form);
        if thing && matches!(entity, EntityType::Person | EntityType::Misc) {
            set(tokens, start - 1, end, Some(EntityType::Misc));
        } else if end - start > 1 && kind == Some(ActorType::Other) {
            set(tokens, start, end, Some(EntityType::Misc));
        }
    }
}

/// Takes the short name of a thing with a name for no person's: `Lena`, and `Hurricane Lena` before.
fn short_things(sentences: &mut [Sentence], lexicon: &Lexicon) {
    let mut things: FxHashSet<String> = FxHashSet::default();
    for sentence in sentences {
        let tokens = &mut sentence.tokens;
        for (start, end, entity) in names(tokens) {
            let first = lexicon
                .name_words
                .kind(NamePlace::First, &tokens[start].form);
            if end - start == 2 && first == Some(ActorType::Other) {
                things.insert(tokens[start + 1].form.to_string());
            }
            let short = end - start == 1 && things.contains(tokens[start].form.as_str());
            if short && entity == EntityType::Person {
                set(tokens, start, end, Some(EntityType::Misc));
            }
        }
    }
}

/// Takes marks of currencies out of names: `US$` of `US$3 million` is no state.
fn amounts(tokens: &mut [Token]) {
    for index in 0..tokens.len() {
        let marked = tokens[index].form.ends_with(['$', '€', '£', '¥']);
        if marked && !tokens[index].entity.is_outside() {
            set(tokens, index, index + 1, None);
        }
    }
}

/// Completes names of several words that are unambiguous in the gazetteer and of which the chain found a part.
fn known_names(tokens: &mut [Token], lexicon: &Lexicon) {
    let mut index = 0;
    while index < tokens.len() {
        let next = index + 1;
        let last = tokens.get(next).is_none_or(|token| !joins(token, lexicon));
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
        let tagged = tokens[index..end].iter().filter(|t| !t.entity.is_outside());
        let whole = found.tokens > 2 && own && !found.is_ambiguous() && tagged.count() > 0;
        let inside = tokens[index].entity.continues()
            || tokens.get(end).is_some_and(|t| t.entity.continues());
        if whole && !inside {
            set(tokens, index, end, Some(sense.known.entity));
        }
        index = end.max(next);
    }
}

/// Whether a name may go on with this token.
fn joins(token: &Token, lexicon: &Lexicon) -> bool {
    is_capital(&token.form) || lexicon.function_words.has(WordUse::Connector, &token.form)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Source;

    use super::*;
    use crate::text::Upos;

    /// Words as `form|tag`, all proper nouns that begin with a capital.
    fn corrected(text: &str) -> Vec<String> {
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
        correct(&mut sentences, &lexicon);
        let tokens = sentences[0].tokens.iter();
        tokens.map(|token| token.entity.to_string()).collect()
    }

    #[test]
    fn titles_are_no_part_of_names() {
        let tags = corrected("President|B-PERSON Anna|I-PERSON Lund|I-PERSON spoke");
        assert_eq!(tags, ["O", "B-PERSON", "I-PERSON", "O"]);
        let tags = corrected("Norwegian|B-PERSON President|I-PERSON Anna|I-PERSON Lund|I-PERSON");
        assert_eq!(tags, ["B-NORP", "O", "B-PERSON", "I-PERSON"]);
        let tags = corrected("British|B-ORG Defence|I-ORG Secretary Anna|B-PERSON Lund|I-PERSON");
        assert_eq!(tags, ["B-NORP", "O", "O", "B-PERSON", "I-PERSON"]);
    }

    #[test]
    fn companies_are_no_people() {
        let tags = corrected("Berg|B-PERSON sold Berg|B-PERSON Finanz|I-PERSON");
        assert_eq!(tags, ["B-ORG", "O", "B-ORG", "I-ORG"]);
        let tags = corrected("shares in Lumara|B-PERSON fell");
        assert_eq!(tags[2], "B-ORG");
        let tags = corrected("Oslo|B-GPE - based Lumara|B-PERSON fell");
        assert_eq!(tags[3], "B-ORG");
        // A person of that name is in the text.
        let tags =
            corrected("Berg|B-PERSON owns Berg|B-ORG Finanz|I-ORG , Ann|B-PERSON Berg|I-PERSON");
        assert_eq!(tags[0], "B-PERSON");
    }

    #[test]
    fn storms_and_amounts_are_nobody() {
        let tags = corrected("Hurricane Lena|B-PERSON hit Oslo|B-GPE , and Lena|B-PERSON left");
        assert_eq!(tags[..2], ["B-MISC", "I-MISC"]);
        assert_eq!(tags[6], "B-MISC");
        assert_eq!(corrected("worth US$|B-GPE 3 million")[1], "O");
    }

    #[test]
    fn a_place_before_a_full_name_is_no_part_of_it() {
        let tags = corrected("Hong|B-PERSON Kong|I-PERSON Anna|I-PERSON Lund|I-PERSON spoke");
        assert_eq!(tags[..4], ["B-GPE", "I-GPE", "B-PERSON", "I-PERSON"]);
    }

    #[test]
    fn a_known_name_may_have_a_genitive_within() {
        let tags = corrected("the People 's Liberation|B-ORG Army|I-ORG drilled");
        assert_eq!(tags[1..5], ["B-ORG", "I-ORG", "I-ORG", "I-ORG"]);
    }

    #[test]
    fn a_capital_is_a_person_only_behind_a_given_name() {
        assert_eq!(corrected("Washington|B-PERSON asked")[0], "B-GPE");
        let tags = corrected("Denzel|B-PERSON Washington|I-PERSON asked Washington|B-PERSON");
        assert_eq!(tags[3], "B-PERSON");
    }
}
