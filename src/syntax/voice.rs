//! Active and passive.

use crate::text::{Deprel, Tree, Xpos};

use super::auxiliary::has_auxiliary;
use super::subject::own_subject;

/// Whether the verb is a passive.
pub fn is_passive(tree: &Tree<'_>, verb: usize) -> bool {
    let has = |relation: Deprel| tree.child(verb, relation).is_some();
    has(Deprel::AuxPass)
        || has(Deprel::OblAgent)
        || (has(Deprel::NsubjPass) || has(Deprel::CsubjPass)) && !is_active_form(tree, verb)
        || is_bare_participle(tree, verb)
        || inherits_passive(tree, verb)
}

/// The agent of a passive: *by Kabul*.
pub fn agent(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.child(verb, Deprel::OblAgent)
}

/// Whether the form alone shows that a verb is active, whatever its subject is called in the tree: *Lopez said*, *the
/// army has denied*.
fn is_active_form(tree: &Tree<'_>, verb: usize) -> bool {
    let mut auxiliaries = tree.children_by(verb, &[Deprel::Aux]);
    let perfect = auxiliaries.any(|auxiliary| tree.token(auxiliary).xpos != Xpos::Md);
    perfect || matches!(tree.token(verb).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
}

/// A past participle without auxiliary: *groups accused of …*. Not one with a subject and without an infinitive, nor one
/// at the head of a clause of its own: taggers mix up the past tense and the participle (*said*, *denied*), and parsers
/// lose subjects.
fn is_bare_participle(tree: &Tree<'_>, verb: usize) -> bool {
    let token = tree.token(verb);
    let infinitive = tree.child(verb, Deprel::Xcomp).is_some();
    let acts = tree.child(verb, Deprel::Nsubj).is_some();
    let heads_clause =
        token.is_any(&[Deprel::Root, Deprel::Conj, Deprel::Parataxis, Deprel::Ccomp]);
    token.xpos == Xpos::Vbn
        && tree.child(verb, Deprel::Aux).is_none()
        && (infinitive || !acts && !heads_clause)
}

/// *was arrested and charged*: the second participle shares the passive of the first.
fn inherits_passive(tree: &Tree<'_>, verb: usize) -> bool {
    let token = tree.token(verb);
    token.deprel.is(&Deprel::Conj)
        && token.xpos == Xpos::Vbn
        && !has_auxiliary(tree, verb)
        && own_subject(tree, verb).is_none()
        && tree.head(verb).is_some_and(|first| {
            let marked = tree.child(first, Deprel::AuxPass).is_some();
            tree.token(first).xpos == Xpos::Vbn && (marked || is_bare_participle(tree, first))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Sentence, Token};

    /// Whether the token at `verb` of a sentence of `tag head relation` is a passive.
    fn passive(rows: &[(&str, usize, &str)], verb: usize) -> bool {
        let tokens = rows.iter().map(|&(tag, head, deprel)| Token {
            xpos: tag.into(),
            head: head.checked_sub(1),
            deprel: deprel.into(),
            ..Token::default()
        });
        let sentence = Sentence {
            tokens: tokens.collect(),
            ..Sentence::default()
        };
        is_passive(&Tree::new(&sentence), verb)
    }

    #[test]
    fn an_auxiliary_an_agent_or_a_bare_participle_marks_a_passive() {
        // *Aid was cut*, *seized by rebels*, *groups accused of theft*
        let was_cut = [
            ("NN", 3, "nsubj:pass"),
            ("VBD", 3, "aux:pass"),
            ("VBN", 0, "root"),
        ];
        assert!(passive(&was_cut, 2));
        let by_rebels = [
            ("VBN", 0, "root"),
            ("IN", 3, "case"),
            ("NNS", 1, "obl:agent"),
        ];
        assert!(passive(&by_rebels, 0));
        assert!(passive(&[("NNS", 0, "root"), ("VBN", 1, "acl")], 1));
    }

    #[test]
    fn a_form_with_a_tense_or_a_perfect_is_active_whatever_its_subject_is_called() {
        assert!(!passive(&[("NNP", 2, "nsubj:pass"), ("VBD", 0, "root")], 1));
        let denied = [
            ("NN", 3, "nsubj:pass"),
            ("VBZ", 3, "aux"),
            ("VBN", 0, "root"),
        ];
        assert!(!passive(&denied, 2));
        // *Lopez said*, with the past tense tagged as a participle.
        assert!(!passive(&[("NNP", 2, "nsubj"), ("VBN", 0, "root")], 1));
    }

    #[test]
    fn a_second_participle_shares_the_passive_of_the_first() {
        let charged = [
            ("VBD", 2, "aux:pass"),
            ("VBN", 0, "root"),
            ("VBN", 2, "conj"),
        ];
        assert!(passive(&charged, 2));
    }
}
