//! Words for relations in questions and relations: `demand`, `calls for`, `lift * ban`, `"be at war with"`.

use crate::lexicon::FrameLexicon;

use super::{Claim, normalise};

/// Words for a relation, as a user writes them.
///
/// | words | match claims |
/// |---|---|
/// | `demand` | whose predicate or label begins with them: *demand*, *demand action* |
/// | `urge` | whose predicate begins with the key that the frames give them, here *demand* too |
/// | `lift * ban` | as above; `*` stands for any number of words |
/// | `"demand"` | whose predicate is exactly this |
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationWords {
    words: Vec<String>,
    exact: bool,
    /// The key that the frames give them, in words.
    key: Option<Vec<String>>,
}

impl RelationWords {
    /// Parses the words; quotation marks around them make them exact.
    pub fn new(text: &str, frames: &FrameLexicon) -> Self {
        let bare = text.trim();
        let inner = (bare.strip_prefix('"')).and_then(|rest| rest.strip_suffix('"'));
        let name = normalise(inner.unwrap_or(bare));
        let frame = (frames.verb(&name))
            .or_else(|| frames.pair(&name))
            .or_else(|| frames.noun(&name));
        let split = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Self {
            key: frame.map(|frame| split(&frame.key)),
            // `normalise` removes a `*` from the ends; at the end it means nothing, at the start it does.
            words: match bare.starts_with('*') {
                true => split(&format!("* {name}")),
                false => split(&name),
            },
            exact: inner.is_some(),
        }
    }

    /// Whether they match the claim.
    pub fn mean(&self, claim: &Claim) -> bool {
        let predicate: Vec<&str> = claim.predicate.split_whitespace().collect();
        if self.exact {
            return self.words == predicate;
        }
        let label = claim.label().to_lowercase();
        let label: Vec<&str> = label.split_whitespace().collect();
        let key = self.key.as_ref();
        begins(&predicate, &self.words)
            || begins(&label, &self.words)
            || key.is_some_and(|key| begins(&predicate, key))
    }
}

/// Whether `words` begin with `wanted`, where `*` stands for any number of words.
fn begins(words: &[&str], wanted: &[String]) -> bool {
    match wanted.split_first() {
        None => true,
        Some((first, rest)) if first == "*" => {
            (0..=words.len()).any(|skipped| begins(&words[skipped..], rest))
        }
        Some((first, rest)) => match words.split_first() {
            Some((word, words)) => word == first && begins(words, rest),
            None => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::extract::{Modality, Polarity};
    use crate::lexicon::Source;

    fn means(words: &str, predicate: &str) -> bool {
        let frames = FrameLexicon::load(&Source::embedded()).expect("the lists are of their form");
        let claim = Claim {
            id: "c".into(),
            source: "a".into(),
            predicate: predicate.into(),
            target: "b".into(),
            polarity: Polarity::Positive,
            modality: Modality::Asserted,
            evidence: BTreeSet::new(),
        };
        RelationWords::new(words, &frames).mean(&claim)
    }

    #[test]
    fn words_mean_all_predicates_that_begin_with_them() {
        assert!(means("demand", "demand"));
        assert!(means("Demand", "demand action"));
        assert!(!means("demand", "demands"));
        assert!(!means("demand action", "demand"));
    }

    #[test]
    fn other_words_for_the_same_mean_it_too() {
        assert!(means("call for", "demand action"));
        assert!(!means("call off", "demand action"));
    }

    #[test]
    fn a_star_stands_for_any_words_and_quotation_marks_for_no_others() {
        assert!(means("* talk", "host talk"));
        assert!(means("host * talk", "host talk"));
        assert!(means("host * talk", "host third round of talk"));
        assert!(!means("host * talk", "talk"));
        assert!(means("\"demand\"", "demand") && !means("\"demand\"", "demand action"));
    }
}
