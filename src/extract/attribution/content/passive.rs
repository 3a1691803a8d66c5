//! The content of a verb in the passive voice: `is expected to`, `is said to`, `was told that`, `was criticised by`.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::lexicon::{Cue, Fit, FunctionWord};
use crate::syntax;
use crate::text::Deprel;

use super::complement::Complement;

/// The content of a passive verb.
pub(in crate::extract::attribution) fn passive_complement(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
) -> Option<Complement> {
    let frames = &cue.frames;
    let tree = &context.tree;
    let subject = tree.child(verb, Deprel::NsubjPass);
    let clause = tree
        .child(verb, Deprel::Ccomp)
        .or_else(|| tree.child(verb, Deprel::Csubj));
    if let Some(clause) = clause
        && (frames.clause || frames.quote)
    {
        return Some(Complement::of([context.below(clause, &[verb])]));
    }
    let complement = tree
        .child(verb, Deprel::Xcomp)
        .filter(|&complement| complement > verb);
    let takes_complement =
        frames.infinitive || frames.object_infinitive || frames.clause || frames.object != Fit::No;
    if let Some(complement) = complement.filter(|_| takes_complement) {
        let mut ranges = vec![context.below(complement, &[])];
        if !frames.hearer {
            ranges.extend(subject.map(|subject| context.below(subject, &[])));
        }
        return Some(Complement::of(ranges));
    }
    if let Some(clause) = clause_behind_agent(context, verb).filter(|_| frames.clause) {
        return Some(Complement::of([clause]));
    }
    let subject = subject?;
    let phrase = tree
        .children_by(verb, &[Deprel::Obl, Deprel::Advcl])
        .find(|&child| child > verb && context.is_marked(child, FunctionWord::ObjectPhrase));
    let sure = frames.object == Fit::Sure && cue.strength > 1;
    if sure
        && (syntax::agent(&context.tree, verb).is_some() || phrase.is_some() || cue.strength == 3)
    {
        let mut ranges = vec![context.below(subject, &[])];
        ranges.extend(phrase.map(|phrase| context.below(phrase, &[])));
        return Some(Complement::of(ranges));
    }
    None
}

/// The clause after the agent, which parsers take for a relative clause of it: `was told by aides that …`.
fn clause_behind_agent(context: &AttributionContext<'_>, verb: usize) -> Option<TokenRange> {
    let agent = syntax::agent(&context.tree, verb)?;
    let clause = context
        .tree
        .children_by(agent, &[Deprel::Acl])
        .find(|&clause| clause > agent)?;
    let mark = context
        .tree
        .children_by(clause, &[Deprel::Mark])
        .find(|&mark| context.is_function(mark, FunctionWord::Declarative))?;
    Some(TokenRange::new(mark, context.below(clause, &[]).last))
}
