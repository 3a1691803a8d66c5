//! Named entities: which tokens name people, organisations, places, peoples, events, products, works and dates.
//!
//! In: the sentences of one document with their tokens cut, and the gazetteer. Out: an IOB2 tag in
//! [`Token::entity`](crate::text::Token::entity) of every token of a name (`B-PERSON I-PERSON`).
//!
//! A linear chain over hashed features decides each sentence at once (Viterbi). Its weights are learned by
//! `actant train names` and stand in `data/models/names.bin`, those for engines that have seen names themselves in
//! `names-accurate.bin`: the scores of such an engine, which are shared among all places of a word in the document, are
//! added (`support.rs`). What other sentences of the document show about a word
//! – whether it also stands there with a small letter – are features too, so that headlines in Title Case and names
//! at the start of a sentence find support. Then `correct.rs` corrects what words in and beside a name tell beyond doubt:
//! titles are no part of it (`person_name.rs`), `GmbH` ends no person's (`organisation_name.rs`). At last `fill.rs` marks proper nouns that the chain left out,
//! although the gazetteer knows them without doubt or the document has them as names elsewhere. Read [`NameTagger`]
//! first.
//!
//! `data/models/names.json` tells how the weights were learned and how good they are.

mod correct;
mod document;
mod feature;
mod fill;
mod gazetteer_features;
mod iob2;
mod organisation_name;
mod person_name;
mod shape;
mod support;
mod tag;
mod tagger;
mod weights;

pub use document::DocumentCase;
pub use feature::{BUCKETS, Features};
pub use gazetteer_features::GazetteerFeatures;
pub use support::{Support, support};
pub use tag::{NamePart, OUTSIDE, TAGS, Tag};
pub use tagger::{NameTagger, features};
pub use weights::{NameWeights, WeightsError};
