//! Joins what grammar says to be one: appositions, and titles before names.

use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::mentions::{is_genitive, words};
use crate::annotate::{Join, MentionKind};
use crate::text::{ActorType, Deprel, EntityType, Token, Upos};

/// Assigns the entity of a name to the nouns beside it: `the group's leader, Ann Lee`, `Foreign Minister Lee`.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention];
        let Some(noun) = found.noun else { continue };
        if found.mention.actor.is_some()
            || found.mention.kind != MentionKind::Nominal
            || found.plural
        {
            continue;
        }
        let Some(actor) = beside(context, mention) else {
            continue;
        };
        let entity = &table.entities[actor];
        let person = noun.kind == ActorType::Person;
        if person != (entity.kind == ActorType::Person)
            || (entity.kind == ActorType::Place) != (noun.kind == ActorType::Place)
        {
            continue;
        }
        if person {
            note_title(context, table, mention, actor);
            let sex = table.entities[actor].sex.or(noun.sex);
            table.entities[actor].sex = sex;
        }
        if is_mere_title(context, mention) {
            context.mentions[mention].shown = false;
        }
        context.join(mention, actor, Join::Beside);
    }
}

/// Whether the noun is nothing but a title that depends on the name behind it: `President` of `President Lee`.
fn is_mere_title(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention].mention;
    let titled = |token: usize| context.titled.contains_key(&(found.sentence, token));
    if !found.tokens.range().all(titled) {
        return false;
    }
    let mut behind = found.tokens.end..;
    let name = behind.find(|&token| !titled(token));
    let name = name.and_then(|name| context.at_start(found.sentence, name));
    name.is_some_and(|name| {
        let name = context.mentions[name].mention.head;
        context.tree(mention).is_under(found.head, name)
    })
}

/// Adds the noun to the titles of the entity, without its owner: `spokesperson` of `China's spokesperson`.
fn note_title(
    context: &DocumentContext<'_>,
    table: &mut EntityTable,
    mention: usize,
    actor: usize,
) {
    let found = &context.mentions[mention].mention;
    let before_name = context.titled.contains_key(&(found.sentence, found.head));
    if before_name
        && context
            .titled
            .contains_key(&(found.sentence, found.head + 1))
    {
        // A part of a title that is noted as a whole.
        return;
    }
    let tokens = context.tokens(mention);
    let owner = |token: &Token| {
        !token.entity.is_outside() || token.deprel == Deprel::NmodPoss || is_genitive(token)
    };
    let own = tokens.iter().rposition(owner).map_or(0, |last| last + 1);
    let title = if own == 0 || own == tokens.len() {
        context.bare_text(mention)
    } else {
        words(&tokens[own..])
    };
    let titles = &mut table.entities[actor].titles;
    let known = titles
        .iter()
        .any(|other| other.eq_ignore_ascii_case(&title));
    if title.is_empty() || known {
        return;
    }
    let longer = format!(" {title}");
    if before_name && titles.iter().any(|other| other.ends_with(&longer)) {
        return;
    }
    if before_name {
        titles.retain(|shorter| !title.ends_with(&format!(" {shorter}")));
    }
    titles.insert(title);
}

/// The actor of the name that the noun is apposed to, or that is apposed to the noun, or that it describes.
fn beside(context: &DocumentContext<'_>, mention: usize) -> Option<usize> {
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let token = tree.token(found.head);
    if let Some(&actor) = context.titled.get(&(found.sentence, found.head)) {
        return Some(actor);
    }
    let named = |token: usize| {
        let other = context.at(found.sentence, token)?;
        let other = &context.mentions[other].mention;
        (other.kind == MentionKind::Name)
            .then_some(other.actor)
            .flatten()
    };
    // `FO spokesperson Lee`, however the tree has it.
    let next = context.at_start(found.sentence, found.tokens.end);
    if found.entity == EntityType::Person
        && let Some(next) = next.map(|next| &context.mentions[next].mention)
        && next.kind == MentionKind::Name
        && next.entity == EntityType::Person
        && next.actor.is_some()
    {
        return next.actor;
    }
    if matches!(token.deprel, Deprel::Appos | Deprel::NmodDesc)
        && let Some(actor) = token.head.and_then(named)
    {
        return Some(actor);
    }
    // `Deputy Prime Minister and Foreign Minister Dar`.
    let mut described = tree.children_by(found.head, &[Deprel::Conj]);
    if token.deprel == Deprel::NmodDesc
        && let Some(actor) = described.find_map(named)
    {
        return Some(actor);
    }
    if token.relation() == Deprel::Conj
        && let Some(first) = token.head.map(|first| tree.token(first))
        && first.deprel == Deprel::NmodDesc
        && let Some(actor) = first.head.and_then(named)
    {
        return Some(actor);
    }
    let mut behind = tree.children_by(found.head, &[Deprel::Appos, Deprel::Flat]);
    behind
        .find_map(named)
        .or_else(|| behind_comma(context, mention))
}

/// The person whose name stands between commas behind the noun and its phrase: `the envoy for Chad, AntecedentChooser Ann Lee, said`.
fn behind_comma(context: &DocumentContext<'_>, mention: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let found = &context.mentions[mention].mention;
    if found.entity != EntityType::Person {
        return None;
    }
    let tokens = &context.tree(mention).sentence().tokens;
    let rest = tokens.get(found.tokens.end..)?;
    let mut phrase = rest.iter().take(LONGEST);
    let comma = found.tokens.end + phrase.position(|token| token.form == ",")?;
    let between = &tokens[found.tokens.end..comma];
    let plain = between.iter().all(|token| {
        !matches!(
            token.upos,
            Upos::Verb | Upos::Aux | Upos::Punct | Upos::Sconj | Upos::Cconj
        )
    });
    if !plain || between.first().is_some_and(|first| first.upos != Upos::Adp) {
        return None;
    }
    let mut start = comma + 1;
    while context.titled.contains_key(&(found.sentence, start)) {
        start += 1;
    }
    let name = context.at_start(found.sentence, start)?;
    let name = &context.mentions[name].mention;
    let closed = tokens
        .get(name.tokens.end)
        .is_some_and(|token| token.form == ",");
    let list = tokens
        .get(name.tokens.end + 1)
        .is_some_and(|token| token.upos == Upos::Propn || token.upos == Upos::Cconj);
    (name.entity == EntityType::Person && closed && !list)
        .then_some(name.actor)
        .flatten()
}
