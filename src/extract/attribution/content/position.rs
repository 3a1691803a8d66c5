//! Content by position, for clauses that the tree does not attach to the cue as its complement.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::NounPhrase;
use crate::lexicon::{Cue, FunctionWord, Stance};
use crate::syntax;
use crate::text::{Deprel, Upos};

use super::complement::Complement;

/// The longest clause of a speaker between the commas of a sentence, in tokens.
const LONGEST_INSERTION: usize = 12;

/// The clause around, after or before the cue and its source, if a clause can be content of the cue.
pub(super) fn clause_by_position(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
    source: NounPhrase,
) -> Option<Complement> {
    let frames = &cue.frames;
    if !frames.clause {
        return None;
    }
    let sure =
        cue.strength == 3 && (frames.quote || matches!(cue.stance, Stance::Think | Stance::Assert));
    let by_punctuation = || {
        around(context, verb, source)
            .or_else(|| after(context, verb, source, frames.hearer))
            .or_else(|| before(context, verb, source))
    };
    parataxis(context, verb).or_else(|| sure.then(by_punctuation).flatten())
}

/// A clause beside the verb without a conjunction: `The pumps failed, she said`, `She said: the pumps failed`.
fn parataxis(context: &AttributionContext<'_>, verb: usize) -> Option<Complement> {
    let token = context.token(verb);
    let quotes = |clause: usize| {
        let cue = context.verb(clause);
        cue.is_some_and(|cue| cue.frames.quote)
    };
    let own = context.below(verb, &[]);
    if let Some(clause) = context
        .tree
        .children_by(verb, &[Deprel::Parataxis])
        .find(|&clause| clause > verb && !quotes(clause))
    {
        return Some(Complement::of([context.below(clause, &[])]));
    }
    let above = token.head?;
    let parenthetical =
        token.relation() == Deprel::Advcl && context.is_marked(verb, FunctionWord::Parenthetical);
    if token.relation() != Deprel::Parataxis && !parenthetical {
        return None;
    }
    let ranges = context.below(above, &[]).without(own);
    (!ranges.is_empty()).then(|| Complement::of(ranges))
}

/// The rest of a sentence into which the cue and its source are inserted between commas, or to which they are added
/// after one.
fn around(context: &AttributionContext<'_>, verb: usize, source: NounPhrase) -> Option<Complement> {
    let inner = context.group(verb).cover(source.range);
    let size = context.sentence.tokens.len();
    let comma = |token: usize| context.token(token).form == ",";
    if inner.first < 3
        || !comma(inner.first - 1)
        || context.group(verb).holds(source.head)
        || inner.last - inner.first > LONGEST_INSERTION
    {
        return None;
    }
    let before = TokenRange::new(0, inner.first - 2);
    if (inner.last + 1..size).all(|token| context.token(token).upos == Upos::Punct) {
        return Some(Complement::of([before]));
    }
    let after = TokenRange::new((inner.last + 2).min(size - 1), size - 1);
    comma(inner.last + 1).then(|| Complement::of([before, after]))
}

/// The words after the cue up to the end of the sentence or to a coordinated verb, if they can be a clause. With an
/// addressee they begin at a conjunction.
fn after(
    context: &AttributionContext<'_>,
    verb: usize,
    source: NounPhrase,
    addressee: bool,
) -> Option<Complement> {
    let cue = context.group(verb);
    let size = context.sentence.tokens.len();
    if source.range.first > cue.last || cue.last + 2 >= size {
        return None;
    }
    let from = if addressee {
        (cue.last + 1..size.min(cue.last + 9))
            .find(|&token| context.is_function(token, FunctionWord::Declarative))?
    } else {
        cue.last + 1
    };
    let opens = !matches!(
        context.token(from).upos,
        Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Adv | Upos::Part
    ) || context.is_mark(from);
    let conjuncts = context.tree.children_by(verb, &[Deprel::Conj]);
    let behind = conjuncts.map(|conjunct| context.below(conjunct, &[]).first);
    let end = behind.filter(|&first| first > from).min().unwrap_or(size);
    let finite = (from..end).any(|token| syntax::is_finite_word(&context.tree, token));
    (opens && finite).then(|| Complement::of([TokenRange::new(from, end - 1)]))
}

/// The words before a cue and source that end the sentence.
fn before(context: &AttributionContext<'_>, verb: usize, source: NounPhrase) -> Option<Complement> {
    let inner = context.group(verb).cover(source.range);
    let comma = inner.first >= 4 && context.token(inner.first - 1).form == ",";
    let finite = (0..inner.first).any(|token| syntax::is_finite_word(&context.tree, token));
    let colon = (inner.last + 1..context.sentence.tokens.len())
        .any(|token| context.token(token).upos == Upos::Punct && context.token(token).form == ":");
    (comma && finite && !colon).then(|| Complement::of([TokenRange::new(0, inner.first - 2)]))
}
