//! Who does what a statement reports, where that is not its subject.
//!
//! In: a statement with its event type. Out: the [`Doer`], with the words that lead from it to the act: the agent of a
//! passive, whose attack it was in which somebody died, who issued the letter that demands something.

use crate::lexicon::{EventType, Operator};
use crate::text::{ActorType, Deprel, Upos, Xpos};

use super::clause::group::relation_lemma;
use super::clause::predicate::{is_passive, own_subject};
use super::clause::subject::{is_relative, subject};
use super::phrase::{marker_of, members};
use super::target::{is_act, is_known, label_words};
use super::{Argument, ArgumentRole, Phrase, SentenceContext, Statement, Voice};

/// Who does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doer {
    /// The noun.
    pub(crate) head: usize,
    /// What a label says before the relation: *issued declaration* (demanding).
    pub(crate) before: Vec<usize>,
    /// What a label says after it: (killed) *in air strike*.
    pub(crate) after: Vec<usize>,
    /// Whether it is done to the subject.
    pub(crate) turned: bool,
    /// The rule that tells who it is, if the words do not state it outright.
    pub(crate) inferred: &'static str,
}

impl Doer {
    fn plain(head: usize) -> Self {
        Self {
            head,
            before: Vec::new(),
            after: Vec::new(),
            turned: false,
            inferred: "",
        }
    }

    fn turned(head: usize) -> Self {
        Self {
            turned: true,
            ..Self::plain(head)
        }
    }
}

/// Who does what the statement reports.
pub(crate) fn doer(context: &SentenceContext<'_>, statement: &Statement) -> Doer {
    if statement.relation.voice == Voice::Passive {
        let unnamed = || {
            let event = event(statement)?;
            at_the_hands(context, statement, event)
                .or_else(|| of_the_state(context, statement, event))
        };
        return match agent(statement) {
            Some(agent) => {
                let owner =
                    owner_of_act(context, agent.head).filter(|_| event(statement).is_some());
                let after = owner.map(|owner| label_words(context, agent.head, owner));
                Doer {
                    after: after.unwrap_or_default(),
                    ..Doer::turned(owner.unwrap_or(agent.head))
                }
            }
            None => unnamed().unwrap_or_else(|| Doer::plain(statement.subject.head)),
        };
    }
    let head = statement.subject.head;
    if event(statement).is_some()
        && let Some(other) = other_hand(context, statement)
    {
        return Doer::plain(other);
    }
    // Of several of whom one is known, each stands for itself.
    let alone = !members(context, head)
        .iter()
        .any(|&one| is_known(context, one));
    let behind = || {
        let act = || behind_act(context, head).filter(|_| alone);
        maker(context, statement).or_else(act)
    };
    let known = context.actor(head).is_some() || !context.is_nominal(head);
    if event(statement).is_none() || known {
        return Doer::plain(head);
    }
    behind().unwrap_or_else(|| Doer::plain(head))
}

/// Whether what would do it can do nothing: *the quake hit the town*, *the plan threatens jobs*. Whoever is behind a raid
/// or a letter does what that does.
pub(crate) fn is_nobody(context: &SentenceContext<'_>, statement: &Statement) -> bool {
    let doer = doer(context, statement);
    let passive = statement.relation.voice == Voice::Passive && !doer.turned;
    if passive || is_known(context, doer.head) || !context.is_nominal(doer.head) {
        return false;
    }
    let frames = &context.lexicon.frames;
    let names = super::predicate::noun_names(context, doer.head);
    let mut classes = names.iter().flat_map(|name| frames.classes(name));
    is_act(context, doer.head) || classes.any(|class| INERT.contains(&class.as_str()))
}

/// Classes of nouns that do nothing to anybody.
const INERT: [&str; 5] = ["agreement", "idle", "law", "plan", "text"];

/// The agent that a passive names.
fn agent(statement: &Statement) -> Option<&Phrase> {
    (statement.relation.voice == Voice::Passive).then_some(())?;
    let mut arguments = statement.arguments.iter();
    arguments
        .find(|argument| argument.role == ArgumentRole::Agent)
        .map(|argument| &argument.phrase)
}

fn event(statement: &Statement) -> Option<EventType> {
    statement.relation.event
}

/// *were killed in an Israeli air strike*: whose strike it was did it.
fn at_the_hands(
    context: &SentenceContext<'_>,
    statement: &Statement,
    event: EventType,
) -> Option<Doer> {
    (event == EventType::Assault).then_some(())?;
    let (argument, owner) = statement.arguments.iter().find_map(|argument| {
        let noun = argument.phrase.head;
        let hostile = context.is_nominal(noun) && is_hostile(context, noun);
        let other = || other_side(context, noun);
        let owner = owner_of_act(context, noun).or_else(other);
        Some((argument, owner.filter(|_| hostile)?))
    })?;
    let mut after = argument.marker_tokens.clone();
    after.extend(label_words(context, argument.phrase.head, owner));
    Some(Doer {
        after,
        inferred: "act",
        ..Doer::turned(owner)
    })
}

/// *clashes with rebels*
fn other_side(context: &SentenceContext<'_>, noun: usize) -> Option<usize> {
    let mut below = context.tree.children_by(noun, &[Deprel::Nmod]);
    below.find(|&child| {
        let marker = context.lower(&marker_of(context, child));
        let with = context.words().preposition(&marker) == Some(ArgumentRole::Company.as_str());
        with && is_known(context, child) && !context.words().mutual_prepositions.has(&marker)
    })
}

fn is_hostile(context: &SentenceContext<'_>, noun: usize) -> bool {
    let frames = &context.lexicon.frames;
    let mut names = super::predicate::noun_names(context, noun).into_iter();
    names
        .find_map(|name| frames.noun(&name))
        .and_then(|frame| frame.event)
        .is_some_and(EventType::is_hostile)
}

/// *was arrested in Lebanon*: who is held, banned or sent away in a state is so by that state.
fn of_the_state(
    context: &SentenceContext<'_>,
    statement: &Statement,
    event: EventType,
) -> Option<Doer> {
    matches!(event, EventType::Coerce | EventType::Sanction).then_some(())?;
    let in_place = |argument: &&Argument| {
        let actor = context.actor(argument.phrase.head);
        let actor = actor.and_then(|actor| context.annotated.actors.get(actor));
        argument.role == ArgumentRole::Place
            && actor.is_some_and(|actor| actor.kind == ActorType::State)
    };
    let place = statement.arguments.iter().find(in_place)?;
    Some(Doer {
        after: place.marker_tokens.clone(),
        inferred: "place",
        ..Doer::turned(place.phrase.head)
    })
}

/// *was attacked by gunmen, killing two*: the agent of the passive above does that, too.
fn other_hand(context: &SentenceContext<'_>, statement: &Statement) -> Option<usize> {
    let verb = statement.relation.phrase.head;
    let above = context.head(verb)?;
    let participle = context.relation(verb) == Deprel::Advcl
        && context.token(verb).xpos == Xpos::Vbg
        && own_subject(context, verb).is_none()
        && context.tree.child(verb, Deprel::Mark).is_none();
    (participle && is_passive(context, above)).then_some(())?;
    let mut obliques = context.tree.children_by(above, &[Deprel::Obl]);
    obliques.find(|&noun| context.token(noun).deprel == Deprel::OblAgent)
}

/// *issued a letter demanding …*: who issued it demands it.
fn maker(context: &SentenceContext<'_>, statement: &Statement) -> Option<Doer> {
    let noun = statement.subject.head;
    let mut clause = statement.relation.phrase.head;
    while matches!(context.relation(clause), Deprel::Conj | Deprel::Xcomp) {
        clause = context.head(clause)?;
    }
    let verb = context.head(noun)?;
    let tells = context.relation(clause) == Deprel::Acl && context.head(clause) == Some(noun);
    // Who condemns a raid that killed somebody did not kill.
    let makes = context
        .lexicon
        .frames
        .operator(&relation_lemma(context, verb))
        == Some(Operator::Do);
    let made =
        tells && makes && context.relation(noun) == Deprel::Obj && !is_passive(context, verb);
    let head = made.then(|| subject(context, verb)).flatten()?.head;
    if is_relative(context, head) || !is_known(context, head) {
        return None;
    }
    let mut before = vec![verb];
    before.extend(label_words(context, noun, head));
    Some(Doer {
        before,
        ..Doer::plain(head)
    })
}

/// *Israeli air strikes hit the port*: the air strikes of Israel.
fn behind_act(context: &SentenceContext<'_>, noun: usize) -> Option<Doer> {
    let owner = owner_of_act(context, noun)?;
    Some(Doer {
        before: label_words(context, noun, owner),
        ..Doer::plain(owner)
    })
}

/// Whose act it is: *Israel's raid*, *a NATO raid*, *a raid by rebels*, *a UN resolution*.
pub(crate) fn owner_of_act(context: &SentenceContext<'_>, noun: usize) -> Option<usize> {
    let frames = &context.lexicon.frames;
    let mut classes = frames.classes(context.lemma(noun)).iter();
    let text = classes.any(|class| INERT.contains(&class.as_str()));
    if !(text || is_act(context, noun)) || context.actor(noun).is_some() {
        return None;
    }
    let acts = |&token: &usize| {
        let actor = context.actor(token);
        let actor = actor.and_then(|actor| context.annotated.actors.get(actor));
        // *the Beirut blast* happened in Beirut; *a Lebanese raid* was Lebanon's.
        let place = |kind: ActorType| kind == ActorType::Place;
        actor.is_some_and(|actor| !place(actor.kind) || context.token(token).upos == Upos::Adj)
    };
    let before = context
        .tree
        .children_by(noun, &[Deprel::NmodPoss, Deprel::Compound, Deprel::Amod]);
    let mut below = context.tree.children_by(noun, &[Deprel::Nmod]);
    before.into_iter().find(acts).or_else(|| {
        below.find(|&child| {
            let marker = context.lower(&marker_of(context, child));
            context.words().doer_prepositions.has(&marker) && is_known(context, child)
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn who_is_killed_in_a_strike_is_killed_by_whose_strike_it_is() {
        let edges = edge_lines(
            "Farmers farmer NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            killed kill VERB VBN 0 root
            in in ADP IN 8 case
            a a DET DT 8 det
            Norwegian norwegian ADJ JJ 8 amod
            air air NOUN NN 8 compound
            strike strike NOUN NN 3 obl",
        );
        assert!(
            edges.contains(&"Norway – killed in air strike → farmers".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn who_is_killed_in_a_clash_is_killed_by_the_other_side() {
        let edges = edge_lines(
            "Farmers farmer NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            killed kill VERB VBN 0 root
            in in ADP IN 5 case
            clashes clash NOUN NNS 3 obl
            with with ADP IN 7 case
            rebels rebel NOUN NNS 5 nmod",
        );
        assert!(
            edges.contains(&"rebels – killed in clashes → farmers".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn who_is_arrested_in_a_state_is_arrested_by_it() {
        let edges = edge_lines(
            "Farmers farmer NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            arrested arrest VERB VBN 0 root
            in in ADP IN 5 case
            Chad Chad PROPN NNP 3 obl",
        );
        assert_eq!(edges, ["Chad – arrested in → farmers"]);
    }

    #[test]
    fn what_comes_of_an_attack_is_done_by_who_attacked() {
        let edges = edge_lines(
            "Farmers farmer NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            attacked attack VERB VBN 0 root
            by by ADP IN 5 case
            rebels rebel NOUN NNS 3 obl:agent
            , , PUNCT , 7 punct
            killing kill VERB VBG 3 advcl
            children child NOUN NNS 7 obj",
        );
        assert!(
            edges.contains(&"rebels – killing → children".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn who_issues_a_letter_says_what_it_says() {
        let edges = edge_lines(
            "Chad Chad PROPN NNP 2 nsubj
            issued issue VERB VBD 0 root
            a a DET DT 4 det
            letter letter NOUN NN 2 obj
            condemning condemn VERB VBG 4 acl
            Norway Norway PROPN NNP 5 obj",
        );
        assert!(
            edges.contains(&"Chad – issued letter condemning → Norway".to_owned()),
            "{edges:?}"
        );
    }

    #[test]
    fn an_attack_acts_for_those_whose_attack_it_is() {
        let edges = edge_lines(
            "A a DET DT 2 det
            raid raid NOUN NN 5 nsubj
            by by ADP IN 4 case
            Chad Chad PROPN NNP 2 nmod
            killed kill VERB VBD 0 root
            farmers farmer NOUN NNS 5 obj",
        );
        assert!(
            edges.contains(&"Chad – raid killed → farmers".to_owned()),
            "{edges:?}"
        );
    }
}
