//! The same extraction with an account of it.
//!
//! In: an annotated document. Out: [`Explained`]. Extraction is the one of [`extract`](super::extract), with a
//! [`Sink`](super::Sink) that keeps the reasons of the extractors; for words that no extractor looks at the account has
//! a reason of its own, so that no clause is left without an answer.

use crate::annotate::{Annotated, Models};

use super::account::{Account, Finding};
use super::extracted::extract_with_account;
use super::{Extracted, Extractor, Rejection, built_in};

/// A document with its statements and the account of how they came about.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Explained {
    /// The document with statements and attributions.
    pub extracted: Extracted,
    /// How each statement came about, in the order of [`Extracted::statements`].
    pub findings: Vec<Finding>,
    /// What was looked at and gave nothing, by place.
    pub rejections: Vec<Rejection>,
}

/// As [`extract`](super::extract), with an account.
pub fn explain(annotated: Annotated, models: &Models) -> Explained {
    explain_with(annotated, models, &built_in())
}

/// As [`explain`], with these extractors instead of the built-in ones.
pub fn explain_with(
    annotated: Annotated,
    models: &Models,
    extractors: &[Box<dyn Extractor>],
) -> Explained {
    let mut account = Account::default();
    let extracted = extract_with_account(annotated, models, extractors, Some(&mut account));
    Explained {
        extracted,
        findings: account.findings,
        rejections: account.rejections,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::extract::sample::{any_tree, explained, rejection_lines};
    use crate::text::{Deprel, Upos};

    #[test]
    fn verbs_that_make_no_statement_tell_why() {
        let silent = rejection_lines(
            "According accord VERB VBG 2 case
            Oslo Oslo PROPN NNP 7 obl
            , , PUNCT , 2 punct
            growing grow VERB VBG 5 amod
            fleets fleet NOUN NNS 7 nsubj
            keep keep AUX VBP 7 aux
            sailing sail VERB VBG 0 root",
        );
        assert_eq!(
            silent,
            [
                "clause: According: only ties words to `Oslo`, as prepositions do",
                "clause: growing: describes `fleets` like an adjective",
            ]
        );
    }

    #[test]
    fn a_verb_without_a_subject_names_where_one_was_sought() {
        let silent = rejection_lines(
            "It it PRON PRP 2 expl
            helps help VERB VBZ 0 root
            to to PART TO 4 mark
            wait wait VERB VB 2 xcomp",
        );
        assert_eq!(
            silent,
            [
                "clause: helps: leads to `wait`: both make one relation",
                "clause: wait: has no subject, and none to share with `helps`",
            ]
        );
    }

    #[test]
    fn a_statement_tells_how_it_came_about() {
        let explained = explained(
            "Envoys envoy NOUN NNS 2 nsubj
            urged urge VERB VBD 0 root
            rebels rebel NOUN NNS 2 obj
            to to PART TO 5 mark
            leave leave VERB VB 2 xcomp",
        );
        let steps: Vec<String> = (explained.findings.iter())
            .map(|finding| finding.steps.join("; "))
            .collect();
        assert_eq!(
            steps,
            [
                "a verb; its own subject",
                "a verb; subject `rebels`, which controls the infinitive",
            ]
        );
        assert_eq!(explained.findings[0].no_edge, None);
        assert!(explained.findings[1].no_edge.is_some());
    }

    proptest! {
        #[test]
        fn every_verb_has_a_statement_or_a_reason(
            text in any_tree()
        ) {
            let explained = explained(&text);
            let sentence = &explained.extracted.annotated.sentences[0];
            prop_assert_eq!(explained.findings.len(), explained.extracted.statements.len());
            for (index, token) in sentence.tokens.iter().enumerate() {
                let told = explained.findings.iter().any(|finding| finding.token == index)
                    || explained.rejections.iter().any(|rejection| rejection.token == index);
                let helps = matches!(token.relation(), Deprel::Aux | Deprel::Cop) || token.upos != Upos::Verb;
                prop_assert!(told || helps, "{} of\n{text}", token.form);
            }
        }
    }
}
