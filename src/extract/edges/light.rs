//! Edges to the thing behind a light noun.
//!
//! In: the object of a verb. Out: a candidate that leads past a noun that makes one predicate with its verb: *claimed
//! responsibility for → the attack*.

use super::candidate::Candidate;
use super::label::text;
use crate::extract::SentenceContext;
use crate::extract::participants::label_words;
use crate::lexicon::ArgumentRole;
use crate::syntax::{is_time, preposition};
use crate::text::{Deprel, Xpos};

/// The edge past a singular noun without an article to the noun of its prepositional phrase.
pub(super) fn light(context: &SentenceContext<'_>, noun: usize) -> Option<Candidate> {
    let (tree, words) = (context.tree, context.words());
    let determined = (tree.children_by(noun, &[Deprel::Det, Deprel::NmodPoss])).next();
    if context.token(noun).xpos != Xpos::Nn || determined.is_some() {
        return None;
    }
    let mut phrases = tree.children_by(noun, &[Deprel::Nmod]);
    let phrase = phrases.find(|&child| child > noun && !is_time(tree, words, child))?;
    let marker = preposition(tree, phrase);
    let lower = context.lower(&marker);
    // *lack of transparency* is one thing, and *unrest in the north* says where.
    let joined = marker.is_empty()
        || words.whole_prepositions.has(&lower)
        || words.preposition(&lower) == Some(ArgumentRole::Place);
    let mut label = label_words(context, noun, usize::MAX);
    label.extend(marker);
    (!joined && context.is_nominal(phrase)).then(|| Candidate::new(&text(context, &label), phrase))
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    const ROWS: &str = "Rebels rebel NOUN NNS 2 nsubj
            claimed claim VERB VBD 0 root
            responsibility responsibility NOUN NN 2 obj
            for for ADP IN 6 case
            the the DET DT 6 det
            blast blast NOUN NN 3 nmod";

    #[test]
    fn a_light_noun_leads_to_the_thing_behind_it() {
        let edges = edge_lines(ROWS);
        assert!(
            edges.contains(&"rebels – claimed responsibility for → blast".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn a_noun_with_an_article_is_a_thing_of_its_own() {
        let rows = ROWS.replace(
            "responsibility responsibility NOUN NN 2 obj",
            "the the DET DT 4 det
            reward reward NOUN NN 2 obj",
        );
        let rows = (rows
            .replace(" 6 case", " 7 case")
            .replace(" 6 det", " 7 det"))
        .replace(" 3 nmod", " 4 nmod");
        assert_eq!(
            edge_lines(&rows),
            ["rebels – claimed → reward for the blast"]
        );
    }
}
