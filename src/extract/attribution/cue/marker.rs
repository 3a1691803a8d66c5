//! Phrases and adverbs that attribute a clause without a verb of saying: `according to`, `in his view`, `reportedly`.

use crate::extract::attribution::content::content_span;
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::{NounPhrase, noun_phrase};
use crate::lexicon::{Marker, Stance};
use crate::text::{Deprel, Upos};

/// The longest possessive source and the words after it, in tokens.
const LONGEST_POSSESSIVE: usize = 6;

/// The drafts of the markers of a sentence.
pub(super) fn find(context: &AttributionContext<'_>) -> Vec<AttributionDraft> {
    let mut drafts = Vec::new();
    for token in 0..context.sentence.tokens.len() {
        let adverb = context.token(token).upos == Upos::Adv;
        if adverb && context.cues.is_hearsay(&context.lower(token)) {
            drafts.extend(hearsay(context, token));
        }
        let markers = context.cues.markers().iter();
        let found = markers.filter_map(|marker| phrase(context, marker, token));
        drafts.extend(found.max_by_key(|draft| draft.cue.last));
    }
    drafts
}

/// `reportedly`: the source of the clause is unknown.
fn hearsay(context: &AttributionContext<'_>, adverb: usize) -> Option<AttributionDraft> {
    let governor = context.token(adverb).head?;
    let cue = TokenRange::new(adverb, adverb);
    draft(context, governor, cue, None, cue)
}

/// The draft of a marker whose words begin at a token.
fn phrase(
    context: &AttributionContext<'_>,
    marker: &Marker,
    first: usize,
) -> Option<AttributionDraft> {
    if !has_words(context, first, &marker.before) {
        return None;
    }
    let next = first + marker.before.len();
    if marker.after.is_empty() {
        source_behind(context, TokenRange::new(first, next.checked_sub(1)?))
    } else {
        possessive_source(context, marker, first, next)
    }
}

/// Whether these words stand at a token.
fn has_words(context: &AttributionContext<'_>, first: usize, words: &[Box<str>]) -> bool {
    let tokens = &context.sentence.tokens[first.min(context.sentence.tokens.len())..];
    let mut pairs = tokens.iter().zip(words);
    tokens.len() >= words.len() && pairs.all(|(token, word)| token.form.eq_ignore_ascii_case(word))
}

/// `according to Ana Lopez`: the source is the noun phrase that starts after the marker.
fn source_behind(context: &AttributionContext<'_>, cue: TokenRange) -> Option<AttributionDraft> {
    let next = cue.last + 1;
    if next >= context.sentence.tokens.len() {
        return None;
    }
    let head = outermost_head(context, next);
    let range = noun_phrase(context, head).range;
    let source = NounPhrase {
        range: TokenRange::new(range.first.max(next), range.last.max(next)),
        head,
    };
    let governor = context
        .tree
        .ancestors(head)
        .find(|&above| above < cue.first || above > source.range.last)?;
    let whole = cue.cover(source.range);
    draft(context, governor, cue, Some(source), whole)
}

/// The outermost head of the phrases that begin at a token.
fn outermost_head(context: &AttributionContext<'_>, first: usize) -> usize {
    let mut head = first;
    let within = |head: usize, above: &usize| {
        let upper = context.token(*above).head;
        *above > head || upper.is_some_and(|upper| upper >= first)
    };
    while let Some(above) = context.token(head).head.filter(|above| within(head, above)) {
        let modifies = context.token(head).is_any(&[
            Deprel::Det,
            Deprel::Amod,
            Deprel::Compound,
            Deprel::Nmod,
            Deprel::Nummod,
            Deprel::Flat,
            Deprel::Advmod,
            Deprel::Case,
        ]);
        if above < first || !modifies {
            break;
        }
        head = above;
    }
    head
}

/// `in his view`: the source is a possessive between the words before and after.
fn possessive_source(
    context: &AttributionContext<'_>,
    marker: &Marker,
    first: usize,
    next: usize,
) -> Option<AttributionDraft> {
    let limit = (next + LONGEST_POSSESSIVE).min(context.sentence.tokens.len());
    let end = (next + 1..limit).find(|&end| has_words(context, end, &marker.after))?;
    let head = (next..end).find(|&token| {
        let token = context.token(token);
        token.deprel == Deprel::NmodPoss && token.head.is_some_and(|above| above >= end)
    })?;
    let source = noun_phrase(context, head);
    let noun = context.token(head).head?;
    let governor = context.token(noun).head?;
    let last = end + marker.after.len() - 1;
    let whole = TokenRange::new(first, last);
    draft(
        context,
        governor,
        TokenRange::new(end, last),
        Some(source),
        whole,
    )
}

/// The draft with the clause of the governor as content, less the words of the marker and its source.
fn draft(
    context: &AttributionContext<'_>,
    governor: usize,
    cue: TokenRange,
    source: Option<NounPhrase>,
    marker: TokenRange,
) -> Option<AttributionDraft> {
    let clause = clause_head(context, governor);
    let mut whole = context.below(clause, &[]);
    if source.is_some() {
        whole = sentence_around(context, marker).unwrap_or(whole);
    } else if let Some(subject) = context
        .tree
        .child(clause, Deprel::Nsubj)
        .filter(|&subject| subject < cue.first)
    {
        // What stands before the subject may have another source: `According to her, they reportedly left`.
        whole.first = context.below(subject, &[]).first;
    }
    let mut draft = AttributionDraft {
        sentence: context.index,
        head: cue.first,
        cue,
        source,
        content: Vec::new(),
        speaks: source.is_some(),
        stance: Stance::Assert,
        act: false,
    };
    let before =
        (whole.first < marker.first).then(|| TokenRange::new(whole.first, marker.first - 1));
    let after = (marker.last < whole.last).then(|| TokenRange::new(marker.last + 1, whole.last));
    let after =
        after.filter(|after| before.is_none() || source.is_none() || has_verb(context, *after));
    let parts = before.into_iter().chain(after);
    for span in parts.filter_map(|part| content_span(context, part)) {
        draft.add(context.annotated, span);
    }
    (!draft.content.is_empty()).then_some(draft)
}

/// The whole sentence for a marker that opens it before a comma, or ends it after one.
fn sentence_around(context: &AttributionContext<'_>, marker: TokenRange) -> Option<TokenRange> {
    let size = context.sentence.tokens.len();
    let comma = |token: usize| context.token(token).form == ",";
    let opens = marker.first == 0 && comma((marker.last + 1).min(size - 1));
    let ends = (marker.last + 1..size).all(|token| context.token(token).upos == Upos::Punct)
        && marker.first > 0
        && comma(marker.first - 1);
    (opens || ends).then(|| TokenRange::new(0, size - 1))
}

/// Whether a range holds more than another adjunct of the clause.
fn has_verb(context: &AttributionContext<'_>, range: TokenRange) -> bool {
    (range.first..=range.last)
        .any(|token| matches!(context.token(token).upos, Upos::Verb | Upos::Aux))
}

/// The head of the clause around a token.
fn clause_head(context: &AttributionContext<'_>, token: usize) -> usize {
    let is_clause = |token: &usize| {
        let word = context.token(*token);
        let clausal = word.is_any(&[
            Deprel::Ccomp,
            Deprel::Advcl,
            Deprel::Parataxis,
            Deprel::Csubj,
            Deprel::Conj,
        ]);
        word.head.is_none()
            || clausal && context.has_child(*token, Deprel::Nsubj)
            || word.deprel == Deprel::AclRelcl
    };
    std::iter::once(token)
        .chain(context.tree.ancestors(token))
        .find(is_clause)
        .unwrap_or(token)
}
