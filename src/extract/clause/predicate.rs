//! Which words of a sentence say something, and how verbs join into one relation.
//!
//! A predicate is a verb with what belongs to it, or an adjective or noun that is said of a subject. A verb that
//! only leads to another (*continues to emphasize*, *are said to view*) is its [governor](governors), and both make one relation.

use crate::text::{Deprel, Upos, Xpos};

use crate::extract::Scene;
use crate::lexicon::Part;

/// Whether the token is the head of a clause from which a statement can be made.
pub(crate) fn is_predicate(scene: &Scene<'_>, token: usize) -> bool {
    let relation = scene.relation(token);
    if has_copula(scene, token) {
        return !matches!(
            relation,
            Deprel::Amod | Deprel::Compound | Deprel::Case | Deprel::Fixed | Deprel::Flat
        );
    }
    match scene.token(token).upos {
        Upos::Verb | Upos::Aux => match relation {
            Deprel::Root
            | Deprel::Ccomp
            | Deprel::Xcomp
            | Deprel::Advcl
            | Deprel::Acl
            | Deprel::Parataxis
            | Deprel::Csubj => true,
            Deprel::Conj => {
                scene
                    .head(token)
                    .is_some_and(|head| is_predicate(scene, head))
                    || own_subject(scene, token).is_some()
            }
            _ => own_subject(scene, token).is_some(),
        },
        _ if relation == Deprel::Xcomp => governor(scene, token).is_some(),
        Upos::Adj if relation == Deprel::Conj => scene
            .head(token)
            .is_some_and(|head| scene.token(head).upos == Upos::Adj && is_predicate(scene, head)),
        _ => false,
    }
}

/// Whether a form of *be* joins the token to its subject.
pub(crate) fn has_copula(scene: &Scene<'_>, token: usize) -> bool {
    scene.tree.child(token, Deprel::Cop).is_some()
}

/// The grammatical subject among the token's dependents.
pub(crate) fn own_subject(scene: &Scene<'_>, token: usize) -> Option<usize> {
    scene
        .tree
        .children_by(token, &[Deprel::Nsubj, Deprel::Csubj])
        .find(|&child| scene.token(child).deprel != Deprel::NsubjOuter)
        .or_else(|| scene.tree.child(token, Deprel::Nsubj))
}

/// The object that the verb has, direct or not.
pub(crate) fn any_object(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    scene
        .tree
        .children_by(verb, &[Deprel::Obj, Deprel::Iobj])
        .next()
}

/// Whether the clause is a passive.
pub(crate) fn is_passive(scene: &Scene<'_>, token: usize) -> bool {
    let marked = scene.tree.children(token).iter().any(|&child| {
        matches!(
            scene.token(child).deprel,
            Deprel::AuxPass | Deprel::NsubjPass | Deprel::CsubjPass
        )
    });
    marked || is_bare_participle(scene, token) || inherits_passive(scene, token)
}

/// A past participle without a subject of its own: *groups accused of …*.
fn is_bare_participle(scene: &Scene<'_>, token: usize) -> bool {
    let relation = &scene.token(token).deprel;
    scene.token(token).xpos == Xpos::Vbn
        && matches!(relation, Deprel::Acl | Deprel::Advcl)
        && own_subject(scene, token).is_none()
        && scene.tree.child(token, Deprel::Aux).is_none()
}

/// *was arrested and charged*: the second participle shares the passive of the first.
fn inherits_passive(scene: &Scene<'_>, token: usize) -> bool {
    scene.relation(token) == Deprel::Conj
        && scene.token(token).xpos == Xpos::Vbn
        && !has_auxiliary(scene, token)
        && own_subject(scene, token).is_none()
        && scene.head(token).is_some_and(|head| {
            scene.token(head).xpos == Xpos::Vbn && is_passive_bounded(scene, head)
        })
}

fn is_passive_bounded(scene: &Scene<'_>, token: usize) -> bool {
    let marked = (scene.tree.children(token).iter())
        .any(|&child| scene.token(child).deprel == Deprel::AuxPass);
    marked || is_bare_participle(scene, token)
}

/// Whether the token has an auxiliary or copula of its own.
pub(crate) fn has_auxiliary(scene: &Scene<'_>, token: usize) -> bool {
    scene
        .tree
        .children_by(token, &[Deprel::Aux, Deprel::Cop])
        .next()
        .is_some()
}

/// The infinitive's particle before the verb.
pub(crate) fn particle_to(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    scene
        .tree
        .children_by(verb, &[Deprel::Mark])
        .find(|&mark| scene.token(mark).upos == Upos::Part || scene.token(mark).xpos == Xpos::To)
}

/// The mark that opens the clause, if it is not the infinitive's particle.
pub(crate) fn conjunction(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let particle = particle_to(scene, verb);
    scene
        .tree
        .children_by(verb, &[Deprel::Mark])
        .find(|&mark| Some(mark) != particle)
}

/// The verb, adjective or noun that leads to this predicate and shares its subject, so that both make one relation.
pub(crate) fn governor(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let head = scene.head(token)?;
    match scene.relation(token) {
        Deprel::Xcomp => {
            let leads = scene.is_verb(head) || is_predicate(scene, head);
            // *lets them go*: who goes is another.
            let free = (any_object(scene, head).is_none() && own_subject(scene, token).is_none())
                || (scene.words().subject_control.has(scene.lemma(head)) && scene.is_verb(token));
            (leads && free && head < token).then_some(head)
        }
        Deprel::Advcl => (scene.is_verb(head) && is_complement(scene, token, head)).then_some(head),
        Deprel::Conj if shares_governor(scene, token, head) => governor(scene, head),
        _ => None,
    }
}

/// *is required to address*, *accused of launching*: an adverbial clause that the verb cannot do without.
fn is_complement(scene: &Scene<'_>, token: usize, head: usize) -> bool {
    if any_object(scene, head).is_some() || own_subject(scene, token).is_some() || token < head {
        return false;
    }
    if super::subject::addressee(scene, token).is_some() {
        return false;
    }
    if particle_to(scene, token).is_some() {
        // *agreed in principle to begin*: parsers take the infinitive for a purpose.
        let leads = scene
            .words()
            .modality(scene.lemma(head), Part::Verb)
            .is_some();
        return (leads || is_passive(scene, head)) && conjunction(scene, token).is_none();
    }
    let linked = conjunction(scene, token)
        .is_some_and(|mark| scene.words().linking_prepositions.has(scene.lemma(mark)));
    linked && scene.token(token).xpos == Xpos::Vbg && token - head <= 4
}

/// *continue to operate and recruit*: the second verb hangs on the same governor as the first.
fn shares_governor(scene: &Scene<'_>, token: usize, head: usize) -> bool {
    scene.token(token).xpos == scene.token(head).xpos
        && own_subject(scene, token).is_none()
        && !has_auxiliary(scene, token)
        && scene.relation(head) != Deprel::Conj
}

/// All predicates that lead to this one, outermost first.
pub(crate) fn governors(scene: &Scene<'_>, token: usize) -> Vec<usize> {
    let up = |&token: &usize| governor(scene, token);
    let mut chain: Vec<usize> = std::iter::successors(up(&token), up).take(6).collect();
    chain.reverse();
    chain
}

/// The predicate that continues this one, so that it makes no statement of its own.
pub(crate) fn continuation(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let next = scene
        .tree
        .children_by(token, &[Deprel::Xcomp, Deprel::Advcl])
        .find(|&child| is_predicate(scene, child) && governor(scene, child) == Some(token))?;
    scene
        .tree
        .child(token, Deprel::Ccomp)
        .is_none()
        .then_some(next)
}
