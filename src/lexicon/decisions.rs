//! What the user's file decides besides names: which actors are never merged, and which names are not actors.

use std::collections::BTreeSet;

use super::ActorsFile;
use super::gazetteer::key;

/// Decisions of the user that no rule overrides.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    apart: BTreeSet<(String, String)>,
    ignored: BTreeSet<String>,
    names: bool,
}

impl Decisions {
    /// Adds the decisions of a file.
    pub(super) fn add(&mut self, file: &ActorsFile) {
        self.names |= !file.actors.is_empty();
        for actor in &file.actors {
            for other in &actor.never_merge {
                let (one, other) = (key(&actor.name.text), key(&other.text));
                self.apart.insert((one.clone(), other.clone()));
                self.apart.insert((other, one));
            }
        }
        let ignored = file.ignored.iter();
        self.ignored.extend(ignored.map(|name| key(&name.text)));
    }

    /// Whether these names must not be merged into one actor.
    pub fn keeps_apart(&self, one: &str, other: &str) -> bool {
        !self.apart.is_empty() && self.apart.contains(&(key(one), key(other)))
    }

    /// Whether the name is not an actor.
    pub fn ignores(&self, name: &str) -> bool {
        !self.ignored.is_empty() && self.ignored.contains(&key(name))
    }

    /// Whether the user names any actor.
    pub fn names_any(&self) -> bool {
        self.names
    }

    /// Whether any name is ignored.
    pub fn ignores_any(&self) -> bool {
        !self.ignored.is_empty()
    }
}
