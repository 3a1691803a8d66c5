//! Names that the chain missed: unambiguous in the gazetteer, or found elsewhere in the document.

use rustc_hash::FxHashMap;

use crate::lexicon::{Lexicon, NameForm, Sense};
use crate::text::{EntityType, NameTag, Sentence, Token, Upos};

use super::gazetteer_features::GazetteerFeatures;
use super::shape::is_capital;

/// Marks proper nouns outside all names that the gazetteer knows without doubt, or that the document elsewhere has as a
/// name.
pub(super) fn fill(sentences: &mut [Sentence], lists: &GazetteerFeatures<'_>) {
    let elsewhere = types(sentences);
    for sentence in sentences {
        let tokens = &mut sentence.tokens;
        let mut index = 0;
        while index < tokens.len() {
            let found = missed(tokens, index, lists, &elsewhere);
            let Some((entity, size)) = found else {
                index += 1;
                continue;
            };
            for (offset, token) in tokens[index..].iter_mut().take(size).enumerate() {
                token.entity = NameTag::new(offset == 0, entity);
            }
            index += size.max(1);
        }
    }
}

/// Marks the names that the user's file gives, whatever the chain made of them.
pub(super) fn given(sentences: &mut [Sentence], lexicon: &Lexicon) {
    for sentence in sentences {
        let tokens = &mut sentence.tokens;
        let mut index = 0;
        while index < tokens.len() {
            let found = lexicon.gazetteer.names_at(tokens, index).into_iter();
            let given = found.filter_map(|name| {
                let own = |sense: &&Sense<'_>| {
                    sense.user && matches!(sense.form, NameForm::Name | NameForm::Acronym)
                };
                let sense = name.senses.iter().find(own)?;
                Some((sense.known.entity, name.tokens))
            });
            let Some((entity, size)) = given.max_by_key(|&(_, size)| size) else {
                index += 1;
                continue;
            };
            let inside = |token: &Token| token.entity.continues();
            // A name that is part of a longer one is no name of its own: `Orlik` in `Ann Orlik`.
            let longer = inside(&tokens[index]) || tokens.get(index + size).is_some_and(inside);
            if !longer {
                for (offset, token) in tokens[index..].iter_mut().take(size).enumerate() {
                    token.entity = NameTag::new(offset == 0, entity);
                }
            }
            index += size.max(1);
        }
    }
}

/// Takes away names of no type of their own that hold a verb: headlines in Title Case are clauses, not names.
pub(super) fn clear_clauses(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    let mut start = 0;
    while start < tokens.len() {
        let inside = |token: &Token| token.entity.continues();
        let size = 1 + tokens[start + 1..].iter().take_while(|t| inside(t)).count();
        let name = &mut tokens[start..start + size];
        let clause = name.iter().any(|token| token.upos == Upos::Verb);
        if name[0].entity == NameTag::Begin(EntityType::Misc) && clause {
            for token in name {
                token.entity = NameTag::Outside;
            }
        }
        start += size;
    }
}

/// The type of the name that was missed at `index` and its number of tokens.
fn missed(
    tokens: &[Token],
    index: usize,
    lists: &GazetteerFeatures<'_>,
    elsewhere: &FxHashMap<String, EntityType>,
) -> Option<(EntityType, usize)> {
    let token = &tokens[index];
    let people = token.upos == Upos::Adj && is_capital(&token.form);
    if !token.entity.is_outside() || !(token.upos == Upos::Propn || people) {
        return None;
    }
    let free = |size: usize| {
        let mut all = tokens[index..].iter().take(size);
        all.all(|token| token.entity.is_outside())
    };
    let known = lists.clear_name(tokens, index);
    let known = known.filter(|&(entity, _)| !people || entity == EntityType::Norp);
    if let Some(known) = known.filter(|&(_, size)| free(size)) {
        return Some(known);
    }
    if people {
        return None;
    }
    let entity = elsewhere.get(token.form.as_str()).copied();
    entity
        .filter(|_| alone(tokens, index))
        .map(|entity| (entity, 1))
}

/// Whether no proper noun stands beside the token, so that it is a whole name if it is one.
fn alone(tokens: &[Token], index: usize) -> bool {
    let proper = |token: Option<&Token>| token.is_some_and(|token| token.upos == Upos::Propn);
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    !proper(before) && !proper(tokens.get(index + 1))
}

/// The names of one word that the document has, with the type that it has most often (of equals the first).
fn types(sentences: &[Sentence]) -> FxHashMap<String, EntityType> {
    let mut counts: FxHashMap<(String, EntityType), usize> = FxHashMap::default();
    let mut types: FxHashMap<String, EntityType> = FxHashMap::default();
    let mut most: FxHashMap<String, usize> = FxHashMap::default();
    for sentence in sentences {
        for (index, token) in sentence.tokens.iter().enumerate() {
            let next = sentence.tokens.get(index + 1);
            let longer = next.is_some_and(|next| next.entity.continues());
            let NameTag::Begin(entity) = token.entity else {
                continue;
            };
            if longer {
                continue;
            }
            if entity == EntityType::Date || !token.form.starts_with(char::is_uppercase) {
                continue;
            }
            let form = token.form.to_string();
            let count = counts.entry((form.clone(), entity)).or_default();
            *count += 1;
            let best = most.entry(form.clone()).or_default();
            if *count > *best {
                *best = *count;
                types.insert(form, entity);
            }
        }
    }
    types
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, Source};

    use super::*;

    fn sentence(words: &[(&str, Upos, &str)]) -> Sentence {
        let token = |&(form, upos, entity): &(&str, Upos, &str)| Token {
            form: form.into(),
            upos,
            entity: NameTag::from(entity),
            ..Token::default()
        };
        Sentence {
            tokens: words.iter().map(token).collect(),
            ..Sentence::default()
        }
    }

    #[test]
    fn a_headline_is_no_name() {
        let mut headline = sentence(&[
            ("Oslo", Upos::Propn, "B-MISC"),
            ("Invites", Upos::Verb, "I-MISC"),
            ("Envoys", Upos::Noun, "I-MISC"),
        ]);
        clear_clauses(&mut headline);
        assert!(
            headline
                .tokens
                .iter()
                .all(|token| token.entity.is_outside())
        );
    }

    #[test]
    fn a_name_found_once_is_found_everywhere_and_a_known_one_always() {
        let mut sentences = [
            sentence(&[("Orlik", Upos::Propn, "B-PERSON"), ("left", Upos::Verb, "")]),
            sentence(&[
                ("Orlik", Upos::Propn, ""),
                ("and", Upos::Cconj, ""),
                ("Norway", Upos::Propn, ""),
            ]),
            sentence(&[("Orlik", Upos::Propn, ""), ("Street", Upos::Propn, "")]),
        ];
        let lexicon = Lexicon::load(&Source::embedded()).expect("the lists are well-formed");
        fill(&mut sentences, &GazetteerFeatures::new(&lexicon));
        assert_eq!(sentences[1].tokens[0].entity, NameTag::from("B-PERSON"));
        assert_eq!(sentences[1].tokens[2].entity, NameTag::from("B-GPE"));
        // A part of a longer name is not the name.
        assert_eq!(sentences[2].tokens[0].entity, NameTag::Outside);
    }
}
