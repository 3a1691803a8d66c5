//! The words of a noun inside a label.

use crate::extract::SentenceContext;
use crate::text::Deprel;

/// A noun inside a label: with its adjectives and compounds, without what stands for an actor and without `left_out`.
pub(crate) fn label_words(
    context: &SentenceContext<'_>,
    noun: usize,
    left_out: usize,
) -> Vec<usize> {
    let mut words: Vec<usize> = (context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod]))
    .filter(|&child| child < noun && child != left_out)
    .filter(|&child| context.tree.children(child).is_empty())
    .collect();
    words.push(noun);
    words
}
