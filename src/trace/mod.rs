//! From a claim to its source sentences, the exact words marked.
