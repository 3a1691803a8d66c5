//! Checkpoints: the state of training after an epoch, in a file.

use std::path::Path;

use crate::train::TrainError;

use super::learn::ParserLearner;

impl ParserLearner<'_> {
    /// The numbers of which the state consists.
    fn state(&mut self) -> [&mut Vec<f32>; 6] {
        [
            &mut self.weights.dense,
            &mut self.weights.embeddings,
            &mut self.dense.means,
            &mut self.dense.squares,
            &mut self.embeddings.means,
            &mut self.embeddings.squares,
        ]
    }

    /// The first bytes of a checkpoint, which can only be resumed with the same config.
    fn mark(&self) -> Vec<u8> {
        let mut mark =
            serde_json::to_vec(self.config).expect("a config is plain numbers and names");
        mark.push(b'\n');
        mark
    }

    /// Writes the state after `epochs` epochs.
    pub(super) fn save(&mut self, path: &Path, epochs: usize) -> Result<(), TrainError> {
        let mut bytes = self.mark();
        for number in [epochs as u64, self.steps as u64] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for numbers in self.state() {
            bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        }
        let file = |error| TrainError::file(path, error);
        let part = path.with_extension("part");
        std::fs::write(&part, &bytes).map_err(file)?;
        std::fs::rename(&part, path).map_err(file)
    }

    /// Loads a checkpoint; returns the number of epochs done.
    pub(super) fn resume(&mut self, path: &Path) -> Result<usize, TrainError> {
        let bytes = std::fs::read(path).map_err(|error| TrainError::file(path, error))?;
        let other = || {
            TrainError::Malformed {
            path: path.to_owned(),
            problem:
                "the checkpoint is of another config or of other treebanks: delete it to start again"
                    .into(),
        }
        };
        let rest = bytes
            .strip_prefix(self.mark().as_slice())
            .ok_or_else(other)?;
        let (numbers, rest) = rest.split_at_checked(16).ok_or_else(other)?;
        let number =
            |at: usize| u64::from_le_bytes(numbers[at..at + 8].try_into().expect("eight bytes"));
        let (epochs, steps) = (number(0) as usize, number(8) as usize);
        let (words, left) = rest.as_chunks::<4>();
        let count: usize = self.state().iter().map(|numbers| numbers.len()).sum();
        if count != words.len() || !left.is_empty() {
            return Err(other());
        }
        let mut words = words.iter();
        for numbers in self.state() {
            for (slot, word) in numbers.iter_mut().zip(&mut words) {
                *slot = f32::from_le_bytes(*word);
            }
        }
        self.steps = steps;
        Ok(epochs)
    }
}
