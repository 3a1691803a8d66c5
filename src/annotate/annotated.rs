//! A document with all that is known about its words.

use crate::text::{Document, Sentence, Span, Token};

use super::actors::resolve_with;
use super::coreference::Scorer;
use super::mend::{MendedArc, mend_trees, open_circles};
use super::names::{Hints, NameTagger};
use super::{LocalActor, Mention, Models, Quotations, TokenRows, Wanted};

/// A document with its sentences, the mentions in them and the actors that these stand for.
#[derive(Debug, Clone, Default)]
pub struct Annotated {
    /// The document as it was read.
    pub document: Document,
    /// Its sentences in the order of the text.
    pub sentences: Vec<Sentence>,
    /// Every mention of an actor, by place in the text; of two that start together the longer comes first.
    pub mentions: Vec<Mention>,
    /// The actors of this document; [`Mention::actor`] is an index into them.
    pub actors: Vec<LocalActor>,
    /// Its quotations.
    pub quotations: Quotations,
    /// Names that the user wants to stand for nobody, in the order of the text.
    pub ignored: Vec<Span>,
    /// The arcs that the parser had wrong and that were replaced, by place in the text.
    pub mended: Vec<MendedArc>,
    /// How sure the engine is of each token's head, and of its relation to it, if it tells.
    pub arcs: Option<TokenRows>,
    /// What the engine makes of each token, where it tells: of use until statements are extracted, which takes it out.
    pub vectors: Option<TokenRows>,
}

impl Annotated {
    /// The words of the text at `span`.
    pub fn slice(&self, span: Span) -> &str {
        self.document.slice(span)
    }

    /// The mentions in the sentence with this index.
    pub fn mentions_in(&self, sentence: usize) -> impl Iterator<Item = &Mention> {
        self.mentions
            .iter()
            .filter(move |mention| mention.sentence == sentence)
    }

    /// The actor that the token stands for: that of the smallest mention whose head it is, if any.
    pub fn actor_of(&self, sentence: usize, token: usize) -> Option<usize> {
        let mentions = self
            .mentions_in(sentence)
            .filter(|mention| mention.head == token && mention.actor.is_some());
        mentions
            .min_by_key(|mention| mention.span.len())
            .and_then(|mention| mention.actor)
    }
}

/// Annotates a document: sentences, tokens, tags, trees, lemmas, names, quotations, mentions and actors.
pub fn annotate(document: Document, models: &Models) -> Annotated {
    let mut scorer = Scorer::embedded();
    let (mut annotated, rows) = read_words(document, models, true);
    let known = rows
        .as_ref()
        .filter(|_| scorer.knows(&models.engine.name()));
    resolve_with(&mut annotated, &models.lexicon, known, &mut scorer);
    annotated.vectors = rows;
    annotated
}

/// Sentences, tokens, tags, mended trees, lemmas and names, but no quotations, mentions and actors yet; and the engine's
/// vectors, if wanted.
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
    let wanted = Wanted {
        names: true,
        vectors,
        arcs: true,
    };
    let evidence = models.engine.annotate_with(&mut sentences, wanted);
    for sentence in &mut sentences {
        super::inflect(sentence, &models.lexicon.inflection);
        super::lemmatize(sentence, &models.lexicon.inflection);
    }
    let hints = Hints::new(&models.lexicon);
    let scores = evidence.names.as_ref();
    NameTagger::embedded(scores.is_some()).tag(&mut sentences, &hints, scores);
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
        arcs: evidence.arcs,
        ..Annotated::default()
    };
    (annotated, evidence.vectors)
}

/// Takes away what the engine and the lemmatizer are to find out themselves.
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
