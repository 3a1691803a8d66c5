//! Wrappers.

use crate::extract::SentenceContext;
use crate::syntax;

pub(crate) fn own_subject(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    syntax::own_subject(context.tree, token)
}

pub(crate) fn is_passive(context: &SentenceContext<'_>, token: usize) -> bool {
    syntax::is_passive(context.tree, token)
}

pub(crate) fn particle_to(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    syntax::particle_to(context.tree, verb)
}

pub(crate) fn conjunction(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    syntax::conjunction(context.tree, verb)
}

pub(crate) fn governors(context: &SentenceContext<'_>, token: usize) -> Vec<usize> {
    syntax::governors(context.tree, context.words(), token)
}
