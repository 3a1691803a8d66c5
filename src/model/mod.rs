//! Learned weights: the file format, loading, and the kernels that score with them.
//!
//! In: the bytes of files in `data/models`, which are part of the program. Out: a [`ModelFile`] of named parts and, of
//! these, the networks of the engines. This folder knows neither sentences nor trees: `annotate` turns words
//! into rows of numbers and scores into trees.
//!
//! ```
//! use actant::model::{ModelError, ModelFile, assemble};
//!
//! let bytes = assemble("numbers 1", &[("primes", &[2, 3, 5])]);
//! let file = ModelFile::parse(&bytes, "numbers 1")?;
//! assert_eq!(file.section("primes")?, [2, 3, 5]);
//!
//! let mut damaged = bytes.clone();
//! *damaged.last_mut().unwrap() = 7;
//! assert!(matches!(ModelFile::parse(&damaged, "numbers 1"), Err(ModelError::Damaged)));
//! # Ok::<(), ModelError>(())
//! ```
//!
//! # The network of the fast engine
//!
//! | part | file | what it does |
//! |---|---|---|
//! | embeddings | `vocabulary`, `tensor` | each word is the sum of the rows of its spellings |
//! | window | `network` | a word with its neighbours becomes one vector |
//! | recurrent layers | `recurrent` | the context before and after, at any distance |
//! | projections | `network` | tags; a word as dependent and as head; which distance its head may have |
//! | arcs, relations | `network` | how well each word fits as the head of each; the relation between two words |
//!
//! Choices:
//!
//! | choice | instead of | why |
//! |---|---|---|
//! | simple recurrent units | LSTM, convolutions | their products do not wait for the word before: fast without long windows |
//! | scores of all pairs | transitions | one pass, no search; about a tenth of the time goes there |
//! | hashes of spellings | a word list in the file | four bytes a word, and nobody's word list is shipped |
//! | eight and sixteen bits | floats | a third of the size, no loss that can be measured |
//! | plain sums in order | fused operations, blocked sums | the same result on every machine (`kernel`) |
//!
//! # The network of the accurate engine
//!
//! A transformer of the form of BERT, in `encoder`. Its weights have two to seven bits in the file and eight in memory; what goes
//! between layers is rounded to eight bits row by row, so that products are sums of whole numbers.
//!
//! # The kernels of the accurate engine
//!
//! | part | file | what it does |
//! |---|---|---|
//! | products of bytes | `integer`, `dot` | rows rounded to 8 bits times weights of 7 bits, summed exactly |
//! | attention | `attention` | scaled dot-product attention over the pieces of a sentence |
//! | between them | `element` | layer normalisation, softmax, GELU |
//!
//! Read [`ModelFile`] first, then `network`, with `shape` for sizes and `kernel` for what everything is built on.

pub(crate) mod attention;
mod dot;
pub(crate) mod element;
pub(crate) mod encoder;
mod error;
mod file;
pub(crate) mod integer;
pub(crate) mod kernel;
pub(crate) mod network;
pub(crate) mod recurrent;
pub(crate) mod shape;
pub(crate) mod tensor;
pub(crate) mod vocabulary;

pub use error::ModelError;
pub use file::{ModelFile, assemble};
pub(crate) use network::FastNetwork;
