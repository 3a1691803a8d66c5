//! Statements of many documents → one actor for each node and one claim for each edge, with all evidence.
//!
//! In: [`Extracted`](crate::extract::Extracted) documents. Out: a [`Corpus`]. Merging is a union of sets under keys
//! that depend on content alone, so that it is associative, commutative and idempotent: any order and grouping of the
//! documents, on any number of machines, gives the same corpus.
//!
//! Read [`Corpus`] first, then [`Claim`] and [`Actor`].
//!
//! ```
//! use actant::extract::Extracted;
//! use actant::merge::Corpus;
//!
//! let (one, two) = (Extracted::default(), Extracted::default());
//! let there = Corpus::of(&one).merge(Corpus::of(&two));
//! let back = Corpus::of(&two).merge(Corpus::of(&one));
//! assert_eq!(there, back);
//! ```

mod actor;
mod attribution;
mod claim;
mod collect;
mod corpus;
mod disambiguate;
mod id;
mod key;
mod minhash;
mod node_kind;
mod predicate;
mod relation_words;
mod relations;
mod source;

pub use actor::{Actor, Seen};
pub use attribution::{CorpusAttribution, Speaker};
pub use claim::{Claim, Evidence, EvidenceTime};
pub use corpus::Corpus;
pub use id::Id;
pub use key::normalise;
pub use minhash::MinHashSignature;
pub use node_kind::NodeKind;
pub use relation_words::RelationWords;
pub use relations::{MappedCorpus, Relations, RelationsError};
pub use source::{SourceDocument, SourceSentence};
