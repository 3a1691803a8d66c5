//! Wrappers.

use crate::extract::SentenceContext;
use crate::syntax;

pub(crate) fn group(context: &SentenceContext<'_>, verb: usize) -> Vec<usize> {
    syntax::verb_group(context.tree, context.words(), verb)
}

pub(crate) fn is_negation(context: &SentenceContext<'_>, token: usize) -> bool {
    syntax::is_negation(context.tree, context.words(), token)
}

pub(crate) fn relation_lemma(context: &SentenceContext<'_>, head: usize) -> String {
    syntax::relation_lemma(context.tree, head)
}
