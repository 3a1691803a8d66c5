//! Finds actors by the names that users type.

use std::cmp::Reverse;

use crate::merge::{Actor, Id, normalise};

use super::Graph;

/// The actors that a name may mean.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ActorMatch<'g> {
    /// This actor.
    One(&'g Actor),
    /// Any of these, the most mentioned first.
    Several(Vec<&'g Actor>),
    /// None; with similar names, the most similar first.
    Nothing(Vec<String>),
}

/// The similarity (Jaro–Winkler) from which on a name is suggested; below it suggestions are noise.
const ALIKE: f64 = 0.8;

impl Graph {
    /// Finds an actor by id, name or alias: first exactly, then ignoring case and punctuation, then as part of a longer
    /// name, and last among things. The first of these ways that gives a result decides.
    pub fn find(&self, name: &str) -> ActorMatch<'_> {
        if let Some(actor) = self.corpus().actor(&Id::from(name)) {
            return ActorMatch::One(actor);
        }
        let wanted = normalise(name);
        let within = format!(" {wanted} ");
        let ways: [&dyn Fn(&Actor) -> bool; 7] = [
            &|actor| !actor.thing && (actor.name() == name || self.name(&actor.id) == name),
            &|actor| !actor.thing && normalise(actor.name()) == wanted,
            &|actor| !actor.thing && normalise(&self.name(&actor.id)) == wanted,
            &|actor| !actor.thing && actor.named() && has_alias(actor, |alias| alias == wanted),
            &|actor| !actor.thing && has_alias(actor, |alias| alias == wanted),
            &|actor| {
                let holds = |alias: &str| format!(" {alias} ").contains(&within);
                !actor.thing && actor.named() && !wanted.is_empty() && has_alias(actor, holds)
            },
            &|actor| actor.thing && normalise(actor.name()) == wanted,
        ];
        for way in ways {
            let mut found: Vec<&Actor> = self.actors().filter(|actor| way(actor)).collect();
            found.sort_by_key(|actor| Reverse(actor.mentions()));
            match found.len() {
                0 => {}
                1 => return ActorMatch::One(found[0]),
                _ => return ActorMatch::Several(found),
            }
        }
        ActorMatch::Nothing(self.suggestions(&wanted))
    }

    fn suggestions(&self, wanted: &str) -> Vec<String> {
        let mut scored: Vec<(u64, Reverse<u32>, String)> = Vec::new();
        for actor in self.actors().filter(|actor| !actor.thing) {
            let aliases = actor.aliases();
            let names = aliases
                .iter()
                .map(|&(alias, _)| alias)
                .chain([actor.name()]);
            let likeness = names
                .map(|alias| strsim::jaro_winkler(&normalise(alias), wanted))
                .fold(0.0, f64::max);
            if likeness >= ALIKE {
                // Integers give the list a total order.
                let distance = 1000 - (likeness * 1000.0) as u64;
                scored.push((distance, Reverse(actor.mentions()), self.name(&actor.id)));
            }
        }
        scored.sort();
        scored.dedup_by(|a, b| a.2 == b.2);
        scored
            .into_iter()
            .take(3)
            .map(|(_, _, name)| name)
            .collect()
    }
}

fn has_alias(actor: &Actor, holds: impl Fn(&str) -> bool) -> bool {
    let aliases = actor.aliases();
    let mut names = aliases
        .iter()
        .map(|&(alias, _)| alias)
        .chain([actor.name()]);
    names.any(|alias| holds(&normalise(alias)))
}
