//! What a predicate is, and which predicates lead to it.
//!
//! A predicate is a verb with what belongs to it, or an adjective or noun that is said of a subject. A verb that only
//! leads to another (*continues to emphasize*, *are said to view*) is its [governor], and both make one relation.

use crate::lexicon::{Part, Words};
use crate::text::{Deprel, Tree, Upos, Xpos};

use super::auxiliary::{has_auxiliary, has_copula};
use super::control::controller;
use super::kind::is_verb;
use super::marker::{conjunction, particle_to};
use super::object::any_object;
use super::subject::own_subject;
use super::voice::is_passive;

/// How many governors a predicate may have.
const DEPTH: usize = 6;

/// Whether the token is the head of a clause that says something of a subject.
pub fn is_predicate(tree: &Tree<'_>, words: &Words, token: usize) -> bool {
    let relation = tree.relation(token);
    if has_copula(tree, token) {
        return !matches!(
            relation,
            Deprel::Amod | Deprel::Compound | Deprel::Case | Deprel::Fixed | Deprel::Flat
        );
    }
    match tree.token(token).upos {
        Upos::Verb | Upos::Aux => match relation {
            Deprel::Root
            | Deprel::Ccomp
            | Deprel::Xcomp
            | Deprel::Advcl
            | Deprel::Acl
            | Deprel::Parataxis
            | Deprel::Csubj => true,
            Deprel::Conj => {
                let head = tree.head(token);
                head.is_some_and(|head| is_predicate(tree, words, head))
                    || own_subject(tree, token).is_some()
            }
            _ => own_subject(tree, token).is_some(),
        },
        _ if relation == Deprel::Xcomp => governor(tree, words, token).is_some(),
        _ => false,
    }
}

/// The verb, adjective or noun that leads to this predicate and shares its subject, so that both make one relation.
pub fn governor(tree: &Tree<'_>, words: &Words, token: usize) -> Option<usize> {
    let head = tree.head(token)?;
    match tree.relation(token) {
        Deprel::Xcomp => {
            let leads = is_verb(tree, head) || is_predicate(tree, words, head);
            // *lets them go*: who goes is another.
            let free = (any_object(tree, head).is_none() && own_subject(tree, token).is_none())
                || (words.subject_control.has(tree.lemma(head)) && is_verb(tree, token));
            (leads && free && head < token).then_some(head)
        }
        Deprel::Advcl => {
            (is_verb(tree, head) && is_complement(tree, words, token, head)).then_some(head)
        }
        Deprel::Conj if shares_governor(tree, token, head) => governor(tree, words, head),
        _ => None,
    }
}

/// *is required to address*, *accused of launching*: an adverbial clause that the verb cannot do without.
fn is_complement(tree: &Tree<'_>, words: &Words, token: usize, head: usize) -> bool {
    if any_object(tree, head).is_some() || own_subject(tree, token).is_some() || token < head {
        return false;
    }
    if controller(tree, words, token).is_some() {
        return false;
    }
    if particle_to(tree, token).is_some() {
        // *agreed in principle to begin*: parsers take the infinitive for a purpose.
        let shows = |part| words.modality(tree.lemma(head), part).is_some();
        let leads = shows(Part::Verb) || shows(Part::Infinitive);
        return (leads || is_passive(tree, head)) && conjunction(tree, token).is_none();
    }
    let linked = conjunction(tree, token)
        .is_some_and(|mark| words.linking_prepositions.has(tree.lemma(mark)));
    linked && tree.token(token).xpos == Xpos::Vbg && token - head <= 4
}

/// *continue to operate and recruit*: the second verb has the same governor as the first.
fn shares_governor(tree: &Tree<'_>, token: usize, head: usize) -> bool {
    tree.token(token).xpos == tree.token(head).xpos
        && own_subject(tree, token).is_none()
        && !has_auxiliary(tree, token)
        && tree.relation(head) != Deprel::Conj
}

/// All predicates that lead to this one, outermost first.
pub fn governors(tree: &Tree<'_>, words: &Words, token: usize) -> Vec<usize> {
    let up = |&token: &usize| governor(tree, words, token);
    let mut chain: Vec<usize> = std::iter::successors(up(&token), up).take(DEPTH).collect();
    chain.reverse();
    chain
}

/// The predicates that bear the relation with this head, outermost first: its [governors], then the head; for a copula
/// its noun or adjective.
pub fn predicate_chain(tree: &Tree<'_>, words: &Words, head: usize) -> Vec<usize> {
    let copular = tree
        .head(head)
        .filter(|_| tree.relation(head) == Deprel::Cop);
    let head = copular.unwrap_or(head);
    let mut chain = governors(tree, words, head);
    chain.push(head);
    chain
}

/// The predicate that continues this one, so that this one makes no statement of its own.
pub fn continuation(tree: &Tree<'_>, words: &Words, token: usize) -> Option<usize> {
    let next = tree
        .children_by(token, &[Deprel::Xcomp, Deprel::Advcl])
        .find(|&child| {
            is_predicate(tree, words, child) && governor(tree, words, child) == Some(token)
        })?;
    tree.child(token, Deprel::Ccomp).is_none().then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::{sentence, words};

    #[test]
    fn a_verb_that_leads_to_another_is_its_governor() {
        let sentence = sentence(
            "Oslo Oslo PROPN NNP 2 nsubj
            agreed agree VERB VBD 0 root
            to to PART TO 4 mark
            begin begin VERB VB 2 xcomp
            talks talk NOUN NNS 4 obj
            and and CCONJ CC 7 cc
            free free VERB VB 4 conj
            hostages hostage NOUN NNS 7 obj",
        );
        let tree = Tree::new(&sentence);
        assert_eq!(governors(&tree, words(), 3), [1]);
        assert_eq!(governors(&tree, words(), 6), [1]);
        assert_eq!(continuation(&tree, words(), 1), Some(3));
        assert_eq!(predicate_chain(&tree, words(), 3), [1, 3]);
        assert!(!is_predicate(&tree, words(), 4));
    }

    #[test]
    fn a_verb_whose_object_acts_governs_nothing() {
        let sentence = sentence(
            "Oslo Oslo PROPN NNP 2 nsubj
            urged urge VERB VBD 0 root
            rebels rebel NOUN NNS 2 obj
            to to PART TO 5 mark
            leave leave VERB VB 2 xcomp",
        );
        let tree = Tree::new(&sentence);
        assert!(governors(&tree, words(), 4).is_empty());
        assert_eq!(controller(&tree, words(), 4), Some(2));
    }
}
