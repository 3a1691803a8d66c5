//! The training loop.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::model::assemble;
use crate::model::network::KIND;
use crate::model::shape::{FastColumns, Tensor};
use crate::model::tensor::{quantise, quantise_rows};
use crate::train::TrainError;
use crate::train::random::Random;

use super::Config;
use super::adam::Adam;
use super::config::find;
use super::example::{Inventory, ParserExample, read};
use super::gradient::{Gradient, Weights};
use super::pass::Pass;

/// The number of parts of a batch that are processed in parallel. It is not the number of threads, since the result
/// depends on it.
const SHARDS: usize = 2;

/// How far training has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// Epochs done.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// Mean loss of a word in the last epoch: tags, heads, relations.
    pub loss: [f64; 3],
    /// Words seen in the last epoch.
    pub words: usize,
}

impl fmt::Display for Progress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [tags, heads, relations] = self.loss;
        write!(
            formatter,
            "epoch {}/{}  {} words  losses {tags:.4} {heads:.4} {relations:.4}",
            self.epoch, self.epochs, self.words
        )
    }
}

/// Trains from the first epoch, or from `checkpoint` if that file exists and has the same config, and returns the model
/// file. After each epoch the checkpoint is written and `report` is called with the model so far.
///
/// # Errors
/// If a treebank cannot be read or the checkpoint cannot be written.
pub fn learn(
    config: &Config,
    folders: &[PathBuf],
    checkpoint: Option<&Path>,
    report: &mut dyn FnMut(Progress, &[u8]),
) -> Result<Vec<u8>, TrainError> {
    let mut examples = Vec::new();
    for name in &config.gold {
        examples.extend(read(&find(folders, name), true, 1.0)?);
    }
    for name in &config.silver {
        examples.extend(read(&find(folders, name), false, config.silver_weight)?);
    }
    let inventory = Inventory::new(config, &examples);
    let mut learner = ParserLearner::new(config, &inventory);
    let total: usize = (0..config.epochs)
        .map(|epoch| learner.batches(&examples, epoch).len())
        .sum();
    let first = match checkpoint {
        Some(path) if path.exists() => learner.resume(path)?,
        _ => 0,
    };
    for epoch in first..config.epochs {
        let mut progress = Progress {
            epoch: epoch + 1,
            epochs: config.epochs,
            loss: [0.0; 3],
            words: 0,
        };
        for batch in learner.batches(&examples, epoch) {
            learner.step(&batch, total, &mut progress);
        }
        progress.loss = progress
            .loss
            .map(|loss| loss / progress.words.max(1) as f64);
        if let Some(path) = checkpoint {
            learner.save(path, epoch + 1)?;
        }
        report(progress, &learner.model());
    }
    Ok(learner.model())
}

pub(super) struct ParserLearner<'a> {
    pub(super) config: &'a Config,
    inventory: &'a Inventory,
    tensors: Vec<Tensor>,
    columns: FastColumns,
    pub(super) weights: Weights,
    pub(super) dense: Adam,
    pub(super) embeddings: Adam,
    gradients: Vec<Gradient>,
    pub(super) steps: usize,
}

impl<'a> ParserLearner<'a> {
    fn new(config: &'a Config, inventory: &'a Inventory) -> Self {
        let mut random = Random::new(config.seed, 0);
        let tensors = inventory.shape.tensors();
        let mut dense = Vec::new();
        for tensor in &tensors {
            let spread = match tensor.name.as_str() {
                "label.distance" => 0.05,
                _ if tensor.rows == 1 => 0.0,
                _ => (3.0 / tensor.rows as f32).sqrt(),
            };
            let count = tensor.rows * tensor.columns;
            dense.extend((0..count).map(|_| (random.unit() * 2.0 - 1.0) * spread));
            // Units start with memories of all lengths.
            if tensor.name.starts_with("layer") && tensor.rows == 1 {
                let width = inventory.shape.width;
                for slot in &mut dense[tensor.start..tensor.start + width] {
                    *slot = random.unit() * 3.0 - 2.0;
                }
            }
        }
        let count = inventory.rows() * inventory.shape.embedding;
        let embeddings = (0..count)
            .map(|_| (random.unit() * 2.0 - 1.0) * 0.2)
            .collect();
        let weights = Weights { dense, embeddings };
        Self {
            config,
            columns: inventory.shape.columns(),
            inventory,
            tensors,
            dense: Adam::new(weights.dense.len()),
            embeddings: Adam::new(weights.embeddings.len()),
            gradients: (0..SHARDS).map(|_| Gradient::new(&weights)).collect(),
            weights,
            steps: 0,
        }
    }

    /// The sentences of an epoch in batches of about the same number of words.
    fn batches<'e>(
        &self,
        examples: &'e [ParserExample],
        epoch: usize,
    ) -> Vec<Vec<&'e ParserExample>> {
        let mut random = Random::new(self.config.seed, 1 + epoch as u64);
        let gold_only = epoch + self.config.gold_epochs >= self.config.epochs;
        let times = |example: &ParserExample| match example.gold {
            true if gold_only => 1,
            true => self.config.gold_repeats,
            false if gold_only => 0,
            false => 1,
        };
        let repeated = |example: &'e ParserExample| std::iter::repeat_n(example, times(example));
        let mut all: Vec<&ParserExample> = examples.iter().flat_map(repeated).collect();
        random.shuffle(&mut all);
        let mut batches = vec![Vec::new()];
        let mut words = 0;
        for example in all {
            if words >= self.config.batch {
                batches.push(Vec::new());
                words = 0;
            }
            words += example.words.len();
            batches
                .last_mut()
                .expect("there is one from the start")
                .push(example);
        }
        batches
    }

    fn step(&mut self, examples: &[&ParserExample], total: usize, progress: &mut Progress) {
        let words: usize = examples.iter().map(|example| example.words.len()).sum();
        self.steps += 1;
        let pass = Pass {
            shape: &self.inventory.shape,
            tensors: &self.tensors,
            columns: self.columns,
            weights: &self.weights,
            dropout: self.config.dropout,
            embedding_dropout: self.config.embedding_dropout,
            scale: 1.0 / words as f32,
        };
        let (steps, config, inventory) = (self.steps, self.config, self.inventory);
        let half = examples.len().div_ceil(2);
        let work = |shard: usize, gradient: &mut Gradient| {
            gradient.clear(inventory.shape.embedding);
            let examples = if shard == 0 {
                &examples[..half]
            } else {
                &examples[half..]
            };
            if examples.is_empty() {
                return;
            }
            let mut random = Random::new(config.seed, 1 << 32 | (steps * SHARDS + shard) as u64);
            let (batch, targets) = inventory.batch(config, examples, &mut random);
            pass.run(&batch, &targets, &mut random, gradient);
        };
        let (first, second) = self.gradients.split_at_mut(1);
        rayon::join(|| work(0, &mut first[0]), || work(1, &mut second[0]));
        first[0].add(&second[0], inventory.shape.embedding);
        for (sum, loss) in progress.loss.iter_mut().zip(first[0].loss) {
            *sum += loss * words as f64;
        }
        progress.words += words;
        self.update(total);
    }

    fn update(&mut self, total: usize) {
        let gradient = &mut self.gradients[0];
        let size = self.inventory.shape.embedding;
        let rows = gradient
            .rows
            .iter()
            .map(|&row| row as usize * size..(row as usize + 1) * size);
        let square = |numbers: &[f32]| -> f64 {
            numbers.iter().map(|n| f64::from(*n) * f64::from(*n)).sum()
        };
        let sparse: f64 = rows
            .clone()
            .map(|row| square(&gradient.embeddings[row]))
            .sum();
        let length = (square(&gradient.dense) + sparse).sqrt() as f32;
        if length > self.config.clip {
            let factor = self.config.clip / length;
            gradient
                .dense
                .iter_mut()
                .for_each(|number| *number *= factor);
            for row in rows.clone() {
                gradient.embeddings[row]
                    .iter_mut()
                    .for_each(|number| *number *= factor);
            }
        }
        let done = self.steps as f32 / total.max(1) as f32;
        let falling = 0.5 * (1.0 + (std::f32::consts::PI * done.min(1.0)).cos());
        let rising = (self.steps as f32 / self.config.warmup.max(1) as f32).min(1.0);
        let rate = self.config.rate * rising * (0.01 + 0.99 * falling);
        self.dense.step(
            0,
            &mut self.weights.dense,
            &gradient.dense,
            rate,
            self.steps,
        );
        for row in rows {
            let start = row.start;
            let weights = &mut self.weights.embeddings[row.clone()];
            self.embeddings
                .step(start, weights, &gradient.embeddings[row], rate, self.steps);
        }
    }

    /// The model file of the weights as they are.
    fn model(&self) -> Vec<u8> {
        let shape = &self.inventory.shape;
        let header = serde_json::to_vec(shape).expect("a shape is plain numbers and names");
        let keys: Vec<u8> = self
            .inventory
            .keys
            .iter()
            .flat_map(|key| key.to_le_bytes())
            .collect();
        let embeddings = quantise_rows(&self.weights.embeddings, shape.embedding);
        let tensors: Vec<_> = self
            .tensors
            .iter()
            .map(|tensor| quantise(&self.weights.dense[tensor.range()]))
            .collect();
        let mut sections: Vec<(&str, &[u8])> = vec![
            ("shape", &header),
            ("keys", &keys),
            ("embeddings", &embeddings),
        ];
        let named = self.tensors.iter().zip(&tensors);
        sections.extend(named.map(|(tensor, bytes)| (tensor.name.as_str(), bytes.as_slice())));
        assemble(KIND, &sections)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{Engine, FastEngine};
    use crate::text::{Sentence, Token};

    const TREEBANK: &str = "\
1\tDogs\t_\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tbark\t_\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tCats\t_\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsee\t_\tVERB\tVBP\t_\t0\troot\t_\t_
3\tdogs\t_\tNOUN\tNNS\t_\t2\tobj\t_\tSpaceAfter=No|P=0.9
4\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tSee\t_\tVERB\tVB\t_\t0\troot\t_\t_
2\tcats\t_\tNOUN\tNNS\t_\t1\tobj\t_\t_

";

    fn config() -> Config {
        Config {
            gold: vec!["tiny.conllu".into()],
            silver: vec!["tiny.conllu".into()],
            silver_weight: 0.5,
            gold_repeats: 2,
            development: Vec::new(),
            embedding: 12,
            width: 16,
            layers: 1,
            arc: 8,
            label: 8,
            least: vec![1; 10],
            epochs: 40,
            gold_epochs: 1,
            batch: 12,
            rate: 0.02,
            warmup: 2,
            dropout: 0.05,
            embedding_dropout: 0.0,
            word_dropout: 0.0,
            recase: 0.01,
            unstop: 0.05,
            clip: 1.0,
            seed: 7,
        }
    }

    #[test]
    fn a_treebank_is_learned_and_always_in_the_same_way() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::write(folder.path().join("tiny.conllu"), TREEBANK).expect("it can be written");
        let folders = [folder.path().to_owned()];
        let config = config();
        let model = learn(&config, &folders, None, &mut |_, _| ()).expect("the treebank is sound");

        let word = |form: &str| Token {
            form: form.into(),
            space_after: true,
            ..Token::default()
        };
        let mut sentences = [Sentence {
            tokens: ["Dogs", "see", "cats"].map(word).to_vec(),
            ..Sentence::default()
        }];
        let engine = FastEngine::read(&model).expect("what was learned can be read");
        engine.annotate(&mut sentences);
        let tokens = sentences[0].tokens.iter();
        let rows: Vec<_> = tokens
            .map(|token| (token.head, token.deprel.as_str()))
            .collect();
        assert_eq!(rows, [(Some(1), "nsubj"), (None, "root"), (Some(1), "obj")]);

        let state = folder.path().join("state");
        let middle = folder.path().join("middle");
        let mut keep = |progress: Progress, _: &[u8]| {
            if progress.epoch == 25 {
                std::fs::copy(&state, &middle).expect("the state was written");
            }
        };
        let again = learn(&config, &folders, Some(&state), &mut keep);
        assert!(again.expect("the treebank is sound") == model);
        let resumed = learn(&config, &folders, Some(&middle), &mut |progress, _| {
            assert!(progress.epoch > 25);
        });
        assert!(resumed.expect("the state is sound") == model);

        let mut other = config;
        other.rate = 0.01;
        let refused = learn(&other, &folders, Some(&middle), &mut |_, _| ());
        assert!(matches!(refused, Err(TrainError::Malformed { .. })));
    }
}
