//! Which statements lie in whose content.

use crate::annotate::Annotated;
use crate::extract::{Attribution, Statement};
use crate::text::Span;

/// Gives every statement its chain of speakers: the attributions whose content holds its relation, outermost first.
///
/// The statement that a cue itself makes lies outside its own content and so has only the outer speakers.
pub fn attach(statements: &mut [Statement], attributions: &[Attribution], annotated: &Annotated) {
    let cues: Vec<Span> = attributions
        .iter()
        .map(|attribution| place(annotated, &attribution.cue))
        .collect();
    let holds = |attribution: &Attribution, span: Span| {
        attribution
            .content
            .iter()
            .any(|content| content.contains(span))
    };
    let depths: Vec<usize> = cues
        .iter()
        .enumerate()
        .map(|(index, &cue)| {
            attributions
                .iter()
                .enumerate()
                .filter(|&(other, attribution)| other != index && holds(attribution, cue))
                .count()
        })
        .collect();
    for statement in statements {
        let relation = place(annotated, &statement.relation.phrase);
        let mut chain: Vec<usize> = (0..attributions.len())
            .filter(|&index| {
                holds(&attributions[index], relation) && !cues[index].contains(relation)
            })
            .collect();
        chain.sort_by_key(|&index| (depths[index], index));
        statement.attribution = chain;
    }
}

/// The place of a phrase's head.
fn place(annotated: &Annotated, phrase: &crate::extract::Phrase) -> Span {
    let sentence = annotated.sentences.get(phrase.sentence);
    let token = sentence.and_then(|sentence| sentence.tokens.get(phrase.head));
    token.map_or_else(Span::default, |token| token.span)
}
