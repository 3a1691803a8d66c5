//! The data of the page: the graph as one JSON object, with positions. Offsets count UTF-16 units, as browsers do.

mod actor;
mod attribution;
mod claim;
mod dispute;
mod document;
mod marks;
mod numbers;
mod page_data;

pub(super) use page_data::of;
