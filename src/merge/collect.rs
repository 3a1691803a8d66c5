//! One extracted document → a corpus of its own.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use crate::annotate::MentionKind;
use crate::extract::time::TimeValue;
use crate::extract::{Edge, EdgeEnd, Extracted, Phrase, Statement};
use crate::text::{ActorType, CharIndex, Chars, EntityType, LineIndex, Span, Upos};

use super::key::{actor_id, owner_of, thing_id};
use super::predicate::predicate;
use super::{
    Actor, Attribution, Claim, Corpus, Evidence, EvidenceTime, Id, Seen, Sketch, SourceDocument,
    SourceSentence, Speaker, id,
};

/// Walks over one document and fills a corpus.
pub(super) struct Collector<'a> {
    extracted: &'a Extracted,
    chars: CharIndex<'a>,
    lines: LineIndex<'a>,
    document: Id,
    /// The id of each of the document's actors.
    actors: Vec<Id>,
    /// The id of each of the document's attributions.
    attributions: Vec<Id>,
    corpus: Corpus,
}

impl<'a> Collector<'a> {
    pub(super) fn new(extracted: &'a Extracted) -> Self {
        let annotated = &extracted.annotated;
        let document = &annotated.document;
        let sha256 = id::sha256(&document.text);
        let document_id = Id::of('d', &[&document.id, &sha256]);
        let actors = (0..annotated.actors.len())
            .map(|index| actor_id(annotated, &document_id, index))
            .collect();
        let record = SourceDocument {
            id: document_id.clone(),
            name: document.id.clone(),
            title: document.title.clone(),
            date: document.date.clone(),
            source: document.source.clone(),
            author: document.author.clone(),
            url: document.url.clone(),
            path: document
                .path
                .as_ref()
                .map(|path| path.display().to_string()),
            sha256,
            lines_are_the_files: document.lines_are_the_files,
            sentences: annotated.sentences.len(),
            sketch: Sketch::of(annotated),
        };
        let mut corpus = Corpus::default();
        corpus.documents.insert(document_id.clone(), record);
        let mut collector = Self {
            extracted,
            chars: CharIndex::new(&document.text),
            lines: LineIndex::new(&document.text),
            document: document_id,
            actors,
            attributions: Vec::new(),
            corpus,
        };
        collector.attributions = (extracted.attributions.iter())
            .map(|attribution| collector.attribution_id(attribution))
            .collect();
        collector
    }

    pub(super) fn corpus(mut self) -> Corpus {
        let extracted = self.extracted;
        self.add_actors();
        for index in 0..extracted.attributions.len() {
            self.add_attribution(index);
        }
        for statement in &extracted.statements {
            for edge in &statement.edges {
                self.add_claim(statement, edge);
            }
        }
        self.corpus
    }

    fn add_actors(&mut self) {
        let annotated = &self.extracted.annotated;
        for (index, actor) in annotated.actors.iter().enumerate() {
            let seen = Seen {
                name: actor.name.clone(),
                kind: actor.kind,
                named: actor.named,
                mentions: 0,
                names: actor
                    .aliases
                    .iter()
                    .map(|alias| (alias.clone(), 0))
                    .collect(),
                joined: BTreeMap::new(),
                titles: actor.titles.iter().cloned().collect(),
                belongs_to: owner_of(annotated, actor)
                    .map(|owner| self.actors[owner].clone())
                    .filter(|owner| *owner != self.actors[index]),
            };
            let known = actor.known.clone();
            self.see(self.actors[index].clone(), known, false, seen);
        }
        for mention in &annotated.mentions {
            let Some(id) = mention.actor.and_then(|actor| self.actors.get(actor)) else {
                continue;
            };
            let named = self.extracted.annotated.actors[mention.actor.unwrap_or_default()].named;
            let actor = self.corpus.actors.get_mut(id);
            let Some(seen) = actor.and_then(|actor| actor.seen.get_mut(&self.document)) else {
                continue;
            };
            seen.mentions += 1;
            let words = annotated.slice(mention.span).split_whitespace();
            let name = words.collect::<Vec<_>>().join(" ");
            if let Some(rule) = mention.join {
                let words = match mention.kind {
                    MentionKind::Pronoun => name.to_lowercase(),
                    _ => name.clone(),
                };
                let counts = seen.joined.entry(rule.as_str().into()).or_default();
                *counts.entry(words).or_default() += 1;
            }
            // `the group` is no name of an army, but `security officials` is all the name that they have.
            if mention.kind == MentionKind::Name || (!named && mention.kind == MentionKind::Nominal)
            {
                *seen.names.entry(name).or_default() += 1;
            }
        }
    }

    /// Notes what this document says of an actor; two of its actors under one key become one.
    fn see(&mut self, id: Id, known: Option<String>, thing: bool, seen: Seen) {
        let actor = self
            .corpus
            .actors
            .entry(id.clone())
            .or_insert_with(|| Actor {
                id,
                known,
                thing,
                seen: BTreeMap::new(),
            });
        match actor.seen.get_mut(&self.document) {
            None => {
                actor.seen.insert(self.document.clone(), seen);
            }
            Some(before) => {
                before.mentions += seen.mentions;
                before.titles.extend(seen.titles);
                for (name, count) in seen.names {
                    *before.names.entry(name).or_default() += count;
                }
                for (rule, words) in seen.joined {
                    let counts = before.joined.entry(rule).or_default();
                    for (words, count) in words {
                        *counts.entry(words).or_default() += count;
                    }
                }
            }
        }
    }

    fn add_attribution(&mut self, index: usize) {
        let annotated = &self.extracted.annotated;
        let found = &self.extracted.attributions[index];
        let speaker = self.somebody(found.source.as_ref(), &found.speakers);
        let addressee = self.somebody(found.addressee.as_ref(), &found.addressees);
        let inside = |span: Span| found.content.iter().any(|content| content.contains(span));
        let mentions = (annotated.mentions.iter())
            .filter(|mention| inside(mention.span))
            .filter_map(|mention| self.actors.get(mention.actor?).cloned())
            .collect();
        let holding: Vec<usize> = (0..annotated.sentences.len())
            .filter(|&sentence| {
                let span = annotated.sentences[sentence].span;
                found.content.iter().any(|content| content.overlaps(span))
            })
            .collect();
        let content_sentences = holding
            .into_iter()
            .map(|sentence| self.add_sentence(sentence))
            .collect();
        let attribution = Attribution {
            id: self.attributions[index].clone(),
            document: self.document.clone(),
            sentence: self.add_sentence(found.cue.sentence),
            speaker,
            cue: self.places(&found.cue),
            content: found
                .content
                .iter()
                .map(|&span| self.chars.chars(span))
                .collect(),
            content_sentences,
            mode: found.mode,
            kind: found.kind,
            addressee,
            stance: found.stance,
            denies: found.denies,
            within: self.other(index, found.within),
            answers: self.other(index, found.answers),
            cites: found.cites,
            gist: found.gist.clone(),
            claims: BTreeSet::new(),
            mentions,
        };
        self.corpus
            .attributions
            .insert(attribution.id.clone(), attribution);
    }

    /// Those who say something or are told it.
    fn somebody(&mut self, phrase: Option<&Phrase>, members: &[usize]) -> Option<Speaker> {
        let phrase = phrase?;
        let mut actors: Vec<Id> = Vec::new();
        for actor in self.actor_of(phrase).iter().chain(members) {
            let id = self.actors.get(*actor).filter(|id| !actors.contains(id));
            actors.extend(id.cloned());
        }
        let mut actors = actors.into_iter();
        Some(Speaker {
            actor: actors.next(),
            others: actors.collect(),
            words: self.places(phrase),
            sentence: self.add_sentence(phrase.sentence),
        })
    }

    /// The id of another attribution of the document; two of the same words and places are one.
    fn other(&self, index: usize, other: Option<usize>) -> Option<Id> {
        let id = self.attributions.get(other?)?;
        (*id != self.attributions[index]).then(|| id.clone())
    }

    fn add_claim(&mut self, statement: &Statement, edge: &Edge) {
        let Some(source) = self.end(&edge.source) else {
            return;
        };
        let Some(target) = self.end(&edge.target) else {
            return;
        };
        let relation = &statement.relation;
        let predicate = predicate(&self.extracted.annotated, statement, edge);
        if predicate.is_empty() {
            return;
        }
        let evidence = Evidence {
            document: self.document.clone(),
            sentence: self.add_sentence(statement.sentence),
            relation: self.places(&relation.phrase),
            source: self.places(&edge.source.phrase),
            target: self.places(&edge.target.phrase),
            label: edge.label.as_str().into(),
            attribution: (statement.attribution.iter())
                .filter_map(|&index| self.attributions.get(index).cloned())
                .collect(),
            denied_by: self.deniers(statement),
            event: relation.event.map(|event| event.as_str().into()),
            time: statement.time().map(time),
            mode: relation.mode.clone(),
            extractor: statement.extractor.clone(),
            inferred: edge.inferred.clone(),
            confidence: (statement.confidence.clamp(0.0, 1.0) * 1000.0).round() as u16,
            predicate: SmolStr::default(),
        };
        let id = Claim::id_of(
            &source,
            &predicate,
            &target,
            statement.polarity,
            statement.modality,
        );
        for attribution in evidence.attribution.iter().chain(&evidence.denied_by) {
            if let Some(attribution) = self.corpus.attributions.get_mut(attribution) {
                attribution.claims.insert(id.clone());
            }
        }
        let claim = self
            .corpus
            .claims
            .entry(id.clone())
            .or_insert_with(|| Claim {
                id,
                source,
                predicate,
                target,
                polarity: statement.polarity,
                modality: statement.modality,
                evidence: BTreeSet::new(),
            });
        claim.evidence.insert(evidence);
    }

    /// The attributions that reject the statement: those of its chain, and any other with it in their content.
    fn deniers(&self, statement: &Statement) -> Vec<Id> {
        let place = statement.relation.phrase.span(&self.extracted.annotated);
        (self.extracted.attributions.iter().enumerate())
            .filter(|(_, attribution)| attribution.denies)
            .filter(|(index, attribution)| {
                let mut content = attribution.content.iter();
                statement.attribution.contains(index)
                    || (!place.is_empty() && content.any(|content| content.contains(place)))
            })
            .map(|(index, _)| self.attributions[index].clone())
            .collect()
    }

    /// The node for one end of an edge; `None` for a pronoun that stands for nobody known, which would make one node
    /// of all that is called `it`.
    fn end(&mut self, end: &EdgeEnd) -> Option<Id> {
        if let Some(actor) = self.actor_of(&end.phrase) {
            return Some(self.actors[actor].clone());
        }
        let sentence = self.extracted.annotated.sentences.get(end.phrase.sentence);
        let head = sentence.and_then(|sentence| sentence.tokens.get(end.phrase.head));
        let pronoun =
            !end.phrase.tokens.is_empty() && head.is_some_and(|head| head.upos == Upos::Pron);
        let name = end.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let head = head.map(|head| head.span);
        let mut ignored = self.extracted.annotated.ignored.iter();
        let ignored = head.is_some_and(|head| ignored.any(|span| span.contains(head)));
        // `she is 78`: how many is nobody and nothing.
        let mut amounts = self.extracted.annotated.mentions_in(end.phrase.sentence);
        let amount = amounts.any(|mention| {
            mention.entity == EntityType::Quantity && mention.head == end.phrase.head
        });
        if pronoun || ignored || amount || name.is_empty() {
            return None;
        }
        let id = thing_id(&name);
        let seen = Seen {
            names: BTreeMap::from([(name.clone(), 1)]),
            name,
            kind: ActorType::Other,
            named: false,
            mentions: 1,
            joined: BTreeMap::new(),
            titles: BTreeSet::new(),
            belongs_to: None,
        };
        self.see(id.clone(), None, true, seen);
        Some(id)
    }

    /// The actor that a phrase stands for, as the extractor has it or as its head word is mentioned.
    fn actor_of(&self, phrase: &Phrase) -> Option<usize> {
        let by_head = || {
            let some = !phrase.tokens.is_empty();
            some.then(|| {
                self.extracted
                    .annotated
                    .actor_of(phrase.sentence, phrase.head)
            })
            .flatten()
        };
        let actor = phrase.actor.or_else(by_head);
        actor.filter(|&actor| actor < self.actors.len())
    }

    fn add_sentence(&mut self, index: usize) -> Id {
        let annotated = &self.extracted.annotated;
        let span = annotated
            .sentences
            .get(index)
            .map_or(Span::default(), |sentence| sentence.span);
        let place = self.chars.chars(span);
        let (start, end) = (place.start.to_string(), place.end.to_string());
        let id = Id::of('t', &[self.document.as_str(), &start, &end]);
        if !self.corpus.sentences.contains_key(&id) {
            let (line, column) = self.lines.line_column(span.start);
            let sentence = SourceSentence {
                id: id.clone(),
                document: self.document.clone(),
                span: place,
                line,
                column,
                text: annotated.slice(span).to_owned(),
            };
            self.corpus.sentences.insert(id.clone(), sentence);
        }
        id
    }

    fn attribution_id(&self, attribution: &crate::extract::Attribution) -> Id {
        let spans = |phrase: &Phrase| format!("{:?}", self.places(phrase));
        let cue = spans(&attribution.cue);
        let speaker = attribution.source.as_ref().map(spans).unwrap_or_default();
        let content = format!("{:?}", attribution.content);
        Id::of('q', &[self.document.as_str(), &cue, &speaker, &content])
    }

    fn places(&self, phrase: &Phrase) -> Vec<Span<Chars>> {
        let spans = phrase.spans(&self.extracted.annotated);
        spans
            .into_iter()
            .map(|span| self.chars.chars(span))
            .collect()
    }
}

fn time(value: &TimeValue) -> EvidenceTime {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string().into());
    EvidenceTime {
        value: value.as_str().into(),
        first: day(value.first()),
        last: day(value.last()),
    }
}
