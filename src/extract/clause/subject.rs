//! Who a predicate speaks of: its own subject, or the one that the grammar lets it share.

use crate::extract::{ArgumentRole, SentenceContext};
use crate::lexicon::ClassTrait;
use crate::syntax::{
    agent, antecedent, any_object, conjunction, controller, governors, has_auxiliary,
    is_gerund_complement, is_imperative, is_passive, is_predicate, is_relative, own_subject,
    particle_to, preposition, resolve_relative,
};
use crate::text::{Deprel, Upos, Xpos};

use super::fit;

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
    find(context, token, DEPTH).and_then(|found| checked(context, token, found))
}

/// The subject, unless it is borrowed and cannot do what only people and bodies do: *the airport was closed and warned …*.
fn checked(context: &SentenceContext<'_>, predicate: usize, found: Subject) -> Option<Subject> {
    // A relative pronoun shows whose act it is, whatever acts.
    let borrowed = !matches!(
        found.origin,
        Origin::Own | Origin::Beside | Origin::Antecedent
    );
    let personal = context.is_verb(predicate)
        && context.words().personal_verbs.has(context.lemma(predicate))
        && !is_passive(context.tree, predicate);
    (!(borrowed && personal) || fit::speaks(context, found.head)).then_some(found)
}

fn find(context: &SentenceContext<'_>, token: usize, depth: usize) -> Option<Subject> {
    if depth == 0 {
        return None;
    }
    let from = |origin: Origin| move |head: usize| Subject { head, origin };
    if let Some(own) = own_subject(context.tree, token) {
        if is_relative(context.tree, own) {
            return antecedent_of(context, token, own).map(from(Origin::Antecedent));
        }
        if let Some(noun) = whole_of(context, token, own) {
            return Some(from(Origin::Antecedent)(noun));
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
            if let Some(noun) = told_of(context, token, head) {
                return Some(from(Origin::Beside)(noun));
            }
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
            adverbial(context, token, head, depth)
        }
        _ => None,
    }
}

/// The subject of an adverbial clause that has none of its own.
fn adverbial(
    context: &SentenceContext<'_>,
    token: usize,
    head: usize,
    depth: usize,
) -> Option<Subject> {
    let (tree, words) = (context.tree, context.words());
    let from = |origin: Origin| move |head: usize| Subject { head, origin };
    let infinitive = particle_to(tree, token).is_some() || context.token(token).xpos == Xpos::Vb;
    let purpose = context.relation(token) == Deprel::Advcl && infinitive;
    if purpose && is_passive(tree, head) && !words.purpose_control.has(context.lemma(head)) {
        // *was killed to silence the paper*: whoever killed did so for that.
        return agent(tree, head).map(from(Origin::Above));
    }
    if let Some(noun) = spoken_of(context, token, head) {
        return Some(from(Origin::Beside)(noun));
    }
    let mut above = head;
    while is_apart(context, token) && of_an_object(context, above) {
        // *reported him to be dead, citing …*: behind a comma the participle belongs to the verb that has the object.
        above = context.head(above)?;
    }
    find(context, above, depth - 1).map(|found| from(Origin::Above)(found.head))
}

/// *speak of Chad taking the lead*: the noun right before the `-ing` form, where what follows is what the verb is about.
fn spoken_of(context: &SentenceContext<'_>, token: usize, head: usize) -> Option<usize> {
    let tree = context.tree;
    if context.token(token).xpos != Xpos::Vbg || conjunction(tree, token).is_some() {
        return None;
    }
    let first = tree.subtree(token).into_iter().min()?;
    let mut obliques = tree.children_by(head, &[Deprel::Obl]);
    obliques.find(|&noun| {
        let marker = context.lower(&preposition(tree, noun));
        let last = tree.subtree(noun).into_iter().max();
        context.words().whole_prepositions.has(&marker)
            && last.is_some_and(|last| last + 1 == first)
    })
}

/// Whether a comma stands before the `-ing` form.
fn is_apart(context: &SentenceContext<'_>, token: usize) -> bool {
    let first = context
        .tree
        .subtree(token)
        .into_iter()
        .min()
        .unwrap_or(token);
    let comma = |token: usize| context.token(token).upos == Upos::Punct;
    context.token(token).xpos == Xpos::Vbg
        && conjunction(context.tree, token).is_none()
        && (comma(first) || first.checked_sub(1).is_some_and(comma))
}

/// Whether the predicate is said of the object of the verb above.
fn of_an_object(context: &SentenceContext<'_>, predicate: usize) -> bool {
    let tree = context.tree;
    let verb = context
        .head(predicate)
        .filter(|_| context.relation(predicate) == Deprel::Xcomp);
    verb.is_some_and(|verb| any_object(tree, verb).is_some())
        && own_subject(tree, predicate).is_none()
        && governors(tree, context.words(), predicate).is_empty()
}

/// *four banks, two of which belong to …*: of the number itself nobody knows more than of whom it is a part.
fn whole_of(context: &SentenceContext<'_>, token: usize, own: usize) -> Option<usize> {
    let bare = matches!(context.token(own).upos, Upos::Num | Upos::Pron | Upos::Det);
    let mut below = context.tree.children_by(own, &[Deprel::Nmod]);
    let relative = bare && below.any(|noun| is_relative(context.tree, noun));
    relative.then(|| antecedent(context.tree, token)).flatten()
}

/// The noun that the relative pronoun `own` stands for, or the one that a cleft brings out: *it was Oman that paid*.
fn antecedent_of(context: &SentenceContext<'_>, token: usize, own: usize) -> Option<usize> {
    if let Some(noun) = antecedent(context.tree, token) {
        return fit::antecedent(context, token, own, noun);
    }
    let noun = context.head(token)?;
    let cleft = context.tree.child(noun, Deprel::Expl).is_some()
        && context.tree.child(noun, Deprel::Cop).is_some()
        && context.is_nominal(noun);
    cleft.then_some(noun)
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

/// *complaints about soldiers looting shops*: an act or a text does nothing itself, so the noun right before does it.
fn told_of(context: &SentenceContext<'_>, token: usize, noun: usize) -> Option<usize> {
    let tree = context.tree;
    let participle = context.token(token).xpos == Xpos::Vbg
        && context.token(token).deprel != Deprel::AclRelcl
        && conjunction(tree, token).is_none();
    if !participle || fit::is_somebody(context, noun) {
        return None;
    }
    let first = tree.subtree(token).into_iter().min()?;
    let mut phrases = tree.children_by(noun, &[Deprel::Nmod]);
    phrases.find(|&inner| {
        let last = tree.subtree(inner).into_iter().max();
        doer_follows(context, noun, &context.lower(&preposition(tree, inner)))
            && last.is_some_and(|last| last + 1 == first)
            && fit::is_somebody(context, inner)
    })
}

/// Whether the one who does what the noun tells of stands behind this preposition: *a raid by rebels*, *reports of soldiers*,
/// but *a message on the net*.
fn doer_follows(context: &SentenceContext<'_>, noun: usize, marker: &str) -> bool {
    let words = context.words();
    let text = (context.lexicon.frames).has_trait(context.lemma(noun), ClassTrait::Text);
    words.whole_prepositions.has(marker)
        || !text
            && (words.agent_prepositions.has(marker)
                || words.preposition(marker) == Some(ArgumentRole::Topic))
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

    #[test]
    fn a_building_warns_nobody() {
        let said = statement_lines(
            "The the DET DT 2 det
            airport airport NOUN NN 4 nsubj:pass
            was be AUX VBD 4 aux:pass
            closed close VERB VBN 0 root
            and and CCONJ CC 6 cc
            warned warn VERB VBD 4 conj
            farmers farmer NOUN NNS 6 obj",
        );
        assert_eq!(said, ["The airport | was closed | "]);
    }

    #[test]
    fn who_stands_for_somebody() {
        let said = statement_lines(
            "Farmers farmer NOUN NNS 6 nsubj
            of of ADP IN 4 case
            the the DET DT 4 det
            valley valley NOUN NN 1 nmod
            , , PUNCT , 4 punct
            met meet VERB VBD 0 root
            who who PRON WP 8 nsubj
            lost lose VERB VBD 4 acl:relcl
            crops crop NOUN NNS 8 obj",
        );
        assert!(
            said.iter()
                .any(|line| line.starts_with("Farmers") && line.contains("| lost | crops")),
            "{said:?}"
        );
    }

    #[test]
    fn who_is_killed_for_a_purpose_does_not_pursue_it() {
        let said = statement_lines(
            "Farmers farmer NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            killed kill VERB VBN 0 root
            yesterday yesterday NOUN NN 3 obl
            to to PART TO 7 mark
            perhaps perhaps ADV RB 7 advmod
            silence silence VERB VB 3 advcl
            Oslo Oslo PROPN NNP 7 obj
            . . PUNCT . 3 punct",
        );
        assert!(
            !said
                .iter()
                .any(|line| line.starts_with("Farmers | silence")),
            "{said:?}"
        );
    }

    #[test]
    fn whom_a_complaint_is_about_does_what_it_tells() {
        let said = statement_lines(
            "Oslo Oslo PROPN NNP 2 nsubj
            heard hear VERB VBD 0 root
            complaints complaint NOUN NNS 2 obj
            about about ADP IN 5 case
            soldiers soldier NOUN NNS 3 nmod
            looting loot VERB VBG 3 acl
            shops shop NOUN NNS 6 obj",
        );
        assert!(
            said.iter()
                .any(|line| line.contains("soldiers | looting | shops")),
            "{said:?}"
        );
    }

    #[test]
    fn a_cleft_sentence_speaks_of_what_it_brings_out() {
        let said = statement_lines(
            "It it PRON PRP 3 expl
            was be AUX VBD 3 cop
            Oslo Oslo PROPN NNP 0 root
            that that PRON WDT 5 nsubj
            freed free VERB VBD 3 advcl:relcl
            sailors sailor NOUN NNS 5 obj",
        );
        assert_eq!(said, ["Oslo | freed | sailors"]);
    }
}
