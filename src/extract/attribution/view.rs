//! One sentence as the rules of attribution see it: verb groups, subjects and noun phrases of its tree.

use crate::annotate::{Annotated, Quotations};
use crate::lexicon::{Cue, Cues};
use crate::syntax;
use crate::text::{Deprel, Sentence, Token, Tree, Upos, Xpos};

use super::offsets::TokenOffsets;

/// A sentence in its document, with its tree and the look-ups of cues.
pub(super) struct View<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) cues: &'a Cues,
    pub(super) quotations: &'a Quotations,
    pub(super) offsets: &'a TokenOffsets<'a>,
    pub(super) index: usize,
    pub(super) sentence: &'a Sentence,
    pub(super) tree: Tree<'a>,
}

/// Neighbouring tokens of a sentence, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Run {
    pub(super) fn new(first: usize, last: usize) -> Self {
        Self { first, last }
    }

    pub(super) fn holds(self, token: usize) -> bool {
        self.first <= token && token <= self.last
    }

    pub(super) fn cover(self, other: Self) -> Self {
        Self::new(self.first.min(other.first), self.last.max(other.last))
    }

    /// The smallest run that holds all of `tokens`, which ascend.
    pub(super) fn around(tokens: &[usize]) -> Option<Self> {
        Some(Self::new(*tokens.first()?, *tokens.last()?))
    }
}

/// A noun phrase that may be a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Holder {
    pub(super) run: Run,
    pub(super) head: usize,
}

impl Holder {
    /// The part before a cue that stands inside it: `a petition` of `a petition calling for …`.
    pub(super) fn before(self, cue: Run) -> Self {
        let cut = self.head < cue.first && self.run.last >= cue.first;
        let last = if cut { cue.first - 1 } else { self.run.last };
        Self {
            run: Run::new(self.run.first, last),
            head: self.head,
        }
    }
}

impl<'a> View<'a> {
    pub(super) fn token(&self, index: usize) -> &'a Token {
        &self.sentence.tokens[index]
    }

    /// The token's number, counted over the whole document.
    pub(super) fn offset(&self, token: usize) -> usize {
        self.offsets.offset(self.index, token)
    }

    pub(super) fn lower(&self, index: usize) -> String {
        self.token(index).form.to_lowercase()
    }

    pub(super) fn is(&self, index: usize, form: &str) -> bool {
        self.token(index).form.eq_ignore_ascii_case(form)
    }

    pub(super) fn has_child(&self, index: usize, relation: Deprel) -> bool {
        self.tree.child(index, relation).is_some()
    }

    /// The verb's lemma with its particle, if the lists have it so, and what they say of it.
    pub(super) fn verb(&self, index: usize) -> Option<(&'a Cue, Option<usize>)> {
        let token = self.token(index);
        if !matches!(token.upos, Upos::Verb) {
            return None;
        }
        let particle = self.tree.child(index, Deprel::CompoundPrt);
        if let Some(particle) = particle {
            let phrase = format!("{} {}", token.lemma, self.lower(particle));
            if let Some(cue) = self.cues.verb(&phrase) {
                return Some((cue, Some(particle)));
            }
            // Taggers take prepositions for particles: `called on`.
            let plain = self
                .cues
                .verb(&token.lemma)
                .filter(|cue| cue.frames.preposition(&self.lower(particle)));
            return plain.map(|cue| (cue, None));
        }
        self.cues.verb(&token.lemma).map(|cue| (cue, None))
    }

    /// Whether the verb stands in the passive.
    pub(super) fn is_passive(&self, verb: usize) -> bool {
        syntax::is_passive_in_view(&self.tree, verb)
    }

    /// The words around a verb or adjective that belong to its group: auxiliaries, copula, negation, adverbs beside
    /// it, `to`.
    pub(super) fn group(&self, head: usize) -> Run {
        let mut first = head;
        while first > 0 && self.leads(first - 1, head) {
            first -= 1;
        }
        while first < head && self.token(first).upos == Upos::Cconj {
            first += 1;
        }
        let mut last = head;
        if let Some(particle) = self.tree.child(head, Deprel::CompoundPrt)
            && particle > head
            && particle - head <= 2
        {
            last = particle;
        }
        Run::new(first, last)
    }

    fn leads(&self, token: usize, head: usize) -> bool {
        let word = self.token(token);
        let Some(above) = word.head else {
            return false;
        };
        let own = above == head
            || self.token(above).head == Some(head) && above < head && self.leads(above, head);
        own && match word.relation() {
            Deprel::Aux | Deprel::Cop => true,
            Deprel::Advmod => {
                matches!(word.upos, Upos::Adv | Upos::Part)
                    && word.xpos != Xpos::Wrb
                    && !self.opens_clause(token, head)
            }
            Deprel::Mark => word.upos == Upos::Part,
            _ => false,
        }
    }

    /// Whether an adverb stands before the subject: it belongs to the clause rather than to the verb group.
    fn opens_clause(&self, token: usize, head: usize) -> bool {
        let subject = self.tree.child(head, Deprel::Nsubj);
        subject.is_some_and(|subject| token < subject && subject < head)
    }

    /// Whether a verb stands in a finite clause.
    pub(super) fn is_finite(&self, verb: usize) -> bool {
        syntax::is_finite(&self.tree, verb)
    }

    /// Whether a clause is finite even without this copula: `is that she agrees`.
    pub(super) fn is_finite_without(&self, head: usize, copula: usize) -> bool {
        syntax::is_finite_without(&self.tree, head, copula)
    }

    /// Whether a word is a finite verb or auxiliary.
    pub(super) fn is_finite_word(&self, token: usize) -> bool {
        syntax::is_finite_word(&self.tree, token)
    }

    /// Whether the verb is an infinitive with its particle.
    pub(super) fn has_to(&self, verb: usize) -> bool {
        syntax::particle_to(&self.tree, verb).is_some()
    }

    /// Whose a noun is: its possessive, or the subject of the light verb that it is the object of (with that verb).
    pub(super) fn holder_of_noun(&self, noun: usize) -> Option<(usize, Option<usize>)> {
        if let Some(possessive) = self.tree.child(noun, Deprel::NmodPoss) {
            return Some((possessive, None));
        }
        let token = self.token(noun);
        let verb = token.head?;
        if token.relation() == Deprel::Obj && self.is_light(verb) {
            return self.doer(verb).map(|doer| (doer, Some(verb)));
        }
        None
    }

    pub(super) fn is_light(&self, verb: usize) -> bool {
        let lemma = &self.token(verb).lemma;
        match self.tree.child(verb, Deprel::CompoundPrt) {
            Some(particle) => self
                .cues
                .is_light(&format!("{lemma} {}", self.lower(particle))),
            None => self.cues.is_light(lemma),
        }
    }

    /// The agent of a passive: the noun phrase after `by`.
    pub(super) fn agent(&self, verb: usize) -> Option<usize> {
        syntax::agent(&self.tree, verb)
    }

    /// The run of everything that hangs on `head`, less the children in `without` and all below them.
    pub(super) fn below(&self, head: usize, without: &[usize]) -> Run {
        let tokens = self
            .tree
            .subtree_without(head, |token| without.contains(&token));
        Run::around(&tokens).unwrap_or(Run::new(head, head))
    }
}
