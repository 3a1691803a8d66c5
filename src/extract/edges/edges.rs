//! All edges of a statement.

use super::arguments::{arguments, may_be_end};
use super::belonging::{membership, office};
use super::candidate::Candidate;
use super::content::content;
use super::draft::{Draft, nominal_object};
use super::end::{end, lengthen};
use super::mutual::{agreed, mutual};
use super::purpose::{condition, purpose};
use super::target::behind;
use crate::extract::participants::{Agent, agent};
use crate::extract::{Edge, Extractor, Memberships, SentenceContext, Statement, Titles};
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
    let mut draft = Draft::new(context, statement, agent);
    if statement.extractor == Titles.name() {
        draft.extend(office(&draft));
        return draft.into_edges();
    }
    if statement.extractor == Memberships.name() {
        draft.extend(membership(&draft));
        return draft.into_edges();
    }
    if agent.of_passive {
        draft.extend(undergoer(&draft, statement.subject.head));
    }
    draft.extend(mutual(&draft));
    if let Some(object) = nominal_object(context, statement) {
        draft.extend(undergoer(&draft, object.head));
    }
    draft.extend(content(&draft));
    if !agent.of_passive {
        arguments(&mut draft);
    }
    draft.extend(condition(&draft));
    draft.extend(purpose(&draft));
    draft.extend(agreed(&draft));
    draft.settle();
    let mut found = draft.into_edges();
    if statement.relation.implied.is_none() {
        for edge in &mut found {
            lengthen(context, &mut edge.source);
            lengthen(context, &mut edge.target);
        }
    }
    found
}

/// Edges to the noun that undergoes the act, or to the actor behind it.
fn undergoer(draft: &Draft<'_>, noun: usize) -> Vec<Candidate> {
    let target = behind(draft.context, Some(draft.statement), noun, draft.agent.head);
    let itself = target.as_ref().is_none_or(|target| target.is_place);
    let itself = itself.then(|| Candidate::new("", noun));
    let actor = target.map(|target| Candidate::behind("", &target));
    itself.into_iter().chain(actor).collect()
}

/// Why a statement without edges has none.
pub(crate) fn why_none(context: &SentenceContext<'_>, statement: &Statement) -> &'static str {
    let agent = agent(context, statement);
    let others = nominal_object(context, statement).is_some()
        || (statement.arguments.iter()).any(|argument| may_be_end(context, argument));
    match () {
        () if statement.extractor == Titles.name() => "a title is told of the actor itself",
        () if is_existential(context, statement) => "nobody does it",
        () if end(context, agent.head).is_none() => "its agent stands for nobody known",
        () if !others => "there is nobody and nothing at the other end",
        () => "the other end is the same as the agent, or stands for nobody known",
    }
}

/// Existential clauses have no agent: *there is growing mistrust*.
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
