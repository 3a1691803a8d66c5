//! Disambiguates actors of one name that belong to different states: people, and bodies.
//!
//! In: a corpus in which all actors of one name and kind are one. Out: the same corpus, in which an actor is split if
//! some documents give it to one state and other documents to another. Merging knows nothing of this, so that it stays
//! a union of sets: disambiguation starts from the union each time, and undoes earlier splits.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::ActorType;

use super::key::{named_id, named_of_state_id};
use super::{Actor, Claim, Corpus, CorpusAttribution, Id};

/// For an actor and a document, the actor that the document means.
type Meant = BTreeMap<(Id, Id), Id>;

/// For a former claim and a document, the claim that replaces it.
type Moved = BTreeMap<(Id, Id), Id>;

/// The number of owners up to the state: the spokesman of the army of a state.
const REACH: usize = 4;

impl Actor {
    /// Whether no other actor has its name and kind.
    pub fn has_unique_name(&self) -> bool {
        self.base().is_none_or(|base| base == self.id)
    }

    /// The id that it has before disambiguation; `None` if it has no proper name or is in the gazetteer.
    fn base(&self) -> Option<Id> {
        if self.known.is_some() || self.thing {
            return None;
        }
        let seen = self.seen.values().find(|seen| seen.named)?;
        Some(named_id(seen.kind, &seen.name))
    }
}

impl Corpus {
    /// Splits actors of one name that belong to different states: two ministers of one name, the foreign ministries of
    /// two states. Documents that give no state mean the actor whose state alone they mention, else a third actor
    /// without a state.
    #[must_use]
    pub fn disambiguated(self) -> Self {
        let together = self.together();
        let meant = together.meant();
        together.rewritten(&meant)
    }

    /// The corpus before disambiguation.
    fn together(self) -> Self {
        let mut meant = Meant::new();
        for actor in self.actors.values() {
            let Some(base) = actor.base().filter(|base| *base != actor.id) else {
                continue;
            };
            for document in actor.seen.keys() {
                meant.insert((actor.id.clone(), document.clone()), base.clone());
            }
        }
        self.rewritten(&meant)
    }

    /// The actor that each document means by an ambiguous name.
    fn meant(&self) -> Meant {
        let mut meant = Meant::new();
        for actor in self.actors.values().filter(|actor| may_be_several(actor)) {
            let mut states: BTreeMap<&Id, Id> = BTreeMap::new();
            for document in actor.seen.keys() {
                if let Some(state) = self.state_of(actor, document) {
                    states.insert(document, state);
                }
            }
            let different: BTreeSet<&Id> = states.values().collect();
            if different.len() < 2 {
                continue;
            }
            for (document, seen) in &actor.seen {
                let mentioned = || {
                    let mut mentioned = different.iter().filter(|&&state| {
                        let state = self.actors.get(state);
                        state.is_some_and(|state| state.seen.contains_key(document))
                    });
                    let one = mentioned.next().copied();
                    one.filter(|_| mentioned.next().is_none())
                };
                if let Some(state) = states.get(document).or_else(mentioned) {
                    let id = named_of_state_id(seen.kind, &seen.name, state);
                    meant.insert((actor.id.clone(), document.clone()), id);
                }
            }
        }
        meant
    }

    /// The state that an actor belongs to in a document, directly or through its owners.
    fn state_of(&self, actor: &Actor, document: &Id) -> Option<Id> {
        let mut owner = actor.seen.get(document)?.belongs_to.clone()?;
        for _ in 0..REACH {
            let seen = self.actors.get(&owner)?.seen.get(document)?;
            if seen.kind == ActorType::State {
                return Some(owner);
            }
            owner = seen.belongs_to.clone()?;
        }
        None
    }

    /// The corpus with actors replaced.
    fn rewritten(self, meant: &Meant) -> Self {
        if meant.is_empty() {
            return self;
        }
        let now = |actor: &Id, document: &Id| {
            let found = meant.get(&(actor.clone(), document.clone()));
            found.unwrap_or(actor).clone()
        };
        let mut corpus = Self {
            documents: self.documents,
            sentences: self.sentences,
            ..Self::default()
        };
        corpus.add_actors(self.actors.into_values(), &now);
        let moved = corpus.add_claims(self.claims.into_values(), &now);
        let attributions = self.attributions.into_iter();
        corpus.attributions = attributions
            .map(|(id, attribution)| (id, rewritten(attribution, &moved, &now)))
            .collect();
        corpus
    }

    /// Adds actors under their new ids.
    fn add_actors(&mut self, actors: impl Iterator<Item = Actor>, now: &impl Fn(&Id, &Id) -> Id) {
        for actor in actors {
            for (document, mut seen) in actor.seen {
                let id = now(&actor.id, &document);
                seen.belongs_to = seen.belongs_to.map(|owner| now(&owner, &document));
                let known = actor.known.clone();
                let entry = self.actors.entry(id.clone());
                let entry = entry.or_insert_with(|| Actor {
                    id,
                    known,
                    thing: actor.thing,
                    seen: BTreeMap::new(),
                });
                super::corpus::keep_greater(&mut entry.seen, document, seen);
            }
        }
    }

    /// Adds claims between actors with new ids.
    fn add_claims(
        &mut self,
        claims: impl Iterator<Item = Claim>,
        now: &impl Fn(&Id, &Id) -> Id,
    ) -> Moved {
        let mut moved = Moved::new();
        for claim in claims {
            for evidence in &claim.evidence {
                let document = &evidence.document;
                let (source, target) = (now(&claim.source, document), now(&claim.target, document));
                let (predicate, polarity, modality) =
                    (&claim.predicate, claim.polarity, claim.modality);
                let id = Claim::id_of(&source, predicate, &target, polarity, modality);
                moved.insert((claim.id.clone(), document.clone()), id.clone());
                let entry = self.claims.entry(id.clone()).or_insert_with(|| Claim {
                    id,
                    source,
                    target,
                    evidence: BTreeSet::new(),
                    ..claim.clone()
                });
                entry.evidence.insert(evidence.clone());
            }
        }
        moved
    }
}

/// An attribution with new ids of actors and claims.
fn rewritten(
    mut attribution: CorpusAttribution,
    moved: &Moved,
    now: &impl Fn(&Id, &Id) -> Id,
) -> CorpusAttribution {
    let document = attribution.document.clone();
    let people = [&mut attribution.speaker, &mut attribution.addressee];
    for person in people.into_iter().flatten() {
        for actor in person.actor.iter_mut().chain(&mut person.others) {
            *actor = now(actor, &document);
        }
    }
    let mentions = attribution.mentions.iter();
    attribution.mentions = mentions.map(|actor| now(actor, &document)).collect();
    let claims = attribution.claims.into_iter();
    attribution.claims = claims
        .map(|claim| {
            let key = (claim, document.clone());
            moved.get(&key).cloned().unwrap_or(key.0)
        })
        .collect();
    attribution
}

/// Whether the name may be ambiguous: people, and bodies of states, outside the gazetteer.
fn may_be_several(actor: &Actor) -> bool {
    let kind = matches!(
        actor.kind(),
        ActorType::Person | ActorType::Body | ActorType::Government
    );
    kind && actor.seen.len() > 1 && actor.base().is_some_and(|base| base == actor.id)
}
