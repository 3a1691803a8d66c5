//! The first actor that a clause acts on, with the words that lead there.

use super::edge_context::EdgeContext;
use super::label::text;
use super::step::leads_to_circumstance;
use super::target::behind;
use crate::extract::SentenceContext;
use crate::extract::participants::{is_known, is_unnamed_place};
use crate::syntax::{particle_to, preposition, verb_group};
use crate::text::Deprel;

/// How many clauses may hang below each other on the way to the one.
const DEPTH: usize = 3;

/// The first actor, other than the agent, that a clause acts on, with the words that lead there.
pub(super) fn among(edge_context: &EdgeContext<'_>, clause: usize) -> Option<(String, usize)> {
    among_within(edge_context, clause, DEPTH)
}

fn among_within(
    edge_context: &EdgeContext<'_>,
    clause: usize,
    depth: usize,
) -> Option<(String, usize)> {
    let context = edge_context.context;
    let agent = edge_context.agent.head;
    let verb = verb_words(context, clause);
    let other = |noun: usize| {
        noun != agent
            && (context.actor(noun).is_none() || context.actor(noun) != context.actor(agent))
    };
    let nouns = context
        .tree
        .children_by(clause, &[Deprel::Obj, Deprel::Obl]);
    let direct = nouns.filter(|&noun| noun > clause).find_map(|noun| {
        let marker = preposition(context.tree, noun);
        if leads_to_circumstance(context, &context.lower(&marker)) {
            return None;
        }
        let mut words = verb.clone();
        words.extend(marker);
        if let Some(target) = behind(context, None, noun, agent) {
            let known = is_known(context, target.head) && other(target.head);
            let words = format!("{} {}", text(context, &words), target.words);
            return known.then_some((words, target.head));
        }
        (is_known(context, noun) && !is_unnamed_place(context, noun) && other(noun))
            .then(|| (text(context, &words), noun))
    });
    direct.or_else(|| {
        let next = context
            .tree
            .child(clause, Deprel::Xcomp)
            .filter(|_| depth > 1)?;
        let (words, target) = among_within(edge_context, next, depth - 1)?;
        Some((format!("{} {words}", text(context, &verb)), target))
    })
}

fn verb_words(context: &SentenceContext<'_>, clause: usize) -> Vec<usize> {
    let mut words = verb_group(context.tree, context.words(), clause);
    words.extend(particle_to(context.tree, clause));
    words.sort_unstable();
    words
}
