//! All edges of a statement.

use super::apposition::apposition;
use super::argument::{argument, may_be_end};
use super::belonging::{membership, office};
use super::candidate::Candidate;
use super::content::content;
use super::draft::Draft;
use super::edge_context::EdgeContext;
use super::end::end;
use super::label::text;
use super::light::light;
use super::mutual::{agreed, mutual};
use super::office::given;
use super::purpose::purpose;
use super::target::behind;
use crate::extract::participants::{Agent, agent, is_known};
use crate::extract::{
    Argument, ArgumentRole, Edge, Polarity, SentenceContext, Statement, StatementKind,
};
use crate::lexicon::EventType;
use crate::text::Deprel;

/// The edges of a statement whose agent is `agent`.
pub(crate) fn edges(
    context: &SentenceContext<'_>,
    statement: &Statement,
    agent: &Agent,
) -> Vec<Edge> {
    if is_existential(context, statement) {
        return Vec::new();
    }
    let edge_context = EdgeContext::new(context, statement, agent);
    let mut draft = Draft::new(edge_context);
    if statement.kind == StatementKind::Title {
        draft.extend(office(&edge_context));
    } else if statement.kind == StatementKind::Membership {
        draft.extend(membership(&edge_context));
    } else if statement.kind == StatementKind::Apposition {
        let same = edge_context
            .object
            .map(|noun| undergoer(&edge_context, noun));
        draft.extend(apposition(&edge_context, same.unwrap_or_default()));
    } else {
        stated(&edge_context, &mut draft);
        implied(&edge_context, &mut draft);
        draft.settle();
        draft.extend(given(&edge_context));
        if statement.relation.implied.is_none() {
            draft.lengthen_ends();
        }
    }
    draft.into_edges()
}

/// Edges to the subject of a passive, the object, the content and the arguments.
fn stated(edge_context: &EdgeContext<'_>, draft: &mut Draft<'_>) {
    let EdgeContext {
        statement, agent, ..
    } = *edge_context;
    if agent.of_passive {
        draft.extend(undergoer(edge_context, statement.subject.head));
    }
    draft.extend(mutual(edge_context));
    if let Some(object) = edge_context.object {
        draft.extend(undergoer(edge_context, object));
    }
    if let Some(event) = statement.relation.event
        && (event == EventType::Request
            || matches!(event, EventType::Accuse | EventType::Threaten) && !draft.reaches_actor())
    {
        draft.extend(content(edge_context, event));
    }
    if agent.of_passive {
        draft.extend((statement.arguments.iter()).filter_map(|one| recipient(edge_context, one)));
        return;
    }
    let mut needed = statement.object.is_none();
    for one in &statement.arguments {
        let candidate = argument(edge_context, one, needed, draft.reaches_actor());
        needed &= candidate.is_none();
        draft.extend(candidate);
    }
}

/// Edges of an event that has reached nobody yet: for whom it is done, and with each other.
fn implied(edge_context: &EdgeContext<'_>, draft: &mut Draft<'_>) {
    let Some(event) = edge_context.statement.relation.event else {
        return;
    };
    let may_be_for = !matches!(event, EventType::Consult | EventType::Retreat)
        && edge_context.statement.polarity == Polarity::Positive;
    if may_be_for && !draft.reaches_actor() {
        draft.extend(purpose(edge_context));
    }
    if !draft.reaches_actor() {
        draft.extend(agreed(edge_context));
    }
}

/// To whom the agent of a passive gives what undergoes the act: *was handed to Chad by Libya*.
fn recipient(edge_context: &EdgeContext<'_>, one: &Argument) -> Option<Candidate> {
    let context = edge_context.context;
    let gets = matches!(one.role, ArgumentRole::Recipient | ArgumentRole::Goal);
    let words = text(context, &one.marker_tokens);
    (gets && is_known(context, one.phrase.head) && may_be_end(context, one))
        .then(|| Candidate::new(&words, one.phrase.head))
}

/// Edges to the noun that undergoes the act, or to the actor behind it.
fn undergoer(edge_context: &EdgeContext<'_>, noun: usize) -> Vec<Candidate> {
    let EdgeContext {
        context,
        statement,
        agent,
        ..
    } = *edge_context;
    let target = behind(context, Some(statement), noun, agent.head);
    let beyond = match target {
        Some(target) => Some(Candidate::behind("", &target)),
        None => light(context, noun),
    };
    // *was the brother of Kari Lund* says nothing more than the edge to her.
    let copular = statement.relation.lemma == "be" && beyond.is_some();
    let itself = (!copular).then(|| Candidate::new("", noun));
    itself.into_iter().chain(beyond).collect()
}

/// Why a statement without edges has none.
pub(crate) fn why_none(context: &SentenceContext<'_>, statement: &Statement) -> &'static str {
    let agent = agent(context, statement);
    let others = EdgeContext::new(context, statement, &agent)
        .object
        .is_some()
        || (statement.arguments.iter()).any(|argument| may_be_end(context, argument));
    match () {
        () if statement.kind == StatementKind::Title => "a title is told of the actor itself",
        () if is_existential(context, statement) => "nobody does it",
        () if end(context, agent.head).is_none() => "its agent stands for nobody known",
        () if !others => "there is nobody and nothing at the other end",
        () => "the other end is the same as the agent, or stands for nobody known",
    }
}

/// Whether nobody does what the statement says: *there is growing mistrust*.
fn is_existential(context: &SentenceContext<'_>, statement: &Statement) -> bool {
    let mut tokens = statement.relation.phrase.tokens.iter();
    tokens.any(|&token| context.relation(token) == Deprel::Expl)
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
                "Norway – demanded → firm action against poachers",
                "Iceland – demanded → firm action against poachers",
                "Norway – demanded firm action against → poachers",
                "Iceland – demanded firm action against → poachers",
            ]
        );
    }

    #[test]
    fn whom_one_noun_belongs_to_the_nouns_beside_it_need_not() {
        let edges = edge_lines(
            "officials official NOUN NNS 6 nsubj
            from from ADP IN 3 case
            Chad Chad PROPN NNP 1 nmod
            and and CCONJ CC 5 cc
            Norway Norway PROPN NNP 1 conj
            met meet VERB VBD 0 root",
        );
        let about_chad: Vec<&String> = (edges.iter())
            .filter(|edge| edge.ends_with("of → Chad"))
            .collect();
        assert_eq!(about_chad, ["officials – part of → Chad"], "{edges:?}");
    }
}
