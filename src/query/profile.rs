//! Everything about one actor: names, roles with their days, and why each mention was taken for it.

use std::collections::BTreeMap;

use crate::graph::Graph;
use crate::merge::{Actor, Id, Seen, SourceDocument};

/// One actor as all documents know it.
#[derive(Debug, Clone)]
pub struct ActorProfile<'g> {
    /// The actor.
    pub actor: &'g Actor,
    /// Its roles: `Foreign Minister` of whom, as said in which articles.
    pub roles: Vec<ActorRole<'g>>,
    /// The roles of those who belong to it.
    pub members: Vec<ActorRole<'g>>,
    /// By rule the words that were taken for it, with how often.
    pub joined: BTreeMap<&'g str, Vec<(&'g str, u32)>>,
    /// The documents that mention it, with what they say of it, by day; those without a day come last.
    pub documents: Vec<(&'g SourceDocument, &'g Seen)>,
}

/// What somebody is, as articles say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorRole<'g> {
    /// Who has the role.
    pub actor: &'g Id,
    /// `Foreign Minister`.
    pub title: &'g str,
    /// Of whom.
    pub of: Option<&'g Id>,
    /// The articles that say so, by day.
    pub documents: Vec<&'g SourceDocument>,
}

impl<'g> ActorRole<'g> {
    /// The days of the first and the last article that says so and has a day.
    pub fn days(&self) -> Option<(&'g str, &'g str)> {
        let mut days = self
            .documents
            .iter()
            .filter_map(|document| document.date.as_deref());
        let first = days.next()?;
        Some((first, days.next_back().unwrap_or(first)))
    }
}

/// What the graph knows of an actor; `None` if it has none of this id.
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

/// The roles of an actor, the one that was said last first.
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

/// By day, those without one last, then by name.
fn by_day(document: &SourceDocument) -> (bool, Option<String>, String) {
    let day = document.date.clone();
    (day.is_none(), day, document.name.clone())
}
