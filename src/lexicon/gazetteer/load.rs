//! Reads the lists under `data/gazetteer`.
//!
//! Several names in one column are separated by `|`; a name that ends in `?` is also an everyday word or somebody else's
//! name.

use smol_str::{SmolStr, format_smolstr};

use crate::lexicon::{LexiconError, ListEntry, Source};
use crate::text::{ActorType, EntityType};

use super::index::{Index, Meaning};
use super::key::key;
use super::{Gazetteer, Gender, Known, NameForm, Title};

macro_rules! list {
    ($source:expr, $name:literal) => {
        $source.list(
            concat!("gazetteer/", $name),
            include_str!(concat!("../../../data/gazetteer/", $name)),
        )?
    };
}

/// States come first, then what acts, then places: the order in which a name's meanings are given.
pub(super) fn load(source: &Source) -> Result<Gazetteer, LexiconError> {
    let mut gazetteer = Gazetteer {
        index: Index::with_room(),
        ..Gazetteer::default()
    };
    for entry in list!(source, "states.tsv").entries() {
        gazetteer.add_state(&entry)?;
    }
    for entry in list!(source, "organisations.tsv").entries() {
        gazetteer.add_organisation(&entry)?;
    }
    for entry in list!(source, "persons.tsv").entries() {
        gazetteer.add_person(&entry)?;
    }
    for entry in list!(source, "metonyms.tsv").entries() {
        gazetteer.add_metonym(&entry)?;
    }
    for entry in list!(source, "places.tsv").entries() {
        gazetteer.add_place(&entry)?;
    }
    for entry in list!(source, "nationality-groups.txt").entries() {
        gazetteer.add_group(&entry)?;
    }
    for entry in list!(source, "given-names.txt").entries() {
        let [name, gender] = columns(&entry)?;
        let gender = gender_of(&entry, gender)?;
        gazetteer.given_names.insert(key(name).into(), gender);
    }
    for entry in list!(source, "sexes.tsv").entries() {
        let [name, gender] = columns(&entry)?;
        let gender = gender_of(&entry, gender)?;
        let id = format_smolstr!("person/{name}");
        gazetteer.sexes.insert(id, gender);
    }
    for entry in list!(source, "surnames.txt").entries() {
        gazetteer.surnames.insert(key(entry.text()).into());
    }
    for entry in list!(source, "titles.tsv").entries() {
        gazetteer.add_title(&entry)?;
    }
    Ok(gazetteer)
}

impl Gazetteer {
    /// Columns: code, name, other names, demonyms.
    fn add_state(&mut self, entry: &ListEntry<'_>) -> Result<(), LexiconError> {
        let [code, name, others, demonyms] = columns(entry)?;
        let (name, ambiguous) = marked(name);
        let known = self.add_known(Known {
            id: format_smolstr!("state/{code}"),
            name: name.into(),
            entity: EntityType::Gpe,
            actor: ActorType::State,
            state: Some(code.into()),
            parent: None,
            detail: SmolStr::default(),
        });
        self.index
            .add(name, Meaning::new(known, NameForm::Name, ambiguous));
        self.add_names(known, others, NameForm::Name);
        self.add_names(known, demonyms, NameForm::Demonym);
        Ok(())
    }

    /// Columns: name, actor type, state, other names, organisation that it belongs to.
    fn add_organisation(&mut self, entry: &ListEntry<'_>) -> Result<(), LexiconError> {
        let [name, kind, state, others, parent] = columns(entry)?;
        let (name, ambiguous) = marked(name);
        let actor = kind
            .parse::<ActorType>()
            .map_err(|error| entry.malformed(error.to_string()))?;
        let known = self.add_known(Known {
            id: format_smolstr!("organisation/{name}"),
            name: name.into(),
            entity: EntityType::Org,
            actor,
            state: filled(state),
            parent: filled(parent),
            detail: SmolStr::default(),
        });
        self.index
            .add(name, Meaning::new(known, NameForm::Name, ambiguous));
        self.add_names(known, others, NameForm::Name);
        Ok(())
    }

    /// Columns: name, state, role, other names, organisation.
    fn add_person(&mut self, entry: &ListEntry<'_>) -> Result<(), LexiconError> {
        let [name, state, role, others, parent] = columns(entry)?;
        let known = self.add_known(Known {
            id: format_smolstr!("person/{name}"),
            name: name.into(),
            entity: EntityType::Person,
            actor: ActorType::Person,
            state: filled(state),
            parent: filled(parent),
            detail: role.into(),
        });
        let own = Meaning::new(known, NameForm::Name, false);
        self.index.add(name, own);
        for other in parts(others) {
            let (other, ambiguous) = marked(other);
            let single = !other.contains([' ', '-']);
            let form = if single {
                NameForm::Surname
            } else {
                NameForm::Name
            };
            self.index.add(other, Meaning::new(known, form, ambiguous));
        }
        if let Some((_, last)) = name.rsplit_once(' ') {
            let surname = Meaning::new(known, NameForm::Surname, true);
            self.index.add(last, surname);
        }
        Ok(())
    }

    /// Columns: words, code of a state or name of an organisation, first day, day after the last.
    fn add_metonym(&mut self, entry: &ListEntry<'_>) -> Result<(), LexiconError> {
        let [words, stands_for, since, until] = columns(entry)?;
        let ids = ["state", "organisation"].map(|kind| format!("{kind}/{stands_for}"));
        let found = ids.iter().find_map(|id| self.by_id.get(id.as_str()));
        let &known = found.ok_or_else(|| {
            entry.malformed(format!(
                "`{stands_for}` is neither a state's code nor an organisation"
            ))
        })?;
        for words in parts(words) {
            let (words, ambiguous) = marked(words);
            let mut meaning = Meaning::new(known, NameForm::Metonym, ambiguous);
            meaning.since = filled(since);
            meaning.until = filled(until);
            self.index.add(words, meaning);
        }
        Ok(())
    }

    /// Columns: name, entity type, kind, state, other names. A capital also stands for its state, unless the list of
    /// metonyms says for whom it stands.
    fn add_place(&mut self, entry: &ListEntry<'_>) -> Result<(), LexiconError> {
        let [name, entity, kind, state, others] = columns(entry)?;
        let (name, ambiguous) = marked(name);
        let entity = entity
            .parse::<EntityType>()
            .map_err(|error| entry.malformed(error.to_string()))?;
        let id = match state {
            "" => format_smolstr!("place/{name}"),
            state => format_smolstr!("place/{state}/{name}"),
        };
        let known = self.add_known(Known {
            id,
            name: name.into(),
            entity,
            actor: ActorType::Place,
            state: filled(state),
            parent: None,
            detail: kind.into(),
        });
        self.index
            .add(name, Meaning::new(known, NameForm::Name, ambiguous));
        self.add_names(known, others, NameForm::Name);
        if kind == "capital"
            && let Some(&rules) = self.by_id.get(format!("state/{state}").as_str())
        {
            for name in parts(others).chain([name]) {
                let (name, ambiguous) = marked(name);
                if !self.index.has(name, NameForm::Metonym) {
                    let stands_for = Meaning::new(rules, NameForm::Metonym, ambiguous);
                    self.index.add(name, stands_for);
                }
            }
        }
        Ok(())
    }

    /// Columns: forms of one name.
    fn add_group(&mut self, entry: &ListEntry<'_>) -> Result<(), LexiconError> {
        let [forms] = columns(entry)?;
        let (name, _) = marked(parts(forms).next().unwrap_or_default());
        let known = self.add_known(Known {
            id: format_smolstr!("group/{name}"),
            name: name.into(),
            entity: EntityType::Norp,
            actor: ActorType::Group,
            state: None,
            parent: None,
            detail: SmolStr::default(),
        });
        self.add_names(known, forms, NameForm::Name);
        Ok(())
    }

    /// Columns: words; flags (p: precedes names, r: noun for the role, s: role of a state or body); gender.
    fn add_title(&mut self, entry: &ListEntry<'_>) -> Result<(), LexiconError> {
        let [words, flags, gender] = columns(entry)?;
        let key = key(words);
        self.longest_title = self.longest_title.max(key.matches(' ').count() + 1);
        let title = Title {
            words: words.into(),
            precedes_name: flags.contains('p'),
            is_role: flags.contains('r'),
            of_state: flags.contains('s'),
            gender: gender_of(entry, gender)?,
        };
        // A title that is listed with a capital and without one stands before names and for a role.
        if let Some(known) = self.titles.get_mut(key.as_str()) {
            known.precedes_name |= title.precedes_name;
            known.is_role |= title.is_role;
            known.of_state |= title.of_state;
            if known.gender == Gender::Unknown {
                known.gender = title.gender;
            }
        } else {
            self.titles.insert(key.into(), title);
        }
        Ok(())
    }

    fn add_names(&mut self, known: u32, names: &str, form: NameForm) {
        for name in parts(names) {
            let (name, ambiguous) = marked(name);
            self.index.add(name, Meaning::new(known, form, ambiguous));
        }
    }

    /// The index of what is known by this id; what came first stays.
    pub(super) fn add_known(&mut self, known: Known) -> u32 {
        if let Some(&index) = self.by_id.get(&known.id) {
            return index;
        }
        let index = self.known.len() as u32;
        self.by_id.insert(known.id.clone(), index);
        self.known.push(known);
        index
    }
}

/// The line's columns; missing ones at the end are empty.
fn columns<'a, const N: usize>(entry: &ListEntry<'a>) -> Result<[&'a str; N], LexiconError> {
    let mut columns = [""; N];
    for (index, column) in entry.columns().enumerate() {
        match columns.get_mut(index) {
            Some(slot) => *slot = column,
            None => return Err(entry.malformed(format!("more than {N} columns"))),
        }
    }
    match columns[0] {
        "" => Err(entry.malformed("the first column is empty")),
        _ => Ok(columns),
    }
}

fn parts(column: &str) -> impl Iterator<Item = &str> {
    column.split('|').filter(|part| !part.is_empty())
}

/// A name without its mark, and whether it had one.
fn marked(name: &str) -> (&str, bool) {
    match name.strip_suffix('?') {
        Some(name) => (name, true),
        None => (name, false),
    }
}

fn filled(column: &str) -> Option<SmolStr> {
    (!column.is_empty()).then(|| column.into())
}

fn gender_of(entry: &ListEntry<'_>, letter: &str) -> Result<Gender, LexiconError> {
    match letter {
        "m" => Ok(Gender::Male),
        "f" => Ok(Gender::Female),
        "u" | "" => Ok(Gender::Unknown),
        _ => Err(entry.malformed(format!("`{letter}` is no gender: expected m, f or u"))),
    }
}
