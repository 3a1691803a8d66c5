//! From names to what they mean: the longest-match look-up.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::text::Token;

use super::NameForm;
use super::key::{self, key};

/// What the index keeps of one meaning of a name.
#[derive(Debug, Clone)]
pub(super) struct Meaning {
    /// Index into the table of what is known.
    pub(super) known: u32,
    pub(super) form: NameForm,
    pub(super) ambiguous: bool,
    /// Whether the name must stand in capitals.
    capitals: bool,
    pub(super) since: Option<SmolStr>,
    pub(super) until: Option<SmolStr>,
}

impl Meaning {
    pub(super) fn new(known: u32, form: NameForm, ambiguous: bool) -> Self {
        Self {
            known,
            form,
            ambiguous,
            capitals: false,
            since: None,
            until: None,
        }
    }
}

/// All names by key.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// The key's meanings.
    names: FxHashMap<Box<str>, Vec<Meaning>>,
    /// By the first piece of names: how many pieces the longest of them has.
    longest: FxHashMap<Box<str>, usize>,
}

/// How the letters of a stretch of text are written.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    any_upper: bool,
    any_lower: bool,
    /// The first and the last word are capitalised, small ones (`al`, `the`) left out.
    ends_upper: bool,
    letters: usize,
}

impl Index {
    /// An index with room for about as many names as the embedded lists have, so that it need not grow on loading.
    pub(super) fn with_room() -> Self {
        let mut index = Self::default();
        index.names.reserve(28_000);
        index.longest.reserve(14_000);
        index
    }

    /// Adds a meaning of a name; the same meaning twice counts once.
    pub(super) fn add(&mut self, name: &str, meaning: Meaning) {
        let key = key(name);
        let Some(first) = key.split(' ').next().filter(|first| !first.is_empty()) else {
            return;
        };
        let pieces = key.matches(' ').count() + 1;
        let longest = match self.longest.get_mut(first) {
            Some(longest) => longest,
            None => self.longest.entry(first.into()).or_default(),
        };
        *longest = pieces.max(*longest);
        let capitals = pieces == 1
            && !name.chars().any(char::is_lowercase)
            && name.chars().any(char::is_uppercase);
        let form = match meaning.form {
            NameForm::Name if capitals => NameForm::Acronym,
            form => form,
        };
        let meaning = Meaning {
            capitals,
            form,
            ..meaning
        };
        let meanings = self.names.entry(key.into()).or_default();
        let same = |other: &&mut Meaning| {
            other.known == meaning.known && (other.form == meaning.form || meaning.since.is_none())
        };
        match meanings.iter_mut().find(same) {
            Some(other) if meaning.since.is_none() => {
                other.capitals &= meaning.capitals;
                other.ambiguous &= meaning.ambiguous;
            }
            _ => meanings.push(meaning),
        }
    }

    /// Whether the name has a meaning of this form.
    pub(super) fn has(&self, name: &str, form: NameForm) -> bool {
        let mut meanings = self.names.get(key(name).as_str()).into_iter().flatten();
        meanings.any(|meaning| meaning.form == form)
    }

    /// All names that start at token `start`, longest first, as (tokens, meanings).
    pub(super) fn at<'a>(
        &'a self,
        tokens: &[Token],
        start: usize,
    ) -> Vec<(usize, Vec<&'a Meaning>)> {
        let mut found = Vec::new();
        let mut key = String::new();
        let mut pieces = 0;
        let mut most = usize::MAX;
        for (offset, token) in tokens.get(start..).unwrap_or_default().iter().enumerate() {
            let added = key::push(&mut key, &token.form);
            if added == 0 && (offset == 0 || !joins(&token.form)) {
                break;
            }
            pieces += added;
            if offset == 0 {
                let first = key.split(' ').next().unwrap_or("");
                match self.longest.get(first) {
                    Some(&longest) => most = longest,
                    None => break,
                }
            }
            if pieces > most {
                break;
            }
            if added > 0
                && let Some(meanings) = self.names.get(key.as_str())
            {
                let look = look(
                    tokens[start..=start + offset]
                        .iter()
                        .map(|token| &*token.form),
                );
                let fitting: Vec<_> = meanings.iter().filter(|m| fits(m, look)).collect();
                if !fitting.is_empty() {
                    found.push((offset + 1, fitting));
                }
            }
        }
        found.reverse();
        found
    }

    /// The meanings of a whole name.
    pub(super) fn whole<'a>(&'a self, name: &str) -> Vec<&'a Meaning> {
        let look = look(name.split_whitespace());
        let meanings = self.names.get(key(name).as_str());
        let fitting = meanings.into_iter().flatten().filter(|m| fits(m, look));
        fitting.collect()
    }
}

/// Punctuation that may stand inside a name.
fn joins(form: &str) -> bool {
    let inside = |c: char| matches!(c, '-' | '‐' | '‑' | '–' | '.' | '\'' | '’' | '&' | '/');
    form.chars().all(inside)
}

fn look<'t>(words: impl Iterator<Item = &'t str>) -> Look {
    let mut look = Look {
        ends_upper: true,
        ..Look::default()
    };
    let mut last_upper = true;
    let mut first = true;
    for word in words {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        let upper = word.chars().any(|c| c.is_uppercase() || c.is_numeric());
        look.any_upper |= upper;
        look.any_lower |= word.chars().any(char::is_lowercase);
        look.letters += letters;
        if letters > 3 {
            look.ends_upper &= !first || upper;
            last_upper = upper;
            first = false;
        }
    }
    look.ends_upper &= last_upper;
    look
}

/// Names are capitalised; short initials and ambiguous ones stand in capitals throughout (`WHO`, `IS`), longer ones
/// may be written as a word (`Nato`, `Unicef`).
fn fits(meaning: &Meaning, look: Look) -> bool {
    let as_word = look.letters >= 4 && !meaning.ambiguous;
    look.any_upper && look.ends_upper && (!meaning.capitals || !look.any_lower || as_word)
}
