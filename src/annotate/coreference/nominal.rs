//! Resolves a noun to an earlier mention of its kind, or to a new entity.

use crate::annotate::actors::{DocumentContext, Entity, EntityTable};
use crate::annotate::mentions::{MentionCandidate, bare, words};
use crate::annotate::{Join, MentionKind};
use crate::lexicon::ActorNoun;
use crate::text::{ActorType, Deprel, EntityType};

use super::determiner::{Determiner, determiner, is_predicate};
use super::history::History;
use super::identified::{differ, is_aged, is_office, of_its_name, only_person, owner};
use super::profile::Profile;

/// How many sentences back a definite noun is followed.
const REACH: usize = 6;

/// Assigns an entity to a noun.
pub(super) fn assign(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    history: &History,
    mention: usize,
) {
    let found = &context.mentions[mention];
    let Some(noun) = found.noun else { return };
    if noun.kind == ActorType::Other || is_predicate(context, mention) {
        return;
    }
    if let Some(place) = of_its_name(context, table, mention) {
        context.join(mention, place, Join::Explained);
        return;
    }
    if matches!(determiner(context, mention), Determiner::Negative) {
        return;
    }
    if let Some(actor) = meant(context, table, history, mention, noun) {
        context.set(mention, actor);
        return;
    }
    let text = context.bare_text(mention);
    let kind = match (noun.kind, found.plural) {
        (ActorType::Person, true) => ActorType::Group,
        (kind, _) => kind,
    };
    let mut entity = Entity::new(text, kind, false);
    entity.plural = found.plural;
    entity.sex = noun.sex;
    // An indefinite singular is a new entity each time: `a guard`. Otherwise the same words mean the same.
    let one = matches!(determiner(context, mention), Determiner::Indefinite) && !found.plural;
    let actor = if one {
        table.add(entity)
    } else {
        let key = key(context, mention, &entity.name);
        table.group(None, &key, || entity)
    };
    context.set(mention, actor);
}

/// The entity of an earlier mention that the noun means.
fn meant(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
    noun: ActorNoun,
) -> Option<usize> {
    let plural = context.mentions[mention].plural;
    if is_office(context, mention) {
        return None;
    }
    let earlier = match determiner(context, mention) {
        Determiner::Definite if !plural => {
            let aged = noun.kind == ActorType::Person && is_aged(context, mention);
            let person = aged.then(|| only_person(context, table, history, mention));
            if let Some(person) = person.flatten() {
                return Some(person);
            }
            let same = same_noun(context, history, mention);
            let kind = || of_the_kind(context, table, history, mention);
            match (aged, noun.generic) {
                (true, _) => same,
                // A name between counts for more than the same noun before it: `An agency … the Port Agency … the agency`.
                (_, true) => same.max(kind()),
                (_, false) => same.or_else(kind),
            }
        }
        Determiner::Definite | Determiner::Other => same_noun(context, history, mention),
        Determiner::Indefinite | Determiner::Negative => None,
    };
    context.mentions[earlier?].mention.actor
}

/// What nouns of one entity have in common: their words, and whose it is.
fn key(context: &DocumentContext<'_>, mention: usize, name: &str) -> String {
    let name = name.to_lowercase();
    let Some(owner) = owner(context, mention) else {
        return name;
    };
    let pronoun = context.mentions[owner].pronoun;
    match context.mentions[owner].mention.actor {
        Some(owner) => format!("{name} {owner}"),
        // Nobody knows whose it is.
        None if pronoun.is_some_and(|pronoun| pronoun.person == 3) => format!("{name} ?{mention}"),
        None => name,
    }
}

/// An earlier noun with the same words and an actor, or the same head where one of the two has no more than it.
fn same_noun(context: &DocumentContext<'_>, history: &History, mention: usize) -> Option<usize> {
    let found = &context.mentions[mention];
    let text = context.bare_text(mention).to_lowercase();
    let short = (text == found.lemma.as_str() || !text.contains(' ')) && !is_aged(context, mention);
    let matches = |other: &MentionCandidate, index: usize| {
        if other.mention.kind != MentionKind::Nominal
            || other.lemma != found.lemma
            || other.plural != found.plural
            || other.mention.actor.is_none()
            || differ(context, mention, index)
        {
            return false;
        }
        let same = context.bare_text(index).to_lowercase() == text;
        same || (short && !found.plural)
    };
    let mut back = history.back(context, found.mention.sentence, 4 * REACH);
    back.find(|&index| matches(&context.mentions[index], index))
}

/// The last mention of an actor of the noun's kind that has a name: `the militant group`, `the country`, `the president`.
fn of_the_kind(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
) -> Option<usize> {
    let found = &context.mentions[mention];
    let noun = found.noun?;
    let tree = context.tree(mention);
    let restricted = tree
        .children_by(
            found.mention.head,
            &[Deprel::Nmod, Deprel::AclRelcl, Deprel::Nummod],
        )
        .any(|child| child > found.mention.head || tree.token(child).deprel == Deprel::NmodPoss);
    if restricted {
        return None;
    }
    let mut back = history.back(context, found.mention.sentence, REACH);
    back.find(|&earlier| is_of_the_kind(context, table, mention, earlier, noun))
}

/// Whether an earlier mention has a named entity of the noun's kind.
fn is_of_the_kind(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    earlier: usize,
    noun: ActorNoun,
) -> bool {
    let Some(actor) = context.mentions[earlier].mention.actor else {
        return false;
    };
    let lemma = &context.mentions[mention].lemma;
    let entity = &table.entities[actor];
    if !entity.named || Profile::new(context, table, earlier).plural {
        return false;
    }
    let own_word = || {
        let mut names = entity.aliases.iter().chain([&entity.name]);
        names.any(|name| name.to_lowercase().split(' ').any(|word| word == lemma))
    };
    use ActorType as Kind;
    match noun.kind {
        Kind::Body | Kind::Organisation if !noun.generic && !own_word() => false,
        Kind::Person => {
            entity.kind == Kind::Person && fits_person(context, table, mention, earlier, entity)
        }
        Kind::ArmedGroup => {
            entity.kind == Kind::ArmedGroup
                || (entity.kind == Kind::Organisation && entity.known.is_none())
        }
        Kind::Organisation | Kind::Group => {
            let group = matches!(
                entity.kind,
                Kind::Organisation
                    | Kind::ArmedGroup
                    | Kind::Party
                    | Kind::InternationalOrganisation
            );
            // `the family` is no organisation.
            let may = noun.kind == Kind::Organisation || noun.generic;
            group && noun.collective && may
        }
        Kind::Company => matches!(entity.kind, Kind::Company | Kind::Organisation),
        // `the province`, `the river`, and `the state` in the USA.
        Kind::State | Kind::Place if is_such(context, entity, lemma) => true,
        // `the kingdom` is not any state.
        Kind::State if !noun.generic && !own_word() => false,
        Kind::Place => {
            let gpe = context.mentions[earlier].mention.entity == EntityType::Gpe;
            entity.kind == Kind::Place && (own_word() || (gpe && is_city(lemma)))
        }
        kind => entity.kind == kind,
    }
}

/// Whether the noun may mean a person: by a title, or by the sex of both.
fn fits_person(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    earlier: usize,
    entity: &Entity,
) -> bool {
    let wanted = Profile::new(context, table, mention).sex;
    let sexed = wanted.is_some() && wanted == Profile::new(context, table, earlier).sex;
    sexed || has_title(context, table, mention, entity)
}

/// Whether the person has the title that the noun names: `the Italian prime minister`.
fn has_title(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    entity: &Entity,
) -> bool {
    let found = &context.mentions[mention];
    let gazetteer = &context.lexicon.gazetteer;
    let known = entity.known.as_deref().and_then(|id| gazetteer.by_id(id));
    let tree = context.tree(mention);
    let modifiers = tree.children_by(found.mention.head, &[Deprel::Amod, Deprel::Compound]);
    let mut owners = modifiers.filter_map(|child| context.actor_at(found.mention.sentence, child));
    let owner = owners.next();
    if let Some(owner) = owner {
        let state = known.and_then(|known| known.state.as_deref());
        let id = state.map(|state| format!("state/{state}"));
        let foreign = match entity.belongs_to {
            Some(other) => other != owner,
            None => id.is_none() || id != table.entities[owner].known,
        };
        if foreign {
            return false;
        }
    }
    let tokens = context.tokens(mention);
    let own = tokens.iter().rposition(|token| !token.entity.is_outside());
    let own = &tokens[own.map_or(0, |last| last + 1)..];
    let own = words(bare(own, context.lexicon)).to_lowercase();
    // `the new minister` may be any, `the prime minister` is no other minister.
    let wanted = match gazetteer.title(&own) {
        Some(_) => own.as_str(),
        None => found.lemma.as_str(),
    };
    let same_roles = &context.lexicon.same_roles;
    let told = entity.titles.iter().any(|title| {
        let title = title.to_lowercase();
        title.ends_with(wanted) || same_roles.names(wanted, &title, owner.is_some())
    });
    told || known.is_some_and(|known| {
        known.detail.ends_with(wanted)
            || (owner.is_some() && same_roles.names(wanted, &known.detail, true))
    })
}

/// Whether lists know the actor as a place of the kind that the noun names.
fn is_such(context: &DocumentContext<'_>, entity: &Entity, lemma: &str) -> bool {
    let known = entity.known.as_deref();
    let known = known.and_then(|id| context.lexicon.gazetteer.by_id(id));
    entity.kind == ActorType::Place && known.is_some_and(|known| known.detail == lemma)
}

/// Whether the noun means a place that has a name as a rule.
fn is_city(lemma: &str) -> bool {
    matches!(lemma, "city" | "town" | "village" | "province" | "island")
}
