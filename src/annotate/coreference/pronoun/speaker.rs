//! Quotations: whom a pronoun in one, or a pronoun that says one, cannot mean.
//!
//! In: a pronoun and the quotations of the document. Out: which candidates are ruled out, and who spoke last. Nobody says
//! *he* or *it* of himself in a quotation, and whoever says a quotation is not the one of whom it tells.

use rustc_hash::FxHashSet;

use crate::annotate::Quotation;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::coreference::history::History;
use crate::annotate::coreference::profile::Profile;
use crate::annotate::mentions::lemma;
use crate::text::{Deprel, Upos};

/// What the quotations beside a pronoun rule out.
#[derive(Debug, Default)]
pub(super) struct Speech<'a> {
    /// The quotations that the pronoun says, as the subject of a verb of saying.
    says: Vec<&'a Quotation>,
    /// The mentions and actors that say the quotation in which the pronoun stands.
    mentions: FxHashSet<usize>,
    actors: FxHashSet<usize>,
}

impl<'a> Speech<'a> {
    /// The quotations around and beside a pronoun.
    pub(super) fn of(context: &'a DocumentContext<'_>, history: &History, mention: usize) -> Self {
        let this = &context.mentions[mention].mention;
        let mut speech = Self::default();
        let own = context.quotations.around(this.sentence, this.head);
        if let Some(own) = own.filter(|own| is_whole(context, own)) {
            for sentence in own.first.0..=own.last.0 {
                for subject in speakers(context, sentence, own) {
                    speech.mentions.insert(subject);
                    let found = &context.mentions[subject];
                    // `he said` behind the quotation is not resolved yet: it is whoever spoke last.
                    let last = || match found.pronoun {
                        Some(_) => last_speaker(context, history, own.first.0),
                        None => None,
                    };
                    let actor = found.mention.actor.or_else(|| {
                        let last = last()?;
                        context.mentions[last].mention.actor
                    });
                    speech.actors.extend(actor);
                }
            }
        } else if own.is_none() && says(context, this.sentence, this.head) {
            let beside = |quotation: &&Quotation| {
                (quotation.first.0..=quotation.last.0).contains(&this.sentence)
            };
            speech.says = context.quotations.all().iter().filter(beside).collect();
        }
        speech
    }

    /// Whether the pronoun cannot mean the candidate.
    pub(super) fn rules_out(&self, context: &DocumentContext<'_>, candidate: usize) -> bool {
        let other = &context.mentions[candidate].mention;
        let place = (other.sentence, other.head);
        let inside = |quotation: &&Quotation| (quotation.first..=quotation.last).contains(&place);
        self.says.iter().any(inside)
            || self.mentions.contains(&candidate)
            || other
                .actor
                .is_some_and(|actor| self.actors.contains(&actor))
    }

    /// Of the candidates the one who spoke last in the sentences before, if the pronoun says a quotation and its own
    /// sentence names nobody else.
    pub(super) fn last(
        &self,
        context: &DocumentContext<'_>,
        table: &EntityTable,
        history: &History,
        mention: usize,
        candidates: &[usize],
    ) -> Option<usize> {
        let place = |mention: usize| context.mentions[mention].mention.sentence;
        let sentence = place(mention);
        let mut says = self.says.iter();
        let whole = says.any(|quotation| is_whole(context, quotation));
        if !whole || candidates.iter().any(|&other| place(other) == sentence) {
            return None;
        }
        let last = last_speaker(context, history, sentence)?;
        let profile = Profile::new(context, table, last);
        let told = |candidate: &usize| {
            let found = &context.mentions[*candidate].mention;
            let quotation = context.quotations.index(found.sentence, found.head);
            quotation.is_none().then_some(found.sentence)
        };
        // Nobody else was told of since.
        let nearest = candidates.iter().filter_map(told).max();
        let acts = profile.human || profile.collective;
        (acts && nearest == Some(place(last)) && candidates.contains(&last)).then_some(last)
    }
}

/// Whether the quotation is a sentence of its own and no part of another: *Lee said that "her party" had lost*.
fn is_whole(context: &DocumentContext<'_>, quotation: &Quotation) -> bool {
    let (sentence, first) = quotation.first;
    let tree = &context.trees[sentence];
    let before = first.checked_sub(1).map(|before| tree.token(before));
    before.is_none_or(|before| before.upos == Upos::Punct)
}

/// The mention that said something last, outside quotations, in the sentences right before.
fn last_speaker(
    context: &DocumentContext<'_>,
    history: &History,
    sentence: usize,
) -> Option<usize> {
    const REACH: usize = 2;
    let mut before = history.back(context, sentence, REACH);
    before.find(|&other| {
        let found = &context.mentions[other].mention;
        let inside = || context.quotations.index(found.sentence, found.head);
        found.sentence < sentence && says(context, found.sentence, found.head) && inside().is_none()
    })
}

/// The mentions that say something in the sentence outside the quotation.
fn speakers(
    context: &DocumentContext<'_>,
    sentence: usize,
    quotation: &Quotation,
) -> impl Iterator<Item = usize> {
    let count = context.trees[sentence].sentence().tokens.len();
    let outside =
        move |&token: &usize| !(quotation.first..=quotation.last).contains(&(sentence, token));
    let subjects = (0..count)
        .filter(outside)
        .filter(move |&token| says(context, sentence, token));
    subjects.filter_map(move |token| context.at(sentence, token))
}

/// Whether the token is the subject of a verb of saying.
fn says(context: &DocumentContext<'_>, sentence: usize, token: usize) -> bool {
    let tree = &context.trees[sentence];
    let node = tree.token(token);
    let verb = node.head.map(|verb| tree.token(verb));
    node.deprel == Deprel::Nsubj
        && verb.is_some_and(|verb| {
            verb.upos == Upos::Verb && context.lexicon.cues.verb(&lemma(verb)).is_some()
        })
}
