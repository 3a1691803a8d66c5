//! The facts of a document.

use crate::extract::extracted::each_sentence;
use crate::extract::{Extracted, Statement};
use crate::lexicon::Lexicon;

use super::fact::Fact;
use super::variant::variants;
use super::write::of_statement;

/// The facts of all statements that the text states outright, in the order of the text.
pub fn facts(extracted: &Extracted, lexicon: &Lexicon) -> Vec<Fact> {
    let statements = extracted.statements.iter();
    let outright = statements.filter(|statement| statement.relation.implied.is_none());
    collect(extracted, lexicon, outright, NEAR)
}

/// As [`facts`], with those of [variants] and of statements whose relation is
/// [implied](crate::extract::Relation::implied), by sentence.
pub fn all_facts(extracted: &Extracted, lexicon: &Lexicon) -> Vec<Fact> {
    let variants = variants(extracted, lexicon);
    let readings = variants.iter().map(|variant| &variant.statement);
    let mut statements: Vec<&Statement> = extracted.statements.iter().chain(readings).collect();
    statements.sort_by_key(|statement| statement.sentence);
    collect(extracted, lexicon, statements.into_iter(), NEAR_READINGS)
}

/// Among how many facts before it a fact is sought that says the same: a bound for sentences of any length.
const NEAR: usize = 40;

const NEAR_READINGS: usize = 400;

/// The facts of statements that come by sentence; of the same ones that stand `near` each other the first.
fn collect<'s>(
    extracted: &Extracted,
    lexicon: &Lexicon,
    statements: impl Iterator<Item = &'s Statement>,
    near: usize,
) -> Vec<Fact> {
    let mut statements = statements.peekable();
    let mut found: Vec<Fact> = Vec::new();
    each_sentence(&extracted.annotated, lexicon, |context| {
        while let Some(statement) =
            statements.next_if(|statement| statement.sentence == context.index)
        {
            for fact in of_statement(context, statement) {
                if !found
                    .iter()
                    .rev()
                    .take(near)
                    .any(|other| same(other, &fact))
                {
                    found.push(fact);
                }
            }
        }
    });
    found
}

fn same(one: &Fact, other: &Fact) -> bool {
    one.sentence == other.sentence
        && one.subject == other.subject
        && one.relation == other.relation
        && one.object == other.object
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::fact_lines;

    #[test]
    fn each_argument_gives_a_fact_with_what_stands_before_it_in_the_relation() {
        let facts = fact_lines(
            "Guards guard NOUN NNS 2 nsubj
            chained chain VERB VBD 0 root
            him he PRON PRP 2 obj
            to to ADP IN 6 case
            a a DET DT 6 det
            pillar pillar NOUN NN 2 obl
            of of ADP IN 8 case
            marble marble NOUN NN 6 nmod",
        );
        assert_eq!(
            facts,
            [
                "Guards | chained | him to a pillar of marble",
                "Guards | chained | him",
                "Guards | chained him to | a pillar of marble",
                "Guards | chained him to a pillar of | marble",
            ]
        );
    }

    #[test]
    fn a_negation_outside_of_all_slots_is_told() {
        let facts = fact_lines(
            "Neither neither CCONJ CC 2 cc
            Kenya Kenya PROPN NNP 5 nsubj
            nor nor CCONJ CC 4 cc
            Uganda Uganda PROPN NNP 2 conj
            grows grow VERB VBZ 0 root
            tea tea NOUN NN 5 obj",
        );
        assert_eq!(
            facts,
            ["Kenya | not grows | tea", "Uganda | not grows | tea"]
        );
    }

    #[test]
    fn who_is_named_as_not_meant_takes_no_part() {
        let facts = fact_lines(
            "Kenya Kenya PROPN NNP 6 nsubj
            , , PUNCT , 4 punct
            not not PART RB 4 advmod
            Uganda Uganda PROPN NNP 1 conj
            , , PUNCT , 1 punct
            grows grow VERB VBZ 0 root
            tea tea NOUN NN 6 obj",
        );
        assert_eq!(facts, ["Kenya | grows | tea"]);
    }

    #[test]
    fn coordinated_subjects_and_objects_are_split() {
        let facts = fact_lines(
            "Kenya Kenya PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Uganda Uganda PROPN NNP 1 conj
            grow grow VERB VBP 0 root
            tea tea NOUN NN 4 obj
            and and CCONJ CC 7 cc
            coffee coffee NOUN NN 5 conj",
        );
        assert_eq!(
            facts,
            [
                "Kenya | grow | tea",
                "Kenya | grow | coffee",
                "Uganda | grow | tea",
                "Uganda | grow | coffee",
            ]
        );
    }

    #[test]
    fn what_the_text_leaves_unsaid_is_no_fact() {
        let facts = fact_lines(
            "Mayor mayor NOUN NN 2 nmod:desc
            Lind Lind PROPN NNP 3 nsubj
            resigned resign VERB VBD 0 root",
        );
        assert!(facts.is_empty(), "{facts:?}");
    }
}
