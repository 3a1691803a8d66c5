//! Attributions inside the content of others.

use crate::annotate::Annotated;
use crate::extract::Attribution;

/// Sets [`Attribution::within`] to the attribution with the shortest of the contents that hold the cue.
pub(in crate::extract::attribution) fn link_nested(
    annotated: &Annotated,
    attributions: &mut [Attribution],
) {
    let size = |found: &Attribution| found.content.iter().map(|span| span.len()).sum::<usize>();
    let sizes: Vec<usize> = attributions.iter().map(size).collect();
    let outer: Vec<Option<usize>> = (attributions.iter().enumerate())
        .map(|(index, found)| {
            let cue = found.cue.span(annotated);
            let holds = |other: &usize| {
                let mut content = attributions[*other].content.iter();
                content.any(|content| content.contains(cue))
            };
            // The outer content is longer, so that no two can hold each other.
            (0..attributions.len())
                .filter(|&other| other != index && sizes[other] > sizes[index])
                .filter(holds)
                .min_by_key(|&other| (sizes[other], other))
        })
        .collect();
    for (found, outer) in attributions.iter_mut().zip(outer) {
        found.within = outer;
    }
}

/// The attributions in whose content one stands, the nearest first.
pub(in crate::extract::attribution) fn around(
    attributions: &[Attribution],
    index: usize,
) -> impl Iterator<Item = usize> + '_ {
    let within = move |&index: &usize| attributions.get(index).and_then(|found| found.within);
    std::iter::successors(
        attributions.get(index).and_then(|found| found.within),
        within,
    )
    // The outer content is longer, so that the way up ends. The bound is for attributions that other programs made.
    .take(attributions.len())
}
