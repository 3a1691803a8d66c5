//! The dependency tree of a sentence, seen from above: children and subtrees.

use super::{Deprel, Sentence, Token};

/// The children of every token of a sentence, for rules that walk down the tree.
///
/// ```
/// use actant::text::{Deprel, Sentence, Token, Tree};
///
/// let word = |form: &str, head, deprel: &str| Token {
///     form: form.into(), head, deprel: deprel.into(), ..Token::default()
/// };
/// let sentence = Sentence {
///     tokens: vec![word("Beijing", Some(1), "nsubj"), word("hosts", None, "root"), word("talks", Some(1), "obj")],
///     ..Sentence::default()
/// };
/// let tree = Tree::new(&sentence);
/// assert_eq!(tree.root(), Some(1));
/// assert_eq!(tree.child(1, Deprel::Obj), Some(2));
/// assert_eq!(tree.subtree(1), [0, 1, 2]);
/// ```
#[derive(Debug, Clone)]
pub struct Tree<'a> {
    sentence: &'a Sentence,
    /// Children of all tokens one after another, in the order of the sentence.
    children: Vec<usize>,
    /// Where the children of token `i` start in `children`; one longer than the sentence.
    starts: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// The tree of `sentence`.
    pub fn new(sentence: &'a Sentence) -> Self {
        let size = sentence.tokens.len();
        let mut starts = vec![0; size + 1];
        let heads = || {
            sentence
                .tokens
                .iter()
                .filter_map(|token| token.head)
                .filter(|&head| head < size)
        };
        for head in heads() {
            starts[head + 1] += 1;
        }
        for i in 0..size {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut children = vec![0; starts[size]];
        for (child, token) in sentence.tokens.iter().enumerate() {
            if let Some(head) = token.head.filter(|&head| head < size) {
                children[next[head]] = child;
                next[head] += 1;
            }
        }
        Self {
            sentence,
            children,
            starts,
        }
    }

    /// The sentence that the tree spans.
    pub fn sentence(&self) -> &'a Sentence {
        self.sentence
    }

    /// The token at `index`.
    pub fn token(&self, index: usize) -> &'a Token {
        &self.sentence.tokens[index]
    }

    /// The head of the token, if it has one.
    pub fn head(&self, index: usize) -> Option<usize> {
        let size = self.sentence.tokens.len();
        self.sentence.tokens[index].head.filter(|&head| head < size)
    }

    /// The dependency relation of the token without its subtype.
    pub fn relation(&self, index: usize) -> Deprel {
        self.token(index).relation()
    }

    /// The lemma of the token, or its form where there is no lemma.
    pub fn lemma(&self, index: usize) -> &'a str {
        let token = self.token(index);
        if token.lemma.is_empty() {
            &token.form
        } else {
            &token.lemma
        }
    }

    /// The forms of `tokens` in lower case, separated by blanks: the form in which word lists have them.
    pub fn lower(&self, tokens: &[usize]) -> String {
        let forms = tokens.iter().map(|&token| self.token(token).form.as_str());
        forms.collect::<Vec<_>>().join(" ").to_lowercase()
    }

    /// The first token without a head.
    pub fn root(&self) -> Option<usize> {
        self.sentence
            .tokens
            .iter()
            .position(|token| token.head.is_none())
    }

    /// The tokens whose head is `index`, in the order of the sentence.
    pub fn children(&self, index: usize) -> &[usize] {
        &self.children[self.starts[index]..self.starts[index + 1]]
    }

    /// The children of `index` with one of `relations`; a relation without subtype stands for all its subtypes.
    pub fn children_by<'t>(
        &'t self,
        index: usize,
        relations: &'t [Deprel],
    ) -> impl Iterator<Item = usize> + 't {
        self.children(index).iter().copied().filter(move |&child| {
            let deprel = &self.token(child).deprel;
            relations.iter().any(|relation| deprel.is(relation))
        })
    }

    /// The first child of `index` with this relation; without subtype it stands for all its subtypes.
    pub fn child(&self, index: usize, relation: Deprel) -> Option<usize> {
        let mut children = self.children(index).iter().copied();
        children.find(|&child| self.token(child).deprel.is(&relation))
    }

    /// `index` and all tokens below it, in the order of the sentence.
    pub fn subtree(&self, index: usize) -> Vec<usize> {
        self.subtree_without(index, |_| false)
    }

    /// `index` and all tokens below it, less the children (with all below them) for which `cut` says yes.
    /// `cut` is not asked about `index` itself.
    pub fn subtree_without(&self, index: usize, cut: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut seen = vec![false; self.sentence.tokens.len()];
        let mut open = vec![index];
        seen[index] = true;
        while let Some(token) = open.pop() {
            for &child in self.children(token) {
                if !seen[child] && !cut(child) {
                    seen[child] = true;
                    open.push(child);
                }
            }
        }
        (0..seen.len()).filter(|&token| seen[token]).collect()
    }

    /// The heads above `index`, nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let size = self.sentence.tokens.len();
        let up = move |&token: &usize| self.sentence.tokens[token].head.filter(|&head| head < size);
        // A tree is no deeper than it has tokens; the bound keeps a broken one from going round for ever.
        std::iter::successors(up(&index), up).take(size)
    }

    /// Whether `below` is `above` or one of its descendants.
    pub fn is_under(&self, below: usize, above: usize) -> bool {
        below == above || self.ancestors(below).any(|token| token == above)
    }
}
