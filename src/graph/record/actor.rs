//! Actors in `graph.json`, with what each document says about them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::merge::{Actor, Id, Seen};

use super::range::id;

#[derive(Serialize, Deserialize)]
pub(in crate::graph) struct StoredActor {
    id: String,
    /// Derived.
    #[serde(skip_deserializing)]
    name: String,
    /// Derived.
    #[serde(skip_deserializing, rename = "type")]
    kind: &'static str,
    /// Derived.
    #[serde(skip_deserializing)]
    mentions: u32,
    known: Option<String>,
    thing: bool,
    seen: BTreeMap<String, StoredSeen>,
}

#[derive(Serialize, Deserialize)]
struct StoredSeen {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    named: bool,
    mentions: u32,
    names: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    joined: BTreeMap<String, BTreeMap<String, u32>>,
    titles: BTreeSet<String>,
    belongs_to: Option<String>,
}

impl From<&Actor> for StoredActor {
    fn from(actor: &Actor) -> Self {
        let seen = |(document, seen): (&Id, &Seen)| {
            let record = StoredSeen {
                name: seen.name.clone(),
                kind: seen.kind.as_str().to_owned(),
                named: seen.named,
                mentions: seen.mentions,
                names: seen.names.clone(),
                joined: seen.joined.clone(),
                titles: seen.titles.clone(),
                belongs_to: seen.belongs_to.as_ref().map(Id::to_string),
            };
            (document.to_string(), record)
        };
        Self {
            id: actor.id.to_string(),
            name: actor.name().to_owned(),
            kind: actor.kind().as_str(),
            mentions: actor.mentions(),
            known: actor.known.clone(),
            thing: actor.thing,
            seen: actor.seen.iter().map(seen).collect(),
        }
    }
}

impl StoredActor {
    pub(in crate::graph) fn into_actor(self) -> Result<Actor, String> {
        let seen = |(document, record): (String, StoredSeen)| {
            let kind = record.kind.parse();
            let kind = kind.map_err(|_| format!("{}: unknown type `{}`", self.id, record.kind))?;
            let seen = Seen {
                name: record.name,
                kind,
                named: record.named,
                mentions: record.mentions,
                names: record.names,
                joined: record.joined,
                titles: record.titles,
                belongs_to: record.belongs_to.as_deref().map(id),
            };
            Ok((id(&document), seen))
        };
        Ok(Actor {
            id: id(&self.id),
            known: self.known,
            thing: self.thing,
            seen: self
                .seen
                .into_iter()
                .map(seen)
                .collect::<Result<_, String>>()?,
        })
    }
}
