//! The form of a clause, by which its governor is an operator or not.

use crate::extract::SentenceContext;
use crate::lexicon::Part;
use crate::syntax::{own_subject, particle_to};
use crate::text::{Deprel, Xpos};

/// The form of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClauseForm {
    /// *to leave*
    Infinitive,
    /// *leaving*
    Gerund,
    /// *accused of it*
    Participle,
    /// *that they left*
    Finite,
    /// *that he leave*, *that they should leave*
    Subjunctive,
}

/// The form of the clause whose predicate is at `token`.
pub(super) fn form(context: &SentenceContext<'_>, token: usize) -> ClauseForm {
    let auxiliary = first_auxiliary(context, token);
    if particle_to(context.tree, token).is_some()
        && auxiliary.is_none_or(|aux| !finite(context, aux))
    {
        return ClauseForm::Infinitive;
    }
    if auxiliary
        .is_some_and(|aux| context.lemma(aux) != context.lemma(token) && finite(context, aux))
    {
        return ClauseForm::Finite;
    }
    let subject = own_subject(context.tree, token).is_some();
    match context.token(token).xpos {
        Xpos::Vbg if auxiliary.is_none() => ClauseForm::Gerund,
        Xpos::Vbn if auxiliary.is_none() => ClauseForm::Participle,
        Xpos::Vb if subject => ClauseForm::Subjunctive,
        Xpos::Vb if context.relation(token) == Deprel::Xcomp => ClauseForm::Infinitive,
        _ => match auxiliary {
            Some(aux) if context.token(aux).xpos == Xpos::Vbg => ClauseForm::Gerund,
            Some(aux) if context.token(aux).xpos == Xpos::Vb && subject => ClauseForm::Subjunctive,
            _ => ClauseForm::Finite,
        },
    }
}

/// The parts under which a verb may be an operator for a clause of this form, the most specific first.
pub(super) const fn parts(form: ClauseForm) -> &'static [Part] {
    match form {
        ClauseForm::Infinitive => &[Part::Infinitive, Part::Verb],
        ClauseForm::Gerund => &[Part::Gerund, Part::Verb],
        ClauseForm::Subjunctive => &[Part::Subjunctive, Part::Verb],
        ClauseForm::Finite | ClauseForm::Participle => &[Part::Verb],
    }
}

fn first_auxiliary(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    context
        .tree
        .children_by(token, &[Deprel::Aux, Deprel::Cop])
        .next()
}

fn finite(context: &SentenceContext<'_>, auxiliary: usize) -> bool {
    matches!(
        context.token(auxiliary).xpos,
        Xpos::Md | Xpos::Vbd | Xpos::Vbz | Xpos::Vbp
    )
}
