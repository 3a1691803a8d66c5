//! A sentence in its document, as the rules of attribution see it.

use crate::annotate::{Annotated, Quotations};
use crate::lexicon::{Cue, Cues, FunctionWord, Words};
use crate::text::{Deprel, Sentence, Span, Token, Tree, Upos, Xpos};

use super::offsets::TokenOffsets;
use super::range::TokenRange;

/// A sentence in its document, with its tree and the lists of cues.
pub(super) struct AttributionContext<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) cues: &'a Cues,
    pub(super) words: &'a Words,
    pub(super) quotations: &'a Quotations,
    pub(super) offsets: &'a TokenOffsets<'a>,
    pub(super) index: usize,
    pub(super) sentence: &'a Sentence,
    pub(super) tree: Tree<'a>,
}

impl<'a> AttributionContext<'a> {
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

    /// Whether a word has this function.
    pub(super) fn is_function(&self, token: usize, function: FunctionWord) -> bool {
        self.cues.is_function(&self.lower(token), function)
    }

    /// Whether a preposition or conjunction with this function introduces the phrase or clause.
    pub(super) fn is_marked(&self, head: usize, function: FunctionWord) -> bool {
        let mut markers = self.tree.children_by(head, &[Deprel::Case, Deprel::Mark]);
        markers.any(|marker| self.is_function(marker, function))
    }

    /// Whether a token opens or closes a quotation.
    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.quotations.is_mark(self.index, token)
    }

    pub(super) fn has_child(&self, index: usize, relation: Deprel) -> bool {
        self.tree.child(index, relation).is_some()
    }

    /// The first token of a range that depends on none of the others.
    pub(super) fn head_of(&self, range: TokenRange) -> usize {
        let outside = |token: &usize| {
            self.token(*token)
                .head
                .is_none_or(|head| !range.holds(head))
        };
        (range.first..=range.last)
            .find(outside)
            .unwrap_or(range.first)
    }

    /// The last word of the block, if it is not before this sentence.
    pub(super) fn block_end(&self) -> Option<Span> {
        let rest = self.annotated.sentences[self.index..].iter();
        let block = rest.take_while(|sentence| sentence.block == self.sentence.block);
        let words = block.flat_map(|sentence| &sentence.tokens);
        let last = words.filter(|token| token.upos != Upos::Punct).last();
        last.map(|token| token.span)
    }

    /// What the lists say of a verb, with its particle if they have it so.
    pub(super) fn verb(&self, index: usize) -> Option<&'a Cue> {
        let token = self.token(index);
        if !matches!(token.upos, Upos::Verb) {
            return None;
        }
        let particle = self.tree.child(index, Deprel::CompoundPrt);
        if let Some(particle) = particle {
            let phrase = format!("{} {}", token.lemma, self.lower(particle));
            if let Some(cue) = self.cues.verb(&phrase) {
                return Some(cue);
            }
            // Taggers take prepositions for particles: `called on`.
            let verb = self.cues.verb(&token.lemma);
            return verb.filter(|cue| cue.frames.preposition(&self.lower(particle)));
        }
        self.cues.verb(&token.lemma)
    }

    /// The words around a verb or adjective that belong to its group: auxiliaries, copula, negation, adverbs beside
    /// it, `to`.
    pub(super) fn group(&self, head: usize) -> TokenRange {
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
        TokenRange::new(first, last)
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

    /// Whether a verb lends its subject to a noun of saying: `express concern`.
    fn is_light(&self, verb: usize) -> bool {
        let lemma = &self.token(verb).lemma;
        match self.tree.child(verb, Deprel::CompoundPrt) {
            Some(particle) => self
                .cues
                .is_light(&format!("{lemma} {}", self.lower(particle))),
            None => self.cues.is_light(lemma),
        }
    }

    /// The light verb whose object a noun is: `express` of `express concern`.
    pub(super) fn light_verb_of(&self, noun: usize) -> Option<usize> {
        let token = self.token(noun);
        token
            .head
            .filter(|&verb| token.relation() == Deprel::Obj && self.is_light(verb))
    }

    /// The range of the subtree of `head` without the subtrees of the children in `without`.
    pub(super) fn below(&self, head: usize, without: &[usize]) -> TokenRange {
        let tokens = self
            .tree
            .subtree_without(head, |token| without.contains(&token));
        TokenRange::around(&tokens).unwrap_or(TokenRange::new(head, head))
    }
}

/// Whether a token is a dash, as it separates a name from the words before it.
pub(super) fn is_dash(form: &str) -> bool {
    matches!(form, "—" | "–" | "―" | "--" | "-")
}

/// What the lists say of a word as a cue.
pub(super) fn listed<'a>(cues: &'a Cues, token: &Token) -> Option<&'a Cue> {
    match token.upos {
        Upos::Verb => cues.verb(&token.lemma),
        Upos::Noun => cues.noun(&token.lemma),
        Upos::Adj => cues.adjective(&token.lemma),
        _ => None,
    }
}
