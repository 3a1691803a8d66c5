//! The modality of a statement that is the content of a verb, adjective or noun.

use crate::extract::{Modality, SentenceContext};
use crate::lexicon::{Part, Stance};
use crate::syntax::{
    any_object, conjunction, controller, is_gerund_complement, is_negation, negative_determiners,
    particle_to, predicate_chain,
};
use crate::text::{Deprel, Xpos};

use super::cue::{cue, leading, own};

/// How far up a content is followed through coordination.
const DEPTH: usize = 4;

/// What the verb, adjective or noun says whose content the statement is.
pub(super) fn content(
    context: &SentenceContext<'_>,
    predicates: &[usize],
) -> Option<(Modality, usize)> {
    let mut clause = *predicates.first()?;
    for _ in 0..DEPTH {
        let head = context.head(clause)?;
        if context.token(clause).deprel != Deprel::Conj {
            return governed(context, clause, head);
        }
        clause = head;
    }
    None
}

/// What `head` says of the clause below it.
fn governed(
    context: &SentenceContext<'_>,
    clause: usize,
    head: usize,
) -> Option<(Modality, usize)> {
    let relation = &context.token(clause).deprel;
    match relation {
        _ if controller(context.tree, context.words(), clause).is_some()
            || matches!(relation, Deprel::Ccomp | Deprel::Xcomp | Deprel::Csubj) =>
        {
            let infinitive = particle_to(context.tree, clause)
                .and_then(|_| cue(context, head, Part::Infinitive));
            let doubted = || unconfirmed(context, clause, head);
            infinitive
                .or_else(|| leading(context, head))
                .or_else(doubted)
        }
        // *accused them of leaving*, if the parser hangs the clause on the object.
        Deprel::Acl
            if is_gerund_complement(context.tree, context.words(), clause)
                && context.relation(head) == Deprel::Obj =>
        {
            let own = leading(context, head);
            own.or_else(|| leading(context, context.head(head)?))
        }
        Deprel::Acl
            if context.token(clause).xpos != Xpos::Vbn
                && context.token(clause).xpos != Xpos::Vbg
                || conjunction(context.tree, clause).is_some() =>
        {
            leading(context, head)
        }
        // *accused them of leaving*, *their conviction for leaving*
        Deprel::Advcl
            if is_gerund_complement(context.tree, context.words(), clause)
                && any_object(context.tree, head).is_some() =>
        {
            let noun = any_object(context.tree, head).filter(|&noun| context.actor(noun).is_none());
            let charge = noun.and_then(|noun| cue(context, noun, Part::Noun));
            charge.or_else(|| leading(context, head))
        }
        // *could result in the group losing support*: what follows from a possibility is one.
        Deprel::Advcl if context.token(clause).xpos == Xpos::Vbg && clause > head => own(
            context,
            &predicate_chain(context.tree, context.words(), head),
        ),
        _ => None,
    }
}

/// *did not confirm that it left*, *it is not true that it left*, *no evidence exists that it left*: left open, but for what
/// is known all the same (*did not know that it left*).
fn unconfirmed(
    context: &SentenceContext<'_>,
    clause: usize,
    head: usize,
) -> Option<(Modality, usize)> {
    let that =
        context.relation(clause) != Deprel::Xcomp && particle_to(context.tree, clause).is_none();
    let known = context.lexicon.cues.verb(context.lemma(head));
    let known = known.is_some_and(|cue| matches!(cue.stance, Stance::Know | Stance::Feel));
    let negates = |&child: &usize| {
        context.relation(child) == Deprel::Advmod
            && is_negation(context.tree, context.words(), child)
    };
    let mut own = context.tree.children(head).iter().copied();
    let subject = context.tree.child(head, Deprel::Nsubj);
    let nobody = || {
        subject.and_then(|noun| {
            negative_determiners(context.tree, context.words(), noun)
                .first()
                .copied()
        })
    };
    let cue = own.find(negates).or_else(nobody)?;
    (that && !known).then_some((Modality::Possible, cue))
}
