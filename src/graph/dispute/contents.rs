//! Disputes between contents that say the same in different words.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::lexicon::Stance;
use crate::merge::{Claim, CorpusAttribution, Id};

use super::DisputeReason;
use super::finder::{Finder, is_held_true, quoted};

/// The number of days between two documents beyond which their contents are not compared: a later denial may be about
/// another event.
const DAYS: u32 = 92;

impl<'g> Finder<'g> {
    /// Contents that one side states and another denies in different words.
    pub(super) fn contents(&mut self) {
        let corpus = self.corpus;
        let mut by_actor: BTreeMap<&Id, Vec<&CorpusAttribution>> = BTreeMap::new();
        for said in corpus.attributions() {
            if is_held_true(said) && said.speaker.is_some() {
                for actor in self.named(said) {
                    by_actor.entry(actor).or_default().push(said);
                }
            }
        }
        for denial in corpus.attributions() {
            let has_actor = denial
                .speaker
                .as_ref()
                .is_some_and(|speaker| speaker.actor.is_some());
            if denial.stance != Stance::Deny || denial.answers.is_some() || !has_actor {
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

    /// The sides that the content mentions.
    fn named(&self, said: &'g CorpusAttribution) -> BTreeSet<&'g Id> {
        said.mentions.iter().map(|actor| self.side(actor)).collect()
    }

    /// The words that two contents share, if they are enough to be about the same thing.
    fn shared(
        &self,
        said: &'g CorpusAttribution,
        denial: &'g CorpusAttribution,
    ) -> Option<Vec<SmolStr>> {
        let negative =
            |found: &CorpusAttribution| found.content_words.iter().any(|word| word == "not");
        let apart = self.is_around(said, denial) || self.is_around(denial, said);
        if apart || negative(said) != negative(denial) || !self.differ(Some(said), Some(denial)) {
            return None;
        }
        let content =
            |found: &CorpusAttribution| found.content_words.len() - usize::from(negative(found));
        let shared: Vec<SmolStr> = (said.content_words.iter())
            .filter(|word| *word != "not" && denial.content_words.contains(word))
            .cloned()
            .collect();
        let least = content(said).min(content(denial));
        // Somebody who rejects *allegations* answers an allegation, so that fewer shared words are enough.
        let half = shared.len() * 2 >= least;
        let third = shared.len() * 3 >= least && denial.cites;
        let near = said.document == denial.document || self.days_apart(said, denial) <= DAYS;
        (shared.len() >= 2 && (half || third) && near).then_some(shared)
    }

    fn is_around(&self, outer: &CorpusAttribution, inner: &CorpusAttribution) -> bool {
        let mut at = Some(inner);
        // The bound ends cycles, which files edited by hand may contain.
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

    /// The number of days between the documents of two attributions; 0 if a date is not known.
    fn days_apart(&self, one: &CorpusAttribution, other: &CorpusAttribution) -> u32 {
        let day = |found: &CorpusAttribution| {
            let date = self.corpus.document(&found.document)?.date.as_deref()?;
            date.parse::<Date>().ok()
        };
        match (day(one), day(other)) {
            (Some(one), Some(other)) => (other - one).get_days().unsigned_abs(),
            _ => 0,
        }
    }

    /// Whether the predicate or an end of the claim is among these words.
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
