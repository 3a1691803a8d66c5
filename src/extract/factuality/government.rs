//! What governs a clause or noun: the word above it, how it hangs on it, and the operator that the word is for it.

use crate::extract::SentenceContext;
use crate::lexicon::{Operator, Part, ScopeOperator};
use crate::syntax::{
    any_object, conjunction, controller, governor, is_passive, is_predicate, is_relative_pronoun,
    negative_determiners, preposition, relation_lemma,
};
use crate::text::{Deprel, Upos};

use super::form::{ClauseForm, form};
use super::lookup::{Cued, degree, fronted, listed, mark_operator, part, result};

/// How far coordination is followed to its first member.
const DEPTH: usize = 4;

/// What governs a clause or noun.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Government {
    /// The member of a coordination that hangs on the governor for all of them.
    pub(crate) governed: usize,
    /// The word above.
    pub(crate) governor: usize,
    /// How it hangs on it.
    pub(crate) bond: Bond,
    /// What the governor does to it, if it is an operator, and the word that shows it.
    pub(crate) operator: Option<Cued<ScopeOperator>>,
}

/// How a clause or noun hangs on its governor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bond {
    /// Both make one relation: *refused to go*.
    Chain,
    /// An infinitive or `-ing` form of another subject: *persuaded them to go*.
    Brought,
    /// A finite clause as content: *said that they went*.
    Content,
    /// The infinitive of a noun: *no plan to go*.
    OfNoun,
    /// The finite clause of a noun: *no sign that they went*.
    ContentOfNoun,
    /// An act or content that a noun names: *rejected the plan*.
    Act,
    /// An infinitive that tells what for: *came to help*.
    Purpose,
    /// What follows: *could explode, killing many*.
    Consequence,
    /// A clause that a conjunction or inversion opens: *if they go*.
    Adverbial,
}

/// What governs the clause or noun at `token`.
pub(crate) fn government(context: &SentenceContext<'_>, token: usize) -> Option<Government> {
    let governed = first_member(context, token)?;
    let governor = context.head(governed)?;
    let made = |(bond, operator)| Government {
        governed,
        governor,
        bond,
        operator,
    };
    if is_clause(context, governed) {
        clause(context, governed, governor)
    } else if context.is_nominal(governed) {
        act(context, governed, governor).map(made)
    } else {
        None
    }
}

/// The first member of the coordination, if the others share what governs it.
fn first_member(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    let mut at = token;
    for _ in 0..DEPTH {
        if context.relation(at) != Deprel::Conj {
            return Some(at);
        }
        let head = context.head(at)?;
        let alike = form(context, at) == form(context, head);
        if context.is_verb(head) && !alike {
            return None;
        }
        at = head;
    }
    None
}

fn is_clause(context: &SentenceContext<'_>, token: usize) -> bool {
    let relation = context.relation(token);
    let clausal = matches!(
        relation,
        Deprel::Ccomp | Deprel::Xcomp | Deprel::Csubj | Deprel::Advcl | Deprel::Acl
    );
    clausal
        && (!context.is_nominal(token)
            || context.is_verb(token)
            || is_predicate(context.tree, context.words(), token))
}

/// A government that another word than the head takes over.
fn clause(context: &SentenceContext<'_>, token: usize, head: usize) -> Option<Government> {
    let made = |governor: usize, bond, operator| {
        Some(Government {
            governed: token,
            governor,
            bond,
            operator,
        })
    };
    if let Some(operator) = degree(context, token, head) {
        return made(head, Bond::Brought, Some(operator));
    }
    match context.relation(token) {
        Deprel::Acl => {
            let (governor, bond, operator) = of_noun(context, token, head)?;
            made(governor, bond, operator)
        }
        Deprel::Advcl => {
            let (governor, bond, operator) = adverbial(context, token, head)?;
            made(governor, bond, operator)
        }
        relation => {
            let opened = mark_operator(context, token, true);
            if opened.is_some() {
                return made(head, Bond::Adverbial, opened);
            }
            let form = form(context, token);
            let subject = relation == Deprel::Csubj;
            let operator = listed(context, head, form, subject, mark(context, token));
            let bond = match form {
                _ if is_chained(context, token, head) => Bond::Chain,
                ClauseForm::Finite | ClauseForm::Subjunctive => Bond::Content,
                _ => Bond::Brought,
            };
            made(head, bond, operator)
        }
    }
}

fn is_chained(context: &SentenceContext<'_>, token: usize, head: usize) -> bool {
    governor(context.tree, context.words(), token) == Some(head)
}

/// The word that opens the clause, in lower case.
fn mark(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    conjunction(context.tree, token)
}

type Bound = (usize, Bond, Option<Cued<ScopeOperator>>);

/// *plan to leave*, *claim that they left*, *accused them of leaving*, *stopped them leaving*.
fn of_noun(context: &SentenceContext<'_>, token: usize, head: usize) -> Option<Bound> {
    let form = form(context, token);
    let opened = mark(context, token);
    match form {
        ClauseForm::Infinitive => {
            let operator =
                result(context, head).or_else(|| listed(context, head, form, false, opened));
            Some((head, Bond::OfNoun, operator))
        }
        ClauseForm::Gerund => {
            let own = opened.and_then(|_| listed(context, head, form, false, opened));
            let verb = context
                .head(head)
                .filter(|_| matches!(context.relation(head), Deprel::Obj | Deprel::Iobj));
            match (own, verb) {
                (Some(own), _) => Some((head, Bond::OfNoun, Some(own))),
                (None, None) => outcome(context, head),
                (None, Some(verb)) => {
                    let operator = listed(context, verb, form, false, opened)
                        .filter(|found| opened.is_some() || found.part == Part::Gerund)?;
                    Some((verb, Bond::Brought, Some(operator)))
                }
            }
        }
        ClauseForm::Finite | ClauseForm::Subjunctive => {
            let marked = opened.is_some_and(|mark| !is_relative_pronoun(context.tree, mark));
            if !marked && !is_bare_content(context, token, head) {
                return None;
            }
            let operator = mark_operator(context, token, true)
                .or_else(|| listed(context, head, form, false, opened));
            Some((head, Bond::ContentOfNoun, operator))
        }
        ClauseForm::Participle => None,
    }
}

/// *could result in the group losing support*: the preposition hangs on the noun that the `-ing` form is said of.
fn outcome(context: &SentenceContext<'_>, noun: usize) -> Option<Bound> {
    let verb = (context.head(noun)).filter(|_| context.relation(noun) == Deprel::Obl)?;
    let mark = preposition(context.tree, noun).first().copied()?;
    let operator = listed(context, verb, ClauseForm::Gerund, false, Some(mark))?;
    operator
        .exact
        .then_some((verb, Bond::Brought, Some(operator)))
}

/// *no evidence Iran sent them*: a clause that parsers call relative, although it lacks nothing that the noun could be.
fn is_bare_content(context: &SentenceContext<'_>, token: usize, noun: usize) -> bool {
    let whole = |relation| {
        let child = context.tree.child(token, relation);
        child.is_some_and(|child| !is_relative_pronoun(context.tree, child))
    };
    let says = context.lexicon.cues.noun(context.lemma(noun)).is_some()
        || part(context, noun, Part::Noun, None).is_some();
    says && whole(Deprel::Nsubj) && whole(Deprel::Obj)
}

/// *vetoed a bill to ban it*: the noun whose infinitive parsers hang on the verb.
fn content_noun(context: &SentenceContext<'_>, clause: usize, verb: usize) -> Option<usize> {
    let object = any_object(context.tree, verb)?;
    let between = verb < object && object < clause && context.actor(object).is_none();
    part(context, object, Part::Noun, None)
        .filter(|_| between)
        .map(|_| object)
}

fn adverbial(context: &SentenceContext<'_>, token: usize, head: usize) -> Option<Bound> {
    let form = form(context, token);
    let opened = mark(context, token);
    let chained = is_chained(context, token, head);
    match form {
        ClauseForm::Infinitive if opened.is_none() => {
            let leads = chained || controller(context.tree, context.words(), token).is_some();
            let adjective = context.token(head).upos == Upos::Adj;
            let operator = listed(context, head, form, false, None);
            if leads || adjective && operator.is_some() {
                let bond = if chained { Bond::Chain } else { Bond::Brought };
                return Some((head, bond, operator));
            }
            if let Some(result) = result(context, head).filter(|_| head < token) {
                return Some((head, Bond::Brought, Some(result)));
            }
            if let Some(noun) = content_noun(context, token, head) {
                let operator = listed(context, noun, form, false, None);
                return Some((noun, Bond::OfNoun, operator));
            }
            let nothing = any_object(context.tree, head).filter(|&object| {
                !negative_determiners(context.tree, context.words(), object).is_empty()
            });
            Some(match nothing {
                Some(nothing) => (nothing, Bond::OfNoun, None),
                None => (head, Bond::Purpose, None),
            })
        }
        ClauseForm::Gerund => gerund(context, token, head, chained),
        ClauseForm::Infinitive => Some((head, Bond::Purpose, None)),
        ClauseForm::Finite | ClauseForm::Subjunctive => {
            let operator = mark_operator(context, token, false).or_else(|| fronted(context, token));
            let content = || {
                // *was confident that they left*: parsers call the clause of an adjective adverbial.
                let found = listed(context, head, form, false, opened);
                found.filter(|_| context.token(head).upos == Upos::Adj)
            };
            match operator {
                Some(operator) => Some((head, Bond::Adverbial, Some(operator))),
                None => content().map(|operator| (head, Bond::Content, Some(operator))),
            }
        }
        ClauseForm::Participle => {
            fronted(context, token).map(|operator| (head, Bond::Adverbial, Some(operator)))
        }
    }
}

/// *accused of leaving*, *prevented them from leaving*, *could explode, killing many*.
fn gerund(
    context: &SentenceContext<'_>,
    token: usize,
    head: usize,
    chained: bool,
) -> Option<Bound> {
    let Some(mark) = mark(context, token) else {
        let operator = listed(context, head, ClauseForm::Gerund, false, None)
            .filter(|_| head < token && !context.is_nominal(head));
        return Some(match operator {
            // *refused to rule out sending troops*
            Some(operator) if follows(context, token, head) => {
                (head, Bond::Brought, Some(operator))
            }
            _ if token > head => (head, Bond::Consequence, None),
            _ => return None,
        });
    };
    let bond = if chained { Bond::Chain } else { Bond::Brought };
    let words = context.words();
    let lemma = context.lemma(mark);
    let content = words.content_prepositions.has(lemma)
        || words.linking_prepositions.has(lemma)
        || words.object_gerund_prepositions.has(lemma);
    // *accused them of leaving*, *their conviction for leaving*
    let charge = any_object(context.tree, head)
        .filter(|&noun| context.actor(noun).is_none() && noun < token)
        .and_then(|noun| listed(context, noun, ClauseForm::Gerund, false, Some(mark)));
    let operator = charge.or_else(|| listed(context, head, ClauseForm::Gerund, false, Some(mark)));
    if let Some(operator) = operator.filter(|found| content || found.exact) {
        return Some((head, bond, Some(operator)));
    }
    let somebody = any_object(context.tree, head)
        .filter(|&noun| context.actor(noun).is_some() || context.token(noun).upos == Upos::Pron);
    let by_mark = words
        .operator(lemma, Part::Gerund)
        .filter(|_| somebody.is_some());
    match by_mark {
        Some(operator) => Some((
            head,
            Bond::Brought,
            Some(Cued {
                value: operator,
                cue: mark,
                part: Part::Gerund,
                exact: true,
            }),
        )),
        None if content => Some((head, bond, None)),
        None => None,
    }
}

/// Whether the clause stands right behind its verb, with no comma between.
fn follows(context: &SentenceContext<'_>, token: usize, head: usize) -> bool {
    let between = context.sentence.tokens.get(head + 1..token).unwrap_or(&[]);
    between.iter().all(|word| word.upos != Upos::Punct)
}

/// What governs a noun of an act or of a content.
fn act(
    context: &SentenceContext<'_>,
    noun: usize,
    head: usize,
) -> Option<(Bond, Option<Cued<ScopeOperator>>)> {
    let frames = &context.lexicon.frames;
    let carries = || {
        let lemma = relation_lemma(context.tree, head);
        frames.operator(&lemma).is_some_and(Operator::is_light)
            || context.token(head).upos == Upos::Aux
    };
    let object = |mark| part(context, head, Part::Object, mark);
    let passive = context.is_verb(head) && is_passive(context.tree, head);
    match context.relation(noun) {
        Deprel::Obj => object(None).map(Some).or_else(|| carries().then_some(None)),
        Deprel::Nsubj if passive || context.token(noun).deprel == Deprel::NsubjPass => {
            object(None).map(Some).or_else(|| carries().then_some(None))
        }
        Deprel::Nsubj if context.is_verb(head) => carries().then_some(None),
        Deprel::Nsubj => part(context, head, Part::Predicate, None)
            .or_else(|| part(context, head, Part::Adjective, None))
            .map(Some),
        Deprel::Obl => {
            let mark = preposition(context.tree, noun).first().copied()?;
            object(Some(mark)).filter(|found| found.exact).map(Some)
        }
        Deprel::Nmod if context.is_nominal(head) => {
            let mark = preposition(context.tree, noun).first().copied()?;
            let content = context.words().agent_prepositions.has(context.lemma(mark))
                || context
                    .words()
                    .content_prepositions
                    .has(context.lemma(mark));
            part(context, head, Part::Noun, Some(mark))
                .filter(|_| content)
                .map(Some)
        }
        _ => None,
    }
    .map(|operator| (Bond::Act, operator))
}
