//! Nouns: somebody of the kind who was mentioned before, or a newcomer.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, Entity, EntityTable, bare, words};
use crate::annotate::mentions::Found;
use crate::lexicon::Part;
use crate::text::{ActorType, Deprel, EntityType};

use super::candidate::{History, Profile};

/// How many sentences back a definite noun is followed.
const REACH: usize = 6;

/// Lets a noun stand for an actor.
pub(super) fn assign(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    history: &History,
    mention: usize,
) {
    let found = &context.found[mention];
    let Some(noun) = found.noun else { return };
    if noun.kind == ActorType::Other || is_predicate(context, mention) {
        return;
    }
    let actor = match determiner(context, mention) {
        Determiner::Negative => return,
        Determiner::Definite if !found.plural => {
            let same = same_noun(context, history, mention);
            let kind = of_the_kind(context, table, history, mention);
            // A name between counts for more than the same noun before it: `An agency … the Port Agency … the agency`.
            if noun.generic {
                same.max(kind)
            } else {
                same.or(kind)
            }
        }
        Determiner::Definite | Determiner::Other => same_noun(context, history, mention),
        Determiner::Indefinite => None,
    };
    if let Some(actor) = actor.and_then(|earlier| context.found[earlier].mention.actor) {
        context.set(mention, actor);
        return;
    }
    let text = context.bare_text(mention);
    let kind = match (noun.kind, found.plural) {
        (ActorType::Person, true) => ActorType::Group,
        (kind, _) => kind,
    };
    let mut role = Entity::new(text, kind, false);
    role.plural = found.plural;
    role.sex = noun.sex;
    // One of several is somebody else each time: `a guard`; the same words without it mean the same.
    let one = matches!(determiner(context, mention), Determiner::Indefinite) && !found.plural;
    let actor = if one {
        table.add(role)
    } else {
        let key = role.name.to_lowercase();
        table.group(None, &key, || role)
    };
    context.set(mention, actor);
}

/// What stands before a noun.
pub(super) enum Determiner {
    /// `the`, `this`, `its`.
    Definite,
    /// `a`, `another`, `some`, `many`.
    Indefinite,
    /// `no`, `neither`: there is nobody.
    Negative,
    /// None.
    Other,
}

/// What stands before the noun of a mention.
pub(super) fn determiner(context: &DocumentContext<'_>, mention: usize) -> Determiner {
    let found = &context.found[mention].mention;
    let tree = context.tree(mention);
    let Some(child) = tree
        .children_by(found.head, &[Deprel::Det, Deprel::NmodPoss])
        .next()
    else {
        return Determiner::Other;
    };
    let token = tree.token(child);
    let negates = &context.lexicon.words;
    if negates.negates(&token.form.to_lowercase(), Part::Determiner) {
        return Determiner::Negative;
    }
    let definite = token.deprel == Deprel::NmodPoss
        || token.feature("Definite") == Some("Def")
        || token.feature("PronType") == Some("Dem")
        || DEFINITE
            .iter()
            .any(|word| token.form.eq_ignore_ascii_case(word));
    if definite {
        Determiner::Definite
    } else {
        Determiner::Indefinite
    }
}

/// Determiners that point at somebody known, for trees without features.
const DEFINITE: [&str; 7] = ["the", "this", "that", "these", "those", "such", "both"];

/// Whether the noun is what is said of somebody else: `she is a doctor`.
pub(super) fn is_predicate(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.found[mention].mention;
    context
        .tree(mention)
        .child(found.head, Deprel::Cop)
        .is_some()
}

/// An earlier noun with the same words and an actor, or the same head where one of the two has no more than it.
fn same_noun(context: &DocumentContext<'_>, history: &History, mention: usize) -> Option<usize> {
    let found = &context.found[mention];
    let text = context.bare_text(mention).to_lowercase();
    let short = text == found.lemma.as_str() || !text.contains(' ');
    let matches = |other: &Found, index: usize| {
        if other.mention.kind != MentionKind::Nominal
            || other.lemma != found.lemma
            || other.plural != found.plural
            || other.mention.actor.is_none()
        {
            return false;
        }
        let same = context.bare_text(index).to_lowercase() == text;
        same || (short && !found.plural)
    };
    let mut back = history.back(context, found.mention.sentence, 4 * REACH);
    back.find(|&index| matches(&context.found[index], index))
}

/// The last mention of an actor of the noun's kind that has a name: `the militant group`, `the country`, `the president`.
fn of_the_kind(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
) -> Option<usize> {
    let found = &context.found[mention];
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
    let wanted = Profile::new(context, table, mention);
    let fits = |&index: &usize| {
        let Some(actor) = context.found[index].mention.actor else {
            return false;
        };
        let role = &table.entities[actor];
        let other = Profile::new(context, table, index);
        if !role.named || other.plural {
            return false;
        }
        let own_word = || {
            let mut names = role.aliases.iter().chain([&role.name]);
            names.any(|name| {
                name.to_lowercase()
                    .split(' ')
                    .any(|word| word == found.lemma)
            })
        };
        if matches!(noun.kind, ActorType::Body | ActorType::Organisation)
            && !noun.generic
            && !own_word()
        {
            return false;
        }
        match noun.kind {
            ActorType::Person => {
                let title = bears(context, table, mention, role);
                let sexed = wanted.sex.is_some() && wanted.sex == other.sex;
                role.kind == ActorType::Person && (title || sexed)
            }
            ActorType::ArmedGroup => {
                role.kind == ActorType::ArmedGroup
                    || (role.kind == ActorType::Organisation && role.known.is_none())
            }
            ActorType::Organisation | ActorType::Group => {
                let group = matches!(
                    role.kind,
                    ActorType::Organisation
                        | ActorType::ArmedGroup
                        | ActorType::Party
                        | ActorType::InternationalOrganisation
                );
                // `the family` is no organisation.
                let may = noun.kind == ActorType::Organisation || noun.generic;
                group && noun.collective && may
            }
            ActorType::InternationalOrganisation => {
                role.kind == ActorType::InternationalOrganisation
            }
            ActorType::Company => matches!(role.kind, ActorType::Company | ActorType::Organisation),
            // `the province`, `the river`, and `the state` in the USA.
            ActorType::State | ActorType::Place if is_such(context, role, &found.lemma) => true,
            // `the kingdom` is not any state.
            ActorType::State if !noun.generic && !own_word() => false,
            ActorType::Place => {
                let gpe = context.found[index].mention.entity == EntityType::Gpe;
                role.kind == ActorType::Place && (own_word() || (gpe && is_city(&found.lemma)))
            }
            kind => role.kind == kind,
        }
    };
    let mut back = history.back(context, found.mention.sentence, REACH);
    back.find(fits)
}

/// Whether somebody has the role of which the noun tells: `the Italian prime minister`.
fn bears(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    role: &Entity,
) -> bool {
    let found = &context.found[mention];
    let gazetteer = &context.lexicon.gazetteer;
    let known = role.known.as_deref().and_then(|id| gazetteer.by_id(id));
    let tree = context.tree(mention);
    let modifiers = tree.children_by(found.mention.head, &[Deprel::Amod, Deprel::Compound]);
    let mut owners = modifiers.filter_map(|child| context.actor_at(found.mention.sentence, child));
    let owner = owners.next();
    if let Some(owner) = owner {
        let state = known.and_then(|known| known.state.as_deref());
        let id = state.map(|state| format!("state/{state}"));
        let foreign = match role.belongs_to {
            Some(other) => other != owner,
            None => id.is_none() || id != table.entities[owner].known,
        };
        if foreign {
            return false;
        }
    }
    let tokens = context.tokens(mention);
    let own = tokens.iter().rposition(|token| !token.entity.is_empty());
    let own = words(bare(&tokens[own.map_or(0, |last| last + 1)..])).to_lowercase();
    // `the new minister` may be any, `the prime minister` is no other minister.
    let wanted = match gazetteer.title(&own) {
        Some(_) => own.as_str(),
        None => found.lemma.as_str(),
    };
    let same_roles = &context.lexicon.same_roles;
    let told = role.titles.iter().any(|title| {
        let title = title.to_lowercase();
        title.ends_with(wanted) || same_roles.names(wanted, &title, owner.is_some())
    });
    told || known.is_some_and(|known| {
        known.detail.ends_with(wanted)
            || (owner.is_some() && same_roles.names(wanted, &known.detail, true))
    })
}

/// Whether lists know the actor as a place of the kind that the noun names.
fn is_such(context: &DocumentContext<'_>, role: &Entity, lemma: &str) -> bool {
    let known = role.known.as_deref();
    let known = known.and_then(|id| context.lexicon.gazetteer.by_id(id));
    role.kind == ActorType::Place && known.is_some_and(|known| known.detail == lemma)
}

/// Whether the noun means a place that has a name as a rule.
fn is_city(lemma: &str) -> bool {
    matches!(lemma, "city" | "town" | "village" | "province" | "island")
}
