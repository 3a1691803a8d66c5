//! The interface that every extractor of statements implements.

use crate::extract::StatementKind;

use super::{SentenceContext, Sink};

/// Finds the statements that one kind of construction makes.
pub trait Extractor: Send + Sync {
    /// The kind of its statements.
    fn kind(&self) -> StatementKind;

    /// Passes the statements of this sentence to `sink`, and the reason for each word that could have made one and
    /// does not: everything that the extractor looks at is to be accounted for.
    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink);

    /// How the statement around `token` was arrived at, in a few phrases for readers. Called only by
    /// [`explain`](fn@crate::extract::explain).
    fn steps(&self, context: &SentenceContext<'_>, token: usize) -> Vec<String> {
        let _ = (context, token);
        Vec::new()
    }

    /// Extracts from one sentence: [`extract`](Self::extract), with the sink told who asks.
    fn run(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        sink.open(context.index, self.kind());
        self.extract(context, sink);
    }
}
