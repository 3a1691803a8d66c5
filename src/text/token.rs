//! A syntactic word with all that annotation says about it.

use std::fmt;
use std::str::FromStr;

use smol_str::SmolStr;

use super::{Deprel, EntityType, NameTag, Span, UnknownName, Xpos};

/// A syntactic word in the sense of [Universal Dependencies](https://universaldependencies.org).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Token {
    /// Its place in the document's text.
    pub span: Span,
    /// The word itself; equal to the text at `span` unless a treebank spelt it otherwise.
    pub form: SmolStr,
    /// The dictionary form; empty until annotated.
    pub lemma: SmolStr,
    /// The universal part of speech.
    pub upos: Upos,
    /// The Penn Treebank part of speech (`NNP`, `VBZ`); empty until annotated.
    pub xpos: Xpos,
    /// Morphological features as in CoNLL-U (`Number=Plur|Tense=Past`); empty if there are none.
    pub feats: SmolStr,
    /// The index of the head within the sentence, counted from 0; `None` for the root.
    pub head: Option<usize>,
    /// The dependency relation to the head, with its subtype (`nsubj:pass`); empty until annotated.
    pub deprel: Deprel,
    /// Its place in a named entity.
    pub entity: NameTag,
    /// Whether white space follows in the text.
    pub space_after: bool,
}

impl Token {
    /// The dependency relation without its subtype: `nsubj` for `nsubj:pass`.
    pub fn relation(&self) -> Deprel {
        self.deprel.base()
    }

    /// Whether the dependency relation, without its subtype, is one of `relations`.
    pub fn is_any(&self, relations: &[Deprel]) -> bool {
        relations.contains(&self.relation())
    }

    /// The type of the named entity that the token is a part of.
    pub fn entity_type(&self) -> Option<EntityType> {
        self.entity.entity_type()
    }

    /// The value of a morphological feature: `Past` for `Tense`.
    pub fn feature(&self, name: &str) -> Option<&str> {
        let pairs = self
            .feats
            .split('|')
            .filter_map(|pair| pair.split_once('='));
        pairs
            .into_iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }
}

macro_rules! upos {
    ($($(#[$doc:meta])* $name:ident = $tag:literal,)*) => {
        /// The universal parts of speech.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[repr(u8)]
        pub enum Upos { $($(#[$doc])* $name,)* }

        impl Upos {
            /// All parts of speech, in the order of their names.
            pub const ALL: &'static [Upos] = &[$(Upos::$name,)*];

            /// The name as it stands in CoNLL-U.
            pub const fn as_str(self) -> &'static str {
                match self { $(Upos::$name => $tag,)* }
            }
        }

        impl FromStr for Upos {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                match name {
                    $($tag => Ok(Upos::$name),)*
                    _ => Err(UnknownName::new(name, "a universal part of speech")),
                }
            }
        }
    };
}

upos! {
    /// Adjective.
    Adj = "ADJ",
    /// Preposition or postposition.
    Adp = "ADP",
    /// Adverb.
    Adv = "ADV",
    /// Auxiliary verb.
    Aux = "AUX",
    /// Coordinating conjunction.
    Cconj = "CCONJ",
    /// Determiner.
    Det = "DET",
    /// Interjection.
    Intj = "INTJ",
    /// Noun.
    Noun = "NOUN",
    /// Numeral.
    Num = "NUM",
    /// Particle.
    Part = "PART",
    /// Pronoun.
    Pron = "PRON",
    /// Proper noun.
    Propn = "PROPN",
    /// Punctuation.
    Punct = "PUNCT",
    /// Subordinating conjunction.
    Sconj = "SCONJ",
    /// Symbol.
    Sym = "SYM",
    /// Verb.
    Verb = "VERB",
    /// Anything else, and what is not annotated yet.
    #[default]
    X = "X",
}

impl fmt::Display for Upos {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
