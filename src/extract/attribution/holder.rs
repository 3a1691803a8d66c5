//! Who can be a source: the doer of a verb, and the noun phrase around it.

use crate::text::{Deprel, EntityType, Upos, Xpos};

use super::view::{Holder, Run, View};

impl View<'_> {
    /// The token that stands for the doer of `verb`: its subject, or the one that it shares with the verb it hangs on.
    pub(super) fn doer(&self, verb: usize) -> Option<usize> {
        self.doer_within(verb, 6)
    }

    /// The subjects of a verb that can be sources; parsers give a title and its name one each.
    fn subjects(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        self.tree.children(verb).iter().copied().filter(|&child| {
            let token = self.token(child);
            token.relation() == Deprel::Nsubj
                && token.deprel != Deprel::NsubjOuter
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
        if self.has_child(verb, Deprel::Expl) || self.has_child(verb, Deprel::Csubj) {
            return None;
        }
        let token = self.token(verb);
        let above = token.head?;
        match token.deprel {
            Deprel::Conj => self.doer_within(above, depth - 1),
            Deprel::Xcomp => match self
                .tree
                .child(above, Deprel::Obj)
                .or_else(|| self.tree.child(above, Deprel::Iobj))
            {
                Some(object) if object < verb => Some(object),
                _ => self.doer_within(above, depth - 1),
            },
            Deprel::Advcl if !self.is_finite(verb) => self.doer_within(above, depth - 1),
            Deprel::Parataxis if token.xpos == Xpos::Vbg => self.doer_within(above, depth - 1),
            Deprel::Acl if token.xpos == Xpos::Vbg => Some(above),
            Deprel::Acl if self.has_to(verb) => {
                self.holder_of_noun(above).map(|(holder, _)| holder)
            }
            _ => None,
        }
    }

    /// The noun phrase right before or after a finite verb that has no subject in the tree, as parsers leave it where
    /// quotations and titles are long: `“…,” said former mayor Ana Lopez`.
    pub(super) fn neighbour(&self, verb: usize, inverts: bool) -> Option<usize> {
        let token = self.token(verb);
        if !matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn)
            || self.has_child(verb, Deprel::Expl)
            || token.relation() == Deprel::Conj
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
            (!self.has_child(head, Deprel::Case) && self.token(head).relation() != Deprel::Obl)
                .then_some(head)
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
                    .or_else(|| self.named_role(open, close))
            })
        });
        let counted = || {
            group
                .first
                .checked_sub(1)
                .filter(|&token| matches!(self.token(token).upos, Upos::Num | Upos::Det))
        };
        let before = before.or_else(counted);
        let own = self.quotations.index(self.index, verb);
        let before = before.filter(|&start| self.quotations.index(self.index, start) == own);
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

    /// The noun before a name between commas: `a spokeswoman, Ana Lopez, said`.
    fn named_role(&self, open: usize, close: usize) -> Option<usize> {
        let role = open
            .checked_sub(1)
            .filter(|&role| self.token(role).upos == Upos::Noun)?;
        let name = (open + 1..close).all(|token| self.token(token).upos == Upos::Propn);
        (name && close - open > 1).then_some(role)
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
        while run.first < head && self.token(run.first).xpos.is_wh() {
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

    /// The source with the apposition between commas that parts it from its cue, or that follows it after an inverted
    /// one (`said Ana Lopez, a teacher from Leeds`), where the tree hangs it elsewhere.
    pub(super) fn with_apposition(&self, source: Holder, cue: Run) -> Holder {
        let comma = |token: usize| self.token(token).form == ",";
        let size = self.sentence.tokens.len();
        let next = source.run.last + 1;
        let describes = next + 1 < size
            && comma(next)
            && self.token(source.run.last).upos == Upos::Propn
            && matches!(self.token(next + 1).upos, Upos::Det | Upos::Noun);
        if !describes {
            return source;
        }
        let mut last = source.run.last;
        if next < cue.first && cue.first - next > 1 && cue.first - next < 30 && comma(cue.first - 1)
        {
            last = cue.first - 1;
        } else if source.run.first > cue.last {
            let stops = |token: usize| {
                self.is_mark(token)
                    || self.token(token).upos == Upos::Cconj
                        && self.is_finite_word((token + 1).min(size - 1))
            };
            let end = (next + 1..size).find(|&token| stops(token)).unwrap_or(size);
            last = (next..end)
                .rfind(|&token| self.token(token).upos != Upos::Punct)
                .unwrap_or(last);
        }
        Holder {
            run: Run::new(source.run.first, last),
            head: source.head,
        }
    }

    fn has_comma_part(&self, head: usize) -> bool {
        let mut parts = self
            .tree
            .children_by(head, &[Deprel::Appos, Deprel::Acl, Deprel::Nmod]);
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
            match word.deprel {
                Deprel::Case
                | Deprel::Mark
                | Deprel::CcPreconj
                | Deprel::Discourse
                | Deprel::Parataxis
                | Deprel::Vocative
                | Deprel::Cop
                | Deprel::Nsubj
                | Deprel::Aux
                | Deprel::NsubjOuter
                | Deprel::Advcl
                | Deprel::Dislocated
                | Deprel::List
                | Deprel::Expl
                | Deprel::Csubj => return true,
                // A clause with a conjunction is no relative one: `was told by aides that …`.
                Deprel::AclRelcl => return self.has_child(token, Deprel::Mark),
                Deprel::Acl => return after_comma && self.token(token).upos == Upos::Verb,
                Deprel::Nmod | Deprel::Obl => {
                    let led = token > head && self.has_child(token, Deprel::Case);
                    return led && (after_comma || self.is_time(token));
                }
                Deprel::Advmod if token > head => return after_comma,
                Deprel::Cc => return token < head,
                Deprel::Conj => {
                    return self.has_child(token, Deprel::Nsubj)
                        || self.token(token).upos == Upos::Verb;
                }
                Deprel::Advmod => return token < head && self.is(token + 1, ","),
                _ => {}
            }
        }
        false
    }

    /// Whether a word names a day or another time, which parsers hang on a subject right before it: `Oman on Friday`.
    fn is_time(&self, token: usize) -> bool {
        let word = self.token(token);
        word.entity.is(EntityType::Date) || self.cues.is_time(&word.lemma.to_lowercase())
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
}
