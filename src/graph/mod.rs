//! Actors and claims as a petgraph graph: build, save, load, measure.
