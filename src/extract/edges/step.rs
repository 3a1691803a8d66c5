//! One step from a noun down to the nouns below it, on the way to the actor behind it.
//!
//! In: a noun, and the statement that it stands in. Out: the possessor, the prepositional phrases, and who made the thing.

use crate::extract::participants::{
    has_actor_before, is_act, is_known, is_unnamed_place, owner_of_act,
};
use crate::extract::statement::words;
use crate::extract::{Argument, ArgumentRole, SentenceContext, Statement};
use crate::syntax::{members, particle_to, preposition, verb_group};
use crate::text::{Deprel, Upos, Xpos};

/// A step from a noun to one below it.
pub(super) struct Step {
    pub(super) marker: String,
    pub(super) head: usize,
    pub(super) is_place: bool,
}

/// Possessor and prepositional phrases of the noun, and, if it names an act, those that the parser hung on the verb.
pub(super) fn steps(
    context: &SentenceContext<'_>,
    statement: Option<&Statement>,
    noun: usize,
) -> Vec<Step> {
    let mut found = Vec::new();
    let last = (members(context.tree, context.words(), noun)
        .into_iter()
        .next_back())
    .unwrap_or(noun);
    let mut nouns = vec![noun];
    nouns
        .extend((last != noun && context.tree.child(noun, Deprel::Nmod).is_none()).then_some(last));
    for noun in nouns {
        found.extend(below(context, noun));
    }
    for clause in context.tree.children_by(noun, &[Deprel::Acl]) {
        found.extend(maker(context, clause));
    }
    if let Some(statement) = statement {
        found.extend(beside(context, statement, noun));
    }
    if found.is_empty() && !has_actor_before(context, noun) {
        let clauses = context.tree.children_by(noun, &[Deprel::Acl]);
        found.extend(clauses.filter_map(|clause| aim(context, clause)));
    }
    found
}

/// The possessor and the prepositional phrases of the noun.
fn below(context: &SentenceContext<'_>, noun: usize) -> Vec<Step> {
    let mut found = Vec::new();
    for child in context.tree.children_by(noun, &[Deprel::Nmod]) {
        let marker = preposition(context.tree, child);
        // Whom a possessive pronoun stands for is too unsure.
        let possessor = marker.is_empty()
            && context.token(child).deprel == Deprel::NmodPoss
            && context.token(child).upos != Upos::Pron;
        if possessor && context.actor(child).is_some() {
            found.push(Step {
                marker: "of".to_owned(),
                head: child,
                is_place: false,
            });
        } else if !marker.is_empty() && !leads_to_circumstance(context, &context.lower(&marker)) {
            found.push(phrase(context, &marker, child));
        }
    }
    found
}

/// The phrases beside the verb that may belong to its noun.
fn beside(context: &SentenceContext<'_>, statement: &Statement, noun: usize) -> Vec<Step> {
    let act = is_act(context, noun);
    let arguments = statement.arguments.iter().filter(|argument| {
        let marker = context.lower(&argument.marker_tokens);
        let by = context.words().preposition(&marker) == Some(ArgumentRole::Agent);
        let circumstance =
            is_circumstance(argument.role) || leads_to_circumstance(context, &marker);
        (act || by)
            && !circumstance
            && !is_lent(context, argument)
            && !marker.is_empty()
            && argument.phrase.head > noun
            && context.relation(argument.phrase.head) != Deprel::Advcl
    });
    arguments
        .map(|argument| phrase(context, &argument.marker_tokens, argument.phrase.head))
        .collect()
}

/// *sanctions imposed by Norway*: the one behind the thing is who made it.
fn maker(context: &SentenceContext<'_>, participle: usize) -> Option<Step> {
    let agent = context
        .tree
        .children_by(participle, &[Deprel::Obl])
        .find(|&noun| {
            let marker = context.lower(&preposition(context.tree, noun));
            context.words().preposition(&marker) == Some(ArgumentRole::Agent)
        })?;
    (context.token(participle).xpos == Xpos::Vbn && is_known(context, agent)).then(|| {
        let verb = context.lower(&[participle]);
        let marker = context.lower(&preposition(context.tree, agent));
        Step {
            marker: format!("{verb} {marker}"),
            head: agent,
            is_place: false,
        }
    })
}

/// *a plan to send envoys to Oslo*, *a call for talks to be held with Oslo*: whom the content of the noun is about.
fn aim(context: &SentenceContext<'_>, clause: usize) -> Option<Step> {
    if particle_to(context.tree, clause).is_none()
        || context.token(clause).deprel == Deprel::AclRelcl
    {
        return None;
    }
    let noun = context
        .tree
        .children_by(clause, &[Deprel::Obj, Deprel::Obl])
        .find(|&noun| {
            let marker = context.lower(&preposition(context.tree, noun));
            let tells = noun > clause && !leads_to_circumstance(context, &marker);
            tells && is_known(context, noun) && !is_unnamed_place(context, noun)
        })?;
    let mut verb = verb_group(context.tree, context.words(), clause);
    verb.extend(particle_to(context.tree, clause));
    verb.extend(preposition(context.tree, noun));
    verb.sort_unstable();
    Some(Step {
        marker: words(context.annotated, context.index, &verb),
        head: noun,
        is_place: false,
    })
}

fn phrase(context: &SentenceContext<'_>, marker: &[usize], head: usize) -> Step {
    let marker = context.lower(marker);
    // *in the capital Oslo*: parsers hang the name beside the noun.
    let next = head + 1;
    let named = next < context.sentence.tokens.len()
        && context.token(next).upos == Upos::Propn
        && context.head(next) == context.head(head)
        && preposition(context.tree, next).is_empty();
    let head = if named { next } else { head };
    Step {
        is_place: context.words().preposition(&marker) == Some(ArgumentRole::Place),
        marker,
        head,
    }
}

/// Whether a name stands below the noun: *leaders of the region of Oslo*.
pub(super) fn leads_on(context: &SentenceContext<'_>, noun: usize) -> bool {
    let mut below = context
        .tree
        .children_by(noun, &[Deprel::Nmod, Deprel::Appos]);
    below.any(|child| context.actor(child).is_some() && context.token(child).upos != Upos::Pron)
}

/// *with support from Oslo*: an act of Oslo's, beside that of the agent.
pub(super) fn is_lent(context: &SentenceContext<'_>, argument: &Argument) -> bool {
    let beside = matches!(
        argument.role,
        ArgumentRole::Company | ArgumentRole::Instrument
    );
    beside && owner_of_act(context, argument.phrase.head).is_some()
}

/// Whether what has this role tells the circumstances of an act, and is none of those who take part.
pub(crate) const fn is_circumstance(role: ArgumentRole) -> bool {
    matches!(
        role,
        ArgumentRole::Time
            | ArgumentRole::Cause
            | ArgumentRole::Concession
            | ArgumentRole::Manner
            | ArgumentRole::Condition
            | ArgumentRole::Capacity
            | ArgumentRole::Extent
    )
}

/// Whether the preposition usually leads to a circumstance.
pub(super) fn leads_to_circumstance(context: &SentenceContext<'_>, marker: &str) -> bool {
    let usual = context.words().preposition(marker);
    usual.is_some_and(is_circumstance)
}
