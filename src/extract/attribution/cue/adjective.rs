//! Adjectives as cues: `is confident that`, `are worried about`, `was unaware of`.

use crate::extract::attribution::content::{Complement, content_span};
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::source::{noun_phrase, subject};
use crate::lexicon::{Cue, FunctionWord};
use crate::syntax;
use crate::text::{Deprel, Upos};

/// The drafts of the adjectives of a sentence.
pub(super) fn find(context: &AttributionContext<'_>) -> Vec<AttributionDraft> {
    let words = (0..context.sentence.tokens.len())
        .filter(|&token| matches!(context.token(token).upos, Upos::Adj | Upos::Verb));
    words
        .filter_map(|word| draft(context, word, context.cues.adjective(&context.lower(word))?))
        .collect()
}

fn draft(
    context: &AttributionContext<'_>,
    adjective: usize,
    cue: &Cue,
) -> Option<AttributionDraft> {
    let token = context.token(adjective);
    let copular =
        context.has_child(adjective, Deprel::Cop) || context.has_child(adjective, Deprel::AuxPass);
    let mut group = context.group(adjective);
    if !copular {
        let verb = token.head.filter(|_| token.relation() == Deprel::Xcomp)?;
        let upper = context.group(verb);
        if upper.last + 1 != group.first {
            return None;
        }
        group = group.cover(upper);
    }
    let source = context
        .tree
        .child(adjective, Deprel::NsubjPass)
        .or_else(|| subject(context, adjective))?;
    let complement = complement(context, adjective, cue)?;
    if complement.preposition == Some(group.last + 1) {
        group.last += 1;
    }
    let content = content_span(context, complement.ranges[0])?;
    let source = noun_phrase(context, source);
    Some(AttributionDraft::silent(
        context, adjective, group, source, cue.stance, content,
    ))
}

/// The content behind the adjective.
fn complement(context: &AttributionContext<'_>, adjective: usize, cue: &Cue) -> Option<Complement> {
    let frames = &cue.frames;
    let children = context.tree.children(adjective).iter().copied();
    children
        .filter(|&child| child > adjective)
        .find_map(|child| {
            let whole = || Complement::of([context.below(child, &[])]);
            match context.token(child).relation() {
                Deprel::Ccomp if frames.clause => Some(whole()),
                Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl
                    if frames.infinitive && syntax::particle_to(&context.tree, child).is_some() =>
                {
                    Some(whole())
                }
                Deprel::Advcl if frames.clause && is_declarative(context, child) => Some(whole()),
                Deprel::Obl | Deprel::Advcl => Complement::prepositional(context, child, frames),
                _ => None,
            }
        })
}

/// Whether *that* introduces the clause.
fn is_declarative(context: &AttributionContext<'_>, clause: usize) -> bool {
    let mut marks = context.tree.children_by(clause, &[Deprel::Mark]);
    marks.any(|mark| context.is_function(mark, FunctionWord::Declarative))
}
