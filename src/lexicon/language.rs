//! Lists about the English language itself: what the tokenizer, the sentence splitter and the lemmatizer look up.

use rustc_hash::FxHashMap;
use smol_str::{SmolStr, StrExt};

use super::{LexiconError, Source, WordList};

/// What cutting text into tokens and sentences needs to know.
#[derive(Debug, Clone, Default)]
pub struct CuttingLists {
    abbreviations: FxHashMap<Box<str>, Abbreviation>,
    contractions: FxHashMap<Box<str>, Vec<usize>>,
    /// Prefixes that stay one word with what follows their hyphen.
    pub prefixes: WordList,
    /// Endings that form one word with the word before their hyphen.
    pub endings: WordList,
    /// Endings after an apostrophe that are words of their own, without the apostrophe.
    pub clitics: WordList,
    /// Words that begin with an apostrophe, without it.
    pub elided: WordList,
    /// Units that are words of their own after a number.
    pub units: WordList,
    /// Currency marks made of letters.
    pub currencies: WordList,
    /// Words with a slash inside.
    pub slashed: WordList,
    /// Faces made of punctuation.
    pub faces: WordList,
    /// Last parts of host and file names.
    pub net_endings: WordList,
    /// Words with which a letter is closed.
    pub letter_closings: WordList,
    /// Words that begin a sentence much more often than they follow an abbreviation.
    pub sentence_starters: WordList,
}

/// What the stop of an abbreviation says about the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name follows (`Gen.`).
    Title,
    /// The sentence goes on (`vs.`).
    Inner,
    /// It is an abbreviation only before a digit (`No.`).
    Number,
    /// It is an abbreviation only before a digit or a capital (`Sat.`).
    Date,
    /// It may end a sentence (`Inc.`).
    End,
}

macro_rules! list {
    ($source:expr, $name:literal) => {
        $source.list(
            concat!("language/", $name),
            include_str!(concat!("../../data/language/", $name)),
        )?
    };
}

impl CuttingLists {
    /// Reads the lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let mut abbreviations = FxHashMap::default();
        for entry in list!(source, "abbreviations.tsv").entries() {
            let mut columns = entry.columns();
            let word = columns.next().unwrap_or("");
            let kind = match columns.next() {
                Some("title") => Abbreviation::Title,
                Some("inner") => Abbreviation::Inner,
                Some("number") => Abbreviation::Number,
                Some("date") => Abbreviation::Date,
                Some("end") => Abbreviation::End,
                _ => return Err(entry.malformed("expected title, inner, number, date or end")),
            };
            if !word.ends_with('.') {
                return Err(entry.malformed("an abbreviation ends in a stop"));
            }
            abbreviations.insert(word.into(), kind);
        }
        let mut contractions = FxHashMap::default();
        for entry in list!(source, "contractions.tsv").entries() {
            let mut columns = entry.columns();
            let word = columns.next().unwrap_or("");
            let parts: Vec<&str> = columns.next().unwrap_or("").split('|').collect();
            if parts.concat() != word || parts.len() < 2 {
                return Err(entry.malformed("the parts must spell the word"));
            }
            contractions.insert(word.into(), parts.iter().map(|part| part.len()).collect());
        }
        Ok(Self {
            abbreviations,
            contractions,
            prefixes: WordList::new(&list!(source, "prefixes.txt")),
            endings: WordList::new(&list!(source, "endings.txt")),
            clitics: WordList::new(&list!(source, "clitics.txt")),
            elided: WordList::new(&list!(source, "elided.txt")),
            units: WordList::new(&list!(source, "units.txt")),
            currencies: WordList::new(&list!(source, "currencies.txt")),
            slashed: WordList::new(&list!(source, "slashed.txt")),
            faces: WordList::new(&list!(source, "faces.txt")),
            net_endings: WordList::new(&list!(source, "net_endings.txt")),
            letter_closings: WordList::new(&list!(source, "letter_closings.txt")),
            sentence_starters: WordList::new(&list!(source, "sentence_starters.txt")),
        })
    }

    /// The kind of an abbreviation that is written with its stop.
    pub fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).copied()
    }

    /// The lengths in bytes of the syntactic words for which a written word in lower case stands.
    pub fn contraction(&self, word: &str) -> Option<&[usize]> {
        self.contractions.get(word).map(Vec::as_slice)
    }
}

/// The word in lower case.
pub fn lower(word: &str) -> SmolStr {
    if word
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        SmolStr::new(word)
    } else {
        word.to_lowercase_smolstr()
    }
}
