//! The extractor of clauses.

use crate::extract::phrase::{clause, nominal};
use crate::extract::{
    Extractor, Phrase, Reason, Relation, SentenceContext, Sink, Statement, StatementKind, Voice,
};
use crate::syntax::{continuation, has_copula, is_passive, is_predicate, is_relative};
use crate::text::{Deprel, Xpos};

use super::predication::{Predication, nonverbal, verbal};
use super::steps;
use super::subject::subject;

/// Statements of verbs, copulas and existential clauses.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clauses;

impl Extractor for Clauses {
    fn kind(&self) -> StatementKind {
        StatementKind::Clause
    }

    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        for token in 0..context.sentence.tokens.len() {
            if !is_predicate(context.tree, context.words(), token) {
                continue;
            }
            if let Some(next) = continuation(context.tree, context.words(), token) {
                sink.reject(token, Reason::Merged(next));
                continue;
            }
            sink.report(token, statement(context, token));
        }
    }

    fn steps(&self, context: &SentenceContext<'_>, token: usize) -> Vec<String> {
        steps::steps(context, token)
    }
}

fn statement(context: &SentenceContext<'_>, token: usize) -> Result<Statement, Reason> {
    let subject = subject(context, token).ok_or_else(|| Reason::NoSubject(context.head(token)))?;
    if is_relative(context.tree, subject.head) {
        return Err(Reason::RelativeSubject(subject.head));
    }
    let said = if is_verbal(context, token) {
        verbal(context, token)
    } else {
        nonverbal(context, token)
    };
    let Predication {
        relation,
        head,
        lemma,
        object,
        arguments,
    } = said;
    let relation = Relation {
        phrase: context.phrase(relation, head),
        lemma: lemma.into(),
        voice: if is_passive(context.tree, token) {
            Voice::Passive
        } else {
            Voice::Active
        },
        ..Relation::default()
    };
    let phrase = subject_phrase(context, subject.head);
    let mut statement = Statement::new(StatementKind::Clause, phrase, relation, object);
    // A broken tree may have the subject as an argument of its own clause.
    statement.arguments = arguments;
    statement
        .arguments
        .retain(|argument| argument.phrase.head != subject.head);
    Ok(statement)
}

/// Whether the predicate is a verb with its arguments, not a participle that is said of the subject like an adjective
/// (*became more strained*).
fn is_verbal(context: &SentenceContext<'_>, token: usize) -> bool {
    let adjectival = context.relation(token) == Deprel::Xcomp
        && context.token(token).xpos == Xpos::Vbn
        && context
            .head(token)
            .is_some_and(|head| context.words().copular_verbs.has(context.lemma(head)));
    context.is_verb(token) && !has_copula(context.tree, token) && !adjectival
}

fn subject_phrase(context: &SentenceContext<'_>, head: usize) -> Phrase {
    if context.relation(head) == Deprel::Csubj {
        clause(context, head)
    } else {
        nominal(context, head)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::statement_lines;

    #[test]
    fn a_verb_that_leads_to_another_makes_one_relation_with_it() {
        let said = statement_lines(
            "The the DET DT 2 det
            ministry ministry NOUN NN 3 nsubj
            agreed agree VERB VBD 0 root
            to to PART TO 5 mark
            begin begin VERB VB 3 xcomp
            talks talk NOUN NNS 5 obj
            with with ADP IN 8 case
            Oslo Oslo PROPN NNP 5 obl
            in in ADP IN 10 case
            March March PROPN NNP 5 obl
            . . PUNCT . 3 punct",
        );
        assert_eq!(
            said,
            [
                "(intended) The ministry | agreed to begin | talks | company: with Oslo | time: in March"
            ]
        );
    }

    #[test]
    fn an_object_is_the_subject_of_the_infinitive_after_it() {
        let said = statement_lines(
            "Envoys envoy NOUN NNS 2 nsubj
            urged urge VERB VBD 0 root
            rebels rebel NOUN NNS 2 obj
            to to PART TO 5 mark
            leave leave VERB VB 2 xcomp
            the the DET DT 7 det
            valley valley NOUN NN 5 obj",
        );
        assert_eq!(
            said,
            [
                "Envoys | urged | rebels | purpose: to leave the valley",
                "(required) rebels | leave | the valley",
            ]
        );
    }

    #[test]
    fn a_relative_clause_speaks_of_its_noun() {
        let said = statement_lines(
            "Farmers farmer NOUN NNS 5 nsubj
            who who PRON WP 3 nsubj
            lost lose VERB VBD 1 acl:relcl
            crops crop NOUN NNS 3 obj
            marched march VERB VBD 0 root
            to to ADP IN 8 case
            the the DET DT 8 det
            capital capital NOUN NN 5 obl",
        );
        assert_eq!(
            said,
            [
                "Farmers | lost | crops",
                "Farmers | marched |  | goal: to the capital",
            ]
        );
    }

    #[test]
    fn coordinated_verbs_share_subject_auxiliary_and_what_leads_to_them() {
        let said = statement_lines(
            "Smugglers smuggler NOUN NNS 2 nsubj
            continue continue VERB VBP 0 root
            to to PART TO 4 mark
            buy buy VERB VB 2 xcomp
            boats boat NOUN NNS 4 obj
            and and CCONJ CC 7 cc
            recruit recruit VERB VB 4 conj
            guides guide NOUN NNS 7 obj",
        );
        assert_eq!(
            said,
            [
                "Smugglers | continue to buy | boats",
                "Smugglers | continue to recruit | guides",
            ]
        );
    }

    #[test]
    fn an_adjective_with_a_complement_belongs_to_the_relation_and_one_without_is_the_object() {
        let rows = "The the DET DT 2 det
            union union NOUN NN 3 nsubj
            remains remain VERB VBZ 0 root
            opposed opposed ADJ JJ 3 xcomp
            to to ADP IN 7 case
            the the DET DT 7 det
            merger merger NOUN NN 4 obl";
        assert_eq!(
            statement_lines(rows),
            ["The union | remains opposed |  | topic: to the merger"]
        );
        let rows = "Prices price NOUN NNS 2 nsubj
            remained remain VERB VBD 0 root
            high high ADJ JJ 2 xcomp";
        assert_eq!(statement_lines(rows), ["Prices | remained | high"]);
    }

    #[test]
    fn a_copula_joins_subject_and_noun_and_a_preposition_becomes_an_argument() {
        let rows = "The the DET DT 2 det
            dam dam NOUN NN 5 nsubj
            is be AUX VBZ 5 cop
            a a DET DT 5 det
            threat threat NOUN NN 0 root
            to to ADP IN 7 case
            fishermen fisherman NOUN NNS 5 nmod";
        assert_eq!(
            statement_lines(rows),
            ["The dam | is | a threat to fishermen"]
        );
        let rows = "The the DET DT 2 det
            convoy convoy NOUN NN 5 nsubj
            is be AUX VBZ 5 cop
            in in ADP IN 5 case
            Tripoli Tripoli PROPN NNP 0 root";
        assert_eq!(
            statement_lines(rows),
            ["The convoy | is |  | place: in Tripoli"]
        );
    }

    #[test]
    fn a_participle_and_its_complement_speak_of_the_noun_before_them() {
        let said = statement_lines(
            "Police police NOUN NNS 2 nsubj
            arrested arrest VERB VBD 0 root
            brokers broker NOUN NNS 2 obj
            accused accuse VERB VBN 3 acl
            of of SCONJ IN 6 mark
            forging forge VERB VBG 4 advcl
            licences licence NOUN NNS 6 obj",
        );
        assert_eq!(
            said,
            [
                "Police | arrested | brokers",
                "(possible) brokers | accused of forging | licences",
            ]
        );
    }
}
