//! The interface that every extractor of statements implements, and the view of a sentence that it gets.

use crate::annotate::{Annotated, LocalActor};
use crate::lexicon::{Lexicon, Words};
use crate::text::{Deprel, Sentence, Token, Tree, Upos};

use super::{Phrase, Sink};

/// One sentence in its document, as extractors see it.
#[derive(Debug, Clone, Copy)]
pub struct SentenceContext<'a> {
    /// The whole document.
    pub annotated: &'a Annotated,
    /// The sentence's index in it.
    pub index: usize,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its tree.
    pub tree: &'a Tree<'a>,
    /// For each token the actor that it stands for, if any: an index into [`Annotated::actors`].
    pub actors: &'a [Option<usize>],
    /// Word lists.
    pub lexicon: &'a Lexicon,
}

/// Finds the statements that one kind of construction makes.
pub trait Extractor: Send + Sync {
    /// A short name, as shown beside every statement: `clause`, `apposition`.
    fn name(&self) -> &'static str;

    /// Tells `sink` the statements of this sentence, and of which words that could have made one there is none and
    /// why: everything that the extractor looks for is to be accounted for.
    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink);

    /// How the statement around `token` was arrived at, in a few phrases for readers. Asked only by
    /// [`explain`](fn@super::explain).
    fn steps(&self, context: &SentenceContext<'_>, token: usize) -> Vec<String> {
        let _ = (context, token);
        Vec::new()
    }
}

impl<'a> SentenceContext<'a> {
    /// The word lists of extraction.
    pub fn words(&self) -> &'a Words {
        &self.lexicon.words
    }

    /// The token at `index`.
    pub fn token(&self, index: usize) -> &'a Token {
        &self.sentence.tokens[index]
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

    /// The dependency relation of the token without subtype.
    pub fn relation(&self, index: usize) -> Deprel {
        self.token(index).relation()
    }

    /// The head of the token, if it has one.
    pub fn head(&self, index: usize) -> Option<usize> {
        self.token(index)
            .head
            .filter(|&head| head < self.sentence.tokens.len())
    }

    /// The actor that the token stands for, as the document has it.
    pub fn local_actor(&self, index: usize) -> Option<&'a LocalActor> {
        self.annotated.actors.get(self.actor(index)?)
    }

    /// The actor that the token stands for, if any: an index into [`Annotated::actors`].
    pub fn actor(&self, index: usize) -> Option<usize> {
        self.actors.get(index).copied().flatten()
    }

    /// Whether the token is a verb or an auxiliary that is used as one.
    pub fn is_verb(&self, index: usize) -> bool {
        matches!(self.token(index).upos, Upos::Verb | Upos::Aux)
    }

    /// Whether the token is a noun, name, pronoun or number.
    pub fn is_nominal(&self, index: usize) -> bool {
        matches!(
            self.token(index).upos,
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym | Upos::X
        )
    }

    /// A phrase of these tokens with the actor of its head.
    pub fn phrase(&self, tokens: Vec<usize>, head: usize) -> Phrase {
        Phrase {
            actor: self.actor(head),
            ..Phrase::new(self.index, tokens, head)
        }
    }

    /// The words of these tokens in lower case, parted by blanks: the form in which lists have them.
    pub fn lower(&self, tokens: &[usize]) -> String {
        let forms = tokens.iter().map(|&token| self.token(token).form.as_str());
        forms.collect::<Vec<_>>().join(" ").to_lowercase()
    }
}
