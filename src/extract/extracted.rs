//! A document with its statements, and the function that makes it.

use crate::annotate::{Annotated, Models};
use crate::lexicon::Lexicon;
use crate::text::Tree;

use super::account::Account;
use super::attribution::scorer::AttributionNetwork;
use super::clause::Clauses;
use super::confidence::{self, Doubts};
use super::events::{set_event, set_mode, set_predicate};
use super::factuality::set_factuality;
use super::nominal::{Appositions, EventNouns, Locations, Memberships, Titles};
use super::statement_time::set_times;
use super::{
    Attribution, Extractor, SentenceContext, Sink, Statement, attribution, edges, participants,
};

/// An annotated document with what it states and who says so.
#[derive(Debug, Clone, Default)]
pub struct Extracted {
    /// The document.
    pub annotated: Annotated,
    /// Its statements, by sentence and then by the place of their relation.
    pub statements: Vec<Statement>,
    /// Its attributions, by place of their cue.
    pub attributions: Vec<Attribution>,
}

/// The extractors of this program, in the order in which they are asked.
pub fn built_in() -> Vec<Box<dyn Extractor>> {
    vec![
        Box::new(Clauses),
        Box::new(EventNouns),
        Box::new(Appositions),
        Box::new(Titles),
        Box::new(Memberships),
        Box::new(Locations),
    ]
}

/// Finds the statements and attributions of a document.
pub fn extract(annotated: Annotated, models: &Models) -> Extracted {
    extract_with(annotated, models, &built_in())
}

/// As [`extract`], with these extractors instead of the built-in ones.
pub fn extract_with(
    annotated: Annotated,
    models: &Models,
    extractors: &[Box<dyn Extractor>],
) -> Extracted {
    extract_with_account(annotated, models, extractors, None)
}

/// As [`extract_with`], noting in the account how every statement came about and what gave none.
pub(crate) fn extract_with_account(
    annotated: Annotated,
    models: &Models,
    extractors: &[Box<dyn Extractor>],
    account: Option<&mut Account>,
) -> Extracted {
    let mut annotated = annotated;
    let mut account = account;
    let mut statements = Vec::new();
    each_sentence(&annotated, &models.lexicon, |context| {
        let mut sink = match account {
            Some(_) => Sink::listening(),
            None => Sink::default(),
        };
        for extractor in extractors {
            extractor.run(context, &mut sink);
        }
        let (mut found, rejections) = sink.settle(statements.len());
        let doubts = Doubts::of(context);
        let mut features = Vec::with_capacity(found.len());
        for one in &mut found {
            let statement = &mut one.statement;
            set_factuality(context, statement);
            set_times(context, statement);
            set_predicate(context, statement);
            set_event(context, statement);
            let agent = participants::settle(context, statement);
            set_mode(context, statement);
            statement.edges = edges::edges(context, statement, &agent);
            participants::withdraw(statement);
            features.push(confidence::fill(context, &doubts, one));
        }
        if let Some(account) = &mut account {
            account.settle(context, extractors, &found, features, rejections);
        }
        statements.extend(found.into_iter().map(|found| found.statement));
    });
    let known = AttributionNetwork::embedded().knows(&models.engine.name());
    let vectors = annotated.vectors.take().filter(|_| known);
    let attributions = attribution::find(&annotated, &models.lexicon, vectors.as_ref());
    attribution::attach(&mut statements, &attributions, &annotated);
    let mut next = 0;
    each_sentence(&annotated, &models.lexicon, |context| {
        let doubts = Doubts::of(context);
        let own = |statement: &&mut Statement| statement.sentence == context.index;
        for statement in statements.iter_mut().skip(next).take_while(own) {
            let features = confidence::fill_edges(context, &doubts, &attributions, statement);
            if let Some(account) = &mut account {
                account.findings[next].edge_features = features;
            }
            next += 1;
        }
    });
    Extracted {
        annotated,
        statements,
        attributions,
    }
}

/// Shows each sentence of the document to `visit`, in order.
pub(crate) fn each_sentence(
    annotated: &Annotated,
    lexicon: &Lexicon,
    mut visit: impl FnMut(&SentenceContext<'_>),
) {
    let mut mentions = annotated.mentions.iter().peekable();
    let mut by_sentence: Vec<Vec<(usize, usize, usize)>> =
        vec![Vec::new(); annotated.sentences.len()];
    for mention in mentions.by_ref() {
        if let (Some(actor), Some(list)) = (mention.actor, by_sentence.get_mut(mention.sentence)) {
            list.push((mention.head, mention.span.len(), actor));
        }
    }
    for (index, sentence) in annotated.sentences.iter().enumerate() {
        let tree = Tree::new(sentence);
        if !is_tree(&tree, sentence.tokens.len()) {
            continue;
        }
        let actors = actors(sentence.tokens.len(), &by_sentence[index]);
        visit(&SentenceContext {
            annotated,
            index,
            sentence,
            tree: &tree,
            actors: &actors,
            lexicon,
        });
    }
}

/// Whether every token hangs under a root. Nothing can be said of a sentence that is no tree.
fn is_tree(tree: &Tree<'_>, size: usize) -> bool {
    let roots = (0..size).filter(|&token| tree.token(token).head.is_none_or(|head| head >= size));
    let mut open: Vec<usize> = roots.collect();
    let mut reached = 0;
    while let Some(token) = open.pop() {
        reached += 1;
        open.extend(tree.children(token));
    }
    reached == size
}

/// For each token the actor of the smallest mention whose head it is.
fn actors(size: usize, mentions: &[(usize, usize, usize)]) -> Vec<Option<usize>> {
    let mut best: Vec<Option<(usize, usize)>> = vec![None; size];
    for &(head, length, actor) in mentions {
        if let Some(slot) = best.get_mut(head)
            && slot.is_none_or(|(shortest, _)| length < shortest)
        {
            *slot = Some((length, actor));
        }
    }
    best.into_iter()
        .map(|slot| slot.map(|(_, actor)| actor))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::extract::sample::{any_tree, extracted, is_within};

    proptest! {
        #[test]
        fn no_tree_however_wrong_breaks_extraction(
            text in any_tree()
        ) {
            let extracted = extracted(&text);
            prop_assert!(is_within(&extracted));
            for statement in &extracted.statements {
                prop_assert!((0.0..=1.0).contains(&statement.confidence));
            }
        }
    }
}
