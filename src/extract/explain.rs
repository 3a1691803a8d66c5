//! The same extraction with an account of it: how every statement came about, and why every clause that gave none
//! gave none.
//!
//! In: an annotated document. Out: [`Explained`]. Extraction is the one of [`extract`](super::extract), with a [`Sink`]
//! that listens to the reasons of the extractors; words of which no extractor speaks are asked for here, so that no
//! clause is left without an answer.
//!
//! [`Sink`]: super::Sink

use crate::annotate::{Annotated, Models};
use crate::syntax::{has_copula, is_predicate, own_subject};
use crate::text::{Deprel, Upos};

use super::edges::why_none;
use super::extracted::extract_telling;
use super::sink::Found;
use super::{Clauses, Extracted, Extractor, Reason, Rejection, SentenceContext, built_in};

/// A document with its statements and the account of how they came about.
#[derive(Debug, Clone, Default)]
pub struct Explained {
    /// The document with statements and attributions.
    pub extracted: Extracted,
    /// How each statement came about, in the order of [`Extracted::statements`].
    pub findings: Vec<Finding>,
    /// What was looked at and gave nothing, by place.
    pub rejections: Vec<Rejection>,
}

/// How one statement came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The word around which it was found.
    pub token: usize,
    /// What led to it, in words.
    pub steps: Vec<String>,
    /// Why it puts no edge into the graph, if it does not.
    pub no_edge: Option<&'static str>,
    /// What its confidence was estimated from, with values other than 0: the features of
    /// `data/confidence/statements.tsv`. Nothing if the extractor said itself how sure it is.
    pub features: Vec<(&'static str, f32)>,
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
    let extracted = extract_telling(annotated, models, extractors, Some(&mut account));
    Explained {
        extracted,
        findings: account.findings,
        rejections: account.rejections,
    }
}

/// What extraction tells while it goes on.
#[derive(Debug, Default)]
pub(crate) struct Account {
    findings: Vec<Finding>,
    rejections: Vec<Rejection>,
}

impl Account {
    /// A sentence is done: these are its statements, and these words gave none.
    pub(crate) fn settle(
        &mut self,
        context: &SentenceContext<'_>,
        extractors: &[Box<dyn Extractor>],
        found: &[Found],
        features: Vec<Vec<(&'static str, f32)>>,
        rejections: Vec<Rejection>,
    ) {
        for (one, features) in found.iter().zip(features) {
            let mut asked = extractors.iter();
            let extractor = asked.find(|extractor| extractor.name() == one.extractor);
            let statement = &one.statement;
            self.findings.push(Finding {
                token: one.token,
                steps: extractor.map_or_else(Vec::new, |found| found.steps(context, one.token)),
                no_edge: (statement.edges.is_empty()).then(|| why_none(context, statement)),
                features,
            });
        }
        let mut rejections = rejections;
        for token in clauses(context) {
            let told = found.iter().any(|one| one.token == token)
                || rejections.iter().any(|rejection| rejection.token == token);
            if !told {
                rejections.push(Rejection {
                    sentence: context.index,
                    token,
                    extractor: Clauses.name(),
                    reason: unfit(context, token),
                });
            }
        }
        rejections.sort_by_key(|rejection| rejection.token);
        self.rejections.extend(rejections);
    }
}

/// The words that a reader may take for the head of a clause.
fn clauses<'s>(context: &'s SentenceContext<'_>) -> impl Iterator<Item = usize> + 's {
    (0..context.sentence.tokens.len()).filter(|&token| {
        let auxiliary = matches!(context.relation(token), Deprel::Aux | Deprel::Cop);
        let clausal = matches!(
            context.relation(token),
            Deprel::Root
                | Deprel::Xcomp
                | Deprel::Ccomp
                | Deprel::Advcl
                | Deprel::Acl
                | Deprel::Parataxis
                | Deprel::Csubj
        );
        context.is_verb(token) && !auxiliary
            || clausal
            || has_copula(context.tree, token)
            || own_subject(context.tree, token).is_some()
    })
}

/// Why the word is no predicate.
fn unfit(context: &SentenceContext<'_>, token: usize) -> Reason {
    if is_predicate(context.tree, context.words(), token) {
        // No extractor of clauses was asked.
        return Reason::Other("no extractor looks for clauses");
    }
    let head = context.head(token);
    match (context.relation(token), head) {
        (Deprel::Amod | Deprel::Compound, Some(noun)) => Reason::Describes(noun),
        (Deprel::Case | Deprel::Mark | Deprel::Cc | Deprel::Advmod | Deprel::Fixed, Some(head)) => {
            Reason::FunctionWord(head)
        }
        (Deprel::Conj, Some(first)) => Reason::ConjunctOf(first),
        (
            Deprel::Flat
            | Deprel::Appos
            | Deprel::List
            | Deprel::Dep
            | Deprel::Discourse
            | Deprel::Vocative
            | Deprel::Parataxis,
            Some(head),
        ) if !matches!(context.token(token).upos, Upos::Verb | Upos::Aux)
            || context.relation(token) != Deprel::Parataxis =>
        {
            Reason::Loose(head)
        }
        (
            Deprel::Nsubj
            | Deprel::Obj
            | Deprel::Iobj
            | Deprel::Obl
            | Deprel::Nmod
            | Deprel::Nummod
            | Deprel::Det
            | Deprel::Orphan,
            _,
        ) => Reason::UsedAsNoun,
        _ => Reason::NoVerb,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::extract::sample::{any_tree, explained, silence_lines};
    use crate::text::{Deprel, Upos};

    #[test]
    fn verbs_that_make_no_statement_tell_why() {
        let silent = silence_lines(
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
        let silent = silence_lines(
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
                "a verb; subject `rebels`, who is told to do it",
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
