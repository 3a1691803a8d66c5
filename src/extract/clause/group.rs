//! The words of a relation: the verb with its auxiliaries, negation and particles, and the verbs that lead to it.

use crate::lexicon::Part;
use crate::text::{Deprel, Xpos};

use crate::extract::Scene;
use crate::extract::polarity::pending;

use super::predicate::{conjunction, governors, has_auxiliary, own_subject, particle_to};

/// The words that express the relation of `token`, those of its governors included, in order.
pub(crate) fn relation_tokens(scene: &Scene<'_>, token: usize) -> Vec<usize> {
    let chain = governors(scene, token);
    let mut tokens = Vec::new();
    for &verb in chain.iter().chain(std::iter::once(&token)) {
        tokens.extend(group(scene, verb));
    }
    for &verb in chain.iter().skip(1).chain(std::iter::once(&token)) {
        if !chain.is_empty() {
            tokens.extend(link(scene, verb));
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// *to* of an infinitive, *of* of *accused of launching*; a coordinated verb shares that of the first.
fn link(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let own = particle_to(scene, verb).or_else(|| conjunction(scene, verb));
    own.or_else(|| {
        let head = scene.head(verb)?;
        (scene.relation(verb) == Deprel::Conj)
            .then(|| particle_to(scene, head).or_else(|| conjunction(scene, head)))?
    })
}

/// The verb with its own auxiliaries, negation, particles and the adverbs between them.
pub(crate) fn group(scene: &Scene<'_>, verb: usize) -> Vec<usize> {
    let mut tokens = vec![verb];
    for &child in scene.tree.children(verb) {
        match scene.relation(child) {
            // *The reason is that prices are rising*: the copula joins the clause to another subject.
            Deprel::Cop if scene.is_verb(verb) && has_outer_subject(scene, verb) => {}
            Deprel::Aux | Deprel::Cop => tokens.push(child),
            Deprel::Compound if scene.token(child).deprel == Deprel::CompoundPrt => {
                tokens.push(child)
            }
            Deprel::Advmod if is_negation(scene, child) && child < verb => tokens.push(child),
            Deprel::Advmod if pending(scene, verb) == Some(child) => tokens.push(child),
            _ => {}
        }
    }
    tokens.extend(shared_auxiliaries(scene, verb));
    tokens.extend(particle_behind_auxiliary(scene, verb));
    let first = if scene.is_verb(verb) {
        tokens.iter().copied().min().unwrap_or(verb)
    } else {
        // Degrees belong to an adjective: *remains deeply unsatisfied*.
        verb.saturating_sub(2)
    };
    let between = scene.tree.children_by(verb, &[Deprel::Advmod]);
    tokens.extend(
        between.filter(|&adverb| first < adverb && adverb < verb && is_single(scene, adverb)),
    );
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// Whether the clause itself is said of a subject: *The reason is that …*.
pub(crate) fn has_outer_subject(scene: &Scene<'_>, clause: usize) -> bool {
    (scene.tree.children(clause).iter())
        .any(|&child| scene.token(child).deprel == Deprel::NsubjOuter)
}

fn is_single(scene: &Scene<'_>, adverb: usize) -> bool {
    scene.tree.children(adverb).is_empty()
}

/// Whether the word negates its clause.
pub(crate) fn is_negation(scene: &Scene<'_>, token: usize) -> bool {
    let words = scene.words();
    words.negates(scene.lemma(token), Part::Adverb)
        || words.negates(&scene.token(token).form.to_lowercase(), Part::Adverb)
}

/// *were to return*: the particle behind the auxiliary.
pub(crate) fn particle_behind_auxiliary(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let particle = particle_to(scene, verb)?;
    let mut auxiliaries = scene.tree.children_by(verb, &[Deprel::Aux, Deprel::Cop]);
    auxiliaries
        .any(|auxiliary| auxiliary < particle && scene.token(auxiliary).xpos != Xpos::Md)
        .then_some(particle)
}

/// *has arrested and charged*: the second verb shares the auxiliaries of the first.
fn shared_auxiliaries(scene: &Scene<'_>, verb: usize) -> Vec<usize> {
    let Some(head) = scene.head(verb) else {
        return Vec::new();
    };
    let shares = scene.relation(verb) == Deprel::Conj
        && scene.token(verb).xpos == scene.token(head).xpos
        && matches!(
            scene.token(verb).xpos,
            Xpos::Vbn | Xpos::Vb | Xpos::Vbg | Xpos::Jj
        )
        && !has_auxiliary(scene, verb)
        && own_subject(scene, verb).is_none();
    if !shares {
        return Vec::new();
    }
    scene
        .tree
        .children_by(head, &[Deprel::Aux, Deprel::Cop, Deprel::Advmod])
        .filter(|&child| {
            child < head && (scene.relation(child) != Deprel::Advmod || is_negation(scene, child))
        })
        .collect()
}

/// The lemma of the relation: head and particles, after the lemma of an adjective's or noun's verb.
pub(crate) fn relation_lemma(scene: &Scene<'_>, head: usize) -> String {
    let mut lemma = scene.lemma(head).to_owned();
    for particle in scene.tree.children_by(head, &[Deprel::CompoundPrt]) {
        if scene.token(particle).deprel == Deprel::CompoundPrt {
            lemma.push(' ');
            lemma.push_str(scene.lemma(particle));
        }
    }
    lemma
}
