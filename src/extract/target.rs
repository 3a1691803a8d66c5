//! Whom an act is done to when the words beside the verb name only a thing.
//!
//! In: a noun beside a verb. Out: the [`Target`], the actor behind it, with the words that lead there: *rejected the
//! demand of → Norway*, *imposed a curfew in → Oslo*, *held talks with → China*.

use crate::text::{ActorType, Upos};

use super::clause::argument::is_time;
use super::phrase::{marker_of, name_of, short};
use super::statement::words;
use super::{Scene, Statement};

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

/// The one behind a noun, if the noun is no actor itself. `doer` is never found behind what it does.
pub(crate) fn behind(
    scene: &Scene<'_>,
    statement: &Statement,
    noun: usize,
    doer: usize,
) -> Option<Target> {
    let mut target = Target {
        words: String::new(),
        head: noun,
        is_place: false,
    };
    for depth in 0..DEPTH {
        let beside = depth == 0;
        if is_end(scene, target.head) {
            break;
        }
        let Some(step) = step(scene, statement, target.head, doer, beside) else {
            break;
        };
        let noun = words(
            scene.annotated,
            scene.index,
            &label_words(scene, target.head),
        );
        target.words = format!("{} {noun} {}", target.words, step.marker);
        target.head = step.head;
        target.is_place = step.is_place;
    }
    target.words = target.words.trim().to_owned();
    (target.head != noun).then_some(target)
}

/// Whether the noun itself stands for somebody: an actor, or a thing with a name beside it.
fn is_end(scene: &Scene<'_>, noun: usize) -> bool {
    let act = scene.words().event_noun(scene.lemma(noun)).is_some();
    let actor = scene.actor(noun).is_some() && !is_spot(scene, noun);
    actor || name_of(scene, noun).is_some() || (!act && is_of(scene, noun))
}

/// *a camp*, *roads*: a place without a name does nothing itself.
fn is_spot(scene: &Scene<'_>, noun: usize) -> bool {
    let actor = (scene.actor(noun)).and_then(|actor| scene.annotated.actors.get(actor));
    actor.is_some_and(|actor| !actor.named && actor.kind == ActorType::Place)
}

/// *Congolese refugees*, *Oslo police*: an actor before the noun makes it one.
fn is_of(scene: &Scene<'_>, noun: usize) -> bool {
    let mut before = scene.tree.children_by(noun, &["compound", "amod"]);
    before.any(|word| scene.actor(word).is_some())
}

/// Whether the noun stands for an actor or is made one by what stands before it.
pub(crate) fn is_known(scene: &Scene<'_>, noun: usize) -> bool {
    scene.actor(noun).is_some() || is_of(scene, noun)
}

fn step(
    scene: &Scene<'_>,
    statement: &Statement,
    noun: usize,
    doer: usize,
    beside: bool,
) -> Option<Step> {
    let event = scene.words().event_noun(scene.lemma(noun));
    let listed = |step: &Step| {
        event.is_some_and(|event| event.prepositions.iter().any(|word| **word == *step.marker))
    };
    let found = steps(scene, statement, noun, beside, event.is_some());
    let found: Vec<Step> = (found.into_iter())
        .filter(|step| !same(scene, step.head, doer))
        .collect();
    let known = |step: &Step| is_known(scene, step.head) || leads_on(scene, step.head);
    let choices: [&dyn Fn(&Step) -> bool; 4] = [
        &|step| listed(step) && known(step),
        &|step| known(step) && !step.is_place,
        &|step| listed(step),
        &|step| known(step) && scene.actor(step.head).is_some(),
    ];
    let place = (choices.iter()).find_map(|choice| found.iter().position(choice))?;
    found.into_iter().nth(place)
}

/// Whether a name stands below the noun: *leaders of the region of Oslo*.
fn leads_on(scene: &Scene<'_>, noun: usize) -> bool {
    let mut below = scene.tree.children_by(noun, &["nmod", "appos"]);
    below.any(|child| scene.actor(child).is_some())
}

fn same(scene: &Scene<'_>, one: usize, other: usize) -> bool {
    one == other || (scene.actor(one).is_some() && scene.actor(one) == scene.actor(other))
}

/// Possessor and prepositional phrases of the noun, and, if it names an act, those that the parser hung on the verb.
fn steps(
    scene: &Scene<'_>,
    statement: &Statement,
    noun: usize,
    beside: bool,
    event: bool,
) -> Vec<Step> {
    let mut found = Vec::new();
    let last = (super::phrase::members(scene, noun).into_iter().next_back()).unwrap_or(noun);
    let mut nouns = vec![noun];
    nouns.extend((last != noun && scene.tree.child(noun, "nmod").is_none()).then_some(last));
    for noun in nouns {
        for child in scene.tree.children_by(noun, &["nmod"]) {
            let marker = marker_of(scene, child);
            // Whom a possessive pronoun stands for is too unsure.
            let possessor = marker.is_empty()
                && scene.token(child).deprel == "nmod:poss"
                && scene.token(child).upos != Upos::Pron;
            if possessor && scene.actor(child).is_some() {
                found.push(Step {
                    marker: "of".to_owned(),
                    head: child,
                    is_place: false,
                });
            } else if !marker.is_empty() {
                found.push(phrase(scene, &marker, child));
            }
        }
    }
    for clause in scene.tree.children_by(noun, &["acl"]) {
        found.extend(maker(scene, clause));
    }
    if beside {
        let arguments = statement.arguments.iter().filter(|argument| {
            let by = scene
                .words()
                .preposition(&scene.lower(&argument.marker_tokens));
            (event || by == Some("agent"))
                && !argument.marker_tokens.is_empty()
                && argument.phrase.head > noun
                && scene.relation(argument.phrase.head) != "advcl"
        });
        found.extend(
            arguments.map(|argument| phrase(scene, &argument.marker_tokens, argument.phrase.head)),
        );
    }
    found.retain(|step| {
        let act = scene.actor(step.head).is_none()
            && scene.words().event_noun(scene.lemma(step.head)).is_some();
        let clause = matches!(scene.relation(step.head), "ccomp" | "csubj" | "advcl")
            || scene.is_verb(step.head);
        !(act || clause || is_time(scene, step.head))
    });
    found
}

/// *sanctions imposed by Norway*: the one behind the thing is who made it.
fn maker(scene: &Scene<'_>, participle: usize) -> Option<Step> {
    let agent = scene.tree.children_by(participle, &["obl"]).find(|&noun| {
        let marker = scene.lower(&marker_of(scene, noun));
        scene.words().preposition(&marker) == Some("agent")
    })?;
    (scene.token(participle).xpos == "VBN" && is_known(scene, agent)).then(|| {
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
    Step {
        is_place: scene.words().preposition(&marker) == Some("place"),
        marker,
        head,
    }
}

/// A noun inside a label: with its adjectives and compounds, without what stands for an actor.
pub(crate) fn label_words(scene: &Scene<'_>, noun: usize) -> Vec<usize> {
    if scene.token(noun).upos == Upos::Sym {
        // A sign says nothing without its number: *$ 20 million*.
        return short(scene, noun).tokens;
    }
    let mut words: Vec<usize> = (scene.tree.children_by(noun, &["compound", "amod"]))
        .filter(|&child| child < noun && scene.tree.children(child).is_empty())
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
    fn a_place_is_a_target_beside_the_thing_that_is_done_there() {
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
        assert_eq!(
            edges,
            [
                "Norway – imposed → curfew",
                "Norway – imposed curfew in → Bergen",
            ]
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
