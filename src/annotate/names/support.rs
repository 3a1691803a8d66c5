//! What the engine's scores of names add to those of the chain.

use rustc_hash::FxHashMap;

use crate::annotate::NameScores;
use crate::text::{EntityType, Sentence};

use super::shape::is_capital;
use super::tag::{NamePart, TAGS, Tag};

/// How many types of names there are.
const TYPES: usize = EntityType::OF_NAMES.len();
/// How many tags a type has.
const PARTS: usize = 4;

/// What the engine adds to the score of each tag of a token.
pub type Support = [f32; TAGS];

/// The engine's scores for the tags of the chain: a function of the number of a sentence, with a row for each of its tokens.
///
/// All count from the score of the tag outside of names, so that a type that the engine does not know is neither more
/// nor less likely than no name. Shares of a token's tags need not sum to 1: what all tags of a token have in common
/// never changes which sequence is the best.
pub fn support(scores: &NameScores, weight: f32) -> impl Fn(usize) -> Vec<Support> {
    let outside = scores.tags.iter().position(|tag| tag == "O").unwrap_or(0);
    let columns: Vec<usize> = (0..TAGS)
        .map(|tag| column(&scores.tags, Tag::from_index(tag)).unwrap_or(outside))
        .collect();
    let support = move |row: &[f32]| {
        let mut support = [0.0; TAGS];
        for (sum, &column) in support.iter_mut().zip(&columns) {
            *sum = weight * (row[column] - row[outside]);
        }
        support
    };
    move |sentence| scores.scores.of_sentence(sentence).map(&support).collect()
}

/// Moves what the engine says of a capitalised word towards what it says of the same word elsewhere in the document:
/// `weight` 0 leaves it, 1 makes it the mean of all. A word mostly keeps its type within a document (Gale, Church and
/// Yarowsky 1992), and one sentence often tells better than another which it is.
pub(super) fn share(support: &mut [Vec<Support>], sentences: &[Sentence], weight: f32) {
    let mut sums: FxHashMap<&str, ([f32; TYPES], f32)> = FxHashMap::default();
    for (sentence, rows) in sentences.iter().zip(support.iter()) {
        for (token, row) in sentence.tokens.iter().zip(rows) {
            if is_capital(&token.form) {
                let (sum, count) = sums.entry(&token.form).or_default();
                *count += 1.0;
                for (sum, value) in sum.iter_mut().zip(types(row)) {
                    *sum += value;
                }
            }
        }
    }
    for (sentence, rows) in sentences.iter().zip(support) {
        for (token, row) in sentence.tokens.iter().zip(rows) {
            let Some((sum, count)) = sums.get(token.form.as_str()) else {
                continue;
            };
            let own = types(row);
            let (_, parts) = row.split_at_mut(1);
            for ((parts, own), sum) in parts.chunks_exact_mut(PARTS).zip(own).zip(sum) {
                for part in parts {
                    *part += weight * (sum / count - own);
                }
            }
        }
    }
}

/// How well each type fits: as its best part does.
fn types(row: &Support) -> [f32; TYPES] {
    let mut best = [f32::NEG_INFINITY; TYPES];
    for (best, parts) in best.iter_mut().zip(row[1..].chunks_exact(PARTS)) {
        *best = parts.iter().copied().fold(*best, f32::max);
    }
    best
}

/// Where the engine's tags have this one; an engine that knows no ends and no single tokens has them as begun or as
/// inside.
fn column(tags: &[String], tag: Tag) -> Option<usize> {
    let (entity, part) = tag.parts()?;
    let find = |letter: char, entity: EntityType| {
        let wanted = |tag: &String| {
            let rest = tag
                .strip_prefix(letter)
                .and_then(|tag| tag.strip_prefix('-'));
            rest == Some(entity.as_str())
        };
        tags.iter().position(wanted)
    };
    match part {
        NamePart::Begin => find('B', entity),
        NamePart::Inside => find('I', entity),
        NamePart::End => find('E', entity).or_else(|| find('I', entity)),
        NamePart::Single => find('S', entity).or_else(|| find('B', entity)),
    }
}

#[cfg(test)]
mod tests {
    use crate::annotate::TokenRows;

    use super::*;

    fn scores(tags: &str, numbers: &[f32]) -> NameScores {
        let tags: Vec<String> = tags.split(' ').map(str::to_owned).collect();
        let rows = TokenRows::new(tags.len(), [1, 1], numbers.to_vec());
        NameScores { tags, scores: rows }
    }

    #[test]
    fn tags_find_their_scores() {
        let scores = scores(
            "O B-ORG I-ORG E-ORG S-ORG",
            &[1.0, 2.0, 3.0, 4.0, 6.0, 0.0, 0.0, 0.0, 0.0, 9.0],
        );
        let first = support(&scores, 0.5)(0)[0];
        let of = |part| first[Tag::new(EntityType::Org, part).index()];
        assert_eq!((of(NamePart::Begin), of(NamePart::Inside)), (0.5, 1.0));
        assert_eq!((of(NamePart::End), of(NamePart::Single)), (1.5, 2.5));
        assert_eq!(first[0], 0.0);
        assert_eq!(
            support(&scores, 1.0)(1)[0][Tag::new(EntityType::Org, NamePart::Single).index()],
            9.0
        );
    }

    #[test]
    fn engines_may_know_fewer_tags() {
        let scores = scores("B-GPE I-GPE O", &[3.0, 2.0, 1.0]);
        let rows = support(&scores, 1.0)(0);
        let of = |entity, part| rows[0][Tag::new(entity, part).index()];
        assert_eq!(of(EntityType::Gpe, NamePart::Single), 2.0);
        assert_eq!(of(EntityType::Gpe, NamePart::End), 1.0);
        assert_eq!(of(EntityType::Date, NamePart::Single), 0.0);
        assert!(support(&scores, 1.0)(7).is_empty());
    }

    #[test]
    fn a_word_is_seen_alike_throughout_a_document() {
        let sentence = |form: &str| Sentence {
            tokens: vec![crate::text::Token {
                form: form.into(),
                ..Default::default()
            }],
            ..Sentence::default()
        };
        let row = |org: f32, gpe: f32| {
            let mut row = [0.0; TAGS];
            row[Tag::new(EntityType::Org, NamePart::Single).index()] = org;
            row[Tag::new(EntityType::Gpe, NamePart::Single).index()] = gpe;
            vec![row]
        };
        let sentences = [sentence("Orla"), sentence("Orla"), sentence("orla")];
        let start = vec![row(2.0, 3.0), row(6.0, 0.0), row(1.0, 2.0)];
        let mut shared = start.clone();
        share(&mut shared, &sentences, 1.0);
        let of = |entity, sentence: usize| {
            let tag = Tag::new(entity, NamePart::Single).index();
            shared[sentence][0][tag]
        };
        assert_eq!((of(EntityType::Org, 0), of(EntityType::Gpe, 0)), (4.0, 1.5));
        assert_eq!((of(EntityType::Org, 1), of(EntityType::Gpe, 1)), (4.0, 1.5));
        assert_eq!(shared[2], start[2]);
    }
}
