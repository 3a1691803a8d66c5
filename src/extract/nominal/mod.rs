//! Statements of noun phrases: what a name is, whom somebody belongs to, and acts that are said with a noun.
//!
//! In: a sentence with its tree. Out: statements whose relation is [implied](crate::extract::Relation::implied) or
//! is the noun itself.

mod apposition;
mod event;
mod membership;
mod title;

pub use apposition::Appositions;
pub use event::EventNouns;
pub use membership::Memberships;
pub use title::Titles;

use crate::extract::{Phrase, Relation, Scene, Statement};

/// A statement whose relation the text leaves out, with the words from which it is read.
fn implied(
    scene: &Scene<'_>,
    extractor: &str,
    subject: Phrase,
    read: (&str, usize),
    object: Phrase,
) -> Statement {
    let (text, head) = read;
    let lemma = if text == "is" { "be" } else { text };
    let relation = Relation {
        phrase: scene.phrase(vec![head], head),
        implied: Some(text.into()),
        lemma: lemma.into(),
        ..Relation::default()
    };
    let mut statement = Statement::new(extractor, subject, relation, Some(object));
    statement.confidence = 0.5;
    statement
}
