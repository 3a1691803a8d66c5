//! A place in a text as the user gives it: `article.txt:12`, `article.txt:12:40`, `page.html#char=120,140`.

use std::str::FromStr;

/// A document and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The file or the document's name.
    pub(super) name: String,
    /// Where.
    pub(super) spot: Spot,
}

/// Where in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// On a line, counted from 1.
    Line(usize),
    /// At a line and a column, both counted from 1.
    Column(usize, usize),
    /// From one code point up to another one.
    Letters(usize, usize),
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let place = |name: &str, spot| {
            let name = name.to_owned();
            (!name.is_empty()).then_some(Self { name, spot })
        };
        let wrong = || "expected FILE:LINE, FILE:LINE:COLUMN or NAME#char=START,END".to_owned();
        if let Some((name, letters)) = text.rsplit_once("#char=") {
            let ends = letters.split_once(',').unwrap_or((letters, letters));
            let (Ok(start), Ok(end)) = (ends.0.parse(), ends.1.parse()) else {
                return Err(wrong());
            };
            return place(name, Spot::Letters(start, end)).ok_or_else(wrong);
        }
        let (rest, last) = text.rsplit_once(':').ok_or_else(wrong)?;
        let last = last.parse().map_err(|_| wrong())?;
        let before = rest
            .rsplit_once(':')
            .and_then(|(name, line)| Some((name, line.parse().ok()?)));
        match before {
            Some((name, line)) => place(name, Spot::Column(line, last)),
            None => place(rest, Spot::Line(last)),
        }
        .ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_other_commands_print_them() {
        let spot = |text: &str| text.parse().map(|place: Place| (place.name, place.spot));
        assert_eq!(spot("a/b.txt:12"), Ok(("a/b.txt".into(), Spot::Line(12))));
        assert_eq!(
            spot("C:b.txt:12:4"),
            Ok(("C:b.txt".into(), Spot::Column(12, 4)))
        );
        assert_eq!(
            spot("wire:7#char=12,14"),
            Ok(("wire:7".into(), Spot::Letters(12, 14)))
        );
        for wrong in ["b.txt", "b.txt:x", ":3", "#char=1,2", "b#char=x"] {
            assert!(spot(wrong).is_err(), "{wrong}");
        }
    }
}
