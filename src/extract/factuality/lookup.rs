//! Finds a governor in the list of operators: alone, or with its particle, adverb or the preposition behind it.

use crate::extract::SentenceContext;
use crate::lexicon::{Effect, ModalityCue, Part, ScopeOperator};
use crate::syntax::{conjunction, is_passive, relation_lemma};
use crate::text::{Deprel, Upos, Xpos};

use super::form::{ClauseForm, form, parts};

/// Something that a word shows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cued<T> {
    pub(crate) value: T,
    /// The word.
    pub(crate) cue: usize,
    /// The part under which it is listed.
    pub(crate) part: Part,
    /// Whether it is listed with the preposition.
    pub(crate) exact: bool,
}

/// The operator that `governor` is for a clause of this form.
pub(super) fn listed(
    context: &SentenceContext<'_>,
    governor: usize,
    form: ClauseForm,
    subject: bool,
    mark: Option<usize>,
) -> Option<Cued<ScopeOperator>> {
    let verb = context.is_verb(governor);
    let passive = verb && is_passive(context.tree, governor);
    let mut wanted: Vec<Part> = Vec::new();
    if verb {
        let (first, rest) = parts(form).split_first()?;
        if rest.is_empty() {
            wanted.extend(passive.then_some(Part::Passive));
            wanted.push(*first);
        } else {
            wanted.push(*first);
            wanted.extend(passive.then_some(Part::Passive));
            wanted.extend(rest);
        }
    } else if context.is_nominal(governor) {
        wanted.push(if subject { Part::Predicate } else { Part::Noun });
    } else {
        // *It is unclear whether …*: the clause is what the adjective is said of.
        let impersonal = context.tree.child(governor, Deprel::Expl).is_some();
        if subject || impersonal {
            wanted.push(Part::Predicate);
        }
        wanted.push(Part::Adjective);
    }
    find(context, governor, &wanted, mark)
}

/// The operator that `word` is as this part.
pub(super) fn part(
    context: &SentenceContext<'_>,
    word: usize,
    part: Part,
    mark: Option<usize>,
) -> Option<Cued<ScopeOperator>> {
    find(context, word, &[part], mark)
}

fn find(
    context: &SentenceContext<'_>,
    word: usize,
    parts: &[Part],
    mark: Option<usize>,
) -> Option<Cued<ScopeOperator>> {
    let names = names(context, word);
    let look = |name: &str, exact: bool| {
        parts.iter().find_map(|&part| {
            let value = context.words().operator(name, part)?;
            Some(Cued {
                value,
                cue: word,
                part,
                exact,
            })
        })
    };
    let with_mark = mark.and_then(|mark| {
        let mark = context.lemma(mark).to_lowercase();
        (names.iter()).find_map(|name| look(&format!("{name} {mark}"), true))
    });
    with_mark.or_else(|| names.iter().find_map(|name| look(name, false)))
}

/// The names under which a word may be listed, the most specific first.
fn names(context: &SentenceContext<'_>, word: usize) -> Vec<String> {
    let lemma = if context.is_verb(word) {
        relation_lemma(context.tree, word)
    } else {
        context.lemma(word).to_owned()
    };
    let beside = context
        .tree
        .children_by(word, &[Deprel::Advmod, Deprel::Xcomp])
        .filter(|&child| context.tree.children(child).is_empty() && !context.is_verb(child));
    let mut names: Vec<String> = beside
        .map(|child| format!("{lemma} {}", context.lemma(child)))
        .collect();
    let form = context.token(word).form.to_lowercase();
    names.push(lemma);
    names.push(form);
    names
}

/// *too weak to leave*, *not old enough to vote*.
pub(super) fn degree(
    context: &SentenceContext<'_>,
    clause: usize,
    head: usize,
) -> Option<Cued<ScopeOperator>> {
    if form(context, clause) != ClauseForm::Infinitive || head > clause {
        return None;
    }
    let below = context
        .tree
        .children_by(head, &[Deprel::Advmod, Deprel::Amod]);
    below
        .chain([head])
        .filter(|&word| word < clause)
        .find_map(|word| part(context, word, Part::Degree, None))
}

/// *won to become champion*, *the first to leave*: what the infinitive tells came about.
pub(super) fn result(context: &SentenceContext<'_>, head: usize) -> Option<Cued<ScopeOperator>> {
    let below = context.tree.children_by(head, &[Deprel::Amod]);
    below
        .filter(|_| context.is_nominal(head))
        .chain([head])
        .find_map(|word| part(context, word, Part::Result, None))
}

/// The conjunction that makes its clause a condition, a question or a time to come. In a content, *if* opens a question.
pub(super) fn mark_operator(
    context: &SentenceContext<'_>,
    clause: usize,
    content: bool,
) -> Option<Cued<ScopeOperator>> {
    let mark = conjunction(context.tree, clause)?;
    let words = context.lower(&context.tree.subtree(mark));
    let mut operator = context.words().operator(&words, Part::Conjunction)?;
    if content {
        let open = operator.affirmed.modality?;
        if open == ModalityCue::Conditional {
            let possible = Effect {
                negative: false,
                modality: Some(ModalityCue::Possible),
            };
            operator = ScopeOperator {
                affirmed: possible,
                negated: possible,
            };
        }
    }
    Some(Cued {
        value: operator,
        cue: mark,
        part: Part::Conjunction,
        exact: true,
    })
}

/// *Had they left*, *Should they leave*: an auxiliary before the subject opens a condition.
pub(super) fn fronted(context: &SentenceContext<'_>, clause: usize) -> Option<Cued<ScopeOperator>> {
    let subject = context.tree.child(clause, Deprel::Nsubj)?;
    let mut auxiliaries = context
        .tree
        .children_by(clause, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop]);
    let auxiliary = auxiliaries.find(|&auxiliary| {
        auxiliary < subject && matches!(context.token(auxiliary).xpos, Xpos::Md | Xpos::Vbd)
    })?;
    (context.token(auxiliary).upos == Upos::Aux)
        .then(|| part(context, auxiliary, Part::Inversion, None))
        .flatten()
}
