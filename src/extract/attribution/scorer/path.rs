//! From scores of tokens to the stretches that they are most likely to make.

use std::ops::Range;

use super::network::{TAGS, Verdict};

const SOURCE: usize = 1;
const CUE: usize = 3;
const CONTENT: usize = 5;
/// By how much the network's stretches must score higher than those of the rules to take their place.
const CLEARLY: f32 = 1.0;

/// The stretches of tokens of an attribution, as the network sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretches {
    pub(super) source: Option<Range<usize>>,
    /// The cue around the head.
    pub(super) cue: Option<Range<usize>>,
    pub(super) content: Vec<Range<usize>>,
}

/// The best stretches for a case with this head, whose window begins at `first`.
pub(super) fn stretches(verdict: &Verdict, head: usize, first: usize) -> Stretches {
    let path = best(&verdict.tags);
    let move_by = |run: Range<usize>| run.start + first..run.end + first;
    let runs = |tag: usize| runs(&path, tag).into_iter().map(move_by);
    let score = |run: &Range<usize>| -> f32 {
        let tags = &verdict.tags[run.start - first..run.end - first];
        let over = |tags: &[f32; TAGS]| tags[SOURCE].max(tags[SOURCE + 1]) - tags[0];
        tags.iter().map(over).sum()
    };
    let mut source: Option<(f32, Range<usize>)> = None;
    for run in runs(SOURCE) {
        let score = score(&run);
        if source.as_ref().is_none_or(|(most, _)| score > *most) {
            source = Some((score, run));
        }
    }
    Stretches {
        source: source.map(|(_, run)| run),
        cue: runs(CUE).find(|run| run.contains(&head)),
        content: runs(CONTENT).collect(),
    }
}

impl Stretches {
    /// The network's stretches, but those of the rules where they score nearly as high.
    pub(super) fn or_rules(mut self, rules: &Self, verdict: &Verdict, first: usize) -> Self {
        // What the rules joined from several places is not torn apart: `that prices fell, a claim the mill denied`.
        let joined = self.content.len() < rules.content.len();
        if joined && self.content.iter().all(|run| rules.content.contains(run)) {
            self.content.clone_from(&rules.content);
        }
        let mut best = self.score(verdict, first);
        let swaps: [fn(&mut Self, &Self); 3] = [
            |to, from| to.source.clone_from(&from.source),
            |to, from| to.content.clone_from(&from.content),
            |to, from| to.cue.clone_from(&from.cue),
        ];
        for swap in swaps {
            let mut other = self.clone();
            swap(&mut other, rules);
            let score = other.score(verdict, first);
            if best - score < CLEARLY {
                (self, best) = (other, score);
            }
        }
        self
    }

    /// The sum of the scores of what each token is.
    fn score(&self, verdict: &Verdict, first: usize) -> f32 {
        let size = verdict.tags.len();
        let mut tags = vec![0; size];
        let mut put = |run: &Range<usize>, tag: usize| {
            let from = run.start.saturating_sub(first).min(size);
            let to = run.end.saturating_sub(first).min(size);
            for (place, slot) in (from..to).zip(&mut tags[from.min(to)..to]) {
                *slot = tag + usize::from(place > from);
            }
        };
        for run in &self.content {
            put(run, CONTENT);
        }
        if let Some(cue) = &self.cue {
            put(cue, CUE);
        }
        if let Some(source) = &self.source {
            put(source, SOURCE);
        }
        let scores = verdict.tags.iter().zip(&tags);
        scores.map(|(scores, &tag)| scores[tag]).sum()
    }
}

/// The stretches that begin with a tag and go on with the next one.
fn runs(path: &[usize], tag: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (place, &found) in path.iter().enumerate() {
        if found == tag {
            runs.push(place..place + 1);
        } else if found == tag + 1
            && let Some(last) = runs.last_mut()
        {
            last.end = place + 1;
        }
    }
    runs
}

/// The tags with the highest sum of scores in which no stretch goes on that has not begun.
fn best(scores: &[[f32; TAGS]]) -> Vec<usize> {
    let goes_on = |tag: usize| tag != 0 && tag.is_multiple_of(2);
    let mut sums: Vec<[f32; TAGS]> = Vec::with_capacity(scores.len());
    let mut back: Vec<[usize; TAGS]> = Vec::with_capacity(scores.len());
    for (place, scores) in scores.iter().enumerate() {
        let mut row = [0.0; TAGS];
        let mut from = [0; TAGS];
        for tag in 0..TAGS {
            let Some(before) = place.checked_sub(1).map(|place| &sums[place]) else {
                row[tag] = scores[tag] - if goes_on(tag) { 1e9 } else { 0.0 };
                continue;
            };
            let mut best = (f32::MIN, 0);
            for (other, &sum) in before.iter().enumerate() {
                let allowed = !goes_on(tag) || other == tag || other + 1 == tag;
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

    fn verdict(tags: &[usize]) -> Verdict {
        let row = |&tag: &usize| {
            let mut row = [0.0; TAGS];
            row[tag] = 1.0;
            row
        };
        Verdict {
            keep: 1.0,
            tags: tags.iter().map(row).collect(),
        }
    }

    fn one(run: Range<usize>) -> Vec<Range<usize>> {
        std::iter::once(run).collect()
    }

    #[test]
    fn stretches_begin_and_go_on() {
        let found = stretches(&verdict(&[1, 2, 0, 3, 5, 6, 6, 0, 5]), 13, 10);
        let expected = Stretches {
            source: Some(10..12),
            cue: Some(13..14),
            content: vec![14..17, 18..19],
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn nothing_goes_on_that_has_not_begun() {
        let mut verdict = verdict(&[0, 6, 6, 0]);
        verdict.tags[1][5] = 0.9;
        let found = stretches(&verdict, 0, 0);
        assert_eq!(found.content, one(1..3));
        assert!(found.cue.is_none() && found.source.is_none());
    }

    #[test]
    fn the_rules_stay_where_the_network_is_not_clearly_of_another_mind() {
        let rules = Stretches {
            source: Some(0..1),
            cue: Some(1..2),
            content: one(2..4),
        };
        let mut verdict = verdict(&[1, 3, 5, 6, 6]);
        let own = |verdict: &Verdict| stretches(verdict, 1, 0);
        assert_eq!(own(&verdict).content, one(2..5));
        verdict.tags[4][0] = 0.5;
        let found = own(&verdict).or_rules(&rules, &verdict, 0);
        assert_eq!(found, rules);
        verdict.tags[4][6] = 2.0;
        let found = own(&verdict).or_rules(&rules, &verdict, 0);
        assert_eq!(found.content, one(2..5));
    }

    #[test]
    fn of_two_sources_the_surer_one_counts() {
        let mut verdict = verdict(&[1, 0, 1, 0]);
        verdict.tags[2][1] = 3.0;
        assert_eq!(stretches(&verdict, 3, 0).source, Some(2..3));
    }
}
