//! The parts under which the list of operators names words.

use super::LexiconError;
use super::source::ListEntry;

/// The part of speech under which a list of cues names a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// An auxiliary: marks its own clause.
    Auxiliary,
    /// An adverb: marks its own clause.
    Adverb,
    /// A determiner or pronoun: marks the clause of its noun.
    Determiner,
    /// A preposition: marks what follows it.
    Preposition,
    /// A verb: marks the clause that depends on it.
    Verb,
    /// A verb: marks the infinitive that depends on it (*told them to go*), but no other clause.
    Infinitive,
    /// A verb in the passive: marks the clause that depends on it (*is said to*).
    Passive,
    /// An adjective: marks the clause that depends on it.
    Adjective,
    /// A noun: marks the clause that depends on it.
    Noun,
    /// A conjunction: marks the clause that it opens.
    Conjunction,
    /// An auxiliary before its subject that makes its clause a condition: *had they left*.
    Inversion,
    /// A verb: marks the `-ing` form that depends on it, but no other clause.
    Gerund,
    /// A verb: marks the clause in the subjunctive that depends on it (*insisted that he go*).
    Subjunctive,
    /// A verb: marks the infinitive behind it that tells what came of it (*won to become champion*).
    Result,
    /// An adverb of degree: marks the infinitive that depends on what it belongs to (*too weak to go*).
    Degree,
    /// A word that is said of a clause or of the noun of a content: *the claim is wrong*.
    Predicate,
    /// A verb: marks the act or content that its object names.
    Object,
    /// An adjective: marks the act or content that its noun names.
    Attribute,
}

impl Part {
    /// The part with this name in a list.
    pub(super) fn parse(entry: &ListEntry<'_>, name: &str) -> Result<Self, LexiconError> {
        Ok(match name {
            "auxiliary" => Self::Auxiliary,
            "adverb" => Self::Adverb,
            "determiner" => Self::Determiner,
            "preposition" => Self::Preposition,
            "verb" => Self::Verb,
            "infinitive" => Self::Infinitive,
            "passive" => Self::Passive,
            "adjective" => Self::Adjective,
            "noun" => Self::Noun,
            "conjunction" => Self::Conjunction,
            "inversion" => Self::Inversion,
            "gerund" => Self::Gerund,
            "subjunctive" => Self::Subjunctive,
            "result" => Self::Result,
            "degree" => Self::Degree,
            "predicate" => Self::Predicate,
            "object" => Self::Object,
            "attribute" => Self::Attribute,
            other => return Err(entry.malformed(format!("part `{other}` is not known"))),
        })
    }
}
