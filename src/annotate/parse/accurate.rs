//! The accurate engine.

use std::ops::Range;

use crate::annotate::{Engine, EngineOutput, EngineRequest, NameScores, TokenRows};
use crate::model::ModelError;
use crate::model::encoder::{Encoder, EncoderScratch, PieceBatch};
use crate::text::{Sentence, Token, Upos};

use super::decode::{decode, head_share};
use super::parts::{end_of_part, join};
use super::pieces::{self, Pieces, SHAPES};

/// The model in the program.
const EMBEDDED: &[u8] = actant_accurate::MODEL;
/// Pieces are sent through the network in batches of about this many: enough to use each weight often once it was
/// fetched, few enough to stay near the processor.
const BATCH: usize = 640;
/// The pieces before and after each sentence.
const FRAME: usize = 2;

/// Tags, parses and finds names with a transformer: some thousand words a second on one core, with a third fewer errors
/// than the fast engine.
pub struct AccurateEngine {
    encoder: Encoder,
    pieces: Pieces,
    upos: Vec<Upos>,
}

impl AccurateEngine {
    /// The engine with the model that is part of the program.
    ///
    /// # Errors
    /// If the model is not of the form that this program reads.
    pub fn embedded() -> Result<Self, ModelError> {
        Self::read(EMBEDDED)
    }

    /// The engine with the model in `bytes`.
    ///
    /// # Errors
    /// If the bytes are not a sound model of this engine.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let encoder = Encoder::read(bytes)?;
        let wrong = |section: &str| ModelError::Section {
            section: section.to_owned(),
        };
        let pieces = Pieces::read(encoder.vocabulary()).ok_or_else(|| wrong("pieces"))?;
        if encoder.shape().shapes < SHAPES {
            return Err(wrong("shapes"));
        }
        let names = encoder.shape().upos.iter();
        let upos = names.map(|name| name.parse().unwrap_or_default()).collect();
        Ok(Self {
            encoder,
            pieces,
            upos,
        })
    }
}

impl Engine for AccurateEngine {
    fn name(&self) -> String {
        self.encoder.name().to_owned()
    }

    fn annotate(&self, sentences: &mut [Sentence]) {
        self.annotate_with(sentences, EngineRequest::default());
    }

    fn annotate_with(&self, sentences: &mut [Sentence], wanted: EngineRequest) -> EngineOutput {
        let mut run = EngineRun::new(self, wanted);
        let mut parts: Vec<&mut [Token]> = Vec::new();
        let mut lengths = Vec::new();
        for sentence in sentences.iter_mut() {
            let cut = Cut::new(self, &sentence.tokens);
            let mut rest = sentence.tokens.as_mut_slice();
            let mut start = 0;
            while !rest.is_empty() {
                let length = end_of_part(rest, cut.fitting(start, run.room()));
                let (part, others) = rest.split_at_mut(length);
                run.append(part, &cut, start);
                lengths.push(length);
                parts.push(part);
                start += length;
                rest = others;
                if run.batch.pieces.len() >= BATCH {
                    run.finish(&mut parts);
                }
            }
        }
        run.finish(&mut parts);
        join(sentences, &lengths);
        let shape = self.encoder.shape();
        let tokens = || sentences.iter().map(|sentence| sentence.tokens.len());
        let rows = |width, numbers| TokenRows::new(width, tokens(), numbers);
        EngineOutput {
            names: wanted.names.then(|| NameScores {
                tags: shape.names.clone(),
                scores: rows(shape.names.len(), run.names),
            }),
            vectors: wanted.vectors.then(|| rows(shape.width, run.vectors)),
            arcs: wanted.arcs.then(|| rows(2, run.arcs)),
        }
    }
}

/// The words of a sentence as pieces.
struct Cut {
    pieces: Vec<u32>,
    /// Where the pieces of each word end in `pieces`.
    ends: Vec<usize>,
}

impl Cut {
    fn new(engine: &AccurateEngine, tokens: &[Token]) -> Self {
        let limit = engine.encoder.shape().pieces_per_word;
        let mut scratch = pieces::PieceScratch::default();
        let mut pieces = Vec::with_capacity(tokens.len() * 2);
        let end = |token: &Token| {
            (engine.pieces).append(&token.form, limit, &mut scratch, &mut pieces);
            pieces.len()
        };
        let ends = tokens.iter().map(end).collect();
        Self { pieces, ends }
    }

    /// Where the pieces of a word begin.
    fn start(&self, word: usize) -> usize {
        word.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// How many words from `start` on have together no more than `room` pieces.
    fn fitting(&self, start: usize, room: usize) -> usize {
        let most = self.start(start) + room;
        self.ends[start..].partition_point(|&end| end <= most)
    }
}

/// The work on the sentences of one call: what waits for the network, and what came of the rest.
struct EngineRun<'a> {
    engine: &'a AccurateEngine,
    wanted: EngineRequest,
    batch: PieceBatch,
    scratch: EncoderScratch,
    names: Vec<f32>,
    vectors: Vec<f32>,
    arcs: Vec<f32>,
}

impl<'a> EngineRun<'a> {
    fn new(engine: &'a AccurateEngine, wanted: EngineRequest) -> Self {
        Self {
            engine,
            wanted,
            batch: PieceBatch::default(),
            scratch: EncoderScratch::default(),
            names: Vec::new(),
            vectors: Vec::new(),
            arcs: Vec::new(),
        }
    }

    /// How many pieces the words of a part may have.
    fn room(&self) -> usize {
        self.engine.encoder.shape().positions - FRAME
    }

    /// Appends a part of a sentence, whose first word has the number `start` in `cut`.
    fn append(&mut self, tokens: &[Token], cut: &Cut, start: usize) {
        let batch = &mut self.batch;
        let (first, place) = (batch.pieces.len(), batch.firsts.len());
        batch.firsts.push(first);
        batch.pieces.push(self.engine.pieces.first);
        batch.shapes.push(0);
        let mut space_before = true;
        for (index, token) in tokens.iter().enumerate() {
            let pieces = &cut.pieces[cut.start(start + index)..cut.ends[start + index]];
            let shape = pieces::shape(&token.form, space_before);
            batch.firsts.push(batch.pieces.len());
            batch.pieces.extend_from_slice(pieces);
            batch.shapes.resize(batch.pieces.len(), shape);
            space_before = token.space_after;
        }
        batch.pieces.push(self.engine.pieces.last);
        batch.shapes.push(0);
        batch.sequences.push(first..batch.pieces.len());
        batch.sentences.push(place..batch.firsts.len());
    }

    /// Sends the batch through the network and fills in the tokens of its parts.
    fn finish(&mut self, parts: &mut Vec<&mut [Token]>) {
        let encoder = &self.engine.encoder;
        let vectors = encoder.encode(&self.batch, &mut self.scratch);
        let projected = encoder.project(&vectors, &self.batch);
        let queries = encoder.queries(&projected);
        let mut heads = Vec::new();
        // How sure the head of each place is, and whether it is the root.
        let mut shares = Vec::new();
        for places in &self.batch.sentences {
            // The root's own row is not read again; it stands for itself.
            heads.push((places.start, places.start));
            shares.push((1.0, true));
            let scores = encoder.arcs(&projected, &queries, places);
            for (head, word) in decode(&scores, places.len()).into_iter().zip(1..) {
                heads.push((places.start + word, places.start + head));
                if self.wanted.arcs {
                    let share = head_share(&scores, places.len(), word, head);
                    shares.push((share, head == 0));
                }
            }
        }
        let relations = encoder.relations(&projected, &heads);
        let tags = encoder.tags(&projected);
        for (tokens, places) in parts.iter_mut().zip(&self.batch.sentences) {
            let words = places.start + 1..places.end;
            for (token, place) in tokens.iter_mut().zip(words) {
                let head = heads[place].1 - places.start;
                self.engine
                    .fill(token, tags[place], head, relations[place].0);
            }
        }
        if self.wanted.arcs {
            let pairs = shares.iter().zip(&relations);
            let rows = pairs.flat_map(|(&(share, is_root), &(_, relation))| {
                [share, if is_root { 1.0 } else { relation }]
            });
            let rows: Vec<f32> = rows.collect();
            keep_words(&self.batch.sentences, 2, &rows, &mut self.arcs);
        }
        if self.wanted.names {
            let scores = encoder.names(&projected);
            let width = encoder.shape().names.len();
            keep_words(&self.batch.sentences, width, &scores, &mut self.names);
        }
        if self.wanted.vectors {
            let width = encoder.shape().width;
            keep_words(&self.batch.sentences, width, &vectors, &mut self.vectors);
        }
        self.batch.clear();
        parts.clear();
    }
}

impl AccurateEngine {
    fn fill(&self, token: &mut Token, tags: (usize, usize), head: usize, relation: usize) {
        let shape = self.encoder.shape();
        let relation = if head == 0 {
            self.encoder.root()
        } else {
            relation
        };
        token.upos = self.upos[tags.0];
        token.xpos = shape.xpos[tags.1].as_str().into();
        token.head = head.checked_sub(1);
        token.deprel = shape.deprel[relation].as_str().into();
    }
}

/// Appends the rows of all places but the roots.
fn keep_words(sentences: &[Range<usize>], width: usize, rows: &[f32], kept: &mut Vec<f32>) {
    for places in sentences {
        kept.extend_from_slice(&rows[(places.start + 1) * width..places.end * width]);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::model::encoder::{KIND, sample};

    use super::super::sound::{check_independence, is_sound, long, parsed, sentence};
    use super::*;

    const WANTED: EngineRequest = EngineRequest {
        names: true,
        vectors: true,
        arcs: true,
    };

    fn engine() -> AccurateEngine {
        AccurateEngine::read(&sample::file(&sample::parts())).expect("the sample is sound")
    }

    #[test]
    fn sentences_do_not_influence_each_other() {
        check_independence(&engine());
        let engine = engine();
        let mut alone = [sentence(&["The", "talks", "failed"])];
        let mut others = vec![sentence(&long(37)), alone[0].clone(), sentence(&long(300))];
        let of_one = engine.annotate_with(&mut alone, WANTED);
        let of_all = engine.annotate_with(&mut others, WANTED);
        let vectors = |evidence: &EngineOutput, sentence: usize| -> Vec<Vec<f32>> {
            let rows = evidence.vectors.as_ref().expect("they were wanted");
            rows.of_sentence(sentence).map(<[f32]>::to_vec).collect()
        };
        assert_eq!(vectors(&of_one, 0), vectors(&of_all, 1));
        let arcs = |evidence: &EngineOutput, sentence: usize| -> Vec<Vec<f32>> {
            let rows = evidence.arcs.as_ref().expect("they were wanted");
            rows.of_sentence(sentence).map(<[f32]>::to_vec).collect()
        };
        assert_eq!(arcs(&of_one, 0), arcs(&of_all, 1));
        assert_eq!(vectors(&of_all, 2).len(), 300);
        assert_ne!(vectors(&of_one, 0)[0], vectors(&of_one, 0)[1]);
    }

    #[test]
    fn a_plain_sentence_is_understood() {
        let engine = AccurateEngine::embedded().expect("the embedded model is sound");
        let forms = ["Norway", "praised", "the", "two", "companies", "."];
        let mut sentences = [sentence(&forms)];
        let evidence = engine.annotate_with(&mut sentences, WANTED);
        let row = |token: &Token| {
            let head = token.head.map_or(0, |head| head + 1);
            format!("{} {head} {}", token.upos, token.deprel)
        };
        let rows: Vec<_> = sentences[0].tokens.iter().map(row).collect();
        let wanted = [
            "PROPN 2 nsubj",
            "VERB 0 root",
            "DET 5 det",
            "NUM 5 nummod",
            "NOUN 2 obj",
            "PUNCT 2 punct",
        ];
        assert_eq!(rows, wanted);
        let arcs = evidence.arcs.as_ref().expect("they were wanted");
        assert!(
            arcs.of_sentence(0)
                .flatten()
                .all(|&share| 0.9 < share && share <= 1.0)
        );
        let names = evidence.names.expect("they were wanted");
        let best = |row: &[f32]| names.tags[crate::model::network::best(row)].clone();
        let tags: Vec<_> = names.scores.of_sentence(0).map(best).collect();
        assert_eq!(tags, ["S-GPE", "O", "O", "O", "O", "O"]);
    }

    #[test]
    fn the_model_is_small() {
        assert!(EMBEDDED.len() <= 16_000_000, "{}", EMBEDDED.len());
    }

    #[test]
    fn what_is_not_wanted_is_not_given() {
        let engine = engine();
        let mut sentences = [sentence(&["Talks", "failed"]), sentence(&[""; 0])];
        let evidence = engine.annotate_with(&mut sentences, EngineRequest::default());
        assert_eq!(evidence, EngineOutput::default());
        let evidence = engine.annotate_with(&mut sentences, WANTED);
        let names = evidence.names.expect("they were wanted");
        assert_eq!(names.tags[1], "B-PERSON");
        assert_eq!(names.scores.of_sentence(0).len(), 2);
        assert_eq!(names.scores.of_sentence(1).len(), 0);
        assert_eq!(names.scores.width(), 5);
    }

    #[test]
    fn very_long_sentences_become_one_tree() {
        for length in [30, 39, 200, 201, 1000] {
            assert!(is_sound(&parsed(&engine(), &long(length))), "{length}");
        }
        let words = vec!["abcdefghijklmnop"; 90];
        assert!(is_sound(&parsed(&engine(), &words)));
    }

    #[test]
    fn damaged_models_are_refused() {
        let bytes = sample::file(&sample::parts());
        let mut damaged = bytes.clone();
        damaged[bytes.len() / 2] ^= 1;
        let refused = |bytes: &[u8]| AccurateEngine::read(bytes).err();
        assert!(matches!(refused(&damaged), Some(ModelError::Damaged)));
        assert!(matches!(refused(&[]), Some(ModelError::NotAModel)));
        let mut newer = bytes.clone();
        newer[8] += 1;
        assert!(matches!(refused(&newer), Some(ModelError::Version { .. })));
        let other = crate::model::assemble("fast parser 1", &[]);
        assert!(
            matches!(refused(&other), Some(ModelError::Kind { expected, .. }) if expected == KIND)
        );
    }

    #[test]
    fn every_part_must_be_there_in_its_size() {
        let parts = sample::parts();
        for index in 0..parts.len() {
            let refused = |parts: &[(String, Vec<u8>)]| {
                let error = AccurateEngine::read(&sample::file(parts)).err();
                assert!(
                    matches!(error, Some(ModelError::Section { .. })),
                    "{}: {error:?}",
                    parts[index.min(parts.len() - 1)].0
                );
            };
            let mut changed = parts.clone();
            changed[index].1.push(b'\n');
            if parts[index].0 != "shape" {
                refused(&changed);
            }
            changed[index].1.truncate(parts[index].1.len() - 1);
            // A letter less is another piece, as good as the one before.
            if parts[index].0 != "pieces" {
                refused(&changed);
            }
            changed.remove(index);
            refused(&changed);
        }
    }

    #[test]
    fn shapes_that_no_network_can_have_are_refused() {
        let sizes = [
            ("width", "65"),
            ("width", "0"),
            ("heads", "3"),
            ("heads", "0"),
            ("layers", "0"),
            ("positions", "7"),
            ("tag", "33"),
            ("arc", "18446744073709551615"),
            ("shapes", "8"),
            ("deprel", "[\"root\"]"),
            ("deprel", "[\"nsubj\",\"obj\"]"),
            ("upos", "[]"),
        ];
        for (name, value) in sizes {
            let mut parts = sample::parts();
            let mut shape: serde_json::Value =
                serde_json::from_slice(&parts[0].1).expect("the sample's shape is JSON");
            shape[name] = value.parse().expect("the value is JSON");
            parts[0].1 = shape.to_string().into_bytes();
            let error = AccurateEngine::read(&sample::file(&parts)).err();
            assert!(
                matches!(error, Some(ModelError::Section { .. })),
                "{name} {value}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn any_words_become_a_tree(forms in prop::collection::vec(".{0,12}", 0..50)) {
            prop_assert!(is_sound(&parsed(&engine(), &forms)));
        }
    }
}
