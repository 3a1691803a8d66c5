//! First and second persons: inside quotations the speaker that the text names, or the owner of the speaker for `we`.

use crate::annotate::actors::{DocumentContext, Entity, EntityTable};
use crate::annotate::{MentionKind, Quotation};
use crate::text::{ActorType, Deprel, Upos};

/// Lets `I`, `we` and `you` stand for somebody: in a quotation `I` is its speaker and `we` the one that the speaker
/// belongs to, or the speaker; elsewhere they are the author.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable) {
    let quotations = context.quotations.all();
    let mut speakers: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    for (index, quotation) in quotations.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .filter(|&before| quotations[before].block == quotation.block);
        let carried = before.and_then(|before| speakers[before]);
        speakers.push(named_speaker(context, quotation).or(carried));
    }
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention];
        let Some(pronoun) = found.pronoun.filter(|pronoun| pronoun.person != 3) else {
            continue;
        };
        if found.mention.actor.is_some() || found.mention.kind != MentionKind::Pronoun {
            continue;
        }
        let quotation = (context.quotations).index(found.mention.sentence, found.mention.head);
        let said_by = quotation.and_then(|quotation| speakers[quotation]);
        let actor = match said_by {
            Some(actor) if pronoun.person == 1 && !pronoun.plural => actor,
            Some(actor) if pronoun.person == 1 => table.entities[actor].belongs_to.unwrap_or(actor),
            _ => speaker(table, pronoun.person, pronoun.plural),
        };
        context.set(mention, actor);
    }
}

/// The subject of the nearest verb of saying that stands beside the quotation.
fn named_speaker(context: &DocumentContext<'_>, quotation: &Quotation) -> Option<usize> {
    let (first, last) = (quotation.first.0, quotation.last.0);
    let after = beside(context, last, |token| (last, token) > quotation.last);
    let before = || {
        let mut found = beside_all(context, first, |token| (first, token) < quotation.first);
        found.pop()
    };
    after.or_else(before)
}

fn beside(
    context: &DocumentContext<'_>,
    sentence: usize,
    outside: impl Fn(usize) -> bool,
) -> Option<usize> {
    beside_all(context, sentence, outside).into_iter().next()
}

/// The actors that say something in the sentence, outside the quotation, in the order of their verbs.
fn beside_all(
    context: &DocumentContext<'_>,
    sentence: usize,
    outside: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let tree = &context.trees[sentence];
    let verbs = tree.sentence().tokens.iter().enumerate();
    verbs
        .filter(|(index, token)| {
            token.upos == Upos::Verb
                && outside(*index)
                && context
                    .lexicon
                    .cues
                    .verb(&crate::annotate::mentions::lemma(token))
                    .is_some()
        })
        .filter_map(|(index, _)| tree.child(index, Deprel::Nsubj))
        .filter_map(|subject| context.actor_at(sentence, subject))
        .collect()
}

/// The author and those addressed: `I`, `we` and `you` of a whole document.
fn speaker(table: &mut EntityTable, person: u8, plural: bool) -> usize {
    let name = match (person, plural) {
        (1, false) => "I",
        (1, true) => "we",
        _ => "you",
    };
    let kind = if plural {
        ActorType::Group
    } else {
        ActorType::Person
    };
    table.group(None, name, || Entity::new(name.to_owned(), kind, false))
}
