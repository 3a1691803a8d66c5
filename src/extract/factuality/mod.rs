//! How far the text says that a statement holds: polarity and modality.
//!
//! In: a statement with its sentence. Out: [`Polarity`](super::Polarity) and [`Modality`](super::Modality) with the
//! tokens that show them. `scope` tells which clauses a negation or a verb of prevention governs, `cue` and `content` what
//! auxiliaries, adverbs and the words above say; `polarity` and `modality` settle the statement.

mod content;
mod cue;
mod modality;
mod polarity;
mod scope;

pub(crate) use modality::set_modality;
pub(crate) use polarity::set_polarity;
