//! Questions over the graph: who said what, what is said about whom.
