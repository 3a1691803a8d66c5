//! Two nouns that may become the ends of an edge.
//!
//! In: what a construction found. Out: a [`Candidate`] for the [`draft`](super::draft).

use super::target::Target;

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

/// The label of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Label {
    /// The words of the statement's relation, and these behind them.
    Relation(String),
    /// These words alone.
    Whole(String),
}

/// Two nouns that may become the ends of an edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The noun that acts; without one, each agent of the statement acts on each coordinated member of the target.
    pub(super) source: Option<usize>,
    /// The label.
    pub(super) label: Label,
    /// The noun that undergoes the act.
    pub(super) target: usize,
    /// What the target is, if that does not follow from the noun.
    pub(super) reach: Option<Reach>,
    /// Whether it is dropped where an edge leads to the target already.
    pub(super) unless_reached: bool,
    /// The rule that infers the edge; empty if the words state it.
    pub(super) rule: &'static str,
}

impl Candidate {
    /// The agents act on `target`, with `words` between the relation and it.
    pub(super) fn new(words: &str, target: usize) -> Self {
        Self {
            source: None,
            label: Label::Relation(words.to_owned()),
            target,
            reach: None,
            unless_reached: false,
            rule: "",
        }
    }

    /// As [`new`](Self::new), with an actor behind a noun; `words` go before those that lead to the actor.
    pub(super) fn behind(words: &str, target: &Target) -> Self {
        let words = format!("{words} {}", target.words);
        Self {
            reach: target.is_place.then_some(Reach::Place),
            ..Self::new(words.trim(), target.head)
        }
    }

    /// As [`new`](Self::new), with an actor that `rule` infers.
    pub(super) fn inferred(words: &str, target: usize, rule: &'static str) -> Self {
        Self {
            reach: Some(Reach::Actor),
            rule,
            ..Self::new(words, target)
        }
    }

    /// As [`inferred`](Self::inferred), from `source` instead of the agents.
    pub(super) fn between(source: usize, words: &str, target: usize, rule: &'static str) -> Self {
        Self {
            source: Some(source),
            ..Self::inferred(words, target, rule)
        }
    }

    /// An edge from `source` to `target` under a label of its own.
    pub(super) fn tie(source: usize, label: String, target: usize, rule: &'static str) -> Self {
        Self {
            source: Some(source),
            label: Label::Whole(label),
            ..Self::inferred("", target, rule)
        }
    }
}
