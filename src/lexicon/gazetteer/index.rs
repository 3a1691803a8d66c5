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
    /// Whether the user's file says so.
    pub(super) user: bool,
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
            user: false,
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

/// The capitalisation of a span of text.
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
        let Some((key, meaning)) = self.entry(name, meaning) else {
            return;
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

    /// Makes room for a name; its key, and the meaning with the conditions on the name's letters.
    fn entry(&mut self, name: &str, meaning: Meaning) -> Option<(String, Meaning)> {
        let key = key(name);
        let first = key.split(' ').next().filter(|first| !first.is_empty())?;
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
        Some((key, meaning))
    }

    /// Adds a meaning that the user gives a name, before all others; one that holds at all times replaces those of its
    /// form: a metonym other metonyms, a name every other meaning.
    pub(super) fn give(&mut self, name: &str, meaning: Meaning) {
        let always = meaning.since.is_none() && meaning.until.is_none();
        let Some((key, meaning)) = self.entry(name, meaning) else {
            return;
        };
        let meanings = self.names.entry(key.into()).or_default();
        let metonym = |meaning: &Meaning| meaning.form == NameForm::Metonym;
        if always {
            let wanted = metonym(&meaning);
            meanings.retain(|other| other.user || (wanted && !metonym(other)));
        }
        let given = meanings.iter().filter(|other| other.user).count();
        let user = true;
        meanings.insert(given, Meaning { user, ..meaning });
    }

    /// Lets every name of `from` mean `to`, as the user says.
    pub(super) fn redirect(&mut self, from: u32, to: u32) {
        #[allow(
            clippy::iter_over_hash_type,
            reason = "each entry is changed by itself"
        )]
        for meaning in self.names.values_mut().flatten() {
            if meaning.known == from {
                meaning.known = to;
                meaning.user = true;
            }
        }
    }

    /// Takes from a name the meaning `known`.
    pub(super) fn part(&mut self, name: &str, known: u32) {
        if let Some(meanings) = self.names.get_mut(key(name).as_str()) {
            meanings.retain(|meaning| meaning.known != known);
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
