//! A statement in its sentence, with what every construction asks for.

use crate::extract::participants::{Agent, label_words};
use crate::extract::{SentenceContext, Statement};
use crate::text::Deprel;

/// A statement in its sentence, with its agent and its object.
#[derive(Debug, Clone, Copy)]
pub(super) struct EdgeContext<'s> {
    pub(super) context: &'s SentenceContext<'s>,
    pub(super) statement: &'s Statement,
    pub(super) agent: &'s Agent,
    /// The object, if it is a noun.
    pub(super) object: Option<usize>,
}

impl<'s> EdgeContext<'s> {
    pub(super) fn new(
        context: &'s SentenceContext<'s>,
        statement: &'s Statement,
        agent: &'s Agent,
    ) -> Self {
        let object = statement.object.as_ref().map(|object| object.head);
        let is_noun = |&object: &usize| context.is_nominal(object) && !is_clause(context, object);
        Self {
            context,
            statement,
            agent,
            object: object.filter(is_noun),
        }
    }

    /// The words of the object inside a label.
    pub(super) fn object_words(&self) -> Vec<usize> {
        self.object.map_or(Vec::new(), |object| {
            label_words(self.context, object, usize::MAX)
        })
    }
}

/// Whether the token heads a clause.
pub(super) fn is_clause(context: &SentenceContext<'_>, head: usize) -> bool {
    matches!(
        context.relation(head),
        Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
    ) || context.is_verb(head)
}
