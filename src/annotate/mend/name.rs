//! Mends names of which the tree makes two phrases.

use crate::text::{Deprel, EntityType, NameTag, Upos, Xpos};

use super::work::Work;

impl Work {
    /// *Amnesty and Human Rights Watch urged …*: the words of one name are one phrase, whatever the tree makes of them.
    pub(super) fn name_in_two(&mut self, first: usize) {
        if !self.tokens[first].entity.begins() {
            return;
        }
        let behind = self.tokens[first + 1..].iter();
        let end = first + 1 + behind.take_while(|t| t.entity.continues()).count();
        let outside = |token: &usize| {
            let head = self.head(*token);
            head.is_none_or(|head| !(first..end).contains(&head))
        };
        let tops: Vec<usize> = (first..end).filter(outside).collect();
        let &[one, two] = tops.as_slice() else {
            return;
        };
        let (Some(above), Some(below)) = (self.head(one), self.head(two)) else {
            return;
        };
        let conjunct =
            self.tokens[one].relation() == Deprel::Conj && self.head(above) == Some(below);
        if above != below && !conjunct {
            return;
        }
        // The head of a person's name is its first word, that of any other its last.
        let person = self.tokens[first].entity.is(EntityType::Person);
        let (head, part, relation) = if person {
            (one, two, Deprel::Flat)
        } else {
            (two, one, Deprel::Compound)
        };
        self.tokens[head].head = Some(above);
        self.tokens[head].deprel = self.tokens[one].deprel.clone();
        for child in 0..self.tokens.len() {
            if self.head(child) == Some(part) && !(first..end).contains(&child) {
                self.tokens[child].head = Some(head);
            }
        }
        self.attach(part, head, relation);
    }

    /// *Sgt. Lund and Cpl. Berg were there*: a title and the name behind it are one subject, not two.
    pub(super) fn title_as_subject(&mut self, title: usize) {
        let name = title + 1;
        let verb = self.head(title).filter(|_| name < self.tokens.len());
        let subject = |token: usize| self.tokens[token].relation() == Deprel::Nsubj;
        if verb.is_none() || !subject(title) || !subject(name) || self.head(name) != verb {
            return;
        }
        let word = &self.tokens[title];
        if word.upos != Upos::Propn
            || !word.entity.is_outside()
            || self.tokens[name].entity != NameTag::Begin(EntityType::Person)
        {
            return;
        }
        for child in 0..self.tokens.len() {
            if self.head(child) == Some(title) {
                self.tokens[child].head = Some(name);
            }
        }
        self.attach(title, name, Deprel::NmodDesc);
    }

    /// *named Kenji Ito chief executive*: the person right behind the verb is its object, not a part of the office.
    pub(super) fn name_before_office(&mut self, office: usize) {
        let word = &self.tokens[office];
        let bare = word.upos == Upos::Noun
            && word.xpos == Xpos::Nn
            && word.entity.is_outside()
            && word.relation() == Deprel::Xcomp
            && self.child(office, Deprel::Det).is_none();
        let Some(verb) = self.head(office).filter(|&verb| bare && verb < office) else {
            return;
        };
        let name = verb + 1;
        let person = self.tokens[name].entity == NameTag::Begin(EntityType::Person);
        if person && self.head(name) == Some(office) && self.child(verb, Deprel::Obj).is_none() {
            self.attach(name, verb, Deprel::Obj);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::mend::sample::{new_arcs_of, sentence};

    fn new_arcs(rows: &str, entities: [&str; 5]) -> Vec<String> {
        let mut sentence = sentence(rows);
        for (token, entity) in sentence.tokens.iter_mut().zip(entities) {
            token.entity = entity.into();
        }
        new_arcs_of(sentence)
    }

    #[test]
    fn a_name_is_one_phrase() {
        let arcs = new_arcs(
            "Zebra Zebra PROPN NNP 5 nsubj
            and and CCONJ CC 3 cc
            Orchid Orchid PROPN NNP 1 conj
            Watch Watch PROPN NNP 5 nsubj
            agreed agree VERB VBD 0 root",
            ["B-ORG", "", "B-ORG", "I-ORG", ""],
        );
        assert_eq!(
            arcs,
            [
                "and: cc of Watch",
                "Orchid: compound of Watch",
                "Watch: conj of Zebra"
            ]
        );
    }

    #[test]
    fn a_title_is_no_subject_beside_its_name() {
        let arcs = new_arcs(
            "Sgt. Sgt. PROPN NNP 5 nsubj
            Lund Lund PROPN NNP 5 nsubj
            and and CCONJ CC 4 cc
            Berg Berg PROPN NNP 1 conj
            agreed agree VERB VBD 0 root",
            ["", "B-PERSON", "", "B-PERSON", ""],
        );
        assert_eq!(arcs, ["Sgt.: nmod:desc of Lund", "Berg: conj of Lund"]);
    }
}
