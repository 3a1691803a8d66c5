//! First persons inside quotations: the speaker, where the text names one, and for `we` those for whom he speaks.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::text::{Deprel, Upos};

use super::pronoun::speaker;

/// A quotation: its first and its last token, as (sentence, token), marks included.
struct Quotation {
    start: (usize, usize),
    end: (usize, usize),
    block: usize,
}

/// The quotations of a document in the order of the text; none runs over the end of its paragraph.
pub(super) struct Quotations(Vec<Quotation>);

impl Quotations {
    /// Finds the quotations.
    pub(super) fn new(context: &DocumentContext<'_>) -> Self {
        let mut quotations = Vec::new();
        let mut open: Option<((usize, usize), usize)> = None;
        for (number, tree) in context.trees.iter().enumerate() {
            let sentence = tree.sentence();
            open = open.filter(|(_, block)| *block == sentence.block);
            for (index, token) in sentence.tokens.iter().enumerate() {
                let (opens, closes) = match token.form.as_str() {
                    "“" | "``" => (true, false),
                    "”" | "''" => (false, true),
                    "\"" => (open.is_none(), open.is_some()),
                    _ => continue,
                };
                if opens {
                    open = Some(((number, index), sentence.block));
                } else if closes && let Some((start, block)) = open.take() {
                    quotations.push(Quotation {
                        start,
                        end: (number, index),
                        block,
                    });
                }
            }
        }
        Self(quotations)
    }

    /// The quotation in which a token stands, given by sentence and token.
    pub(super) fn around(&self, place: (usize, usize)) -> Option<usize> {
        let index = self.0.partition_point(|quotation| quotation.end < place);
        let quotation = self.0.get(index)?;
        (quotation.start <= place).then_some(index)
    }
}

/// Lets `I`, `we` and `you` stand for somebody: in a quotation `I` is its speaker and `we` the one that the speaker
/// belongs to, or the speaker; elsewhere they are the author.
pub(super) fn assign(context: &mut DocumentContext<'_>, table: &mut EntityTable, all: &Quotations) {
    let quotations = &all.0;
    let mut speakers: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    for (index, quotation) in quotations.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .filter(|&before| quotations[before].block == quotation.block);
        let carried = before.and_then(|before| speakers[before]);
        speakers.push(named_speaker(context, quotation).or(carried));
    }
    for mention in 0..context.found.len() {
        let found = &context.found[mention];
        let Some(pronoun) = found.pronoun.filter(|pronoun| pronoun.person != 3) else {
            continue;
        };
        if found.mention.actor.is_some() || found.mention.kind != MentionKind::Pronoun {
            continue;
        }
        let quotation = all.around((found.mention.sentence, found.mention.head));
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
    let (first, last) = (quotation.start.0, quotation.end.0);
    let after = beside(context, last, |token| (last, token) > quotation.end);
    let before = || {
        let mut found = beside_all(context, first, |token| (first, token) < quotation.start);
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
