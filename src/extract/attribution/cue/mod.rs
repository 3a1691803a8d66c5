//! The cues of a sentence and the drafts that they give.
//!
//! Each file knows one kind of cue: `turn` and `label` a name and a colon before a speaker's words, `attribution_line` a
//! dash and a name behind them, `noun`, `adjective`, `marker`, `verb` and `final_clause` the words of a sentence.
//! `sentence` asks all of them.

mod adjective;
mod attribution_line;
mod final_clause;
mod label;
mod marker;
mod noun;
mod sentence;
mod turn;
mod verb;

pub(super) use sentence::{drafts, lend_sources};
