//! The actors behind the words for a source.

use crate::annotate::Annotated;
use crate::extract::Phrase;
use crate::lexicon::{Cues, FunctionWord, Part};
use crate::text::{Deprel, Sentence, Tree, Upos};

/// How many sentences back a document that speaks (`the statement said`) may have been issued.
const REACH: usize = 6;

/// The actors behind a source, the first first: the members of `Oman and Qatar`, the authors of `a letter from Oman` or
/// of a letter that was named a few sentences before; else the actor that the phrase stands for.
pub(super) fn speakers(annotated: &Annotated, cues: &Cues, source: &Phrase) -> Vec<usize> {
    let sentence = &annotated.sentences[source.sentence];
    let tree = Tree::new(sentence);
    let mut heads = members(&tree, sentence, source, source.head);
    let word = &sentence.tokens[source.head];
    if source.actor.is_none() && word.upos == Upos::Noun && is_document(cues, &word.lemma) {
        let authors = tree.children(source.head).iter().copied();
        heads = authors
            .filter(|&author| is_author(cues, &tree, sentence, author))
            .flat_map(|author| members(&tree, sentence, source, author))
            .collect();
        if heads.is_empty() {
            return earlier_authors(annotated, cues, source.sentence, &word.lemma);
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

/// Whether a noun stands for words that somebody issues: `statement`, `report`, `letter`.
fn is_document(cues: &Cues, lemma: &str) -> bool {
    cues.noun(lemma).is_some() || cues.addressing(lemma, Part::Noun).is_some()
}

/// The authors of the last document with this name: the subject of its verb (`Oman and Qatar issued a statement`, `said
/// in a statement`), or those that it is attributed to (`a statement by Oman`).
fn earlier_authors(annotated: &Annotated, cues: &Cues, sentence: usize, lemma: &str) -> Vec<usize> {
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
            let authors: Vec<usize> = authors(cues, &tree, sentence, word)
                .into_iter()
                .filter_map(|author| annotated.actor_of(index, author))
                .collect();
            (!authors.is_empty()).then_some(authors)
        })
    });
    let mut distinct = Vec::new();
    for actor in found.unwrap_or_default() {
        if !distinct.contains(&actor) {
            distinct.push(actor);
        }
    }
    distinct
}

/// The heads of the words for the authors of a document.
fn authors(cues: &Cues, tree: &Tree<'_>, sentence: &Sentence, document: usize) -> Vec<usize> {
    let beside = tree.children(document).iter().copied();
    let mut heads: Vec<usize> = beside
        .filter(|&author| is_author(cues, tree, sentence, author))
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

/// Whether a dependent of *statement* or *letter* names its authors.
fn is_author(cues: &Cues, tree: &Tree<'_>, sentence: &Sentence, author: usize) -> bool {
    let token = &sentence.tokens[author];
    let by = |case: usize| {
        let preposition = sentence.tokens[case].form.to_lowercase();
        cues.is_function(&preposition, FunctionWord::Author)
    };
    token.deprel == Deprel::NmodPoss
        || token.relation() == Deprel::Nmod && tree.children_by(author, &[Deprel::Case]).any(by)
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
