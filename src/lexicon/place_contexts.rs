//! Words near the name of a capital that show whether its government is meant or the place.

use rustc_hash::FxHashSet;

use super::{LexiconError, Source};

/// Words that distinguish governments from places.
#[derive(Debug, Clone, Default)]
pub struct PlaceContexts {
    actor_marker: FxHashSet<Box<str>>,
    maybe_marker: FxHashSet<Box<str>>,
    addressed: FxHashSet<Box<str>>,
    place_object: FxHashSet<Box<str>>,
    place_subject: FxHashSet<Box<str>>,
}

impl PlaceContexts {
    /// Reads `data/actors/place-contexts.tsv`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let mut contexts = Self::default();
        let list = source.list(
            "actors/place-contexts.tsv",
            include_str!("../../data/actors/place-contexts.tsv"),
        )?;
        for entry in list.entries() {
            let mut columns = entry.columns();
            let word = columns.next().unwrap_or_default();
            for role in columns.next().unwrap_or_default().split('|') {
                let set = match role {
                    "marker" => &mut contexts.actor_marker,
                    "maybe" => &mut contexts.maybe_marker,
                    "addressed" => &mut contexts.addressed,
                    "object" => &mut contexts.place_object,
                    "subject" => &mut contexts.place_subject,
                    other => return Err(entry.malformed(format!("`{other}` is no context"))),
                };
                set.insert(word.into());
            }
        }
        Ok(contexts)
    }

    /// Whether a name behind this preposition is an actor.
    pub fn marks_actor(&self, preposition: &str) -> bool {
        self.actor_marker.contains(preposition)
    }

    /// Whether a name behind this preposition may be an actor, if the word before [is addressed](Self::is_addressed).
    pub fn may_mark_actor(&self, preposition: &str) -> bool {
        self.maybe_marker.contains(preposition)
    }

    /// Whether this verb or noun goes to or comes from somebody: `pressure on`, `convey to`, `support from`.
    pub fn is_addressed(&self, lemma: &str) -> bool {
        self.addressed.contains(lemma)
    }

    /// Whether the object of this verb is a place: `leave`, `capture`.
    pub fn place_is_object_of(&self, lemma: &str) -> bool {
        self.place_object.contains(lemma)
    }

    /// Whether the subject of this verb may be a mere place: `lie`, `fall`.
    pub fn place_is_subject_of(&self, lemma: &str) -> bool {
        self.place_subject.contains(lemma)
    }
}
