//! From a document to its annotation: sentences, tokens, tags, trees, lemmas, names, mentions and entities.
//!
//! In: a [`Document`](crate::text::Document) and the [`Models`]. Out: an [`Annotated`] document. Nothing here can fail,
//! whatever the text.
//!
//! The modules stand in the order of the flow, which [`annotate`] runs once from top to bottom:
//!
//! | module | what it adds |
//! |---|---|
//! | `sentence`, `token` | sentences and tokens |
//! | `engine`, `parse` | tags, heads and relations, by an [`Engine`] |
//! | `feats`, `lemma` | features and lemmas |
//! | `names` | the tags of named entities |
//! | `mend` | corrected trees; all later stages read these |
//! | `quotations` | text in quotation marks |
//! | `mentions` | names, nouns and pronouns that may stand for somebody |
//! | `actors` | entities of names, and of nouns with an owner |
//! | `coreference` | entities of all other nouns and of pronouns |
//! | `circumstances` | times, amounts and places |
//!
//! `stages` has the function that runs them. Read [`Annotated`] first, then `stages`.

mod annotated;
mod models;
mod stages;

mod sentence;
mod token;

mod engine;
mod engine_output;
pub(crate) mod parse;

mod feats;
mod inflection;
mod lemma;

pub mod names;

mod mend;

mod quotations;

mod mentions;

mod actors;

mod coreference;

mod circumstances;

pub use actors::LocalActor;
pub use annotated::Annotated;
#[cfg(feature = "train")]
pub(crate) use coreference::{
    AntecedentCandidate, AntecedentChoice, AntecedentChooser, PronounScorer,
};
pub use engine::{Engine, GivenEngine};
pub use engine_output::{EngineOutput, EngineRequest, NameScores, TokenRows};
pub use feats::inflect;
pub use lemma::lemmatize;
pub use mend::MendedArc;
pub use mentions::{Join, Mention, MentionKind};
pub use models::{Models, ModelsError};
pub use parse::{AccurateEngine, FastEngine};
pub use quotations::{Quotation, Quotations};
pub use sentence::sentences;
#[cfg(feature = "train")]
pub(crate) use stages::read_words;
#[cfg(any(test, feature = "train"))]
pub(crate) use stages::resolve_with;
pub use stages::{annotate, resolve};
