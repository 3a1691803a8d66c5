//! Statements of clauses: a verb, or an adjective or noun that is said of a subject, with all that belongs to it.
//!
//! In: a sentence with its tree. Out: one statement for each predicate that has a subject. [`syntax`](crate::syntax)
//! tells what a predicate is; `subject` finds or restores its subject, which `fit` has to allow, `predication` collects what is said of it, `argument`
//! and `role` its arguments; `steps` explains how a statement came about.

pub(crate) mod argument;
mod clauses;
mod fit;
mod predication;
pub(crate) mod role;
mod steps;
pub(crate) mod subject;

pub use clauses::Clauses;
