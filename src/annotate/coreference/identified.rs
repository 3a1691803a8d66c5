//! Nouns whose own phrase tells whom they mean, or whom they do not.
//!
//! In: a noun, and the mentions before it. Out: the entity that the phrase names (*the state of South Australia*), the
//! person at whom an age points (*the 34-year-old*), and whether two phrases can mean the same.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::mentions::lemma;
use crate::lexicon::WordUse;
use crate::text::{ActorType, Deprel, EntityType, Upos, Xpos};

use super::determiner::{Determiner, determiner};
use super::history::History;
use super::profile::Profile;

/// The entity of the place that the noun itself is: Lyon of *the city of Lyon*.
pub(super) fn of_its_name(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
) -> Option<usize> {
    let noun = context.mentions[mention].noun?;
    let definite = matches!(determiner(context, mention), Determiner::Definite);
    // *The largest city of Bavaria* is not Bavaria, nor is *the Ural district of Russia* Russia.
    let other = context.tokens(mention).iter().any(|token| {
        let named = !token.entity.is_outside() && !token.entity.is(EntityType::Norp);
        named || matches!(token.xpos, Xpos::Jjs | Xpos::Rbs) || token.upos == Upos::Num
    });
    if !noun.of_its_name || !definite || other || context.mentions[mention].plural {
        return None;
    }
    let head = context.mentions[mention].mention.head;
    if context
        .tree(mention)
        .child(head, Deprel::NmodPoss)
        .is_some()
    {
        return None;
    }
    let actor = complements(context, mention).next()?;
    let kind = table.entities[actor].kind;
    let state = kind == ActorType::State && noun.kind == ActorType::State;
    (state || kind == ActorType::Place).then_some(actor)
}

/// Whether the phrase has an age: *the 34-year-old*, *the 22-year-old striker*.
pub(super) fn is_aged(context: &DocumentContext<'_>, mention: usize) -> bool {
    let tokens = context.tokens(mention);
    let number = tokens.iter().position(|token| token.upos == Upos::Num);
    number.is_some_and(|number| {
        let nouns = &context.lexicon.actor_nouns;
        let rest = tokens[number + 1..].iter();
        let mut nouns = rest.filter_map(|token| nouns.noun(None, &lemma(token)));
        nouns.any(|noun| noun.behind_age)
    })
}

/// The one person who has a name in the nearest sentence before that names any.
pub(super) fn only_person(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    history: &History,
    mention: usize,
) -> Option<usize> {
    const REACH: usize = 3;
    let sentence = context.mentions[mention].mention.sentence;
    let mut only: Option<(usize, usize)> = None;
    for earlier in history.back(context, sentence, REACH) {
        let found = &context.mentions[earlier].mention;
        let Some(actor) = found.actor.filter(|_| found.sentence != sentence) else {
            continue;
        };
        if only.is_some_and(|(_, place)| place != found.sentence) {
            break;
        }
        let entity = &table.entities[actor];
        if entity.kind != ActorType::Person || !entity.named {
            continue;
        }
        match only {
            Some((before, _)) if before != actor => return None,
            _ => only = Some((actor, found.sentence)),
        }
    }
    let (person, _) = only?;
    let wanted = Profile::new(context, table, mention).sex;
    let sex = table.entities[person].sex;
    (wanted.is_none() || sex.is_none() || wanted == sex).then_some(person)
}

/// The mention of the owner before the noun: *her* of *her lawyer*.
pub(super) fn owner(context: &DocumentContext<'_>, mention: usize) -> Option<usize> {
    let found = &context.mentions[mention].mention;
    let owner = context.tree(mention).child(found.head, Deprel::NmodPoss)?;
    context.at(found.sentence, owner)
}

/// Whether the phrases of two nouns name different wholes or owners: *the mayor of Perth*, *Hobart's mayor*.
pub(super) fn differ(context: &DocumentContext<'_>, mention: usize, earlier: usize) -> bool {
    let own = complements(context, mention).next();
    let other = complements(context, earlier).next();
    let owner = |mention: usize| {
        let owner = owner(context, mention)?;
        Some(context.mentions[owner].mention.actor)
    };
    let owners = match (owner(mention), owner(earlier)) {
        (Some(one), Some(two)) => one != two,
        _ => false,
    };
    owners || own.is_some() && other.is_some() && own != other
}

/// Whether the noun names an office and nobody who holds it: *the nomination for president*.
pub(super) fn is_office(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention];
    let person = found
        .noun
        .is_some_and(|noun| noun.kind == ActorType::Person);
    let token = context.head(mention);
    let under = matches!(token.relation(), Deprel::Obl | Deprel::Nmod | Deprel::Xcomp);
    person
        && !found.plural
        && under
        && token.upos == Upos::Noun
        && context.tokens(mention).len() == 1
}

/// The entities of the names that own the noun, or stand behind it with `of`.
fn complements<'c>(
    context: &'c DocumentContext<'_>,
    mention: usize,
) -> impl Iterator<Item = usize> + 'c {
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let of = move |&child: &usize| {
        if tree.token(child).deprel == Deprel::NmodPoss {
            return true;
        }
        let case = tree
            .child(child, Deprel::Case)
            .map(|case| &tree.token(case).form);
        let words = &context.lexicon.function_words;
        child > found.head && case.is_some_and(|case| words.has(WordUse::Whole, case))
    };
    let names = tree
        .children_by(found.head, &[Deprel::Nmod, Deprel::NmodPoss])
        .filter(of);
    names.filter_map(move |child| {
        let name = context.at(found.sentence, child)?;
        let name = &context.mentions[name].mention;
        name.actor.filter(|_| name.kind == MentionKind::Name)
    })
}
