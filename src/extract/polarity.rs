//! Whether a statement is said to be so or not, and by which words.

use crate::lexicon::Part;

use super::clause::group::is_negation;
use super::clause::predicate::{conjunction, governors};
use super::{Polarity, Scene, Statement};

/// Sets the polarity of a statement and its cues: *not*, *no change*, *without*, *failed to*, *denied that*.
pub(crate) fn fill(scene: &Scene<'_>, statement: &mut Statement) {
    let mut cues = Vec::new();
    let head = statement.relation.phrase.head;
    let predicates = predicates(scene, head);
    for &predicate in &predicates {
        cues.extend(adverbs(scene, predicate));
    }
    let slots = std::iter::once(&statement.subject).chain(&statement.object);
    for phrase in slots {
        if scene.is_nominal(phrase.head) {
            cues.extend(determiners(scene, phrase.head));
        }
    }
    if let Some(&last) = predicates.last() {
        cues.extend(preposition(scene, last));
    }
    cues.extend(above(scene, &predicates));
    cues.sort_unstable();
    cues.dedup();
    // Two negations in one verb group undo one another: *did not fail to*.
    if cues.len() % 2 == 1 {
        statement.polarity = Polarity::Negative;
    }
    statement.polarity_cues = cues;
}

/// The words that bear the relation: the head, its governors, and the noun or adjective of a copula.
pub(crate) fn predicates(scene: &Scene<'_>, head: usize) -> Vec<usize> {
    let mut found = governors(scene, head);
    found.push(head);
    if scene.relation(head) == "cop" {
        found.extend(scene.head(head));
    }
    found
}

fn adverbs(scene: &Scene<'_>, predicate: usize) -> Vec<usize> {
    let adverbs = scene.tree.children_by(predicate, &["advmod", "cc"]);
    let before = adverbs.filter(|&child| child < predicate || scene.relation(child) == "advmod");
    let own: Vec<usize> = before.filter(|&child| is_negation(scene, child)).collect();
    if own.is_empty() && scene.relation(predicate) == "conj" {
        // *cannot stop or resolve*: the second verb shares the negation if it shares the auxiliary.
        let Some(head) = scene.head(predicate) else {
            return own;
        };
        let shared = super::clause::group::group(scene, predicate);
        return (scene.tree.children_by(head, &["advmod"]))
            .filter(|child| shared.contains(child) && is_negation(scene, *child))
            .collect();
    }
    own
}

fn determiners(scene: &Scene<'_>, noun: usize) -> Vec<usize> {
    let words = scene.words();
    let negative =
        |token: usize| words.negates(&scene.token(token).form.to_lowercase(), Part::Determiner);
    let mut found: Vec<usize> = (scene.tree.children_by(noun, &["det", "advmod", "cc"]))
        .filter(|&child| negative(child))
        .collect();
    if negative(noun) {
        found.push(noun);
    }
    found
}

/// *without asking Kabul*.
fn preposition(scene: &Scene<'_>, predicate: usize) -> Option<usize> {
    (scene.tree.children_by(predicate, &["mark", "case"]))
        .find(|&mark| scene.words().negates(scene.lemma(mark), Part::Preposition))
}

/// *prevented them from leaving*
fn is_prevented(scene: &Scene<'_>, clause: usize) -> bool {
    scene.relation(clause) == "advcl"
        && conjunction(scene, clause)
            .is_some_and(|mark| scene.words().prevention_prepositions.has(scene.lemma(mark)))
}

/// Negative words that lead to the statement: verbs of its own chain, and verbs and nouns whose content it is.
fn above(scene: &Scene<'_>, predicates: &[usize]) -> Vec<usize> {
    let negative = |token: usize| {
        let part = if scene.is_verb(token) {
            Part::Verb
        } else {
            Part::Noun
        };
        scene.words().negates(scene.lemma(token), part)
    };
    let mut found: Vec<usize> = Vec::new();
    if let Some((_, governors)) = predicates.split_last() {
        found.extend(governors.iter().copied().filter(|&token| negative(token)));
    }
    let Some(&first) = predicates.first() else {
        return found;
    };
    let content = matches!(
        scene.token(first).deprel.as_str(),
        "ccomp" | "xcomp" | "acl"
    ) || is_prevented(scene, first);
    let head = scene.head(first).filter(|_| content);
    if let Some(head) = head {
        if negative(head) {
            found.push(head);
        }
        // *rejected allegations that …*: the content belongs to the noun, the verdict to the verb.
        if scene.is_nominal(head)
            && scene.relation(first) == "acl"
            && scene.token(first).xpos != "VBG"
            && scene.relation(head) == "obj"
            && let Some(verb) = scene.head(head)
            && negative(verb)
        {
            found.push(verb);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::statement_lines;

    #[test]
    fn no_on_the_subject_negates_and_two_negations_undo_one_another() {
        let rows = "No no DET DT 2 det
            ship ship NOUN NN 3 nsubj
            left leave VERB VBD 0 root
            port port NOUN NN 3 obj";
        assert_eq!(statement_lines(rows), ["not No ship | left | port"]);
        let rows = "Guards guard NOUN NNS 4 nsubj
            did do AUX VBD 4 aux
            not not PART RB 4 advmod
            fail fail VERB VB 0 root
            to to PART TO 6 mark
            fire fire VERB VB 4 xcomp
            shots shot NOUN NNS 6 obj";
        assert_eq!(
            statement_lines(rows),
            ["Guards | did not fail to fire | shots"]
        );
    }

    #[test]
    fn what_is_denied_or_failed_is_negative() {
        let rows = "Traders trader NOUN NNS 2 nsubj
            denied deny VERB VBD 0 root
            that that SCONJ IN 5 mark
            they they PRON PRP 5 nsubj
            sold sell VERB VBD 2 ccomp
            weapons weapon NOUN NNS 5 obj";
        let said = statement_lines(rows);
        assert!(
            said.contains(&"not they | sold | weapons".to_owned()),
            "{said:?}"
        );
        let rows = "Traders trader NOUN NNS 2 nsubj
            failed fail VERB VBD 0 root
            to to PART TO 4 mark
            sell sell VERB VB 2 xcomp
            weapons weapon NOUN NNS 4 obj";
        assert_eq!(
            statement_lines(rows),
            ["not Traders | failed to sell | weapons"]
        );
    }
}
