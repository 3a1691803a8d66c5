//! Sentences to learn from, and batches of them.

use std::collections::BTreeMap;
use std::path::Path;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::annotate::parse::decode::is_tree;
use crate::annotate::parse::features::{SpelledWord, append, kind, spellings};
use crate::model::network::{FIRST, WordBatch};
use crate::model::shape::FastShape;
use crate::model::vocabulary::Vocabulary;
use crate::train::TrainError;
use crate::train::random::Random;

use super::Config;

/// Longer sentences are left out.
const LONGEST: usize = 120;

/// One word of an [`ParserExample`].
#[derive(Debug, Clone)]
pub(crate) struct LabelledWord {
    pub(crate) form: SmolStr,
    pub(crate) space_after: bool,
    pub(crate) upos: SmolStr,
    pub(crate) xpos: SmolStr,
    /// The place of the head: 0 is the root, 1 the first word.
    pub(crate) head: usize,
    pub(crate) deprel: SmolStr,
    /// What a wrong head or relation counts.
    pub(crate) weight: f32,
}

/// A sentence with its tree.
#[derive(Debug, Clone)]
pub(crate) struct ParserExample {
    pub(crate) words: Vec<LabelledWord>,
    /// What a wrong tag counts.
    pub(crate) weight: f32,
    pub(crate) gold: bool,
}

/// Reads the sentences of a CoNLL-U file that have a tree.
pub(crate) fn read(path: &Path, gold: bool, weight: f32) -> Result<Vec<ParserExample>, TrainError> {
    let text = std::fs::read_to_string(path).map_err(|error| TrainError::file(path, error))?;
    let mut examples = Vec::new();
    let mut words: Vec<LabelledWord> = Vec::new();
    let mut glued = 0;
    for (number, line) in text.lines().chain([""]).enumerate() {
        if line.is_empty() {
            let words = std::mem::take(&mut words);
            let heads: Vec<_> = words.iter().map(|word| word.head).collect();
            let sound = heads.iter().all(|&head| head <= heads.len());
            if sound && !words.is_empty() && words.len() <= LONGEST && is_tree(&heads) {
                examples.push(ParserExample {
                    words,
                    weight,
                    gold,
                });
            }
            glued = 0;
            continue;
        }
        if line.starts_with('#') {
            continue;
        }
        let columns: Vec<_> = line.split('\t').collect();
        if columns.len() != 10 {
            return Err(TrainError::malformed(path, number + 1, "not ten columns"));
        }
        let spaced = !columns[9].split('|').any(|field| field == "SpaceAfter=No");
        if let Some((_, last)) = columns[0].split_once('-') {
            // The words of a multiword token follow without space; after the last the token's `SpaceAfter` applies.
            glued = if spaced {
                last.parse().unwrap_or(0)
            } else {
                last.parse::<usize>().unwrap_or(0) + 1
            };
            continue;
        }
        if columns[0].contains('.') {
            continue;
        }
        words.push(LabelledWord {
            form: columns[1].into(),
            space_after: spaced && words.len() + 1 >= glued,
            upos: columns[3].into(),
            xpos: columns[4].into(),
            head: columns[6].parse().unwrap_or(usize::MAX),
            deprel: columns[7].into(),
            weight: weight * probability(columns[9]),
        });
    }
    Ok(examples)
}

/// The probability of a silver annotation, from the field `P` of the last column; 1 if there is none.
fn probability(misc: &str) -> f32 {
    let field = misc.split('|').find_map(|field| field.strip_prefix("P="));
    field.and_then(|text| text.parse().ok()).unwrap_or(1.0)
}

impl ParserExample {
    /// The words as the network sees them.
    fn words(&self) -> impl Iterator<Item = SpelledWord<'_>> {
        let before = std::iter::once(true).chain(self.words.iter().map(|word| word.space_after));
        self.words
            .iter()
            .zip(before)
            .map(|(word, space_before)| SpelledWord {
                form: &word.form,
                space_before,
                space_after: word.space_after,
            })
    }

    /// A variant of the sentence: in lower case, in capitals, as a headline, without its final punctuation.
    fn varied(&self, config: &Config, random: &mut Random) -> Option<Self> {
        let recase = random.unit() / config.recase.max(1e-9);
        let unstop = random.unit() < config.unstop;
        let mut varied = None;
        let last = self.words.len() - 1;
        if unstop && last > 1 && self.words[last].deprel == "punct" {
            let is_leaf = self.words.iter().all(|word| word.head != last + 1);
            if is_leaf {
                let example: &mut Self = varied.insert(self.clone());
                example.words.pop();
            }
        }
        if recase < 2.5 {
            let example = varied.get_or_insert_with(|| self.clone());
            for word in &mut example.words {
                let form = word.form.as_str();
                let changed = if recase < 1.0 {
                    form.to_lowercase()
                } else if recase < 2.0 {
                    form.to_uppercase()
                } else {
                    let mut letters = form.chars();
                    let first = letters.next();
                    first
                        .into_iter()
                        .flat_map(char::to_uppercase)
                        .chain(letters)
                        .collect()
                };
                word.form = changed.into();
            }
        }
        varied
    }
}

/// The targets of every place of a batch; the root's entries are not used.
#[derive(Debug, Clone, Default)]
pub(crate) struct Targets {
    pub(crate) upos: Vec<usize>,
    pub(crate) xpos: Vec<usize>,
    pub(crate) heads: Vec<usize>,
    pub(crate) relations: Vec<usize>,
    /// Weights of tags, then of heads and relations; 0 at the root.
    pub(crate) weights: Vec<(f32, f32)>,
}

/// Names, vocabulary and frequencies.
#[derive(Debug, Clone)]
pub(crate) struct Inventory {
    pub(crate) shape: FastShape,
    pub(crate) vocabulary: Vocabulary,
    /// The keys of the vocabulary in the order of their rows.
    pub(crate) keys: Vec<u32>,
    /// How often the spelling of each row occurs.
    counts: Vec<u32>,
    upos: BTreeMap<String, usize>,
    xpos: BTreeMap<String, usize>,
    deprel: BTreeMap<String, usize>,
}

impl Inventory {
    /// All that occurs in the examples often enough.
    pub(crate) fn new(config: &Config, examples: &[ParserExample]) -> Self {
        let mut counts: FxHashMap<(u8, u32), u32> = FxHashMap::default();
        let mut names: [BTreeMap<String, usize>; 3] = Default::default();
        for example in examples {
            for word in example.words() {
                spellings(word, |kind, key| {
                    *counts.entry((kind, key)).or_default() += 1
                });
            }
            for word in &example.words {
                let columns = [&word.upos, &word.xpos, &word.deprel];
                for (names, name) in names.iter_mut().zip(columns) {
                    *names.entry(name.to_string()).or_default() += 1;
                }
            }
        }
        let kinds = [kind::WORD, kind::MARK, kind::SHAPE].into_iter();
        let kinds: Vec<u8> = kinds.chain(kind::PREFIX).chain(kind::SUFFIX).collect();
        let least = |kind: u8| {
            let index = kinds.iter().position(|other| *other == kind);
            index.map_or(u32::MAX, |index| config.least[index])
        };
        let frequent = counts
            .into_iter()
            .filter(|&((kind, _), count)| count >= least(kind));
        let rows: BTreeMap<u32, u32> = frequent.map(|((_, key), count)| (key, count)).collect();
        let keys: Vec<u32> = rows.keys().copied().collect();
        let counts = [0; FIRST as usize]
            .into_iter()
            .chain(rows.into_values())
            .collect();
        let [upos, xpos, mut deprel] = names;
        deprel.remove("root");
        let list = |names: &BTreeMap<String, usize>| names.keys().cloned().collect::<Vec<_>>();
        let shape = FastShape {
            embedding: config.embedding,
            width: config.width,
            layers: config.layers,
            arc: config.arc,
            label: config.label,
            upos: list(&upos),
            xpos: list(&xpos),
            deprel: std::iter::once("root".to_owned())
                .chain(list(&deprel))
                .collect(),
        };
        let number = |names: &[String]| names.iter().cloned().zip(0..).collect();
        Self {
            upos: number(&shape.upos),
            xpos: number(&shape.xpos),
            deprel: number(&shape.deprel),
            shape,
            vocabulary: Vocabulary::new(keys.iter().copied(), FIRST),
            keys,
            counts,
        }
    }

    /// Rows of the table of embeddings.
    pub(crate) fn rows(&self) -> usize {
        self.counts.len()
    }

    /// The examples with some variation as a batch with its targets.
    pub(crate) fn batch(
        &self,
        config: &Config,
        examples: &[&ParserExample],
        random: &mut Random,
    ) -> (WordBatch, Targets) {
        let (mut batch, mut targets) = (WordBatch::default(), Targets::default());
        for example in examples {
            let varied = example.varied(config, random);
            let example = varied.as_ref().unwrap_or(example);
            append(&mut batch, &self.vocabulary, example.words(), |_, row| {
                let rare = 0.25 / (0.25 + self.counts[row as usize] as f32);
                random.unit() < config.word_dropout + rare
            });
            targets.push(0, 0, 0, 0, (0.0, 0.0));
            for word in &example.words {
                targets.push(
                    self.upos[word.upos.as_str()],
                    self.xpos[word.xpos.as_str()],
                    word.head,
                    self.deprel.get(word.deprel.as_str()).copied().unwrap_or(0),
                    (example.weight, word.weight),
                );
            }
        }
        (batch, targets)
    }
}

impl Targets {
    fn push(
        &mut self,
        upos: usize,
        xpos: usize,
        head: usize,
        relation: usize,
        weights: (f32, f32),
    ) {
        self.upos.push(upos);
        self.xpos.push(xpos);
        self.heads.push(head);
        self.relations.push(relation);
        self.weights.push(weights);
    }
}
