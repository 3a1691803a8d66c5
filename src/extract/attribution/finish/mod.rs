//! From drafts to attributions: who is behind the words, to whom they are said, and how attributions relate.
//!
//! `attribution` finishes one draft with the help of `addressee`, `speakers` and `content_words`. `nesting` then finds
//! which attribution stands in whose content, and `denial` which earlier attribution a denial rejects.

mod addressee;
mod attribution;
mod content_words;
mod denial;
mod nesting;
mod speakers;

pub(super) use attribution::attribution;
pub(super) use denial::link_denials;
pub(super) use nesting::{around, link_nested};
