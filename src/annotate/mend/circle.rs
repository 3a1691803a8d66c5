//! Circles in trees that came with the input.

use crate::text::{Deprel, Sentence, Tree};

/// Attaches every token that no root is above to the first root, or to the first token if there is no root.
pub(in crate::annotate) fn open_circles(sentence: &mut Sentence) {
    let size = sentence.tokens.len();
    let tree = Tree::new(sentence);
    let roots = (0..size).filter(|&token| tree.token(token).head.is_none_or(|head| head >= size));
    let mut reached = vec![false; size];
    let mut open: Vec<usize> = roots.collect();
    let root = open.first().copied().unwrap_or(0);
    while let Some(token) = open.pop() {
        reached[token] = true;
        open.extend(tree.children(token));
    }
    for (index, token) in sentence.tokens.iter_mut().enumerate() {
        if !reached[index] {
            (token.head, token.deprel) = match index == root {
                true => (None, Deprel::Root),
                false => (Some(root), Deprel::Dep),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::mend::sample::sentence;

    fn opened(rows: &str) -> Vec<(Option<usize>, Deprel)> {
        let mut sentence = sentence(rows);
        open_circles(&mut sentence);
        let tokens = sentence.tokens.into_iter();
        tokens.map(|token| (token.head, token.deprel)).collect()
    }

    #[test]
    fn a_circle_is_attached_to_the_root() {
        let opened = opened(
            "Peru Peru PROPN NNP 2 nsubj
            voiced voice VERB VBD 0 root
            deep deep ADJ JJ 4 amod
            regret regret NOUN NN 3 obj",
        );
        let heads: Vec<_> = opened.iter().map(|(head, _)| *head).collect();
        assert_eq!(heads, [Some(1), None, Some(1), Some(1)]);
        assert_eq!(opened[3].1, Deprel::Dep);
    }

    #[test]
    fn without_a_root_the_first_word_is_the_root() {
        let opened = opened(
            "Peru Peru PROPN NNP 2 nsubj
            voiced voice VERB VBD 1 ccomp",
        );
        assert_eq!(opened, [(None, Deprel::Root), (Some(0), Deprel::Dep)]);
    }
}
