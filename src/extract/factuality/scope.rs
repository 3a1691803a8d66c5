//! Which words negate a clause, and which clauses a verb above keeps from happening.

use crate::extract::SentenceContext;
use crate::lexicon::Part;
use crate::syntax::{
    any_object, conjunction, is_negation, predicate_chain, relation_lemma, verb_group,
};
use crate::text::{Deprel, Upos, Xpos};

/// The negating adverbs of a predicate; a coordinated verb that shares the auxiliary of the first shares its negation.
pub(super) fn negating_adverbs(context: &SentenceContext<'_>, predicate: usize) -> Vec<usize> {
    let adverbs = context
        .tree
        .children_by(predicate, &[Deprel::Advmod, Deprel::Cc]);
    let before =
        adverbs.filter(|&child| child < predicate || context.relation(child) == Deprel::Advmod);
    let own: Vec<usize> = before
        .filter(|&child| is_negation(context.tree, context.words(), child))
        .collect();
    if own.is_empty() && context.relation(predicate) == Deprel::Conj {
        // *cannot stop or resolve*: the second verb shares the negation if it shares the auxiliary.
        let Some(head) = context.head(predicate) else {
            return own;
        };
        let shared = verb_group(context.tree, context.words(), predicate);
        return (context.tree.children_by(head, &[Deprel::Advmod]))
            .filter(|child| {
                shared.contains(child) && is_negation(context.tree, context.words(), *child)
            })
            .collect();
    }
    own
}

/// *prevented them from leaving*, *warned them against leaving*
pub(super) fn is_prevented(context: &SentenceContext<'_>, clause: usize) -> bool {
    context.relation(clause) == Deprel::Advcl
        && conjunction(context.tree, clause).is_some_and(|mark| {
            context
                .words()
                .prevention_prepositions
                .has(context.lemma(mark))
        })
}

/// *stopped them from leaving*, *warned them against leaving*: whom the verb keeps from it, whatever verb it is.
pub(super) fn keeps_from(
    context: &SentenceContext<'_>,
    clause: usize,
    verb: usize,
) -> Option<usize> {
    let object =
        any_object(context.tree, verb).filter(|_| context.token(clause).xpos == Xpos::Vbg)?;
    let somebody = context.actor(object).is_some() || context.token(object).upos == Upos::Pron;
    conjunction(context.tree, clause).filter(|_| somebody && is_prevented(context, clause))
}

/// The words that negate a verb that another clause depends on: its adverbs, and those verbs that lead to it.
pub(super) fn denials(context: &SentenceContext<'_>, verb: usize) -> Vec<usize> {
    let above = predicate_chain(context.tree, context.words(), verb);
    let mut cues: Vec<usize> = (above.iter())
        .flat_map(|&predicate| negating_adverbs(context, predicate))
        .collect();
    let leading = above.iter().filter(|&&predicate| predicate != verb);
    cues.extend(leading.filter(|&&predicate| is_negative_verb(context, predicate)));
    cues
}

/// Whether the verb, with its particles, negates what depends on it: *fail*, *rule out*.
pub(super) fn is_negative_verb(context: &SentenceContext<'_>, verb: usize) -> bool {
    let lemma = relation_lemma(context.tree, verb);
    context.is_verb(verb) && context.words().negates(&lemma, Part::Verb)
}
