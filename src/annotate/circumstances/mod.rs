//! When, where and how many: mentions that stand for no actor.
//!
//! In: the trees of a document and the mentions found in them. Out: the mentions with whole expressions of time
//! (`time`: `13 November 2015`, not `November` alone), with numbers and sums (`amount`: `more than 40`, `$5 million`)
//! and with `here` and `there`. They are added last, so that no entity depends on them.

mod add;
mod amount;
mod mention;
#[cfg(test)]
mod tests;
mod time;

pub(super) use add::add;
