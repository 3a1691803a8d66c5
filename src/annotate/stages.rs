//! The stages of annotation in their order.

use crate::lexicon::Lexicon;
use crate::text::{Document, Sentence, Span, Token, Tree};

use super::actors::{self, DocumentContext};
use super::coreference::{self, AntecedentChooser, PronounScorer};
use super::mend::{mend_trees, open_circles};
use super::mentions::{self, MentionCandidate};
use super::names::{GazetteerFeatures, NameTagger};
use super::{Annotated, EngineRequest, Models, Quotations, TokenRows, circumstances};

/// Annotates a document: sentences, tokens, tags, trees, lemmas, names, mentions and actors.
pub fn annotate(document: Document, models: &Models) -> Annotated {
    let mut scorer = PronounScorer::embedded();
    let (mut annotated, rows) = read_words(document, models, true);
    let known = rows
        .as_ref()
        .filter(|_| scorer.knows(&models.engine.name()));
    resolve_with(&mut annotated, &models.lexicon, known, &mut scorer);
    annotated.vectors = rows;
    annotated
}

/// Sentences, tokens, tags, mended trees, lemmas and names, but no mentions and actors yet; and the engine's vectors, if wanted.
pub(crate) fn read_words(
    document: Document,
    models: &Models,
    vectors: bool,
) -> (Annotated, Option<TokenRows>) {
    let mut document = document;
    let mut sentences = match document.given.as_mut() {
        Some(given) => {
            let mut sentences = std::mem::take(&mut given.sentences);
            if !models.engine.keeps_given() {
                clear(&mut sentences);
            }
            sentences
        }
        None => super::sentences(&document, &models.lexicon.cutting),
    };
    let wanted = EngineRequest {
        names: true,
        vectors,
        arcs: true,
    };
    let output = models.engine.annotate_with(&mut sentences, wanted);
    for sentence in &mut sentences {
        super::inflect(sentence, &models.lexicon.inflection);
        super::lemmatize(sentence, &models.lexicon.inflection);
    }
    let lists = GazetteerFeatures::new(&models.lexicon);
    let scores = output.names.as_ref();
    NameTagger::embedded(scores.is_some()).tag(&mut sentences, &lists, scores);
    let mended = if models.engine.keeps_given() {
        sentences.iter_mut().for_each(open_circles);
        Vec::new()
    } else {
        mend_trees(&mut sentences)
    };
    let annotated = Annotated {
        document,
        sentences,
        mended,
        arcs: output.arcs,
        ..Annotated::default()
    };
    (annotated, output.vectors)
}

/// Finds the quotations and mentions of a document and the actors that the mentions stand for; those that were there are
/// replaced.
pub fn resolve(annotated: &mut Annotated, lexicon: &Lexicon) {
    resolve_with(annotated, lexicon, None, &mut PronounScorer::embedded());
}

/// As [`resolve`], with the vectors of the engine and what chooses the antecedents of pronouns.
pub(crate) fn resolve_with(
    annotated: &mut Annotated,
    lexicon: &Lexicon,
    vectors: Option<&TokenRows>,
    chooser: &mut dyn AntecedentChooser,
) {
    let trees: Vec<Tree<'_>> = annotated.sentences.iter().map(Tree::new).collect();
    let found = trees.iter().enumerate();
    let mut found: Vec<MentionCandidate> = found
        .flat_map(|(number, tree)| mentions::find(number, tree, lexicon))
        .collect();
    let ignored = ignored(&annotated.document, &mut found, lexicon);
    let quotations = Quotations::find(&annotated.document, &annotated.sentences);
    let document = &annotated.document;
    let mut context = DocumentContext::new(document, &trees, &quotations, lexicon, found, vectors);
    let mut table = actors::assign(&mut context);
    coreference::assign(&mut context, &mut table, chooser);
    let (mentions, actors) = table.finish(context.into_mentions());
    annotated.mentions = circumstances::add(mentions, &trees, lexicon);
    annotated.actors = actors;
    annotated.quotations = quotations;
    annotated.ignored = ignored;
}

/// Clears what the engine and the lemmatizer fill in.
fn clear(sentences: &mut [Sentence]) {
    for token in sentences
        .iter_mut()
        .flat_map(|sentence| &mut sentence.tokens)
    {
        *token = Token {
            span: token.span,
            form: std::mem::take(&mut token.form),
            space_after: token.space_after,
            ..Token::default()
        };
    }
}

/// Removes the names that the user ignores, and returns their spans.
fn ignored(document: &Document, found: &mut Vec<MentionCandidate>, lexicon: &Lexicon) -> Vec<Span> {
    let mut ignored = Vec::new();
    if lexicon.decisions.ignores_any() {
        found.retain(|found| {
            let span = found.mention.span;
            let words = document.slice(span);
            let bare = words.strip_prefix("the ").or(words.strip_prefix("The "));
            let name = bare.unwrap_or(words);
            let owned = name.strip_suffix("'s").or(name.strip_suffix("’s"));
            let name = owned.unwrap_or(name);
            let drop = lexicon.decisions.ignores(name);
            if drop {
                ignored.push(span);
            }
            !drop
        });
    }
    ignored
}
