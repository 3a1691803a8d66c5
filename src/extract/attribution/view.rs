//! One sentence as the rules of attribution see it: verb groups, subjects and noun phrases of its tree.

use crate::annotate::Annotated;
use crate::lexicon::{Cue, Cues};
use crate::text::{Sentence, Token, Tree, Upos};

use super::quotation::Quotations;

/// A sentence in its document, with its tree and the look-ups of cues.
pub(super) struct View<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) cues: &'a Cues,
    pub(super) quotations: &'a Quotations,
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

    pub(super) fn lower(&self, index: usize) -> String {
        self.token(index).form.to_lowercase()
    }

    pub(super) fn is(&self, index: usize, form: &str) -> bool {
        self.token(index).form.eq_ignore_ascii_case(form)
    }

    pub(super) fn has_child(&self, index: usize, relation: &str) -> bool {
        self.tree.child(index, relation).is_some()
    }

    /// The verb's lemma with its particle, if the lists have it so, and what they say of it.
    pub(super) fn verb(&self, index: usize) -> Option<(&'a Cue, Option<usize>)> {
        let token = self.token(index);
        if !matches!(token.upos, Upos::Verb) {
            return None;
        }
        let particle = self.tree.child(index, "compound:prt");
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
        self.has_child(verb, "aux:pass")
            || self.has_child(verb, "nsubj:pass")
            || self.has_child(verb, "obl:agent")
            || (self.token(verb).xpos == "VBN" && !self.has_child(verb, "aux") && !self.acts(verb) && !self.leads_clause(verb))
    }

    /// Whether a form that looks like a participle has a subject and an object or clause: taggers mix up `said` and
    /// `denied` the verb with `said` and `denied` the participle.
    fn acts(&self, verb: usize) -> bool {
        self.has_child(verb, "nsubj") && !self.has_child(verb, "xcomp")
    }

    /// Whether a form that looks like a participle heads a clause of its own without a subject in the tree and without
    /// an infinitive (`expected to`): then a parser has lost the subject.
    fn leads_clause(&self, verb: usize) -> bool {
        self.token(verb).is_any(&["root", "conj", "parataxis", "ccomp"]) && !self.has_child(verb, "xcomp")
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
        if let Some(particle) = self.tree.child(head, "compound:prt")
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
            "aux" | "cop" => true,
            "advmod" => {
                matches!(word.upos, Upos::Adv | Upos::Part)
                    && word.xpos != "WRB"
                    && !self.opens_clause(token, head)
            }
            "mark" => word.upos == Upos::Part,
            _ => false,
        }
    }

    /// Whether an adverb stands before the subject: it belongs to the clause rather than to the verb group.
    fn opens_clause(&self, token: usize, head: usize) -> bool {
        let subject = self.tree.child(head, "nsubj");
        subject.is_some_and(|subject| token < subject && subject < head)
    }

    /// The token that stands for the doer of `verb`: its subject, or the one that it shares with the verb it hangs on.
    pub(super) fn doer(&self, verb: usize) -> Option<usize> {
        self.doer_within(verb, 6)
    }

    /// The subjects of a verb that can be sources; parsers give a title and its name one each.
    fn subjects(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        self.tree.children(verb).iter().copied().filter(|&child| {
            let token = self.token(child);
            token.relation() == "nsubj"
                && token.deprel != "nsubj:outer"
                && !matches!(token.upos, Upos::Verb | Upos::Punct)
        })
    }

    fn doer_within(&self, verb: usize, depth: usize) -> Option<usize> {
        if depth == 0 {
            return None;
        }
        let own = self
            .subjects(verb)
            .filter(|&own| own < verb)
            .last()
            .or_else(|| self.subjects(verb).next());
        if own.is_some() {
            return own;
        }
        if self.has_child(verb, "expl") || self.has_child(verb, "csubj") {
            return None;
        }
        let token = self.token(verb);
        let above = token.head?;
        match token.deprel.as_str() {
            "conj" => self.doer_within(above, depth - 1),
            "xcomp" => match self
                .tree
                .child(above, "obj")
                .or_else(|| self.tree.child(above, "iobj"))
            {
                Some(object) if object < verb => Some(object),
                _ => self.doer_within(above, depth - 1),
            },
            "advcl" if !self.is_finite(verb) => self.doer_within(above, depth - 1),
            "parataxis" if token.xpos == "VBG" => self.doer_within(above, depth - 1),
            "acl" if token.xpos == "VBG" => Some(above),
            "acl" if self.has_to(verb) => self.holder_of_noun(above).map(|(holder, _)| holder),
            _ => None,
        }
    }

    /// The noun phrase right before or after a finite verb that has no subject in the tree, as parsers leave it where
    /// quotations and titles are long: `“…,” said former mayor Ana Lopez`.
    pub(super) fn neighbour(&self, verb: usize, inverts: bool) -> Option<usize> {
        let token = self.token(verb);
        if !matches!(token.xpos.as_str(), "VBD" | "VBZ" | "VBP" | "VBN")
            || self.has_child(verb, "expl")
            || token.relation() == "conj"
        {
            return None;
        }
        let group = self.group(verb);
        let nominal = |token: usize| {
            matches!(self.token(token).upos, Upos::Propn | Upos::Pron)
                || self.token(token).upos == Upos::Noun
        };
        let top = |start: usize, from: usize, to: usize| {
            let mut head = start;
            while let Some(above) = self
                .token(head)
                .head
                .filter(|&above| above >= from && above < to && nominal(above))
            {
                head = above;
            }
            (!self.has_child(head, "case") && self.token(head).relation() != "obl").then_some(head)
        };
        let before = group.first.checked_sub(1).filter(|&token| nominal(token));
        // `Ana Lopez, asked about it, had said`: the name stands before the parenthesis.
        let before = before.or_else(|| {
            let comma = |token: &usize| {
                matches!(
                    self.token(*token).form.as_str(),
                    "," | ")" | "-" | "—" | "–"
                )
            };
            let close = group.first.checked_sub(1).filter(comma)?;
            let opens = |token: &usize| {
                matches!(
                    self.token(*token).form.as_str(),
                    "," | "(" | "-" | "—" | "–"
                )
            };
            let mut open = (close.saturating_sub(24)..close).rev().filter(opens);
            open.find_map(|open| {
                open.checked_sub(1)
                    .filter(|&token| self.token(token).upos == Upos::Propn)
            })
        });
        let counted = || {
            group
                .first
                .checked_sub(1)
                .filter(|&token| matches!(self.token(token).upos, Upos::Num | Upos::Det))
        };
        let before = before.or_else(counted);
        let own = self.quotations.number(self.index, verb);
        let before = before.filter(|&start| self.quotations.number(self.index, start) == own);
        let left = before.and_then(|start| top(start, 0, group.first));
        let right = || {
            let start = Some(group.last + 1)
                .filter(|&start| start < self.sentence.tokens.len() && inverts)?;
            let named = !matches!(
                self.token(start).upos,
                Upos::Verb
                    | Upos::Aux
                    | Upos::Punct
                    | Upos::Adp
                    | Upos::Sconj
                    | Upos::Part
                    | Upos::Cconj
            );
            let first =
                (start..self.sentence.tokens.len().min(start + 6)).find(|&token| nominal(token))?;
            let quoted = group.first > 0
                && self
                    .quotations
                    .around(self.index, group.first - 1)
                    .is_some();
            (named && quoted)
                .then(|| top(first, start, self.sentence.tokens.len()))
                .flatten()
        };
        left.or_else(right)
    }

    /// Whether a verb stands in a finite clause.
    pub(super) fn is_finite(&self, verb: usize) -> bool {
        let finite = |token: usize| {
            matches!(
                self.token(token).xpos.as_str(),
                "VBD" | "VBZ" | "VBP" | "MD"
            )
        };
        finite(verb) || self.tree.children_by(verb, &["aux", "cop"]).any(finite)
    }

    /// Whether a clause is finite even without this copula: `is that she agrees`.
    pub(super) fn is_finite_without(&self, head: usize, copula: usize) -> bool {
        let finite = |token: usize| {
            matches!(
                self.token(token).xpos.as_str(),
                "VBD" | "VBZ" | "VBP" | "MD"
            )
        };
        finite(head)
            || self
                .tree
                .children_by(head, &["aux", "cop"])
                .any(|token| token != copula && finite(token))
    }

    /// Whether a word is a finite verb or auxiliary.
    pub(super) fn is_finite_word(&self, token: usize) -> bool {
        matches!(
            self.token(token).xpos.as_str(),
            "VBD" | "VBZ" | "VBP" | "MD"
        )
    }

    pub(super) fn has_to(&self, verb: usize) -> bool {
        let marks = self.tree.children_by(verb, &["mark"]);
        marks
            .into_iter()
            .any(|mark| self.token(mark).upos == Upos::Part)
    }

    /// Whose a noun is: its possessive, or the subject of the light verb that it is the object of (with that verb).
    pub(super) fn holder_of_noun(&self, noun: usize) -> Option<(usize, Option<usize>)> {
        if let Some(possessive) = self.tree.child(noun, "nmod:poss") {
            return Some((possessive, None));
        }
        let token = self.token(noun);
        let verb = token.head?;
        if token.relation() == "obj" && self.is_light(verb) {
            return self.doer(verb).map(|doer| (doer, Some(verb)));
        }
        None
    }

    pub(super) fn is_light(&self, verb: usize) -> bool {
        let lemma = &self.token(verb).lemma;
        match self.tree.child(verb, "compound:prt") {
            Some(particle) => self
                .cues
                .is_light(&format!("{lemma} {}", self.lower(particle))),
            None => self.cues.is_light(lemma),
        }
    }

    /// The agent of a passive: the noun phrase after `by`.
    pub(super) fn agent(&self, verb: usize) -> Option<usize> {
        self.tree.child(verb, "obl:agent")
    }

    /// The noun phrase around `head` as a source: determiner, titles, appositions and restrictive clauses, but no
    /// preposition or incidental clause.
    pub(super) fn holder(&self, head: usize) -> Holder {
        let cut = |token: usize| self.is_no_part_of_a_source(token, head);
        let tokens = self.tree.subtree_without(head, cut);
        let mut run = self.unbroken(&tokens, head);
        while run.first < head
            && matches!(
                self.token(run.first).upos,
                Upos::Punct | Upos::Cconj | Upos::Adp
            )
            && !self.is_mark(run.first)
        {
            run.first += 1;
        }
        while run.last > head
            && matches!(self.token(run.last).upos, Upos::Punct)
            && !self.closes(run.last)
        {
            run.last -= 1;
        }
        // The closing comma of a parenthesis belongs to it.
        let comma = |token: usize| self.token(token).form == ",";
        if (head..run.last).any(comma)
            && run.last + 1 < self.sentence.tokens.len()
            && comma(run.last + 1)
            && self.has_comma_part(head)
        {
            run.last += 1;
        }
        if let Some(title) = self.title_before(head, run) {
            run.first = title;
        }
        Holder { run, head }
    }

    /// The start of a noun phrase right before a name that is a subject of the same verb: its title.
    fn title_before(&self, head: usize, run: Run) -> Option<usize> {
        let verb = self
            .token(head)
            .head
            .filter(|_| self.token(head).upos == Upos::Propn)?;
        let last = run.first.checked_sub(1).filter(|&last| {
            self.token(last).upos == Upos::Noun || self.token(last).upos == Upos::Propn
        })?;
        let title = self
            .subjects(verb)
            .find(|&other| other == last && other != head)?;
        Some(self.tree.subtree(title)[0])
    }

    fn has_comma_part(&self, head: usize) -> bool {
        let mut parts = self.tree.children_by(head, &["appos", "acl", "nmod"]);
        parts.any(|part| {
            let tokens = self.tree.subtree(part);
            tokens.first().is_some_and(|&first| {
                first > 0 && (self.token(first).form == "," || self.token(first - 1).form == ",")
            })
        })
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.quotations.is_mark(self.index, token)
    }

    fn closes(&self, token: usize) -> bool {
        matches!(self.token(token).form.as_str(), ")" | "]") || self.is_mark(token)
    }

    fn is_no_part_of_a_source(&self, token: usize, head: usize) -> bool {
        let word = self.token(token);
        if word.head == Some(head) {
            let mut first = token;
            for &below in &self.tree.subtree(token) {
                first = first.min(below);
            }
            let after_comma =
                first > 0 && (self.token(first).form == "," || self.token(first - 1).form == ",");
            match word.deprel.as_str() {
                "case" | "mark" | "cc:preconj" | "discourse" | "parataxis" | "vocative" | "cop"
                | "nsubj" | "aux" | "nsubj:outer" | "advcl" | "dislocated" | "list" | "expl"
                | "csubj" => return true,
                "acl:relcl" => return false,
                "acl" => return after_comma && self.token(token).upos == Upos::Verb,
                "cc" => return token < head,
                "conj" => {
                    return self.has_child(token, "nsubj") || self.token(token).upos == Upos::Verb;
                }
                "advmod" => return token < head && self.is(token + 1, ","),
                _ => {}
            }
        }
        false
    }

    /// The run of `tokens` (ascending) around `head` without gaps other than punctuation.
    fn unbroken(&self, tokens: &[usize], head: usize) -> Run {
        let at = tokens.iter().position(|&token| token == head).unwrap_or(0);
        let bridged = |from: usize, to: usize| {
            (from + 1..to).all(|token| self.token(token).upos == Upos::Punct)
        };
        let (mut first, mut last) = (at, at);
        while first > 0 && bridged(tokens[first - 1], tokens[first]) {
            first -= 1;
        }
        while last + 1 < tokens.len() && bridged(tokens[last], tokens[last + 1]) {
            last += 1;
        }
        Run::new(tokens[first], tokens[last])
    }

    /// The run of everything that hangs on `head`, less the children in `without` and all below them.
    pub(super) fn below(&self, head: usize, without: &[usize]) -> Run {
        let tokens = self
            .tree
            .subtree_without(head, |token| without.contains(&token));
        Run::around(&tokens).unwrap_or(Run::new(head, head))
    }
}
