//! The objects of a verb.

use crate::lexicon::Words;
use crate::text::{Deprel, Tree, Upos};

use super::relative::{has_gap, is_relative, resolve_relative};

/// The first object that the verb has, direct or indirect.
pub fn any_object(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.children_by(verb, &[Deprel::Obj, Deprel::Iobj]).next()
}

/// The direct object: the verb's own, the noun of a relative clause without a pronoun, or one that coordinated verbs
/// share.
pub fn direct_object(tree: &Tree<'_>, words: &Words, verb: usize) -> Option<usize> {
    let second = two_objects(tree, words, verb).map(|(_, second)| second);
    if let Some(object) = second.or_else(|| tree.child(verb, Deprel::Obj)) {
        let head = resolve_relative(tree, object, verb);
        return (!is_relative(tree, head)).then_some(head);
    }
    if tree.token(verb).deprel == Deprel::AclRelcl && has_gap(tree, verb) {
        return tree.head(verb);
    }
    let first = tree
        .head(verb)
        .filter(|_| tree.relation(verb) == Deprel::Conj)?;
    tree.child(first, Deprel::Obj)
        .filter(|&object| object > verb)
}

/// To whom something is given: the indirect object, or the first of two direct objects of a verb of giving.
pub fn indirect_object(tree: &Tree<'_>, words: &Words, verb: usize) -> Option<usize> {
    let indirect = tree.child(verb, Deprel::Iobj);
    indirect.or_else(|| two_objects(tree, words, verb).map(|(first, _)| first))
}

/// A recipient and a thing, both parsed as direct objects: *gives Jordan access to gas*.
fn two_objects(tree: &Tree<'_>, words: &Words, verb: usize) -> Option<(usize, usize)> {
    let mut objects = tree.children_by(verb, &[Deprel::Obj]);
    let (first, second) = (objects.next()?, objects.next()?);
    let between = |token: usize| matches!(tree.token(token).upos, Upos::Punct | Upos::Cconj);
    let apart = (first..second).any(between);
    let gives = words.giving_verbs.has(tree.lemma(verb));
    (verb < first && first < second && gives && !apart).then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::{sentence, words};

    #[test]
    fn the_first_of_two_objects_of_a_verb_of_giving_is_the_recipient() {
        let sentence = sentence(
            "Syria Syria PROPN NNP 2 nsubj
            gave give VERB VBD 0 root
            Jordan Jordan PROPN NNP 2 obj
            access access NOUN NN 2 obj",
        );
        let tree = Tree::new(&sentence);
        assert_eq!(direct_object(&tree, words(), 1), Some(3));
        assert_eq!(indirect_object(&tree, words(), 1), Some(2));
    }
}
