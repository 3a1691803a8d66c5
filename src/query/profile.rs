//! Profiles of actors: names, roles with dates, and why each mention was resolved to the actor.

use std::collections::BTreeMap;

use crate::graph::Graph;
use crate::merge::{Actor, Id, Seen, SourceDocument};

/// One actor over all documents.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ActorProfile<'g> {
    /// The actor.
    pub actor: &'g Actor,
    /// Its roles: `Foreign Minister` of whom, in which documents.
    pub roles: Vec<ActorRole<'g>>,
    /// The roles of its members.
    pub members: Vec<ActorRole<'g>>,
    /// For each rule the words that it resolved to the actor, with counts.
    pub joined: BTreeMap<&'g str, Vec<(&'g str, u32)>>,
    /// The documents that mention it, with what they say about it, by date; undated ones last.
    pub documents: Vec<(&'g SourceDocument, &'g Seen)>,
}

/// A role of an actor, as documents give it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActorRole<'g> {
    /// The actor.
    pub actor: &'g Id,
    /// `Foreign Minister`.
    pub title: &'g str,
    /// The owner of the role.
    pub of: Option<&'g Id>,
    /// The documents that give the role, by date.
    pub documents: Vec<&'g SourceDocument>,
}

impl<'g> ActorRole<'g> {
    /// The dates of the first and the last dated document that gives the role.
    pub fn days(&self) -> Option<(&'g str, &'g str)> {
        let mut days = self
            .documents
            .iter()
            .filter_map(|document| document.date.as_deref());
        let first = days.next()?;
        Some((first, days.next_back().unwrap_or(first)))
    }
}

/// The profile of an actor; `None` if the graph has no actor with this id.
pub fn profile<'g>(graph: &'g Graph, actor: &Id) -> Option<ActorProfile<'g>> {
    let actor = graph.corpus().actor(actor)?;
    let mut documents: Vec<(&SourceDocument, &Seen)> = (actor.seen.iter())
        .filter_map(|(document, seen)| Some((graph.corpus().document(document)?, seen)))
        .collect();
    documents.sort_by_key(|(document, _)| by_day(document));
    let members = graph.actors().filter(|other| {
        let mut seen = other.seen.values();
        !other.thing
            && other.id != actor.id
            && seen.any(|s| s.belongs_to.as_ref() == Some(&actor.id))
    });
    let members = members.flat_map(|other| roles(graph, other));
    Some(ActorProfile {
        actor,
        roles: roles(graph, actor),
        members: members.filter(|role| role.of == Some(&actor.id)).collect(),
        joined: actor.joined(),
        documents,
    })
}

/// The roles of an actor, the latest first.
fn roles<'g>(graph: &'g Graph, actor: &'g Actor) -> Vec<ActorRole<'g>> {
    let mut roles: BTreeMap<(String, Option<&Id>), ActorRole<'g>> = BTreeMap::new();
    for (document, seen) in &actor.seen {
        let Some(document) = graph.corpus().document(document) else {
            continue;
        };
        for title in &seen.titles {
            let of = seen.belongs_to.as_ref();
            let role = roles
                .entry((title.to_lowercase(), of))
                .or_insert(ActorRole {
                    actor: &actor.id,
                    title,
                    of,
                    documents: Vec::new(),
                });
            role.documents.push(document);
        }
    }
    let mut roles: Vec<ActorRole<'g>> = roles.into_values().collect();
    for role in &mut roles {
        role.documents.sort_by_key(|document| by_day(document));
    }
    let last = |role: &ActorRole<'g>| role.days().map(|(_, last)| last);
    roles.sort_by(|a, b| (last(b), a.title).cmp(&(last(a), b.title)));
    roles
}

/// By date, undated ones last, then by name.
fn by_day(document: &SourceDocument) -> (bool, Option<String>, String) {
    let day = document.date.clone();
    (day.is_none(), day, document.name.clone())
}
