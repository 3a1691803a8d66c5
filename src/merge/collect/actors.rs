//! The actors and things of a document.

use std::collections::{BTreeMap, BTreeSet};

use crate::annotate::MentionKind;
use crate::extract::{EdgeEnd, Phrase};
use crate::merge::key::{owner_of, thing_id};
use crate::merge::{Actor, Id, Seen};
use crate::text::{ActorType, EntityType, Upos};

use super::Collector;

impl Collector<'_> {
    pub(super) fn add_actors(&mut self) {
        let annotated = &self.extracted.annotated;
        for (index, actor) in annotated.actors.iter().enumerate() {
            let seen = Seen {
                name: actor.name.clone(),
                kind: actor.kind,
                named: actor.named,
                mentions: 0,
                names: actor
                    .aliases
                    .iter()
                    .map(|alias| (alias.clone(), 0))
                    .collect(),
                joined: BTreeMap::new(),
                titles: actor.titles.iter().cloned().collect(),
                belongs_to: owner_of(annotated, actor)
                    .map(|owner| self.actors[owner].clone())
                    .filter(|owner| *owner != self.actors[index]),
            };
            let known = actor.known.clone();
            self.see(self.actors[index].clone(), known, false, seen);
        }
        for mention in &annotated.mentions {
            let Some(id) = mention.actor.and_then(|actor| self.actors.get(actor)) else {
                continue;
            };
            let named = self.extracted.annotated.actors[mention.actor.unwrap_or_default()].named;
            let actor = self.corpus.actors.get_mut(id);
            let Some(seen) = actor.and_then(|actor| actor.seen.get_mut(&self.document)) else {
                continue;
            };
            seen.mentions += 1;
            let words = annotated.slice(mention.span).split_whitespace();
            let name = words.collect::<Vec<_>>().join(" ");
            if let Some(rule) = mention.join {
                let words = match mention.kind {
                    MentionKind::Pronoun => name.to_lowercase(),
                    _ => name.clone(),
                };
                let counts = seen.joined.entry(rule.as_str().into()).or_default();
                *counts.entry(words).or_default() += 1;
            }
            // `the group` does not name an army, but `security officials` have no other name.
            if mention.kind == MentionKind::Name || (!named && mention.kind == MentionKind::Nominal)
            {
                *seen.names.entry(name).or_default() += 1;
            }
        }
    }

    /// Adds what this document says about an actor; two of its actors with one key become one.
    pub(super) fn see(&mut self, id: Id, known: Option<String>, thing: bool, seen: Seen) {
        let actor = self
            .corpus
            .actors
            .entry(id.clone())
            .or_insert_with(|| Actor {
                id,
                known,
                thing,
                seen: BTreeMap::new(),
            });
        match actor.seen.get_mut(&self.document) {
            None => {
                actor.seen.insert(self.document.clone(), seen);
            }
            Some(before) => {
                before.mentions += seen.mentions;
                before.titles.extend(seen.titles);
                for (name, count) in seen.names {
                    *before.names.entry(name).or_default() += count;
                }
                for (rule, words) in seen.joined {
                    let counts = before.joined.entry(rule).or_default();
                    for (words, count) in words {
                        *counts.entry(words).or_default() += count;
                    }
                }
            }
        }
    }

    /// The node at an end of an edge. A pronoun that is not resolved gives none: all uses of `it` would become one
    /// node.
    pub(super) fn end(&mut self, end: &EdgeEnd) -> Option<Id> {
        if let Some(actor) = self.actor_of(&end.phrase) {
            return Some(self.actors[actor].clone());
        }
        let sentence = self.extracted.annotated.sentences.get(end.phrase.sentence);
        let head = sentence.and_then(|sentence| sentence.tokens.get(end.phrase.head));
        let pronoun =
            !end.phrase.tokens.is_empty() && head.is_some_and(|head| head.upos == Upos::Pron);
        let name = end.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let head = head.map(|head| head.span);
        let mut ignored = self.extracted.annotated.ignored.iter();
        let ignored = head.is_some_and(|head| ignored.any(|span| span.contains(head)));
        // `she is 78`: a quantity is not a node.
        let mut amounts = self.extracted.annotated.mentions_in(end.phrase.sentence);
        let amount = amounts.any(|mention| {
            mention.entity == EntityType::Quantity && mention.head == end.phrase.head
        });
        if pronoun || ignored || amount || name.is_empty() {
            return None;
        }
        let id = thing_id(&name);
        let seen = Seen {
            names: BTreeMap::from([(name.clone(), 1)]),
            name,
            kind: ActorType::Other,
            named: false,
            mentions: 1,
            joined: BTreeMap::new(),
            titles: BTreeSet::new(),
            belongs_to: None,
        };
        self.see(id.clone(), None, true, seen);
        Some(id)
    }

    /// The actor that a phrase refers to, as the extractor gives it or by the mention at its head.
    pub(super) fn actor_of(&self, phrase: &Phrase) -> Option<usize> {
        let by_head = || {
            let some = !phrase.tokens.is_empty();
            some.then(|| {
                self.extracted
                    .annotated
                    .actor_of(phrase.sentence, phrase.head)
            })
            .flatten()
        };
        let actor = phrase.actor.or_else(by_head);
        actor.filter(|&actor| actor < self.actors.len())
    }
}
