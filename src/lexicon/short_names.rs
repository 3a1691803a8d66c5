//! Short names of states that mean them only in a text that speaks of them: `the North`.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{LexiconError, Source};

/// From a short name to the states that it may mean.
#[derive(Debug, Clone, Default)]
pub struct ShortNames {
    states: FxHashMap<Box<str>, Vec<SmolStr>>,
}

impl ShortNames {
    /// Reads `data/actors/short-names.tsv`.
    ///
    /// # Errors
    /// If a file in the user's folder cannot be read or has a malformed line.
    pub fn load(source: &Source) -> Result<Self, LexiconError> {
        let list = source.list(
            "actors/short-names.tsv",
            include_str!("../../data/actors/short-names.tsv"),
        )?;
        let mut names = Self::default();
        for entry in list.entries() {
            let mut columns = entry.columns();
            let name = columns.next().unwrap_or_default();
            let state = columns.next().unwrap_or_default();
            if state.len() != 3 {
                return Err(entry.malformed(format!("`{state}` is no code of a state")));
            }
            let states = names.states.entry(name.into()).or_default();
            states.push(state.into());
        }
        Ok(names)
    }

    /// The codes of the states that may be called so.
    pub fn states(&self, name: &str) -> &[SmolStr] {
        self.states.get(name).map_or(&[], Vec::as_slice)
    }
}
