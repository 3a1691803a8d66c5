//! Resolves third-person pronouns.
//!
//! In: a pronoun, and the mentions read before it. Out: the entity of its antecedent.
//!
//! `filter` finds the candidates: the mentions near the pronoun that agree with it in number and gender and that grammar
//! does not rule out (`binding`, and `speaker`, `product` and `plural` by sense). `resolve` decides between them, and nothing else does: it asks `body_score` whether a
//! state or another body is meant by *it* or *they*, and otherwise an [`AntecedentChooser`], which is the network of
//! `scorer` with the numbers of `features`. Read `resolve` first.

mod binary;
mod binding;
mod body_score;
mod choice;
mod features;
mod filter;
mod function;
mod instance;
mod name_counts;
mod plural;
mod product;
mod resolve;
mod scorer;
mod speaker;
mod summary;

pub(crate) use choice::AntecedentChooser;
#[cfg_attr(
    not(feature = "train"),
    allow(unused_imports, reason = "training answers the choices itself")
)]
pub(crate) use choice::{AntecedentCandidate, AntecedentChoice};
pub(super) use instance::Reading;
pub(super) use name_counts::NameCounts;
pub(super) use resolve::assign;
pub(crate) use scorer::PronounScorer;
