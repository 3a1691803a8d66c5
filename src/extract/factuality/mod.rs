//! How far the text says that a statement holds: polarity and modality.
//!
//! In: a statement with its sentence. Out: [`Polarity`](super::Polarity) and [`Modality`](super::Modality) with the
//! tokens that show them. One walk over the tree finds both. `government` finds the word above a clause or noun, how it
//! hangs on it, and the operator that the word is for it (`lookup` and `form` ask the list); `own` reads the words of the
//! clause itself; `scope` multiplies the operators from the outermost one down; `factuality` writes the result into the
//! statement. Read `scope` first.

#[allow(
    clippy::module_inception,
    reason = "the file sets what the folder is named after"
)]
mod factuality;
mod form;
mod government;
mod lookup;
mod own;
mod scope;
#[cfg(test)]
mod tests;

pub(crate) use factuality::set_factuality;
