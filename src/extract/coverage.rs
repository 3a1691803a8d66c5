//! Which predicates no frame knows: what the lists under `data/frames` still lack.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use crate::lexicon::FrameLexicon;

use super::{Extracted, Statement, StatementKind};

/// How far the frames reach in some documents. Of several documents the counts add up; see [`merge`](Self::merge).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Coverage {
    /// Statements of verbs and of nouns of acts that put an edge into the graph.
    pub statements: usize,
    /// Of these, those whose verb or noun a frame knows.
    pub framed: usize,
    /// Of these, those that are a political event.
    pub events: usize,
    /// The predicates that no frame knows.
    pub unmapped: BTreeMap<SmolStr, Unmapped>,
}

/// A predicate that no frame knows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unmapped {
    /// How many statements have it.
    pub count: usize,
    /// The first sentence that has it.
    pub example: String,
    /// Its document.
    pub document: String,
}

impl Coverage {
    /// How far the frames reach in one document.
    pub fn of(extracted: &Extracted, frames: &FrameLexicon) -> Self {
        let mut coverage = Self::default();
        for statement in &extracted.statements {
            if statement.edges.is_empty() || !is_stated(statement) {
                continue;
            }
            let event = statement.relation.event.is_some();
            let framed = event || is_framed(extracted, statement, frames);
            coverage.count(framed, event, &statement.relation.predicate, || {
                let sentence = &extracted.annotated.sentences[statement.sentence];
                let words = extracted.annotated.slice(sentence.span).split_whitespace();
                let example = words.collect::<Vec<_>>().join(" ");
                (example, extracted.annotated.document.id.clone())
            });
        }
        coverage
    }

    /// Counts a statement; `example` gives its sentence and the document's id.
    pub fn count(
        &mut self,
        mapped: bool,
        event: bool,
        predicate: &SmolStr,
        example: impl FnOnce() -> (String, String),
    ) {
        self.statements += 1;
        self.framed += usize::from(mapped);
        self.events += usize::from(event);
        if mapped {
            return;
        }
        if let Some(known) = self.unmapped.get_mut(predicate) {
            known.count += 1;
        } else {
            let (example, document) = example();
            let unmapped = Unmapped {
                count: 1,
                example,
                document,
            };
            self.unmapped.insert(predicate.clone(), unmapped);
        }
    }

    /// Adds up two; of examples that of the first stays.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.statements += other.statements;
        self.framed += other.framed;
        self.events += other.events;
        for (predicate, unmapped) in other.unmapped {
            match self.unmapped.get_mut(&predicate) {
                Some(known) => known.count += unmapped.count,
                None => {
                    self.unmapped.insert(predicate, unmapped);
                }
            }
        }
        self
    }

    /// The unmapped predicates, the most frequent first.
    pub fn by_frequency(&self) -> Vec<(&SmolStr, &Unmapped)> {
        let mut list: Vec<_> = self.unmapped.iter().collect();
        list.sort_by_key(|(_, unmapped)| std::cmp::Reverse(unmapped.count));
        list
    }
}

/// Whether words of the text state it: what titles, places and appositions imply needs no frame.
fn is_stated(statement: &Statement) -> bool {
    !matches!(
        statement.kind,
        StatementKind::Apposition
            | StatementKind::Location
            | StatementKind::Membership
            | StatementKind::Title
    )
}

/// Whether a frame knows the statement's verb or noun, alone or with its object and prepositions.
fn is_framed(extracted: &Extracted, statement: &Statement, frames: &FrameLexicon) -> bool {
    let tokens = &extracted.annotated.sentences[statement.sentence].tokens;
    let lemma = |token: usize| -> String {
        let token = tokens.get(token);
        token.map_or_else(String::new, |token| token.lemma.to_lowercase())
    };
    let relation = &statement.relation;
    let verb = relation.lemma.to_lowercase();
    let head = lemma(relation.phrase.head);
    let alone = [verb.as_str(), head.as_str()];
    if alone.iter().any(|words| {
        frames.verb(words).is_some()
            || frames.noun(words).is_some()
            || frames.operator(words).is_some()
    }) {
        return true;
    }
    let object = statement.object.iter();
    let mut with_nouns = object.map(|object| format!("{verb} {}", lemma(object.head)));
    let mut with_prepositions = (statement.arguments.iter()).flat_map(|argument| {
        let marker = argument.marker.to_lowercase();
        let noun = lemma(argument.phrase.head);
        [
            format!("{verb} {marker}"),
            format!("{verb} {marker} {noun}"),
        ]
    });
    with_nouns.any(|words| frames.pair(&words).is_some())
        || with_prepositions
            .any(|words| frames.verb(&words).is_some() || frames.pair(&words).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample::extracted;
    use crate::lexicon::Source;

    #[test]
    fn what_no_frame_knows_is_counted_and_shown() {
        let frames = FrameLexicon::load(&Source::embedded()).expect("the lists are of their form");
        let rows = |verb: &str, lemma: &str| {
            extracted(&format!(
                "Envoys envoy NOUN NNS 2 nsubj
                {verb} {lemma} VERB VBD 0 root
                ministers minister NOUN NNS 2 obj"
            ))
        };
        let unknown = Coverage::of(&rows("zigzagged", "zigzag"), &frames);
        let known = Coverage::of(&rows("warned", "warn"), &frames);
        assert_eq!((unknown.statements, unknown.framed), (1, 0));
        assert_eq!((known.statements, known.framed, known.events), (1, 1, 1));
        let both = known.merge(unknown.clone()).merge(unknown);
        assert_eq!((both.statements, both.framed), (3, 1));
        let (predicate, unmapped) = both.by_frequency()[0];
        assert_eq!((predicate.as_str(), unmapped.count), ("zigzag", 2));
        assert!(unmapped.example.starts_with("Envoys zigzagged"));
    }
}
