//! Files of IOB2 tags: the tags of each token, and how well a tagger does on them.

use std::path::Path;

use rayon::prelude::*;

use crate::annotate::names::{GazetteerFeatures, NamePart, NameTagger, OUTSIDE, Tag};
use crate::annotate::{Engine, EngineRequest, NameScores};
use crate::lexicon::Lexicon;
use crate::text::{EntityType, Sentence, Token};
use crate::train::TrainError;

/// A file of IOB2 tags: documents of sentences, tags in [`Token::entity`], and the tags that they allow.
#[derive(Debug)]
pub struct TaggedFile {
    pub(super) sets: AllowedTags,
    pub(super) documents: Vec<TaggedDocument>,
}

/// The sentences of a document, and the engine's scores of name tags.
#[derive(Debug)]
pub(super) struct TaggedDocument {
    pub(super) sentences: Vec<Sentence>,
    pub(super) scores: Option<NameScores>,
}

/// Reads a file of IOB2 tags, and tags its words with the engine.
///
/// # Errors
/// If it cannot be read or has a malformed line; the message names file and line.
pub fn read(path: &Path, engine: &dyn Engine) -> Result<TaggedFile, TrainError> {
    let content = std::fs::read_to_string(path).map_err(|error| TrainError::file(path, error))?;
    let mut sets = AllowedTags::default();
    let mut documents: Vec<Vec<Sentence>> = vec![Vec::new()];
    let mut open = Sentence::default();
    let mut text = None;
    for (number, line) in content.lines().chain([""]).enumerate() {
        if let Some((form, tag)) = line.split_once('\t') {
            open.tokens.push(Token {
                form: form.into(),
                entity: tag.into(),
                space_after: true,
                ..Token::default()
            });
        } else if line.trim().is_empty() {
            join(&mut open.tokens, text.take().unwrap_or_default());
            if let Some(document) = documents.last_mut().filter(|_| !open.tokens.is_empty()) {
                document.push(std::mem::take(&mut open));
            }
        } else if let Some(words) = line.strip_prefix("# text =") {
            text = Some(words);
        } else if let Some(list) = line.strip_prefix("# types =") {
            let types = list.split(' ').filter_map(|name| name.parse().ok());
            sets.types = types.collect();
        } else if let Some(list) = line.strip_prefix("# merge =") {
            let pairs = list.split(' ').filter_map(|pair| pair.split_once('='));
            let merges =
                pairs.filter_map(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
            sets.merges = merges.collect();
        } else if line.starts_with("# newdoc") {
            documents.push(Vec::new());
        } else if !line.starts_with('#') {
            let problem = "neither a token with its tag nor a comment";
            return Err(TrainError::malformed(path, number + 1, problem));
        }
    }
    let wanted = EngineRequest {
        names: true,
        ..EngineRequest::default()
    };
    let annotate = |mut sentences: Vec<Sentence>| TaggedDocument {
        scores: engine.annotate_with(&mut sentences, wanted).names,
        sentences,
    };
    let documents = documents.into_par_iter().map(annotate).collect();
    Ok(TaggedFile { sets, documents })
}

/// Marks the tokens that are not followed by white space in `text`, the sentence as written.
fn join(tokens: &mut [Token], text: &str) {
    let mut rest = text;
    for index in 0..tokens.len() {
        let Some(found) = rest.find(tokens[index].form.as_str()) else {
            continue;
        };
        if found == 0 && index > 0 && rest.len() < text.len() {
            tokens[index - 1].space_after = false;
        }
        rest = &rest[found + tokens[index].form.len()..];
    }
}

/// How well a tagger finds the names of a file, with the types that the file marks, written as the file writes them.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameScore {
    /// Names found with the right ends and type.
    pub correct: usize,
    /// Names in the file.
    pub gold: usize,
    /// Names found.
    pub found: usize,
}

impl NameScore {
    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(&self) -> f64 {
        200.0 * self.correct as f64 / ((self.gold + self.found) as f64).max(1.0)
    }
}

/// Measures a tagger on a file of IOB2 tags.
pub fn score(tagger: &NameTagger, file: &TaggedFile, lexicon: &Lexicon) -> NameScore {
    let hints = GazetteerFeatures::new(lexicon);
    let mut score = NameScore::default();
    for document in &file.documents {
        let mut tagged = document.sentences.clone();
        tagger.tag(&mut tagged, &hints, document.scores.as_ref());
        for (gold, found) in document.sentences.iter().zip(&tagged) {
            let gold = file.sets.names(gold);
            let found = file.sets.names(found);
            score.gold += gold.len();
            score.found += found.len();
            score.correct += found.iter().filter(|name| gold.contains(name)).count();
        }
    }
    score
}

/// The tags that a file's tag allows.
#[derive(Debug, Clone, Default)]
pub(super) struct AllowedTags {
    types: Vec<EntityType>,
    merges: Vec<(EntityType, EntityType)>,
}

impl AllowedTags {
    /// The type as the file writes it.
    fn written(&self, entity: EntityType) -> EntityType {
        let merge = self.merges.iter().find(|(from, _)| *from == entity);
        merge.map_or(entity, |(_, to)| *to)
    }

    /// Whether the file would have marked a name of this type.
    fn marks(&self, entity: EntityType) -> bool {
        self.types.contains(&self.written(entity))
    }

    /// The names of a sentence as the file would write them: first token, token after the last, type.
    fn names(&self, sentence: &Sentence) -> Vec<(usize, usize, EntityType)> {
        let mut names: Vec<(usize, usize, EntityType)> = Vec::new();
        for (index, token) in sentence.tokens.iter().enumerate() {
            let Some((first, entity)) = split(token) else {
                continue;
            };
            match names.last_mut() {
                Some(name) if !first && name.1 == index && name.2 == entity => name.1 += 1,
                _ => names.push((index, index + 1, entity)),
            }
        }
        names.retain(|name| self.marks(name.2));
        for name in &mut names {
            name.2 = self.written(name.2);
        }
        names
    }

    /// A set of tags for each token, as bits.
    pub(super) fn of(&self, sentence: &Sentence) -> Vec<u64> {
        let tokens = &sentence.tokens;
        let outside = EntityType::OF_NAMES
            .iter()
            .filter(|&&entity| !self.marks(entity))
            .flat_map(|&entity| PARTS.map(|part| Tag::new(entity, part)))
            .fold(bit(OUTSIDE), |set, tag| set | bit(tag));
        let set = |index: usize| {
            let Some((_, entity)) = split(&tokens[index]) else {
                return outside;
            };
            let begins = split(&tokens[index]).is_some_and(|(first, _)| first);
            let ends = tokens
                .get(index + 1)
                .and_then(split)
                .is_none_or(|(first, next)| first || next != entity);
            let part = match (begins, ends) {
                (true, true) => NamePart::Single,
                (true, false) => NamePart::Begin,
                (false, true) => NamePart::End,
                (false, false) => NamePart::Inside,
            };
            let others = self.merges.iter().filter(|(_, to)| *to == entity);
            others
                .map(|(from, _)| *from)
                .chain([entity])
                .fold(0, |set, entity| set | bit(Tag::new(entity, part)))
        };
        (0..tokens.len()).map(set).collect()
    }
}

const PARTS: [NamePart; 4] = [
    NamePart::Begin,
    NamePart::Inside,
    NamePart::End,
    NamePart::Single,
];

fn bit(tag: Tag) -> u64 {
    1 << tag.index()
}

fn split(token: &Token) -> Option<(bool, EntityType)> {
    Some((token.entity.begins(), token.entity.entity_type()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_that_stand_together_are_told() {
        let token = |form: &str| Token {
            form: form.into(),
            space_after: true,
            ..Token::default()
        };
        let mut tokens = ["She", "did", "n't", "–", "no", "!"].map(token);
        join(&mut tokens, " She didn't say no!");
        let spaces = tokens.map(|token| token.space_after);
        assert_eq!(spaces, [true, false, true, true, false, true]);
    }
}
