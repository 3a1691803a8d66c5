//! A document while its mentions are resolved.

use rustc_hash::FxHashMap;

use crate::annotate::mentions::{MentionCandidate, bare, words};
use crate::annotate::{Join, MentionKind, Quotations, TokenRows};
use crate::lexicon::{Lexicon, WordUse};
use crate::text::{Deprel, Document, Token, Tree, Upos};

use super::country_prior::CountryPrior;

/// The trees and mentions of a document, with what resolving them looks at.
pub(in crate::annotate) struct DocumentContext<'a> {
    /// The trees of its sentences.
    pub(in crate::annotate) trees: &'a [Tree<'a>],
    /// Its quotations.
    pub(in crate::annotate) quotations: &'a Quotations,
    /// The lists.
    pub(in crate::annotate) lexicon: &'a Lexicon,
    /// The mentions in the order of the text.
    pub(in crate::annotate) mentions: Vec<MentionCandidate>,
    /// The day of the document.
    pub(in crate::annotate) date: Option<&'a str>,
    /// Of which states the document speaks, for names that mean several things.
    pub(super) country_prior: CountryPrior,
    /// The person before whose name a token is part of a title, by sentence and token.
    pub(in crate::annotate) titled: FxHashMap<(usize, usize), usize>,
    /// The engine's vectors, if it gives any.
    pub(in crate::annotate) vectors: Option<&'a TokenRows>,
    /// For each sentence and token the mention whose head it is: the first of `found`.
    heads: Vec<Vec<Option<u32>>>,
}

impl<'a> DocumentContext<'a> {
    /// The context of a document whose mentions have no entities yet.
    pub(in crate::annotate) fn new(
        document: &'a Document,
        trees: &'a [Tree<'a>],
        quotations: &'a Quotations,
        lexicon: &'a Lexicon,
        mentions: Vec<MentionCandidate>,
        vectors: Option<&'a TokenRows>,
    ) -> Self {
        let mut heads: Vec<Vec<Option<u32>>> = trees
            .iter()
            .map(|tree| vec![None; tree.sentence().tokens.len()])
            .collect();
        for (index, found) in mentions.iter().enumerate() {
            let head = &mut heads[found.mention.sentence][found.mention.head];
            head.get_or_insert(index as u32);
        }
        let country_prior = CountryPrior::new(trees, &mentions, lexicon);
        Self {
            trees,
            quotations,
            lexicon,
            country_prior,
            mentions,
            date: document.date.as_deref(),
            titled: FxHashMap::default(),
            vectors,
            heads,
        }
    }

    /// The tree in which a mention stands.
    pub(in crate::annotate) fn tree(&self, mention: usize) -> &'a Tree<'a> {
        &self.trees[self.mentions[mention].mention.sentence]
    }

    /// The tokens of a mention.
    pub(in crate::annotate) fn tokens(&self, mention: usize) -> &'a [Token] {
        let mention = &self.mentions[mention].mention;
        &self.trees[mention.sentence].sentence().tokens[mention.tokens.range()]
    }

    /// The tokens of a mention without an article and a possessive ending.
    pub(in crate::annotate) fn bare(&self, mention: usize) -> &'a [Token] {
        bare(self.tokens(mention), self.lexicon)
    }

    /// The head token of a mention.
    pub(in crate::annotate) fn head(&self, mention: usize) -> &'a Token {
        let mention = &self.mentions[mention].mention;
        &self.trees[mention.sentence].sentence().tokens[mention.head]
    }

    /// The engine's vector of the head of a mention.
    pub(in crate::annotate) fn vector(&self, mention: usize) -> Option<&'a [f32]> {
        let mention = &self.mentions[mention].mention;
        self.vectors?
            .of_sentence(mention.sentence)
            .nth(mention.head)
    }

    /// The mention whose head is this token.
    pub(in crate::annotate) fn at(&self, sentence: usize, token: usize) -> Option<usize> {
        self.heads
            .get(sentence)?
            .get(token)?
            .map(|index| index as usize)
    }

    /// The name that begins at this token.
    pub(in crate::annotate) fn at_start(&self, sentence: usize, token: usize) -> Option<usize> {
        let key = (sentence, token);
        let place = |found: &MentionCandidate| (found.mention.sentence, found.mention.tokens.start);
        let first = self.mentions.partition_point(|found| place(found) < key);
        (first..self.mentions.len())
            .take_while(|&index| place(&self.mentions[index]) == key)
            .find(|&index| self.mentions[index].mention.kind == MentionKind::Name)
    }

    /// The actor of the mention whose head is this token.
    pub(in crate::annotate) fn actor_at(&self, sentence: usize, token: usize) -> Option<usize> {
        self.at(sentence, token)
            .and_then(|mention| self.mentions[mention].mention.actor)
    }

    /// The name of the place behind a noun with `in`: `officials in Oslo`.
    pub(super) fn place_behind(&self, mention: usize) -> Option<String> {
        let found = &self.mentions[mention].mention;
        let tree = self.tree(mention);
        let words_of = |word_use, word: &str| self.lexicon.function_words.has(word_use, word);
        let inside = |&child: &usize| {
            let case = tree.child(child, Deprel::Case).map(|case| tree.token(case));
            child > found.head && case.is_some_and(|case| words_of(WordUse::Place, &case.form))
        };
        let place = tree.children_by(found.head, &[Deprel::Nmod]).find(inside)?;
        let place = self.at(found.sentence, place)?;
        Some(words(self.bare(place)))
    }

    /// Assigns an entity to a mention, by the rule of its kind.
    pub(in crate::annotate) fn set(&mut self, mention: usize, actor: usize) {
        let rule = match self.mentions[mention].mention.kind {
            MentionKind::Name => Join::Name,
            MentionKind::Nominal => Join::Noun,
            MentionKind::Pronoun => Join::Pronoun,
        };
        self.join(mention, actor, rule);
    }

    /// Assigns an entity to a mention by this rule.
    pub(in crate::annotate) fn join(&mut self, mention: usize, actor: usize, rule: Join) {
        let mention = &mut self.mentions[mention].mention;
        mention.actor = Some(actor);
        mention.join = Some(rule);
    }

    /// The words of a mention as the document writes them, without an article and a final `'s`.
    pub(in crate::annotate) fn bare_text(&self, mention: usize) -> String {
        let tokens = self.bare(mention);
        let mut text = words(tokens);
        // A sentence's first word is written small, unless it is a name.
        let first = self.tree(mention).sentence().tokens.first();
        let common = |token: &Token| token.upos != Upos::Propn && token.entity.is_outside();
        if let (Some(token), Some(first)) = (tokens.first(), first)
            && token.span == first.span
            && common(token)
            && token.form.chars().skip(1).all(char::is_lowercase)
            && !tokens.get(1).is_some_and(is_large)
            && let Some(letter) = text.get(..1)
        {
            let small = letter.to_lowercase();
            text.replace_range(..1, &small);
        }
        text
    }

    /// The mentions with their entities.
    pub(in crate::annotate) fn into_mentions(self) -> Vec<MentionCandidate> {
        self.mentions
    }
}

/// Whether the word begins with a capital.
fn is_large(token: &Token) -> bool {
    token.form.starts_with(char::is_uppercase)
}
