//! The actors behind the words for a source.

use crate::annotate::Annotated;
use crate::extract::Phrase;
use crate::lexicon::{Cues, Part};
use crate::text::{Deprel, Sentence, Tree, Upos};

/// How many sentences back a document that speaks (`the statement said`) may have been made.
const REACH: usize = 6;

/// The actors whose words a source's are, the first first: the members of `Oman and Qatar`, those who made
/// `a letter from Oman` or, a few sentences before, the letter that now speaks; else the one that the phrase stands for.
pub(super) fn speakers(annotated: &Annotated, cues: &Cues, source: &Phrase) -> Vec<usize> {
    let sentence = &annotated.sentences[source.sentence];
    let tree = Tree::new(sentence);
    let mut heads = members(&tree, sentence, source, source.head);
    let word = &sentence.tokens[source.head];
    if source.actor.is_none() && word.upos == Upos::Noun && is_document(cues, &word.lemma) {
        let makers = tree.children(source.head).iter().copied();
        heads = makers
            .filter(|&maker| made_it(&tree, sentence, maker))
            .flat_map(|maker| members(&tree, sentence, source, maker))
            .collect();
        if heads.is_empty() {
            return made_before(annotated, source.sentence, &word.lemma);
        }
    }
    let mut found = Vec::new();
    for head in heads {
        let own = source.actor.filter(|_| head == source.head);
        let actor = own.or_else(|| annotated.actor_of(source.sentence, head));
        found.extend(actor.filter(|actor| !found.contains(actor)));
    }
    found
}

/// Whether a noun names words on paper or their utterance: `statement`, `report`, `letter`.
fn is_document(cues: &Cues, lemma: &str) -> bool {
    cues.noun(lemma).is_some() || cues.addressing(lemma, Part::Noun).is_some()
}

/// Those who made the document of this name that was last spoken of: the subject of its verb (`Oman and Qatar issued a
/// statement`, `said in a statement`), or those that stand beside it (`a statement by Oman`).
fn made_before(annotated: &Annotated, sentence: usize, lemma: &str) -> Vec<usize> {
    let from = sentence.saturating_sub(REACH);
    let mut earlier = (from..sentence).rev();
    let found = earlier.find_map(|index| {
        let sentence = &annotated.sentences[index];
        let tree = Tree::new(sentence);
        let mut words = (0..sentence.tokens.len()).rev();
        words.find_map(|word| {
            if sentence.tokens[word].lemma != lemma {
                return None;
            }
            let makers: Vec<usize> = makers(&tree, sentence, word)
                .into_iter()
                .filter_map(|maker| annotated.actor_of(index, maker))
                .collect();
            (!makers.is_empty()).then_some(makers)
        })
    });
    let mut found = found.unwrap_or_default();
    let mut seen = Vec::new();
    found.retain(|actor| {
        !seen.contains(actor) && {
            seen.push(*actor);
            true
        }
    });
    found
}

/// The heads of the words for those who made a document.
fn makers(tree: &Tree<'_>, sentence: &Sentence, document: usize) -> Vec<usize> {
    let beside = tree.children(document).iter().copied();
    let mut heads: Vec<usize> = beside
        .filter(|&maker| made_it(tree, sentence, maker))
        .collect();
    let token = &sentence.tokens[document];
    if heads.is_empty() && matches!(token.relation(), Deprel::Obj | Deprel::Obl) {
        heads.extend(token.head.and_then(|verb| tree.child(verb, Deprel::Nsubj)));
    }
    let mut at = 0;
    while let Some(&head) = heads.get(at) {
        let members = tree.children(head).iter().copied();
        heads.extend(members.filter(|&child| sentence.tokens[child].relation() == Deprel::Conj));
        at += 1;
    }
    heads
}

/// A noun and those coordinated with it inside the source.
fn members(tree: &Tree<'_>, sentence: &Sentence, source: &Phrase, head: usize) -> Vec<usize> {
    let mut members = vec![head];
    let mut at = 0;
    while let Some(&member) = members.get(at) {
        let coordinated = tree.children(member).iter().copied().filter(|&child| {
            sentence.tokens[child].relation() == Deprel::Conj && source.tokens.contains(&child)
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
    token.deprel == Deprel::NmodPoss
        || token.relation() == Deprel::Nmod && tree.children_by(maker, &[Deprel::Case]).any(by)
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::analyse;

    #[test]
    fn a_statement_that_speaks_speaks_for_all_who_issued_it() {
        let extracted = analyse(
            "In in ADP IN 4 case
            a a DET DT 4 det
            joint joint ADJ JJ 4 amod
            statement statement NOUN NN 9 obl
            , , PUNCT , 9 punct
            Oman Oman PROPN NNP 9 nsubj
            and and CCONJ CC 8 cc
            Qatar Qatar PROPN NNP 6 conj
            praised praise VERB VBD 0 root
            pilots pilot NOUN NNS 9 obj
            . . PUNCT . 9 punct

            The the DET DT 2 det
            statement statement NOUN NN 3 nsubj
            said say VERB VBD 0 root
            ports port NOUN NNS 5 nsubj
            reopened reopen VERB VBD 3 ccomp
            . . PUNCT . 3 punct",
        );
        let said = (extracted.attributions.iter()).find(|found| found.cue.sentence == 1);
        let names: Vec<&str> = said
            .expect("the second sentence is a statement's")
            .speakers
            .iter()
            .map(|&actor| extracted.annotated.actors[actor].name.as_str())
            .collect();
        assert_eq!(names, ["Oman", "Qatar"]);
    }
}
