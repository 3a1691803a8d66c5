//! Nouns for the bearers of several titles: a lawmaker is a senator or a representative.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{LexiconError, Source};

/// From a noun to the last words of titles, in lower case.
#[derive(Debug, Clone, Default)]
pub struct SameRoles {
    titles: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// Nouns that identify somebody only together with an owner: `the Russian leader`.
    owned: FxHashSet<Box<str>>,
}

impl SameRoles {
    /// Reads `data/actors/same-roles.tsv`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let list = source.list(
            "actors/same-roles.tsv",
            include_str!("../../data/actors/same-roles.tsv"),
        )?;
        let mut roles = Self::default();
        for entry in list.entries() {
            let mut columns = entry.columns();
            let noun = columns.next().unwrap_or_default();
            let Some(titles) = columns.next() else {
                return Err(entry.malformed("no titles: expected columns parted by tabs"));
            };
            if columns.next().is_some_and(|flags| flags.contains('o')) {
                roles.owned.insert(noun.into());
            }
            let titles = titles.split('|').map(|title| title.to_lowercase().into());
            roles.titles.insert(noun.into(), titles.collect());
        }
        Ok(roles)
    }

    /// Whether a bearer of this title, in lower case, may be called so; `owned` is whether the text says to whom the
    /// noun belongs.
    pub fn names(&self, noun: &str, title: &str, owned: bool) -> bool {
        if self.owned.contains(noun) && !owned {
            return false;
        }
        let titles = self.titles.get(noun).map_or(&[][..], Vec::as_slice);
        titles.iter().any(|last| {
            let before = title.strip_suffix(last.as_ref());
            before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lawmaker_is_a_senator_and_no_minister() {
        let roles = SameRoles::load(&Source::embedded()).expect("the list is well-formed");
        assert!(roles.names("lawmaker", "state senator", false));
        assert!(!roles.names("lawmaker", "foreign minister", false));
        assert!(!roles.names("poet", "senator", false));
        assert!(roles.names("leader", "president", true));
        assert!(!roles.names("leader", "president", false));
    }
}
