//! Function words that tell how a content, its source or its addressee hangs on a cue.

use rustc_hash::FxHashMap;

use super::LexiconError;
use super::source::ListText;

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident = $tag:literal,)*) => {
        /// What a function word does in an attribution.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FunctionWord { $($(#[$doc])* $name,)* }

        impl FunctionWord {
            /// The function with this name in the list.
            fn parse(name: &str) -> Option<Self> {
                match name { $($tag => Some(Self::$name),)* _ => None }
            }
        }
    };
}

functions! {
    /// Opens a clause that is said: *said that …*.
    Declarative = "declarative",
    /// Opens a clause that is asked: *asked whether …*.
    Interrogative = "interrogative",
    /// Opens a clause of a speaker inside the content: *as she said*.
    Parenthetical = "parenthetical",
    /// Leads from an object to more of the content: *described it as …*.
    ObjectPhrase = "object-phrase",
    /// Leads from an object to a clause that is more of the content: *blamed him for leaving*.
    ObjectClause = "object-clause",
    /// Stands for a clause that is said: *said so*.
    ProClause = "pro-clause",
    /// Refers to what was said: *denied this*.
    Anaphor = "anaphor",
    /// The article of something new: *denied a report*.
    Indefinite = "indefinite",
    /// Leads from a document to its authors: *a statement by Oman*.
    Author = "author",
    /// A subject that stands for nobody: *there is …*.
    Existential = "existential",
    /// A subject that stands for nobody where another verb lends it: *it is hard to say*.
    Expletive = "expletive",
}

/// The words of `data/attribution/function-words.tsv`.
#[derive(Debug, Clone, Default)]
pub(super) struct AttributionWords(FxHashMap<Box<str>, Vec<FunctionWord>>);

impl AttributionWords {
    pub(super) fn new(list: &ListText) -> Result<Self, LexiconError> {
        let mut words = FxHashMap::default();
        for entry in list.entries() {
            let columns: Vec<&str> = entry.columns().collect();
            let [word, functions] = columns[..] else {
                return Err(entry.malformed("expected a word and its functions, parted by a tab"));
            };
            let parse = |name: &str| {
                FunctionWord::parse(name)
                    .ok_or_else(|| entry.malformed(format!("`{name}` is no function")))
            };
            let functions: Result<Vec<FunctionWord>, LexiconError> =
                functions.split_whitespace().map(parse).collect();
            words.insert(Box::from(word), functions?);
        }
        Ok(Self(words))
    }

    /// Whether a word has a function.
    pub(super) fn has(&self, word: &str, function: FunctionWord) -> bool {
        self.0
            .get(word)
            .is_some_and(|functions| functions.contains(&function))
    }
}
