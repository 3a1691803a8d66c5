//! Whom an act is done to when the words beside the verb name only a thing.
//!
//! In: a noun beside a verb. Out: the [`Target`], the actor behind it, with the words that lead there: *rejected the
//! demand of → Norway*, *imposed a curfew in → Oslo*, *held talks with → China*.

use crate::lexicon::EventType;
use crate::text::{ActorType, Deprel, Upos, Xpos};

use super::clause::argument::is_time;
use super::clause::group::group;
use super::clause::predicate::particle_to;
use super::doer::owner_of_act;
use super::phrase::{marker_of, name_of, short};
use super::predicate::noun_names;
use super::statement::words;
use super::{Argument, ArgumentRole, SentenceContext, Statement};

/// How many nouns may stand between the verb and the actor.
const DEPTH: usize = 3;

/// The noun in question with the words that lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// What a label says after the verb: *demand of*.
    pub(crate) words: String,
    /// The noun.
    pub(crate) head: usize,
    /// Whether it only says where; the thing itself is a target then as well.
    pub(crate) is_place: bool,
}

/// A step from a noun to one below it.
struct Step {
    marker: String,
    head: usize,
    is_place: bool,
}

/// The one behind a noun, if the noun is no actor itself. `doer` is never found behind what it does. Beside a noun of an
/// act the phrases of its `statement` are looked at, too.
pub(crate) fn behind(
    context: &SentenceContext<'_>,
    statement: Option<&Statement>,
    noun: usize,
    doer: usize,
) -> Option<Target> {
    let mut target = Target {
        words: String::new(),
        head: noun,
        is_place: false,
    };
    for depth in 0..DEPTH {
        if let Some(owner) = answerable(context, statement, target.head, doer) {
            let noun = text(context, &label_words(context, target.head, owner));
            let marker = context.lower(&marker_of(context, owner));
            let of = if marker.is_empty() { "of" } else { &marker };
            target.words = format!("{} {noun} {of}", target.words);
            target.head = owner;
            target.is_place = false;
            break;
        }
        let statement = statement.filter(|_| depth == 0);
        if is_end(context, target.head) {
            break;
        }
        let Some(step) = step(context, statement, target.head, doer) else {
            break;
        };
        let noun = text(context, &label_words(context, target.head, step.head));
        target.words = format!("{} {noun} {}", target.words, step.marker);
        target.head = step.head;
        target.is_place = step.is_place;
    }
    target.words = target.words.trim().to_owned();
    (target.head != noun).then_some(target)
}

/// *condemned the Russian raid on the port*: who speaks of an act means whose act it is.
fn answerable(
    context: &SentenceContext<'_>,
    statement: Option<&Statement>,
    noun: usize,
    doer: usize,
) -> Option<usize> {
    let speaks = matches!(
        statement?.relation.event?,
        EventType::Accuse
            | EventType::Agree
            | EventType::Concede
            | EventType::Reject
            | EventType::Request
            | EventType::Support
    );
    let owner = speaks.then(|| owner_of_act(context, noun)).flatten()?;
    (!same(context, owner, doer)).then_some(owner)
}

fn text(context: &SentenceContext<'_>, tokens: &[usize]) -> String {
    words(context.annotated, context.index, tokens)
}

/// Whether the noun itself stands for somebody: an actor, or a thing with a name beside it.
fn is_end(context: &SentenceContext<'_>, noun: usize) -> bool {
    let actor = context.actor(noun).is_some()
        && !(is_spot(context, noun) || is_order(context, noun) || is_sent(context, noun));
    actor || name_of(context, noun).is_some() || (!is_act(context, noun) && is_of(context, noun))
}

/// Whether the noun names an act or a bond: *raid*, *ceasefire*, *relations*.
pub(crate) fn is_act(context: &SentenceContext<'_>, noun: usize) -> bool {
    let frames = &context.lexicon.frames;
    let is_event = |name: &String| frames.noun(name).is_some_and(|frame| frame.event.is_some());
    context.words().event_noun(context.lemma(noun)).is_some()
        || noun_names(context, noun).iter().any(is_event)
}

/// *its ambassador to Chad*: who is there on behalf of others leads to where that is.
fn is_sent(context: &SentenceContext<'_>, noun: usize) -> bool {
    let actor = (context.actor(noun)).and_then(|actor| context.annotated.actors.get(actor));
    let mut classes = context.lexicon.frames.classes(context.lemma(noun)).iter();
    let mut below = context.tree.children_by(noun, &[Deprel::Nmod]);
    let to = |child: usize| {
        let marker = context.lower(&marker_of(context, child));
        context.words().preposition(&marker) == Some(ArgumentRole::Recipient.as_str())
    };
    !actor.is_some_and(|actor| actor.named)
        && classes.any(|class| class == "envoy")
        && below.any(|child| to(child) && context.actor(child).is_some())
}

/// *a state of siege* is no state.
fn is_order(context: &SentenceContext<'_>, noun: usize) -> bool {
    let frames = &context.lexicon.frames;
    let mut names = noun_names(context, noun).into_iter();
    let longer = names.find(|name| name.contains(' ') && frames.noun(name).is_some());
    let actor = (context.actor(noun)).and_then(|actor| context.annotated.actors.get(actor));
    longer.is_some() && !actor.is_some_and(|actor| actor.named)
}

/// *a camp*, *roads*: a place without a name does nothing itself.
pub(crate) fn is_spot(context: &SentenceContext<'_>, noun: usize) -> bool {
    let listed = context.words().spots.has(context.lemma(noun));
    let actor = (context.actor(noun)).and_then(|actor| context.annotated.actors.get(actor));
    actor.is_some_and(|actor| !actor.named && (listed || actor.kind == ActorType::Place))
}

/// *Congolese refugees*, *Oslo police*, *the US-led war*: an actor before the noun makes it one.
fn is_of(context: &SentenceContext<'_>, noun: usize) -> bool {
    let mut before = context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod]);
    before.any(|word| {
        let joined = |&inner: &usize| inner < word && context.actor(inner).is_some();
        context.actor(word).is_some() || context.tree.children(word).iter().any(joined)
    })
}

/// Whether the noun stands for an actor or is made one by what stands before it.
pub(crate) fn is_known(context: &SentenceContext<'_>, noun: usize) -> bool {
    context.actor(noun).is_some() || is_of(context, noun)
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
pub(crate) fn leads_to_circumstance(context: &SentenceContext<'_>, marker: &str) -> bool {
    let usual = context.words().preposition(marker);
    (usual.and_then(ArgumentRole::from_name)).is_some_and(is_circumstance)
}

fn step(
    context: &SentenceContext<'_>,
    statement: Option<&Statement>,
    noun: usize,
    doer: usize,
) -> Option<Step> {
    let event = context.words().event_noun(context.lemma(noun));
    let listed = |step: &Step| {
        event.is_some_and(|event| event.prepositions.iter().any(|word| **word == *step.marker))
    };
    let found = steps(context, statement, noun);
    let found: Vec<Step> = (found.into_iter())
        .filter(|step| !same(context, step.head, doer))
        .collect();
    let known = |step: &Step| is_known(context, step.head);
    let leads = |step: &Step| leads_on(context, step.head);
    let choices: [&dyn Fn(&Step) -> bool; 6] = [
        &|step| listed(step) && known(step),
        &|step| known(step) && !step.is_place,
        &|step| listed(step) && leads(step),
        &|step| leads(step) && !step.is_place,
        &|step| listed(step),
        &|step| known(step) && context.actor(step.head).is_some(),
    ];
    let place = (choices.iter()).find_map(|choice| found.iter().position(choice))?;
    found.into_iter().nth(place)
}

/// Whether a name stands below the noun: *leaders of the region of Oslo*, *crimes committed by rebels*.
fn leads_on(context: &SentenceContext<'_>, noun: usize) -> bool {
    let mut below = context
        .tree
        .children_by(noun, &[Deprel::Nmod, Deprel::Appos]);
    let mut clauses = context.tree.children_by(noun, &[Deprel::Acl]);
    below.any(|child| context.actor(child).is_some() && context.token(child).upos != Upos::Pron)
        || clauses.any(|clause| maker(context, clause).is_some())
}

fn same(context: &SentenceContext<'_>, one: usize, other: usize) -> bool {
    one == other || (context.actor(one).is_some() && context.actor(one) == context.actor(other))
}

/// Possessor and prepositional phrases of the noun, and, if it names an act, those that the parser hung on the verb.
fn steps(context: &SentenceContext<'_>, statement: Option<&Statement>, noun: usize) -> Vec<Step> {
    let mut found = Vec::new();
    let last = (super::phrase::members(context, noun)
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
    if found.is_empty() && !is_of(context, noun) {
        let clauses = context.tree.children_by(noun, &[Deprel::Acl]);
        found.extend(clauses.filter_map(|clause| aim(context, clause)));
    }
    found.retain(|step| {
        let act = context.actor(step.head).is_none() && is_act(context, step.head);
        let clause = matches!(
            context.relation(step.head),
            Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
        ) || context.is_verb(step.head);
        let leads = !act || leads_on(context, step.head) || is_of(context, step.head);
        leads && !clause && !is_time(context, step.head)
    });
    found
}

/// The possessor and the prepositional phrases of the noun.
fn below(context: &SentenceContext<'_>, noun: usize) -> Vec<Step> {
    let mut found = Vec::new();
    for child in context.tree.children_by(noun, &[Deprel::Nmod]) {
        let marker = marker_of(context, child);
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
        let by = context.words().preposition(&marker) == Some("agent");
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

/// *with support from Oslo*: an act of Oslo's, beside that of the doer.
pub(crate) fn is_lent(context: &SentenceContext<'_>, argument: &Argument) -> bool {
    let beside = matches!(
        argument.role,
        ArgumentRole::Company | ArgumentRole::Instrument
    );
    beside && owner_of_act(context, argument.phrase.head).is_some()
}

/// *a plan to send envoys to Oslo*, *a call for talks to be held with Oslo*: whom the content of the noun is about.
fn aim(context: &SentenceContext<'_>, clause: usize) -> Option<Step> {
    if particle_to(context, clause).is_none() || context.token(clause).deprel == Deprel::AclRelcl {
        return None;
    }
    let noun = context
        .tree
        .children_by(clause, &[Deprel::Obj, Deprel::Obl])
        .find(|&noun| {
            let marker = context.lower(&marker_of(context, noun));
            let tells = noun > clause && !leads_to_circumstance(context, &marker);
            tells && is_known(context, noun) && !is_spot(context, noun)
        })?;
    let mut verb = group(context, clause);
    verb.extend(particle_to(context, clause));
    verb.extend(marker_of(context, noun));
    verb.sort_unstable();
    Some(Step {
        marker: words(context.annotated, context.index, &verb),
        head: noun,
        is_place: false,
    })
}

/// *sanctions imposed by Norway*: the one behind the thing is who made it.
fn maker(context: &SentenceContext<'_>, participle: usize) -> Option<Step> {
    let agent = context
        .tree
        .children_by(participle, &[Deprel::Obl])
        .find(|&noun| {
            let marker = context.lower(&marker_of(context, noun));
            context.words().preposition(&marker) == Some("agent")
        })?;
    (context.token(participle).xpos == Xpos::Vbn && is_known(context, agent)).then(|| {
        let verb = context.lower(&[participle]);
        let marker = context.lower(&marker_of(context, agent));
        Step {
            marker: format!("{verb} {marker}"),
            head: agent,
            is_place: false,
        }
    })
}

fn phrase(context: &SentenceContext<'_>, marker: &[usize], head: usize) -> Step {
    let marker = context.lower(marker);
    // *in the capital Oslo*: parsers hang the name beside the noun.
    let next = head + 1;
    let named = next < context.sentence.tokens.len()
        && context.token(next).upos == Upos::Propn
        && context.head(next) == context.head(head)
        && marker_of(context, next).is_empty();
    let head = if named { next } else { head };
    Step {
        is_place: context.words().preposition(&marker) == Some("place"),
        marker,
        head,
    }
}

/// A noun inside a label: with its adjectives and compounds, without what stands for an actor and without `left_out`.
pub(crate) fn label_words(
    context: &SentenceContext<'_>,
    noun: usize,
    left_out: usize,
) -> Vec<usize> {
    if context.token(noun).upos == Upos::Sym {
        // A sign says nothing without its number: *$ 20 million*.
        return short(context, noun).tokens;
    }
    let mut words: Vec<usize> = (context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod]))
    .filter(|&child| child < noun && child != left_out)
    .filter(|&child| context.tree.children(child).is_empty())
    .collect();
    words.push(noun);
    words
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn a_thing_leads_to_whose_it_is() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 2 nsubj
            rejected reject VERB VBD 0 root
            Chad Chad PROPN NNP 6 nmod:poss
            's 's PART POS 3 case
            latest late ADJ JJS 6 amod
            demand demand NOUN NN 2 obj",
        );
        assert_eq!(edges, ["Norway – rejected latest demand of → Chad"]);
    }

    #[test]
    fn a_place_is_the_target_of_an_act_that_is_done_there() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 2 nsubj
            imposed impose VERB VBD 0 root
            a a DET DT 4 det
            curfew curfew NOUN NN 2 obj
            in in ADP IN 8 case
            the the DET DT 8 det
            port port NOUN NN 8 compound
            Bergen Bergen PROPN NNP 4 nmod",
        );
        assert_eq!(edges, ["Norway – imposed curfew in → Bergen"]);
    }

    #[test]
    fn who_condemns_a_raid_means_whose_raid_it_is() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 2 nsubj
            condemned condemn VERB VBD 0 root
            the the DET DT 5 det
            Chadian chadian ADJ JJ 5 amod
            raid raid NOUN NN 2 obj
            on on ADP IN 7 case
            Bergen Bergen PROPN NNP 5 nmod",
        );
        assert!(
            edges.contains(&"Norway – condemned raid of → Chad".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn the_agent_of_a_passive_acts_on_whom_the_subject_belongs_to() {
        let edges = edge_lines(
            "The the DET DT 2 det
            ascent ascent NOUN NN 6 nsubj:pass
            of of ADP IN 4 case
            Chad Chad PROPN NNP 2 nmod
            was be AUX VBD 6 aux:pass
            hailed hail VERB VBN 0 root
            by by ADP IN 8 case
            Norway Norway PROPN NNP 6 obl:agent",
        );
        assert_eq!(edges, ["Norway – hailed ascent of → Chad"]);
    }
}
