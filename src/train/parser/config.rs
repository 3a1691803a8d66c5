//! Every setting of a training run.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::train::TrainError;

/// Every setting of a training run, which is kept beside the model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Treebanks made by people.
    pub gold: Vec<String>,
    /// Text parsed by a stronger parser; `P=` in the last column is how sure that was of the head.
    pub silver: Vec<String>,
    /// The weight of a silver sentence; a gold one has 1.
    pub silver_weight: f32,
    /// How often each gold sentence is seen in an epoch.
    pub gold_repeats: usize,
    /// Treebanks to measure on.
    pub development: Vec<String>,
    /// Numbers for each spelling.
    pub embedding: usize,
    /// Numbers for each word inside the network.
    pub width: usize,
    /// Recurrent layers.
    pub layers: usize,
    /// Numbers by which a word and a possible head are compared.
    pub arc: usize,
    /// Hidden numbers from which the relation is predicted.
    pub label: usize,
    /// A spelling must occur this often to have weights of its own: words, marks, shapes, beginnings of one to three
    /// letters, ends of one to four letters.
    pub least: Vec<u32>,
    /// Times that all sentences are seen.
    pub epochs: usize,
    /// The last epochs, which see gold sentences only.
    pub gold_epochs: usize,
    /// Words in a batch.
    pub batch: usize,
    /// Step size after the first steps; falls to 0 with a cosine.
    pub rate: f32,
    /// Steps over which the step size rises.
    pub warmup: usize,
    /// Share of numbers between layers that are dropped.
    pub dropout: f32,
    /// Share of numbers of embeddings that are dropped.
    pub embedding_dropout: f32,
    /// Share of words taken as unknown; rare words more often.
    pub word_dropout: f32,
    /// Share of sentences in all small letters; the same in all capitals, half as many as headlines.
    pub recase: f32,
    /// Share of sentences that lose the mark at their end.
    pub unstop: f32,
    /// Largest length of a gradient.
    pub clip: f32,
    /// Where random numbers start.
    pub seed: u64,
}

impl Config {
    /// Reads a config from a JSON file.
    ///
    /// # Errors
    /// If the file cannot be read, or a setting is missing or unknown.
    pub fn read(path: &Path) -> Result<Self, TrainError> {
        let text = std::fs::read_to_string(path).map_err(|error| TrainError::file(path, error))?;
        let malformed = |problem: String| TrainError::Malformed {
            path: path.to_owned(),
            problem,
        };
        let config: Self =
            serde_json::from_str(&text).map_err(|error| malformed(error.to_string()))?;
        let even = config.width.is_multiple_of(2) && config.width > 0 && config.embedding > 0;
        if !even || config.least.len() != 10 || config.batch == 0 {
            return Err(malformed(
                "`width` must be even, `least` ten numbers, sizes above 0".into(),
            ));
        }
        Ok(config)
    }
}

/// The first of the folders that holds the file.
pub fn find(folders: &[PathBuf], name: &str) -> PathBuf {
    let paths = folders.iter().map(|folder| folder.join(name));
    let mut found = paths.clone().filter(|path| path.exists());
    found
        .next()
        .or(paths.into_iter().next())
        .unwrap_or_else(|| name.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FastNetwork;

    #[test]
    fn the_config_in_the_repository_is_that_of_the_model() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/models");
        let config = Config::read(&folder.join("fast.json")).expect("the config is sound");
        let model = std::fs::read(folder.join("fast.model")).expect("the model is there");
        let network = FastNetwork::read(&model).expect("the model is sound");
        let shape = network.shape();
        assert_eq!(
            (
                shape.embedding,
                shape.width,
                shape.layers,
                shape.arc,
                shape.label
            ),
            (
                config.embedding,
                config.width,
                config.layers,
                config.arc,
                config.label
            )
        );
    }

    #[test]
    fn settings_that_are_missing_or_unknown_are_named() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("config.json");
        std::fs::write(&path, "{\"goold\": []}").expect("it can be written");
        let error = Config::read(&path)
            .expect_err("the setting is unknown")
            .to_string();
        assert!(
            error.contains("config.json") && error.contains("goold"),
            "{error}"
        );
        assert!(Config::read(&folder.path().join("none.json")).is_err());
    }
}
