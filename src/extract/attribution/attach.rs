//! The chain of speakers of each statement.

use crate::annotate::Annotated;
use crate::extract::{Attribution, AttributionKind, Phrase, Statement};
use crate::lexicon::Stance;
use crate::text::Span;

/// Gives every statement its chain of speakers: the attributions whose content holds its relation, and those in whose
/// content these stand, outermost first. A statement without any is the author's own.
///
/// The statement that a cue itself makes lies outside its own content and so has only the outer speakers.
pub fn attach(statements: &mut [Statement], attributions: &[Attribution], annotated: &Annotated) {
    let contents = ContentIndex::new(attributions);
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
            let outer = super::finish::around(attributions, chain[at]);
            let missing: Vec<usize> = outer.filter(|outer| !chain.contains(outer)).collect();
            chain.extend(missing);
        }
        let subject = place(annotated, &statement.subject);
        chain.retain(|&index| is_source(&attributions[index], subject));
        chain.sort_by_key(|&index| (depths[index], index));
        statement.attribution = chain;
    }
}

/// Whether the one who is attributed with a content says what the statement with this `subject` says. Nobody does by an act, or by
/// a wish or plan of one's own, whose subject is no part of the content: *refused to hear the case* and *hoped to win* are told by
/// the author.
fn is_source(attribution: &Attribution, subject: Span) -> bool {
    let inside = || {
        attribution
            .content
            .iter()
            .any(|content| content.contains(subject))
    };
    match attribution.kind {
        AttributionKind::Saying | AttributionKind::Thinking => true,
        AttributionKind::Wanting => attribution.stance == Stance::Demand || inside(),
        AttributionKind::Act => false,
    }
}

/// The contents of all attributions by position.
struct ContentIndex {
    /// Each span of content with its attribution, in ascending order.
    spans: Vec<(Span, usize)>,
    /// The length of the longest span: none that starts further back can hold a word.
    longest: usize,
}

impl ContentIndex {
    fn new(attributions: &[Attribution]) -> Self {
        let each = attributions.iter().enumerate();
        let mut spans: Vec<(Span, usize)> = each
            .flat_map(|(index, found)| found.content.iter().map(move |&span| (span, index)))
            .collect();
        spans.sort_unstable();
        let longest = spans.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Self { spans, longest }
    }

    /// The attributions whose content holds `span`.
    fn around(&self, span: Span) -> Vec<usize> {
        let from = self
            .spans
            .partition_point(|(content, _)| content.start + self.longest < span.end);
        let near = self.spans[from..]
            .iter()
            .take_while(|(content, _)| content.start <= span.start);
        near.filter(|(content, _)| content.contains(span))
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
