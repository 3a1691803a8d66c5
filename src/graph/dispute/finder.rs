//! Finds the disputes of a graph.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::{Modality, Polarity};
use crate::graph::Graph;
use crate::lexicon::Stance;
use crate::merge::{Claim, Corpus, CorpusAttribution, Evidence, Id, Speaker};

use super::{Dispute, DisputeReason, DisputeSide};

/// All disputes of a graph, by id.
pub(in crate::graph) fn find(graph: &Graph) -> Vec<Dispute> {
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

pub(super) struct Finder<'g> {
    pub(super) corpus: &'g Corpus,
    /// For each denial: what it contradicts, with the first reason that was found, and the disputed claims.
    links: BTreeMap<DisputeSide, (BTreeMap<DisputeSide, DisputeReason>, BTreeSet<Id>)>,
}

impl<'g> Finder<'g> {
    fn disputes(self) -> Vec<Dispute> {
        let dispute = |(denied, (asserted, claims)): (
            DisputeSide,
            (BTreeMap<DisputeSide, DisputeReason>, _),
        )| {
            let words = format!("{:?}", denied.words);
            let attribution = denied.attribution.as_ref().map_or("", Id::as_str);
            Dispute {
                id: Id::of('x', &[denied.sentence.as_str(), attribution, &words]),
                asserted: asserted.into_iter().collect(),
                denied,
                claims,
            }
        };
        let mut disputes: Vec<Dispute> = self.links.into_iter().map(dispute).collect();
        disputes.sort_by(|a, b| a.id.cmp(&b.id));
        disputes
    }

    pub(super) fn link(
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

    /// Denials that refer to earlier words.
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

    /// The same claim, asserted by one side and denied by another.
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

    /// Those who reject what the evidence states; if the evidence is an unqualified negation, those who state it.
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

    /// The innermost speaker who holds what the evidence states to be true.
    fn holder(
        &self,
        evidence: &'g Evidence,
    ) -> Option<(DisputeSide, Option<&'g CorpusAttribution>)> {
        let mut chain = (evidence.attribution.iter().rev())
            .filter(|id| !evidence.denied_by.contains(id))
            .filter_map(|id| self.corpus.attribution(id));
        match chain.next() {
            Some(holder) => is_held_true(holder).then(|| (quoted(holder), Some(holder))),
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

    /// Whether two speakers are on different sides, and at least one of them is quoted.
    pub(super) fn differ(
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

    /// The sides that a speaker is on.
    fn sides(&self, somebody: &'g Option<Speaker>) -> BTreeSet<&'g Id> {
        let actors = somebody.iter().flat_map(Speaker::actors);
        actors.map(|actor| self.side(actor)).collect()
    }

    /// The topmost owner of an actor, or the actor itself.
    pub(super) fn side(&self, actor: &'g Id) -> &'g Id {
        let mut at = actor;
        // The bound ends cycles of ownership.
        for _ in 0..8 {
            let owner = self.corpus.actor(at).and_then(|actor| actor.belongs_to());
            match owner {
                Some(owner) => at = owner,
                None => break,
            }
        }
        at
    }

    /// The claims that a content makes directly, without those of inner attributions.
    pub(super) fn own_claims<'a>(
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
}

/// The side of an attribution.
pub(super) fn quoted(said: &CorpusAttribution) -> DisputeSide {
    DisputeSide {
        document: said.document.clone(),
        sentence: said.sentence.clone(),
        words: said.content.clone(),
        attribution: Some(said.id.clone()),
    }
}

/// Whether the speaker holds the content to be true.
pub(super) fn is_held_true(said: &CorpusAttribution) -> bool {
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
