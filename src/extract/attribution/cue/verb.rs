//! Verbs as cues: `says that`, `hopes to`, `called for`, `is expected to`.

use crate::extract::attribution::content::{
    active_complement, content_span, lead_in, passive_complement, whole_clause, with_following,
};
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::{
    NounPhrase, neighbour, noun_phrase, subject, with_apposition,
};
use crate::lexicon::{Cue, FunctionWord, Stance};
use crate::syntax;
use crate::text::{Deprel, Span, Upos};

/// The drafts of the verbs of a sentence; without content where one may still introduce a quotation.
pub(super) fn find(context: &AttributionContext<'_>) -> Vec<AttributionDraft> {
    let verbs = 0..context.sentence.tokens.len();
    verbs
        .filter_map(|verb| draft(context, verb, context.verb(verb)?))
        .collect()
}

fn draft(context: &AttributionContext<'_>, verb: usize, cue: &Cue) -> Option<AttributionDraft> {
    if context.token(verb).is_any(&[
        Deprel::Case,
        Deprel::Mark,
        Deprel::Fixed,
        Deprel::Amod,
        Deprel::Compound,
    ]) {
        return None;
    }
    let passive = syntax::is_passive(&context.tree, verb);
    let mut group = context.group(verb);
    if !passive {
        group = with_governors(context, verb, group);
    }
    let source = source(context, verb, cue, group);
    let complement = if passive {
        passive_complement(context, verb, cue)
    } else {
        active_complement(context, verb, cue, source)
    };
    let mut ranges = Vec::new();
    if let Some(complement) = complement {
        let preposition = complement.preposition;
        if let Some(preposition) = preposition
            .filter(|&preposition| preposition > group.last && preposition <= group.last + 2)
        {
            group.last = preposition;
        }
        ranges = extended(context, verb, cue, group, complement.ranges);
    }
    if source.is_none() && !passive && needs_source(context, verb, cue) {
        return None;
    }
    ranges.extend(lead_in(context, &ranges, group, source));
    let content = content(context, &ranges, group, source);
    let speaks = (cue.frames.quote || cue.frames.clause && cue.strength == 3) && !passive;
    if content.is_empty() && !speaks {
        return None;
    }
    let mut draft = AttributionDraft {
        sentence: context.index,
        head: verb,
        cue: group,
        source,
        content: Vec::new(),
        speaks,
        stance: cue.stance,
        act: is_act(context, verb, cue),
    };
    for span in content {
        draft.add(context.annotated, span);
    }
    Some(draft)
}

/// The agent of a passive verb; the subject of an active one or, where the tree has none, the noun phrase beside it.
fn source(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
    group: TokenRange,
) -> Option<NounPhrase> {
    let head = if syntax::is_passive(&context.tree, verb) {
        syntax::agent(&context.tree, verb)
    } else {
        subject(context, verb)
            .filter(|&subject| !is_quoted_alone(context, subject, verb))
            .or_else(|| neighbour(context, verb, cue.frames.quote))
    };
    let head =
        head.filter(|&head| can_be_source(context, head, verb) && cue.stance != Stance::Seem)?;
    let source = noun_phrase(context, head).before(group);
    Some(with_apposition(context, source, group))
}

/// Whether a noun stands in a quotation and the verb does not: no words of others say anything, whatever the tree makes
/// of `“… the time for all good people,” Ana Lopez said`.
fn is_quoted_alone(context: &AttributionContext<'_>, noun: usize, verb: usize) -> bool {
    let quotation = context.quotations.around(context.index, noun);
    quotation.is_some_and(|quotation| {
        let (first, last) = (
            context.offsets.first(quotation),
            context.offsets.last(quotation),
        );
        quotation.closed && last - first > 4 && !(first..=last).contains(&context.offset(verb))
    })
}

/// Whether a noun phrase can be a source: `there` cannot, nor an `it` that belongs to another verb (`it is hard to say`).
fn can_be_source(context: &AttributionContext<'_>, head: usize, verb: usize) -> bool {
    let shared = context.token(head).head != Some(verb);
    let nominal = !matches!(
        context.token(head).upos,
        Upos::Verb | Upos::Punct | Upos::Adv
    );
    let expletive = context.is_function(head, FunctionWord::Existential)
        || shared && context.is_function(head, FunctionWord::Expletive);
    nominal && !expletive
}

/// Whether an active verb in this position is no attribution without a source.
fn needs_source(context: &AttributionContext<'_>, verb: usize, cue: &Cue) -> bool {
    let main =
        context
            .token(verb)
            .is_any(&[Deprel::Root, Deprel::Parataxis, Deprel::Ccomp, Deprel::Conj]);
    cue.stance != Stance::Seem && !context.has_child(verb, Deprel::Expl) && !main
}

/// The verb group with the verbs that govern it as their complement and are no cues: `tried to argue`.
fn with_governors(context: &AttributionContext<'_>, verb: usize, group: TokenRange) -> TokenRange {
    let (mut verb, mut group) = (verb, group);
    for _ in 0..3 {
        let token = context.token(verb);
        let Some(above) = token
            .head
            .filter(|&above| token.relation() == Deprel::Xcomp && above < group.first)
        else {
            break;
        };
        let is_cue = context.verb(above).is_some_and(|cue| {
            let frames = &cue.frames;
            frames.infinitive
                || frames.gerund
                || frames.object_infinitive
                || syntax::is_passive(&context.tree, above)
        });
        let upper = context.group(above);
        if is_cue || upper.last + 1 != group.first || context.has_child(above, Deprel::Obj) {
            break;
        }
        group = group.cover(upper);
        verb = above;
    }
    group
}

/// The ranges behind the cue as far as they extend, and those before it.
fn extended(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
    group: TokenRange,
    ranges: Vec<TokenRange>,
) -> Vec<TokenRange> {
    let clausal = cue.frames.clause
        && cue.strength == 3
        && !syntax::is_passive(&context.tree, verb)
        && context.has_child(verb, Deprel::Ccomp);
    let extend = |range: TokenRange| {
        if range.first <= group.last {
            return range;
        }
        let range = if clausal {
            whole_clause(context, verb, group, range, cue.frames.hearer)
        } else {
            range
        };
        with_following(context, verb, range)
    };
    ranges.into_iter().map(extend).collect()
}

/// The spans of the ranges, without cue and source where these stand inside.
fn content(
    context: &AttributionContext<'_>,
    ranges: &[TokenRange],
    cue: TokenRange,
    source: Option<NounPhrase>,
) -> Vec<Span> {
    let mut spans = Vec::new();
    for &range in ranges {
        let mut hole = cue;
        if let Some(NounPhrase { range: source, .. }) = source {
            let before_cue =
                source.last < cue.first && range.first < source.first && source.last < range.last;
            let after_cue =
                source.first > cue.last && source.first < range.last && range.first < cue.first;
            if before_cue || after_cue {
                hole = hole.cover(source);
            }
        }
        let parts = range.without(hole).into_iter();
        spans.extend(parts.filter_map(|part| content_span(context, part)));
    }
    spans
}

/// Whether a verb reports a mere act rather than words or a thought: `showed patience`, `allowed convoys to pass`, `the
/// visit was encouraged by …`.
fn is_act(context: &AttributionContext<'_>, verb: usize, cue: &Cue) -> bool {
    if context.has_child(verb, Deprel::Ccomp) {
        return false;
    }
    let worded = cue.frames.quote || cue.frames.clause;
    let urged = cue.stance == Stance::Demand && !worded && !context.has_child(verb, Deprel::Xcomp);
    let named =
        syntax::is_passive(&context.tree, verb) && context.has_child(verb, Deprel::OblAgent);
    context.cues.is_act(&context.token(verb).lemma)
        || urged && (named || context.has_child(verb, Deprel::Obj))
}
