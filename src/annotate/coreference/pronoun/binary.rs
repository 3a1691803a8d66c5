//! Vectors of binary features.

/// Features of a pronoun or a pair: each is 1 or 0.
#[derive(Debug, Clone, Default)]
pub(super) struct BinaryFeatures(pub(super) Vec<f32>);

impl BinaryFeatures {
    /// Adds one feature.
    pub(super) fn push(&mut self, is: bool) {
        self.0.push(f32::from(u8::from(is)));
    }

    /// Adds `count` features of which the one at `index` is 1; an index past the end counts as the last.
    pub(super) fn one_hot(&mut self, count: usize, index: usize) {
        let index = index.min(count - 1);
        for other in 0..count {
            self.push(other == index);
        }
    }

    /// Adds the bucket of `number` as one-hot features: the first limit that it does not exceed.
    pub(super) fn bucket(&mut self, limits: &[usize], number: usize) {
        let index = limits.iter().take_while(|&&limit| number > limit).count();
        self.one_hot(limits.len() + 1, index);
    }
}
