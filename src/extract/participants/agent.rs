//! Who does what a statement reports, where that is not its subject.
//!
//! In: a statement with its event type. Out: its [`Agent`], with the words that lead from it to the act: the agent of a
//! passive, or who issued the letter that demands something.

use super::label::label_words;
use super::noun::{is_act, is_known};
use crate::extract::clause::subject::subject;
use crate::extract::{ArgumentRole, Phrase, SentenceContext, Statement, Voice};
use crate::lexicon::{ClassTrait, Operator};
use crate::syntax::{
    is_passive, is_relative, noun_names, own_subject, preposition, relation_lemma,
};
use crate::text::{Deprel, Upos, Xpos};

/// The noun that does what a statement reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Agent {
    /// The noun.
    pub(crate) head: usize,
    /// The words of the label before the relation: *issued declaration* (demanding).
    pub(crate) before: Vec<usize>,
    /// Whether the relation is a passive, whose subject undergoes the act.
    pub(crate) of_passive: bool,
}

impl Agent {
    fn plain(head: usize) -> Self {
        Self {
            head,
            before: Vec::new(),
            of_passive: false,
        }
    }

    fn of_passive(head: usize) -> Self {
        Self {
            of_passive: true,
            ..Self::plain(head)
        }
    }
}

/// The agent of the statement. An event whose agent cannot act is none, and is taken out of the statement.
pub(crate) fn settle(context: &SentenceContext<'_>, statement: &mut Statement) -> Agent {
    let found = agent(context, statement);
    if statement.relation.event.is_none() || !is_inert(context, statement, &found) {
        return found;
    }
    statement.relation.event = None;
    agent(context, statement)
}

/// Takes the event out of a passive that names no agent, where its edges start at the one who undergoes it: *was killed in
/// Chad* is no attack on Chad.
pub(crate) fn withdraw(statement: &mut Statement) {
    let undergoer = statement.subject.head;
    let turned = statement.relation.voice == Voice::Passive
        && named_agent(statement).is_none()
        && (statement.edges.iter()).any(|edge| edge.source.phrase.head == undergoer);
    if turned {
        statement.relation.event = None;
        statement.relation.mode = None;
    }
}

/// The agent of the statement; its subject where nothing else is known.
pub(crate) fn agent(context: &SentenceContext<'_>, statement: &Statement) -> Agent {
    let found = match statement.relation.voice {
        Voice::Passive => named_agent(statement).map(|named| Agent::of_passive(named.head)),
        Voice::Active => agent_of_event(context, statement),
    };
    found.unwrap_or_else(|| Agent::plain(statement.subject.head))
}

/// The agent of an event in the active voice that is not its subject.
fn agent_of_event(context: &SentenceContext<'_>, statement: &Statement) -> Option<Agent> {
    let head = statement.subject.head;
    let text = (context.lexicon.frames).has_trait(context.lemma(head), ClassTrait::Text);
    if statement.relation.event.is_none() && !text {
        return None;
    }
    if let Some(other) = agent_above(context, statement) {
        return Some(Agent::plain(other));
    }
    let known = context.actor(head).is_some() || !context.is_nominal(head);
    (!known).then(|| maker(context, statement))?
}

/// Whether the agent cannot act: *the quake hit the town*, *the plan threatens jobs*.
fn is_inert(context: &SentenceContext<'_>, statement: &Statement, agent: &Agent) -> bool {
    let passive = statement.relation.voice == Voice::Passive && !agent.of_passive;
    if passive || !context.is_nominal(agent.head) {
        return false;
    }
    let frames = &context.lexicon.frames;
    // *Hurricane Lena*, *Typhoon Mara*: the name of a force of nature.
    let before = (context.tree).children_by(agent.head, &[Deprel::Compound, Deprel::Nmod]);
    let mut nouns = before.filter(|&noun| {
        noun < agent.head
            && context.token(noun).upos == Upos::Propn
            && preposition(context.tree, noun).is_empty()
    });
    if nouns.any(|noun| frames.has_trait(&context.lemma(noun).to_lowercase(), ClassTrait::Force)) {
        return true;
    }
    if is_known(context, agent.head) {
        return false;
    }
    let mut names = noun_names(context.tree, context.words(), agent.head).into_iter();
    is_act(context, agent.head) || names.any(|name| frames.has_trait(&name, ClassTrait::Inert))
}

/// The agent that a passive names.
fn named_agent(statement: &Statement) -> Option<&Phrase> {
    (statement.relation.voice == Voice::Passive).then_some(())?;
    let mut arguments = statement.arguments.iter();
    arguments
        .find(|argument| argument.role == ArgumentRole::Agent)
        .map(|argument| &argument.phrase)
}

/// The agent of the passive that a participle depends on: *was attacked by gunmen, killing two*.
fn agent_above(context: &SentenceContext<'_>, statement: &Statement) -> Option<usize> {
    let verb = statement.relation.phrase.head;
    let above = context.head(verb)?;
    let participle = context.relation(verb) == Deprel::Advcl
        && context.token(verb).xpos == Xpos::Vbg
        && own_subject(context.tree, verb).is_none()
        && context.tree.child(verb, Deprel::Mark).is_none();
    (participle && is_passive(context.tree, above)).then_some(())?;
    let mut obliques = context.tree.children_by(above, &[Deprel::Obl]);
    obliques.find(|&noun| context.token(noun).deprel == Deprel::OblAgent)
}

/// The agent of the verb whose object the participle modifies: *issued a letter demanding …*.
fn maker(context: &SentenceContext<'_>, statement: &Statement) -> Option<Agent> {
    let noun = statement.subject.head;
    let mut clause = statement.relation.phrase.head;
    while matches!(context.relation(clause), Deprel::Conj | Deprel::Xcomp) {
        clause = context.head(clause)?;
    }
    let verb = context.head(noun)?;
    let tells = context.relation(clause) == Deprel::Acl && context.head(clause) == Some(noun);
    // Who condemns a raid that killed somebody did not kill.
    let lemma = relation_lemma(context.tree, verb);
    let makes = (context.lexicon.frames.operator(&lemma)).is_some_and(Operator::is_light)
        || context.words().authoring_verbs.has(&lemma);
    let made =
        tells && makes && context.relation(noun) == Deprel::Obj && !is_passive(context.tree, verb);
    let head = made.then(|| subject(context, verb)).flatten()?.head;
    if is_relative(context.tree, head) || !is_known(context, head) {
        return None;
    }
    let mut before = vec![verb];
    before.extend(label_words(context, noun, head));
    Some(Agent {
        before,
        ..Agent::plain(head)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn a_place_does_nothing_to_who_is_arrested_there() {
        let edges = edge_lines(
            "Farmers farmer NOUN NNS 3 nsubj:pass
            were be AUX VBD 3 aux:pass
            arrested arrest VERB VBN 0 root
            in in ADP IN 5 case
            Chad Chad PROPN NNP 3 obl",
        );
        assert_eq!(edges, ["farmers – were arrested in → Chad"]);
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
}
