//! Who says what: from trees and quotation marks to attributions, and from attributions to the chain of speakers of
//! every statement.
//!
//! In: an [`Annotated`](crate::annotate::Annotated) document and the cues of the
//! [`Lexicon`](crate::lexicon::Lexicon). Out: [`find`] gives the attributions by place of their cue, those inside the
//! content of others included; [`attach`] tells every statement whose words it is.
//!
//! `verb`, `noun`, `adjective`, `marker`, `tail`, `heading`, `turn` and
//! `signature` each know one kind of cue and draft attributions out of one sentence's tree; `speech` gives the quotations,
//! over sentences and paragraphs, to the drafts that introduce them. `complement` and `around` find a verb's content by
//! the tree and by place, `holder` its source, `speakers` the actors behind it, `addressee` to whom it is said, `draft`
//! cuts spans. `scorer` is a network that corrects all these where the engine gives it vectors. `nesting` tells what
//! stands in whose content, `answer` which earlier words a denial points at, `gist` what a content is
//! about. Read `find` first, then `verb`.

mod addressee;
mod adjective;
mod answer;
mod around;
mod attach;
mod complement;
mod draft;
mod find;
mod gist;
mod heading;
mod holder;
mod marker;
mod nesting;
mod noun;
mod offsets;
pub(crate) mod scorer;
mod signature;
mod speakers;
mod speech;
mod tail;
mod turn;
mod verb;
mod view;

#[cfg(test)]
mod tests;

pub use attach::attach;
pub use find::find;
#[cfg(feature = "train")]
pub(crate) use find::told;
