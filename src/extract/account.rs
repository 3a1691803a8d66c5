//! The account that extraction keeps while it goes on: how every statement came about, and why every clause that gave
//! none gave none.

use crate::syntax::{has_copula, is_predicate, own_subject};
use crate::text::{Deprel, Upos};

use super::edges::why_none;
use super::extractor::FoundStatement;
use super::{Extractor, Reason, Rejection, SentenceContext, StatementKind};

/// How one statement came about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
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
    /// The same for the confidence of each edge, in the order of [`Statement::edges`](super::Statement::edges): the features
    /// of `data/confidence/edges.tsv`.
    pub edge_features: Vec<Vec<(&'static str, f32)>>,
}

/// What extraction notes down.
#[derive(Debug, Default)]
pub(crate) struct Account {
    pub(super) findings: Vec<Finding>,
    pub(super) rejections: Vec<Rejection>,
}

impl Account {
    /// A sentence is done: these are its statements, and these words gave none.
    pub(crate) fn settle(
        &mut self,
        context: &SentenceContext<'_>,
        extractors: &[Box<dyn Extractor>],
        found: &[FoundStatement],
        features: Vec<Vec<(&'static str, f32)>>,
        rejections: Vec<Rejection>,
    ) {
        for (one, features) in found.iter().zip(features) {
            let mut asked = extractors.iter();
            let extractor = asked.find(|extractor| extractor.kind() == one.extractor);
            let statement = &one.statement;
            self.findings.push(Finding {
                token: one.token,
                steps: extractor.map_or_else(Vec::new, |found| found.steps(context, one.token)),
                no_edge: (statement.edges.is_empty()).then(|| why_none(context, statement)),
                features,
                edge_features: Vec::new(),
            });
        }
        let mut rejections = rejections;
        for token in clauses(context) {
            let explained = found.iter().any(|one| one.token == token)
                || rejections.iter().any(|rejection| rejection.token == token);
            if !explained {
                rejections.push(Rejection {
                    sentence: context.index,
                    token,
                    kind: StatementKind::Clause,
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
