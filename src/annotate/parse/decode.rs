//! From scores of heads to a tree with one root.
//!
//! | way | when | why |
//! |---|---|---|
//! | the best head of each word | these make a tree | they mostly do, and then no other tree scores higher |
//! | Eisner's algorithm | otherwise | the highest tree without crossing arcs; English has few that cross |

use crate::model::kernel::softmax_at;

/// The head of each word as a place counted from the root (0); the words are at places 1, 2, ….
///
/// `scores` holds for every place, the root included, a row of scores of all places as its head.
pub(crate) fn decode(scores: &[f32], places: usize) -> Vec<usize> {
    if places <= 1 {
        return Vec::new();
    }
    let mut heads = Vec::with_capacity(places - 1);
    for (index, scores) in scores.chunks_exact(places).enumerate().skip(1) {
        let mut best = if index == 1 { 0 } else { 1 };
        for (head, score) in scores.iter().enumerate() {
            if head != index && *score > scores[best] {
                best = head;
            }
        }
        heads.push(best);
    }
    if is_tree(&heads) {
        heads
    } else {
        Chart::new(scores, places).heads()
    }
}

/// The probability that `head` is the head of `word` among all places.
pub(crate) fn head_share(scores: &[f32], places: usize, word: usize, head: usize) -> f32 {
    let Some(row) = scores.get(word * places..(word + 1) * places) else {
        return 0.0;
    };
    // No word is its own head, whatever it scores.
    let mut row = row.to_vec();
    row[word] = f32::NEG_INFINITY;
    softmax_at(&row, head)
}

/// Whether exactly one word depends on the root and all others are below it.
pub(crate) fn is_tree(heads: &[usize]) -> bool {
    if heads.iter().filter(|&&head| head == 0).count() != 1 {
        return false;
    }
    // Each word is marked with the word from which it was first reached; reaching one's own mark again is a cycle.
    let mut reached = vec![0; heads.len() + 1];
    for start in 1..=heads.len() {
        let mut place = start;
        while place != 0 && reached[place] == 0 {
            reached[place] = start;
            place = heads[place - 1];
        }
        if place != 0 && reached[place] == start {
            return false;
        }
    }
    true
}

/// The best spans of Eisner's algorithm over the words, without the root.
struct Chart<'a> {
    scores: &'a [f32],
    places: usize,
    /// Best value and split of the span between two words, for each of four kinds.
    spans: [Vec<(f32, usize)>; 4],
}

/// Kinds of spans between a left and a right word: whether the arc between both was just drawn, or the dependents of
/// the head are complete, and which end is the head.
const DRAWN_LEFT_HEAD: usize = 0;
const DRAWN_RIGHT_HEAD: usize = 1;
const DONE_LEFT_HEAD: usize = 2;
const DONE_RIGHT_HEAD: usize = 3;

impl<'a> Chart<'a> {
    fn new(scores: &'a [f32], places: usize) -> Self {
        let empty = || vec![(0.0, 0); places * places];
        let mut chart = Self {
            scores,
            places,
            spans: [empty(), empty(), empty(), empty()],
        };
        for length in 1..places - 1 {
            for left in 1..places - length {
                chart.fill(left, left + length);
            }
        }
        chart
    }

    fn fill(&mut self, left: usize, right: usize) {
        let cell = left * self.places + right;
        let (joint, split) = self.best(left, right, |chart, split| {
            chart.value(DONE_LEFT_HEAD, left, split)
                + chart.value(DONE_RIGHT_HEAD, split + 1, right)
        });
        self.spans[DRAWN_LEFT_HEAD][cell] = (joint + self.score(right, left), split);
        self.spans[DRAWN_RIGHT_HEAD][cell] = (joint + self.score(left, right), split);
        let (value, split) = self.best(left, right, |chart, split| {
            chart.value(DRAWN_LEFT_HEAD, left, split + 1)
                + chart.value(DONE_LEFT_HEAD, split + 1, right)
        });
        self.spans[DONE_LEFT_HEAD][cell] = (value, split + 1);
        let (value, split) = self.best(left, right, |chart, split| {
            chart.value(DONE_RIGHT_HEAD, left, split) + chart.value(DRAWN_RIGHT_HEAD, split, right)
        });
        self.spans[DONE_RIGHT_HEAD][cell] = (value, split);
    }

    fn best(&self, left: usize, right: usize, value: impl Fn(&Self, usize) -> f32) -> (f32, usize) {
        let mut best = (value(self, left), left);
        for split in left + 1..right {
            let value = value(self, split);
            if value > best.0 {
                best = (value, split);
            }
        }
        best
    }

    fn value(&self, kind: usize, left: usize, right: usize) -> f32 {
        self.spans[kind][left * self.places + right].0
    }

    fn score(&self, dependent: usize, head: usize) -> f32 {
        self.scores[dependent * self.places + head]
    }

    fn heads(&self) -> Vec<usize> {
        let last = self.places - 1;
        let value = |root: usize| {
            let sides =
                self.value(DONE_RIGHT_HEAD, 1, root) + self.value(DONE_LEFT_HEAD, root, last);
            sides + self.score(root, 0)
        };
        let mut root = 1;
        for other in 2..=last {
            if value(other) > value(root) {
                root = other;
            }
        }
        let mut heads = vec![0; last];
        let mut open = vec![(DONE_RIGHT_HEAD, 1, root), (DONE_LEFT_HEAD, root, last)];
        while let Some((kind, left, right)) = open.pop() {
            if left == right {
                continue;
            }
            let (_, split) = self.spans[kind][left * self.places + right];
            match kind {
                DONE_LEFT_HEAD => {
                    open.extend([(DRAWN_LEFT_HEAD, left, split), (kind, split, right)]);
                    continue;
                }
                DONE_RIGHT_HEAD => {
                    open.extend([(kind, left, split), (DRAWN_RIGHT_HEAD, split, right)]);
                    continue;
                }
                DRAWN_LEFT_HEAD => heads[right - 1] = left,
                _ => heads[left - 1] = right,
            }
            open.extend([
                (DONE_LEFT_HEAD, left, split),
                (DONE_RIGHT_HEAD, split + 1, right),
            ]);
        }
        heads
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn total(scores: &[f32], heads: &[usize]) -> f32 {
        let places = heads.len() + 1;
        let arcs = heads.iter().enumerate();
        arcs.map(|(word, head)| scores[(word + 1) * places + head])
            .sum()
    }

    fn crosses(heads: &[usize]) -> bool {
        let arcs: Vec<_> = heads
            .iter()
            .enumerate()
            .map(|(word, &head)| ((word + 1).min(head), (word + 1).max(head)))
            .collect();
        arcs.iter()
            .any(|a| arcs.iter().any(|b| a.0 < b.0 && b.0 < a.1 && a.1 < b.1))
    }

    /// The highest tree without crossing arcs, by trying all.
    fn highest(scores: &[f32], words: usize) -> f32 {
        let places = words + 1;
        let mut best = f32::MIN;
        for number in 0..places.pow(words as u32) {
            let heads: Vec<_> = (0..words)
                .map(|word| number / places.pow(word as u32) % places)
                .collect();
            if is_tree(&heads) && !crosses(&heads) {
                best = best.max(total(scores, &heads));
            }
        }
        best
    }

    proptest! {
        #[test]
        fn eisner_finds_the_highest_tree(scores in prop::collection::vec(-9i8..9, 36), words in 1usize..6) {
            let places = words + 1;
            let scores: Vec<f32> = scores[..places * places].iter().map(|&score| score.into()).collect();
            let heads = Chart::new(&scores, places).heads();
            prop_assert!(is_tree(&heads));
            prop_assert!(!crosses(&heads));
            prop_assert_eq!(total(&scores, &heads), highest(&scores, words));
            let decoded = decode(&scores, places);
            prop_assert!(is_tree(&decoded));
            prop_assert!(total(&scores, &decoded) >= total(&scores, &heads));
        }

        #[test]
        fn any_scores_give_a_tree(scores in prop::collection::vec(any::<f32>(), 1600), words in 0usize..40) {
            let places = words + 1;
            let heads = decode(&scores[..places * places], places);
            prop_assert_eq!(heads.len(), words);
            prop_assert!(words == 0 || is_tree(&heads));
        }
    }
}
