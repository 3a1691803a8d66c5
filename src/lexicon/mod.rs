//! Word lists, gazetteers and frames of `data/` as typed look-ups: all knowledge about words that is not learned, and the learned
//! weights that people can read.
//!
//! In: the text files under `data/`, embedded in the program, and a user's folder with files of the same names that
//! extend or replace them (see [`Source`]), and the user's [`ActorsFile`]. Out: [`Lexicon`]. The code here knows the form of the files, never a word
//! in them. Read [`Source`] first, then [`WordList`].

mod actor_nouns;
mod actors_file;
mod addressees;
mod argument_role;
mod attribution_words;
mod capitals;
mod column;
mod confidence;
mod cues;
mod decisions;
mod event_type;
mod frames;
mod function_words;
mod gazetteer;
mod implied;
mod inflection;
mod language;
#[allow(clippy::module_inception, reason = "the type is named after the stage")]
mod lexicon;
mod modes;
mod name_words;
mod naming;
mod part;
mod place_contexts;
mod prepositions;
mod roles;
mod same_roles;
mod scope;
mod short_names;
mod source;
mod spelling;
mod synonyms;
mod time_words;
mod word_list;
mod words;

pub use actor_nouns::{ActorNoun, ActorNouns, ActorPronoun, Sex};
pub use actors_file::{ActorEntry, ActorsFile, DatedName, FileWord, MetonymEntry};
pub use addressees::Addressing;
pub use argument_role::ArgumentRole;
pub use attribution_words::FunctionWord;
pub use capitals::Capitals;
pub use confidence::ConfidenceWeights;
pub use cues::{Cue, Cues, Fit, Frames, Marker, Stance};
pub use decisions::Decisions;
pub use event_type::EventType;
pub use frames::{ClassTrait, Frame, FrameLexicon, MONEY, OBJECT, Operator};
pub use function_words::{FunctionWords, WordUse};
pub use gazetteer::key as name_key;
pub use gazetteer::{Gazetteer, Gender, Known, NameForm, NameMatch, Sense, Title};
pub use implied::Implied;
pub use inflection::{InflectionLists, LemmaMap};
pub use language::{Abbreviation, CuttingLists, lower};
pub use lexicon::Lexicon;
pub use modes::QuadClass;
pub use name_words::{NamePlace, NameWords};
pub use naming::{Naming, NamingWords};
pub use part::Part;
pub use place_contexts::PlaceContexts;
pub use roles::{NounKind, RolePhrase, RoleRules};
pub use same_roles::SameRoles;
pub use scope::{Effect, ModalityCue, ScopeOperator};
pub use short_names::ShortNames;
pub use source::{LexiconError, ListEntry, ListText, Source};
pub use spelling::{alike, sound};
pub use synonyms::Synonyms;
pub use time_words::{Phase, Season, TimeMarker, TimeUnit, TimeWord, TimeWords, Turn};
pub use word_list::WordList;
pub use words::{AmountUnit, EventNoun, Holder, Words};
