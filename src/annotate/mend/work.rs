//! A tree while it is mended: questions to it, and the one way to change an arc.

use crate::text::{Deprel, Token};

/// The tokens of one sentence and whether any rule changed them.
pub(super) struct Work {
    pub(super) tokens: Vec<Token>,
    pub(super) changed: bool,
}

impl Work {
    pub(super) fn attach(&mut self, token: usize, head: usize, relation: Deprel) {
        self.tokens[token].head = Some(head);
        self.tokens[token].deprel = relation;
        self.changed = true;
    }

    pub(super) fn head(&self, token: usize) -> Option<usize> {
        self.tokens[token]
            .head
            .filter(|&head| head < self.tokens.len())
    }

    pub(super) fn children<'s>(
        &'s self,
        head: usize,
        relation: Deprel,
    ) -> impl DoubleEndedIterator<Item = usize> + 's {
        (0..self.tokens.len()).filter(move |&token| {
            let word = &self.tokens[token];
            word.head == Some(head) && (word.deprel.is(&relation))
        })
    }

    pub(super) fn child(&self, head: usize, relation: Deprel) -> Option<usize> {
        self.children(head, relation).next()
    }

    pub(super) fn last_child(&self, head: usize, relation: Deprel) -> Option<usize> {
        self.children(head, relation).next_back()
    }

    /// Whether the verb, or an auxiliary or copula of it, has a tense.
    pub(super) fn is_finite(&self, verb: usize) -> bool {
        let tensed = |token: usize| self.tokens[token].xpos.is_finite();
        tensed(verb)
            || self.children(verb, Deprel::Aux).any(tensed)
            || self.children(verb, Deprel::Cop).any(tensed)
    }

    /// The first word of the verb with its auxiliaries.
    pub(super) fn first_of_group(&self, verb: usize) -> usize {
        let auxiliaries = self
            .children(verb, Deprel::Aux)
            .chain(self.children(verb, Deprel::Cop));
        auxiliaries.min().unwrap_or(verb).min(verb)
    }

    pub(super) fn is_under(&self, token: usize, top: usize) -> bool {
        let mut at = Some(token);
        for _ in 0..self.tokens.len() {
            match at {
                Some(token) if token == top => return true,
                Some(token) => at = self.head(token),
                None => return false,
            }
        }
        false
    }
}
