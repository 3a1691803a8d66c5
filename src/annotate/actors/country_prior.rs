//! How often a document mentions each state, to resolve names with several meanings: `Georgia`, `Congo`, `the
//! Congress`.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use crate::annotate::MentionKind;
use crate::annotate::mentions::{MentionCandidate, bare};
use crate::lexicon::{Known, Lexicon, NameForm, Sense};
use crate::text::{ActorType, EntityType, Tree};

/// How often the unambiguous names of a document refer to each state.
#[derive(Debug, Clone, Default)]
pub(super) struct CountryPrior {
    /// By state: all of its names, its own among them.
    of_state: BTreeMap<SmolStr, usize>,
    /// By state: places inside, its capital left out. A text about a state of the USA names others, a text about the
    /// USA alone does not.
    inside: BTreeMap<SmolStr, usize>,
    /// By state and name: how many of the state's names are this one.
    words: BTreeMap<(SmolStr, SmolStr), usize>,
}

impl CountryPrior {
    pub(super) fn new(trees: &[Tree<'_>], found: &[MentionCandidate], lexicon: &Lexicon) -> Self {
        let mut country_prior = Self::default();
        let names = found
            .iter()
            .filter(|found| found.mention.kind == MentionKind::Name);
        for found in names {
            let mention = &found.mention;
            let tokens = &trees[mention.sentence].sentence().tokens[mention.tokens.range()];
            let tokens = bare(tokens, lexicon);
            let name = lexicon.gazetteer.longest_at(tokens, 0);
            let Some(name) = name.filter(|name| name.tokens == tokens.len()) else {
                continue;
            };
            let sense = name.best();
            let states = || name.senses.iter().map(|sense| &sense.known.state);
            let one = states().all(|state| *state == sense.known.state);
            if sense.ambiguous || !one {
                continue;
            }
            if let Some(state) = &sense.known.state {
                country_prior.note(state, &sense);
                if let [only] = tokens {
                    let key = (state.clone(), only.form.clone());
                    *country_prior.words.entry(key).or_default() += 1;
                }
            }
        }
        country_prior
    }

    fn note(&mut self, state: &SmolStr, sense: &Sense<'_>) {
        *self.of_state.entry(state.clone()).or_default() += 1;
        let place = matches!(
            sense.known.entity,
            EntityType::Gpe | EntityType::Loc | EntityType::Fac
        );
        let inner =
            place && sense.known.actor != ActorType::State && sense.known.detail != "capital";
        if inner && sense.form != NameForm::Metonym {
            *self.inside.entry(state.clone()).or_default() += 1;
        }
    }

    /// How often the document refers to the state of a known entity, or to places inside it.
    pub(super) fn weight(&self, known: &Known) -> usize {
        let Some(state) = &known.state else { return 0 };
        let counts = match known.actor {
            ActorType::Place if known.detail != "capital" => &self.inside,
            _ => &self.of_state,
        };
        counts.get(state).copied().unwrap_or(0)
    }

    /// The same without the mentions by this one word.
    pub(super) fn weight_without(&self, known: &Known, word: &str) -> usize {
        let Some(state) = &known.state else { return 0 };
        let own = self.words.get(&(state.clone(), word.into()));
        let all = self.of_state.get(state).copied().unwrap_or(0);
        all.saturating_sub(own.copied().unwrap_or(0))
    }

    /// The first meaning, if that is beyond doubt; else the one of which the document speaks most. Where it speaks of
    /// none, or of two alike, places and people are what comes first in the lists, and an organisation is nobody unless
    /// one of its meanings is clear.
    pub(super) fn choose<'l>(&self, senses: &[Sense<'l>]) -> Option<Sense<'l>> {
        let first = *senses.first()?;
        let other = |sense: &Sense<'_>| {
            sense.known.state != first.known.state || sense.known.actor != first.known.actor
        };
        if !senses.iter().any(other) {
            return Some(first);
        }
        if !first.ambiguous {
            // `Birmingham` in a text about Alabama: two other places of the state are enough.
            let mut elsewhere = senses
                .iter()
                .filter(|sense| self.weight(first.known) == 0 && self.weight(sense.known) > 1);
            let one = elsewhere.next().copied();
            return one.filter(|_| elsewhere.next().is_none()).or(Some(first));
        }
        let most = senses.iter().map(|sense| self.weight(sense.known)).max()?;
        let mut best = senses
            .iter()
            .filter(|sense| self.weight(sense.known) == most);
        let one = best.next().copied();
        let alone = best.all(|sense| Some(sense.known) == one.map(|one| one.known));
        match (most > 0 && alone, first.known.entity) {
            (true, _) => one,
            (false, EntityType::Org) => senses.iter().find(|sense| !sense.ambiguous).copied(),
            (false, _) => Some(first),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    fn chosen(states: &[(&str, usize)], inside: &[(&str, usize)], name: &str) -> Option<String> {
        let lexicon = Lexicon::load(&Source::embedded()).expect("the lists are well-formed");
        let counts = |counts: &[(&str, usize)]| {
            let counts = counts.iter();
            counts
                .map(|&(state, count)| (state.into(), count))
                .collect()
        };
        let country_prior = CountryPrior {
            of_state: counts(states),
            inside: counts(inside),
            words: BTreeMap::new(),
        };
        let found = lexicon.gazetteer.find(name).expect(name);
        let own = |sense: &&Sense<'_>| matches!(sense.form, NameForm::Name | NameForm::Acronym);
        let senses: Vec<Sense<'_>> = found.senses.iter().filter(own).copied().collect();
        country_prior
            .choose(&senses)
            .map(|sense| sense.known.id.to_string())
    }

    #[test]
    fn a_name_of_two_places_is_the_one_that_the_document_speaks_of() {
        assert_eq!(
            chosen(&[("USA", 4), ("GEO", 1)], &[], "Georgia").as_deref(),
            Some("state/GEO")
        );
        assert_eq!(
            chosen(&[("USA", 4)], &[("USA", 3)], "Georgia").as_deref(),
            Some("place/USA/Georgia")
        );
        assert_eq!(chosen(&[], &[], "Georgia").as_deref(), Some("state/GEO"));
        assert_eq!(
            chosen(&[("COG", 2)], &[], "Congo").as_deref(),
            Some("state/COG")
        );
        assert_eq!(
            chosen(&[("COD", 1), ("COG", 1)], &[], "Congo").as_deref(),
            Some("state/COD")
        );
    }

    #[test]
    fn an_organisation_of_two_states_is_nobody_unless_the_document_tells() {
        assert_eq!(
            chosen(&[("IND", 2), ("USA", 1)], &[], "Congress").as_deref(),
            Some("organisation/Indian National Congress")
        );
        assert_eq!(
            chosen(&[("USA", 2)], &[], "Congress").as_deref(),
            Some("organisation/United States Congress")
        );
        assert_eq!(chosen(&[("IND", 1), ("USA", 1)], &[], "Congress"), None);
        assert_eq!(chosen(&[], &[], "Congress"), None);
    }
}
