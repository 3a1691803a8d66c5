//! Statements of many documents → actors and claims with one key each; associative and commutative.
