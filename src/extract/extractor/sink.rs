//! Where extractors put what they find, and why they find nothing.

use crate::extract::{Statement, StatementKind};

use super::{Reason, Rejection};

/// Takes the statements of one sentence from all extractors.
///
/// Reasons for rejection are kept only by a sink that [listens](Self::listening); any other forgets them on the spot, so
/// that they cost nothing when nobody asks.
///
/// ```
/// use actant::extract::Sink;
///
/// let sink = Sink::default();
/// assert!(sink.into_statements().is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<FoundStatement>,
    rejections: Option<Vec<Rejection>>,
    sentence: usize,
    kind: Option<StatementKind>,
}

/// A statement with the word around which it was sought.
#[derive(Debug)]
pub(crate) struct FoundStatement {
    pub(crate) token: usize,
    /// The kind of the extractor that found it.
    pub(crate) extractor: StatementKind,
    pub(crate) statement: Statement,
}

impl Sink {
    /// A sink that keeps the reasons for rejection, too.
    pub fn listening() -> Self {
        Self {
            rejections: Some(Vec::new()),
            ..Self::default()
        }
    }

    /// Says from which sentence and which kind of extractor the following statements come.
    pub fn open(&mut self, sentence: usize, kind: StatementKind) {
        self.sentence = sentence;
        self.kind = Some(kind);
    }

    /// A statement that was made of the construction around `token`.
    pub fn found(&mut self, token: usize, statement: Statement) {
        let extractor = self.kind.clone().unwrap_or_else(|| statement.kind.clone());
        self.found.push(FoundStatement {
            token,
            extractor,
            statement,
        });
    }

    /// The construction around `token` makes no statement.
    pub fn reject(&mut self, token: usize, reason: Reason) {
        let (sentence, kind) = (self.sentence, &self.kind);
        if let Some(rejections) = &mut self.rejections {
            rejections.push(Rejection {
                sentence,
                token,
                kind: kind.clone().unwrap_or(StatementKind::Clause),
                reason,
            });
        }
    }

    /// The statement of the construction around `token`, or why there is none.
    pub fn report(&mut self, token: usize, result: Result<Statement, Reason>) {
        match result {
            Ok(statement) => self.found(token, statement),
            Err(reason) => self.reject(token, reason),
        }
    }

    /// The statements in the order in which they were found.
    pub fn into_statements(self) -> Vec<Statement> {
        let found = self.found.into_iter();
        found.map(|found| found.statement).collect()
    }

    /// The statements by the place of their relation, without those that say the same as one before, and the reasons
    /// for rejection. The first statement will have the index `first` in its document.
    pub(crate) fn settle(self, first: usize) -> (Vec<FoundStatement>, Vec<Rejection>) {
        let mut found = self.found;
        let mut rejections = self.rejections;
        found.sort_by_key(|found| found.statement.relation.phrase.head);
        let mut kept: Vec<FoundStatement> = Vec::with_capacity(found.len());
        for one in found {
            let same = |other: &FoundStatement| is_same(&other.statement, &one.statement);
            match kept.iter().position(same) {
                None => kept.push(one),
                Some(place) => {
                    if let Some(rejections) = &mut rejections {
                        rejections.push(Rejection {
                            sentence: one.statement.sentence,
                            token: one.token,
                            kind: one.extractor,
                            reason: Reason::Duplicate(first + place),
                        });
                    }
                }
            }
        }
        (kept, rejections.unwrap_or_default())
    }
}

/// Whether two statements have the same subject, relation and object.
fn is_same(one: &Statement, other: &Statement) -> bool {
    let object = |statement: &Statement| statement.object.as_ref().map(|object| object.head);
    one.subject.head == other.subject.head
        && one.relation.phrase.tokens == other.relation.phrase.tokens
        && object(one) == object(other)
}

#[cfg(test)]
mod tests {
    use crate::extract::{Phrase, Relation};

    use super::*;

    fn statement(subject: usize, verb: usize, object: usize) -> Statement {
        let relation = Relation {
            phrase: Phrase::new(0, vec![verb], verb),
            ..Relation::default()
        };
        let phrase = |token| Phrase::new(0, vec![token], token);
        Statement::new(
            StatementKind::Clause,
            phrase(subject),
            relation,
            Some(phrase(object)),
        )
    }

    #[test]
    fn of_two_statements_that_say_the_same_the_second_is_told_to_repeat_the_first() {
        let mut sink = Sink::listening();
        sink.found(4, statement(0, 4, 5));
        sink.found(1, statement(0, 1, 2));
        sink.found(7, statement(0, 4, 5));
        let (kept, rejections) = sink.settle(10);
        let tokens: Vec<usize> = kept.iter().map(|found| found.token).collect();
        assert_eq!(tokens, [1, 4]);
        assert_eq!(rejections.len(), 1);
        assert_eq!(
            (rejections[0].token, rejections[0].reason),
            (7, Reason::Duplicate(11))
        );
    }

    #[test]
    fn a_sink_that_does_not_listen_forgets_reasons() {
        let mut sink = Sink::default();
        sink.reject(3, Reason::NoVerb);
        assert!(sink.settle(0).1.is_empty());
        let mut sink = Sink::listening();
        sink.reject(3, Reason::NoVerb);
        assert_eq!(sink.settle(0).1[0].reason, Reason::NoVerb);
    }
}
