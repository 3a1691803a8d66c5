//! Ids that are content hashes.

use std::fmt;

use sha2::{Digest, Sha256};
use smol_str::SmolStr;

/// The id of a record: a letter for its kind and 16 hexadecimal digits of a hash of its key.
///
/// The letters are `d` document, `t` sentence, `a` actor, `q` attribution, `c` claim, `e` edge, `x` dispute. An id does
/// not change when other documents are added or removed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(SmolStr);

impl Id {
    /// The id of a key with these parts.
    pub(crate) fn of(kind: char, parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            // The length before each part keeps ("ab", "c") and ("a", "bc") apart.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        Self(format!("{kind}{}", hexadecimal(&hash.finalize()[..8])).into())
    }

    /// The id as in `graph.json`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The hash of a text, in hexadecimal digits.
pub(super) fn sha256(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(Id::of('c', &["ab", "c"]), Id::of('c', &["a", "bc"]));
        assert_eq!(Id::of('c', &["ab", "c"]).as_str().len(), 17);
    }
}
