//! One sentence that makes a claim, with the places of its words.

use crate::graph::{ClaimStance, Graph, MergedEdge};
use crate::merge::{Claim, Evidence, Id, SourceDocument, SourceSentence};
use crate::text::{Chars, Span};

/// A piece of evidence with all that is needed to show it.
#[derive(Debug, Clone)]
pub struct TraceStep<'g> {
    /// The claim that it is evidence of.
    pub claim: &'g Claim,
    /// What the evidence makes of the claim.
    pub stance: ClaimStance,
    /// The words.
    pub evidence: &'g Evidence,
    /// The sentence they stand in.
    pub sentence: &'g SourceSentence,
    /// The document.
    pub document: &'g SourceDocument,
    /// Who says so, outermost first; empty if the author says it himself.
    pub chain: Vec<ChainSpeaker<'g>>,
    /// Who rejects it.
    pub denied_by: Vec<ChainSpeaker<'g>>,
}

/// A speaker in the chain through which a claim came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainSpeaker<'g> {
    /// The actor, if the words for the speaker stand for one.
    pub actor: Option<&'g Id>,
    /// The words for the speaker; empty where the text names nobody.
    pub words: String,
    /// The words that make it an attribution.
    pub cue: String,
}

/// What marked words stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkRole {
    /// Who does it.
    Source,
    /// What is done.
    Relation,
    /// Whom it is done to.
    Target,
}

/// The evidence of all claims between two actors, or those that belong to them, in both directions: claims with the
/// most evidence first, then by document and place.
pub fn between<'g>(graph: &'g Graph, one: &Id, other: &Id) -> Vec<TraceStep<'g>> {
    let joins =
        |source: &Id, target: &Id| graph.belongs_to(source, one) && graph.belongs_to(target, other);
    let mut claims: Vec<&Claim> = (graph.claims())
        .filter(|claim| joins(&claim.source, &claim.target) || joins(&claim.target, &claim.source))
        .collect();
    claims.sort_by_key(|claim| {
        // What is said of the two themselves comes before what is said of those that belong to them.
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

/// The evidence of one claim, by document (as named) and place.
pub fn of_claim<'g>(graph: &'g Graph, claim: &'g Claim) -> Vec<TraceStep<'g>> {
    let corpus = graph.corpus();
    let stance = graph.stance(claim);
    let step = |evidence: &'g Evidence| {
        let voices = |ids: &'g [Id]| ids.iter().filter_map(|id| voice(graph, id)).collect();
        Some(TraceStep {
            claim,
            stance,
            evidence,
            sentence: corpus.sentence(&evidence.sentence)?,
            document: corpus.document(&evidence.document)?,
            chain: voices(&evidence.attribution),
            denied_by: voices(&evidence.denied_by),
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

/// The evidence of an edge, as far as the edge has it, by claim, document and place.
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

/// The evidence of all claims of an actor, or of those that belong to it: claims with the most evidence first.
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

fn voice<'g>(graph: &'g Graph, attribution: &Id) -> Option<ChainSpeaker<'g>> {
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
    /// Where the relation's words stand, or the sentence if the construction alone says it: `file:line:column`.
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

    /// The marked words of the sentence, in bytes of its text, ascending and without overlap: where words stand for
    /// both an end and the relation, the end has them.
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
