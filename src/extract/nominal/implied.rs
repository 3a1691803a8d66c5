//! Statements whose relation the text leaves out.

use crate::extract::{Phrase, Relation, SentenceContext, Statement, StatementKind};
use crate::lexicon::Implied;

/// The relation that the text leaves out.
pub(super) enum Implication<'a> {
    /// One of the listed relations.
    Known(Implied),
    /// The relation in these words.
    Words(&'a str),
}

/// A statement whose relation the text leaves out, with the token from which it is read.
pub(super) fn implied(
    context: &SentenceContext<'_>,
    kind: StatementKind,
    subject: Phrase,
    relation: (Implication<'_>, usize),
    object: Phrase,
) -> Statement {
    let (implication, head) = relation;
    let (text, lemma) = match implication {
        Implication::Known(implied) => context.words().implied(implied),
        Implication::Words(words) => (words, words),
    };
    let relation = Relation {
        phrase: context.phrase(vec![head], head),
        implied: Some(text.into()),
        lemma: lemma.into(),
        ..Relation::default()
    };
    Statement::new(kind, subject, relation, Some(object))
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::{edge_lines, statement_lines};

    #[test]
    fn a_name_is_what_the_noun_beside_it_says() {
        let said = statement_lines(
            "Its its PRON PRP$ 2 nmod:poss
            chairwoman chairwoman NOUN NN 7 nsubj
            , , PUNCT , 4 punct
            Ana Ana PROPN NNP 2 appos
            Silva Silva PROPN NNP 4 flat
            , , PUNCT , 4 punct
            resigned resign VERB VBD 0 root",
        );
        assert!(
            said.contains(&"Ana Silva | is | Its chairwoman".to_owned()),
            "{said:?}"
        );
    }

    #[test]
    fn a_title_is_said_of_the_name_after_it() {
        let said = statement_lines(
            "Foreign foreign ADJ JJ 2 amod
            Minister minister NOUN NN 3 nmod:desc
            Ana Ana PROPN NNP 5 nsubj
            Silva Silva PROPN NNP 3 flat
            resigned resign VERB VBD 0 root",
        );
        assert!(
            said.contains(&"Ana Silva | is | Foreign Minister".to_owned()),
            "{said:?}"
        );
    }

    #[test]
    fn a_visit_leads_from_the_visitor_to_the_place() {
        let rows = "The the DET DT 2 det
            press press NOUN NN 3 nsubj
            covered cover VERB VBD 0 root
            Silva Silva PROPN NNP 7 nmod:poss
            's 's PART POS 4 case
            April April PROPN NNP 7 compound
            visit visit NOUN NN 3 obj
            to to ADP IN 9 case
            Oslo Oslo PROPN NNP 7 nmod";
        let said = statement_lines(rows);
        assert!(
            said.contains(&"Silva | visits | Oslo | time:  April".to_owned()),
            "{said:?}"
        );
        assert!(edge_lines(rows).contains(&"Silva – visits → Oslo".to_owned()));
    }

    #[test]
    fn support_in_a_phrase_goes_to_the_act_beside_it() {
        let edges = edge_lines(
            "Delegates delegate NOUN NNS 2 nsubj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 2 obj
            with with ADP IN 5 case
            support support NOUN NN 2 obl
            from from ADP IN 7 case
            Qatar Qatar PROPN NNP 5 nmod",
        );
        assert!(
            edges.contains(&"Qatar – supports → talks".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn a_bond_between_two_is_an_edge_between_them() {
        let edges = edge_lines(
            "Relations relation NOUN NNS 6 nsubj
            between between ADP IN 3 case
            Mali Mali PROPN NNP 1 nmod
            and and CCONJ CC 5 cc
            Togo Togo PROPN NNP 3 conj
            improved improve VERB VBD 0 root",
        );
        assert!(
            edges.contains(&"Mali – has relations with → Togo".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn an_adjective_of_no_name_is_no_whole() {
        let said = statement_lines(
            "A a DET DT 3 det
            Western western ADJ JJ 3 amod
            diplomat diplomat NOUN NN 4 nsubj
            left leave VERB VBD 0 root
            Oslo Oslo PROPN NNP 4 obj",
        );
        assert_eq!(said, ["A Western diplomat | left | Oslo"]);
    }
}
