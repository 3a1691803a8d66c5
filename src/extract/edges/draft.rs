//! The edges of a statement as far as they are found.
//!
//! In: the [`Candidate`]s of the constructions. Out: [`Edge`]s, one for each pair of coordinated members, none between an actor
//! and itself, and none to a thing that the label of a better edge names.

use smol_str::SmolStr;

use super::candidate::{Candidate, Label, Reach};
use super::edge_context::EdgeContext;
use super::end::{end, lengthen};
use super::label::label;
use super::step::is_lent;
use crate::extract::participants::{is_act, is_known, participants, takes_no_part};
use crate::extract::{Edge, SentenceContext};
use crate::syntax::apposed_name;

/// The edges of a statement, as far as they are found.
pub(super) struct Draft<'s> {
    edge_context: EdgeContext<'s>,
    found: Vec<(Edge, Reach)>,
}

impl<'s> Draft<'s> {
    pub(super) fn new(edge_context: EdgeContext<'s>) -> Self {
        Self {
            edge_context,
            found: Vec::new(),
        }
    }

    /// The edges, in the order in which they were found.
    pub(super) fn into_edges(self) -> Vec<Edge> {
        self.found.into_iter().map(|(edge, _)| edge).collect()
    }

    /// Adds the edges of candidates.
    pub(super) fn extend(&mut self, candidates: impl IntoIterator<Item = Candidate>) {
        for candidate in candidates {
            self.add(&candidate);
        }
    }

    /// Adds the edges of a candidate.
    fn add(&mut self, candidate: &Candidate) {
        if candidate.unless_reached && self.reaches(candidate.target) {
            return;
        }
        let label = match &candidate.label {
            Label::Relation(words) => label(&self.edge_context, words),
            Label::Whole(label) => label.clone(),
        };
        let EdgeContext { context, agent, .. } = self.edge_context;
        if let Some(source) = candidate.source {
            self.connect(source, &label, candidate.target, candidate);
            return;
        }
        let agents = participants(context, agent.head);
        let targets = participants(context, candidate.target);
        let paired = agents.len() == targets.len() && self.is_distributed();
        for (place, &source) in agents.iter().enumerate() {
            for (other, &target) in targets.iter().enumerate() {
                if !paired || place == other {
                    self.connect(source, &label, target, candidate);
                }
            }
        }
    }

    /// *A and B lead X and Y, respectively*: each agent has a target of its own.
    fn is_distributed(&self) -> bool {
        let EdgeContext {
            context, statement, ..
        } = self.edge_context;
        let adverbs = &context.words().distributive_adverbs;
        let verb = statement.relation.phrase.head;
        (context.tree.subtree(verb).into_iter())
            .any(|token| token > verb && adverbs.has(context.lemma(token)))
    }

    /// Adds an edge between two nouns, unless there is one already or one of them is no end.
    fn connect(&mut self, source: usize, label: &str, target: usize, candidate: &Candidate) {
        let context = self.edge_context.context;
        if label.is_empty() {
            return;
        }
        let ends = end(context, source).zip(end(context, target));
        let Some((from, to)) = ends.filter(|(from, to)| from.name != to.name) else {
            return;
        };
        let edge = Edge {
            source: from,
            label: label.to_owned(),
            target: to,
            confidence: 0.0,
            inferred: SmolStr::new(candidate.rule),
        };
        let reach = candidate.reach.unwrap_or_else(|| reach(context, target));
        if !self.found.iter().any(|(known, _)| *known == edge) {
            self.found.push((edge, reach));
        }
    }

    /// Whether an edge leads to this noun already: *went on strike in Lagos*.
    fn reaches(&self, noun: usize) -> bool {
        let head = apposed_name(self.edge_context.context.tree, noun).unwrap_or(noun);
        let mut edges = self.found.iter().map(|(edge, _)| edge);
        edges.any(|edge| edge.target.phrase.head == head)
    }

    /// Whether an edge leads to an actor that undergoes the act.
    pub(super) fn reaches_actor(&self) -> bool {
        self.found.iter().any(|(_, reach)| *reach == Reach::Actor)
    }

    /// Adds to unnamed ends whose they are.
    pub(super) fn lengthen_ends(&mut self) {
        for (edge, _) in &mut self.found {
            lengthen(self.edge_context.context, &mut edge.source);
            lengthen(self.edge_context.context, &mut edge.target);
        }
    }

    /// Drops edges to what the label of another edge names (*imposed a curfew* beside *imposed a curfew in → Bergen*).
    pub(super) fn settle(&mut self) {
        let EdgeContext {
            context, statement, ..
        } = self.edge_context;
        if statement.relation.event.is_none() {
            return;
        }
        let actor = self.reaches_actor();
        let place = self.found.iter().any(|(_, reach)| *reach == Reach::Place);
        // *held talks with support from Oslo*: who supports is joined to the others by the talks.
        let lent = (statement.arguments.iter()).any(|argument| is_lent(context, argument));
        self.found.retain(|(edge, reach)| match reach {
            Reach::Actor | Reach::Place => true,
            Reach::Thing => lent || !(actor || place && is_act(context, edge.target.phrase.head)),
        });
    }
}

/// What a noun is as the target of an edge.
fn reach(context: &SentenceContext<'_>, noun: usize) -> Reach {
    if is_known(context, noun) && !takes_no_part(context, noun) {
        Reach::Actor
    } else {
        Reach::Thing
    }
}
