//! Whose act a clause without a subject is, as the verb above it decides.

use crate::lexicon::Words;
use crate::text::{Deprel, Tree, Xpos};

use super::marker::{conjunction, particle_to, preposition};
use super::object::any_object;

/// The object of the verb above that does what the infinitive says: *warned the rebels to leave*, *called on the mayor
/// to resign*.
pub fn controller(tree: &Tree<'_>, words: &Words, infinitive: usize) -> Option<usize> {
    let relation = tree.relation(infinitive);
    if !matches!(relation, Deprel::Xcomp | Deprel::Advcl | Deprel::Ccomp) {
        return None;
    }
    let verb = tree.head(infinitive).filter(|_| {
        particle_to(tree, infinitive).is_some() && conjunction(tree, infinitive).is_none()
    })?;
    let lemma = tree.lemma(verb);
    let controls = &words.object_control;
    let between = |noun: &usize| verb < *noun && *noun < infinitive;
    let object = any_object(tree, verb).filter(|_| controls.has(lemma));
    object.filter(between).or_else(|| {
        let mut nouns = tree.children_by(verb, &[Deprel::Obl]).filter(between);
        nouns.find(|&noun| {
            let marker = tree.lower(&preposition(tree, noun));
            !marker.is_empty() && controls.has(&format!("{lemma} {marker}"))
        })
    })
}

/// Whether the `-ing` form follows a preposition after which the object of the verb above does it: *accused them of
/// leaving*.
pub fn is_gerund_complement(tree: &Tree<'_>, words: &Words, token: usize) -> bool {
    tree.token(token).xpos == Xpos::Vbg
        && conjunction(tree, token)
            .is_some_and(|mark| words.object_gerund_prepositions.has(tree.lemma(mark)))
}
