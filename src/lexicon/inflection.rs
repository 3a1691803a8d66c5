//! Lists about inflection: what the lemmatizer looks up.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::source::ListText;
use super::{LexiconError, Source, WordList};

/// What finding the dictionary form of a word needs to know besides the rules of spelling.
#[derive(Debug, Clone, Default)]
pub struct InflectionLists {
    special: TaggedMap,
    closed: TaggedMap,
    /// Verb forms that follow no rule.
    pub verbs: LemmaMap,
    /// Plurals that follow no rule, and nouns of which the plural is the dictionary form.
    pub nouns: LemmaMap,
    /// Comparatives and superlatives that follow no rule.
    pub comparatives: LemmaMap,
    /// Verbs that double a single `l`.
    pub doubled_l: WordList,
    /// Stems that take an `e` although they do not look like it.
    pub with_e: WordList,
    /// Stems that take no `e` although they look like it.
    pub without_e: WordList,
    /// Adjectives that keep their capital.
    pub proper_adjectives: WordList,
    /// Common nouns that keep their capitals.
    pub capital_nouns: WordList,
}

/// Values by form in lower case and Penn Treebank tag.
#[derive(Debug, Clone, Default)]
struct TaggedMap {
    values: FxHashMap<Box<str>, Vec<(SmolStr, SmolStr)>>,
}

impl TaggedMap {
    fn new(list: &ListText) -> Result<Self, LexiconError> {
        let mut values: FxHashMap<Box<str>, Vec<_>> = FxHashMap::default();
        for entry in list.entries() {
            let mut columns = entry.columns();
            let (Some(form), Some(tag), Some(value)) =
                (columns.next(), columns.next(), columns.next())
            else {
                return Err(entry.malformed("expected a form, a tag and a third column"));
            };
            let tagged = values.entry(form.into()).or_default();
            tagged.push((tag.into(), value.into()));
        }
        Ok(Self { values })
    }

    fn get(&self, form: &str, tag: &str) -> Option<SmolStr> {
        let mut tagged = self.values.get(form)?.iter();
        let found = tagged.find(|(other, _)| other == tag);
        found.map(|(_, value)| value.clone())
    }
}

/// Dictionary forms by form in lower case.
#[derive(Debug, Clone, Default)]
pub struct LemmaMap {
    lemmas: FxHashMap<Box<str>, SmolStr>,
}

impl LemmaMap {
    fn new(list: &ListText) -> Result<Self, LexiconError> {
        let mut lemmas = FxHashMap::default();
        for entry in list.entries() {
            let mut columns = entry.columns();
            let (Some(form), Some(lemma)) = (columns.next(), columns.next()) else {
                return Err(entry.malformed("expected a form and its dictionary form"));
            };
            lemmas.insert(form.into(), lemma.into());
        }
        Ok(Self { lemmas })
    }

    /// The dictionary form of a form in lower case, if it is listed.
    pub fn get(&self, form: &str) -> Option<SmolStr> {
        self.lemmas.get(form).cloned()
    }
}

macro_rules! list {
    ($source:expr, $name:literal) => {
        $source.list(
            concat!("language/", $name),
            include_str!(concat!("../../data/language/", $name)),
        )?
    };
}

impl InflectionLists {
    /// Reads the lists.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        Ok(Self {
            special: TaggedMap::new(&list!(source, "special_lemmas.tsv"))?,
            closed: TaggedMap::new(&list!(source, "closed_words.tsv"))?,
            verbs: LemmaMap::new(&list!(source, "irregular_verbs.tsv"))?,
            nouns: LemmaMap::new(&list!(source, "irregular_nouns.tsv"))?,
            comparatives: LemmaMap::new(&list!(source, "irregular_comparatives.tsv"))?,
            doubled_l: WordList::new(&list!(source, "doubled_l_verbs.txt")),
            with_e: WordList::new(&list!(source, "e_verbs.txt")),
            without_e: WordList::new(&list!(source, "plain_verbs.txt")),
            proper_adjectives: WordList::new(&list!(source, "proper_adjectives.txt")),
            capital_nouns: WordList::new(&list!(source, "capital_nouns.txt")),
        })
    }

    /// The dictionary form of a form in lower case with this Penn Treebank tag, if it is a special one.
    pub fn special(&self, form: &str, tag: &str) -> Option<SmolStr> {
        self.special.get(form, tag)
    }

    /// The features of a word of a closed class in lower case with this Penn Treebank tag.
    pub fn closed(&self, form: &str, tag: &str) -> Option<SmolStr> {
        self.closed.get(form, tag)
    }
}
