//! Word lists, gazetteers and frames of `data/` as typed look-ups: all knowledge about words that is not learned.
//!
//! In: the text files under `data/`, embedded in the program, and a user's folder with files of the same names that
//! extend or replace them (see [`Source`]). Out: [`Lexicon`]. The code here knows the form of the files, never a word
//! that stands in them. Read [`Source`] first, then [`WordList`].

mod actor_nouns;
mod capitals;
mod cues;
mod frames;
mod gazetteer;
mod inflection;
mod language;
#[allow(clippy::module_inception, reason = "the type is named after the stage")]
mod lexicon;
mod modes;
mod name_words;
mod place_contexts;
mod roles;
mod source;
mod time_words;
mod word_list;
mod words;

pub use actor_nouns::{ActorNoun, ActorNouns, ActorPronoun, Sex};
pub use capitals::Capitals;
pub use cues::{Cue, Cues, Fit, Frames, Marker, Stance};
pub use frames::{EventType, Frame, FrameLexicon, Operator};
pub use gazetteer::{Gazetteer, Gender, Known, NameForm, NameMatch, Sense, Title};
pub use inflection::{InflectionLists, LemmaMap};
pub use language::{Abbreviation, CuttingLists, lower};
pub use lexicon::Lexicon;
pub use modes::QuadClass;
pub use name_words::{NamePlace, NameWords};
pub use place_contexts::PlaceContexts;
pub use roles::{RolePhrase, RoleRules};
pub use source::{Entry, LexiconError, ListText, Source};
pub use time_words::{Phase, Season, TimeMarker, TimeUnit, TimeWord, TimeWords, Turn};
pub use word_list::WordList;
pub use words::{EventNoun, ModalityCue, Part, Words};
