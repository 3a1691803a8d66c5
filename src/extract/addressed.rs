//! Whom an act is aimed at when only another clause names them.
//!
//! In: the edges of a statement so far. Out: edges to who is told to act (*demanded that X leave*), whose deed is
//! complained of (*alleged that X had …*), what a threat depends on (*unless X leaves*), and whom a protest or gift is for
//! (*rallied to demand … from X*).

use crate::lexicon::EventType;
use crate::text::Deprel;

use super::clause::group::group;
use super::clause::predicate::{conjunction, is_passive, own_subject, particle_to};
use super::clause::subject::is_relative;
use super::edge::{Draft, nominal_object, text};
use super::phrase::marker_of;
use super::target::{behind, is_known, is_spot, label_words, leads_to_circumstance};
use super::{Polarity, SentenceContext};

/// How many clauses may hang below each other on the way to the one.
const DEPTH: usize = 3;

/// Adds edges to who is told to act, and to whose deed is complained of.
pub(crate) fn told(draft: &mut Draft<'_>) {
    match event(draft) {
        Some(EventType::Request) => content(draft, EventType::Request),
        Some(event @ (EventType::Accuse | EventType::Threaten)) if !draft.reaches_actor() => {
            content(draft, event);
        }
        _ => {}
    }
}

/// Adds edges to those whom an act that has reached nobody yet depends on or is done for.
pub(crate) fn aimed(draft: &mut Draft<'_>) {
    let Some(event) = event(draft) else {
        return;
    };
    if event == EventType::Threaten && !draft.reaches_place() {
        condition(draft);
    }
    let may_be_for = !matches!(event, EventType::Consult | EventType::Retreat);
    if may_be_for && draft.statement.polarity == Polarity::Positive && !draft.reaches_actor() {
        purpose(draft);
    }
}

fn event(draft: &Draft<'_>) -> Option<EventType> {
    draft.statement.relation.event
}

/// *demanded that X leave*, *complained that X had left*: the edge goes to the one who does it.
fn content(draft: &mut Draft<'_>, event: EventType) {
    let context = draft.context;
    let noun = nominal_object(context, draft.statement).map(|object| object.head);
    let Some(clause) = clause_of(draft, event, noun) else {
        return;
    };
    let subject = own_subject(context, clause);
    let Some(subject) = subject.filter(|&subject| !is_relative(context, subject)) else {
        return;
    };
    let said = noun.map_or(String::new(), |noun| {
        text(context, &label_words(context, noun, usize::MAX))
    });
    if is_passive(context, clause) {
        // *demanded that the camp be left by X*
        if let Some((words, target)) = among(draft, clause, DEPTH) {
            draft.add(format!("{said} that … {words}").trim(), target);
        }
        return;
    }
    let same = context.actor(subject) == context.actor(draft.doer.head);
    if same && context.actor(subject).is_some() {
        // *warned that it would answer X*
        if event == EventType::Threaten
            && let Some((words, target)) = among(draft, clause, DEPTH)
        {
            draft.add(format!("{said} that … {words}").trim(), target);
        }
        return;
    }
    if event != EventType::Request && !is_known(context, subject) {
        return;
    }
    let mut wanted: Vec<usize> = (group(context, clause).into_iter())
        .filter(|&token| token > subject)
        .collect();
    let object = context.tree.child(clause, Deprel::Obj);
    let object = object.filter(|&object| object > clause && context.actor(object).is_none());
    wanted.extend(
        object
            .into_iter()
            .flat_map(|object| label_words(context, object, usize::MAX)),
    );
    let wanted = text(context, &wanted);
    draft.add(format!("{said} that … {wanted}").trim(), subject);
}

/// The clause that tells what is demanded or complained of.
fn clause_of(draft: &Draft<'_>, event: EventType, noun: Option<usize>) -> Option<usize> {
    let context = draft.context;
    let head = draft.statement.relation.phrase.head;
    let below = context.tree.child(head, Deprel::Ccomp).or_else(|| {
        let mut clauses = context
            .tree
            .children_by(noun?, &[Deprel::Acl, Deprel::Ccomp]);
        clauses.find(|&clause| context.token(clause).deprel != Deprel::AclRelcl)
    });
    below.or_else(|| match event {
        // *called for X to leave*
        EventType::Request => {
            let mut clauses = context
                .tree
                .children_by(head, &[Deprel::Advcl, Deprel::Xcomp]);
            clauses.find(|&clause| {
                let mark = conjunction(context, clause).map(|mark| context.lower(&[mark]));
                let purpose = mark.and_then(|mark| context.words().preposition(&mark));
                purpose == Some("purpose") && own_subject(context, clause).is_some()
            })
        }
        // *X failed to help, a group complained*
        EventType::Accuse => {
            let above = context.head(head)?;
            (context.relation(head) == Deprel::Parataxis && above < head).then_some(above)
        }
        _ => None,
    })
}

/// *threatened to walk out unless X leaves*
fn condition(draft: &mut Draft<'_>) {
    let context = draft.context;
    let head = draft.statement.relation.phrase.head;
    let mut verbs = vec![head];
    verbs.extend(super::clause::predicate::governors(context, head));
    let below = |&verb: &usize| {
        let clauses = context.tree.children_by(verb, &[Deprel::Advcl]);
        clauses.collect::<Vec<_>>()
    };
    let found = verbs.iter().flat_map(below).find_map(|clause| {
        let mark = conjunction(context, clause)?;
        let condition = context.words().conjunction(&context.lower(&[mark])) == Some("condition");
        let subject = own_subject(context, clause)
            .filter(|&subject| condition && is_known(context, subject))?;
        Some((mark, subject))
    });
    if let Some((mark, subject)) = found {
        let words = words_with_object(draft, &text(context, &[mark]));
        draft.infer(&words, subject, "condition");
    }
}

/// *rallied to demand reforms from X*, *sent arms to help defend X*
fn purpose(draft: &mut Draft<'_>) {
    let context = draft.context;
    let head = draft.statement.relation.phrase.head;
    let object = nominal_object(context, draft.statement).map(|object| object.head);
    let nouns = draft
        .statement
        .arguments
        .iter()
        .map(|argument| argument.phrase.head);
    let nouns: Vec<usize> =
        (nouns.chain(object).filter(|&noun| context.is_nominal(noun))).collect();
    let beside = context
        .tree
        .children_by(head, &[Deprel::Advcl, Deprel::Xcomp]);
    let beside: Vec<usize> = beside.collect();
    let below = nouns.iter().flat_map(|&noun| {
        let clauses = context.tree.children_by(noun, &[Deprel::Acl]);
        clauses.collect::<Vec<_>>()
    });
    let mut clauses = beside.into_iter().chain(below).filter(|&clause| {
        particle_to(context, clause).is_some()
            && own_subject(context, clause).is_none()
            && clause > head
    });
    let found = clauses.find_map(|clause| among(draft, clause, DEPTH));
    if let Some((words, target)) = found {
        let words = words_with_object(draft, &words);
        draft.infer(&words, target, "purpose");
    }
}

fn words_with_object(draft: &Draft<'_>, words: &str) -> String {
    let context = draft.context;
    let object = nominal_object(context, draft.statement);
    let object = object.map_or(String::new(), |object| {
        text(context, &label_words(context, object.head, usize::MAX))
    });
    format!("{object} {words}").trim().to_owned()
}

/// The first actor, other than the doer, that a clause acts on, with the words that lead there.
fn among(draft: &Draft<'_>, clause: usize, depth: usize) -> Option<(String, usize)> {
    let context = draft.context;
    let doer = draft.doer.head;
    let verb = verb_words(context, clause);
    let other = |noun: usize| {
        noun != doer
            && (context.actor(noun).is_none() || context.actor(noun) != context.actor(doer))
    };
    let nouns = context
        .tree
        .children_by(clause, &[Deprel::Obj, Deprel::Obl]);
    let direct = nouns.filter(|&noun| noun > clause).find_map(|noun| {
        let marker = marker_of(context, noun);
        if leads_to_circumstance(context, &context.lower(&marker)) {
            return None;
        }
        let mut words = verb.clone();
        words.extend(marker);
        if let Some(target) = behind(context, None, noun, doer) {
            let known = is_known(context, target.head) && other(target.head);
            let words = format!("{} {}", text(context, &words), target.words);
            return known.then_some((words, target.head));
        }
        (is_known(context, noun) && !is_spot(context, noun) && other(noun))
            .then(|| (text(context, &words), noun))
    });
    direct.or_else(|| {
        let next = context
            .tree
            .child(clause, Deprel::Xcomp)
            .filter(|_| depth > 1)?;
        let (words, target) = among(draft, next, depth - 1)?;
        Some((format!("{} {words}", text(context, &verb)), target))
    })
}

fn verb_words(context: &SentenceContext<'_>, clause: usize) -> Vec<usize> {
    let mut words = group(context, clause);
    words.extend(particle_to(context, clause));
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    fn assert_edge(rows: &str, edge: &str) {
        let edges = edge_lines(rows);
        assert!(edges.contains(&edge.to_owned()), "{edges:?}");
    }

    #[test]
    fn the_one_who_is_to_act_is_the_target_of_a_demand() {
        assert_edge(
            "Norway Norway PROPN NNP 2 nsubj
            demanded demand VERB VBD 0 root
            that that SCONJ IN 5 mark
            Chad Chad PROPN NNP 5 nsubj
            free free VERB VB 2 ccomp
            prisoners prisoner NOUN NNS 5 obj",
            "Norway – demanded that … free → Chad",
        );
    }

    #[test]
    fn whose_deed_is_complained_of_is_the_target_of_the_complaint() {
        assert_edge(
            "Norway Norway PROPN NNP 2 nsubj
            complained complain VERB VBD 0 root
            that that SCONJ IN 6 mark
            Chad Chad PROPN NNP 6 nsubj
            had have AUX VBD 6 aux
            left leave VERB VBN 2 ccomp",
            "Norway – complained that … had left → Chad",
        );
    }

    #[test]
    fn a_threat_is_made_to_the_one_it_depends_on() {
        assert_edge(
            "Norway Norway PROPN NNP 2 nsubj
            threatened threaten VERB VBD 0 root
            to to PART TO 4 mark
            end end VERB VB 2 xcomp
            talks talk NOUN NNS 4 obj
            unless unless SCONJ IN 8 mark
            Chad Chad PROPN NNP 8 nsubj
            left leave VERB VBD 4 advcl",
            "Norway – threatened to end talks unless → Chad",
        );
    }

    #[test]
    fn a_protest_is_aimed_at_the_one_from_whom_it_wants_something() {
        assert_edge(
            "Farmers farmer NOUN NNS 2 nsubj
            rallied rally VERB VBD 0 root
            to to PART TO 4 mark
            denounce denounce VERB VB 2 advcl
            Norway Norway PROPN NNP 4 obj",
            "farmers – rallied to denounce → Norway",
        );
    }
}
