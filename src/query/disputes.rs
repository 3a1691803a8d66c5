//! Disputes with their sentences and speakers.

use crate::graph::{Dispute, DisputeReason, DisputeSide, Graph};
use crate::merge::{Corpus, CorpusAttribution, Id, SourceDocument, SourceSentence, Speaker};
use crate::text::{Chars, Span};

/// One side of a dispute with its sentence and document.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ResolvedSide<'g> {
    /// The side.
    pub side: &'g DisputeSide,
    /// The attribution; `None` for the author.
    pub attribution: Option<&'g CorpusAttribution>,
    /// The document.
    pub document: &'g SourceDocument,
    /// The sentence; that of the cue if somebody is quoted.
    pub sentence: &'g SourceSentence,
    corpus: &'g Corpus,
}

/// A denial and what it contradicts.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ResolvedDispute<'g> {
    /// The dispute.
    pub dispute: &'g Dispute,
    /// The side that denies.
    pub denied: ResolvedSide<'g>,
    /// The sides that assert it, by document and place, and why they are linked.
    pub asserted: Vec<(ResolvedSide<'g>, &'g DisputeReason)>,
}

/// The disputes of a graph, or those that concern one actor, by date, document and place of the denial; undated
/// documents last. A dispute concerns its speakers and the actors that its contents mention.
pub fn disputes<'g>(graph: &'g Graph, about: Option<&Id>) -> Vec<ResolvedDispute<'g>> {
    let resolve = |side: &'g DisputeSide| ResolvedSide::of(graph, side);
    let mut disputes: Vec<ResolvedDispute<'g>> = (graph.disputes().iter())
        .filter_map(|dispute| {
            let sides = dispute.asserted.iter();
            let mut asserted: Vec<_> = sides
                .filter_map(|(side, reason)| Some((resolve(side)?, reason)))
                .collect();
            asserted.sort_by_key(|(side, _)| side.key());
            let denied = resolve(&dispute.denied)?;
            Some(ResolvedDispute {
                dispute,
                denied,
                asserted,
            })
        })
        .filter(|dispute| about.is_none_or(|about| dispute.concerns(graph, about)))
        .collect();
    disputes.sort_by_key(|dispute| dispute.denied.key());
    disputes
}

impl ResolvedDispute<'_> {
    fn concerns(&self, graph: &Graph, about: &Id) -> bool {
        let sides = self.asserted.iter().map(|(side, _)| side);
        let mut sides = sides.chain([&self.denied]);
        let claims = self.dispute.claims.iter();
        let claims = claims.filter_map(|claim| graph.corpus().claim(claim));
        let mut ends = claims.flat_map(|claim| [&claim.source, &claim.target]);
        sides.any(|side| {
            let attribution = side.attribution.into_iter();
            let mut actors = attribution.flat_map(|said| {
                let speakers = said.speaker.iter().flat_map(Speaker::actors);
                speakers.chain(&said.mentions)
            });
            actors.any(|actor| graph.belongs_to(actor, about))
        }) || ends.any(|actor| graph.belongs_to(actor, about))
    }
}

impl<'g> ResolvedSide<'g> {
    fn of(graph: &'g Graph, side: &'g DisputeSide) -> Option<Self> {
        let corpus = graph.corpus();
        Some(Self {
            side,
            attribution: side
                .attribution
                .as_ref()
                .and_then(|id| corpus.attribution(id)),
            document: corpus.document(&side.document)?,
            sentence: corpus.sentence(&side.sentence)?,
            corpus,
        })
    }

    fn key(&self) -> impl Ord + use<'g> {
        let date = self.document.date.as_deref();
        (
            date.is_none(),
            date,
            self.document.file(),
            &self.document.name,
            self.sentence.span,
            self.side,
        )
    }

    /// The words for the speaker; for the author, author and publisher as far as known.
    pub fn speaker(&self) -> String {
        let Some(said) = self.attribution else {
            return self.document.byline();
        };
        let speaker = said.speaker.as_ref();
        speaker.map_or_else(String::new, |speaker| {
            self.corpus.words([&speaker.sentence], &speaker.words)
        })
    }

    /// The actors that speak.
    pub fn actors(&self) -> impl Iterator<Item = &'g Id> + use<'g> {
        let speakers = self.attribution.into_iter();
        speakers.flat_map(|said| said.speaker.iter().flat_map(Speaker::actors))
    }

    /// The cue; empty for the author.
    pub fn cue(&self) -> String {
        let cue = self.attribution.map(|said| &said.cue);
        cue.map_or_else(String::new, |cue| {
            self.corpus.words([&self.side.sentence], cue)
        })
    }

    /// The disputed words.
    pub fn content(&self) -> String {
        match self.attribution {
            Some(said) => self.corpus.words(&said.content_sentences, &said.content),
            None => self.corpus.words([&self.side.sentence], &self.side.words),
        }
    }

    /// The place: `file:line:column` of the cue, else of the disputed words.
    pub fn place(&self) -> String {
        self.document.place(self.sentence, self.start())
    }

    fn start(&self) -> Span<Chars> {
        let cue = self.attribution.and_then(|said| said.cue.first());
        let word = cue.or_else(|| self.side.words.first()).copied();
        word.filter(|word| self.sentence.span.contains(*word))
            .unwrap_or(self.sentence.span)
    }
}
