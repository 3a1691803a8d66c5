//! The meaning that the gazetteer gives a name in its document.

use crate::annotate::Join;
use crate::lexicon::{NameForm, Sense};
use crate::text::{ActorType, EntityType, Token};

use super::context::DocumentContext;

/// What the gazetteer says of a whole name that the tagger takes for an `entity_type`; of several meanings the one of which
/// the document speaks, and none if it does not tell two organisations apart.
pub(super) fn sense<'l>(
    context: &DocumentContext<'l>,
    tokens: &[Token],
    entity_type: EntityType,
) -> Option<Sense<'l>> {
    let matches = context.lexicon.gazetteer.names_at(tokens, 0);
    let whole = matches.into_iter().find(|name| name.tokens == tokens.len());
    let Some(whole) = whole else {
        return of_state(context, tokens, entity_type);
    };
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
        .filter(|sense| fits(entity_type, sense))
        .copied()
        .collect();
    if !fitting.is_empty() {
        let chosen = context.country_prior.choose(&fitting)?;
        // *Reform Party* is South Korea's only in a text about South Korea.
        let foreign = is_qualified(&chosen) && context.country_prior.weight(chosen.known) == 0;
        return (!foreign).then_some(chosen);
    }
    if entity_type == EntityType::Person {
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

/// What the gazetteer says of a body behind the name of its own state: *the Chadian National Security Agency*.
fn of_state<'l>(
    context: &DocumentContext<'l>,
    tokens: &[Token],
    entity_type: EntityType,
) -> Option<Sense<'l>> {
    let gazetteer = &context.lexicon.gazetteer;
    let state = gazetteer.longest_at(tokens, 0)?;
    let rest = tokens.get(state.tokens..).filter(|rest| rest.len() > 1)?;
    let of = |sense: &&Sense<'_>| sense.known.actor == ActorType::State;
    let code = state.senses.iter().find(of)?.known.state.as_deref()?;
    let names = gazetteer.names_at(rest, 0).into_iter();
    let whole = names.into_iter().find(|name| name.tokens == rest.len())?;
    let own = |sense: &&Sense<'l>| {
        sense.form == NameForm::Name
            && sense.known.state.as_deref() == Some(code)
            && sense.holds_on(context.date)
            && fits(entity_type, sense)
    };
    whole.senses.iter().find(own).copied()
}

/// Whether the gazetteer tells an organisation from others of the same name by its state.
fn is_qualified(sense: &Sense<'_>) -> bool {
    let known = sense.known;
    sense.ambiguous
        && known.entity == EntityType::Org
        && known.state.is_some()
        && known.name.ends_with(')')
}

/// Whether a name that is tagged so can have this sense.
fn fits(entity_type: EntityType, sense: &Sense<'_>) -> bool {
    use EntityType::{Fac, Gpe, Loc, Misc, Norp, Org, Person};
    if sense.form == NameForm::Demonym {
        return matches!(entity_type, Norp | Misc | Gpe | Loc);
    }
    match entity_type {
        Person => sense.known.entity == Person,
        Gpe | Loc | Fac => matches!(sense.known.entity, Gpe | Loc | Fac),
        Org => sense.known.entity == Org,
        Norp => matches!(sense.known.entity, Norp | Org),
        _ => !sense.ambiguous,
    }
}

/// The rule by which a name of the gazetteer gets its entity.
pub(super) fn by_list(sense: &Sense<'_>, text: &str) -> Join {
    match sense.form {
        _ if sense.known.name == text => Join::Name,
        _ if sense.user => Join::User,
        NameForm::Demonym => Join::Demonym,
        _ => Join::Gazetteer,
    }
}
