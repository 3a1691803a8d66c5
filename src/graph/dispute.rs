//! Disputes: what one side says and another denies.
//!
//! A reader must be able to see why two sentences are held against each other, so that few kinds of links are made:
//!
//! | link | when |
//! |---|---|
//! | [`DisputeReason::Answer`] | the denial points at the words before it: `denied the accusation` |
//! | [`DisputeReason::Claim`] | one doer, one predicate, one target: said to be so and denied, or said not to be so |
//! | [`DisputeReason::Content`] | the two contents share actors and most of the words that tell what they are about |
//!
//! The two always speak for different sides: officials of a state and their state are one.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use crate::extract::{Modality, Polarity};
use crate::lexicon::Stance;
use crate::merge::{Claim, Corpus, CorpusAttribution, Evidence, Id, Speaker};
use crate::text::{Chars, Span};

use super::Graph;

/// A denial, and what it is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Hash of the denial.
    pub id: Id,
    /// Who denies it, or says that it is not so.
    pub denied: DisputeSide,
    /// Who says that it is so, and why the two are linked; never empty.
    pub asserted: Vec<(DisputeSide, DisputeReason)>,
    /// The claims that are disputed.
    pub claims: BTreeSet<Id>,
}

/// One side of a dispute, as one sentence gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DisputeSide {
    /// The document.
    pub document: Id,
    /// The sentence, that of the cue if somebody is quoted.
    pub sentence: Id,
    /// Where the words stand that are in dispute.
    pub words: Vec<Span<Chars>>,
    /// Who says so; `None` for the author.
    pub attribution: Option<Id>,
}

/// Why two sentences are held against each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum DisputeReason {
    /// The denial points at these words.
    Answer,
    /// Both make this claim, in the form in which it is said to be so.
    Claim(Id),
    /// Both name these actors and share these words.
    Content {
        /// The actors that both contents name.
        actors: Vec<Id>,
        /// The words that both contents share, in their dictionary form.
        words: Vec<SmolStr>,
    },
}

/// Days between two documents beyond which their contents are not compared: another season's denial may be of another
/// event.
const DAYS: u32 = 92;

impl DisputeReason {
    /// The name in outputs.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Claim(_) => "claim",
            Self::Content { .. } => "content",
        }
    }
}

/// All disputes of a graph, by id.
pub(super) fn find(graph: &Graph) -> Vec<Dispute> {
    let mut finder = Finder {
        corpus: graph.corpus(),
        links: BTreeMap::new(),
    };
    finder.answers();
    for claim in graph.claims() {
        if claim.polarity == Polarity::Positive {
            finder.claim(claim);
        }
    }
    finder.contents();
    finder.disputes()
}

struct Finder<'g> {
    corpus: &'g Corpus,
    /// For each denial what it is held against, the first reason that was found, and the disputed claims.
    links: BTreeMap<DisputeSide, (BTreeMap<DisputeSide, DisputeReason>, BTreeSet<Id>)>,
}

impl<'g> Finder<'g> {
    fn disputes(self) -> Vec<Dispute> {
        let dispute = |(denied, (asserted, claims)): (
            DisputeSide,
            (BTreeMap<DisputeSide, DisputeReason>, _),
        )| {
            let words = format!("{:?}", denied.words);
            let voice = denied.attribution.as_ref().map_or("", Id::as_str);
            Dispute {
                id: Id::of('x', &[denied.sentence.as_str(), voice, &words]),
                asserted: asserted.into_iter().collect(),
                denied,
                claims,
            }
        };
        let mut disputes: Vec<Dispute> = self.links.into_iter().map(dispute).collect();
        disputes.sort_by(|a, b| a.id.cmp(&b.id));
        disputes
    }

    fn link(
        &mut self,
        asserted: DisputeSide,
        denied: DisputeSide,
        reason: DisputeReason,
        claims: BTreeSet<Id>,
    ) {
        let (reasons, disputed) = self.links.entry(denied).or_default();
        reasons.entry(asserted).or_insert(reason);
        disputed.extend(claims);
    }

    /// Denials that point at what was said.
    fn answers(&mut self) {
        let corpus = self.corpus;
        for denial in corpus.attributions() {
            let answered = denial.answers.as_ref();
            let Some(asserted) = answered.and_then(|id| corpus.attribution(id)) else {
                continue;
            };
            let claims = self.own_claims(asserted).map(|claim| claim.id.clone());
            let claims = claims.collect();
            self.link(
                quoted(asserted),
                quoted(denial),
                DisputeReason::Answer,
                claims,
            );
        }
    }

    /// The same claim, said to be so by one and denied by another.
    fn claim(&mut self, claim: &'g Claim) {
        let negative = Claim::id_of(
            &claim.source,
            &claim.predicate,
            &claim.target,
            Polarity::Negative,
            claim.modality,
        );
        let negative = self.corpus.claim(&negative);
        let plain = matches!(claim.modality, Modality::Asserted | Modality::Possible);
        let evidence = || claim.evidence.iter().map(|evidence| (evidence, false));
        let opposite = negative.into_iter().flat_map(|claim| &claim.evidence);
        let denials: Vec<(DisputeSide, Option<&CorpusAttribution>)> = evidence()
            .chain(opposite.map(|evidence| (evidence, plain)))
            .flat_map(|(evidence, negated)| self.deniers(evidence, negated))
            .collect();
        if denials.is_empty() {
            return;
        }
        let holders: Vec<(DisputeSide, Option<&CorpusAttribution>)> = claim
            .evidence
            .iter()
            .filter_map(|evidence| self.holder(evidence))
            .collect();
        for (asserted, one) in &holders {
            for (denied, other) in &denials {
                if self.differ(*one, *other) {
                    let reason = DisputeReason::Claim(claim.id.clone());
                    let both = [Some(claim), negative].into_iter().flatten();
                    let claims = both.map(|claim| claim.id.clone()).collect();
                    self.link(asserted.clone(), denied.clone(), reason, claims);
                }
            }
        }
    }

    /// Who rejects what the evidence tells; if it tells the opposite plainly, who says so.
    fn deniers(
        &self,
        evidence: &'g Evidence,
        negated: bool,
    ) -> Vec<(DisputeSide, Option<&'g CorpusAttribution>)> {
        if evidence.denied_by.is_empty() {
            let holder = self.holder(evidence).filter(|_| negated);
            return holder.into_iter().collect();
        }
        let deniers = evidence.denied_by.iter();
        deniers
            .filter_map(|id| self.corpus.attribution(id))
            .map(|denial| (quoted(denial), Some(denial)))
            .collect()
    }

    /// The voice that stands by what the evidence tells, the innermost of its chain.
    fn holder(
        &self,
        evidence: &'g Evidence,
    ) -> Option<(DisputeSide, Option<&'g CorpusAttribution>)> {
        let mut chain = (evidence.attribution.iter().rev())
            .filter(|id| !evidence.denied_by.contains(id))
            .filter_map(|id| self.corpus.attribution(id));
        match chain.next() {
            Some(holder) => stands_by(holder).then(|| (quoted(holder), Some(holder))),
            None if !evidence.denied_by.is_empty() => None,
            None => {
                let own = DisputeSide {
                    document: evidence.document.clone(),
                    sentence: evidence.sentence.clone(),
                    words: evidence.relation.clone(),
                    attribution: None,
                };
                Some((own, None))
            }
        }
    }

    /// Whether two voices speak for different sides, and at least one is quoted.
    fn differ(
        &self,
        one: Option<&'g CorpusAttribution>,
        other: Option<&'g CorpusAttribution>,
    ) -> bool {
        let (Some(one), Some(other)) = (one, other) else {
            let quoted = one.or(other);
            return quoted.is_some_and(|quoted| quoted.speaker.is_some());
        };
        let (here, there) = (self.sides(&one.speaker), self.sides(&other.speaker));
        let named = one.speaker.is_some() && other.speaker.is_some();
        named && one.id != other.id && here.is_disjoint(&there)
    }

    /// The sides for which somebody speaks.
    fn sides(&self, somebody: &'g Option<Speaker>) -> BTreeSet<&'g Id> {
        let actors = somebody.iter().flat_map(Speaker::actors);
        actors.map(|actor| self.side(actor)).collect()
    }

    /// The one that an actor belongs to in the end, or itself.
    fn side(&self, actor: &'g Id) -> &'g Id {
        let mut at = actor;
        // Owners that own each other must not send this round for ever.
        for _ in 0..8 {
            let owner = self.corpus.actor(at).and_then(|actor| actor.belongs_to());
            match owner {
                Some(owner) => at = owner,
                None => break,
            }
        }
        at
    }

    /// Contents that one side states and another rejects in other words.
    fn contents(&mut self) {
        let corpus = self.corpus;
        let mut by_actor: BTreeMap<&Id, Vec<&CorpusAttribution>> = BTreeMap::new();
        for said in corpus.attributions() {
            if stands_by(said) && said.speaker.is_some() {
                for actor in self.named(said) {
                    by_actor.entry(actor).or_default().push(said);
                }
            }
        }
        for denial in corpus.attributions() {
            let voiced = denial
                .speaker
                .as_ref()
                .is_some_and(|speaker| speaker.actor.is_some());
            if denial.stance != Stance::Deny || denial.answers.is_some() || !voiced {
                continue;
            }
            let named = self.named(denial);
            let near: BTreeMap<&Id, &CorpusAttribution> = (named.iter())
                .filter_map(|actor| by_actor.get(actor))
                .flatten()
                .map(|said| (&said.id, *said))
                .collect();
            for said in near.into_values() {
                let Some(words) = self.shared(said, denial) else {
                    continue;
                };
                let shared = self
                    .named(said)
                    .intersection(&named)
                    .map(|id| (*id).clone())
                    .collect();
                let claims = self
                    .own_claims(said)
                    .filter(|claim| self.speaks_of(claim, &words));
                let claims = claims.map(|claim| claim.id.clone()).collect();
                let reason = DisputeReason::Content {
                    actors: shared,
                    words,
                };
                self.link(quoted(said), quoted(denial), reason, claims);
            }
        }
    }

    /// The sides that a content names.
    fn named(&self, said: &'g CorpusAttribution) -> BTreeSet<&'g Id> {
        said.mentions.iter().map(|actor| self.side(actor)).collect()
    }

    /// The words that a content shares with a denied one, if they are enough to be about the same.
    fn shared(
        &self,
        said: &'g CorpusAttribution,
        denial: &'g CorpusAttribution,
    ) -> Option<Vec<SmolStr>> {
        let negative = |found: &CorpusAttribution| found.gist.iter().any(|word| word == "not");
        let apart = self.is_around(said, denial) || self.is_around(denial, said);
        if apart || negative(said) != negative(denial) || !self.differ(Some(said), Some(denial)) {
            return None;
        }
        let content = |found: &CorpusAttribution| found.gist.len() - usize::from(negative(found));
        let shared: Vec<SmolStr> = (said.gist.iter())
            .filter(|word| *word != "not" && denial.gist.contains(word))
            .cloned()
            .collect();
        let least = content(said).min(content(denial));
        // Who rejects *allegations* answers an allegation: fewer words of it need to come back.
        let half = shared.len() * 2 >= least;
        let third = shared.len() * 3 >= least && denial.cites;
        let near = said.document == denial.document || self.days_apart(said, denial) <= DAYS;
        (shared.len() >= 2 && (half || third) && near).then_some(shared)
    }

    fn is_around(&self, outer: &CorpusAttribution, inner: &CorpusAttribution) -> bool {
        let mut at = Some(inner);
        // Attributions that name each other in a file made by hand must not send this round for ever.
        for _ in 0..16 {
            match at {
                Some(found) if found.id == outer.id => return true,
                Some(found) => {
                    let holder = found.within.as_ref();
                    at = holder.and_then(|id| self.corpus.attribution(id));
                }
                None => return false,
            }
        }
        false
    }

    /// The days between the documents of two attributions, about; none if a date is not known.
    fn days_apart(&self, one: &CorpusAttribution, other: &CorpusAttribution) -> u32 {
        let day = |found: &CorpusAttribution| {
            let date = self.corpus.document(&found.document)?.date.as_deref()?;
            let mut parts = date.split('-').map(|part| part.parse::<u32>().ok());
            let mut next = || parts.next().flatten();
            Some(next()? * 365 + next()? * 30 + next()?)
        };
        match (day(one), day(other)) {
            (Some(one), Some(other)) => one.abs_diff(other),
            _ => 0,
        }
    }

    /// The claims that a content makes in the speaker's own name, those of inner speakers left aside.
    fn own_claims<'a>(
        &'a self,
        said: &'a CorpusAttribution,
    ) -> impl Iterator<Item = &'g Claim> + use<'a, 'g> {
        let corpus = self.corpus;
        let claims = said.claims.iter().filter_map(move |id| corpus.claim(id));
        claims.filter(move |claim| {
            let mut evidence = claim.evidence.iter();
            evidence.any(|evidence| evidence.attribution.last() == Some(&said.id))
        })
    }

    /// Whether predicate or ends of a claim are among these words.
    fn speaks_of(&self, claim: &Claim, words: &[SmolStr]) -> bool {
        let things = [&claim.source, &claim.target].into_iter();
        let things = things.filter_map(|id| self.corpus.actor(id));
        let names = things.filter(|actor| actor.thing).map(|actor| actor.name());
        let mut own = names
            .chain([claim.predicate.as_str()])
            .flat_map(str::split_whitespace);
        own.any(|word| words.iter().any(|shared| shared == &word.to_lowercase()))
    }
}

/// An attribution as a side.
fn quoted(said: &CorpusAttribution) -> DisputeSide {
    DisputeSide {
        document: said.document.clone(),
        sentence: said.sentence.clone(),
        words: said.content.clone(),
        attribution: Some(said.id.clone()),
    }
}

/// Whether a speaker holds the content to be so.
fn stands_by(said: &CorpusAttribution) -> bool {
    matches!(
        said.stance,
        Stance::Assert | Stance::Accuse | Stance::Think | Stance::Know | Stance::Show
    )
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::extracted;
    use crate::graph::{DisputeReason, Graph};
    use crate::merge::Corpus;

    const ALLEGED: &str = "Norway Norway PROPN NNP 2 nsubj
        alleged allege VERB VBD 0 root
        that that SCONJ IN 7 mark
        militants militant NOUN NNS 7 nsubj
        from from ADP IN 6 case
        Denmark Denmark PROPN NNP 4 nmod
        attacked attack VERB VBD 2 ccomp
        villages village NOUN NNS 7 obj";
    const REJECTED: &str = "Denmark Denmark PROPN NNP 2 nsubj
        rejected reject VERB VBD 0 root
        allegations allegation NOUN NNS 2 obj
        that that SCONJ IN 8 mark
        fighters fighter NOUN NNS 8 nsubj
        from from ADP IN 7 case
        Denmark Denmark PROPN NNP 5 nmod
        raid raid VERB VBP 3 acl
        villages village NOUN NNS 8 obj";

    /// The shared words of the disputes between two documents of one sentence each.
    fn shared(one: &str, other: &str) -> Vec<Vec<String>> {
        let corpora = [one, other].map(|rows| Corpus::of(&extracted(rows)));
        let graph = Graph::build(corpora.into_iter().fold(Corpus::default(), Corpus::merge));
        let reasons = graph
            .disputes()
            .iter()
            .flat_map(|dispute| &dispute.asserted);
        reasons
            .map(|(_, reason)| match reason {
                DisputeReason::Content { words, .. } => {
                    words.iter().map(ToString::to_string).collect()
                }
                other => vec![other.as_str().to_owned()],
            })
            .collect()
    }

    #[test]
    fn a_rejected_allegation_meets_the_allegation_in_other_words() {
        assert_eq!(
            shared(ALLEGED, REJECTED),
            [["attack", "fighter", "village"]]
        );
    }

    #[test]
    fn one_side_does_not_dispute_with_itself_nor_over_other_things() {
        let own = REJECTED.replace("Denmark Denmark PROPN NNP 2", "Norway Norway PROPN NNP 2");
        assert_eq!(shared(ALLEGED, &own), [[""; 0]; 0]);
        let ferries = (REJECTED.replace("fighters fighter", "ferries ferry"))
            .replace("raid raid", "visit visit");
        assert_eq!(shared(ALLEGED, &ferries), [[""; 0]; 0]);
        let repeated = REJECTED.replace("rejected reject", "repeated repeat");
        assert_eq!(shared(ALLEGED, &repeated), [[""; 0]; 0]);
    }
}
