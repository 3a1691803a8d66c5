//! The actors behind the words for a source.

use crate::annotate::Annotated;
use crate::extract::Phrase;
use crate::lexicon::{Cues, FunctionWord, Lexicon, Part};
use crate::syntax;
use crate::text::{Deprel, Tree, Upos};

/// How many sentences back a document that speaks (`the statement said`) may have been issued.
const REACH: usize = 6;

/// The actors behind a source, the first first: the members of `Oman and Qatar`, the authors of `a letter from Oman` or
/// of a letter that was named a few sentences before; else the actor that the phrase stands for.
pub(super) fn speakers(annotated: &Annotated, lexicon: &Lexicon, source: &Phrase) -> Vec<usize> {
    let tree = Tree::new(&annotated.sentences[source.sentence]);
    let members = |head: usize| {
        let members = syntax::members(&tree, &lexicon.words, head).into_iter();
        members.filter(move |member| *member == head || source.tokens.contains(member))
    };
    let mut heads: Vec<usize> = members(source.head).collect();
    // *the senator who wrote the bill said*: the pronoun stands for the noun before its clause.
    let clause = tree
        .head(source.head)
        .filter(|_| syntax::is_relative(&tree, source.head));
    if let Some(noun) = clause.and_then(|clause| syntax::antecedent(&tree, clause)) {
        heads = syntax::members(&tree, &lexicon.words, noun);
    }
    let word = tree.token(source.head);
    let is_document = source.actor.is_none()
        && word.upos == Upos::Noun
        && is_document(&lexicon.cues, &word.lemma);
    if is_document {
        let authors = named_authors(&lexicon.cues, &tree, source.head);
        heads = authors.flat_map(members).collect();
        if heads.is_empty() {
            return earlier_authors(annotated, lexicon, source.sentence, &word.lemma);
        }
    }
    distinct(heads.into_iter().filter_map(|head| {
        let own = source.actor.filter(|_| head == source.head);
        own.or_else(|| annotated.actor_of(source.sentence, head))
    }))
}

/// Whether a noun stands for words that somebody issues: `statement`, `report`, `letter`.
fn is_document(cues: &Cues, lemma: &str) -> bool {
    cues.noun(lemma).is_some() || cues.addressing(lemma, Part::Noun).is_some()
}

/// The authors of the last document with this name: the subject of its verb (`Oman and Qatar issued a statement`, `said
/// in a statement`), or those that it is attributed to (`a statement by Oman`).
fn earlier_authors(
    annotated: &Annotated,
    lexicon: &Lexicon,
    sentence: usize,
    lemma: &str,
) -> Vec<usize> {
    let from = sentence.saturating_sub(REACH);
    let found = (from..sentence).rev().find_map(|index| {
        let sentence = &annotated.sentences[index];
        let tree = Tree::new(sentence);
        let documents = (0..sentence.tokens.len())
            .rev()
            .filter(|&token| sentence.tokens[token].lemma == lemma);
        let authors = documents.map(|document| {
            let heads = author_heads(lexicon, &tree, document).into_iter();
            distinct(heads.filter_map(|head| annotated.actor_of(index, head)))
        });
        authors.into_iter().find(|authors| !authors.is_empty())
    });
    found.unwrap_or_default()
}

/// The heads of the words for the authors of a document.
fn author_heads(lexicon: &Lexicon, tree: &Tree<'_>, document: usize) -> Vec<usize> {
    let mut heads: Vec<usize> = named_authors(&lexicon.cues, tree, document).collect();
    if heads.is_empty() && matches!(tree.relation(document), Deprel::Obj | Deprel::Obl) {
        let verb = tree.head(document);
        heads.extend(verb.and_then(|verb| tree.child(verb, Deprel::Nsubj)));
    }
    let members = |head| syntax::members(tree, &lexicon.words, head);
    heads.into_iter().flat_map(members).collect()
}

/// The dependents of *statement* or *letter* that name its authors.
fn named_authors<'a>(
    cues: &'a Cues,
    tree: &'a Tree<'_>,
    document: usize,
) -> impl Iterator<Item = usize> + 'a {
    let is_author = move |case: usize| cues.is_function(&tree.lower(&[case]), FunctionWord::Author);
    tree.children(document)
        .iter()
        .copied()
        .filter(move |&child| {
            tree.token(child).deprel == Deprel::NmodPoss
                || tree.relation(child) == Deprel::Nmod
                    && tree.children_by(child, &[Deprel::Case]).any(is_author)
        })
}

/// The actors without repetitions.
fn distinct(actors: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut distinct = Vec::new();
    for actor in actors {
        if !distinct.contains(&actor) {
            distinct.push(actor);
        }
    }
    distinct
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
