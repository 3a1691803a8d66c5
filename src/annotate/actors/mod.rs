//! Decides which actor each mention stands for.
//!
//! In: a document with sentences, names and trees. Out: its mentions and actors.
//!
//! The order of work: [`mentions`](super::mentions) finds the words, [`naming`] gives names their actors (one name, one
//! acronym, one surname at a time), [`collective`] gives nouns with an owner theirs (`Pakistani officials`), and
//! [`coreference`](super::coreference) follows titles, appositions, nouns and pronouns back to somebody who was
//! mentioned before.
//!
//! # Who is one actor
//!
//! - Whoever *speaks as* a state is the state: `the Pakistani government`, `Pakistani authorities`, `the Pakistani
//!   side` are Pakistan. Readers and event data take them for the same, and a graph that keeps them apart answers no
//!   question about Pakistan.
//! - Whoever merely *belongs to* a state is not: `Pakistani officials` is an unnamed group that belongs to Pakistan.
//!   What some officials say under no name is not the state's word, and the graph can still join them.
//! - A capital is its government where it acts, owns or is acted upon (`Beijing described`, `Kabul's efforts`, `between
//!   Islamabad and Kabul`), and a place elsewhere (`in Islamabad`, `visit to Kabul`).
//! - Where somebody else than the state's own government rules its capital, `authorities` of the state and its capital
//!   are those rulers: since August 2021 `Afghan authorities` and `Kabul` are the Taliban. `Taliban`, `Afghan Taliban`,
//!   `Taliban authorities`, `administration`, `leadership` and `side` are one actor, since all of them are said of the
//!   same rulers in turn. `Afghanistan` stays the state. A group whose name merely contains the word, such as the TTP, is
//!   never joined with it.

mod collective;
mod context;
mod country_prior;
mod metonym;
mod naming;
mod person;
mod surname;
mod table;
mod unknown;

pub(super) use context::{DocumentContext, bare, words};
pub(super) use table::{Entity, EntityTable};

use crate::lexicon::Lexicon;
use crate::text::{Document, Span, Tree};

use super::coreference::{self, Judge, Scorer};
use super::mentions::{self, Found};
use super::{Annotated, Quotations, TokenRows, circumstances};

/// Finds the quotations and mentions of a document and the actors that the mentions stand for; those that were there
/// are replaced.
pub fn resolve(annotated: &mut Annotated, lexicon: &Lexicon) {
    resolve_with(annotated, lexicon, None, &mut Scorer::embedded());
}

/// As [`resolve`], with the vectors of the engine and a judge of whom pronouns mean.
pub(crate) fn resolve_with(
    annotated: &mut Annotated,
    lexicon: &Lexicon,
    vectors: Option<&TokenRows>,
    judge: &mut dyn Judge,
) {
    let trees: Vec<Tree<'_>> = annotated.sentences.iter().map(Tree::new).collect();
    let found = trees
        .iter()
        .enumerate()
        .flat_map(|(number, tree)| mentions::find(number, tree, lexicon));
    let mut found: Vec<Found> = found.collect();
    let ignored = ignored(&annotated.document, &mut found, lexicon);
    let quotations = Quotations::find(&annotated.document, &annotated.sentences);
    let mut context =
        DocumentContext::new(&annotated.document, &trees, &quotations, lexicon, found);
    context.vectors = vectors;
    let mut table = EntityTable::default();
    naming::assign(&mut context, &mut table);
    collective::assign(&mut context, &mut table);
    table.join_bodies(&lexicon.gazetteer);
    table.join_owners(&lexicon.gazetteer);
    coreference::assign(&mut context, &mut table, judge);
    let found = context.into_found();
    let (mentions, actors) = table.finish(found);
    annotated.mentions = circumstances::add(mentions, &trees, lexicon);
    annotated.actors = actors;
    annotated.quotations = quotations;
    annotated.ignored = ignored;
}

/// Takes the names out that stand for nobody, and tells where they stand.
fn ignored(document: &Document, found: &mut Vec<Found>, lexicon: &Lexicon) -> Vec<Span> {
    let mut ignored = Vec::new();
    if lexicon.decisions.ignores_any() {
        found.retain(|found| {
            let span = found.mention.span;
            let words = document.slice(span);
            let bare = words.strip_prefix("the ").or(words.strip_prefix("The "));
            let name = bare.unwrap_or(words);
            let owned = name.strip_suffix("'s").or(name.strip_suffix("’s"));
            let name = owned.unwrap_or(name);
            let drop = lexicon.decisions.ignores(name);
            if drop {
                ignored.push(span);
            }
            !drop
        });
    }
    ignored
}

#[cfg(test)]
mod tests;
