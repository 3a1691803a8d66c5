//! Files and streams → [`Document`](crate::text::Document)s; one file a format.

pub mod conllu;
