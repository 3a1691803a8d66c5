//! The names under which word lists know a noun.

use crate::lexicon::{AmountUnit, Words};
use crate::text::{Deprel, Tree, Upos};

/// The names under which word lists know the noun: its lemma, before it the same with each word that modifies it (`air
/// strike`, `strike`), with its preposition and the noun behind (`state of emergency`), and what it contains.
pub fn noun_names(tree: &Tree<'_>, words: &Words, noun: usize) -> Vec<String> {
    let lemma = tree.lemma(noun).to_lowercase();
    let before = tree.children_by(noun, &[Deprel::Compound, Deprel::Amod]);
    let mut names: Vec<String> = before
        .flat_map(|word| {
            // *scathing* is listed as it stands, *armed* as *arm*.
            let form = tree.token(word).form.to_lowercase();
            let listed = tree.lemma(word).to_lowercase();
            let form = (form != listed).then_some(form);
            (form.into_iter().chain([listed])).map(|word| format!("{word} {lemma}"))
        })
        .collect();
    let mut inner = tree.children_by(noun, &[Deprel::Nmod]);
    if let Some(inner) = inner.find(|&inner| inner > noun) {
        // *$5 million in aid*, not *for a park*.
        let gift = (tree.child(inner, Deprel::Case)).is_some_and(|case| {
            words
                .gift_prepositions
                .has(&tree.lemma(case).to_lowercase())
        });
        // *a series of attacks*, *a round of talks*, *$5 million in aid*: the act stands behind.
        if words.container_nouns.has(&lemma) || is_money(tree, words, noun) && gift {
            names.extend(noun_names(tree, words, inner));
        }
        if let Some(case) = tree.child(inner, Deprel::Case).filter(|&case| case > noun) {
            let (case, inner) = (tree.lemma(case), tree.lemma(inner));
            names.push(format!("{lemma} {case} {inner}").to_lowercase());
        }
    }
    names.push(lemma);
    names
}

/// Whether the noun is a number, or a unit of which it says how many: *million*, *200 tonnes*.
pub fn is_amount(tree: &Tree<'_>, words: &Words, noun: usize) -> bool {
    matches!(tree.token(noun).upos, Upos::Num | Upos::Sym)
        || words.amount_unit(tree.lemma(noun)).is_some()
            && tree.child(noun, Deprel::Nummod).is_some()
}

/// *$5 million*, *200 euros*
pub fn is_money(tree: &Tree<'_>, words: &Words, noun: usize) -> bool {
    let money = |token: usize| words.amount_unit(tree.lemma(token)) == Some(AmountUnit::Money);
    is_amount(tree, words, noun)
        && (money(noun) || tree.children(noun).iter().any(|&child| money(child)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::sample::{sentence, words};

    #[test]
    fn a_noun_is_known_with_its_modifiers_and_by_what_it_contains() {
        let sentence = sentence(
            "series series NOUN NN 0 root
            of of ADP IN 4 case
            air air NOUN NN 4 compound
            strikes strike NOUN NNS 1 nmod",
        );
        let tree = Tree::new(&sentence);
        let names = noun_names(&tree, words(), 0);
        for name in ["air strike", "strike", "series"] {
            assert!(names.iter().any(|listed| listed == name), "{names:?}");
        }
    }

    #[test]
    fn an_amount_is_known_by_what_it_is_given_as() {
        let sentence = sentence(
            "$ $ SYM $ 0 root
            5 5 NUM CD 1 nummod
            in in ADP IN 5 case
            food food NOUN NN 5 compound
            aid aid NOUN NN 1 nmod",
        );
        let names = noun_names(&Tree::new(&sentence), words(), 0);
        assert!(names.iter().any(|listed| listed == "food aid"), "{names:?}");
    }

    #[test]
    fn a_noun_is_known_together_with_its_phrase() {
        let sentence = sentence(
            "state state NOUN NN 0 root
            of of ADP IN 3 case
            emergency emergency NOUN NN 1 nmod",
        );
        let names = noun_names(&Tree::new(&sentence), words(), 0);
        assert_eq!(names, ["state of emergency", "state"]);
    }
}
