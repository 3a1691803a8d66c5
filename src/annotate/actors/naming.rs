//! Gives names their actors: those that the gazetteer knows, then people, then all others.

use rustc_hash::FxHashSet;

use crate::annotate::mentions::words;
use crate::annotate::{Join, MentionKind};
use crate::lexicon::{Known, Lexicon, NameForm, Sense, WordUse};
use crate::text::{ActorType, Deprel, EntityType, Token, Upos};

use super::context::DocumentContext;
use super::sense::{by_list, sense};
use super::table::{Entity, EntityTable};
use super::unknown::UnknownNames;
use super::{metonym, person, surname};

/// Assigns an entity to every name.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    let decided = surname::assign(context);
    let mut names = UnknownNames::default();
    let mut bearers: FxHashSet<&str> = FxHashSet::default();
    for mention in 0..context.mentions.len() {
        if !is_name(context, mention) {
            continue;
        }
        if decided.contains(&mention) {
            if context.mentions[mention].mention.entity != EntityType::Person {
                by_gazetteer(context, table, mention);
            }
            continue;
        }
        let bearer = place_before_bearer(context, mention, &mut bearers);
        if !bearer && !is_person(context, mention) {
            by_gazetteer(context, table, mention);
        }
    }
    person::assign(context, table);
    for mention in 0..context.mentions.len() {
        if is_name(context, mention) {
            names.note(context, table, mention);
        }
    }
    for mention in 0..context.mentions.len() {
        if is_name(context, mention) && context.mentions[mention].mention.actor.is_none() {
            names.assign(context, table, mention);
        }
    }
}

/// Takes a single word that is tagged as a person's name for the place that it is the name of too, if the document
/// speaks of that place and has not named anybody in full who is called so: `Jordan recalled its envoy`, and `Jim
/// Jordan` only later. `bearers` are the words of full names so far; says whether the word is one of them.
fn place_before_bearer<'a>(
    context: &mut DocumentContext<'a>,
    mention: usize,
    bearers: &mut FxHashSet<&'a str>,
) -> bool {
    let tokens = context.bare(mention);
    let found = &context.mentions[mention].mention;
    if found.entity != EntityType::Person {
        return false;
    }
    let [only] = tokens else {
        bearers.extend(tokens.iter().map(|token| token.form.as_str()));
        return false;
    };
    let first = found.tokens.start;
    let before = first
        .checked_sub(1)
        .map(|before| &context.tree(mention).sentence().tokens[before]);
    let titled =
        before.is_some_and(|before| context.lexicon.gazetteer.title(&before.form).is_some());
    let bearer = bearers.contains(only.form.as_str());
    if bearer || titled {
        return bearer;
    }
    let Some(name) = context.lexicon.gazetteer.longest_at(tokens, 0) else {
        return false;
    };
    let place = name.senses.iter().find(|sense| {
        let named = matches!(sense.form, NameForm::Name | NameForm::Acronym);
        named
            && sense.known.entity == EntityType::Gpe
            && context.country_prior.weight(sense.known) > 0
    });
    if let Some(place) = place {
        context.mentions[mention].mention.entity = place.known.entity;
    }
    false
}

fn is_name(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention];
    found.mention.kind == MentionKind::Name && found.mention.entity != EntityType::Date
}

/// Whether a name that is tagged as a person's can be one: not if the gazetteer knows it for something else alone.
fn is_person(context: &mut DocumentContext<'_>, mention: usize) -> bool {
    if context.mentions[mention].mention.entity != EntityType::Person {
        return false;
    }
    let tokens = context.bare(mention);
    if let [only] = tokens
        && only.form.contains('&')
    {
        // `J&J`
        context.mentions[mention].mention.entity = EntityType::Org;
        return false;
    }
    let matches = context.lexicon.gazetteer.names_at(tokens, 0);
    let whole = matches.into_iter().find(|name| name.tokens == tokens.len());
    let other = whole.is_some_and(|name| {
        let person = |sense: &Sense<'_>| sense.known.entity == EntityType::Person;
        let given = tokens.len() == 1
            && context
                .lexicon
                .gazetteer
                .gender_of_given_name(&tokens[0].form)
                .is_some();
        !given
            && !name
                .senses
                .iter()
                .any(|sense| person(sense) || sense.ambiguous)
    });
    if other {
        context.mentions[mention].mention.entity = EntityType::Misc;
    }
    !other
}

fn by_gazetteer(context: &mut DocumentContext<'_>, table: &mut EntityTable, mention: usize) {
    let lexicon = context.lexicon;
    let tokens = context.bare(mention);
    let entity_type = context.mentions[mention].mention.entity;
    let text = words(tokens);
    if let Some(ruler) = lexicon.gazetteer.metonym(&text, context.date)
        && matches!(
            entity_type,
            EntityType::Gpe
                | EntityType::Loc
                | EntityType::Fac
                | EntityType::Org
                | EntityType::Misc
        )
        && (metonym::acts(
            context.tree(mention),
            context.mentions[mention].mention.head,
            lexicon,
        ) || (entity_type == EntityType::Org && only_metonym(lexicon, &text)))
    {
        let actor = table.known(&context.lexicon.gazetteer, ruler);
        table.also(actor, &text);
        context.mentions[mention].mention.entity = EntityType::Org;
        context.mentions[mention].shown = true;
        context.join(mention, actor, Join::Metonym);
        return;
    }
    if let Some(state) = short_name(context, mention) {
        let actor = table.known(&lexicon.gazetteer, state);
        table.also(actor, &text);
        context.mentions[mention].mention.entity = EntityType::Gpe;
        context.join(mention, actor, Join::ShortName);
        return;
    }
    let Some(sense) = sense(context, tokens, entity_type) else {
        return;
    };
    context.mentions[mention].shown = true;
    let actor = match sense.form {
        NameForm::Demonym => {
            context.mentions[mention].mention.entity = EntityType::Norp;
            demonym(context, table, mention, sense.known, &text)
        }
        _ => {
            context.mentions[mention].mention.entity = sense.known.entity;
            let actor = table.known(&context.lexicon.gazetteer, sense.known);
            table.also(actor, &text);
            actor
        }
    };
    context.join(mention, actor, by_list(&sense, &text));
}

/// The state that a short name means, if the document speaks of just one that is called so: `the North`.
fn short_name<'l>(context: &DocumentContext<'l>, mention: usize) -> Option<&'l Known> {
    let tokens = context.tokens(mention);
    let [only] = context.bare(mention) else {
        return None;
    };
    let codes = context.lexicon.short_names.states(&only.form);
    let sentence = context.tree(mention).sentence();
    let start = context.mentions[mention].mention.tokens.start;
    let before = start.checked_sub(1).map(|before| &sentence.tokens[before]);
    let function_words = &context.lexicon.function_words;
    let is_the = |token: &Token| function_words.has(WordUse::DefiniteArticle, &token.form);
    if codes.is_empty() || !(before.is_some_and(is_the) || tokens.first().is_some_and(is_the)) {
        return None;
    }
    let known = codes
        .iter()
        .filter_map(|code| context.lexicon.gazetteer.state(code));
    let mut spoken_of = known.filter(|known| context.country_prior.weight(known) > 0);
    let state = spoken_of.next()?;
    spoken_of.next().is_none().then_some(state)
}

/// Whether nothing but a seat of power has this name: `Kremlin`.
fn only_metonym(lexicon: &Lexicon, text: &str) -> bool {
    let found = lexicon.gazetteer.find(text);
    found.is_some_and(|found| {
        let mut senses = found.senses.iter();
        senses.all(|sense| sense.form == NameForm::Metonym)
    })
}

/// `Pakistani` is the state; `Pakistanis` are people that belong to it.
fn demonym(
    context: &DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    state: &Known,
    text: &str,
) -> usize {
    let state = table.known(&context.lexicon.gazetteer, state);
    let token = context.head(mention);
    let people = context.mentions[mention].plural
        && token.upos != Upos::Adj
        && !token.is_any(&[Deprel::Amod, Deprel::Compound]);
    if !people {
        return state;
    }
    let state = Some(state);
    table.group(state, &text.to_lowercase(), || {
        Entity::new(text.to_owned(), ActorType::Group, true)
    })
}
