//! What must hold of every result, whatever the text: spans in the text, trees, indices in range, a graph that can be
//! written and read.

use actant::annotate::Annotated;
use actant::export::record::Recorder;
use actant::export::{ExportOptions, conllu, dot, graphml, json, tsv};
use actant::extract::{Attribution, Extracted, Phrase, Statement, facts};
use actant::graph::{Graph, SelectionOptions};
use actant::merge::Corpus;
use actant::text::{Sentence, Span};
use serde_json::Value;

use crate::models::ACCURATE;

/// Checks one document and everything that can be made of it.
pub(crate) fn check(extracted: &Extracted) {
    let annotated = &extracted.annotated;
    let mut end = 0;
    for sentence in &annotated.sentences {
        check_sentence(annotated, sentence);
        assert!(sentence.span.start >= end, "sentences do not overlap");
        end = sentence.span.end;
    }
    check_mentions(annotated);
    for attribution in &extracted.attributions {
        check_attribution(annotated, attribution);
    }
    for statement in &extracted.statements {
        check_statement(extracted, statement);
    }
    check_record(extracted);
    let graph = Graph::build(Corpus::of(extracted));
    check_graph(&graph);
    let mut text = String::new();
    conllu::write(annotated, &mut text);
    let rows = text.lines().filter(|line| line.split('\t').count() == 10);
    let words: usize = annotated.sentences.iter().map(|one| one.tokens.len()).sum();
    assert!(rows.count() >= words, "CoNLL-U has a row a word");
    let facts = facts(extracted, &ACCURATE.lexicon);
    let mut text = String::new();
    tsv::write(&annotated.document.id, &facts, &mut text);
    let whole = |line: &str| line.split('\t').count() == 6;
    assert!(text.lines().all(whole), "{text:?}");
}

fn check_span(annotated: &Annotated, span: Span, what: &str) {
    let words = annotated.document.text.get(span.range());
    assert!(
        words.is_some_and(|words| !words.is_empty()),
        "{what}: {span:?} holds no words"
    );
}

fn check_sentence(annotated: &Annotated, sentence: &Sentence) {
    check_span(annotated, sentence.span, "sentence");
    let size = sentence.tokens.len();
    assert!(size > 0);
    let mut start = sentence.span.start;
    for token in &sentence.tokens {
        check_span(annotated, token.span, "token");
        assert!(sentence.span.contains(token.span) && token.span.start >= start);
        start = token.span.start;
        assert!(!token.lemma.is_empty() && token.deprel != actant::text::Deprel::Unset);
    }
    let roots = (0..size).filter(|&token| sentence.tokens[token].head.is_none());
    assert_eq!(roots.count(), 1, "a tree has one root");
    for start in 0..size {
        let up = |&token: &usize| sentence.tokens[token].head;
        let steps = std::iter::successors(Some(start), up).take(size + 1);
        assert!(steps.count() <= size, "the tree goes round in a circle");
    }
    for multiword in &sentence.multiword {
        check_span(annotated, multiword.span, "multiword token");
        assert!(multiword.tokens.end <= size && multiword.tokens.len() > 1);
    }
}

fn check_mentions(annotated: &Annotated) {
    for mention in &annotated.mentions {
        check_span(annotated, mention.span, "mention");
        let sentence = &annotated.sentences[mention.sentence];
        assert!(mention.tokens.end <= sentence.tokens.len());
        assert!(mention.tokens.holds(mention.head));
        assert!(sentence.span.contains(mention.span));
        assert!(mention.actor.is_none_or(|one| one < annotated.actors.len()));
    }
    for (index, actor) in annotated.actors.iter().enumerate() {
        assert!(!actor.name.trim().is_empty());
        let owner = |owner: usize| owner < annotated.actors.len() && owner != index;
        assert!(actor.belongs_to.is_none_or(owner));
    }
}

fn check_phrase(annotated: &Annotated, phrase: &Phrase) {
    let size = annotated.sentences[phrase.sentence].tokens.len();
    assert!(phrase.tokens.iter().all(|&token| token < size));
    assert!(phrase.tokens.is_sorted());
    assert!(phrase.head < size);
    assert!(phrase.actor.is_none_or(|one| one < annotated.actors.len()));
    for span in phrase.spans(annotated) {
        check_span(annotated, span, "phrase");
    }
}

fn check_attribution(annotated: &Annotated, attribution: &Attribution) {
    check_phrase(annotated, &attribution.cue);
    if let Some(source) = &attribution.source {
        check_phrase(annotated, source);
    }
    assert!(!attribution.content.is_empty());
    for &span in &attribution.content {
        check_span(annotated, span, "content");
    }
    for pair in attribution.content.windows(2) {
        assert!(pair[0].end <= pair[1].start, "stretches stand in order");
    }
}

fn check_statement(extracted: &Extracted, statement: &Statement) {
    let annotated = &extracted.annotated;
    let arguments = statement.arguments.iter().map(|one| &one.phrase);
    let ends = (statement.edges.iter()).flat_map(|edge| [&edge.source.phrase, &edge.target.phrase]);
    let phrases = [&statement.subject, &statement.relation.phrase];
    for phrase in phrases.into_iter().chain(&statement.object) {
        check_phrase(annotated, phrase);
    }
    for phrase in arguments.chain(ends) {
        check_phrase(annotated, phrase);
    }
    let size = annotated.sentences[statement.sentence].tokens.len();
    let mut cues = (statement.polarity_cues.iter()).chain(&statement.modality_cues);
    assert!(cues.all(|&cue| cue < size));
    assert!((0.0..=1.0).contains(&statement.confidence));
    let around = |index: &usize| {
        let cue = &extracted.attributions[*index].cue;
        let cue = annotated.sentences[cue.sentence].tokens[cue.head].span;
        let mut others = extracted.attributions.iter();
        let holds = |other: &Attribution| other.content.iter().any(|span| span.contains(cue));
        others.by_ref().filter(|other| holds(other)).count()
    };
    let depths: Vec<usize> = statement.attribution.iter().map(around).collect();
    assert!(depths.is_sorted(), "speakers stand outermost first");
}

/// The record has the words at its offsets, counted in code points.
fn check_record(extracted: &Extracted) {
    let record = serde_json::to_value(Recorder::new(extracted).document()).unwrap();
    let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
    let at = |place: &Value| -> String {
        let (start, end) = (place["start"].as_u64(), place["end"].as_u64());
        let place = start.unwrap() as usize..end.unwrap() as usize;
        text[place].iter().collect()
    };
    let list = |value: &Value| value.as_array().unwrap().clone();
    for sentence in list(&record["sentences"]) {
        for token in list(&sentence["tokens"]) {
            assert_eq!(token["text"], at(&token));
        }
    }
    for mention in list(&record["mentions"]) {
        assert!(!at(&mention).is_empty());
    }
    for statement in list(&record["statements"]) {
        for slot in ["subject", "relation", "object"] {
            if statement[slot].is_object() {
                at(&statement[slot]);
            }
        }
        for edge in list(&statement["edges"]) {
            at(&edge["source"]);
            at(&edge["target"]);
        }
    }
}

/// The graph can be written and read, and shown in every form.
pub(crate) fn check_graph(graph: &Graph) {
    let mut file = Vec::new();
    graph.write(&mut file).unwrap();
    let back = Graph::read("memory", &file).unwrap();
    assert!(back == *graph, "a graph read back is the same");
    for claim in graph.claims() {
        assert!(!graph.name(&claim.source).trim().is_empty());
        for step in actant::trace::of_claim(graph, claim) {
            for (span, _) in step.marks() {
                let words = step.sentence.text.get(span.range());
                assert!(words.is_some_and(|words| !words.trim().is_empty()));
            }
        }
    }
    for top in [None, Some(5)] {
        let selection = graph.select(&SelectionOptions {
            top,
            about: Vec::new(),
            depth: 1,
        });
        let mut text = String::new();
        dot::write(&selection, &ExportOptions::default(), &mut text);
        assert!(text.ends_with("}\n"));
        let mut bytes = Vec::new();
        json::write(&selection, &mut bytes).unwrap();
        serde_json::from_slice::<Value>(&bytes).unwrap();
        let mut bytes = Vec::new();
        graphml::write(&selection, &mut bytes).unwrap();
        check_xml(&String::from_utf8(bytes).unwrap());
    }
}

fn check_xml(text: &str) {
    let allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}')
            || c >= '\u{10000}'
    };
    assert!(text.chars().all(allowed), "XML 1.0 has no such letter");
    let mut reader = quick_xml::Reader::from_str(text);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
}
