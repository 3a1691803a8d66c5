//! Tells whether a word that is a person's surname or given name and the name of a place means the person or the place:
//! `Jack London … London died`, `Jordan recalled its envoy; Jim Jordan …`, `Chad Okoro won; Chad closed its border`.

use rustc_hash::FxHashSet;

use crate::annotate::MentionKind;
use crate::lexicon::NameForm;
use crate::text::{ActorType, EntityType};

use super::context::DocumentContext;
use super::metonym;

/// A person whom the document names in full.
struct Bearer<'a> {
    given: &'a str,
    surname: &'a str,
    mention: usize,
    block: usize,
}

/// Decides for each single word that is a place's name, and a name of somebody named in full, which of the two it means.
/// The mentions that are decided.
pub(super) fn assign(context: &mut DocumentContext<'_>) -> FxHashSet<usize> {
    let mut decided = FxHashSet::default();
    let bearers = bearers(context);
    if bearers.is_empty() {
        return decided;
    }
    // Blocks in which a surname was found to mean the place.
    let mut places: Vec<(usize, &str)> = Vec::new();
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention].mention;
        let [only] = context.bare(mention) else {
            continue;
        };
        if found.kind != MentionKind::Name {
            continue;
        }
        let word = only.form.as_str();
        let before = found.entity;
        let entity_type = if bearers.iter().any(|bearer| bearer.surname == word) {
            as_surname(context, &bearers, &mut places, mention, word)
        } else {
            let given = bearers.iter().any(|bearer| bearer.given == word);
            // News calls people by their surnames.
            let state = before == EntityType::Person && given && is_state(context, word);
            state.then_some(EntityType::Gpe)
        };
        let Some(entity_type) = entity_type else {
            continue;
        };
        context.mentions[mention].mention.entity = entity_type;
        if entity_type == EntityType::Person || entity_type != before {
            decided.insert(mention);
        }
    }
    decided
}

/// The type of a word that is somebody's surname; `None` if nobody with that surname was named before.
fn as_surname<'a>(
    context: &DocumentContext<'a>,
    bearers: &[Bearer<'a>],
    places: &mut Vec<(usize, &'a str)>,
    mention: usize,
    word: &'a str,
) -> Option<EntityType> {
    let found = &context.mentions[mention].mention;
    let own = || bearers.iter().filter(|bearer| bearer.surname == word);
    let block = block(context, mention);
    let here = own().any(|bearer| bearer.block == block && bearer.mention < mention);
    let titled = is_titled(context, mention);
    let introduced = own().any(|bearer| bearer.mention < mention);
    let acts = metonym::acts(context.tree(mention), found.head, context.lexicon);
    let spoken_of = spoken_of(context, word);
    Some(match found.entity {
        EntityType::Person if titled || here => EntityType::Person,
        // `Jordan recalled its envoy`, and only then `Jim Jordan`.
        EntityType::Person if !introduced => return None,
        EntityType::Person => match spoken_of {
            Some(place) if places.contains(&(block, word)) => place,
            Some(place) if acts && is_it(context, mention) => {
                places.push((block, word));
                place
            }
            _ => EntityType::Person,
        },
        EntityType::Gpe | EntityType::Loc | EntityType::Fac | EntityType::Org
            if titled || (acts && (here || spoken_of.is_none())) =>
        {
            EntityType::Person
        }
        other => other,
    })
}

/// The people whom the document names in full.
fn bearers<'a>(context: &DocumentContext<'a>) -> Vec<Bearer<'a>> {
    let people = (0..context.mentions.len()).filter(|&index| {
        let mention = &context.mentions[index].mention;
        mention.kind == MentionKind::Name && mention.entity == EntityType::Person
    });
    let bearers = people.filter_map(|mention| {
        let [first, .., last] = context.bare(mention) else {
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
    let found = &context.mentions[mention].mention;
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

/// Whether `it` or `its` follows in the sentence, and neither `he` nor `she` does.
fn is_it(context: &DocumentContext<'_>, mention: usize) -> bool {
    let sentence = context.mentions[mention].mention.sentence;
    let behind = context.mentions[mention + 1..].iter();
    let mut pronouns = behind
        .take_while(|found| found.mention.sentence == sentence)
        .filter_map(|found| found.pronoun)
        .filter(|pronoun| pronoun.person == 3 && !pronoun.plural);
    pronouns.next().is_some_and(|first| first.thing) && pronouns.all(|other| other.thing)
}
