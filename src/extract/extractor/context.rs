//! A sentence in its document, as extractors see it.

use crate::annotate::{Annotated, LocalActor};
use crate::extract::Phrase;
use crate::lexicon::{Lexicon, Words};
use crate::syntax;
use crate::text::{Deprel, Sentence, Token, Tree};

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
        self.tree.lemma(index)
    }

    /// The dependency relation of the token without subtype.
    pub fn relation(&self, index: usize) -> Deprel {
        self.tree.relation(index)
    }

    /// The head of the token, if it has one.
    pub fn head(&self, index: usize) -> Option<usize> {
        self.tree.head(index)
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
        syntax::is_verb(self.tree, index)
    }

    /// Whether the token is a noun, name, pronoun or number.
    pub fn is_nominal(&self, index: usize) -> bool {
        syntax::is_nominal(self.tree, index)
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
        self.tree.lower(tokens)
    }
}
