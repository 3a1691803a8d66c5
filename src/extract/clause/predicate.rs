//! Which words of a sentence say something, and how verbs join into one relation.
//!
//! A predicate is a verb with what belongs to it, or an adjective or noun that is said of a subject. A verb that
//! only leads to another (*continues to emphasize*, *are said to view*) is its [governor](governors), and both make one relation.

use crate::text::Upos;

use crate::extract::Scene;
use crate::lexicon::Part;

/// Whether the token is the head of a clause from which a statement can be made.
pub(crate) fn is_predicate(scene: &Scene<'_>, token: usize) -> bool {
    let relation = scene.relation(token);
    if has_copula(scene, token) {
        return !matches!(relation, "amod" | "compound" | "case" | "fixed" | "flat");
    }
    match scene.token(token).upos {
        Upos::Verb | Upos::Aux => match relation {
            "root" | "ccomp" | "xcomp" | "advcl" | "acl" | "parataxis" | "csubj" => true,
            "conj" => {
                scene
                    .head(token)
                    .is_some_and(|head| is_predicate(scene, head))
                    || own_subject(scene, token).is_some()
            }
            _ => own_subject(scene, token).is_some(),
        },
        _ if relation == "xcomp" => governor(scene, token).is_some(),
        Upos::Adj if relation == "conj" => scene
            .head(token)
            .is_some_and(|head| scene.token(head).upos == Upos::Adj && is_predicate(scene, head)),
        _ => false,
    }
}

/// Whether a form of *be* joins the token to its subject.
pub(crate) fn has_copula(scene: &Scene<'_>, token: usize) -> bool {
    scene.tree.child(token, "cop").is_some()
}

/// The grammatical subject among the token's dependents.
pub(crate) fn own_subject(scene: &Scene<'_>, token: usize) -> Option<usize> {
    scene
        .tree
        .children_by(token, &["nsubj", "csubj"])
        .find(|&child| scene.token(child).deprel != "nsubj:outer")
        .or_else(|| scene.tree.child(token, "nsubj"))
}

/// The object that the verb has, direct or not.
pub(crate) fn any_object(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    scene.tree.children_by(verb, &["obj", "iobj"]).next()
}

/// Whether the clause is a passive.
pub(crate) fn is_passive(scene: &Scene<'_>, token: usize) -> bool {
    let marked = scene.tree.children(token).iter().any(|&child| {
        matches!(
            scene.token(child).deprel.as_str(),
            "aux:pass" | "nsubj:pass" | "csubj:pass"
        )
    });
    marked || is_bare_participle(scene, token) || inherits_passive(scene, token)
}

/// A past participle without a subject of its own: *groups accused of …*.
fn is_bare_participle(scene: &Scene<'_>, token: usize) -> bool {
    let relation = scene.token(token).deprel.as_str();
    scene.token(token).xpos == "VBN"
        && matches!(relation, "acl" | "advcl")
        && own_subject(scene, token).is_none()
        && scene.tree.child(token, "aux").is_none()
}

/// *was arrested and charged*: the second participle shares the passive of the first.
fn inherits_passive(scene: &Scene<'_>, token: usize) -> bool {
    scene.relation(token) == "conj"
        && scene.token(token).xpos == "VBN"
        && !has_auxiliary(scene, token)
        && own_subject(scene, token).is_none()
        && scene
            .head(token)
            .is_some_and(|head| scene.token(head).xpos == "VBN" && is_passive_bounded(scene, head))
}

fn is_passive_bounded(scene: &Scene<'_>, token: usize) -> bool {
    let marked =
        (scene.tree.children(token).iter()).any(|&child| scene.token(child).deprel == "aux:pass");
    marked || is_bare_participle(scene, token)
}

/// Whether the token has an auxiliary or copula of its own.
pub(crate) fn has_auxiliary(scene: &Scene<'_>, token: usize) -> bool {
    scene
        .tree
        .children_by(token, &["aux", "cop"])
        .next()
        .is_some()
}

/// The infinitive's particle before the verb.
pub(crate) fn particle_to(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    scene
        .tree
        .children_by(verb, &["mark"])
        .find(|&mark| scene.token(mark).upos == Upos::Part || scene.token(mark).xpos == "TO")
}

/// The mark that opens the clause, if it is not the infinitive's particle.
pub(crate) fn conjunction(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let particle = particle_to(scene, verb);
    scene
        .tree
        .children_by(verb, &["mark"])
        .find(|&mark| Some(mark) != particle)
}

/// The verb, adjective or noun that leads to this predicate and shares its subject, so that both make one relation.
pub(crate) fn governor(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let head = scene.head(token)?;
    match scene.relation(token) {
        "xcomp" => {
            let leads = scene.is_verb(head) || is_predicate(scene, head);
            // *lets them go*: who goes is another.
            let free = (any_object(scene, head).is_none() && own_subject(scene, token).is_none())
                || (scene.words().subject_control.has(scene.lemma(head)) && scene.is_verb(token));
            (leads && free && head < token).then_some(head)
        }
        "advcl" => (scene.is_verb(head) && is_complement(scene, token, head)).then_some(head),
        "conj" if shares_governor(scene, token, head) => governor(scene, head),
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
    linked && scene.token(token).xpos == "VBG" && token - head <= 4
}

/// *continue to operate and recruit*: the second verb hangs on the same governor as the first.
fn shares_governor(scene: &Scene<'_>, token: usize, head: usize) -> bool {
    scene.token(token).xpos == scene.token(head).xpos
        && own_subject(scene, token).is_none()
        && !has_auxiliary(scene, token)
        && scene.relation(head) != "conj"
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
        .children_by(token, &["xcomp", "advcl"])
        .find(|&child| is_predicate(scene, child) && governor(scene, child) == Some(token))?;
    scene.tree.child(token, "ccomp").is_none().then_some(next)
}
