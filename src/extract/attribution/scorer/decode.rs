//! From scores of tokens to the spans of an attribution.

use std::ops::Range;

use super::network::{CueScores, TAGS};

/// The tags of the first words; those of further words are one higher.
const SOURCE: usize = 1;
const CUE: usize = 3;
const CONTENT: usize = 5;
/// The spans of the network replace those of the rules if they score higher by at least this.
const MARGIN: f32 = 1.0;

/// The tokens of an attribution, counted over the whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AttributionSpans {
    pub(super) source: Option<Range<usize>>,
    /// The cue around the head.
    pub(super) cue: Option<Range<usize>>,
    pub(super) content: Vec<Range<usize>>,
}

/// The best spans for a candidate with this head, whose window begins at `first`.
pub(super) fn decode(scores: &CueScores, head: usize, first: usize) -> AttributionSpans {
    let path = best_path(&scores.tags);
    let move_by = |span: Range<usize>| span.start + first..span.end + first;
    let spans = |tag: usize| spans_of(&path, tag).into_iter().map(move_by);
    let score = |span: &Range<usize>| -> f32 {
        let tags = &scores.tags[span.start - first..span.end - first];
        let over = |tags: &[f32; TAGS]| tags[SOURCE].max(tags[SOURCE + 1]) - tags[0];
        tags.iter().map(over).sum()
    };
    let mut source: Option<(f32, Range<usize>)> = None;
    for span in spans(SOURCE) {
        let score = score(&span);
        if source.as_ref().is_none_or(|(most, _)| score > *most) {
            source = Some((score, span));
        }
    }
    AttributionSpans {
        source: source.map(|(_, span)| span),
        cue: spans(CUE).find(|span| span.contains(&head)),
        content: spans(CONTENT).collect(),
    }
}

impl AttributionSpans {
    /// The spans of the network, but those of the rules where they score nearly as high.
    pub(super) fn or_rules(mut self, rules: &Self, scores: &CueScores, first: usize) -> Self {
        // What the rules joined from several places is kept whole: `that prices fell, a claim the mill denied`.
        let joined = self.content.len() < rules.content.len();
        if joined && self.content.iter().all(|span| rules.content.contains(span)) {
            self.content.clone_from(&rules.content);
        }
        let mut best = self.score(scores, first);
        let swaps: [fn(&mut Self, &Self); 3] = [
            |to, from| to.source.clone_from(&from.source),
            |to, from| to.content.clone_from(&from.content),
            |to, from| to.cue.clone_from(&from.cue),
        ];
        for swap in swaps {
            let mut other = self.clone();
            swap(&mut other, rules);
            let score = other.score(scores, first);
            if best - score < MARGIN {
                (self, best) = (other, score);
            }
        }
        self
    }

    /// The sum of the scores of what each token is.
    fn score(&self, scores: &CueScores, first: usize) -> f32 {
        let size = scores.tags.len();
        let mut tags = vec![0; size];
        let mut put = |span: &Range<usize>, tag: usize| {
            let from = span.start.saturating_sub(first).min(size);
            let to = span.end.saturating_sub(first).min(size);
            for (place, slot) in (from..to).zip(&mut tags[from.min(to)..to]) {
                *slot = tag + usize::from(place > from);
            }
        };
        for span in &self.content {
            put(span, CONTENT);
        }
        if let Some(cue) = &self.cue {
            put(cue, CUE);
        }
        if let Some(source) = &self.source {
            put(source, SOURCE);
        }
        let scores = scores.tags.iter().zip(&tags);
        scores.map(|(scores, &tag)| scores[tag]).sum()
    }
}

/// The spans that begin with a tag and continue with the next higher one.
fn spans_of(path: &[usize], tag: usize) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (place, &found) in path.iter().enumerate() {
        if found == tag {
            spans.push(place..place + 1);
        } else if found == tag + 1
            && let Some(last) = spans.last_mut()
        {
            last.end = place + 1;
        }
    }
    spans
}

/// The tags with the highest sum of scores in which no span continues that has not begun (Viterbi).
fn best_path(scores: &[[f32; TAGS]]) -> Vec<usize> {
    let continues = |tag: usize| tag != 0 && tag.is_multiple_of(2);
    let mut sums: Vec<[f32; TAGS]> = Vec::with_capacity(scores.len());
    let mut back: Vec<[usize; TAGS]> = Vec::with_capacity(scores.len());
    for (place, scores) in scores.iter().enumerate() {
        let mut row = [0.0; TAGS];
        let mut from = [0; TAGS];
        for tag in 0..TAGS {
            let Some(before) = place.checked_sub(1).map(|place| &sums[place]) else {
                row[tag] = scores[tag] - if continues(tag) { 1e9 } else { 0.0 };
                continue;
            };
            let mut best = (f32::MIN, 0);
            for (other, &sum) in before.iter().enumerate() {
                let allowed = !continues(tag) || other == tag || other + 1 == tag;
                if allowed && sum > best.0 {
                    best = (sum, other);
                }
            }
            row[tag] = best.0 + scores[tag];
            from[tag] = best.1;
        }
        sums.push(row);
        back.push(from);
    }
    let Some(last) = sums.last() else {
        return Vec::new();
    };
    let mut tag = (0..TAGS).fold(
        0,
        |best, tag| if last[tag] > last[best] { tag } else { best },
    );
    let mut path = vec![tag];
    for from in back.iter().skip(1).rev() {
        tag = from[tag];
        path.push(tag);
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(tags: &[usize]) -> CueScores {
        let row = |&tag: &usize| {
            let mut row = [0.0; TAGS];
            row[tag] = 1.0;
            row
        };
        CueScores {
            probability: 1.0,
            tags: tags.iter().map(row).collect(),
        }
    }

    fn one(span: Range<usize>) -> Vec<Range<usize>> {
        std::iter::once(span).collect()
    }

    #[test]
    fn spans_begin_and_continue() {
        let found = decode(&scores(&[1, 2, 0, 3, 5, 6, 6, 0, 5]), 13, 10);
        let expected = AttributionSpans {
            source: Some(10..12),
            cue: Some(13..14),
            content: vec![14..17, 18..19],
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn nothing_continues_that_has_not_begun() {
        let mut scores = scores(&[0, 6, 6, 0]);
        scores.tags[1][5] = 0.9;
        let found = decode(&scores, 0, 0);
        assert_eq!(found.content, one(1..3));
        assert!(found.cue.is_none() && found.source.is_none());
    }

    #[test]
    fn the_spans_of_the_rules_stay_unless_the_network_clearly_disagrees() {
        let rules = AttributionSpans {
            source: Some(0..1),
            cue: Some(1..2),
            content: one(2..4),
        };
        let mut scores = scores(&[1, 3, 5, 6, 6]);
        let own = |scores: &CueScores| decode(scores, 1, 0);
        assert_eq!(own(&scores).content, one(2..5));
        scores.tags[4][0] = 0.5;
        let found = own(&scores).or_rules(&rules, &scores, 0);
        assert_eq!(found, rules);
        scores.tags[4][6] = 2.0;
        let found = own(&scores).or_rules(&rules, &scores, 0);
        assert_eq!(found.content, one(2..5));
    }

    #[test]
    fn of_two_sources_the_more_probable_one_counts() {
        let mut scores = scores(&[1, 0, 1, 0]);
        scores.tags[2][1] = 3.0;
        assert_eq!(decode(&scores, 3, 0).source, Some(2..3));
    }
}
