//! Tells whether a word that is a person's surname or given name and the name of a place means the person or the place:
//! `Jack London … London died`, `Jordan recalled its envoy; Jim Jordan …`, `Chad Okoro won; Chad closed its border`.

use rustc_hash::FxHashSet;

use crate::annotate::MentionKind;
use crate::lexicon::NameForm;
use crate::text::{ActorType, EntityType};

use super::context::{DocumentContext, bare};
use super::metonym;

/// A person whom the document names in full.
struct Bearer<'a> {
    given: &'a str,
    surname: &'a str,
    mention: usize,
    block: usize,
}

/// Gives every single word that is a surname of somebody named in full, and a place too, the type that it has there; the
/// mentions that are given one.
pub(super) fn assign(context: &mut DocumentContext<'_>) -> FxHashSet<usize> {
    let mut decided = FxHashSet::default();
    let bearers = bearers(context);
    if bearers.is_empty() {
        return decided;
    }
    // Blocks in which a surname was found to mean the place.
    let mut places: Vec<(usize, &str)> = Vec::new();
    for mention in 0..context.found.len() {
        let found = &context.found[mention].mention;
        let [only] = bare(context.tokens(mention)) else {
            continue;
        };
        let word = only.form.as_str();
        let own = || bearers.iter().filter(|bearer| bearer.surname == word);
        if found.kind == MentionKind::Name
            && found.entity == EntityType::Person
            && bearers.iter().any(|bearer| bearer.given == word)
            && own().next().is_none()
            && is_state(context, word)
        {
            // News calls people by their surnames.
            context.found[mention].mention.entity = EntityType::Gpe;
            decided.insert(mention);
            continue;
        }
        if found.kind != MentionKind::Name || own().next().is_none() {
            continue;
        }
        let block = block(context, mention);
        let here = own().any(|bearer| bearer.block == block && bearer.mention < mention);
        let told = is_titled(context, mention);
        let introduced = own().any(|bearer| bearer.mention < mention);
        let acts = metonym::acts(context.tree(mention), found.head, context.lexicon);
        let spoken_of = spoken_of(context, word);
        let before = found.entity;
        let entity = match before {
            EntityType::Person if told || here => EntityType::Person,
            // `Jordan recalled its envoy`, and only then `Jim Jordan`.
            EntityType::Person if !introduced => continue,
            EntityType::Person => match spoken_of {
                Some(place) if places.contains(&(block, word)) => place,
                Some(place) if acts && is_it(context, mention) => {
                    places.push((block, word));
                    place
                }
                _ => EntityType::Person,
            },
            EntityType::Gpe | EntityType::Loc | EntityType::Fac | EntityType::Org
                if told || (acts && (here || spoken_of.is_none())) =>
            {
                EntityType::Person
            }
            other => other,
        };
        context.found[mention].mention.entity = entity;
        if entity == EntityType::Person || entity != before {
            decided.insert(mention);
        }
    }
    decided
}

fn bearers<'a>(context: &DocumentContext<'a>) -> Vec<Bearer<'a>> {
    let people = (0..context.found.len()).filter(|&index| {
        let mention = &context.found[index].mention;
        mention.kind == MentionKind::Name && mention.entity == EntityType::Person
    });
    let bearers = people.filter_map(|mention| {
        let [first, .., last] = bare(context.tokens(mention)) else {
            return None;
        };
        Some(Bearer {
            given: &first.form,
            surname: &last.form,
            mention,
            block: block(context, mention),
        })
    });
    bearers.collect()
}

/// The paragraph of a mention.
fn block(context: &DocumentContext<'_>, mention: usize) -> usize {
    context.tree(mention).sentence().block
}

/// Whether a title stands right before the word: `Judge Paris`.
fn is_titled(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.found[mention].mention;
    let before = found.tokens.start.checked_sub(1);
    let before = before.map(|before| context.tree(mention).token(before));
    before.is_some_and(|before| {
        let gazetteer = &context.lexicon.gazetteer;
        let large = before.form.starts_with(char::is_uppercase);
        large && gazetteer.title(&before.form).is_some()
    })
}

/// The type of the place with this name, if the document speaks of the place or its state by other words too.
fn spoken_of(context: &DocumentContext<'_>, word: &str) -> Option<EntityType> {
    let name = context.lexicon.gazetteer.find(word)?;
    let mut senses = name.senses.iter().filter(|sense| {
        let form = matches!(sense.form, NameForm::Name | NameForm::Metonym);
        form && sense.known.entity != EntityType::Person
    });
    let place = senses.find(|sense| context.country_prior.weight_without(sense.known, word) > 0)?;
    Some(match place.known.entity {
        EntityType::Org => EntityType::Gpe,
        place => place,
    })
}

/// Whether a state has this name.
fn is_state(context: &DocumentContext<'_>, word: &str) -> bool {
    let name = context.lexicon.gazetteer.find(word);
    name.is_some_and(|name| {
        let mut senses = name.senses.iter();
        senses.any(|sense| sense.form == NameForm::Name && sense.known.actor == ActorType::State)
    })
}

/// Whether `it` or `its` goes on in the sentence of the word, and neither `he` nor `she` does.
fn is_it(context: &DocumentContext<'_>, mention: usize) -> bool {
    let sentence = context.found[mention].mention.sentence;
    let behind = context.found[mention + 1..].iter();
    let mut pronouns = behind
        .take_while(|found| found.mention.sentence == sentence)
        .filter_map(|found| found.pronoun)
        .filter(|pronoun| pronoun.person == 3 && !pronoun.plural);
    pronouns.next().is_some_and(|first| first.thing) && pronouns.all(|other| other.thing)
}
