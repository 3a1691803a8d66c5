//! The head of the source of a verb or noun: its subject, its owner, or the noun phrase beside it.

use std::ops::Range;

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::syntax;
use crate::text::{Deprel, Upos, Xpos};

/// The subject of a verb, or the one that it shares with the verb it depends on.
pub(in crate::extract::attribution) fn subject(
    context: &AttributionContext<'_>,
    verb: usize,
) -> Option<usize> {
    subject_within(context, verb, 6)
}

/// The subjects among the dependents of a verb that can be sources. Parsers give a title and its name one each.
pub(super) fn own_subjects<'a>(
    context: &'a AttributionContext<'_>,
    verb: usize,
) -> impl Iterator<Item = usize> + 'a {
    context
        .tree
        .children(verb)
        .iter()
        .copied()
        .filter(|&child| {
            let token = context.token(child);
            token.relation() == Deprel::Nsubj
                && token.deprel != Deprel::NsubjOuter
                && !matches!(token.upos, Upos::Verb | Upos::Punct)
        })
}

fn subject_within(context: &AttributionContext<'_>, verb: usize, depth: usize) -> Option<usize> {
    if depth == 0 {
        return None;
    }
    let own = own_subjects(context, verb)
        .filter(|&own| own < verb)
        .last()
        .or_else(|| own_subjects(context, verb).next());
    if own.is_some() {
        return own;
    }
    if context.has_child(verb, Deprel::Expl) || context.has_child(verb, Deprel::Csubj) {
        return None;
    }
    let token = context.token(verb);
    let above = token.head?;
    match token.deprel {
        Deprel::Conj => subject_within(context, above, depth - 1),
        Deprel::Xcomp => match context
            .tree
            .child(above, Deprel::Obj)
            .or_else(|| context.tree.child(above, Deprel::Iobj))
        {
            Some(object) if object < verb => Some(object),
            _ => subject_within(context, above, depth - 1),
        },
        Deprel::Advcl if !syntax::is_finite(&context.tree, verb) => {
            subject_within(context, above, depth - 1)
        }
        Deprel::Parataxis if token.xpos == Xpos::Vbg => subject_within(context, above, depth - 1),
        Deprel::Acl if token.xpos == Xpos::Vbg => Some(above),
        Deprel::Acl if syntax::particle_to(&context.tree, verb).is_some() => {
            owner_of_noun(context, above).map(|(owner, _)| owner)
        }
        _ => None,
    }
}

/// The head of the noun phrase right before or after a finite verb without a subject in the tree, as parsers leave it
/// where quotations and titles are long: `“…,” said former mayor Ana Lopez`.
pub(in crate::extract::attribution) fn neighbour(
    context: &AttributionContext<'_>,
    verb: usize,
    inverts: bool,
) -> Option<usize> {
    let token = context.token(verb);
    if !matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn)
        || context.has_child(verb, Deprel::Expl)
        || token.relation() == Deprel::Conj
    {
        return None;
    }
    let group = context.group(verb);
    let quotation = |token: usize| context.quotations.index(context.index, token);
    let before = nominal_before(context, group.first)
        .filter(|&token| quotation(token) == quotation(verb))
        .and_then(|token| phrase_head(context, token, 0..group.first));
    let after = || {
        let size = context.sentence.tokens.len();
        let token = nominal_after(context, group).filter(|_| inverts)?;
        phrase_head(context, token, group.last + 1..size)
    };
    before.or_else(after)
}

fn is_nominal(context: &AttributionContext<'_>, token: usize) -> bool {
    matches!(
        context.token(token).upos,
        Upos::Noun | Upos::Propn | Upos::Pron
    )
}

/// The nominal that a token depends on directly or indirectly, as far up as nominals go in the range; none if it is
/// the object of a preposition or a circumstance.
fn phrase_head(
    context: &AttributionContext<'_>,
    token: usize,
    range: Range<usize>,
) -> Option<usize> {
    let mut head = token;
    while let Some(above) = context
        .token(head)
        .head
        .filter(|above| range.contains(above) && is_nominal(context, *above))
    {
        head = above;
    }
    let oblique = context.token(head).relation() == Deprel::Obl;
    (!context.has_child(head, Deprel::Case) && !oblique).then_some(head)
}

/// The nominal that ends right before a verb group: alone, before a parenthesis (`Ana Lopez, asked about it, had
/// said`), or as a bare number or determiner.
fn nominal_before(context: &AttributionContext<'_>, verb_group: usize) -> Option<usize> {
    let last = verb_group.checked_sub(1)?;
    if is_nominal(context, last) {
        return Some(last);
    }
    let form = |token: usize| context.token(token).form.as_str();
    if matches!(form(last), "," | ")" | "-" | "—" | "–") {
        let mut openings = (last.saturating_sub(24)..last)
            .rev()
            .filter(|&token| matches!(form(token), "," | "(" | "-" | "—" | "–"));
        let found = openings.find_map(|opening| {
            opening
                .checked_sub(1)
                .filter(|&token| context.token(token).upos == Upos::Propn)
                .or_else(|| noun_before_name(context, opening, last))
        });
        if found.is_some() {
            return found;
        }
    }
    Some(last).filter(|&last| matches!(context.token(last).upos, Upos::Num | Upos::Det))
}

/// The first nominal right after a verb group that stands behind a quotation.
fn nominal_after(context: &AttributionContext<'_>, verb_group: TokenRange) -> Option<usize> {
    let size = context.sentence.tokens.len();
    let start = Some(verb_group.last + 1).filter(|&start| start < size)?;
    let opens_other = matches!(
        context.token(start).upos,
        Upos::Verb | Upos::Aux | Upos::Punct | Upos::Adp | Upos::Sconj | Upos::Part | Upos::Cconj
    );
    let before = verb_group.first.checked_sub(1);
    let quoted = before.is_some_and(|before| {
        let quotation = context.quotations.around(context.index, before);
        quotation.is_some()
    });
    (start..size.min(start + 6))
        .find(|&token| is_nominal(context, token))
        .filter(|_| !opens_other && quoted)
}

/// The noun before a name between commas: `a spokeswoman, Ana Lopez, said`.
fn noun_before_name(
    context: &AttributionContext<'_>,
    opening: usize,
    closing: usize,
) -> Option<usize> {
    let noun = opening
        .checked_sub(1)
        .filter(|&noun| context.token(noun).upos == Upos::Noun)?;
    let name = (opening + 1..closing).all(|token| context.token(token).upos == Upos::Propn);
    (name && closing - opening > 1).then_some(noun)
}

/// The owner of a noun: its possessive, or the subject of the light verb whose object it is, together with that verb.
pub(in crate::extract::attribution) fn owner_of_noun(
    context: &AttributionContext<'_>,
    noun: usize,
) -> Option<(usize, Option<usize>)> {
    if let Some(possessive) = context.tree.child(noun, Deprel::NmodPoss) {
        return Some((possessive, None));
    }
    let verb = context.light_verb_of(noun)?;
    Some((subject(context, verb)?, Some(verb)))
}
