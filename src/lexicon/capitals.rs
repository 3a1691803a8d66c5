//! The capital of each state, out of the gazetteer.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::Gazetteer;

/// From a state's code to its capital's name.
#[derive(Debug, Clone, Default)]
pub struct Capitals {
    names: FxHashMap<SmolStr, SmolStr>,
}

impl Capitals {
    /// The capitals that the gazetteer knows; of several in one state the first.
    pub fn new(gazetteer: &Gazetteer) -> Self {
        let mut names = FxHashMap::default();
        for place in gazetteer.known() {
            if let Some(state) = place.state.clone().filter(|_| place.detail == "capital") {
                names.entry(state).or_insert_with(|| place.name.clone());
            }
        }
        Self { names }
    }

    /// The capital of the state with this ISO 3166 alpha-3 code.
    pub fn of(&self, code: &str) -> Option<&str> {
        self.names.get(code).map(SmolStr::as_str)
    }
}
