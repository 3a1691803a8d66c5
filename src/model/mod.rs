//! Learned weights: the file format, loading, and the kernels that score with them.
