//! Further names that the text gives somebody: *a miner who goes by Badger*, *Orlik Bank (now Verdi)*.
//!
//! In: names with their entities. Out: one entity for both, under the name that holds today.

use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::mentions::lemma;
use crate::annotate::{Join, MentionKind};
use crate::lexicon::Naming;
use crate::text::{ActorType, Deprel, Upos, Xpos};

/// Joins everybody with the further names that the text gives them.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    for sentence in 0..context.trees.len() {
        for token in 0..context.trees[sentence].sentence().tokens.len() {
            let by_verb = by_verb(context, sentence, token);
            if let Some((bearer, name)) = by_verb.or_else(|| bracketed(context, sentence, token)) {
                join(context, table, bearer, name);
            }
        }
    }
}

/// The bearer and the further name, if the token is a verb that gives one: *known as the Fox*.
fn by_verb(context: &DocumentContext<'_>, sentence: usize, verb: usize) -> Option<(usize, usize)> {
    let tree = &context.trees[sentence];
    let node = tree.token(verb);
    if node.upos != Upos::Verb || !node.is_any(&[Deprel::Acl, Deprel::AclRelcl]) {
        return None;
    }
    let passive = node.xpos == Xpos::Vbn;
    let child = match context.lexicon.naming.of(&lemma(node))? {
        Naming::Participle if passive => tree
            .children_by(verb, &[Deprel::Obj, Deprel::Xcomp])
            .find(|&child| child > verb)?,
        Naming::Behind(preposition) if passive || tree.child(verb, Deprel::Obj).is_none() => {
            let stands = |&child: &usize| {
                let case = tree.child(child, Deprel::Case).map(|case| tree.token(case));
                case.is_some_and(|case| case.form.eq_ignore_ascii_case(preposition))
            };
            let mut phrases = tree.children_by(verb, &[Deprel::Obl, Deprel::Xcomp]);
            phrases.find(stands)?
        }
        _ => return None,
    };
    let bearer = context.at(sentence, node.head?)?;
    let name = context.at(sentence, child)?;
    let own = &context.mentions[name].mention;
    // *known as the Fox* is a name, *known as a haven for thieves* is none.
    let proper = own.kind == MentionKind::Name || tree.token(child).upos == Upos::Propn;
    (proper && bearer != name && !context.mentions[bearer].plural).then_some((bearer, name))
}

/// The bearer under today's name first, if the token is an adverb between an opening bracket and a further name.
fn bracketed(
    context: &DocumentContext<'_>,
    sentence: usize,
    adverb: usize,
) -> Option<(usize, usize)> {
    let tokens = &context.trees[sentence].sentence().tokens;
    let naming = context
        .lexicon
        .naming
        .of(&tokens[adverb].form.to_lowercase());
    let now = match naming? {
        Naming::Now => true,
        Naming::Once => false,
        _ => return None,
    };
    let open = adverb
        .checked_sub(1)
        .filter(|&open| tokens[open].form == "(")?;
    let inner = context.at_start(sentence, adverb + 1)?;
    let closed = tokens.get(context.mentions[inner].mention.tokens.end);
    if closed.is_none_or(|token| token.form != ")") {
        return None;
    }
    let outer = (0..inner).rev().find(|&other| {
        let found = &context.mentions[other].mention;
        (found.sentence, found.tokens.end, found.kind) == (sentence, open, MentionKind::Name)
    })?;
    Some(if now { (inner, outer) } else { (outer, inner) })
}

/// Gives both mentions, and all others of the second entity, the entity of the bearer; a noun gets that of its name.
fn join(context: &mut DocumentContext<'_>, table: &mut EntityTable, bearer: usize, name: usize) {
    let actor = |mention: usize| context.mentions[mention].mention.actor;
    match (actor(bearer), actor(name)) {
        (Some(keep), Some(other)) if keep != other && alike(table, keep, other) => {
            let mut aliases = std::mem::take(&mut table.entities[other].aliases);
            aliases.insert(table.entities[other].name.clone());
            for alias in &aliases {
                table.also(keep, alias);
            }
            let same = |mention: &usize| context.mentions[*mention].mention.actor == Some(other);
            let all: Vec<usize> = (0..context.mentions.len()).filter(same).collect();
            for mention in all {
                context.join(mention, keep, Join::Renamed);
            }
        }
        (Some(keep), None) => {
            let text = context.bare_text(name);
            table.also(keep, &text);
            context.join(name, keep, Join::Renamed);
        }
        (None, Some(keep)) if fits(context, table, bearer, keep) => {
            context.join(bearer, keep, Join::Renamed);
        }
        _ => {}
    }
}

/// Whether two entities can be one: both people, both organisations, and so on.
fn alike(table: &EntityTable, one: usize, other: usize) -> bool {
    let (one, other) = (&table.entities[one], &table.entities[other]);
    let open = other.known.is_none() && other.kind != ActorType::State;
    one.kind.class() == other.kind.class() && (open || one.known.is_none())
        || one.kind == ActorType::Person && open && other.kind == ActorType::Other
}

/// Whether the noun can mean the entity; the noun tells what one is of which only the name is known.
fn fits(context: &DocumentContext<'_>, table: &mut EntityTable, noun: usize, actor: usize) -> bool {
    let Some(noun) = context.mentions[noun].noun else {
        return false;
    };
    let entity = &mut table.entities[actor];
    let same = (noun.kind == ActorType::Person) == (entity.kind == ActorType::Person);
    if !same && entity.known.is_none() {
        entity.kind = noun.kind;
        entity.human = matches!(noun.kind, ActorType::Person | ActorType::Group);
        entity.plural = noun.kind == ActorType::Group;
        return true;
    }
    same
}
