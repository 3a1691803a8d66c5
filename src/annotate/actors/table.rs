//! The entities of a document.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::annotate::mentions::MentionCandidate;
use crate::annotate::{Mention, MentionKind};
use crate::lexicon::{Gazetteer, Known, Sex};
use crate::text::{ActorType, EntityType};

use super::local_actor::LocalActor;

/// Somebody or something that mentions of the document stand for.
#[derive(Debug, Clone)]
pub(in crate::annotate) struct Entity {
    pub(in crate::annotate) name: String,
    pub(in crate::annotate) kind: ActorType,
    pub(in crate::annotate) named: bool,
    pub(in crate::annotate) aliases: BTreeSet<String>,
    pub(in crate::annotate) known: Option<String>,
    pub(in crate::annotate) belongs_to: Option<usize>,
    pub(in crate::annotate) titles: BTreeSet<String>,
    /// The sex of a person, as far as it is known.
    pub(in crate::annotate) sex: Option<Sex>,
    /// Whether it is more than one: `they`.
    pub(in crate::annotate) plural: bool,
    /// Whether it is a person or people.
    pub(in crate::annotate) human: bool,
}

/// The entities of a document. Mentions and entities refer to them by index.
#[derive(Debug, Clone, Default)]
pub(in crate::annotate) struct EntityTable {
    pub(in crate::annotate) entities: Vec<Entity>,
    known: FxHashMap<String, usize>,
    groups: FxHashMap<(Option<usize>, String), usize>,
}

impl Entity {
    /// An entity of which only name and kind are known.
    pub(in crate::annotate) fn new(name: String, kind: ActorType, named: bool) -> Self {
        let human = matches!(kind, ActorType::Person | ActorType::Group);
        Self {
            name,
            kind,
            named,
            aliases: BTreeSet::new(),
            known: None,
            belongs_to: None,
            titles: BTreeSet::new(),
            sex: None,
            plural: kind == ActorType::Group,
            human,
        }
    }
}

impl EntityTable {
    /// Adds an entity.
    pub(in crate::annotate) fn add(&mut self, entity: Entity) -> usize {
        self.entities.push(entity);
        self.entities.len() - 1
    }

    /// The entity of an entry of the gazetteer. The government of an organisation is the organisation.
    pub(in crate::annotate) fn known(&mut self, gazetteer: &Gazetteer, known: &Known) -> usize {
        let parent = known
            .parent
            .as_ref()
            .filter(|_| known.actor == ActorType::Government)
            .and_then(|parent| gazetteer.by_id(&format!("organisation/{parent}")));
        let known = parent.unwrap_or(known);
        if let Some(&actor) = self.known.get(known.id.as_str()) {
            return actor;
        }
        let mut entity = Entity::new(known.name.to_string(), known.actor, true);
        entity.known = Some(known.id.to_string());
        let actor = self.add(entity);
        self.known.insert(known.id.to_string(), actor);
        actor
    }

    /// Sets the owner of bodies of states that the document mentions too: `State Department`.
    pub(super) fn join_bodies(&mut self, gazetteer: &Gazetteer) {
        for entity in &mut self.entities {
            let body = matches!(entity.kind, ActorType::Body | ActorType::Government);
            let known = entity
                .known
                .as_deref()
                .filter(|_| body && entity.belongs_to.is_none());
            let known = known.and_then(|id| gazetteer.by_id(id));
            let state = known.and_then(|known| known.state.as_deref());
            entity.belongs_to = state.map_or(entity.belongs_to, |state| {
                self.known.get(format!("state/{state}").as_str()).copied()
            });
        }
    }

    /// Sets the owners that the user gives.
    pub(super) fn join_owners(&mut self, gazetteer: &Gazetteer) {
        let mut actor = 0;
        // The owners that are added may have owners of their own.
        while actor < self.entities.len() {
            let known = self.entities[actor].known.as_deref();
            if let Some(owner) = known.and_then(|id| gazetteer.owner(id)) {
                self.entities[actor].belongs_to = Some(self.known(gazetteer, owner));
            }
            actor += 1;
        }
    }

    /// The unnamed entity with this key and owner, made by `make` on first use.
    pub(in crate::annotate) fn group(
        &mut self,
        owner: Option<usize>,
        key: &str,
        make: impl FnOnce() -> Entity,
    ) -> usize {
        if let Some(&actor) = self.groups.get(&(owner, key.to_owned())) {
            return actor;
        }
        let mut entity = make();
        entity.belongs_to = owner;
        let actor = self.add(entity);
        self.groups.insert((owner, key.to_owned()), actor);
        actor
    }

    /// Adds another name of an entity.
    pub(in crate::annotate) fn also(&mut self, actor: usize, alias: &str) {
        let entity = &mut self.entities[actor];
        if entity.name != alias && !alias.is_empty() {
            entity.aliases.insert(alias.to_owned());
        }
    }

    /// The mentions that are shown, and an actor for each entity that these or other entities refer to, under a unique name.
    pub(in crate::annotate) fn finish(
        self,
        found: Vec<MentionCandidate>,
    ) -> (Vec<Mention>, Vec<LocalActor>) {
        let mut used = vec![false; self.entities.len()];
        let mut mentions: Vec<Mention> = found
            .into_iter()
            .filter(|found| found.shown && stands_for_something(found))
            .map(|found| found.mention)
            .collect();
        mentions.sort_by_key(|mention| {
            (
                mention.span.start,
                std::cmp::Reverse(mention.span.end),
                mention.head,
            )
        });
        for mention in &mentions {
            let mut next = mention.actor;
            while let Some(actor) = next.filter(|&actor| !used[actor]) {
                used[actor] = true;
                next = self.entities[actor].belongs_to;
            }
        }
        let mut places = vec![0; used.len()];
        let mut count = 0;
        for (place, &used) in places.iter_mut().zip(&used) {
            *place = count;
            count += usize::from(used);
        }
        let mut names: FxHashMap<String, usize> = FxHashMap::default();
        let mut actors = Vec::with_capacity(count);
        for (entity, _) in self
            .entities
            .into_iter()
            .zip(&used)
            .filter(|(_, used)| **used)
        {
            actors.push(LocalActor {
                name: unique(entity.name, entity.named.then_some(entity.kind), &mut names),
                kind: entity.kind,
                named: entity.named,
                aliases: entity.aliases.into_iter().collect(),
                known: entity.known,
                belongs_to: entity.belongs_to.map(|owner| places[owner]),
                titles: entity.titles.into_iter().collect(),
            });
        }
        for mention in &mut mentions {
            mention.actor = mention.actor.map(|actor| places[actor]);
        }
        (mentions, actors)
    }
}

/// Whether the words stand for an actor, a thing or a time: not `a doctor` in `she is a doctor`, nor `it` in `it is known
/// that`.
fn stands_for_something(found: &MentionCandidate) -> bool {
    let thing = matches!(found.mention.entity, EntityType::Date | EntityType::Product);
    match found.mention.kind {
        _ if found.mention.actor.is_some() || thing => true,
        MentionKind::Name => true,
        MentionKind::Nominal => false,
        MentionKind::Pronoun => !found.pronoun.is_some_and(|pronoun| pronoun.thing),
    }
}

/// A name that no other actor of the document has: a second `guard` becomes `guard (2)`, a second `Mars` with a name of
/// its own `Mars (place)`.
fn unique(name: String, named: Option<ActorType>, names: &mut FxHashMap<String, usize>) -> String {
    let count = names.entry(name.clone()).or_default();
    *count += 1;
    let count = *count;
    match named {
        _ if count == 1 => name,
        Some(kind) if count == 2 => format!("{name} ({})", kind.as_str().replace('_', " ")),
        _ => format!("{name} ({count})"),
    }
}
