//! The fast engine.

use std::ops::Range;

use crate::annotate::{Engine, EngineOutput, EngineRequest, TokenRows};
use crate::model::network::{Encoded, WordBatch};
use crate::model::{FastNetwork, ModelError};
use crate::text::{Sentence, Token, Upos};

use super::decode::{decode, head_share};
use super::features::{SpelledWord, append};
use super::parts::{LONGEST, end_of_part, join};

/// The model in the program.
const EMBEDDED: &[u8] = include_bytes!("../../../data/models/fast.model");
/// Words are sent through the network in batches of about this many, which bounds memory.
const BATCH: usize = 1000;

/// Tags and parses with a small recurrent network: some ten thousand words a second on one core.
pub struct FastEngine {
    network: FastNetwork,
    upos: Vec<Upos>,
}

impl FastEngine {
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
        let network = FastNetwork::read(bytes)?;
        let names = network.shape().upos.iter();
        let upos = names.map(|name| name.parse().unwrap_or_default()).collect();
        Ok(Self { network, upos })
    }

    /// Fills in the tokens of the parts; appends how sure their heads and relations are to `arcs`, if wanted.
    fn batch(&self, parts: &mut [&mut [Token]], arcs: Option<&mut Vec<f32>>) {
        let mut batch = WordBatch::default();
        for tokens in parts.iter() {
            append(
                &mut batch,
                self.network.vocabulary(),
                words(tokens),
                |_, _| false,
            );
        }
        let mut arcs = arcs;
        let encoded = self.network.encode(&batch);
        for (tokens, places) in parts.iter_mut().zip(&batch.sentences) {
            self.fill(tokens, &encoded, places, arcs.as_deref_mut());
        }
    }

    fn fill(
        &self,
        tokens: &mut [Token],
        encoded: &Encoded,
        places: &Range<usize>,
        arcs: Option<&mut Vec<f32>>,
    ) {
        let scores = self.network.arcs(encoded, places);
        let heads = decode(&scores, places.len());
        let relations = self.network.relations(encoded, places, &heads);
        let shape = self.network.shape();
        for (index, token) in tokens.iter_mut().enumerate() {
            let (upos, xpos) = self.network.tags(encoded, places.start + index + 1);
            token.upos = self.upos[upos];
            token.xpos = shape.xpos[xpos].as_str().into();
            token.head = heads[index].checked_sub(1);
            token.deprel = shape.deprel[relations[index].0].as_str().into();
        }
        if let Some(arcs) = arcs {
            for (index, (&head, &(_, relation))) in heads.iter().zip(&relations).enumerate() {
                arcs.push(head_share(&scores, places.len(), index + 1, head));
                arcs.push(relation);
            }
        }
    }
}

impl Engine for FastEngine {
    fn name(&self) -> String {
        self.network.name().to_owned()
    }

    fn annotate(&self, sentences: &mut [Sentence]) {
        self.annotate_with(sentences, EngineRequest::default());
    }

    fn annotate_with(&self, sentences: &mut [Sentence], wanted: EngineRequest) -> EngineOutput {
        let mut arcs = wanted.arcs.then(Vec::new);
        let mut parts: Vec<&mut [Token]> = Vec::new();
        let mut lengths = Vec::new();
        let mut count = 0;
        for sentence in sentences.iter_mut() {
            let mut rest = sentence.tokens.as_mut_slice();
            while !rest.is_empty() {
                let (part, others) = rest.split_at_mut(end_of_part(rest, LONGEST));
                count += part.len();
                lengths.push(part.len());
                parts.push(part);
                rest = others;
                if count >= BATCH {
                    self.batch(&mut parts, arcs.as_mut());
                    parts.clear();
                    count = 0;
                }
            }
        }
        self.batch(&mut parts, arcs.as_mut());
        join(sentences, &lengths);
        let tokens = sentences.iter().map(|sentence| sentence.tokens.len());
        EngineOutput {
            arcs: arcs.map(|numbers| TokenRows::new(2, tokens, numbers)),
            ..EngineOutput::default()
        }
    }
}

fn words(tokens: &[Token]) -> impl Iterator<Item = SpelledWord<'_>> {
    let before = std::iter::once(true).chain(tokens.iter().map(|token| token.space_after));
    tokens
        .iter()
        .zip(before)
        .map(|(token, space_before)| SpelledWord {
            form: &token.form,
            space_before,
            space_after: token.space_after,
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sound::{check_independence, is_sound, long, sentence};
    use super::*;
    use crate::text::Deprel;

    fn engine() -> FastEngine {
        FastEngine::embedded().expect("the embedded model is sound")
    }

    fn parsed(forms: &[impl AsRef<str>]) -> Vec<Token> {
        super::super::sound::parsed(&engine(), forms)
    }

    #[test]
    fn a_plain_sentence_is_understood() {
        let tokens = parsed(&["Norway", "warned", "the", "two", "companies", "."]);
        let row = |token: &Token| {
            format!(
                "{} {} {}",
                token.upos,
                token.head.map_or(0, |head| head + 1),
                token.deprel
            )
        };
        let rows: Vec<_> = tokens.iter().map(row).collect();
        let wanted = [
            "PROPN 2 nsubj",
            "VERB 0 root",
            "DET 5 det",
            "NUM 5 nummod",
            "NOUN 2 obj",
            "PUNCT 2 punct",
        ];
        assert_eq!(rows, wanted);
    }

    #[test]
    fn a_plain_arc_is_surer_than_one_with_two_readings() {
        let mut sentences = [
            sentence(&["Norway", "warned", "the", "two", "companies", "."]),
            sentence(&["Guards", "saw", "the", "man", "with", "glasses", "."]),
        ];
        let wanted = EngineRequest {
            arcs: true,
            ..EngineRequest::default()
        };
        let arcs = engine().annotate_with(&mut sentences, wanted).arcs;
        let arcs = arcs.expect("they were wanted");
        let share =
            |sentence: usize, word: usize| arcs.of_sentence(sentence).nth(word).map(|row| row[0]);
        assert_eq!(arcs.of_sentence(0).len(), 6);
        assert!(share(0, 0) > Some(0.95), "{:?}", share(0, 0));
        assert!(share(1, 5) < share(0, 0), "{:?}", share(1, 5));
    }

    #[test]
    fn a_passive_is_told_from_an_active() {
        let tokens = parsed(&[
            "Three", "men", "were", "arrested", "by", "the", "police", ".",
        ]);
        let relations: Vec<_> = tokens.iter().map(|token| token.deprel.clone()).collect();
        assert_eq!(
            relations,
            [
                Deprel::Nummod,
                Deprel::NsubjPass,
                Deprel::AuxPass,
                Deprel::Root,
                Deprel::Case,
                Deprel::Det,
                Deprel::OblAgent,
                Deprel::Punct
            ]
        );
    }

    #[test]
    fn sentences_do_not_influence_each_other() {
        check_independence(&engine());
    }

    #[test]
    fn very_long_sentences_become_one_tree() {
        for length in [LONGEST, LONGEST + 1, 2000] {
            assert!(is_sound(&parsed(&long(length))), "{length}");
        }
        assert!(is_sound(&parsed(&["word"; 450])));
    }

    #[test]
    fn damaged_models_are_refused() {
        let mut bytes = EMBEDDED.to_vec();
        bytes[EMBEDDED.len() / 2] ^= 1;
        assert!(matches!(FastEngine::read(&bytes), Err(ModelError::Damaged)));
        assert!(FastEngine::read(&EMBEDDED[..EMBEDDED.len() - 1]).is_err());
        assert!(matches!(FastEngine::read(&[]), Err(ModelError::NotAModel)));
        let empty = crate::model::assemble(crate::model::network::KIND, &[]);
        assert!(matches!(
            FastEngine::read(&empty),
            Err(ModelError::Section { .. })
        ));
    }

    #[test]
    fn the_model_is_small() {
        assert!(EMBEDDED.len() <= 5_000_000, "{}", EMBEDDED.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn any_words_become_a_tree(forms in prop::collection::vec(".{0,12}", 0..30)) {
            prop_assert!(is_sound(&parsed(&forms)));
        }
    }
}
