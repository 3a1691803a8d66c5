//! One sentence that makes a claim, with the spans of its words.

use crate::graph::{ClaimStance, Graph, MergedEdge};
use crate::merge::{Claim, Evidence, Id, SourceDocument, SourceSentence};
use crate::text::{Chars, Span};

/// A piece of evidence with its sentence, document and speakers.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TraceStep<'g> {
    /// The claim.
    pub claim: &'g Claim,
    /// The stance of the claim.
    pub stance: ClaimStance,
    /// The evidence.
    pub evidence: &'g Evidence,
    /// Its sentence.
    pub sentence: &'g SourceSentence,
    /// Its document.
    pub document: &'g SourceDocument,
    /// The speakers, outermost first; empty if the author says it.
    pub chain: Vec<ChainSpeaker<'g>>,
    /// The speakers that deny it.
    pub denied_by: Vec<ChainSpeaker<'g>>,
}

/// A speaker in the chain of attributions of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChainSpeaker<'g> {
    /// The actor, if the words refer to one.
    pub actor: Option<&'g Id>,
    /// The words for the speaker; empty where the text names none.
    pub words: String,
    /// The cue.
    pub cue: String,
}

/// What marked words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MarkRole {
    /// The source of the claim.
    Source,
    /// The relation.
    Relation,
    /// The target of the claim.
    Target,
}

/// The evidence of all claims between two actors, or their members, in both directions: claims with the most evidence
/// first, then by document and place.
pub fn between<'g>(graph: &'g Graph, one: &Id, other: &Id) -> Vec<TraceStep<'g>> {
    let joins =
        |source: &Id, target: &Id| graph.belongs_to(source, one) && graph.belongs_to(target, other);
    let mut claims: Vec<&Claim> = (graph.claims())
        .filter(|claim| joins(&claim.source, &claim.target) || joins(&claim.target, &claim.source))
        .collect();
    claims.sort_by_key(|claim| {
        // Claims of the actors themselves come before those of their members.
        let themselves = [&claim.source, &claim.target]
            .into_iter()
            .all(|end| end == one || end == other);
        (
            !themselves,
            std::cmp::Reverse(claim.evidence.len()),
            &claim.id,
        )
    });
    claims
        .into_iter()
        .flat_map(|claim| of_claim(graph, claim))
        .collect()
}

/// The evidence of one claim, by document and place.
pub fn of_claim<'g>(graph: &'g Graph, claim: &'g Claim) -> Vec<TraceStep<'g>> {
    let corpus = graph.corpus();
    let stance = graph.stance(claim);
    let step = |evidence: &'g Evidence| {
        let speakers = |ids: &'g [Id]| ids.iter().filter_map(|id| speaker(graph, id)).collect();
        Some(TraceStep {
            claim,
            stance,
            evidence,
            sentence: corpus.sentence(&evidence.sentence)?,
            document: corpus.document(&evidence.document)?,
            chain: speakers(&evidence.attribution),
            denied_by: speakers(&evidence.denied_by),
        })
    };
    let mut steps: Vec<TraceStep<'g>> = claim.evidence.iter().filter_map(step).collect();
    steps.sort_by_key(|step| {
        (
            step.document.file(),
            &step.document.name,
            step.sentence.span,
            step.evidence,
        )
    });
    steps
}

/// The evidence of an edge, by claim, document and place.
pub fn of_edge<'g>(graph: &'g Graph, edge: &MergedEdge<'g>) -> Vec<TraceStep<'g>> {
    let has = |step: &TraceStep<'g>| {
        let mut evidence = edge.evidence.iter();
        evidence.any(|(_, own)| std::ptr::eq(*own, step.evidence))
    };
    (edge.claims().into_iter())
        .flat_map(|claim| of_claim(graph, claim))
        .filter(has)
        .collect()
}

/// The evidence of all claims of an actor or its members: claims with the most evidence first.
pub fn of_actor<'g>(graph: &'g Graph, actor: &Id) -> Vec<TraceStep<'g>> {
    let at = |id: &Id| graph.belongs_to(id, actor);
    let mut claims: Vec<&Claim> = (graph.claims())
        .filter(|claim| at(&claim.source) || at(&claim.target))
        .collect();
    claims.sort_by_key(|claim| (std::cmp::Reverse(claim.evidence.len()), &claim.id));
    (claims.into_iter())
        .flat_map(|claim| of_claim(graph, claim))
        .collect()
}

fn speaker<'g>(graph: &'g Graph, attribution: &Id) -> Option<ChainSpeaker<'g>> {
    let corpus = graph.corpus();
    let attribution = corpus.attribution(attribution)?;
    let speaker = attribution.speaker.as_ref();
    Some(ChainSpeaker {
        actor: speaker.and_then(|speaker| speaker.actor.as_ref()),
        words: speaker.map_or_else(String::new, |speaker| {
            corpus.words([&speaker.sentence], &speaker.words)
        }),
        cue: corpus.words([&attribution.sentence], &attribution.cue),
    })
}

impl TraceStep<'_> {
    /// The place of the relation's words, or of the sentence if only the construction expresses it: `file:line:column`.
    pub fn place(&self) -> String {
        self.document.place(self.sentence, self.first_word())
    }

    fn first_word(&self) -> Span<Chars> {
        let spans = [&self.evidence.relation, &self.evidence.source];
        let mut inside = spans
            .into_iter()
            .flatten()
            .filter(|span| self.sentence.span.contains(**span));
        inside.next().copied().unwrap_or(self.sentence.span)
    }

    /// The marked words of the sentence as bytes of its text, ascending and without overlap. Words of both an end and
    /// the relation count as the end's.
    pub fn marks(&self) -> Vec<(Span, MarkRole)> {
        let of = [
            (MarkRole::Source, &self.evidence.source),
            (MarkRole::Target, &self.evidence.target),
            (MarkRole::Relation, &self.evidence.relation),
        ];
        let mut marks: Vec<(Span, MarkRole)> = Vec::new();
        for (role, spans) in of {
            for &span in spans
                .iter()
                .filter(|span| self.sentence.span.overlaps(**span))
            {
                for rest in without(self.sentence.bytes(span), &marks) {
                    marks.push((rest, role));
                }
            }
        }
        marks.sort_unstable();
        marks
    }
}

/// The parts of `span` that none of `taken` covers.
fn without(span: Span, taken: &[(Span, MarkRole)]) -> Vec<Span> {
    let mut rest = vec![span];
    for (hole, _) in taken {
        rest = (rest.into_iter())
            .flat_map(|part| {
                let before = Span::new(part.start, part.end.min(hole.start).max(part.start));
                let after = Span::new(part.start.max(hole.end).min(part.end), part.end);
                if part.overlaps(*hole) {
                    vec![before, after]
                } else {
                    vec![part]
                }
            })
            .filter(|part| !part.is_empty())
            .collect();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_taken_already_are_left_out() {
        let taken = [
            (Span::new(4, 6), MarkRole::Source),
            (Span::new(8, 20), MarkRole::Target),
        ];
        assert_eq!(
            without(Span::new(0, 10), &taken),
            [Span::new(0, 4), Span::new(6, 8)]
        );
        assert_eq!(without(Span::new(4, 6), &taken), []);
        assert_eq!(without(Span::new(20, 22), &taken), [Span::new(20, 22)]);
    }
}
