//! Which words of a sentence say something, and how verbs join into one relation.
//!
//! A predicate is a verb with what belongs to it, or an adjective or noun that is said of a subject. A verb that
//! only leads to another (*continues to emphasize*, *are said to view*) is its [governor](governors), and both make one relation.

use crate::text::{Deprel, Upos, Xpos};

use crate::extract::SentenceContext;
use crate::lexicon::Part;

/// Whether the token is the head of a clause from which a statement can be made.
pub(crate) fn is_predicate(context: &SentenceContext<'_>, token: usize) -> bool {
    let relation = context.relation(token);
    if has_copula(context, token) {
        return !matches!(
            relation,
            Deprel::Amod | Deprel::Compound | Deprel::Case | Deprel::Fixed | Deprel::Flat
        );
    }
    match context.token(token).upos {
        Upos::Verb | Upos::Aux => match relation {
            Deprel::Root
            | Deprel::Ccomp
            | Deprel::Xcomp
            | Deprel::Advcl
            | Deprel::Acl
            | Deprel::Parataxis
            | Deprel::Csubj => true,
            Deprel::Conj => {
                context
                    .head(token)
                    .is_some_and(|head| is_predicate(context, head))
                    || own_subject(context, token).is_some()
            }
            _ => own_subject(context, token).is_some(),
        },
        _ if relation == Deprel::Xcomp => governor(context, token).is_some(),
        Upos::Adj if relation == Deprel::Conj => context.head(token).is_some_and(|head| {
            context.token(head).upos == Upos::Adj && is_predicate(context, head)
        }),
        _ => false,
    }
}

/// Whether a form of *be* joins the token to its subject.
pub(crate) fn has_copula(context: &SentenceContext<'_>, token: usize) -> bool {
    context.tree.child(token, Deprel::Cop).is_some()
}

/// The grammatical subject among the token's dependents.
pub(crate) fn own_subject(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    context
        .tree
        .children_by(token, &[Deprel::Nsubj, Deprel::Csubj])
        .find(|&child| context.token(child).deprel != Deprel::NsubjOuter)
        .or_else(|| context.tree.child(token, Deprel::Nsubj))
}

/// The object that the verb has, direct or not.
pub(crate) fn any_object(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    context
        .tree
        .children_by(verb, &[Deprel::Obj, Deprel::Iobj])
        .next()
}

/// Whether the clause is a passive.
pub(crate) fn is_passive(context: &SentenceContext<'_>, token: usize) -> bool {
    let marked = context.tree.children(token).iter().any(|&child| {
        matches!(
            context.token(child).deprel,
            Deprel::AuxPass | Deprel::NsubjPass | Deprel::CsubjPass
        )
    });
    marked || is_bare_participle(context, token) || inherits_passive(context, token)
}

/// A past participle without a subject of its own: *groups accused of …*.
fn is_bare_participle(context: &SentenceContext<'_>, token: usize) -> bool {
    let relation = &context.token(token).deprel;
    context.token(token).xpos == Xpos::Vbn
        && matches!(relation, Deprel::Acl | Deprel::Advcl)
        && own_subject(context, token).is_none()
        && context.tree.child(token, Deprel::Aux).is_none()
}

/// *was arrested and charged*: the second participle shares the passive of the first.
fn inherits_passive(context: &SentenceContext<'_>, token: usize) -> bool {
    context.relation(token) == Deprel::Conj
        && context.token(token).xpos == Xpos::Vbn
        && !has_auxiliary(context, token)
        && own_subject(context, token).is_none()
        && context.head(token).is_some_and(|head| {
            context.token(head).xpos == Xpos::Vbn && is_passive_bounded(context, head)
        })
}

fn is_passive_bounded(context: &SentenceContext<'_>, token: usize) -> bool {
    let marked = (context.tree.children(token).iter())
        .any(|&child| context.token(child).deprel == Deprel::AuxPass);
    marked || is_bare_participle(context, token)
}

/// Whether the token has an auxiliary or copula of its own.
pub(crate) fn has_auxiliary(context: &SentenceContext<'_>, token: usize) -> bool {
    context
        .tree
        .children_by(token, &[Deprel::Aux, Deprel::Cop])
        .next()
        .is_some()
}

/// The infinitive's particle before the verb.
pub(crate) fn particle_to(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    context
        .tree
        .children_by(verb, &[Deprel::Mark])
        .find(|&mark| {
            context.token(mark).upos == Upos::Part || context.token(mark).xpos == Xpos::To
        })
}

/// The mark that opens the clause, if it is not the infinitive's particle.
pub(crate) fn conjunction(context: &SentenceContext<'_>, verb: usize) -> Option<usize> {
    let particle = particle_to(context, verb);
    context
        .tree
        .children_by(verb, &[Deprel::Mark])
        .find(|&mark| Some(mark) != particle)
}

/// The verb, adjective or noun that leads to this predicate and shares its subject, so that both make one relation.
pub(crate) fn governor(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    let head = context.head(token)?;
    match context.relation(token) {
        Deprel::Xcomp => {
            let leads = context.is_verb(head) || is_predicate(context, head);
            // *lets them go*: who goes is another.
            let free = (any_object(context, head).is_none()
                && own_subject(context, token).is_none())
                || (context.words().subject_control.has(context.lemma(head))
                    && context.is_verb(token));
            (leads && free && head < token).then_some(head)
        }
        Deprel::Advcl => {
            (context.is_verb(head) && is_complement(context, token, head)).then_some(head)
        }
        Deprel::Conj if shares_governor(context, token, head) => governor(context, head),
        _ => None,
    }
}

/// *is required to address*, *accused of launching*: an adverbial clause that the verb cannot do without.
fn is_complement(context: &SentenceContext<'_>, token: usize, head: usize) -> bool {
    if any_object(context, head).is_some() || own_subject(context, token).is_some() || token < head
    {
        return false;
    }
    if super::subject::addressee(context, token).is_some() {
        return false;
    }
    if particle_to(context, token).is_some() {
        // *agreed in principle to begin*: parsers take the infinitive for a purpose.
        let leads = context
            .words()
            .modality(context.lemma(head), Part::Verb)
            .is_some();
        return (leads || is_passive(context, head)) && conjunction(context, token).is_none();
    }
    let linked = conjunction(context, token).is_some_and(|mark| {
        context
            .words()
            .linking_prepositions
            .has(context.lemma(mark))
    });
    linked && context.token(token).xpos == Xpos::Vbg && token - head <= 4
}

/// *continue to operate and recruit*: the second verb hangs on the same governor as the first.
fn shares_governor(context: &SentenceContext<'_>, token: usize, head: usize) -> bool {
    context.token(token).xpos == context.token(head).xpos
        && own_subject(context, token).is_none()
        && !has_auxiliary(context, token)
        && context.relation(head) != Deprel::Conj
}

/// All predicates that lead to this one, outermost first.
pub(crate) fn governors(context: &SentenceContext<'_>, token: usize) -> Vec<usize> {
    let up = |&token: &usize| governor(context, token);
    let mut chain: Vec<usize> = std::iter::successors(up(&token), up).take(6).collect();
    chain.reverse();
    chain
}

/// The predicate that continues this one, so that it makes no statement of its own.
pub(crate) fn continuation(context: &SentenceContext<'_>, token: usize) -> Option<usize> {
    let next = context
        .tree
        .children_by(token, &[Deprel::Xcomp, Deprel::Advcl])
        .find(|&child| is_predicate(context, child) && governor(context, child) == Some(token))?;
    context
        .tree
        .child(token, Deprel::Ccomp)
        .is_none()
        .then_some(next)
}
