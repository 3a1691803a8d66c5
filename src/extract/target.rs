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
use super::{Argument, ArgumentRole, Scene, Statement};

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
    scene: &Scene<'_>,
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
        if let Some(owner) = answerable(scene, statement, target.head, doer) {
            let noun = text(scene, &label_words(scene, target.head, owner));
            let marker = scene.lower(&marker_of(scene, owner));
            let of = if marker.is_empty() { "of" } else { &marker };
            target.words = format!("{} {noun} {of}", target.words);
            target.head = owner;
            target.is_place = false;
            break;
        }
        let statement = statement.filter(|_| depth == 0);
        if is_end(scene, target.head) {
            break;
        }
        let Some(step) = step(scene, statement, target.head, doer) else {
            break;
        };
        let noun = text(scene, &label_words(scene, target.head, step.head));
        target.words = format!("{} {noun} {}", target.words, step.marker);
        target.head = step.head;
        target.is_place = step.is_place;
    }
    target.words = target.words.trim().to_owned();
    (target.head != noun).then_some(target)
}

/// *condemned the Russian raid on the port*: who speaks of an act means whose act it is.
fn answerable(
    scene: &Scene<'_>,
    statement: Option<&Statement>,
    noun: usize,
    doer: usize,
) -> Option<usize> {
    let event = statement?.relation.event.as_deref();
    let speaks = matches!(
        event.and_then(EventType::from_name)?,
        EventType::Accuse
            | EventType::Agree
            | EventType::Concede
            | EventType::Reject
            | EventType::Request
            | EventType::Support
    );
    let owner = speaks.then(|| owner_of_act(scene, noun)).flatten()?;
    (!same(scene, owner, doer)).then_some(owner)
}

fn text(scene: &Scene<'_>, tokens: &[usize]) -> String {
    words(scene.annotated, scene.index, tokens)
}

/// Whether the noun itself stands for somebody: an actor, or a thing with a name beside it.
fn is_end(scene: &Scene<'_>, noun: usize) -> bool {
    let actor = scene.actor(noun).is_some()
        && !(is_spot(scene, noun) || is_order(scene, noun) || is_sent(scene, noun));
    actor || name_of(scene, noun).is_some() || (!is_act(scene, noun) && is_of(scene, noun))
}

/// Whether the noun names an act or a bond: *raid*, *ceasefire*, *relations*.
pub(crate) fn is_act(scene: &Scene<'_>, noun: usize) -> bool {
    let frames = &scene.lexicon.frames;
    let is_event = |name: &String| frames.noun(name).is_some_and(|frame| frame.event.is_some());
    scene.words().event_noun(scene.lemma(noun)).is_some()
        || noun_names(scene, noun).iter().any(is_event)
}

/// *its ambassador to Chad*: who is there on behalf of others leads to where that is.
fn is_sent(scene: &Scene<'_>, noun: usize) -> bool {
    let actor = (scene.actor(noun)).and_then(|actor| scene.annotated.actors.get(actor));
    let mut classes = scene.lexicon.frames.classes(scene.lemma(noun)).iter();
    let mut below = scene.tree.children_by(noun, &[Deprel::Nmod]);
    let to = |child: usize| {
        let marker = scene.lower(&marker_of(scene, child));
        scene.words().preposition(&marker) == Some(ArgumentRole::Recipient.as_str())
    };
    !actor.is_some_and(|actor| actor.named)
        && classes.any(|class| class == "envoy")
        && below.any(|child| to(child) && scene.actor(child).is_some())
}

/// *a state of siege* is no state.
fn is_order(scene: &Scene<'_>, noun: usize) -> bool {
    let frames = &scene.lexicon.frames;
    let mut names = noun_names(scene, noun).into_iter();
    let longer = names.find(|name| name.contains(' ') && frames.noun(name).is_some());
    let actor = (scene.actor(noun)).and_then(|actor| scene.annotated.actors.get(actor));
    longer.is_some() && !actor.is_some_and(|actor| actor.named)
}

/// *a camp*, *roads*: a place without a name does nothing itself.
pub(crate) fn is_spot(scene: &Scene<'_>, noun: usize) -> bool {
    let listed = scene.words().spots.has(scene.lemma(noun));
    let actor = (scene.actor(noun)).and_then(|actor| scene.annotated.actors.get(actor));
    actor.is_some_and(|actor| !actor.named && (listed || actor.kind == ActorType::Place))
}

/// *Congolese refugees*, *Oslo police*, *the US-led war*: an actor before the noun makes it one.
fn is_of(scene: &Scene<'_>, noun: usize) -> bool {
    let mut before = scene
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod]);
    before.any(|word| {
        let joined = |&inner: &usize| inner < word && scene.actor(inner).is_some();
        scene.actor(word).is_some() || scene.tree.children(word).iter().any(joined)
    })
}

/// Whether the noun stands for an actor or is made one by what stands before it.
pub(crate) fn is_known(scene: &Scene<'_>, noun: usize) -> bool {
    scene.actor(noun).is_some() || is_of(scene, noun)
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
pub(crate) fn leads_to_circumstance(scene: &Scene<'_>, marker: &str) -> bool {
    let usual = scene.words().preposition(marker);
    (usual.and_then(ArgumentRole::from_name)).is_some_and(is_circumstance)
}

fn step(
    scene: &Scene<'_>,
    statement: Option<&Statement>,
    noun: usize,
    doer: usize,
) -> Option<Step> {
    let event = scene.words().event_noun(scene.lemma(noun));
    let listed = |step: &Step| {
        event.is_some_and(|event| event.prepositions.iter().any(|word| **word == *step.marker))
    };
    let found = steps(scene, statement, noun);
    let found: Vec<Step> = (found.into_iter())
        .filter(|step| !same(scene, step.head, doer))
        .collect();
    let known = |step: &Step| is_known(scene, step.head);
    let leads = |step: &Step| leads_on(scene, step.head);
    let choices: [&dyn Fn(&Step) -> bool; 6] = [
        &|step| listed(step) && known(step),
        &|step| known(step) && !step.is_place,
        &|step| listed(step) && leads(step),
        &|step| leads(step) && !step.is_place,
        &|step| listed(step),
        &|step| known(step) && scene.actor(step.head).is_some(),
    ];
    let place = (choices.iter()).find_map(|choice| found.iter().position(choice))?;
    found.into_iter().nth(place)
}

/// Whether a name stands below the noun: *leaders of the region of Oslo*, *crimes committed by rebels*.
fn leads_on(scene: &Scene<'_>, noun: usize) -> bool {
    let mut below = scene.tree.children_by(noun, &[Deprel::Nmod, Deprel::Appos]);
    let mut clauses = scene.tree.children_by(noun, &[Deprel::Acl]);
    below.any(|child| scene.actor(child).is_some() && scene.token(child).upos != Upos::Pron)
        || clauses.any(|clause| maker(scene, clause).is_some())
}

fn same(scene: &Scene<'_>, one: usize, other: usize) -> bool {
    one == other || (scene.actor(one).is_some() && scene.actor(one) == scene.actor(other))
}

/// Possessor and prepositional phrases of the noun, and, if it names an act, those that the parser hung on the verb.
fn steps(scene: &Scene<'_>, statement: Option<&Statement>, noun: usize) -> Vec<Step> {
    let mut found = Vec::new();
    let last = (super::phrase::members(scene, noun).into_iter().next_back()).unwrap_or(noun);
    let mut nouns = vec![noun];
    nouns.extend((last != noun && scene.tree.child(noun, Deprel::Nmod).is_none()).then_some(last));
    for noun in nouns {
        found.extend(below(scene, noun));
    }
    for clause in scene.tree.children_by(noun, &[Deprel::Acl]) {
        found.extend(maker(scene, clause));
    }
    if let Some(statement) = statement {
        found.extend(beside(scene, statement, noun));
    }
    if found.is_empty() && !is_of(scene, noun) {
        let clauses = scene.tree.children_by(noun, &[Deprel::Acl]);
        found.extend(clauses.filter_map(|clause| aim(scene, clause)));
    }
    found.retain(|step| {
        let act = scene.actor(step.head).is_none() && is_act(scene, step.head);
        let clause = matches!(
            scene.relation(step.head),
            Deprel::Ccomp | Deprel::Csubj | Deprel::Advcl
        ) || scene.is_verb(step.head);
        let leads = !act || leads_on(scene, step.head) || is_of(scene, step.head);
        leads && !clause && !is_time(scene, step.head)
    });
    found
}

/// The possessor and the prepositional phrases of the noun.
fn below(scene: &Scene<'_>, noun: usize) -> Vec<Step> {
    let mut found = Vec::new();
    for child in scene.tree.children_by(noun, &[Deprel::Nmod]) {
        let marker = marker_of(scene, child);
        // Whom a possessive pronoun stands for is too unsure.
        let possessor = marker.is_empty()
            && scene.token(child).deprel == Deprel::NmodPoss
            && scene.token(child).upos != Upos::Pron;
        if possessor && scene.actor(child).is_some() {
            found.push(Step {
                marker: "of".to_owned(),
                head: child,
                is_place: false,
            });
        } else if !marker.is_empty() && !leads_to_circumstance(scene, &scene.lower(&marker)) {
            found.push(phrase(scene, &marker, child));
        }
    }
    found
}

/// The phrases beside the verb that may belong to its noun.
fn beside(scene: &Scene<'_>, statement: &Statement, noun: usize) -> Vec<Step> {
    let act = is_act(scene, noun);
    let arguments = statement.arguments.iter().filter(|argument| {
        let marker = scene.lower(&argument.marker_tokens);
        let by = scene.words().preposition(&marker) == Some("agent");
        let circumstance = is_circumstance(argument.role) || leads_to_circumstance(scene, &marker);
        (act || by)
            && !circumstance
            && !is_lent(scene, argument)
            && !marker.is_empty()
            && argument.phrase.head > noun
            && scene.relation(argument.phrase.head) != Deprel::Advcl
    });
    arguments
        .map(|argument| phrase(scene, &argument.marker_tokens, argument.phrase.head))
        .collect()
}

/// *with support from Oslo*: an act of Oslo's, beside that of the doer.
pub(crate) fn is_lent(scene: &Scene<'_>, argument: &Argument) -> bool {
    let beside = matches!(
        argument.role,
        ArgumentRole::Company | ArgumentRole::Instrument
    );
    beside && owner_of_act(scene, argument.phrase.head).is_some()
}

/// *a plan to send envoys to Oslo*, *a call for talks to be held with Oslo*: whom the content of the noun is about.
fn aim(scene: &Scene<'_>, clause: usize) -> Option<Step> {
    if particle_to(scene, clause).is_none() || scene.token(clause).deprel == Deprel::AclRelcl {
        return None;
    }
    let noun = scene
        .tree
        .children_by(clause, &[Deprel::Obj, Deprel::Obl])
        .find(|&noun| {
            let marker = scene.lower(&marker_of(scene, noun));
            let tells = noun > clause && !leads_to_circumstance(scene, &marker);
            tells && is_known(scene, noun) && !is_spot(scene, noun)
        })?;
    let mut verb = group(scene, clause);
    verb.extend(particle_to(scene, clause));
    verb.extend(marker_of(scene, noun));
    verb.sort_unstable();
    Some(Step {
        marker: words(scene.annotated, scene.index, &verb),
        head: noun,
        is_place: false,
    })
}

/// *sanctions imposed by Norway*: the one behind the thing is who made it.
fn maker(scene: &Scene<'_>, participle: usize) -> Option<Step> {
    let agent = scene
        .tree
        .children_by(participle, &[Deprel::Obl])
        .find(|&noun| {
            let marker = scene.lower(&marker_of(scene, noun));
            scene.words().preposition(&marker) == Some("agent")
        })?;
    (scene.token(participle).xpos == Xpos::Vbn && is_known(scene, agent)).then(|| {
        let verb = scene.lower(&[participle]);
        let marker = scene.lower(&marker_of(scene, agent));
        Step {
            marker: format!("{verb} {marker}"),
            head: agent,
            is_place: false,
        }
    })
}

fn phrase(scene: &Scene<'_>, marker: &[usize], head: usize) -> Step {
    let marker = scene.lower(marker);
    // *in the capital Oslo*: parsers hang the name beside the noun.
    let next = head + 1;
    let named = next < scene.sentence.tokens.len()
        && scene.token(next).upos == Upos::Propn
        && scene.head(next) == scene.head(head)
        && marker_of(scene, next).is_empty();
    let head = if named { next } else { head };
    Step {
        is_place: scene.words().preposition(&marker) == Some("place"),
        marker,
        head,
    }
}

/// A noun inside a label: with its adjectives and compounds, without what stands for an actor and without `left_out`.
pub(crate) fn label_words(scene: &Scene<'_>, noun: usize, left_out: usize) -> Vec<usize> {
    if scene.token(noun).upos == Upos::Sym {
        // A sign says nothing without its number: *$ 20 million*.
        return short(scene, noun).tokens;
    }
    let mut words: Vec<usize> = (scene
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod]))
    .filter(|&child| child < noun && child != left_out)
    .filter(|&child| scene.tree.children(child).is_empty())
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
