//! Who denies what others say.

use crate::graph::{Dispute, Graph, Reason, Side};
use crate::merge::{Attribution, Corpus, Id, SourceDocument, SourceSentence, Speaker};
use crate::text::{Chars, Span};

/// One side of a dispute with all that is needed to show it.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'g> {
    /// The side.
    pub side: &'g Side,
    /// Who says so; `None` for the author.
    pub attribution: Option<&'g Attribution>,
    /// The document.
    pub document: &'g SourceDocument,
    /// The sentence, that of the cue if somebody is quoted.
    pub sentence: &'g SourceSentence,
    corpus: &'g Corpus,
}

/// A denial and what it is held against.
#[derive(Debug, Clone)]
pub struct Contest<'g> {
    /// The dispute.
    pub dispute: &'g Dispute,
    /// Who denies it.
    pub denied: Stand<'g>,
    /// Who says so, by document and place, and why the two are linked.
    pub asserted: Vec<(Stand<'g>, &'g Reason)>,
}

/// The disputes of a graph, or those that concern one actor, by date, document and place of the denial; undated documents
/// last. A dispute concerns those who speak, and the actors that its contents name.
pub fn disputes<'g>(graph: &'g Graph, about: Option<&Id>) -> Vec<Contest<'g>> {
    let stand = |side: &'g Side| Stand::of(graph, side);
    let mut contests: Vec<Contest<'g>> = (graph.disputes().iter())
        .filter_map(|dispute| {
            let sides = dispute.asserted.iter();
            let mut asserted: Vec<_> = sides
                .filter_map(|(side, reason)| Some((stand(side)?, reason)))
                .collect();
            asserted.sort_by_key(|(stand, _)| stand.key());
            let denied = stand(&dispute.denied)?;
            Some(Contest {
                dispute,
                denied,
                asserted,
            })
        })
        .filter(|contest| about.is_none_or(|about| contest.concerns(graph, about)))
        .collect();
    contests.sort_by_key(|contest| contest.denied.key());
    contests
}

impl Contest<'_> {
    fn concerns(&self, graph: &Graph, about: &Id) -> bool {
        let stands = self.asserted.iter().map(|(stand, _)| stand);
        let mut stands = stands.chain([&self.denied]);
        let claims = self.dispute.claims.iter();
        let claims = claims.filter_map(|claim| graph.corpus().claim(claim));
        let mut ends = claims.flat_map(|claim| [&claim.source, &claim.target]);
        stands.any(|stand| {
            let attribution = stand.attribution.into_iter();
            let mut actors = attribution.flat_map(|said| {
                let speakers = said.speaker.iter().flat_map(Speaker::actors);
                speakers.chain(&said.mentions)
            });
            actors.any(|actor| graph.belongs_to(actor, about))
        }) || ends.any(|actor| graph.belongs_to(actor, about))
    }
}

impl<'g> Stand<'g> {
    fn of(graph: &'g Graph, side: &'g Side) -> Option<Self> {
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

    /// The words for the speaker; for the author those that tell him, as far as known.
    pub fn voice(&self) -> String {
        let Some(said) = self.attribution else {
            return self.document.voice();
        };
        let speaker = said.speaker.as_ref();
        speaker.map_or_else(String::new, |speaker| {
            self.corpus.words([&speaker.sentence], &speaker.words)
        })
    }

    /// The actors who speak.
    pub fn actors(&self) -> impl Iterator<Item = &'g Id> + use<'g> {
        let speakers = self.attribution.into_iter();
        speakers.flat_map(|said| said.speaker.iter().flat_map(Speaker::actors))
    }

    /// The words that make it an attribution; empty for the author's.
    pub fn cue(&self) -> String {
        let cue = self.attribution.map(|said| &said.cue);
        cue.map_or_else(String::new, |cue| {
            self.corpus.words([&self.side.sentence], cue)
        })
    }

    /// What is in dispute, in the words of the text.
    pub fn content(&self) -> String {
        match self.attribution {
            Some(said) => self.corpus.words(&said.content_sentences, &said.content),
            None => self.corpus.words([&self.side.sentence], &self.side.words),
        }
    }

    /// Where it stands: `file:line:column` of the cue, else of the words in dispute.
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
