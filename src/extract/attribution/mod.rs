//! Who says what: from trees and quotations to attributions, and the chain of speakers of every statement.
//!
//! In: an [`Annotated`](crate::annotate::Annotated) document and the cues of the [`Lexicon`](crate::lexicon::Lexicon).
//! Out: [`find`] gives the attributions in the order of their cues, those inside the content of others included;
//! [`attach`] gives every statement the attributions whose content it belongs to.
//!
//! An attribution has a source (who says it), a cue (the words that make it one), a content (what is said) and sometimes
//! an addressee. [`find`] works in this order:
//!
//! 1. `cue` makes drafts of the cues of each sentence, with the help of `source` and `content`. `context` is what they see
//!    of a sentence, `draft` what they make.
//! 2. `content` gives quotations to the drafts that introduce them, over sentences and paragraphs.
//! 3. `scorer`, a neural network, revises the drafts where the engine gives it vectors.
//! 4. `finish` turns drafts into attributions and links them with one another.
//!
//! Read `find` first, then `cue`.

mod attach;
mod content;
mod context;
mod cue;
mod draft;
mod find;
mod finish;
mod offsets;
mod range;
pub(crate) mod scorer;
mod source;

#[cfg(test)]
mod tests;

pub use attach::attach;
pub use find::find;
#[cfg(feature = "train")]
pub(crate) use find::scorer_input;
