//! Actors over all documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::ActorType;

use super::Id;

/// A node of the graph: an actor or thing over all documents.
///
/// What documents say about it is kept by document and aggregated on demand, so that merging a document twice changes
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Hash of its key.
    pub id: Id,
    /// The identifier of a known actor in the gazetteer.
    pub known: Option<String>,
    /// Whether it is a thing, topic or event, named by its words, and no actor.
    pub thing: bool,
    /// What each document says about it.
    pub seen: BTreeMap<Id, Seen>,
}

/// What one document says about an actor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// Its name in that document.
    pub name: String,
    /// Its type there.
    pub kind: ActorType,
    /// Whether it has a proper name; `security officials` does not.
    pub named: bool,
    /// The number of mentions, pronouns included.
    pub mentions: u32,
    /// Each name used for it, with its count.
    pub names: BTreeMap<String, u32>,
    /// Why mentions were resolved to it: for each rule the words, with counts. Pronouns are in lower case.
    pub joined: BTreeMap<String, BTreeMap<String, u32>>,
    /// Titles that the document gives it.
    pub titles: BTreeSet<String>,
    /// The actor it belongs to.
    pub belongs_to: Option<Id>,
}

impl Actor {
    /// The display name: of the names in the documents the most mentioned, and of equals the longest.
    pub fn name(&self) -> &str {
        let mut votes: BTreeMap<&str, u32> = BTreeMap::new();
        for seen in self.seen.values() {
            *votes.entry(&seen.name).or_default() += seen.mentions.max(1);
        }
        let best = votes
            .into_iter()
            .max_by(|(a, m), (b, n)| (m, a.chars().count(), b).cmp(&(n, b.chars().count(), a)));
        best.map_or("", |(name, _)| name)
    }

    /// The type of most mentions; of equals the first in the order of [`ActorType::ALL`].
    pub fn kind(&self) -> ActorType {
        let mut votes: BTreeMap<ActorType, u32> = BTreeMap::new();
        for seen in self.seen.values() {
            *votes.entry(seen.kind).or_default() += seen.mentions.max(1);
        }
        let best = votes.into_iter().rev().max_by_key(|&(_, count)| count);
        best.map_or(ActorType::Other, |(kind, _)| kind)
    }

    /// Whether any document gives it a proper name.
    pub fn named(&self) -> bool {
        self.seen.values().any(|seen| seen.named)
    }

    /// The number of mentions.
    pub fn mentions(&self) -> u32 {
        self.seen.values().map(|seen| seen.mentions).sum()
    }

    /// All names with their counts, the most frequent first.
    pub fn aliases(&self) -> Vec<(&str, u32)> {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for seen in self.seen.values() {
            for (name, count) in &seen.names {
                *counts.entry(name).or_default() += count;
            }
        }
        let mut aliases: Vec<_> = counts.into_iter().collect();
        aliases.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        aliases
    }

    /// Why mentions were resolved to it, over all documents: for each rule the words with counts, the most frequent
    /// first.
    pub fn joined(&self) -> BTreeMap<&str, Vec<(&str, u32)>> {
        let mut rules: BTreeMap<&str, BTreeMap<&str, u32>> = BTreeMap::new();
        for (rule, words) in self.seen.values().flat_map(|seen| &seen.joined) {
            let counts = rules.entry(rule).or_default();
            for (words, count) in words {
                *counts.entry(words).or_default() += count;
            }
        }
        let sorted = |(rule, counts): (_, BTreeMap<_, u32>)| {
            let mut words: Vec<_> = counts.into_iter().collect();
            words.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
            (rule, words)
        };
        rules.into_iter().map(sorted).collect()
    }

    /// All titles, in alphabetical order.
    pub fn titles(&self) -> BTreeSet<&str> {
        let titles = self.seen.values().flat_map(|seen| &seen.titles);
        titles.map(String::as_str).collect()
    }

    /// The owner that most documents give it.
    pub fn belongs_to(&self) -> Option<&Id> {
        let mut votes: BTreeMap<&Id, usize> = BTreeMap::new();
        for owner in self
            .seen
            .values()
            .filter_map(|seen| seen.belongs_to.as_ref())
        {
            *votes.entry(owner).or_default() += 1;
        }
        let best = votes.into_iter().rev().max_by_key(|&(_, count)| count);
        best.map(|(owner, _)| owner)
    }

    /// Merges what other documents say about the same actor.
    pub(super) fn absorb(&mut self, other: Self) {
        // The key determines both whether it is a thing and its entry in the gazetteer.
        for (document, seen) in other.seen {
            super::corpus::keep_greater(&mut self.seen, document, seen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(name: &str, kind: ActorType, mentions: u32) -> Seen {
        Seen {
            name: name.into(),
            kind,
            named: true,
            mentions,
            names: BTreeMap::from([(name.to_owned(), mentions)]),
            joined: BTreeMap::new(),
            titles: BTreeSet::new(),
            belongs_to: None,
        }
    }

    #[test]
    fn name_and_type_go_by_mentions_over_all_documents() {
        let actor = Actor {
            id: "a".into(),
            known: None,
            thing: false,
            seen: BTreeMap::from([
                ("d1".into(), seen("Acme", ActorType::Organisation, 1)),
                ("d2".into(), seen("ACME", ActorType::Company, 3)),
                ("d3".into(), seen("Acme", ActorType::Company, 1)),
            ]),
        };
        assert_eq!(actor.name(), "ACME");
        assert_eq!(actor.kind(), ActorType::Company);
        assert_eq!(actor.aliases(), [("ACME", 3), ("Acme", 2)]);
        assert_eq!(actor.mentions(), 5);
    }
}
