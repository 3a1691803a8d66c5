//! Gives names their actors: those that the gazetteer knows, then people, then all others.

use rustc_hash::FxHashSet;

use crate::annotate::{Join, MentionKind};
use crate::lexicon::{Known, Lexicon, NameForm, Sense};
use crate::text::{ActorType, Deprel, EntityType, Token, Upos};

use super::context::{DocumentContext, bare, words};
use super::table::{Entity, EntityTable};
use super::unknown::Names;
use super::{metonym, person, surname};

/// Lets every name stand for an actor.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    let decided = surname::assign(context);
    let mut names = Names::default();
    let mut bearers: FxHashSet<&str> = FxHashSet::default();
    for mention in 0..context.found.len() {
        if !is_name(context, mention) {
            continue;
        }
        if decided.contains(&mention) {
            if context.found[mention].mention.entity != EntityType::Person {
                by_gazetteer(context, table, mention);
            }
            continue;
        }
        place_before_bearer(context, mention, &mut bearers);
        if !is_person(context, mention) {
            by_gazetteer(context, table, mention);
        }
    }
    person::assign(context, table);
    for mention in 0..context.found.len() {
        if is_name(context, mention) {
            names.note(context, table, mention);
        }
    }
    for mention in 0..context.found.len() {
        if is_name(context, mention) && context.found[mention].mention.actor.is_none() {
            names.assign(context, table, mention);
        }
    }
}

/// Takes a single word that is tagged as a person's name for the place that it is the name of too, if the document
/// speaks of that place and has not named anybody in full who is called so: `Jordan recalled its envoy`, and `Jim
/// Jordan` only later. `bearers` are the words of full names so far.
fn place_before_bearer<'a>(
    context: &mut DocumentContext<'a>,
    mention: usize,
    bearers: &mut FxHashSet<&'a str>,
) {
    let tokens = bare(context.tokens(mention));
    let found = &context.found[mention].mention;
    if found.entity != EntityType::Person {
        return;
    }
    let [only] = tokens else {
        bearers.extend(tokens.iter().map(|token| token.form.as_str()));
        return;
    };
    let first = found.tokens.start;
    let before = first
        .checked_sub(1)
        .map(|before| &context.tree(mention).sentence().tokens[before]);
    let titled =
        before.is_some_and(|before| context.lexicon.gazetteer.title(&before.form).is_some());
    if bearers.contains(only.form.as_str()) || titled {
        return;
    }
    let Some(name) = context.lexicon.gazetteer.longest_at(tokens, 0) else {
        return;
    };
    let place = name.senses.iter().find(|sense| {
        let named = matches!(sense.form, NameForm::Name | NameForm::Acronym);
        named
            && sense.known.entity == EntityType::Gpe
            && context.country_prior.weight(sense.known) > 0
    });
    if let Some(place) = place {
        context.found[mention].mention.entity = place.known.entity;
    }
}

fn is_name(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.found[mention];
    found.mention.kind == MentionKind::Name && found.mention.entity != EntityType::Date
}

/// Whether a name that is tagged as a person's can be one: not if the gazetteer knows it for something else alone.
fn is_person(context: &mut DocumentContext<'_>, mention: usize) -> bool {
    if context.found[mention].mention.entity != EntityType::Person {
        return false;
    }
    let tokens = bare(context.tokens(mention));
    if let [only] = tokens
        && only.form.contains('&')
    {
        // `J&J`
        context.found[mention].mention.entity = EntityType::Org;
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
        context.found[mention].mention.entity = EntityType::Misc;
    }
    !other
}

/// What the gazetteer says of a whole name that the tagger takes for an `entity`; of several meanings the one of which
/// the document speaks, and none if it does not tell two organisations apart.
pub(super) fn sense<'l>(
    context: &DocumentContext<'l>,
    tokens: &[Token],
    entity: EntityType,
) -> Option<Sense<'l>> {
    let matches = context.lexicon.gazetteer.names_at(tokens, 0);
    let whole = matches
        .into_iter()
        .find(|name| name.tokens == tokens.len())?;
    let own = |sense: &&Sense<'l>| {
        let form = matches!(
            sense.form,
            NameForm::Name | NameForm::Acronym | NameForm::Demonym
        );
        form && sense.holds_on(context.date)
    };
    let senses = || whole.senses.iter().filter(own);
    if let Some(given) = senses().find(|sense| sense.user) {
        return Some(*given);
    }
    let fitting: Vec<Sense<'l>> = senses()
        .filter(|sense| fits(entity, sense))
        .copied()
        .collect();
    if !fitting.is_empty() {
        return context.country_prior.choose(&fitting);
    }
    if entity == EntityType::Person {
        return None;
    }
    if let Some(clear) = senses().find(|sense| !sense.ambiguous) {
        return Some(*clear);
    }
    // `Korea`, tagged as an organisation in a text about it.
    let states = senses().filter(|sense| sense.known.actor == ActorType::State);
    let spoken_of = states.filter(|sense| context.country_prior.weight(sense.known) > 0);
    let spoken_of: Vec<Sense<'l>> = spoken_of.copied().collect();
    context.country_prior.choose(&spoken_of)
}

/// Whether a name that is tagged so can have this sense.
fn fits(entity: EntityType, sense: &Sense<'_>) -> bool {
    use EntityType::{Fac, Gpe, Loc, Misc, Norp, Org, Person};
    if sense.form == NameForm::Demonym {
        return matches!(entity, Norp | Misc | Gpe | Loc);
    }
    match entity {
        Person => sense.known.entity == Person,
        Gpe | Loc | Fac => matches!(sense.known.entity, Gpe | Loc | Fac),
        Org => sense.known.entity == Org,
        Norp => matches!(sense.known.entity, Norp | Org),
        _ => !sense.ambiguous,
    }
}

fn by_gazetteer(context: &mut DocumentContext<'_>, table: &mut EntityTable, mention: usize) {
    let lexicon = context.lexicon;
    let tokens = bare(context.tokens(mention));
    let entity = context.found[mention].mention.entity;
    let text = words(tokens);
    if let Some(ruler) = lexicon.gazetteer.metonym(&text, context.date)
        && matches!(
            entity,
            EntityType::Gpe
                | EntityType::Loc
                | EntityType::Fac
                | EntityType::Org
                | EntityType::Misc
        )
        && (metonym::acts(
            context.tree(mention),
            context.found[mention].mention.head,
            lexicon,
        ) || (entity == EntityType::Org && only_metonym(lexicon, &text)))
    {
        let actor = table.known(&context.lexicon.gazetteer, ruler);
        table.also(actor, &text);
        context.found[mention].mention.entity = EntityType::Org;
        context.found[mention].shown = true;
        context.join(mention, actor, Join::Metonym);
        return;
    }
    if let Some(state) = short_name(context, mention) {
        let actor = table.known(&lexicon.gazetteer, state);
        table.also(actor, &text);
        context.found[mention].mention.entity = EntityType::Gpe;
        context.join(mention, actor, Join::ShortName);
        return;
    }
    let Some(sense) = sense(context, tokens, entity) else {
        return;
    };
    context.found[mention].shown = true;
    let actor = match sense.form {
        NameForm::Demonym => {
            context.found[mention].mention.entity = EntityType::Norp;
            demonym(context, table, mention, sense.known, &text)
        }
        _ => {
            context.found[mention].mention.entity = sense.known.entity;
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
    let [only] = bare(tokens) else { return None };
    let codes = context.lexicon.short_names.states(&only.form);
    let sentence = context.tree(mention).sentence();
    let start = context.found[mention].mention.tokens.start;
    let before = start.checked_sub(1).map(|before| &sentence.tokens[before]);
    let is_the = |token: &Token| token.form.eq_ignore_ascii_case("the");
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

/// By which rule a name of the gazetteer's stands for whom it means.
pub(super) fn by_list(sense: &Sense<'_>, text: &str) -> Join {
    match sense.form {
        _ if sense.known.name == text => Join::Name,
        _ if sense.user => Join::User,
        NameForm::Demonym => Join::Demonym,
        _ => Join::Gazetteer,
    }
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
    let people = context.found[mention].plural
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
