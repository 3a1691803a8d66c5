//! The actors behind the words for a source.

use crate::annotate::Annotated;
use crate::extract::Phrase;
use crate::lexicon::Cues;
use crate::text::{Sentence, Tree, Upos};

/// The actors whose words a source's are, the first first: the members of `Oman and Qatar`, those who made
/// `a letter from Oman`, else the one that the phrase stands for.
pub(super) fn speakers(annotated: &Annotated, cues: &Cues, source: &Phrase) -> Vec<usize> {
    let sentence = &annotated.sentences[source.sentence];
    let tree = Tree::new(sentence);
    let mut heads = members(&tree, sentence, source, source.head);
    let word = &sentence.tokens[source.head];
    if source.actor.is_none() && word.upos == Upos::Noun && cues.noun(&word.lemma).is_some() {
        let makers = tree.children(source.head).iter().copied();
        heads = makers
            .filter(|&maker| made_it(&tree, sentence, maker))
            .flat_map(|maker| members(&tree, sentence, source, maker))
            .collect();
    }
    let mut found = Vec::new();
    for head in heads {
        let own = source.actor.filter(|_| head == source.head);
        let actor = own.or_else(|| annotated.actor_of(source.sentence, head));
        found.extend(actor.filter(|actor| !found.contains(actor)));
    }
    found
}

/// A noun and those coordinated with it inside the source.
fn members(tree: &Tree<'_>, sentence: &Sentence, source: &Phrase, head: usize) -> Vec<usize> {
    let mut members = vec![head];
    let mut at = 0;
    while let Some(&member) = members.get(at) {
        let coordinated = tree.children(member).iter().copied().filter(|&child| {
            sentence.tokens[child].relation() == "conj" && source.tokens.contains(&child)
        });
        members.extend(coordinated);
        at += 1;
    }
    members
}

/// Whether a word below *statement* or *letter* names those who made it.
fn made_it(tree: &Tree<'_>, sentence: &Sentence, maker: usize) -> bool {
    let token = &sentence.tokens[maker];
    let by = |case: usize| {
        matches!(
            sentence.tokens[case].form.to_lowercase().as_str(),
            "by" | "from" | "of"
        )
    };
    token.deprel == "nmod:poss"
        || token.relation() == "nmod" && tree.children_by(maker, &["case"]).any(by)
}
