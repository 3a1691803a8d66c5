//! Training examples of the scorer of pronouns: every choice that a text requires, with the right answers.
//!
//! In: documents with clusters of mentions (GUM) or single pronouns with two names (GAP), annotated by an engine. Out:
//! the choices as they occur during analysis. Where the right answer is known it is taken, so that later choices
//! build on it; elsewhere the scorer's own answer is taken.

use std::borrow::Cow;
use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::annotate::{
    AntecedentCandidate, AntecedentChoice, AntecedentChooser, Models, PronounScorer, read_words,
    resolve_with,
};
use crate::model::ModelError;
use crate::text::Span;

use super::TrainError;

/// A document with the known answers.
#[derive(Debug)]
pub struct LabelledDocument {
    text: String,
    answers: KnownAnswers,
}

#[derive(Debug)]
enum KnownAnswers {
    /// The clusters of heads, by place.
    Clusters(FxHashMap<Span, u32>),
    /// A pronoun, and two names with whether it refers to them.
    Names(Span, [(Span, bool); 2]),
}

/// A choice, with the answers that are right.
#[derive(Debug)]
pub struct CoreferenceExample {
    /// The features of the pronoun.
    pub own: Vec<f32>,
    /// Its vector; empty if the engine gives none.
    pub vector: Vec<f32>,
    /// Whether no candidate is right.
    pub nobody: bool,
    /// The candidates, nearest first.
    pub candidates: Vec<CandidateAnswer>,
}

/// An answer.
#[derive(Debug)]
pub struct CandidateAnswer {
    /// The features of the pair.
    pub pair: Vec<f32>,
    /// The vector of its head; empty if the engine gives none.
    pub vector: Vec<f32>,
    /// Mentions with the same number are known to corefer.
    pub actor: Option<usize>,
    /// Whether it may be right.
    pub right: bool,
}

#[derive(Deserialize)]
struct GumDocument {
    text: String,
    mentions: Vec<GumMention>,
}

#[derive(Deserialize)]
struct GumMention {
    head: (usize, usize),
    cluster: String,
    start: usize,
    end: usize,
    link: String,
}

/// Reads a file of GUM's documents as JSON Lines, or of GAP as tab-separated lines.
///
/// # Errors
/// If it cannot be read or has a malformed line; the message names file and line.
pub fn read(path: &Path) -> Result<Vec<LabelledDocument>, TrainError> {
    let content = std::fs::read_to_string(path).map_err(|error| TrainError::file(path, error))?;
    let table = path.extension().is_some_and(|extension| extension == "tsv");
    let lines = content.lines().enumerate().skip(usize::from(table));
    let lines = lines.filter(|(_, line)| !line.is_empty());
    lines
        .map(|(number, line)| {
            let labelled = if table { names(line) } else { clusters(line) };
            labelled.map_err(|problem| TrainError::malformed(path, number + 1, problem))
        })
        .collect()
}

fn names(line: &str) -> Result<LabelledDocument, Cow<'static, str>> {
    let fields: Vec<&str> = line.split('\t').collect();
    let &[_, text, pronoun, at, a, a_at, a_is, b, b_at, b_is, ..] = fields.as_slice() else {
        return Err("too few columns".into());
    };
    let offsets = offsets(text);
    let span = |words: &str, at: &str| -> Result<Span, Cow<'static, str>> {
        let at: usize = at.parse().map_err(|_| format!("no offset: {at}"))?;
        let start = *offsets.get(at).ok_or("an offset behind the text")?;
        Ok(Span::new(start, start + words.len()))
    };
    let is = |word: &str| word.eq_ignore_ascii_case("true");
    let pairs = [(span(a, a_at)?, is(a_is)), (span(b, b_at)?, is(b_is))];
    let answers = KnownAnswers::Names(span(pronoun, at)?, pairs);
    Ok(LabelledDocument {
        text: text.to_owned(),
        answers,
    })
}

fn clusters(line: &str) -> Result<LabelledDocument, Cow<'static, str>> {
    let document: GumDocument = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let offsets = offsets(&document.text);
    let mut mentions = document.mentions;
    // Of phrases with one head the longest counts.
    mentions.sort_by_key(|mention| mention.start.abs_diff(mention.end));
    let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
    let mut clusters = FxHashMap::default();
    for mention in mentions {
        if matches!(mention.link.as_str(), "pred" | "disc") {
            continue;
        }
        let next = numbers.len() as u32;
        let number = *numbers.entry(mention.cluster).or_insert(next);
        let (start, end) = mention.head;
        let place = offsets.get(start).zip(offsets.get(end));
        let (&start, &end) = place.ok_or("an offset behind the text")?;
        clusters.insert(Span::new(start, end), number);
    }
    Ok(LabelledDocument {
        text: document.text,
        answers: KnownAnswers::Clusters(clusters),
    })
}

/// The byte at which each code point begins, and the end.
fn offsets(text: &str) -> Vec<usize> {
    let starts = text.char_indices().map(|(start, _)| start);
    starts.chain([text.len()]).collect()
}

/// All choices of each document, in order, as they occur with this model of the scorer, or with the
/// embedded one.
///
/// # Errors
/// If the model is not sound.
pub fn examples(
    documents: &[LabelledDocument],
    models: &Models,
    model: Option<&[u8]>,
) -> Result<Vec<Vec<CoreferenceExample>>, ModelError> {
    let scorer = model.map(PronounScorer::read).transpose()?;
    let scorer = scorer.as_ref().unwrap_or_else(|| PronounScorer::embedded());
    let of_one = |labelled: &LabelledDocument| {
        let document = crate::read::text("", labelled.text.clone());
        let (mut annotated, vectors) = read_words(document, models, true);
        let mut teacher = Teacher {
            answers: &labelled.answers,
            scorer,
            examples: Vec::new(),
        };
        let lexicon = &models.lexicon;
        resolve_with(&mut annotated, lexicon, vectors.as_ref(), &mut teacher);
        teacher.examples
    };
    Ok(documents.par_iter().map(of_one).collect())
}

/// Gives the known answers, and records the choices.
struct Teacher<'t> {
    answers: &'t KnownAnswers,
    scorer: &'t PronounScorer,
    examples: Vec<CoreferenceExample>,
}

impl AntecedentChooser for Teacher<'_> {
    fn choose(&mut self, choice: &AntecedentChoice<'_>) -> Option<usize> {
        match self.answers {
            KnownAnswers::Clusters(clusters) => {
                let cluster = |span: &Span| clusters.get(span).copied();
                let this = cluster(&choice.span);
                let right = |other: &AntecedentCandidate<'_>| {
                    this.is_some() && this == cluster(&other.head)
                };
                let right: Vec<bool> = choice.candidates.iter().map(right).collect();
                let first = right.iter().position(|&right| right);
                self.note(choice, first.is_none(), &right);
                first
            }
            KnownAnswers::Names(pronoun, names) if *pronoun == choice.span => {
                let right = self.named(choice, names)?;
                let sure = names.iter().any(|name| name.1);
                self.note(choice, !sure, &right);
                let first = right.iter().position(|&right| right);
                if sure {
                    first
                } else {
                    (&*self.scorer).choose(choice)
                }
            }
            KnownAnswers::Names(..) => (&*self.scorer).choose(choice),
        }
    }
}

impl Teacher<'_> {
    /// Which candidates are right; `None` if the name that is meant is not among them.
    fn named(&self, choice: &AntecedentChoice<'_>, names: &[(Span, bool); 2]) -> Option<Vec<bool>> {
        let actors = |wanted: bool| -> Vec<Option<usize>> {
            let over = |candidate: &&AntecedentCandidate<'_>| {
                names.iter().any(|(name, is)| {
                    let apart =
                        candidate.span.end <= name.start || name.end <= candidate.span.start;
                    *is == wanted && !apart
                })
            };
            let found = choice.candidates.iter().filter(over);
            found.map(|candidate| candidate.actor).collect()
        };
        let (meant, others) = (actors(true), actors(false));
        let is_one = |candidate: &AntecedentCandidate<'_>, of: &[Option<usize>]| {
            candidate.actor.is_some() && of.contains(&candidate.actor)
        };
        let sure = names.iter().any(|name| name.1);
        let right = |candidate: &AntecedentCandidate<'_>| match sure {
            true => is_one(candidate, &meant),
            false => !is_one(candidate, &others),
        };
        let right: Vec<bool> = choice.candidates.iter().map(right).collect();
        (!sure || right.contains(&true)).then_some(right)
    }

    fn note(&mut self, choice: &AntecedentChoice<'_>, nobody: bool, right: &[bool]) {
        let vector = |vector: Option<&[f32]>| vector.unwrap_or_default().to_vec();
        let candidates = choice.candidates.iter().zip(right);
        self.examples.push(CoreferenceExample {
            own: choice.own.clone(),
            vector: vector(choice.vector),
            nobody,
            candidates: candidates
                .map(|(candidate, &right)| CandidateAnswer {
                    pair: candidate.pair.clone(),
                    vector: vector(candidate.vector),
                    actor: candidate.actor,
                    right,
                })
                .collect(),
        });
    }
}
