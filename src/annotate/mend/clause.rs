//! Mends the arcs of clauses: subjects, objects and conjuncts under the wrong verb.

use crate::text::{Deprel, Upos, Xpos};

use super::work::Work;

impl Work {
    /// *Beijing described the talks*: a name is never an auxiliary.
    pub(super) fn name_as_auxiliary(&mut self, token: usize) {
        let word = &self.tokens[token];
        let name = !word.entity.is_outside() || word.upos == Upos::Propn;
        let Some(head) = self
            .head(token)
            .filter(|_| name && word.is_any(&[Deprel::Aux, Deprel::Cop]))
        else {
            return;
        };
        if self.child(head, Deprel::Nsubj).is_some() {
            return;
        }
        self.tokens[token].deprel = Deprel::Nsubj;
        self.tokens[token].upos = Upos::Propn;
        if self.tokens[head].xpos == Xpos::Vbn && self.child(head, Deprel::Aux).is_none() {
            self.tokens[head].xpos = Xpos::Vbd;
        }
        self.changed = true;
    }

    /// *expressed hope that …*: a noun right behind its verb and without a preposition is no oblique but the object.
    pub(super) fn bare_oblique(&mut self, token: usize) {
        let word = &self.tokens[token];
        let noun =
            word.upos == Upos::Noun && word.entity.is_outside() && word.deprel == Deprel::Obl;
        let Some(verb) = self.head(token).filter(|&verb| noun && verb < token) else {
            return;
        };
        let taken = [Deprel::Case, Deprel::Mark]
            .into_iter()
            .any(|kind| self.child(token, kind).is_some())
            || [Deprel::Obj, Deprel::Ccomp, Deprel::AuxPass]
                .into_iter()
                .any(|kind| self.child(verb, kind).is_some());
        let adjacent = (verb + 1..token).all(|between| self.is_under(between, token));
        if self.tokens[verb].upos == Upos::Verb && adjacent && !taken {
            self.tokens[token].deprel = Deprel::Obj;
            self.changed = true;
        }
    }

    /// *Analysts say the gap remains deep*: the noun between the verbs is the subject of the second.
    pub(super) fn stolen_subject(&mut self, clause: usize) {
        let relation = self.tokens[clause].relation();
        let complement = relation == Deprel::Ccomp
            || (relation == Deprel::Conj && self.child(clause, Deprel::Cc).is_none());
        let bare = [Deprel::Nsubj, Deprel::Csubj, Deprel::Expl, Deprel::Mark]
            .into_iter()
            .all(|kind| self.child(clause, kind).is_none());
        if !complement || !bare || !self.is_finite(clause) {
            return;
        }
        let Some(verb) = self.head(clause).filter(|&verb| verb < clause) else {
            return;
        };
        let Some(noun) = self
            .last_child(verb, Deprel::Obj)
            .filter(|&noun| verb < noun && noun < clause)
        else {
            return;
        };
        let start = self.first_of_group(clause);
        let apart = (noun..start)
            .any(|token| self.tokens[token].upos == Upos::Punct && !self.is_under(token, noun));
        if apart || start <= noun {
            return;
        }
        let passive = self.child(clause, Deprel::AuxPass).is_some();
        self.attach(
            noun,
            clause,
            if passive {
                Deprel::NsubjPass
            } else {
                Deprel::Nsubj
            },
        );
        self.attach(clause, verb, Deprel::Ccomp);
    }

    /// *expressed concern over groups operating there and called for action*: coordinated verbs have like forms.
    pub(super) fn unlike_conjunct(&mut self, verb: usize) {
        if self.tokens[verb].relation() != Deprel::Conj || self.child(verb, Deprel::Nsubj).is_some()
        {
            return;
        }
        let Some(first) = self.head(verb) else {
            return;
        };
        let past = matches!(self.tokens[verb].xpos, Xpos::Vbd | Xpos::Vbn);
        let present = matches!(self.tokens[verb].xpos, Xpos::Vbz | Xpos::Vbp);
        let unlike = match self.tokens[first].xpos {
            Xpos::Vbg => past || present,
            Xpos::Vb => present || self.tokens[verb].xpos == Xpos::Vbd,
            _ => false,
        };
        if !unlike
            || self.child(verb, Deprel::Aux).is_some()
            || self.child(first, Deprel::Aux).is_some()
        {
            return;
        }
        let mut above = self.head(first);
        for _ in 0..6 {
            let Some(candidate) = above else {
                return;
            };
            let like = match self.tokens[candidate].xpos {
                Xpos::Vbd => past,
                Xpos::Vbz | Xpos::Vbp => present,
                _ => false,
            };
            if like && candidate < first {
                self.attach(verb, candidate, Deprel::Conj);
                if past {
                    self.tokens[verb].xpos = Xpos::Vbd;
                }
                return;
            }
            above = self.head(candidate);
        }
    }

    /// *could result in the group losing support*: without a comma the noun is the subject of the participle.
    pub(super) fn participle_after_noun(&mut self, verb: usize) {
        let word = &self.tokens[verb];
        if word.relation() != Deprel::Advcl
            || word.xpos != Xpos::Vbg
            || self.child(verb, Deprel::Mark).is_some()
        {
            return;
        }
        let Some(head) = self.head(verb).filter(|_| verb > 0) else {
            return;
        };
        let before = verb - 1;
        let noun = self.tokens[before].upos == Upos::Noun
            && self.tokens[before].relation() == Deprel::Obl
            && self.tokens[before].entity.is_outside()
            && self.head(before) == Some(head);
        let marker = self.child(before, Deprel::Case);
        if let Some(marker) = marker.filter(|_| noun && self.child(verb, Deprel::Nsubj).is_none()) {
            self.attach(marker, verb, Deprel::Mark);
            self.attach(before, verb, Deprel::Nsubj);
        }
    }

    /// *as fighting nears the port*: after *as*, an `-ing` form right before a word in `-s` is its subject.
    pub(super) fn noun_taken_for_participle(&mut self, token: usize) {
        let word = &self.tokens[token];
        let verb = token + 1;
        let bare = word.relation() == Deprel::Advcl
            && word.xpos == Xpos::Vbg
            && [Deprel::Nsubj, Deprel::Aux, Deprel::Cop]
                .into_iter()
                .all(|kind| self.child(token, kind).is_none());
        let mark = self.child(token, Deprel::Mark).filter(|&mark| {
            mark + 1 == token && bare && self.tokens[mark].form.eq_ignore_ascii_case("as")
        });
        let taken = self.tokens.get(verb).is_some_and(|next| {
            next.xpos == Xpos::Nns && next.head == Some(token) && next.relation() == Deprel::Obj
        });
        let (Some(mark), Some(head)) = (mark.filter(|_| taken), self.head(token)) else {
            return;
        };
        let children: Vec<usize> = (0..self.tokens.len())
            .filter(|&child| self.tokens[child].head == Some(token) && child != verb)
            .collect();
        for child in children {
            let relation = self.tokens[child].deprel.clone();
            self.attach(child, verb, relation);
        }
        self.attach(mark, verb, Deprel::Mark);
        self.attach(verb, head, Deprel::Advcl);
        self.attach(token, verb, Deprel::Nsubj);
        self.tokens[token].upos = Upos::Noun;
        self.tokens[token].xpos = Xpos::Nn;
        self.tokens[verb].upos = Upos::Verb;
        self.tokens[verb].xpos = Xpos::Vbz;
        if let Some(object) = self.child(verb, Deprel::Appos) {
            self.attach(object, verb, Deprel::Obj);
        }
    }

    /// *is due to meet*: what looks like a conjunction with *to* is the predicate, and the verb its complement.
    pub(super) fn infinitive_after_adjective(&mut self, adjective: usize) {
        let word = &self.tokens[adjective];
        if word.relation() != Deprel::Mark || word.xpos != Xpos::Jj {
            return;
        }
        let to = self.child(adjective, Deprel::Fixed);
        let particle = |to: usize| matches!(self.tokens[to].upos, Upos::Part | Upos::Adp);
        let to = to.filter(|&to| to == adjective + 1 && particle(to));
        let verb = self.head(adjective).filter(|&verb| adjective < verb);
        let (Some(to), Some(verb)) = (to, verb) else {
            return;
        };
        let copula = self.child(verb, Deprel::Cop).filter(|&cop| cop < adjective);
        if copula.is_none() || self.tokens[verb].xpos != Xpos::Vb {
            return;
        }
        let (head, relation) = (self.tokens[verb].head, self.tokens[verb].deprel.clone());
        for token in 0..adjective {
            if self.tokens[token].head == Some(verb) {
                self.tokens[token].head = Some(adjective);
            }
        }
        self.tokens[adjective].head = head;
        self.tokens[adjective].deprel = relation;
        self.attach(verb, adjective, Deprel::Xcomp);
        self.attach(to, verb, Deprel::Mark);
    }

    /// *is yet to meet*: subject and copula belong to the predicate before the infinitive, not to the infinitive.
    pub(super) fn subject_beyond_predicate(&mut self, verb: usize) {
        let word = &self.tokens[verb];
        let below = matches!(word.relation(), Deprel::Xcomp | Deprel::Advcl);
        if word.xpos != Xpos::Vb || !below {
            return;
        }
        let Some(predicate) = self.head(verb).filter(|&predicate| predicate < verb) else {
            return;
        };
        let copula = self.child(verb, Deprel::Cop);
        let describes = matches!(self.tokens[predicate].upos, Upos::Adj | Upos::Adv);
        if !describes || copula.is_none_or(|copula| copula > predicate) {
            return;
        }
        for token in 0..predicate {
            if self.tokens[token].head == Some(verb) {
                let relation = match self.tokens[token].relation() {
                    Deprel::Nsubj => Deprel::Nsubj,
                    _ => self.tokens[token].deprel.clone(),
                };
                self.attach(token, predicate, relation);
            }
        }
        self.attach(verb, predicate, Deprel::Xcomp);
    }

    /// *is to meet*: a form of *be* before an infinitive tells what is planned. It is an auxiliary, although parsers call it
    /// a copula.
    pub(super) fn copula_before_infinitive(&mut self, copula: usize) {
        let Some(verb) = self.head(copula).filter(|&verb| copula < verb) else {
            return;
        };
        let to = self.children(verb, Deprel::Mark).find(|&to| to > copula);
        let infinitive = to.is_some_and(|to| self.tokens[to].xpos == Xpos::To);
        if self.tokens[copula].deprel != Deprel::Cop
            || !infinitive
            || self.tokens[verb].xpos != Xpos::Vb
        {
            return;
        }
        self.attach(copula, verb, Deprel::Aux);
        if let Some(subject) = self.child(verb, Deprel::Nsubj) {
            self.attach(subject, verb, Deprel::Nsubj);
        }
    }

    /// *stopped short of blaming them*: an adjective with a clause of its own is a predicate, not an adverb.
    pub(super) fn adjective_with_clause(&mut self, adjective: usize) {
        let word = &self.tokens[adjective];
        let behind = word.head.is_some_and(|verb| verb + 1 == adjective);
        let clause = self.child(adjective, Deprel::Advcl);
        let gerund = clause.is_some_and(|clause| self.tokens[clause].xpos == Xpos::Vbg);
        if word.xpos == Xpos::Jj && word.relation() == Deprel::Advmod && behind && gerund {
            let verb = adjective - 1;
            self.attach(adjective, verb, Deprel::Xcomp);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::mend::sample::new_arcs;

    #[test]
    fn a_noun_between_two_verbs_without_that_is_the_subject_of_the_second() {
        let arcs = new_arcs(
            "Experts expert NOUN NNS 2 nsubj
            say say VERB VBP 0 root
            the the DET DT 4 det
            gap gap NOUN NN 2 obj
            remains remain VERB VBZ 2 ccomp
            wide wide ADJ JJ 5 xcomp",
        );
        assert_eq!(arcs, ["gap: nsubj of remains"]);
    }

    #[test]
    fn a_bare_noun_behind_its_verb_is_the_object() {
        let arcs = new_arcs(
            "Peru Peru PROPN NNP 2 nsubj
            voiced voice VERB VBD 0 root
            deep deep ADJ JJ 4 amod
            regret regret NOUN NN 2 obl
            yesterday yesterday NOUN NN 2 obl:unmarked",
        );
        assert_eq!(arcs, ["regret: obj of voiced"]);
    }

    #[test]
    fn a_finite_verb_is_not_coordinated_with_a_participle() {
        let arcs = new_arcs(
            "Peru Peru PROPN NNP 2 nsubj
            blamed blame VERB VBD 0 root
            crews crew NOUN NNS 2 obj
            fishing fish VERB VBG 3 acl
            offshore offshore ADV RB 4 advmod
            and and CCONJ CC 7 cc
            fined fine VERB VBD 4 conj
            owners owner NOUN NNS 7 obj",
        );
        assert_eq!(arcs, ["fined: conj of blamed"]);
    }

    #[test]
    fn a_predicate_with_an_infinitive_is_no_conjunction() {
        let arcs = new_arcs(
            "Peru Peru PROPN NNP 5 nsubj
            is be AUX VBZ 5 cop
            due due ADJ JJ 5 mark
            to to PART TO 3 fixed
            host host VERB VB 0 root
            talks talk NOUN NNS 5 obj",
        );
        assert_eq!(
            arcs,
            [
                "Peru: nsubj of due",
                "is: cop of due",
                "due: root of nothing",
                "to: mark of host",
                "host: xcomp of due"
            ]
        );
    }

    #[test]
    fn an_ing_form_after_as_is_the_subject_of_the_verb_behind_it() {
        let arcs = new_arcs(
            "Peru Peru PROPN NNP 2 nsubj
            rejects reject VERB VBZ 0 root
            truce truce NOUN NN 2 obj
            as as SCONJ IN 5 mark
            fighting fight VERB VBG 2 advcl
            nears near NOUN NNS 5 obj
            Lima Lima PROPN NNP 6 appos",
        );
        assert_eq!(
            arcs,
            [
                "as: mark of nears",
                "fighting: nsubj of nears",
                "nears: advcl of rejects",
                "Lima: obj of nears"
            ]
        );
    }
}
