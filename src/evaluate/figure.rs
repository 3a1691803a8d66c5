//! A figure with its name, and what a measure makes of a file.

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it counts: `LAS`, `edge recall`.
    pub name: String,
    /// In per cent.
    pub value: f64,
}

/// The figures of a file with its misses.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Measured {
    pub(super) figures: Vec<Figure>,
    /// A line or more for each thing that was not found or is not right.
    pub(super) misses: Vec<String>,
}

impl Measured {
    /// Adds a figure.
    pub(super) fn add(&mut self, name: impl Into<String>, value: f64) {
        self.figures.push(Figure {
            name: name.into(),
            value,
        });
    }

    /// The figure with this name.
    #[cfg(test)]
    pub(super) fn value(&self, name: &str) -> f64 {
        let found = self.figures.iter().find(|figure| figure.name == name);
        found.unwrap_or_else(|| panic!("no figure {name}")).value
    }
}

/// A part of a whole in per cent; 0 of nothing.
pub(super) fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
