//! What stands in whose content.

use crate::annotate::Annotated;
use crate::extract::Attribution;

/// Sets [`Attribution::within`]: of the contents that hold a cue, the shortest.
pub(super) fn fill(annotated: &Annotated, attributions: &mut [Attribution]) {
    let size = |found: &Attribution| found.content.iter().map(|span| span.len()).sum::<usize>();
    let sizes: Vec<usize> = attributions.iter().map(size).collect();
    let holders: Vec<Option<usize>> = (attributions.iter().enumerate())
        .map(|(index, found)| {
            let cue = found.cue.span(annotated);
            let holds = |other: &usize| {
                let mut content = attributions[*other].content.iter();
                content.any(|content| content.contains(cue))
            };
            // A holder says more than what it holds, so that no two can hold each other.
            (0..attributions.len())
                .filter(|&other| other != index && sizes[other] > sizes[index])
                .filter(holds)
                .min_by_key(|&other| (sizes[other], other))
        })
        .collect();
    for (found, holder) in attributions.iter_mut().zip(holders) {
        found.within = holder;
    }
}

/// The attributions around one, the nearest first.
pub(super) fn around(
    attributions: &[Attribution],
    index: usize,
) -> impl Iterator<Item = usize> + '_ {
    let within = move |&index: &usize| attributions.get(index).and_then(|found| found.within);
    std::iter::successors(
        attributions.get(index).and_then(|found| found.within),
        within,
    )
    // A holder's content is longer than what it holds, so that the way up ends; the bound is for attributions
    // that other programs made.
    .take(attributions.len())
}
