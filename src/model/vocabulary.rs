//! From spellings to rows of a table of weights.

use rustc_hash::FxHashMap;

/// The spellings that have weights of their own, as hashes of 32 bits.
///
/// Two spellings share a row if their hashes are equal, which is rare among some ten thousand and harmless.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    rows: FxHashMap<u32, u32>,
}

impl Vocabulary {
    /// The vocabulary in which the key at index `i` has the row `first + i`.
    pub(crate) fn new(keys: impl IntoIterator<Item = u32>, first: u32) -> Self {
        let rows = keys.into_iter().zip(first..).collect();
        Self { rows }
    }

    /// The row of a key.
    pub(crate) fn row(&self, key: u32) -> Option<u32> {
        self.rows.get(&key).copied()
    }
}

/// The key of a spelling; `kind` says what it is a spelling of: a word, an ending.
pub(crate) fn key(kind: u8, text: &str) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in std::iter::once(kind).chain(text.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    // The last byte has reached only the lower half: mix before halving.
    hash = (hash ^ hash >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (hash >> 32) as u32
}
