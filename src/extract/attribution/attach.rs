//! Which statements lie in whose content.

use crate::annotate::Annotated;
use crate::extract::{Attribution, Phrase, Statement};
use crate::text::Span;

/// Gives every statement its chain of speakers: the attributions whose content holds its relation, and those in whose
/// content these stand, outermost first. A statement without any is the author's own.
///
/// The statement that a cue itself makes lies outside its own content and so has only the outer speakers.
pub fn attach(statements: &mut [Statement], attributions: &[Attribution], annotated: &Annotated) {
    let contents = Contents::new(attributions);
    let cues: Vec<Span> = attributions
        .iter()
        .map(|found| place(annotated, &found.cue))
        .collect();
    let depths: Vec<usize> = cues.iter().map(|&cue| contents.around(cue).len()).collect();
    for statement in statements {
        let relation = place(annotated, &statement.relation.phrase);
        let mut chain = contents.around(relation);
        chain.retain(|&index| !cues[index].contains(relation));
        for at in 0..chain.len() {
            let holders = super::nesting::around(attributions, chain[at]);
            let missing: Vec<usize> = holders.filter(|holder| !chain.contains(holder)).collect();
            chain.extend(missing);
        }
        chain.sort_by_key(|&index| (depths[index], index));
        statement.attribution = chain;
    }
}

/// Stretches of content with the attribution that they belong to, by their start.
struct Contents {
    stretches: Vec<(Span, usize)>,
    /// The longest stretch, in bytes: none that starts further back can hold a word.
    longest: usize,
}

impl Contents {
    fn new(attributions: &[Attribution]) -> Self {
        let each = attributions.iter().enumerate();
        let mut stretches: Vec<(Span, usize)> = each
            .flat_map(|(index, found)| found.content.iter().map(move |&span| (span, index)))
            .collect();
        stretches.sort_unstable();
        let longest = stretches
            .iter()
            .map(|(span, _)| span.len())
            .max()
            .unwrap_or(0);
        Self { stretches, longest }
    }

    /// The attributions whose content holds `span`.
    fn around(&self, span: Span) -> Vec<usize> {
        let from = self
            .stretches
            .partition_point(|(stretch, _)| stretch.start + self.longest < span.end);
        let near = self.stretches[from..]
            .iter()
            .take_while(|(stretch, _)| stretch.start <= span.start);
        near.filter(|(stretch, _)| stretch.contains(span))
            .map(|&(_, index)| index)
            .collect()
    }
}

/// The place of a phrase's head.
fn place(annotated: &Annotated, phrase: &Phrase) -> Span {
    let sentence = annotated.sentences.get(phrase.sentence);
    let token = sentence.and_then(|sentence| sentence.tokens.get(phrase.head));
    token.map_or_else(Span::default, |token| token.span)
}
