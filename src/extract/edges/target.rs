//! Whom an act is done to when the words beside the verb name only a thing.
//!
//! In: a noun beside a verb. Out: the [`Target`], the actor behind it, with the words that lead there: *rejected the
//! demand of → Norway*, *imposed a curfew in → Oslo*, *held talks with → China*.

use super::label::text;
use super::step::{Step, leads_on, steps};
use crate::extract::participants::{
    has_actor_before, is_act, is_envoy, is_known, is_unnamed_place, label_words,
};
use crate::extract::{SentenceContext, Statement};
use crate::syntax::apposed_name;

/// How many nouns may stand between the verb and the actor.
const DEPTH: usize = 3;

/// The noun in question with the words that lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// What a label says after the verb: *demand of*.
    pub(super) words: String,
    /// The noun.
    pub(super) head: usize,
    /// Whether it only says where; the thing itself is a target then as well.
    pub(super) is_place: bool,
}

/// The one behind a noun, if the noun is no actor itself. `agent` is never found behind what it does. Beside a noun of an
/// act the phrases of its `statement` are looked at, too.
pub(super) fn behind(
    context: &SentenceContext<'_>,
    statement: Option<&Statement>,
    noun: usize,
    agent: usize,
) -> Option<Target> {
    let mut target = Target {
        words: String::new(),
        head: noun,
        is_place: false,
    };
    for depth in 0..DEPTH {
        let statement = statement.filter(|_| depth == 0);
        // *Kari Lund is the owner of the bank*: the noun stands for the agent itself.
        let itself = depth == 0 && noun != agent && same(context, noun, agent);
        if !itself && is_end(context, target.head) {
            break;
        }
        let Some(step) = step(context, statement, target.head, agent) else {
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

/// Whether the noun itself stands for somebody: an actor, or a thing with a name beside it.
fn is_end(context: &SentenceContext<'_>, noun: usize) -> bool {
    let actor = context.actor(noun).is_some()
        && !(is_unnamed_place(context, noun) || is_envoy(context, noun));
    actor
        || apposed_name(context.tree, noun).is_some()
        || (!is_act(context, noun) && has_actor_before(context, noun))
}

fn step(
    context: &SentenceContext<'_>,
    statement: Option<&Statement>,
    noun: usize,
    agent: usize,
) -> Option<Step> {
    let event = context.words().event_noun(context.lemma(noun));
    let listed = |step: &Step| {
        event.is_some_and(|event| event.prepositions.iter().any(|word| **word == *step.marker))
    };
    let found = steps(context, statement, noun);
    let found: Vec<Step> = (found.into_iter())
        .filter(|step| !same(context, step.head, agent))
        .collect();
    let known = |step: &Step| is_known(context, step.head);
    let leads = |step: &Step| leads_on(context, step.head);
    let choices: [&dyn Fn(&Step) -> bool; 4] = [
        &|step| known(step) && !step.is_place,
        &|step| leads(step) && !step.is_place,
        &|step| listed(step),
        &|step| known(step) && context.actor(step.head).is_some(),
    ];
    let place = (choices.iter()).find_map(|choice| found.iter().position(choice))?;
    found.into_iter().nth(place)
}

fn same(context: &SentenceContext<'_>, one: usize, other: usize) -> bool {
    one == other || (context.actor(one).is_some() && context.actor(one) == context.actor(other))
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
