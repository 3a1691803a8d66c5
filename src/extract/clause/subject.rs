//! Who a predicate speaks of: its own subject, or the one that the grammar lets it share.

use crate::extract::{ArgumentRole, SentenceContext};
use crate::syntax::{
    antecedent, any_object, conjunction, controller, governors, has_auxiliary,
    is_gerund_complement, is_imperative, is_passive, is_predicate, is_relative, own_subject,
    particle_to, preposition, resolve_relative,
};
use crate::text::{Deprel, Upos};

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
    /// It is the object that the verb above gives the act to: *urged the rebels to leave*.
    Controller,
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
pub(crate) fn subject(context: &SentenceContext<'_>, token: usize) -> Option<Subject> {
    find(context, token, DEPTH)
}

fn find(context: &SentenceContext<'_>, token: usize, depth: usize) -> Option<Subject> {
    if depth == 0 {
        return None;
    }
    let from = |origin: Origin| move |head: usize| Subject { head, origin };
    if let Some(own) = own_subject(context.tree, token) {
        if is_relative(context.tree, own) {
            return antecedent(context.tree, token).map(from(Origin::Antecedent));
        }
        return Some(from(Origin::Own)(own));
    }
    if let Some(object) = controller(context.tree, context.words(), token) {
        return Some(from(Origin::Controller)(resolve_relative(
            context.tree,
            object,
            token,
        )));
    }
    if let Some(&first) = governors(context.tree, context.words(), token).first() {
        return find(context, first, depth - 1);
    }
    let head = context.head(token)?;
    // *result in the group losing support*: parsers hang the noun on the first verb.
    let beside = context.tree.children_by(head, &[Deprel::Nsubj]);
    if let Some(near) = beside.filter(|&noun| head < noun && noun < token).last() {
        return Some(from(Origin::Beside)(near));
    }
    shared(context, token, head, depth)
}

/// The subject that the grammar lets the predicate share with what stands above it, its `head`.
fn shared(
    context: &SentenceContext<'_>,
    token: usize,
    head: usize,
    depth: usize,
) -> Option<Subject> {
    let from = |origin: Origin| move |head: usize| Subject { head, origin };
    let of_head =
        |origin: Origin| find(context, head, depth - 1).map(|found| from(origin)(found.head));
    match context.relation(token) {
        Deprel::Conj if is_predicate(context.tree, context.words(), head) => {
            of_head(Origin::Conjunct)
        }
        Deprel::Xcomp => match any_object(context.tree, head) {
            Some(object) => Some(from(Origin::Object)(resolve_relative(
                context.tree,
                object,
                head,
            ))),
            None => of_head(Origin::Above),
        },
        Deprel::Acl if context.is_nominal(head) => {
            // *the risk of losing*: after a preposition the noun has the clause as its content.
            let content = particle_to(context.tree, token).is_some()
                || conjunction(context.tree, token).is_some();
            if context.token(token).deprel == Deprel::AclRelcl || !content {
                // A clause with an auxiliary but no subject is a content clause that lost its subject.
                (!has_auxiliary(context.tree, token)
                    || context.token(token).deprel == Deprel::AclRelcl)
                    .then(|| from(Origin::Noun)(head))
            } else {
                owner(context, head, depth).map(from(Origin::Owner))
            }
        }
        // *stop protesters from blocking the bridge*
        Deprel::Advcl
            if is_gerund_complement(context.tree, context.words(), token)
                && any_object(context.tree, head).is_some() =>
        {
            let object = resolve_relative(context.tree, any_object(context.tree, head)?, head);
            match gerund_agent(context, token, object) {
                Some(somebody) => Some(from(Origin::Object)(somebody)),
                None => of_head(Origin::Above),
            }
        }
        // *“Leave Kabul,” Oslo told the rebels*: who gives an order does not carry it out.
        Deprel::Ccomp if is_imperative(context.tree, token) => {
            any_object(context.tree, head).map(from(Origin::Object))
        }
        Deprel::Advcl | Deprel::Ccomp if is_predicate(context.tree, context.words(), head) => {
            of_head(Origin::Above)
        }
        _ => None,
    }
}

/// Who of an object does what the `-ing` form after it says: somebody (*praised them for winning*), or the one whom the thing
/// is about (*their arrest for stealing*, *the conviction of Ali for stealing*). After some prepositions nothing else can do it.
fn gerund_agent(context: &SentenceContext<'_>, clause: usize, object: usize) -> Option<usize> {
    let somebody = |noun: usize| {
        context.actor(noun).is_some()
            || matches!(context.token(noun).upos, Upos::Pron | Upos::Propn)
    };
    if somebody(object) {
        return Some(object);
    }
    let mark = conjunction(context.tree, clause)?;
    let usual = context.words().preposition(context.lemma(mark));
    let free = matches!(
        usual,
        Some(ArgumentRole::Purpose | ArgumentRole::Topic | ArgumentRole::Company)
    );
    let mut about = context.tree.children_by(object, &[Deprel::Nmod]);
    let about = about.find(|&noun| {
        let marker = context.lower(&preposition(context.tree, noun));
        let of = marker.is_empty() || context.words().whole_prepositions.has(&marker);
        of && somebody(noun)
    });
    about.or((!free).then_some(object))
}

/// Whose efforts, decision or promise it is.
fn owner(context: &SentenceContext<'_>, noun: usize, depth: usize) -> Option<usize> {
    if let Some(possessor) = context.tree.child(noun, Deprel::NmodPoss) {
        return Some(possessor);
    }
    let giver = context
        .tree
        .children_by(noun, &[Deprel::Nmod])
        .find(|&child| {
            let by = context.tree.children_by(child, &[Deprel::Case]);
            by.into_iter().any(|case| {
                matches!(
                    context.words().preposition(context.lemma(case)),
                    Some(ArgumentRole::Agent)
                )
            })
        });
    if giver.is_some() {
        return giver;
    }
    if context.actor(noun).is_some() {
        // *the Global Coalition to defeat …*
        return Some(noun);
    }
    let verb = context.head(noun)?;
    let taken = context.relation(noun) == Deprel::Obj && !is_passive(context.tree, verb);
    taken
        .then(|| find(context, verb, depth - 1))
        .flatten()
        .map(|found| found.head)
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
