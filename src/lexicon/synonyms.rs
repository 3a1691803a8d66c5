//! Words that reports of one event use for each other, and words without content of their own.

use rustc_hash::FxHashMap;

use super::{LexiconError, Source, WordList};

/// What comparing the contents of two sentences needs to know about words.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    heads: FxHashMap<Box<str>, Box<str>>,
    empty: WordList,
}

impl Synonyms {
    /// Reads `data/words/synonyms.tsv` and `data/words/empty.txt`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let synonyms = source.list(
            "words/synonyms.tsv",
            include_str!("../../data/words/synonyms.tsv"),
        )?;
        let mut heads = FxHashMap::default();
        for entry in synonyms.entries() {
            let columns: Vec<&str> = entry.columns().collect();
            let [lemma, head] = columns[..] else {
                return Err(entry.malformed("expected two lemmas, parted by a tab"));
            };
            heads.insert(lemma.into(), head.into());
        }
        let empty = source.list(
            "words/empty.txt",
            include_str!("../../data/words/empty.txt"),
        )?;
        Ok(Self {
            heads,
            empty: WordList::new(&empty),
        })
    }

    /// The word that represents this lemma and its synonyms; `None` if it has too little content to be
    /// compared.
    pub fn head<'a>(&'a self, lemma: &'a str) -> Option<&'a str> {
        let head = self.heads.get(lemma).map_or(lemma, AsRef::as_ref);
        (!self.empty.has(lemma) && !self.empty.has(head)).then_some(head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_one_thing_have_one_head_and_empty_words_none() {
        let synonyms =
            Synonyms::load(&Source::embedded()).expect("the embedded lists are well-formed");
        assert_eq!(synonyms.head("soil"), synonyms.head("territory"));
        assert_eq!(synonyms.head("bridge"), Some("bridge"));
        assert_eq!(synonyms.head("week"), None);
    }
}
