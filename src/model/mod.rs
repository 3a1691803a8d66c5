//! Learned weights: the file format, loading, and the kernels that score with them.

mod error;
mod file;
pub(crate) mod kernel;
pub(crate) mod network;
pub(crate) mod recurrent;
pub(crate) mod shape;
pub(crate) mod tensor;
pub(crate) mod vocabulary;

pub use error::ModelError;
pub use file::{ModelFile, assemble};
pub(crate) use network::Network;
