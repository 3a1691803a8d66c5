//! Who takes part in what a statement reports.
//!
//! In: the nouns of a sentence, and a statement with its event type. Out: what a noun stands for ([`noun`]), whose it is
//! ([`owner`]), who takes part with it ([`listed`]), and the [`Agent`] of the statement, which is not always its subject.
//!
//! Read [`noun`] first, then [`agent`](fn@agent).

mod agent;
mod label;
mod listed;
mod noun;
mod owner;

pub(super) use agent::{Agent, agent, settle, withdraw};
pub(super) use label::label_words;
pub(super) use listed::participants;
pub(super) use noun::{
    has_actor_before, is_act, is_envoy, is_known, is_unnamed_place, takes_no_part,
};
pub(super) use owner::owner_of_act;
