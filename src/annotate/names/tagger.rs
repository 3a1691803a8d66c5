//! The name tagger: features, weights and the best sequence of tags.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use crate::annotate::NameScores;
use crate::text::Sentence;

use super::correct;
use super::document::DocumentCase;
use super::feature::Features;
use super::fill;
use super::gazetteer_features::GazetteerFeatures;
use super::support::{Support, share, support};
use super::tag::{TAGS, Tag, iob2};
use super::weights::NameWeights;

/// How much a word takes over from what the engine says of it elsewhere in the document.
const SHARED: f32 = 0.7;
/// The weights in the program for engines that know nothing of names.
const ALONE: &[u8] = include_bytes!("../../../data/models/names.bin");
/// Those for engines that give scores of names, learned beside such scores.
const BESIDE: &[u8] = include_bytes!("../../../data/models/names-accurate.bin");

/// Finds the names of a document.
#[derive(Debug, Clone)]
pub struct NameTagger {
    weights: NameWeights,
    engine_weight: f32,
}

impl NameTagger {
    /// By how much the engine's scores count beside those of the chain.
    pub const ENGINE_WEIGHT: f32 = 1.0;

    /// A tagger with these weights.
    pub fn new(weights: NameWeights) -> Self {
        Self {
            weights,
            engine_weight: Self::ENGINE_WEIGHT,
        }
    }

    /// What the weights in the program are, with the beginnings of their checksums, as shown by `actant --version`.
    pub fn embedded_name() -> String {
        let start = |bytes: &[u8]| -> String {
            let hash = Sha256::digest(bytes);
            let start = hash.iter().take(4);
            start.map(|byte| format!("{byte:02x}")).collect()
        };
        format!("names ({}, {})", start(BESIDE), start(ALONE))
    }

    /// The same tagger with another weight of the engine's scores.
    pub fn with_engine_weight(self, engine_weight: f32) -> Self {
        Self {
            engine_weight,
            ..self
        }
    }

    /// The tagger that is embedded in the program, unpacked on first use: the one for engines that give scores of names, or
    /// for those that don't.
    pub fn embedded(with_scores: bool) -> &'static Self {
        static TAGGERS: [OnceLock<NameTagger>; 2] = [OnceLock::new(), OnceLock::new()];
        TAGGERS[usize::from(with_scores)].get_or_init(|| {
            let bytes = if with_scores { BESIDE } else { ALONE };
            Self::new(NameWeights::read(bytes).expect("a test reads the embedded weights"))
        })
    }

    /// Fills in the entity tags of all tokens of one document. Tags that are there are replaced; `scores` are the
    /// engine's, if it has any.
    pub fn tag(
        &self,
        sentences: &mut [Sentence],
        lists: &GazetteerFeatures<'_>,
        scores: Option<&NameScores>,
    ) {
        let case = DocumentCase::new(sentences);
        let mut supports = Vec::new();
        if let Some(scores) = scores {
            supports.extend((0..sentences.len()).map(support(scores, self.engine_weight)));
            share(&mut supports, sentences, SHARED);
        }
        for (index, sentence) in sentences.iter_mut().enumerate() {
            let support = supports.get(index).map_or(&[][..], Vec::as_slice);
            let features = features(sentence, &case, lists);
            let tags = self.best(&features, support);
            for (token, tag) in sentence.tokens.iter_mut().zip(iob2(&tags)) {
                token.entity = tag;
            }
        }
        for sentence in sentences.iter_mut() {
            fill::clear_clauses(sentence);
        }
        correct::correct(sentences, lists.lexicon());
        fill::fill(sentences, lists);
        if lists.lexicon().decisions.names_any() {
            fill::given(sentences, lists.lexicon());
        }
    }

    /// The best sequence of tags; `support` is what the engine says of each token, or nothing.
    pub fn best(&self, features: &Features, support: &[Support]) -> Vec<Tag> {
        let mut rows: Vec<[f32; TAGS]> = (0..features.len())
            .map(|index| self.weights.scores(features.of(index)))
            .collect();
        for (sum, more) in rows.iter_mut().flatten().zip(support.iter().flatten()) {
            *sum += more;
        }
        viterbi(&rows, self.weights.transitions())
    }
}

/// The features of a sentence as the tagger sees them.
pub fn features(
    sentence: &Sentence,
    case: &DocumentCase,
    lists: &GazetteerFeatures<'_>,
) -> Features {
    Features::new(&sentence.tokens, case, &lists.of(&sentence.tokens))
}

/// The allowed sequence of tags with the highest sum of `rows` and `transitions`.
fn viterbi(rows: &[[f32; TAGS]], transitions: &[f32]) -> Vec<Tag> {
    const LOWEST: f32 = f32::NEG_INFINITY;
    let allowed = predecessors();
    let Some(first) = rows.first() else {
        return Vec::new();
    };
    let mut scores = [LOWEST; TAGS];
    for tag in (0..TAGS).filter(|&tag| Tag::from_index(tag).opens()) {
        scores[tag] = first[tag];
    }
    let mut back = vec![[0_u8; TAGS]; rows.len()];
    for (row, back) in rows.iter().zip(&mut back).skip(1) {
        let mut next = [LOWEST; TAGS];
        for tag in 0..TAGS {
            for &from in &allowed[tag] {
                let from = usize::from(from);
                let score = scores[from] + transitions[from * TAGS + tag];
                if score > next[tag] {
                    next[tag] = score;
                    back[tag] = from as u8;
                }
            }
            next[tag] += row[tag];
        }
        scores = next;
    }
    let closing = (0..TAGS).filter(|&tag| Tag::from_index(tag).closes());
    let best = closing.max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a)));
    let mut tag = best.unwrap_or(0);
    let mut tags = vec![Tag::from_index(tag); rows.len()];
    for index in (1..rows.len()).rev() {
        tag = usize::from(back[index][tag]);
        tags[index - 1] = Tag::from_index(tag);
    }
    tags
}

/// For each tag those that may stand before it.
fn predecessors() -> &'static [Vec<u8>] {
    static ALLOWED: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    ALLOWED.get_or_init(|| {
        let before = |tag: Tag| {
            (0..TAGS as u8).filter(move |&from| Tag::from_index(usize::from(from)).allows(tag))
        };
        (0..TAGS)
            .map(|tag| before(Tag::from_index(tag)).collect())
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::TokenRows;
    use crate::lexicon::{Lexicon, Source};
    use crate::text::{NameTag, Token, Upos};

    use super::*;

    fn tagged(text: &str) -> Vec<String> {
        let tokens = text.split(' ').map(|word| {
            let (form, tag) = word.split_once('/').unwrap_or((word, ""));
            Token {
                form: form.into(),
                xpos: tag.into(),
                upos: if tag == "NNP" { Upos::Propn } else { Upos::X },
                ..Token::default()
            }
        });
        let mut sentences = [Sentence {
            tokens: tokens.collect(),
            ..Sentence::default()
        }];
        let lexicon = Lexicon::load(&Source::embedded()).expect("the lists are well-formed");
        NameTagger::embedded(false).tag(&mut sentences, &GazetteerFeatures::new(&lexicon), None);
        let tags = sentences[0].tokens.iter();
        tags.map(|token| token.entity.to_string()).collect()
    }

    #[test]
    fn people_and_places_are_found_in_running_text() {
        let tags = tagged(
            "On/IN Monday/NNP Maria/NNP Keller/NNP met/VBD the/DT mayor/NN of/IN London/NNP ./.",
        );
        assert_eq!(tags[2], "B-PERSON");
        assert_eq!(tags[3], "I-PERSON");
        assert_eq!(tags[8], "B-GPE");
        assert_eq!(tags[6], "O");
    }

    #[test]
    fn an_engine_that_is_sure_of_a_name_is_believed() {
        let token = |form: &str| Token {
            form: form.into(),
            ..Token::default()
        };
        let mut sentences = [Sentence {
            tokens: ["they", "met", "in", "zzyzx", "hall"].map(token).to_vec(),
            ..Sentence::default()
        }];
        let tags = ["O", "B-FAC", "E-FAC"].map(str::to_owned).to_vec();
        let mut numbers = vec![0.0; 15];
        (numbers[10], numbers[14]) = (30.0, 30.0);
        let scores = TokenRows::new(3, [5], numbers);
        let scores = NameScores { tags, scores };
        let lexicon = Lexicon::load(&Source::embedded()).expect("the lists are well-formed");
        let tagger = NameTagger::embedded(true);
        tagger.tag(&mut sentences, &GazetteerFeatures::new(&lexicon), None);
        assert_eq!(sentences[0].tokens[3].entity, NameTag::Outside);
        tagger.tag(
            &mut sentences,
            &GazetteerFeatures::new(&lexicon),
            Some(&scores),
        );
        assert_eq!(sentences[0].tokens[3].entity, NameTag::from("B-FAC"));
        assert_eq!(sentences[0].tokens[4].entity, NameTag::from("I-FAC"));
    }

    #[test]
    fn odd_input_is_tagged_without_complaint() {
        assert_eq!(tagged("").len(), 1);
        assert_eq!(tagged("\u{301} \u{1f600} ''").len(), 3);
    }
}
