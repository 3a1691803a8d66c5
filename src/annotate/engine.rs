//! The one interface behind which the language engines stand.

use crate::text::Sentence;

use super::{EngineOutput, EngineRequest};

/// Tags and parses sentences whose tokens are cut.
///
/// An engine fills in [`upos`](crate::text::Token::upos), `xpos`, `feats`, `head` and `deprel` of every token. The
/// result must be a tree with one root, and must depend on the sentence alone: not on its neighbours, the thread or
/// the machine.
pub trait Engine: Send + Sync {
    /// A short name with version, as shown by `actant --version`.
    fn name(&self) -> String;

    /// Whether tags, lemmas and trees that came with the input stay as they are; otherwise they are cleared before
    /// [`annotate`](Self::annotate) is called.
    fn keeps_given(&self) -> bool {
        false
    }

    /// Annotates the sentences, each by itself.
    fn annotate(&self, sentences: &mut [Sentence]);

    /// Annotates the sentences, and returns what else is requested, as far as the engine has it.
    fn annotate_with(&self, sentences: &mut [Sentence], wanted: EngineRequest) -> EngineOutput {
        let _ = wanted;
        self.annotate(sentences);
        EngineOutput::default()
    }
}

/// Keeps the tags and trees that came with the document, for CoNLL-U made by another parser.
#[derive(Debug, Clone, Copy, Default)]
pub struct GivenEngine;

impl Engine for GivenEngine {
    fn name(&self) -> String {
        "given".to_owned()
    }

    fn keeps_given(&self) -> bool {
        true
    }

    fn annotate(&self, _sentences: &mut [Sentence]) {}
}
