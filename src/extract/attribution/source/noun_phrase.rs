//! The noun phrase of a source or addressee.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::syntax;
use crate::text::{Deprel, Upos};

use super::subject::own_subjects;

/// A noun phrase that may be a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract::attribution) struct NounPhrase {
    pub(in crate::extract::attribution) range: TokenRange,
    pub(in crate::extract::attribution) head: usize,
}

impl NounPhrase {
    /// The part before a cue that stands inside it: `a petition` of `a petition calling for …`.
    pub(in crate::extract::attribution) fn before(self, cue: TokenRange) -> Self {
        let cut = self.head < cue.first && self.range.last >= cue.first;
        let last = if cut { cue.first - 1 } else { self.range.last };
        Self {
            range: TokenRange::new(self.range.first, last),
            head: self.head,
        }
    }
}

/// The noun phrase around `head` as a source: determiner, titles, appositions and restrictive clauses, but no
/// preposition or incidental clause.
pub(in crate::extract::attribution) fn noun_phrase(
    context: &AttributionContext<'_>,
    head: usize,
) -> NounPhrase {
    let cut = |token: usize| is_excluded(context, token, head);
    let tokens = context.tree.subtree_without(head, cut);
    let mut range = unbroken(context, &tokens, head);
    while range.first < head
        && matches!(
            context.token(range.first).upos,
            Upos::Punct | Upos::Cconj | Upos::Adp
        )
        && !context.is_mark(range.first)
    {
        range.first += 1;
    }
    while range.first < head && context.token(range.first).xpos.is_wh() {
        range.first += 1;
    }
    while range.last > head
        && matches!(context.token(range.last).upos, Upos::Punct)
        && !closes(context, range.last)
    {
        range.last -= 1;
    }
    // The closing comma of a parenthesis belongs to it.
    let comma = |token: usize| context.token(token).form == ",";
    if (head..range.last).any(comma)
        && range.last + 1 < context.sentence.tokens.len()
        && comma(range.last + 1)
        && has_comma_part(context, head)
    {
        range.last += 1;
    }
    if let Some(title) = title_before(context, head, range) {
        range.first = title;
    }
    NounPhrase { range, head }
}

/// The start of the title of a name: a noun phrase right before it that is another subject of its verb.
fn title_before(context: &AttributionContext<'_>, head: usize, range: TokenRange) -> Option<usize> {
    let verb = context
        .token(head)
        .head
        .filter(|_| context.token(head).upos == Upos::Propn)?;
    let last = range.first.checked_sub(1).filter(|&last| {
        context.token(last).upos == Upos::Noun || context.token(last).upos == Upos::Propn
    })?;
    let title = own_subjects(context, verb).find(|&other| other == last && other != head)?;
    Some(context.tree.subtree(title)[0])
}

/// The source with an apposition that the tree attaches elsewhere: between commas before the cue, or after an inverted
/// cue (`said Ana Lopez, a teacher from Leeds`).
pub(in crate::extract::attribution) fn with_apposition(
    context: &AttributionContext<'_>,
    source: NounPhrase,
    cue: TokenRange,
) -> NounPhrase {
    let comma = |token: usize| context.token(token).form == ",";
    let size = context.sentence.tokens.len();
    let next = source.range.last + 1;
    let describes = next + 1 < size
        && comma(next)
        && context.token(source.range.last).upos == Upos::Propn
        && matches!(context.token(next + 1).upos, Upos::Det | Upos::Noun);
    if !describes {
        return source;
    }
    let mut last = source.range.last;
    if next < cue.first && cue.first - next > 1 && cue.first - next < 30 && comma(cue.first - 1) {
        last = cue.first - 1;
    } else if source.range.first > cue.last {
        let stops = |token: usize| {
            context.is_mark(token)
                || context.token(token).upos == Upos::Cconj
                    && syntax::is_finite_word(&context.tree, (token + 1).min(size - 1))
        };
        let end = (next + 1..size).find(|&token| stops(token)).unwrap_or(size);
        last = (next..end)
            .rfind(|&token| context.token(token).upos != Upos::Punct)
            .unwrap_or(last);
    }
    NounPhrase {
        range: TokenRange::new(source.range.first, last),
        head: source.head,
    }
}

/// Whether a modifier of the head begins after a comma.
fn has_comma_part(context: &AttributionContext<'_>, head: usize) -> bool {
    let mut parts = context
        .tree
        .children_by(head, &[Deprel::Appos, Deprel::Acl, Deprel::Nmod]);
    parts.any(|part| {
        let tokens = context.tree.subtree(part);
        tokens.first().is_some_and(|&first| {
            first > 0 && (context.token(first).form == "," || context.token(first - 1).form == ",")
        })
    })
}

/// Whether a token closes a parenthesis or belongs to a quotation as its mark.
fn closes(context: &AttributionContext<'_>, token: usize) -> bool {
    matches!(context.token(token).form.as_str(), ")" | "]") || context.is_mark(token)
}

/// Whether a dependent of the head of a source is no part of the source, such as a preposition, an incidental clause or
/// a time.
fn is_excluded(context: &AttributionContext<'_>, token: usize, head: usize) -> bool {
    let word = context.token(token);
    if word.head != Some(head) {
        return false;
    }
    let first = context.tree.subtree(token).first().copied();
    let comma = |token: usize| context.token(token).form == ",";
    let after_comma = first.is_some_and(|first| first > 0 && (comma(first) || comma(first - 1)));
    match word.deprel {
        Deprel::Case
        | Deprel::Mark
        | Deprel::CcPreconj
        | Deprel::Discourse
        | Deprel::Parataxis
        | Deprel::Vocative
        | Deprel::Cop
        | Deprel::Nsubj
        | Deprel::Aux
        | Deprel::NsubjOuter
        | Deprel::Advcl
        | Deprel::Dislocated
        | Deprel::List
        | Deprel::Expl
        | Deprel::Csubj => true,
        // A clause with a conjunction is not a relative clause: `was told by aides that …`.
        Deprel::AclRelcl => context.has_child(token, Deprel::Mark),
        Deprel::Acl => after_comma && word.upos == Upos::Verb,
        Deprel::Nmod | Deprel::Obl => {
            let prepositional = token > head && context.has_child(token, Deprel::Case);
            // Parsers attach a time to a subject right before it: `Oman on Friday`.
            prepositional && (after_comma || syntax::is_time(&context.tree, context.words, token))
        }
        Deprel::Advmod if token > head => after_comma,
        Deprel::Advmod => comma(token + 1),
        Deprel::Cc => token < head,
        Deprel::Conj => context.has_child(token, Deprel::Nsubj) || word.upos == Upos::Verb,
        _ => false,
    }
}

/// The range around `head` of those of `tokens`, in ascending order, between which only punctuation stands.
fn unbroken(context: &AttributionContext<'_>, tokens: &[usize], head: usize) -> TokenRange {
    let at = tokens.iter().position(|&token| token == head).unwrap_or(0);
    let bridged = |from: usize, to: usize| {
        (from + 1..to).all(|token| context.token(token).upos == Upos::Punct)
    };
    let (mut first, mut last) = (at, at);
    while first > 0 && bridged(tokens[first - 1], tokens[first]) {
        first -= 1;
    }
    while last + 1 < tokens.len() && bridged(tokens[last], tokens[last + 1]) {
        last += 1;
    }
    TokenRange::new(tokens[first], tokens[last])
}
