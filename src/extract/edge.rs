//! What a statement puts into the graph: from the doer to whom or what it is done, under a short label.

use smol_str::SmolStr;

use crate::text::Upos;

use super::clause::argument::is_time;
use super::clause::group::is_negation;
use super::clause::subject::is_relative;
use super::phrase::{marker_of, members, name_of, short};
use super::{
    Argument, ArgumentRole, Edge, EdgeEnd, Extractor, Phrase, Polarity, Scene, Statement, Titles,
    Voice,
};

/// Ends of more words than this are no nodes.
const LONGEST_END: usize = 8;

/// The edges of a statement.
pub(crate) fn edges(scene: &Scene<'_>, statement: &Statement) -> Vec<Edge> {
    let mut found = Vec::new();
    // What a title says is told of the actor itself.
    if is_existential(scene, statement) || statement.extractor == Titles.name() {
        return found;
    }
    let agent = agent(statement);
    if let Some(agent) = agent {
        let label = label(scene, statement, &[], &[]);
        between(scene, &mut found, agent, &label, &statement.subject);
    }
    let doer = agent.unwrap_or(&statement.subject);
    mutual(scene, statement, doer, &mut found);
    if let Some(object) = nominal_object(scene, statement) {
        match behind(scene, statement, object.head) {
            Some((marker, target)) => {
                let label = label(scene, statement, &label_words(scene, object.head), &marker);
                between(scene, &mut found, doer, &label, &target);
            }
            None => {
                let label = label(scene, statement, &[], &[]);
                between(scene, &mut found, doer, &label, object);
            }
        }
    }
    if agent.is_none() {
        further(scene, statement, doer, &mut found);
    }
    found
}

/// *There is growing mistrust* is done by nobody to nobody.
fn is_existential(scene: &Scene<'_>, statement: &Statement) -> bool {
    let mut tokens = statement.relation.phrase.tokens.iter();
    tokens.any(|&token| scene.relation(token) == "expl")
}

fn agent(statement: &Statement) -> Option<&Phrase> {
    (statement.relation.voice == Voice::Passive).then_some(())?;
    let mut arguments = statement.arguments.iter();
    arguments
        .find(|argument| argument.role == ArgumentRole::Agent)
        .map(|argument| &argument.phrase)
}

fn nominal_object<'s>(scene: &Scene<'_>, statement: &'s Statement) -> Option<&'s Phrase> {
    (statement.object.as_ref())
        .filter(|object| scene.is_nominal(object.head) && !is_clause(scene, object.head))
}

fn is_clause(scene: &Scene<'_>, head: usize) -> bool {
    matches!(scene.relation(head), "ccomp" | "csubj" | "advcl") || scene.is_verb(head)
}

/// The one behind a noun of an act: *demands action against → groups*, *held discussions with → China*.
fn behind(scene: &Scene<'_>, statement: &Statement, noun: usize) -> Option<(Vec<usize>, Phrase)> {
    if scene.actor(noun).is_some() {
        return None;
    }
    let event = scene.words().event_noun(scene.lemma(noun));
    let fits = |marker: &[usize]| {
        let words = scene.lower(marker);
        event.is_some_and(|event| event.prepositions.iter().any(|listed| **listed == *words))
    };
    let below = scene.tree.children_by(noun, &["nmod"]);
    let below = below.map(|child| (marker_of(scene, child), child));
    let beside = (statement.arguments.iter())
        .filter(|argument| event.is_some() && scene.relation(argument.phrase.head) != "advcl")
        .map(|argument| (argument.marker_tokens.clone(), argument.phrase.head));
    let mut candidates: Vec<(Vec<usize>, usize)> = below.chain(beside).collect();
    candidates.retain(|(marker, head)| {
        let act =
            scene.actor(*head).is_none() && scene.words().event_noun(scene.lemma(*head)).is_some();
        !act && !marker.is_empty() && !is_time(scene, *head) && !is_clause(scene, *head)
    });
    let best = candidates.iter().position(|(marker, _)| fits(marker));
    let actor = || {
        candidates
            .iter()
            .position(|(marker, head)| scene.actor(*head).is_some() && !is_place(scene, marker))
    };
    let (marker, head) = candidates.swap_remove(best.or_else(actor)?);
    Some((marker, short(scene, head)))
}

fn is_place(scene: &Scene<'_>, marker: &[usize]) -> bool {
    scene.words().preposition(&scene.lower(marker)) == Some("place")
}

/// A noun inside a label: with its adjectives and compounds, without what stands for an actor.
fn label_words(scene: &Scene<'_>, noun: usize) -> Vec<usize> {
    let mut words: Vec<usize> = (scene.tree.children_by(noun, &["compound", "amod"]))
        .filter(|&child| child < noun && scene.tree.children(child).is_empty())
        .collect();
    words.push(noun);
    words
}

/// *Pakistan and China held talks*, *X and Y met*: an edge between the two.
fn mutual(scene: &Scene<'_>, statement: &Statement, doer: &Phrase, found: &mut Vec<Edge>) {
    let ends = members(scene, doer.head);
    let words = scene.words();
    let object = nominal_object(scene, statement).map(|object| object.head);
    let by_object = object.filter(|&object| {
        words
            .event_noun(scene.lemma(object))
            .is_some_and(|event| event.mutual)
    });
    let by_verb = object.is_none()
        && words
            .mutual_verbs
            .has(scene.lemma(statement.relation.phrase.head));
    if ends.len() < 2 || !(by_object.is_some() || by_verb) {
        return;
    }
    let object = by_object
        .map(|object| label_words(scene, object))
        .unwrap_or_default();
    let mut label = label(scene, statement, &object, &[]);
    label.push_str(" with");
    for &other in &ends[1..] {
        push(scene, found, ends[0], &label, other, "mutual");
    }
}

/// Edges to the nouns of prepositional phrases: the first where there is no object, else only actors.
fn further(scene: &Scene<'_>, statement: &Statement, doer: &Phrase, found: &mut Vec<Edge>) {
    let object = nominal_object(scene, statement);
    let mut needed = statement.object.is_none();
    for argument in &statement.arguments {
        if !may_be_end(scene, argument) {
            continue;
        }
        let target = behind(scene, statement, argument.phrase.head)
            .filter(|_| argument.role != ArgumentRole::Time);
        let is_actor = scene.actor(argument.phrase.head).is_some();
        let both_known = is_actor && scene.actor(doer.head).is_some();
        if !(needed || is_actor) || (is_location(statement) && !both_known) {
            continue;
        }
        needed = false;
        let mut words = object
            .map(|object| label_words(scene, object.head))
            .unwrap_or_default();
        words.extend(&argument.marker_tokens);
        match target {
            Some((marker, target)) => {
                words.extend(label_words(scene, argument.phrase.head));
                let label = label(scene, statement, &words, &marker);
                between(scene, found, doer, &label, &target);
            }
            None => {
                let label = label(scene, statement, &words, &[]);
                between(scene, found, doer, &label, &argument.phrase);
            }
        }
    }
}

fn may_be_end(scene: &Scene<'_>, argument: &Argument) -> bool {
    let circumstance = matches!(
        argument.role,
        ArgumentRole::Time | ArgumentRole::Cause | ArgumentRole::Manner | ArgumentRole::Condition
    );
    !circumstance
        && scene.is_nominal(argument.phrase.head)
        && !is_clause(scene, argument.phrase.head)
}

/// The words of the relation without auxiliaries and adverbs, negation kept visible, and what follows it.
fn label(scene: &Scene<'_>, statement: &Statement, object: &[usize], marker: &[usize]) -> String {
    let mut words: Vec<String> = Vec::new();
    match &statement.relation.implied {
        // A place says by its preposition how it is meant: *officials – in → Islamabad*.
        Some(_) if is_location(statement) => {}
        Some(implied) => words.push(implied.to_string()),
        None => {
            let tokens = &statement.relation.phrase.tokens;
            let negated = tokens.iter().any(|&token| is_negation(scene, token));
            let passive = statement.relation.voice == Voice::Passive && agent(statement).is_none();
            let kept = |&token: &usize| match scene.relation(token) {
                "aux" => negated || (passive && scene.token(token).deprel == "aux:pass"),
                "advmod" => is_negation(scene, token),
                "expl" => false,
                _ => true,
            };
            let kept: Vec<usize> = tokens.iter().copied().filter(kept).collect();
            words.push(super::statement::words(scene.annotated, scene.index, &kept));
            if !negated && statement.polarity == Polarity::Negative && !shows(statement, &kept) {
                words.insert(0, "not".to_owned());
            }
        }
    }
    for part in [object, marker] {
        if !part.is_empty() {
            let part = super::statement::words(scene.annotated, scene.index, part);
            words.push(if statement.relation.implied.is_none() {
                part
            } else {
                part.to_lowercase()
            });
        }
    }
    words.join(" ")
}

/// Whether the statement says only where something is.
fn is_location(statement: &Statement) -> bool {
    statement.relation.lemma == "be"
        && statement.relation.implied.is_some()
        && statement.object.is_none()
}

/// Whether the words of the label themselves show the negation: *failed to resolve*.
fn shows(statement: &Statement, label: &[usize]) -> bool {
    (statement.polarity_cues.iter()).any(|cue| label.contains(cue))
}

/// An edge for each pair of members of the two phrases.
fn between(
    scene: &Scene<'_>,
    found: &mut Vec<Edge>,
    source: &Phrase,
    label: &str,
    target: &Phrase,
) {
    for &source in &members(scene, source.head) {
        for &target in &members(scene, target.head) {
            push(scene, found, source, label, target, "");
        }
    }
}

fn push(
    scene: &Scene<'_>,
    found: &mut Vec<Edge>,
    source: usize,
    label: &str,
    target: usize,
    inferred: &str,
) {
    let (Some(source), Some(target)) = (end(scene, source), end(scene, target)) else {
        return;
    };
    if source.name == target.name || label.is_empty() {
        return;
    }
    let edge = Edge {
        source,
        label: label.to_owned(),
        target,
        inferred: SmolStr::new(inferred),
    };
    if !found.contains(&edge) {
        found.push(edge);
    }
}

/// The node that a noun stands for; pronouns that stand for nobody known and bare numbers are none.
pub(crate) fn end(scene: &Scene<'_>, head: usize) -> Option<EdgeEnd> {
    let actor = scene.actor(head);
    let token = scene.token(head);
    let empty = matches!(
        token.upos,
        Upos::Pron | Upos::Det | Upos::Adv | Upos::Adp | Upos::Punct
    );
    if actor.is_none() && (empty || is_relative(scene, head) || is_time(scene, head)) {
        return None;
    }
    let head = name_of(scene, head).unwrap_or(head);
    let actor = scene.actor(head).or(actor);
    let phrase = short(scene, head);
    if actor.is_none() && phrase.tokens.len() > LONGEST_END {
        return None;
    }
    let name = match actor.and_then(|actor| scene.annotated.actors.get(actor)) {
        Some(actor) => actor.name.clone(),
        None => phrase.text(scene.annotated),
    };
    Some(EdgeEnd { phrase, name })
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn a_passive_with_an_agent_is_turned_round() {
        let edges = edge_lines(
            "The the DET DT 2 det
            bridge bridge NOUN NN 4 nsubj:pass
            was be AUX VBD 4 aux:pass
            seized seize VERB VBN 0 root
            by by ADP IN 6 case
            rebels rebel NOUN NNS 4 obl:agent",
        );
        assert_eq!(edges, ["rebels – seized → bridge"]);
    }

    #[test]
    fn a_light_object_goes_into_the_label_and_every_member_gets_an_edge() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Iceland Iceland PROPN NNP 1 conj
            demanded demand VERB VBD 0 root
            firm firm ADJ JJ 6 amod
            action action NOUN NN 4 obj
            against against ADP IN 8 case
            poachers poacher NOUN NNS 6 nmod",
        );
        assert_eq!(
            edges,
            [
                "Norway – demanded firm action against → poachers",
                "Iceland – demanded firm action against → poachers",
            ]
        );
    }

    #[test]
    fn a_mutual_act_joins_those_who_do_it() {
        let edges = edge_lines(
            "Chad Chad PROPN NNP 4 nsubj
            and and CCONJ CC 3 cc
            Niger Niger PROPN NNP 1 conj
            held hold VERB VBD 0 root
            talks talk NOUN NNS 4 obj",
        );
        assert!(
            edges.contains(&"Chad – held talks with → Niger".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn a_label_shows_the_negation() {
        let edges = edge_lines(
            "Statements statement NOUN NNS 4 nsubj
            do do AUX VBP 4 aux
            not not PART RB 4 advmod
            resolve resolve VERB VB 0 root
            the the DET DT 6 det
            dispute dispute NOUN NN 4 obj",
        );
        assert_eq!(edges, ["Statements – do not resolve → dispute"]);
    }

    #[test]
    fn a_pronoun_that_stands_for_nobody_known_is_no_node() {
        let edges = edge_lines(
            "They they PRON PRP 2 nsubj
            closed close VERB VBD 0 root
            the the DET DT 4 det
            port port NOUN NN 2 obj",
        );
        assert!(edges.is_empty(), "{edges:?}");
    }
}
