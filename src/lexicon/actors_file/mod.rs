//! `actors.toml`: what the user says about who is who, which overrides every list and rule.
//!
//! In: the text of a file (`docs/actors.md` describes it). Out: an [`ActorsFile`], every entry with its line. Whether
//! the names in it are known is checked when the file is applied to the gazetteer.
//!
//! ```
//! use actant::lexicon::ActorsFile;
//!
//! let file = ActorsFile::parse("actors.toml", "[[actor]]\nname = 'Harbour Trust'\ntype = 'organisation'\n")?;
//! assert_eq!(file.actors[0].name.text, "Harbour Trust");
//! let error = ActorsFile::parse("actors.toml", "[[actor]]\nnam = 'Harbour Trust'\n").unwrap_err();
//! assert_eq!(error.to_string(), "actors.toml:2: `nam` is no key here; did you mean `name`?");
//! # Ok::<(), actant::lexicon::LexiconError>(())
//! ```

mod read;

use smol_str::SmolStr;

use crate::text::ActorType;

use super::LexiconError;

/// What a file says about actors.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActorsFile {
    /// The file's name, for messages.
    pub file: String,
    /// Actors with their names.
    pub actors: Vec<ActorEntry>,
    /// Places and buildings that stand for an actor.
    pub metonyms: Vec<MetonymEntry>,
    /// Names that are not actors.
    pub ignored: Vec<FileWord>,
}

/// Words of the file with their line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileWord {
    /// The words as written.
    pub text: String,
    /// The line, counted from 1.
    pub line: usize,
}

/// A name that may hold for some time only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedName {
    /// The name.
    pub name: FileWord,
    /// The first day (`YYYY-MM-DD`).
    pub since: Option<SmolStr>,
    /// The day after the last.
    pub until: Option<SmolStr>,
}

/// One actor.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorEntry {
    /// The name that is shown; for an actor that Actant knows, any of its names.
    pub name: FileWord,
    /// Its type and the line; required if Actant does not know the actor.
    pub kind: Option<(ActorType, usize)>,
    /// The state that it is, lies in or belongs to, as ISO 3166 alpha-3.
    pub state: Option<FileWord>,
    /// The actor that it is a part or member of.
    pub belongs_to: Option<FileWord>,
    /// Its other names.
    pub aliases: Vec<DatedName>,
    /// Actors that are this one.
    pub merge: Vec<FileWord>,
    /// Names that never mean this one, and actors that it is never joined with.
    pub never_merge: Vec<FileWord>,
}

/// A place or building that stands for those who rule or work there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetonymEntry {
    /// The place.
    pub name: DatedName,
    /// The actor that it stands for: a state's code, or a name.
    pub stands_for: FileWord,
}

impl ActorsFile {
    /// Reads the text of a file; `file` is its name in messages.
    ///
    /// # Errors
    /// If the text is not TOML, or has an unknown key or value; the message gives the line and what to
    /// do.
    pub fn parse(file: &str, text: &str) -> Result<Self, LexiconError> {
        read::file(file, text)
    }
}
