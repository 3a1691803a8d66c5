//! Resolves the mentions that are left when names have their actors: nouns and pronouns.
//!
//! In: the [`DocumentContext`](super::actors::DocumentContext) and its [`EntityTable`](super::actors::EntityTable), with
//! entities for names and for nouns with an owner. Out: entities for the other mentions, as far as the text tells.
//!
//! The order of work: `apposition` joins what grammar makes one (*the minister, Ann Lee*), `renamed` what
//! the text gives a further name. Then the mentions are read
//! once in the order of the text, with a `history` of those before: `nominal` resolves a noun to the place of which it tells
//! the name (`identified`), to an earlier mention of its kind or to a new entity, `pronoun` resolves a third-person pronoun to its antecedent. At last `first_person` resolves
//! *I*, *we* and *you*, `affiliation` finds the owners of people, `possessed` resolves nouns such as *his country*, and
//! `owned` names the others by their owners.
//! Each looks back over a bounded number of mentions, so that time grows with the length of the text. Read `assign`
//! first.

mod affiliation;
mod apposition;
mod assign;
mod determiner;
mod first_person;
mod history;
mod identified;
mod nominal;
mod owned;
mod possessed;
mod profile;
mod pronoun;
mod renamed;
#[cfg(test)]
mod tests;

pub(super) use assign::assign;
#[cfg(feature = "train")]
pub(crate) use pronoun::AntecedentCandidate;
#[cfg(any(test, feature = "train"))]
pub(crate) use pronoun::AntecedentChoice;
pub(crate) use pronoun::{AntecedentChooser, PronounScorer};
