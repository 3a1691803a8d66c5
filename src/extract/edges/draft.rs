//! The edges of a statement as far as they are found.
//!
//! In: pairs of nouns with the words between them, from the files of this folder. Out: [`Edge`]s, one for each pair of coordinated
//! members, none between an actor and itself, and none to a thing that the label of a better edge names.

use smol_str::SmolStr;

use crate::syntax::{apposed_name, members};
use crate::text::Deprel;

use super::end::end;
use super::label::label;
use super::step::is_lent;
use super::target::{Target, behind};
use crate::extract::participants::{
    Agent, actors_behind, is_act, is_known, is_negated, takes_no_part,
};
use crate::extract::{Edge, Phrase, SentenceContext, Statement};

/// What the target of an edge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// An actor that undergoes the act.
    Actor,
    /// The place of the act.
    Place,
    /// A thing without an actor behind it.
    Thing,
}

/// The edges of a statement, as far as they are found.
pub(super) struct Draft<'s> {
    pub(super) context: &'s SentenceContext<'s>,
    pub(super) statement: &'s Statement,
    pub(super) agent: &'s Agent,
    found: Vec<(Edge, Reach)>,
}

impl<'s> Draft<'s> {
    pub(super) fn new(
        context: &'s SentenceContext<'s>,
        statement: &'s Statement,
        agent: &'s Agent,
    ) -> Self {
        Self {
            context,
            statement,
            agent,
            found: Vec::new(),
        }
    }

    /// The edges, in the order in which they were found.
    pub(super) fn into_edges(self) -> Vec<Edge> {
        self.found.into_iter().map(|(edge, _)| edge).collect()
    }

    /// The label with these words between the relation and the target.
    pub(super) fn label(&self, words: &str) -> String {
        label(self.context, self.statement, self.agent, words)
    }

    /// Whether an edge leads to this noun already: *went on strike in Lagos*.
    pub(super) fn reaches(&self, noun: usize) -> bool {
        let head = apposed_name(self.context.tree, noun).unwrap_or(noun);
        let mut edges = self.found.iter().map(|(edge, _)| edge);
        edges.any(|edge| edge.target.phrase.head == head)
    }

    /// Whether an edge leads to an actor or a place.
    pub(super) fn reaches_place(&self) -> bool {
        self.found.iter().any(|(_, reach)| *reach != Reach::Thing)
    }

    /// Whether an edge leads to an actor that undergoes the act.
    pub(super) fn reaches_actor(&self) -> bool {
        self.found.iter().any(|(_, reach)| *reach == Reach::Actor)
    }

    /// Adds edges to the noun, or to the actor behind it.
    pub(super) fn reach_to(&mut self, noun: usize) {
        let statement = Some(self.statement);
        let target = behind(self.context, statement, noun, self.agent.head);
        if target.as_ref().is_none_or(|target| target.is_place) {
            self.add("", noun);
        }
        if let Some(target) = target {
            self.add_target("", &target);
        }
    }

    /// Adds edges to a target; `words` go before those that lead there.
    pub(super) fn add_target(&mut self, words: &str, target: &Target) {
        let words = format!("{words} {}", target.words);
        let reach = target.is_place.then_some(Reach::Place);
        self.between(words.trim(), target.head, reach, "");
    }

    /// Adds edges to the coordinated members of the noun, with `words` between.
    pub(super) fn add(&mut self, words: &str, noun: usize) {
        self.between(words, noun, None, "");
    }

    /// As [`add`](Self::add), to an actor that `rule` infers.
    pub(super) fn infer(&mut self, words: &str, noun: usize, rule: &'static str) {
        self.between(words, noun, Some(Reach::Actor), rule);
    }

    /// Adds an edge for each pair of agent and target; `reach` overrides what the target is.
    pub(super) fn between(
        &mut self,
        words: &str,
        target: usize,
        reach: Option<Reach>,
        rule: &'static str,
    ) {
        let label = self.label(words);
        let rule = if rule.is_empty() {
            self.agent.inferred
        } else {
            rule
        };
        let sources = members(self.context.tree, self.context.words(), self.agent.head).into_iter();
        for source in sources.flat_map(|source| actors_behind(self.context, source)) {
            for &target in &members(self.context.tree, self.context.words(), target) {
                let actor = is_known(self.context, target) && !takes_no_part(self.context, target);
                let own = if actor { Reach::Actor } else { Reach::Thing };
                self.push(source, &label, target, (reach.unwrap_or(own), rule));
            }
        }
    }

    /// Adds an edge from another noun than the agent.
    pub(super) fn tie(&mut self, source: usize, label: &str, target: usize, rule: &str) {
        self.push(source, label, target, (Reach::Actor, rule));
    }

    /// Adds an edge between two nouns, unless there is one already or one of them is no end.
    pub(super) fn push(&mut self, source: usize, label: &str, target: usize, how: (Reach, &str)) {
        // *No soldier crossed the river*: there is none whom the graph could show.
        if is_negated(self.context, source) {
            return;
        }
        let ends = end(self.context, source).zip(end(self.context, target));
        let Some((source, target)) = ends.filter(|(source, target)| source.name != target.name)
        else {
            return;
        };
        if label.is_empty() {
            return;
        }
        let (reach, rule) = how;
        let edge = Edge {
            source,
            label: label.to_owned(),
            target,
            inferred: SmolStr::new(rule),
        };
        if !self.found.iter().any(|(known, _)| *known == edge) {
            self.found.push((edge, reach));
        }
    }

    /// Drops edges to what the label of another edge names (*imposed a curfew* beside *imposed a curfew in → Bergen*), and to
    /// the place where two meet.
    pub(super) fn settle(&mut self) {
        if self.statement.relation.event.is_none() {
            return;
        }
        let actor = self.reaches_actor();
        let place = self.found.iter().any(|(_, reach)| *reach == Reach::Place);
        let context = self.context;
        // *held talks with support from Oslo*: who supports is joined to the others by the talks.
        let lent = (self.statement.arguments.iter()).any(|argument| is_lent(context, argument));
        self.found.retain(|(edge, reach)| match reach {
            Reach::Actor => true,
            Reach::Place => !actor,
            Reach::Thing => lent || !(actor || place && is_act(context, edge.target.phrase.head)),
        });
    }
}

/// The object of the statement, if it is a noun.
pub(super) fn nominal_object<'s>(
    context: &SentenceContext<'_>,
    statement: &'s Statement,
) -> Option<&'s Phrase> {
    (statement.object.as_ref())
        .filter(|object| context.is_nominal(object.head) && !is_clause(context, object.head))
}

/// Whether the token heads a clause.
pub(super) fn is_clause(context: &SentenceContext<'_>, head: usize) -> bool {
    matches!(
        context.relation(head),
        Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
    ) || context.is_verb(head)
}
