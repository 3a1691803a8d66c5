//! How far a content extends beyond what the tree attaches to its cue.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::NounPhrase;
use crate::lexicon::FunctionWord;
use crate::syntax;
use crate::text::{Deprel, Upos, Xpos};

/// The content with what follows it in the sentence and belongs to it although the tree attaches it to the cue: parsers
/// attach late adjuncts and second clauses too high. A non-restrictive relative clause at its end is left out.
pub(in crate::extract::attribution) fn with_following(
    context: &AttributionContext<'_>,
    verb: usize,
    range: TokenRange,
) -> TokenRange {
    let mut last = range.last;
    for &child in context.tree.children(verb) {
        if child <= last {
            continue;
        }
        let token = context.token(child);
        let part = context.below(child, &[]);
        let adjacent = part.first == last + 1;
        let coordinated = || {
            !matches!(token.upos, Upos::Verb | Upos::Aux) && !context.has_child(child, Deprel::Cop)
        };
        let continues = match token.relation() {
            Deprel::Obl | Deprel::Nmod => adjacent,
            Deprel::Advcl => {
                adjacent && context.token(part.first).form != "," && token.xpos != Xpos::Vbg
            }
            Deprel::Conj if adjacent && coordinated() => true,
            Deprel::Conj | Deprel::Ccomp => context
                .tree
                .children_by(child, &[Deprel::Mark])
                .any(|mark| context.is_function(mark, FunctionWord::Declarative)),
            Deprel::Punct => continue,
            _ => false,
        };
        if !continues {
            break;
        }
        last = part.last;
    }
    without_relative_clause(context, TokenRange::new(range.first, last))
}

/// The range without a relative clause after its last comma.
fn without_relative_clause(context: &AttributionContext<'_>, range: TokenRange) -> TokenRange {
    let comma = (range.first + 3..range.last)
        .rev()
        .find(|&token| context.token(token).form == ",");
    match comma {
        Some(comma)
            if (syntax::is_relative_pronoun(&context.tree, comma + 1)
                || is_summed_up(context, comma))
                && context.quotations.around(context.index, comma).is_none() =>
        {
            TokenRange::new(range.first, comma - 1)
        }
        _ => range,
    }
}

/// Whether a noun of saying with a relative clause of its own follows a comma: `…, a claim the army denies`.
fn is_summed_up(context: &AttributionContext<'_>, comma: usize) -> bool {
    let size = context.sentence.tokens.len();
    (comma + 1..size.min(comma + 4)).any(|noun| {
        let mut clauses = context.tree.children_by(noun, &[Deprel::AclRelcl]);
        context.token(noun).upos == Upos::Noun
            && context.cues.noun(&context.token(noun).lemma).is_some()
            && clauses.next().is_some()
    })
}

/// What stands before a cue and source that are inserted into their content: `If it rains, she says, the pumps will fail`.
pub(in crate::extract::attribution) fn lead_in(
    context: &AttributionContext<'_>,
    ranges: &[TokenRange],
    cue: TokenRange,
    source: Option<NounPhrase>,
) -> Option<TokenRange> {
    let source = source?;
    let inner = cue.cover(source.range);
    let comma = |token: usize| context.token(token).form == ",";
    let distance = cue
        .first
        .abs_diff(source.range.last)
        .min(source.range.first.abs_diff(cue.last));
    let inserted = inner.first > 1
        && comma(inner.first - 1)
        && inner.last + 2 < context.sentence.tokens.len()
        && comma(inner.last + 1)
        && distance <= 2;
    let only_after = !ranges.is_empty() && ranges.iter().all(|range| range.first > inner.last);
    (inserted && only_after).then(|| TokenRange::new(0, inner.first - 2))
}

/// The whole clause after a verb of saying, of which trees often leave out the first or last words: from right behind the
/// cue, unless an adjunct or an addressee stands there, to the next punctuation mark or conjunction.
pub(in crate::extract::attribution) fn whole_clause(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: TokenRange,
    range: TokenRange,
    addressee: bool,
) -> TokenRange {
    let gap = cue.last + 1..range.first;
    let begins_at_cue = !addressee
        && !gap.is_empty()
        && gap.len() <= 12
        && !gap
            .clone()
            .any(|token| is_boundary(context, token) || is_aside(context, verb, token));
    let first = if begins_at_cue {
        cue.last + 1
    } else {
        range.first
    };
    TokenRange::new(first, clause_end(context, range))
}

/// The last token before the next boundary at or after the end of the range.
fn clause_end(context: &AttributionContext<'_>, range: TokenRange) -> usize {
    let size = context.sentence.tokens.len();
    let mut last = range.last;
    let conjunction = usize::from(context.is_function(range.first, FunctionWord::Declarative));
    // A condition that comes first ends at a comma, behind which its clause follows.
    let mut conditions = usize::from(opens_condition(context, range.first + conjunction));
    if last >= size || is_boundary(context, last) {
        return last;
    }
    while last + 1 < size
        && (!is_boundary(context, last + 1)
            || conditions > 0 && context.token(last + 1).form == "," && last + 2 < size)
    {
        last += 1;
        if context.token(last).form == "," {
            conditions = conditions.saturating_sub(1);
        }
    }
    last
}

/// Whether a clause can end before the token.
fn is_boundary(context: &AttributionContext<'_>, token: usize) -> bool {
    matches!(context.token(token).upos, Upos::Punct | Upos::Cconj) && !context.is_mark(token)
}

/// Whether a token belongs to another dependent of the verb than its content.
fn is_aside(context: &AttributionContext<'_>, verb: usize, token: usize) -> bool {
    let mut path = std::iter::once(token).chain(context.tree.ancestors(token));
    let dependent = path.find(|&up| context.token(up).head == Some(verb));
    dependent.is_some_and(|dependent| {
        context.token(dependent).is_any(&[
            Deprel::Obl,
            Deprel::Iobj,
            Deprel::Advmod,
            Deprel::Advcl,
            Deprel::Nsubj,
            Deprel::Discourse,
        ])
    })
}

/// Whether a clause begins here that another one must follow: `if`, `when`, `although`.
fn opens_condition(context: &AttributionContext<'_>, token: usize) -> bool {
    token < context.sentence.tokens.len()
        && context.token(token).upos == Upos::Sconj
        && !context.is_function(token, FunctionWord::Declarative)
        && !context.is_function(token, FunctionWord::Interrogative)
}
