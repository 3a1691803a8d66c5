//! Who a predicate speaks of: its own subject, or the one that the grammar lets it share.

use crate::extract::Scene;
use crate::extract::phrase::marker_of;
use crate::text::{Deprel, Upos, Xpos};

use super::predicate::{
    any_object, conjunction, governors, has_auxiliary, is_passive, is_predicate, own_subject,
    particle_to,
};

/// The subject of a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Its head.
    pub(crate) head: usize,
    /// Where it stands.
    pub(crate) origin: Origin,
}

/// Where the subject of a predicate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Beside it.
    Own,
    /// Before the relative clause: *farmers who lost crops*.
    Antecedent,
    /// At the verb of telling: *urged the rebels to leave*.
    Addressee,
    /// Before it, at another verb.
    Beside,
    /// At the verb with which it is coordinated.
    Conjunct,
    /// It is the object of the verb above.
    Object,
    /// It is the noun that the clause is about: *brokers accused of fraud*.
    Noun,
    /// It is who owns or gives what the clause is about: *Kabul's pledge to leave*.
    Owner,
    /// At the clause above.
    Above,
}

/// How far subjects are sought through clauses that share them.
const DEPTH: usize = 8;

/// The subject of the predicate `token`.
pub(crate) fn subject(scene: &Scene<'_>, token: usize) -> Option<Subject> {
    find(scene, token, DEPTH)
}

fn find(scene: &Scene<'_>, token: usize, depth: usize) -> Option<Subject> {
    if depth == 0 {
        return None;
    }
    let from = |origin: Origin| move |head: usize| Subject { head, origin };
    if let Some(own) = own_subject(scene, token) {
        if is_relative(scene, own) {
            return antecedent(scene, token).map(from(Origin::Antecedent));
        }
        return Some(Subject {
            head: own,
            origin: Origin::Own,
        });
    }
    if let Some(addressee) = addressee(scene, token) {
        return Some(from(Origin::Addressee)(resolved(scene, addressee, token)));
    }
    if let Some(&first) = governors(scene, token).first() {
        return find(scene, first, depth - 1);
    }
    let head = scene.head(token)?;
    // *result in the group losing support*: parsers hang the noun on the first verb.
    let beside = scene.tree.children_by(head, &[Deprel::Nsubj]);
    if let Some(near) = beside.filter(|&noun| head < noun && noun < token).last() {
        return Some(from(Origin::Beside)(near));
    }
    let shared = |above: usize, origin: Origin| {
        find(scene, above, depth - 1).map(|found| from(origin)(found.head))
    };
    match scene.relation(token) {
        Deprel::Conj if is_predicate(scene, head) => shared(head, Origin::Conjunct),
        Deprel::Xcomp => match any_object(scene, head) {
            Some(object) => Some(from(Origin::Object)(resolved(scene, object, head))),
            None => shared(head, Origin::Above),
        },
        Deprel::Acl if scene.is_nominal(head) => {
            // *the risk of losing*: after a preposition the noun has the clause as its content.
            let content =
                particle_to(scene, token).is_some() || conjunction(scene, token).is_some();
            if scene.token(token).deprel == Deprel::AclRelcl || !content {
                // A clause with an auxiliary but no subject is a content clause that lost its subject.
                (!has_auxiliary(scene, token) || scene.token(token).deprel == Deprel::AclRelcl)
                    .then(|| from(Origin::Noun)(head))
            } else {
                owner(scene, head, depth).map(from(Origin::Owner))
            }
        }
        // *stop protesters from blocking the bridge*
        Deprel::Advcl if is_linked(scene, token) && any_object(scene, head).is_some() => {
            let object = resolved(scene, any_object(scene, head)?, head);
            match blamed(scene, token, object) {
                Some(somebody) => Some(from(Origin::Object)(somebody)),
                None => shared(head, Origin::Above),
            }
        }
        Deprel::Advcl | Deprel::Ccomp if is_predicate(scene, head) => shared(head, Origin::Above),
        Deprel::Advcl if scene.is_nominal(head) => Some(from(Origin::Noun)(head)),
        _ => None,
    }
}

/// *warned the rebels to leave*, *called on the mayor to resign*: the one who is told does it.
pub(crate) fn addressee(scene: &Scene<'_>, infinitive: usize) -> Option<usize> {
    if !matches!(scene.relation(infinitive), Deprel::Xcomp | Deprel::Advcl) {
        return None;
    }
    let verb = scene.head(infinitive).filter(|_| {
        particle_to(scene, infinitive).is_some() && conjunction(scene, infinitive).is_none()
    })?;
    let lemma = scene.lemma(verb);
    let told = &scene.words().object_control;
    let between = |noun: &usize| verb < *noun && *noun < infinitive;
    let object = any_object(scene, verb).filter(|_| told.has(lemma));
    object.filter(between).or_else(|| {
        let mut nouns = scene.tree.children_by(verb, &[Deprel::Obl]).filter(between);
        nouns.find(|&noun| {
            let marker = scene.lower(&marker_of(scene, noun));
            !marker.is_empty() && told.has(&format!("{lemma} {marker}"))
        })
    })
}

/// Whether a preposition ties the `-ing` form to the verb above as its complement.
pub(crate) fn is_linked(scene: &Scene<'_>, token: usize) -> bool {
    scene.token(token).xpos == Xpos::Vbg
        && conjunction(scene, token).is_some_and(|mark| {
            scene
                .words()
                .object_gerund_prepositions
                .has(scene.lemma(mark))
        })
}

/// Who of an object does what the `-ing` form after it says: somebody (*praised them for winning*), or the one whom the thing
/// is about (*their arrest for stealing*, *the conviction of Ali for stealing*). After some prepositions nothing else can do it.
fn blamed(scene: &Scene<'_>, clause: usize, object: usize) -> Option<usize> {
    let somebody = |noun: usize| {
        scene.actor(noun).is_some() || matches!(scene.token(noun).upos, Upos::Pron | Upos::Propn)
    };
    if somebody(object) {
        return Some(object);
    }
    let mark = conjunction(scene, clause)?;
    let usual = scene.words().preposition(scene.lemma(mark));
    let free = matches!(usual, Some("purpose" | "topic" | "company"));
    let mut about = scene.tree.children_by(object, &[Deprel::Nmod]);
    let about = about.find(|&noun| {
        let marker = scene.lower(&marker_of(scene, noun));
        let of = marker.is_empty() || scene.words().whole_prepositions.has(&marker);
        of && somebody(noun)
    });
    about.or((!free).then_some(object))
}

/// Whose efforts, decision or promise it is.
fn owner(scene: &Scene<'_>, noun: usize, depth: usize) -> Option<usize> {
    if let Some(possessor) = scene.tree.child(noun, Deprel::NmodPoss) {
        return Some(possessor);
    }
    let giver = scene
        .tree
        .children_by(noun, &[Deprel::Nmod])
        .find(|&child| {
            let by = scene.tree.children_by(child, &[Deprel::Case]);
            by.into_iter()
                .any(|case| matches!(scene.words().preposition(scene.lemma(case)), Some("agent")))
        });
    if giver.is_some() {
        return giver;
    }
    if scene.actor(noun).is_some() {
        // *the Global Coalition to defeat …*
        return Some(noun);
    }
    let verb = scene.head(noun)?;
    let taken = scene.relation(noun) == Deprel::Obj && !is_passive(scene, verb);
    taken
        .then(|| find(scene, verb, depth - 1))
        .flatten()
        .map(|found| found.head)
}

/// Whether the token is a relative pronoun or adverb.
pub(crate) fn is_relative(scene: &Scene<'_>, token: usize) -> bool {
    let word = scene.token(token);
    matches!(word.xpos, Xpos::Wdt | Xpos::Wp | Xpos::Wrb | Xpos::WpPoss)
        || word.feature("PronType") == Some("Rel")
}

/// The noun that the relative clause around this predicate tells about.
pub(crate) fn antecedent(scene: &Scene<'_>, predicate: usize) -> Option<usize> {
    let mut clause = predicate;
    for _ in 0..DEPTH {
        match scene.token(clause).deprel {
            Deprel::AclRelcl => return scene.head(clause),
            Deprel::Acl if has_relative(scene, clause) => return scene.head(clause),
            Deprel::Conj | Deprel::Xcomp | Deprel::Ccomp => clause = scene.head(clause)?,
            _ => return None,
        }
    }
    None
}

fn has_relative(scene: &Scene<'_>, clause: usize) -> bool {
    let mut slots = scene
        .tree
        .children_by(clause, &[Deprel::Nsubj, Deprel::Obj, Deprel::Obl]);
    slots.any(|slot| is_relative(scene, slot))
}

/// The noun that a pronoun of a relative clause stands for; any other word for itself.
pub(crate) fn resolved(scene: &Scene<'_>, token: usize, predicate: usize) -> usize {
    if is_relative(scene, token) {
        antecedent(scene, predicate).unwrap_or(token)
    } else {
        token
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::statement_lines;

    #[test]
    fn the_one_who_is_told_does_it_even_if_the_infinitive_looks_like_a_purpose() {
        let said = statement_lines(
            "Oslo Oslo PROPN NNP 2 nsubj
            called call VERB VBD 0 root
            on on ADP IN 4 case
            rebels rebel NOUN NNS 2 obl
            to to PART TO 6 mark
            free free VERB VB 2 advcl
            hostages hostage NOUN NNS 6 obj",
        );
        assert!(
            said.contains(&"(required) rebels | free | hostages".to_owned()),
            "{said:?}"
        );
    }

    #[test]
    fn who_is_praised_or_convicted_for_an_act_did_it() {
        let praised = statement_lines(
            "Oslo Oslo PROPN NNP 2 nsubj
            congratulated congratulate VERB VBD 0 root
            Chad Chad PROPN NNP 2 obj
            on on SCONJ IN 5 mark
            winning win VERB VBG 2 advcl
            the the DET DT 7 det
            cup cup NOUN NN 5 obj",
        );
        assert!(
            praised.contains(&"Chad | winning | the cup".to_owned()),
            "{praised:?}"
        );
        let convicted = statement_lines(
            "Judges judge NOUN NNS 2 nsubj
            overturned overturn VERB VBD 0 root
            the the DET DT 4 det
            conviction conviction NOUN NN 2 obj
            of of ADP IN 6 case
            Silva Silva PROPN NNP 4 nmod
            for for SCONJ IN 8 mark
            killing kill VERB VBG 2 advcl
            farmers farmer NOUN NNS 8 obj",
        );
        assert!(
            convicted.contains(&"(possible) Silva | killing | farmers".to_owned()),
            "{convicted:?}"
        );
    }

    #[test]
    fn a_thing_does_nothing_that_it_is_used_for() {
        let said = statement_lines(
            "Oslo Oslo PROPN NNP 2 nsubj
            spent spend VERB VBD 0 root
            money money NOUN NN 2 obj
            on on SCONJ IN 5 mark
            building build VERB VBG 2 advcl
            roads road NOUN NNS 5 obj",
        );
        assert!(
            said.contains(&"Oslo | building | roads".to_owned()),
            "{said:?}"
        );
    }
}
