//! What else belongs to a verb: objects, prepositional phrases, times, places, clauses; each with its marker and role.

use crate::extract::phrase::{clause, is_circumstance, is_source, nominal};
use crate::extract::{Argument, ArgumentRole, Phrase, SentenceContext};
use crate::syntax::{
    antecedent, conjunction, is_passive, is_predicate, is_relative, is_time, own_subject,
    particle_to, pending_adverb, preposition, resolve_relative,
};
use crate::text::{Deprel, Xpos};

use super::role::{clause_role, role};

/// The arguments of `verb` itself, in the order of the sentence; `skip` is the clause that continues the relation.
pub(crate) fn arguments(
    context: &SentenceContext<'_>,
    verb: usize,
    skip: Option<usize>,
) -> Vec<Argument> {
    let children = context.tree.children(verb).iter().copied();
    let others = children.filter(|&child| Some(child) != skip);
    let mut found: Vec<Argument> = others
        .filter_map(|child| match context.relation(child) {
            Deprel::Obl => oblique(context, verb, child),
            Deprel::Advcl => adverbial_clause(context, child),
            Deprel::Advmod => adverb(context, verb, child),
            _ => None,
        })
        .collect();
    found.extend(times_of_objects(context, verb));
    found
}

/// Times that are attached to a noun of the verb and belong to the verb.
fn times_of_objects(context: &SentenceContext<'_>, verb: usize) -> Vec<Argument> {
    let nouns = context
        .tree
        .children_by(verb, &[Deprel::Obj, Deprel::Obl, Deprel::Nsubj]);
    let below = nouns.flat_map(|noun| {
        context
            .tree
            .children_by(noun, &[Deprel::Nmod])
            .collect::<Vec<_>>()
    });
    below
        .filter(|&child| is_circumstance(context, child))
        .filter_map(|child| oblique(context, verb, child))
        .collect()
}

/// A prepositional or bare noun phrase beside the verb.
pub(crate) fn oblique(context: &SentenceContext<'_>, verb: usize, noun: usize) -> Option<Argument> {
    if is_source(context, noun) || context.is_verb(noun) {
        return None;
    }
    let head = resolve_relative(context.tree, noun, verb);
    if is_relative(context.tree, head) {
        return None;
    }
    let marker = preposition(context.tree, noun);
    let role = if context.token(noun).deprel == Deprel::OblAgent && is_passive(context.tree, verb) {
        ArgumentRole::Agent
    } else {
        role(context, &marker, noun, is_passive(context.tree, verb))
    };
    Some(argument(context, marker, nominal(context, head), role))
}

/// An argument of these words.
pub(crate) fn argument(
    context: &SentenceContext<'_>,
    marker_tokens: Vec<usize>,
    phrase: Phrase,
    role: ArgumentRole,
) -> Argument {
    Argument {
        marker: crate::extract::statement::words(context.annotated, context.index, &marker_tokens),
        marker_tokens,
        phrase,
        role,
        time: None,
    }
}

/// An adverbial clause: of time, cause, purpose, condition.
fn adverbial_clause(context: &SentenceContext<'_>, verb: usize) -> Option<Argument> {
    let conjunction = conjunction(context.tree, verb);
    let particle = particle_to(context.tree, verb);
    let mark = conjunction.or(particle)?;
    let mut marker = context.tree.subtree(mark);
    marker.extend(particle);
    marker.sort_unstable();
    marker.dedup();
    let role = match conjunction {
        Some(_) => clause_role(context, &context.lower(&context.tree.subtree(mark)), verb),
        None => ArgumentRole::Purpose,
    };
    Some(argument(context, marker, clause(context, verb), role))
}

/// An adverb of time or place, or the relative adverb that stands for a place or time.
fn adverb(context: &SentenceContext<'_>, verb: usize, adverb: usize) -> Option<Argument> {
    if pending_adverb(context.tree, context.words(), verb) == Some(adverb) {
        return None;
    }
    if context.token(adverb).xpos == Xpos::Wrb {
        let noun = antecedent(context.tree, verb)?;
        let role = if is_time(context.tree, context.words(), noun) {
            ArgumentRole::Time
        } else {
            ArgumentRole::Place
        };
        return Some(argument(context, Vec::new(), nominal(context, noun), role));
    }
    let lemma = context.lemma(adverb).to_lowercase();
    let role = if context.words().time_adverbs.has(&lemma) {
        ArgumentRole::Time
    } else if context.words().place_adverbs.has(&lemma) {
        ArgumentRole::Place
    } else {
        return None;
    };
    Some(argument(context, Vec::new(), clause(context, adverb), role))
}

/// A clause that a verb has beside its object: *told them that …*, *urged them to …*, *made them angry*.
pub(crate) fn complement(context: &SentenceContext<'_>, verb: usize) -> Option<Argument> {
    let child = context
        .tree
        .children_by(verb, &[Deprel::Ccomp, Deprel::Xcomp])
        .find(|&child| child > verb)?;
    let marker: Vec<usize> = context.tree.children_by(child, &[Deprel::Mark]).collect();
    if is_predicate(context.tree, context.words(), child)
        && (context.is_verb(child) || own_subject(context.tree, child).is_some())
    {
        let role = if particle_to(context.tree, child).is_some() {
            ArgumentRole::Purpose
        } else {
            ArgumentRole::Topic
        };
        Some(argument(context, marker, clause(context, child), role))
    } else {
        let mut marker = marker;
        marker.extend(preposition(context.tree, child));
        Some(argument(
            context,
            marker,
            nominal(context, child),
            ArgumentRole::Manner,
        ))
    }
}
