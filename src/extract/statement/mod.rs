//! The statement and its parts.
//!
//! Nothing comes in; every later file of extraction fills or reads these types. Read [`Statement`] first.

mod argument;
mod edge;
mod factuality;
mod kind;
mod phrase;
mod relation;
#[allow(
    clippy::module_inception,
    reason = "the type is named after the folder"
)]
mod statement;

pub use argument::Argument;
pub use edge::{Edge, EdgeEnd};
pub use factuality::{Modality, Polarity};
pub use kind::StatementKind;
pub use phrase::Phrase;
pub(crate) use phrase::words;
pub use relation::{Relation, Voice};
pub use statement::Statement;
