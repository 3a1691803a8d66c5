//! Applies the user's [`ActorsFile`] to the gazetteer: names, types, merges and metonyms.

use smol_str::{SmolStr, format_smolstr};

use crate::lexicon::{ActorEntry, ActorsFile, DatedName, FileWord, LexiconError};
use crate::text::{ActorType, EntityType};

use super::index::Meaning;
use super::{Gazetteer, Known, NameForm};

impl Gazetteer {
    /// Takes over what the file says. Where it speaks of a name, lists no longer do.
    pub(in crate::lexicon) fn decide(&mut self, file: &ActorsFile) -> Result<(), LexiconError> {
        let error = |line: usize, problem: String| LexiconError::Malformed {
            file: file.file.clone(),
            line,
            problem,
        };
        // All actors are made before any is merged, so that the order of the entries does not matter.
        let mut actors = Vec::new();
        for entry in &file.actors {
            actors.push(self.actor(entry, &error)?);
        }
        for (entry, &known) in file.actors.iter().zip(&actors) {
            self.name(entry, known, &error)?;
        }
        for (entry, &known) in file.actors.iter().zip(&actors) {
            for other in &entry.merge {
                self.join(other, known, &error)?;
            }
            for other in &entry.never_merge {
                if self.same_name(&other.text, &entry.name.text) {
                    let problem = format!("`{}` cannot be kept apart from itself", other.text);
                    return Err(error(other.line, problem));
                }
                self.index.part(&other.text, known);
            }
        }
        // By now every name means what it will mean.
        for (entry, &known) in file.actors.iter().zip(&actors) {
            if let Some(owner) = &entry.belongs_to {
                let whole = self.stands_for(owner, &error)?;
                if whole == known || self.belongs(whole, known) {
                    let problem = format!("`{}` would belong to itself", entry.name.text);
                    return Err(error(owner.line, problem));
                }
                self.owners.insert(known, whole);
            }
        }
        for metonym in &file.metonyms {
            let known = self.stands_for(&metonym.stands_for, &error)?;
            self.give(&metonym.name, known, NameForm::Metonym, &error)?;
        }
        Ok(())
    }

    /// The actor that the entry speaks of, which may be a new one, with its type and state.
    fn actor(
        &mut self,
        entry: &ActorEntry,
        error: &impl Fn(usize, String) -> LexiconError,
    ) -> Result<u32, LexiconError> {
        if let Some(state) = &entry.state {
            self.check_state(state, error)?;
        }
        let state = entry.state.as_ref().map(|state| state.text.as_str());
        let kind = entry.kind.map(|(kind, _)| kind);
        let fits = |known: &&u32| {
            let known = &self.known[**known as usize];
            let own = known.state.as_deref();
            let state = state.is_none_or(|state| own.is_none_or(|own| own == state));
            state && kind.is_none_or(|kind| kind.class() == known.actor.class())
        };
        let meant = self.meant(&entry.name.text);
        let fitting: Vec<u32> = meant.iter().filter(fits).copied().collect();
        let typed: Vec<u32> = (fitting.iter().copied())
            .filter(|&known| Some(self.known[known as usize].actor) == kind)
            .collect();
        match (fitting.as_slice(), typed.as_slice()) {
            (&[known], _) | (_, &[known]) => {
                let known_here = &mut self.known[known as usize];
                known_here.name = entry.name.text.as_str().into();
                if let Some(kind) = kind {
                    known_here.actor = kind;
                    known_here.entity = entity_of(kind, known_here.entity);
                }
                if let Some(state) = state {
                    known_here.state = Some(state.into());
                }
                Ok(known)
            }
            ([], _) => {
                let kind = kind.ok_or_else(|| {
                    let problem = format!(
                        "`{}` is in no list of Actant's, so say what it is: `type = \"organisation\"` or another type",
                        entry.name.text
                    );
                    error(entry.name.line, problem)
                })?;
                Ok(self.add_known(Known {
                    id: format_smolstr!("user/{}/{}", kind.class(), entry.name.text),
                    name: entry.name.text.as_str().into(),
                    entity: entity_of(kind, EntityType::Misc),
                    actor: kind,
                    state: state.map(SmolStr::from),
                    parent: None,
                    detail: SmolStr::default(),
                }))
            }
            _ => Err(error(
                entry.name.line,
                self.several(&entry.name.text, &fitting),
            )),
        }
    }

    /// Gives an actor its name and its aliases.
    fn name(
        &mut self,
        entry: &ActorEntry,
        known: u32,
        error: &impl Fn(usize, String) -> LexiconError,
    ) -> Result<(), LexiconError> {
        let own = DatedName {
            name: entry.name.clone(),
            since: None,
            until: None,
        };
        for name in std::iter::once(&own).chain(&entry.aliases) {
            self.give(name, known, NameForm::Name, error)?;
        }
        if self.known[known as usize].actor == ActorType::Person
            && let Some((_, last)) = entry.name.text.rsplit_once(' ')
        {
            let surname = Meaning::new(known, NameForm::Surname, true);
            self.index.add(last, surname);
        }
        Ok(())
    }

    fn give(
        &mut self,
        name: &DatedName,
        known: u32,
        form: NameForm,
        error: &impl Fn(usize, String) -> LexiconError,
    ) -> Result<(), LexiconError> {
        let text = name.name.text.as_str();
        let bare = ["the ", "The "]
            .iter()
            .find_map(|article| text.strip_prefix(article));
        let text = bare.unwrap_or(text);
        if !text
            .chars()
            .any(|letter| letter.is_uppercase() || letter.is_numeric())
        {
            let problem = format!("`{text}` has no capital letter; only names are looked up");
            return Err(error(name.name.line, problem));
        }
        let mut meaning = Meaning::new(known, form, false);
        meaning.since = name.since.clone();
        meaning.until = name.until.clone();
        self.index.give(text, meaning);
        Ok(())
    }

    /// Makes another actor, known or not, the same as this one.
    fn join(
        &mut self,
        other: &FileWord,
        known: u32,
        error: &impl Fn(usize, String) -> LexiconError,
    ) -> Result<(), LexiconError> {
        let (id, class) = {
            let known = &self.known[known as usize];
            (known.id.clone(), known.actor.class())
        };
        let mut meant = self.meant(&other.text);
        meant.retain(|&other| other != known);
        let of_kind: Vec<u32> = (meant.iter().copied())
            .filter(|&other| self.known[other as usize].actor.class() == class)
            .collect();
        match (of_kind.as_slice(), meant.as_slice()) {
            (&[from], _) => {
                self.index.redirect(from, known);
                let gone = self.known[from as usize].id.clone();
                self.by_id.insert(gone, known);
            }
            ([], &[from, ..]) => {
                let (from, to) = (&self.known[from as usize], &self.known[known as usize]);
                let problem = format!(
                    "`{}` ({}) and {} ({}) are of two kinds and cannot be one actor",
                    other.text, from.actor, to.name, to.actor
                );
                return Err(error(other.line, problem));
            }
            ([], []) => {
                let name = DatedName {
                    name: other.clone(),
                    since: None,
                    until: None,
                };
                self.give(&name, known, NameForm::Name, error)?;
            }
            (several, _) => return Err(error(other.line, self.several(&other.text, several))),
        }
        debug_assert!(self.by_id.contains_key(&id));
        Ok(())
    }

    /// Whether one belongs to the other, directly or through others.
    fn belongs(&self, one: u32, other: u32) -> bool {
        let up = |known: &u32| self.owners.get(known).copied();
        std::iter::successors(Some(one), up)
            .skip(1)
            .any(|owner| owner == other)
    }

    /// The actor that a metonym stands for: a state's code, or a name.
    fn stands_for(
        &self,
        word: &FileWord,
        error: &impl Fn(usize, String) -> LexiconError,
    ) -> Result<u32, LexiconError> {
        if let Some(&state) = self.by_id.get(format!("state/{}", word.text).as_str()) {
            return Ok(state);
        }
        match self.meant(&word.text).as_slice() {
            &[known] => Ok(known),
            [] => {
                let problem = format!(
                    "`{}` is neither a state's code nor a known name; add an `[[actor]]` of that name",
                    word.text
                );
                Err(error(word.line, problem))
            }
            several => Err(error(word.line, self.several(&word.text, several))),
        }
    }

    fn check_state(
        &self,
        state: &FileWord,
        error: &impl Fn(usize, String) -> LexiconError,
    ) -> Result<(), LexiconError> {
        if self.state(&state.text).is_some() {
            return Ok(());
        }
        let mut named = self.meant(&state.text).into_iter();
        let code = named.find_map(|known| {
            let known = &self.known[known as usize];
            known.id.strip_prefix("state/")
        });
        let instead = match code {
            Some(code) => format!("write `{code}`"),
            None => "write three letters, such as `NOR`".to_owned(),
        };
        let problem = format!("`{}` is no ISO 3166 code of a state; {instead}", state.text);
        Err(error(state.line, problem))
    }

    /// What a name may mean, by a name of its own: what bears it as its first name if there is any.
    fn meant(&self, name: &str) -> Vec<u32> {
        let mut meant: Vec<u32> = (self.index.whole(name).into_iter())
            .filter(|meaning| matches!(meaning.form, NameForm::Name | NameForm::Acronym))
            .map(|meaning| meaning.known)
            .collect();
        meant.dedup();
        let first: Vec<u32> = (meant.iter().copied())
            .filter(|&known| self.same_name(&self.known[known as usize].name, name))
            .collect();
        if first.is_empty() { meant } else { first }
    }

    fn same_name(&self, one: &str, other: &str) -> bool {
        super::key::key(one) == super::key::key(other)
    }

    /// The message for a name that several have.
    fn several(&self, name: &str, meant: &[u32]) -> String {
        let list: Vec<String> = (meant.iter())
            .map(|&known| {
                let known = &self.known[known as usize];
                let state = known.state.as_deref().unwrap_or("no state");
                format!("{} ({}, {state})", known.name, known.actor)
            })
            .collect();
        format!(
            "`{name}` may be any of these: {}; add `type` or `state`, or write a name that only one has",
            list.join(", ")
        )
    }
}

/// The type of entity of a name, given what bears it; `before` stays if it is of that kind.
fn entity_of(kind: ActorType, before: EntityType) -> EntityType {
    use EntityType::{Fac, Gpe, Loc, Misc, Norp, Org, Person};
    match kind {
        ActorType::Person => Person,
        ActorType::State => Gpe,
        ActorType::Place if matches!(before, Gpe | Loc | Fac) => before,
        ActorType::Place => Loc,
        ActorType::Group => Norp,
        ActorType::Other => Misc,
        _ => Org,
    }
}
