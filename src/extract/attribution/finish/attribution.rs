//! From a draft to the finished attribution.

use crate::annotate::Annotated;
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::source::NounPhrase;
use crate::extract::{Attribution, AttributionKind, AttributionMode, Phrase};
use crate::lexicon::{Lexicon, Part, Stance, Words};
use crate::syntax;
use crate::text::{Deprel, Span, Upos};

use super::addressee::addressee;
use super::content_words::{cites, content_words};
use super::speakers::speakers;

/// The attribution of a draft, without its links to other attributions.
pub(in crate::extract::attribution) fn attribution(
    context: &AttributionContext<'_>,
    lexicon: &Lexicon,
    draft: AttributionDraft,
) -> Attribution {
    let AttributionContext {
        annotated, cues, ..
    } = *context;
    let mode = mode(annotated, &draft.content);
    let phrase = |words: NounPhrase| {
        let tokens = (words.range.first..=words.range.last).collect();
        let mut phrase = Phrase::new(draft.sentence, tokens, words.head);
        phrase.actor = annotated.actor_of(draft.sentence, words.head);
        phrase
    };
    let actors = |phrase: &Option<Phrase>| {
        let phrase = phrase.as_ref();
        phrase.map_or_else(Vec::new, |phrase| speakers(annotated, lexicon, phrase))
    };
    let source = draft.source.map(phrase);
    let addressee = addressee(context, &draft).map(phrase);
    let stance = if is_negated(context, &lexicon.words, &draft) {
        cues.negated(draft.stance)
    } else {
        draft.stance
    };
    let cue = (draft.cue.first..=draft.cue.last).collect();
    let mut attribution = Attribution {
        kind: kind(context, &draft, mode),
        speakers: actors(&source),
        source,
        addressees: actors(&addressee),
        addressee,
        stance,
        denies: stance == Stance::Deny,
        ..Attribution::new(
            Phrase::new(draft.sentence, cue, draft.head),
            draft.content,
            mode,
        )
    };
    attribution.content_words = content_words(annotated, lexicon, &attribution);
    attribution.cites = cites(annotated, lexicon, &attribution);
    attribution
}

/// A noun phrase of so many words tells what was said, a shorter one only what was spoken of.
const FULL_CONTENT: usize = 4;

fn kind(
    context: &AttributionContext<'_>,
    draft: &AttributionDraft,
    mode: AttributionMode,
) -> AttributionKind {
    use Stance::{
        Accuse, Assert, Demand, Deny, Doubt, Feel, Hope, Intend, Know, Promise, Refuse, Seem, Think,
    };
    // *opposed the plan* tells no words, but *denied the charge*, *promised aid* and *announced a plan to build a dam* do.
    let inside = context
        .annotated
        .quotations
        .index(draft.sentence, draft.head);
    let spoken = matches!(draft.stance, Accuse | Deny | Promise)
        || draft.stance == Assert && words(context, draft) >= FULL_CONTENT
        || mode != AttributionMode::Indirect && inside.is_none()
        || has_clause(context, draft);
    match draft.stance {
        _ if draft.act && mode != AttributionMode::Direct => AttributionKind::Act,
        Think | Know | Feel | Doubt | Seem => AttributionKind::Thinking,
        Demand | Hope | Intend | Refuse => AttributionKind::Wanting,
        _ if !spoken => AttributionKind::Act,
        _ => AttributionKind::Saying,
    }
}

/// The number of words in the content of a draft.
fn words(context: &AttributionContext<'_>, draft: &AttributionDraft) -> usize {
    let tokens = context.tree.sentence().tokens.iter();
    tokens
        .filter(|token| token.upos != Upos::Punct)
        .filter(|token| {
            draft
                .content
                .iter()
                .any(|content| content.contains(token.span))
        })
        .count()
}

/// Whether the content of a draft holds a clause with a subject of its own that is no relative clause.
fn has_clause(context: &AttributionContext<'_>, draft: &AttributionDraft) -> bool {
    let tokens = context.tree.sentence().tokens.iter().enumerate();
    let mut inside = tokens.filter(|(_, token)| {
        draft
            .content
            .iter()
            .any(|content| content.contains(token.span))
    });
    inside.any(|(token, word)| {
        word.deprel != Deprel::AclRelcl && syntax::own_subject(&context.tree, token).is_some()
    })
}

/// Whether the cue is negated (`did not say`, `never denied`) or its source (`neither Oman nor Qatar`, `no official`,
/// `nobody`), but not both.
fn is_negated(context: &AttributionContext<'_>, words: &Words, draft: &AttributionDraft) -> bool {
    let negates = |token: &usize| syntax::is_negation(&context.tree, words, *token);
    let in_cue = (draft.cue.first..=draft.cue.last).filter(negates).count();
    let in_source = draft.source.is_some_and(|source| {
        let first = &context.lower(source.range.first);
        words.negates(first, Part::Determiner)
            || !syntax::negative_determiners(&context.tree, words, source.head).is_empty()
    });
    (in_cue + usize::from(in_source)) % 2 == 1
}

/// Whether all, some or no words of the content stand in quotation marks.
fn mode(annotated: &Annotated, content: &[Span]) -> AttributionMode {
    let (mut quoted, mut plain) = (false, false);
    for &span in content {
        let from = annotated
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        let sentences = annotated.sentences.iter().enumerate().skip(from);
        for (index, sentence) in
            sentences.take_while(|(_, sentence)| sentence.span.start < span.end)
        {
            for (token, word) in sentence.tokens.iter().enumerate() {
                if span.contains(word.span)
                    && word.upos != Upos::Punct
                    && word.form.chars().any(char::is_alphanumeric)
                {
                    let inside = annotated.quotations.index(index, token).is_some();
                    quoted |= inside;
                    plain |= !inside;
                }
            }
        }
    }
    match (quoted, plain) {
        (true, false) => AttributionMode::Direct,
        (true, true) => AttributionMode::Mixed,
        _ => AttributionMode::Indirect,
    }
}
