//! What the words of a clause or noun phrase themselves say of its polarity and modality.

use crate::extract::{Modality, SentenceContext};
use crate::lexicon::{ModalityCue, Part};
use crate::syntax::{is_imperative, is_negation, negative_determiners, verb_group};
use crate::text::{Deprel, Upos, Xpos};

use super::lookup::{Cued, fronted, mark_operator, part};

/// The words of the clause that negate it: *not*, *without*, *no* on its subject or object. `via` is left
/// out: a noun below that is asked on its own.
pub(super) fn negations(
    context: &SentenceContext<'_>,
    token: usize,
    via: Option<usize>,
) -> Vec<usize> {
    let (tree, words) = (context.tree, context.words());
    let mut found = adverbs(context, token);
    found.extend(preposition(context, token));
    found.extend(circumstance(context, token));
    if context.is_nominal(token) && !context.is_verb(token) {
        found.extend(negative_determiners(tree, words, token));
    }
    let ends = tree.children_by(token, &[Deprel::Nsubj, Deprel::Obj]);
    for end in ends.filter(|&end| Some(end) != via && context.is_nominal(end)) {
        found.extend(negative_determiners(tree, words, end));
    }
    found
}

/// The negating adverbs of a predicate; a coordinated verb that shares the auxiliary of the first shares its negation.
fn adverbs(context: &SentenceContext<'_>, predicate: usize) -> Vec<usize> {
    let (tree, words) = (context.tree, context.words());
    let own: Vec<usize> = tree
        .children_by(predicate, &[Deprel::Advmod, Deprel::Cc])
        .filter(|&child| child < predicate || context.relation(child) == Deprel::Advmod)
        .filter(|&child| is_negation(tree, words, child))
        .collect();
    let head = context.head(predicate);
    match head.filter(|_| own.is_empty() && context.relation(predicate) == Deprel::Conj) {
        // *cannot stop or resolve*: the second verb shares the negation if it shares the auxiliary.
        Some(head) => {
            let shared = verb_group(tree, words, predicate);
            tree.children_by(head, &[Deprel::Advmod])
                .filter(|child| shared.contains(child) && is_negation(tree, words, *child))
                .collect()
        }
        None => own,
    }
}

/// *without asking Kabul*, *sued rather than pay*.
fn preposition(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    let (tree, words) = (context.tree, context.words());
    let opening = |mark: usize| {
        context.relation(mark) != Deprel::Cc
            || mark < token && matches!(context.relation(token), Deprel::Advcl | Deprel::Conj)
    };
    tree.children_by(token, &[Deprel::Mark, Deprel::Case, Deprel::Cc])
        .filter(|&mark| opening(mark))
        .find(|&mark| words.negates(context.lemma(mark), Part::Preposition))
}

/// *at no time*, *in no way*.
fn circumstance(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    let (tree, words) = (context.tree, context.words());
    let mut obliques = tree.children_by(token, &[Deprel::Obl]);
    obliques.find(|&noun| {
        let phrase = tree.subtree(noun);
        phrase.len() <= 3 && words.negates(&context.lower(&phrase), Part::Adverb)
    })
}

/// The adjectives that negate the act or content that the noun names: *unfounded claims*, *a foiled attack*.
pub(super) fn negating_attributes(context: &SentenceContext<'_>, noun: usize) -> Vec<usize> {
    attributes(context, noun)
        .filter(|&child| {
            part(context, child, Part::Attribute, None)
                .is_some_and(|found| found.value.affirmed.negative)
        })
        .collect()
}

fn attributes<'a>(
    context: &'a SentenceContext<'_>,
    noun: usize,
) -> impl Iterator<Item = usize> + 'a {
    let noun = Some(noun).filter(|&noun| context.is_nominal(noun) && !context.is_verb(noun));
    noun.into_iter()
        .flat_map(|noun| context.tree.children_by(noun, &[Deprel::Amod]))
}

/// What auxiliaries and adverbs show of the modality of their clause, and adjectives of that of an act.
pub(super) fn modality(context: &SentenceContext<'_>, token: usize) -> Option<Cued<Modality>> {
    if is_imperative(context.tree, token) {
        return Some(Cued {
            value: Modality::Required,
            cue: token,
            part: Part::Verb,
            exact: false,
        });
    }
    let found = if context.is_verb(token) || context.tree.child(token, Deprel::Cop).is_some() {
        verbal(context, token)
    } else {
        attributes(context, token).find_map(|child| own_cue(context, child, Part::Attribute))
    };
    let open = found.is_none_or(|found| found.value == Modality::Intended);
    match condition(context, token).filter(|_| open) {
        Some(mark) => Some(Cued {
            value: Modality::Conditional,
            cue: found.map_or(mark, |found| found.cue),
            part: Part::Conjunction,
            exact: true,
        }),
        None => found,
    }
}

fn verbal(context: &SentenceContext<'_>, token: usize) -> Option<Cued<Modality>> {
    let group = verb_group(context.tree, context.words(), token);
    let adverbs = context.tree.children_by(token, &[Deprel::Advmod]);
    let adverbs = adverbs.filter_map(|child| own_cue(context, child, Part::Adverb));
    let auxiliaries = group.into_iter().filter(|&child| child != token);
    auxiliaries
        .filter_map(|child| own_cue(context, child, Part::Auxiliary))
        .chain(adverbs)
        .next()
}

fn own_cue(context: &SentenceContext<'_>, token: usize, listed: Part) -> Option<Cued<Modality>> {
    let found = part(context, token, listed, None)?;
    Some(Cued {
        value: modality_of(found.value.affirmed.modality?),
        cue: token,
        part: listed,
        exact: false,
    })
}

pub(super) const fn modality_of(cue: ModalityCue) -> Modality {
    match cue {
        ModalityCue::Possible => Modality::Possible,
        ModalityCue::Intended => Modality::Intended,
        ModalityCue::Required => Modality::Required,
        ModalityCue::Conditional => Modality::Conditional,
    }
}

/// The word that opens a clause below on which this one depends: *if they leave*, *had they left*.
fn condition(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    let mut clauses = context.tree.children_by(token, &[Deprel::Advcl]);
    clauses.find_map(|clause| {
        let opened = mark_operator(context, clause, false).or_else(|| fronted(context, clause))?;
        (opened.value.affirmed.modality == Some(ModalityCue::Conditional)).then_some(opened.cue)
    })
}

/// *said that it would appeal*: what was to come when it was said, not what depends on a condition. *would have appealed*
/// stays one, and so do words in quotation marks, whose tenses are not shifted.
pub(super) fn is_future_of_the_past(
    context: &SentenceContext<'_>,
    token: usize,
    clause: usize,
    cue: usize,
) -> bool {
    let quoted = context
        .annotated
        .quotations
        .index(context.index, cue)
        .is_some();
    let past = |verb: usize| matches!(context.token(verb).xpos, Xpos::Vbd | Xpos::Vbn);
    let perfect = context.tree.children_by(token, &[Deprel::Aux]).count() > 1;
    !quoted
        && context.token(cue).upos == Upos::Aux
        && context.relation(clause) == Deprel::Ccomp
        && context.head(clause).is_some_and(past)
        && !perfect
        && condition(context, token).is_none()
}
