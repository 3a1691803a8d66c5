//! From an annotated document to statements: who does what to whom, and who says so.
//!
//! In: an [`Annotated`](crate::annotate::Annotated) document. Out: [`Extracted`], its [`Statement`]s and
//! [`Attribution`]s. Every kind of construction is one [`Extractor`] in a file of its own; programs that use the
//! library can add theirs. An extractor passes its statements to a [`Sink`], and the reason for each word from which it
//! makes none.
//!
//! The rooms in the order in which a sentence goes through them; each knows only those above it:
//!
//! | room | what it does |
//! |---|---|
//! | `time` | words of time → [`TimeValue`](time::TimeValue) |
//! | `statement` | the [`Statement`] and its parts |
//! | `extractor` | what an [`Extractor`] gets and fills |
//! | `phrase` | the words of a phrase around its head |
//! | `clause`, `nominal` | the extractors |
//! | `factuality` | polarity and modality |
//! | `statement_time` | when a statement is so |
//! | `events` | predicate, event type, mode |
//! | `participants` | the agent, and what stands behind a noun |
//! | `edges` | what a statement puts into the graph |
//! | `confidence` | how sure it is |
//! | `attribution` | who says it |
//! | `account`, `extracted`, `explain` | the whole of it, with or without an account of how it came about |
//! | `facts`, `coverage` | what can be read off statements |
//!
//! Read [`Statement`] first, then [`Extractor`].

mod account;
mod attributed;
pub mod attribution;
mod clause;
mod confidence;
mod coverage;
mod edges;
mod events;
mod explain;
mod extracted;
mod extractor;
mod facts;
mod factuality;
mod nominal;
mod participants;
mod phrase;
#[cfg(test)]
pub(crate) mod sample;
mod statement;
mod statement_time;
pub mod time;

pub use account::Finding;
pub use attributed::{Attribution, AttributionKind, AttributionMode};
#[cfg(feature = "train")]
pub(crate) use attribution::{scorer, told};
pub use clause::Clauses;
pub use coverage::{Coverage, Unmapped};
pub use explain::{Explained, explain, explain_with};
pub use extracted::{Extracted, built_in, extract, extract_with};
pub use extractor::{Extractor, Reason, Rejection, SentenceContext, Sink};
pub use facts::{Fact, Variant, VariantKind, all_facts, facts, variants};
pub use nominal::{Appositions, EventNouns, Locations, Memberships, Titles};
pub use statement::{
    Argument, Edge, EdgeEnd, Modality, Phrase, Polarity, Relation, Statement, StatementKind, Voice,
};

pub use crate::lexicon::ArgumentRole;
