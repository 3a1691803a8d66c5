//! The tokenizer: a block of text → its syntactic words, in the conventions of the English UD treebanks.
//!
//! In: text and the place of a block. Out: [`TokenPiece`]s in order, without overlap, on character boundaries, which hold
//! every character of the block but white space, and no white space. A written word that stands for several syntactic
//! words (`don't`, `Kabul's`) gives several pieces, all but the first [`joined`](TokenPiece::joined).
//!
//! | file | cuts |
//! |---|---|
//! | `word.rs` | words with their hyphens, apostrophes and stops |
//! | `number.rs` | numbers, dates, times, telephone numbers, and the units behind them |
//! | `address.rs` | web and e-mail addresses, host and file names |
//! | `mark.rs` | punctuation, symbols, faces |
//!
//! Read `cut.rs` first.

mod address;
mod cut;
mod cutter;
mod mark;
mod number;
mod piece;
#[cfg(test)]
mod tests;
mod word;

pub(super) use cut::cut;
pub(super) use piece::{Kind, TokenPiece};
