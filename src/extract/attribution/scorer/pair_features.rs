//! The features of a token in the window of a candidate.

use std::ops::Range;

use crate::annotate::Annotated;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::offsets::TokenOffsets;
use crate::text::Tree;

use super::candidate::{AROUND, CueCandidate};
use super::token_features::{RELATION_VALUES, relation};

/// The number of features of a token beside a candidate: its part in the draft of the candidate, its relation to the head,
/// its distance from it, its sentence, its part in other drafts.
pub(crate) const PAIR_FEATURES: usize = 5;
/// The number of values of each feature.
pub(crate) const PAIR_VALUES: [usize; PAIR_FEATURES] = [14, RELATION_VALUES + 5, 15, 5, 4];

/// The columns of the features.
const IN_DRAFT: usize = 0;
const RELATION: usize = 1;
const DISTANCE: usize = 2;
const SENTENCE: usize = 3;
const IN_OTHERS: usize = 4;

/// The features of each token in the window of a candidate.
pub(super) fn pair_features(
    annotated: &Annotated,
    offsets: &TokenOffsets<'_>,
    drafts: &[AttributionDraft],
    candidate: &CueCandidate,
) -> Vec<[u8; PAIR_FEATURES]> {
    let mut rows = Rows {
        first: candidate.window.start,
        rows: vec![[0; PAIR_FEATURES]; candidate.window.len()],
    };
    rows.add_positions(annotated, offsets, candidate);
    let (index, _) = offsets.place(candidate.head);
    for (number, draft) in drafts.iter().enumerate() {
        let near = draft.sentence.abs_diff(index) <= AROUND;
        if Some(number) != candidate.draft && near {
            rows.add_other(offsets, draft);
        }
    }
    if let Some(draft) = candidate.draft {
        rows.add_draft(offsets, &drafts[draft]);
        rows.raise(IN_DRAFT, candidate.head, 13);
    }
    rows.rows
}

/// The features of the tokens of a window.
struct Rows {
    /// The number of the first token.
    first: usize,
    rows: Vec<[u8; PAIR_FEATURES]>,
}

impl Rows {
    /// Adds how each token stands to the head.
    fn add_positions(
        &mut self,
        annotated: &Annotated,
        offsets: &TokenOffsets<'_>,
        candidate: &CueCandidate,
    ) {
        let (index, head) = offsets.place(candidate.head);
        let tree = Tree::new(&annotated.sentences[index]);
        let ancestors: Vec<usize> = tree.ancestors(head).collect();
        for (offset, row) in self.rows.iter_mut().enumerate() {
            let number = self.first + offset;
            let (sentence, token) = offsets.place(number);
            if sentence == index {
                row[RELATION] = relation_to_head(&tree, head, &ancestors, token);
            }
            row[DISTANCE] = distance(number, candidate.head);
            row[SENTENCE] = (sentence + 2).saturating_sub(index).min(4) as u8;
        }
    }

    /// Adds which tokens belong to the draft of another candidate.
    fn add_other(&mut self, offsets: &TokenOffsets<'_>, draft: &AttributionDraft) {
        let (source, cue) = (source(offsets, draft), cue(offsets, draft));
        let contents = draft.content.iter().map(|&span| (offsets.tokens(span), 1));
        let parts = contents
            .chain(source.map(|source| (source, 2)))
            .chain([(cue, 3)]);
        for (tokens, part) in parts {
            for token in tokens {
                self.raise(IN_OTHERS, token, part);
            }
        }
    }

    /// Adds which tokens belong to the draft of the candidate, and where in its parts they stand.
    fn add_draft(&mut self, offsets: &TokenOffsets<'_>, draft: &AttributionDraft) {
        let (source, cue) = (source(offsets, draft), cue(offsets, draft));
        let contents = draft.content.iter().map(|&span| (offsets.tokens(span), 1));
        let parts = contents
            .chain(source.map(|source| (source, 5)))
            .chain([(cue, 9)]);
        for (tokens, part) in parts {
            let (first, last) = (tokens.start, tokens.end.saturating_sub(1));
            for token in tokens {
                let place = match (token == first, token == last) {
                    (true, true) => 3,
                    (true, false) => 0,
                    (false, true) => 2,
                    (false, false) => 1,
                };
                self.raise(IN_DRAFT, token, part + place);
            }
        }
    }

    /// Gives a feature of a token a value if it has no higher one.
    fn raise(&mut self, column: usize, token: usize, value: u8) {
        let row = token
            .checked_sub(self.first)
            .and_then(|place| self.rows.get_mut(place));
        if let Some(row) = row {
            row[column] = row[column].max(value);
        }
    }
}

fn cue(offsets: &TokenOffsets<'_>, draft: &AttributionDraft) -> Range<usize> {
    offsets.range(draft.sentence, draft.cue)
}

fn source(offsets: &TokenOffsets<'_>, draft: &AttributionDraft) -> Option<Range<usize>> {
    let source = draft.source?;
    Some(offsets.range(draft.sentence, source.range))
}

/// The relation of a token to the head in one sentence.
fn relation_to_head(tree: &Tree<'_>, head: usize, ancestors: &[usize], token: usize) -> u8 {
    if token == head {
        return 1;
    }
    if ancestors.first() == Some(&token) {
        return 2;
    }
    if ancestors.contains(&token) {
        return 3;
    }
    let mut path = std::iter::once(token).chain(tree.ancestors(token));
    match path.find(|&up| tree.token(up).head == Some(head)) {
        Some(dependent) => 5 + relation(tree.token(dependent).deprel.as_str()),
        None => 4,
    }
}

fn distance(token: usize, head: usize) -> u8 {
    let steps = token.abs_diff(head);
    let distance = match steps {
        0..=3 => steps as u8,
        4..=6 => 4,
        7..=12 => 5,
        13..=24 => 6,
        _ => 7,
    };
    if token < head { 7 + distance } else { distance }
}
