//! Mends the clauses of speakers: what belongs to the words said and what to who says them.

use super::work::Work;
use crate::text::{Deprel, Xpos};

impl Work {
    /// *"It failed," said the colonel*: the noun behind the verb of the speaker's clause is its subject, not that of the
    /// content.
    pub(super) fn subject_behind_speech(&mut self, noun: usize) {
        if self.tokens[noun].relation() != Deprel::Nsubj {
            return;
        }
        let Some(content) = self.head(noun).filter(|&content| content < noun) else {
            return;
        };
        let speech = self.last_child(content, Deprel::Parataxis);
        let Some(speech) = speech.filter(|&speech| content < speech && speech < noun) else {
            return;
        };
        let beside = (speech + 1..noun).all(|between| self.is_under(between, noun));
        if beside && self.child(speech, Deprel::Nsubj).is_none() {
            self.attach(noun, speech, Deprel::Nsubj);
        }
    }

    /// *"It failed," said the colonel, adding …*: the participle goes with the speaker's clause before it.
    pub(super) fn participle_behind_speech(&mut self, participle: usize) {
        let word = &self.tokens[participle];
        let bare = word.relation() == Deprel::Advcl
            && word.xpos == Xpos::Vbg
            && [Deprel::Mark, Deprel::Nsubj, Deprel::Aux]
                .into_iter()
                .all(|kind| self.child(participle, kind).is_none());
        let Some(content) = self
            .head(participle)
            .filter(|&content| bare && content < participle)
        else {
            return;
        };
        let speech = self.last_child(content, Deprel::Parataxis);
        let between = |&speech: &usize| content < speech && speech < participle;
        let Some(speech) = speech.filter(between) else {
            return;
        };
        let subject = self.child(speech, Deprel::Nsubj);
        if subject.is_some() && self.is_finite(speech) {
            self.attach(participle, speech, Deprel::Advcl);
        }
    }

    /// *"It failed," the colonel wrote*: the noun right before the speaker's verb is its subject, not that of the content.
    pub(super) fn subject_before_speech(&mut self, noun: usize) {
        let content = self.head(noun).filter(|&content| content < noun);
        let Some(content) = content.filter(|_| self.tokens[noun].relation() == Deprel::Nsubj)
        else {
            return;
        };
        let said = self.tokens[content].relation() == Deprel::Ccomp;
        let speech = self.head(content).filter(|&speech| said && noun < speech);
        let Some(speech) = speech else {
            return;
        };
        let beside = (noun + 1..speech)
            .all(|between| self.is_under(between, noun) || self.head(between) == Some(speech));
        if beside && self.child(speech, Deprel::Nsubj).is_none() {
            self.attach(noun, speech, Deprel::Nsubj);
        }
    }

    /// *Peru is weighing the plan, two ministers said*: the first subject and the auxiliary are those of the content.
    pub(super) fn clause_before_speech(&mut self, content: usize) {
        let word = &self.tokens[content];
        if word.relation() != Deprel::Ccomp
            || !matches!(word.xpos, Xpos::Vbg | Xpos::Vbn | Xpos::Vb)
        {
            return;
        }
        let Some(speech) = self.head(content).filter(|&speech| content < speech) else {
            return;
        };
        let auxiliary = self.child(speech, Deprel::Aux).filter(|&aux| aux < content);
        let first = self.child(speech, Deprel::Nsubj);
        let own = self.last_child(speech, Deprel::Nsubj);
        let (Some(auxiliary), Some(first), Some(own)) = (auxiliary, first, own) else {
            return;
        };
        if first < auxiliary && content < own && self.child(content, Deprel::Nsubj).is_none() {
            self.attach(first, content, Deprel::Nsubj);
            self.attach(auxiliary, content, Deprel::Aux);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::mend::sample::new_arcs;

    #[test]
    fn what_stands_behind_the_speakers_verb_goes_with_it() {
        let arcs = new_arcs(
            "pumps pump NOUN NNS 2 nsubj
            failed fail VERB VBD 0 root
            , , PUNCT , 2 punct
            said say VERB VBD 2 parataxis
            Lund Lund PROPN NNP 2 nsubj
            , , PUNCT , 7 punct
            blaming blame VERB VBG 2 advcl
            rain rain NOUN NN 7 obj",
        );
        assert_eq!(arcs, ["Lund: nsubj of said", "blaming: advcl of said"]);
    }

    #[test]
    fn the_noun_before_the_speakers_verb_is_its_subject() {
        let arcs = new_arcs(
            "pumps pump NOUN NNS 2 nsubj
            failed fail VERB VBD 5 ccomp
            , , PUNCT , 2 punct
            Lund Lund PROPN NNP 2 nsubj
            wrote write VERB VBD 0 root",
        );
        assert_eq!(arcs, ["Lund: nsubj of wrote"]);
    }

    #[test]
    fn a_clause_before_its_speaker_keeps_its_subject() {
        let arcs = new_arcs(
            "Peru Peru PROPN NNP 7 nsubj
            is be AUX VBZ 7 aux
            weighing weigh VERB VBG 7 ccomp
            terms term NOUN NNS 3 obj
            , , PUNCT , 3 punct
            ministers minister NOUN NNS 7 nsubj
            said say VERB VBD 0 root",
        );
        assert_eq!(arcs, ["Peru: nsubj of weighing", "is: aux of weighing"]);
    }
}
