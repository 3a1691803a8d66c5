//! The columns of a row that must not be empty.

use super::LexiconError;
use super::source::ListEntry;

/// The next column of a row, or an error that names what is missing.
pub(super) fn column<'a>(
    entry: &ListEntry<'a>,
    columns: &mut impl Iterator<Item = &'a str>,
    what: &str,
) -> Result<&'a str, LexiconError> {
    columns
        .next()
        .filter(|column| !column.is_empty())
        .ok_or_else(|| entry.malformed(format!("no {what}: expected columns parted by tabs")))
}
