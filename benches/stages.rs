//! Words a second of each stage and of the whole, with both engines, on one core.
//!
//! `cargo bench` prints for each stage how many words it takes a second (as items).

mod news;

use std::hint::black_box;

use actant::annotate::{
    Annotated, EngineRequest, Models, annotate, inflect, lemmatize, names, resolve, sentences,
};
use actant::extract::{Extracted, extract};
use actant::graph::Graph;
use actant::merge::Corpus;
use actant::read;
use actant::text::{Document, Sentence};
use divan::Bencher;
use divan::counter::ItemsCount;

/// What the pipeline wants of the engine besides tags and trees.
const WANTED: EngineRequest = EngineRequest {
    names: true,
    vectors: false,
    arcs: true,
};
/// About as long as a long article.
const WORDS: usize = 1_200;

fn main() {
    divan::main();
}

/// The engines that the program has models for.
const ENGINES: [&str; 2] = ["accurate", "fast"];

fn models_with(engine: &str) -> Models {
    let models = match engine {
        "accurate" => Models::accurate(),
        _ => Models::fast(),
    };
    models.expect("the embedded models can be read")
}

/// Models for the stages in which the engine has no part.
fn models() -> Models {
    models_with("fast")
}

fn document() -> Document {
    read::text("sample", news::news(WORDS, 7))
}

fn words(document: &Document) -> ItemsCount {
    ItemsCount::new(document.text.split_whitespace().count())
}

/// The sentences of the sample, tagged and parsed.
fn parsed(models: &Models, document: &Document) -> Vec<Sentence> {
    let mut found = sentences(document, &models.lexicon.cutting);
    models.engine.annotate(&mut found);
    found
}

fn annotated(models: &Models) -> Annotated {
    annotate(document(), models)
}

#[divan::bench(args = ENGINES)]
fn s0_load(bencher: Bencher, engine: &str) {
    bencher.bench(|| models_with(black_box(engine)));
}

#[divan::bench]
fn s1_read_text(bencher: Bencher) {
    let text = news::news(WORDS, 7);
    bencher
        .counter(words(&document()))
        .bench(|| read::text("sample", black_box(text.as_str())));
}

#[divan::bench]
fn s2_sentences_and_tokens(bencher: Bencher) {
    let (models, document) = (models(), document());
    bencher
        .counter(words(&document))
        .bench(|| sentences(black_box(&document), &models.lexicon.cutting));
}

#[divan::bench(args = ENGINES)]
fn s3_tags_and_trees(bencher: Bencher, engine: &str) {
    let (models, document) = (models_with(engine), document());
    let cut = sentences(&document, &models.lexicon.cutting);
    bencher
        .counter(words(&document))
        .with_inputs(|| cut.clone())
        .bench_local_refs(|sentences| models.engine.annotate_with(sentences, WANTED));
}

#[divan::bench]
fn s4_features_and_lemmas(bencher: Bencher) {
    let (models, document) = (models(), document());
    let parsed = parsed(&models, &document);
    bencher
        .counter(words(&document))
        .with_inputs(|| parsed.clone())
        .bench_local_refs(|sentences| {
            for sentence in sentences {
                inflect(sentence, &models.lexicon.inflection);
                lemmatize(sentence, &models.lexicon.inflection);
            }
        });
}

#[divan::bench]
fn s5_names(bencher: Bencher) {
    let (models, document) = (models(), document());
    let parsed = parsed(&models, &document);
    let tagger = names::NameTagger::embedded(false);
    bencher
        .counter(words(&document))
        .with_inputs(|| parsed.clone())
        .bench_local_refs(|sentences| {
            tagger.tag(
                sentences,
                &names::GazetteerFeatures::new(&models.lexicon),
                None,
            )
        });
}

#[divan::bench]
fn s6_mentions_and_actors(bencher: Bencher) {
    let models = models();
    let annotated = annotated(&models);
    let input = || Annotated {
        mentions: Vec::new(),
        actors: Vec::new(),
        ..annotated.clone()
    };
    bencher
        .counter(words(&annotated.document))
        .with_inputs(input)
        .bench_local_refs(|annotated| resolve(annotated, &models.lexicon));
}

#[divan::bench]
fn s7_statements(bencher: Bencher) {
    let models = models();
    let annotated = annotated(&models);
    bencher
        .counter(words(&annotated.document))
        .with_inputs(|| annotated.clone())
        .bench_local_values(|annotated| extract(annotated, &models));
}

#[divan::bench]
fn s8_merge_and_graph(bencher: Bencher) {
    let models = models();
    let extracted: Extracted = extract(annotated(&models), &models);
    bencher
        .counter(words(&extracted.annotated.document))
        .bench_local(|| Graph::build(Corpus::of(black_box(&extracted))));
}

#[divan::bench(args = ENGINES)]
fn whole(bencher: Bencher, engine: &str) {
    let models = models_with(engine);
    let text = news::news(WORDS, 7);
    bencher.counter(words(&document())).bench_local(|| {
        let document = read::text("sample", black_box(text.as_str()));
        let extracted = extract(annotate(document, &models), &models);
        Graph::build(Corpus::of(&extracted))
    });
}
