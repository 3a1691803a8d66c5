//! The words of a relation: the verb with its auxiliaries, negation and particles, and the verbs that lead to it.

use crate::lexicon::Part;
use crate::text::{Deprel, Xpos};

use crate::extract::SentenceContext;
use crate::extract::polarity::pending;

use super::predicate::{conjunction, governors, has_auxiliary, own_subject, particle_to};

/// The words that express the relation of `token`, those of its governors included, in order.
pub(crate) fn relation_tokens(context: &SentenceContext<'_>, token: usize) -> Vec<usize> {
    let chain = governors(context, token);
    let mut tokens = Vec::new();
    for &verb in chain.iter().chain(std::iter::once(&token)) {
        tokens.extend(group(context, verb));
    }
    for &verb in chain.iter().skip(1).chain(std::iter::once(&token)) {
        if !chain.is_empty() {
            tokens.extend(link(context, verb));
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// *to* of an infinitive, *of* of *accused of launching*; a coordinated verb shares that of the first.
fn link(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    let own = particle_to(context, verb).or_else(|| conjunction(context, verb));
    own.or_else(|| {
        let head = context.head(verb)?;
        (context.relation(verb) == Deprel::Conj)
            .then(|| particle_to(context, head).or_else(|| conjunction(context, head)))?
    })
}

/// The verb with its own auxiliaries, negation, particles and the adverbs between them.
pub(crate) fn group(context: &SentenceContext<'_>, verb: usize) -> Vec<usize> {
    let mut tokens = vec![verb];
    for &child in context.tree.children(verb) {
        match context.relation(child) {
            // *The reason is that prices are rising*: the copula joins the clause to another subject.
            Deprel::Cop if context.is_verb(verb) && has_outer_subject(context, verb) => {}
            Deprel::Aux | Deprel::Cop => tokens.push(child),
            Deprel::Compound if context.token(child).deprel == Deprel::CompoundPrt => {
                tokens.push(child)
            }
            Deprel::Advmod if is_negation(context, child) && child < verb => tokens.push(child),
            Deprel::Advmod if pending(context, verb) == Some(child) => tokens.push(child),
            _ => {}
        }
    }
    tokens.extend(shared_auxiliaries(context, verb));
    tokens.extend(particle_behind_auxiliary(context, verb));
    let first = if context.is_verb(verb) {
        tokens.iter().copied().min().unwrap_or(verb)
    } else {
        // Degrees belong to an adjective: *remains deeply unsatisfied*.
        verb.saturating_sub(2)
    };
    let between = context.tree.children_by(verb, &[Deprel::Advmod]);
    tokens.extend(
        between.filter(|&adverb| first < adverb && adverb < verb && is_single(context, adverb)),
    );
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// Whether the clause itself is said of a subject: *The reason is that …*.
pub(crate) fn has_outer_subject(context: &SentenceContext<'_>, clause: usize) -> bool {
    (context.tree.children(clause).iter())
        .any(|&child| context.token(child).deprel == Deprel::NsubjOuter)
}

fn is_single(context: &SentenceContext<'_>, adverb: usize) -> bool {
    context.tree.children(adverb).is_empty()
}

/// Whether the word negates its clause.
pub(crate) fn is_negation(context: &SentenceContext<'_>, token: usize) -> bool {
    let words = context.words();
    words.negates(context.lemma(token), Part::Adverb)
        || words.negates(&context.token(token).form.to_lowercase(), Part::Adverb)
}

/// *were to return*: the particle behind the auxiliary.
pub(crate) fn particle_behind_auxiliary(
    context: &SentenceContext<'_>,
    verb: usize,
) -> Option<usize> {
    let particle = particle_to(context, verb)?;
    let mut auxiliaries = context.tree.children_by(verb, &[Deprel::Aux, Deprel::Cop]);
    auxiliaries
        .any(|auxiliary| auxiliary < particle && context.token(auxiliary).xpos != Xpos::Md)
        .then_some(particle)
}

/// *has arrested and charged*: the second verb shares the auxiliaries of the first.
fn shared_auxiliaries(context: &SentenceContext<'_>, verb: usize) -> Vec<usize> {
    let Some(head) = context.head(verb) else {
        return Vec::new();
    };
    let shares = context.relation(verb) == Deprel::Conj
        && context.token(verb).xpos == context.token(head).xpos
        && matches!(
            context.token(verb).xpos,
            Xpos::Vbn | Xpos::Vb | Xpos::Vbg | Xpos::Jj
        )
        && !has_auxiliary(context, verb)
        && own_subject(context, verb).is_none();
    if !shares {
        return Vec::new();
    }
    context
        .tree
        .children_by(head, &[Deprel::Aux, Deprel::Cop, Deprel::Advmod])
        .filter(|&child| {
            child < head
                && (context.relation(child) != Deprel::Advmod || is_negation(context, child))
        })
        .collect()
}

/// The lemma of the relation: head and particles, after the lemma of an adjective's or noun's verb.
pub(crate) fn relation_lemma(context: &SentenceContext<'_>, head: usize) -> String {
    let mut lemma = context.lemma(head).to_owned();
    for particle in context.tree.children_by(head, &[Deprel::CompoundPrt]) {
        if context.token(particle).deprel == Deprel::CompoundPrt {
            lemma.push(' ');
            lemma.push_str(context.lemma(particle));
        }
    }
    lemma
}
