//! Nouns as cues: `his claim that`, `expressed concern about`, `their demand for`.

use crate::extract::attribution::content::{Complement, content_span};
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::{NounPhrase, noun_phrase, owner_of_noun, subject};
use crate::lexicon::{Cue, FunctionWord};
use crate::syntax;
use crate::text::{Deprel, Upos};

/// The drafts of the nouns of a sentence.
pub(super) fn find(context: &AttributionContext<'_>) -> Vec<AttributionDraft> {
    let nouns =
        (0..context.sentence.tokens.len()).filter(|&token| context.token(token).upos == Upos::Noun);
    nouns
        .filter_map(|noun| {
            draft(
                context,
                noun,
                context.cues.noun(&context.token(noun).lemma)?,
            )
        })
        .collect()
}

fn draft(context: &AttributionContext<'_>, noun: usize, cue: &Cue) -> Option<AttributionDraft> {
    let Some(complement) = complement(context, noun, cue) else {
        return predicative(context, noun, cue);
    };
    if let Some(draft) = possessed(context, noun, cue) {
        return Some(draft);
    }
    let (owner, light_verb) = owner_of_noun(context, noun)?;
    let mut source = noun_phrase(context, owner);
    let mut range = TokenRange::new(noun, noun);
    match light_verb {
        Some(verb) => range = range.cover(context.group(verb)),
        None => {
            source = with_possessive_ending(context, source);
            range.first = (source.range.last + 1).min(noun);
        }
    }
    if complement.preposition == Some(range.last + 1) {
        range.last += 1;
    }
    if range.holds(source.head) {
        return None;
    }
    let content = content_span(context, complement.ranges[0])?;
    Some(AttributionDraft::silent(
        context, noun, range, source, cue.stance, content,
    ))
}

/// `expressed his support for it`: the verb is the cue, and the noun with its possessive is content.
fn possessed(context: &AttributionContext<'_>, noun: usize, cue: &Cue) -> Option<AttributionDraft> {
    let verb = context.light_verb_of(noun)?;
    context.tree.child(noun, Deprel::NmodPoss)?;
    let source = noun_phrase(context, subject(context, verb)?);
    let content = content_span(context, context.below(noun, &[]))?;
    if source.range.holds(verb) {
        return None;
    }
    let range = context.group(verb);
    Some(AttributionDraft::silent(
        context, verb, range, source, cue.stance, content,
    ))
}

/// `Her view is that …`: the noun is the subject of a copula, and the predicate is content.
fn predicative(
    context: &AttributionContext<'_>,
    noun: usize,
    cue: &Cue,
) -> Option<AttributionDraft> {
    let token = context.token(noun);
    let predicate = token
        .head
        .filter(|&predicate| token.relation() == Deprel::Nsubj && predicate > noun)?;
    let copula = context
        .tree
        .children_by(predicate, &[Deprel::Cop])
        .find(|&copula| copula > noun)?;
    let range = TokenRange::new(copula + 1, context.below(predicate, &[]).last);
    let clausal = cue.frames.clause && syntax::is_finite_without(&context.tree, predicate, copula)
        || cue.frames.infinitive && syntax::particle_to(&context.tree, predicate).is_some();
    if !clausal || range.first > range.last {
        return None;
    }
    let (owner, _) = owner_of_noun(context, noun)?;
    let source = with_possessive_ending(context, noun_phrase(context, owner));
    let own = TokenRange::new(source.range.last + 1, copula);
    let content = content_span(context, range)?;
    Some(AttributionDraft::silent(
        context, noun, own, source, cue.stance, content,
    ))
}

/// The source with the `'s` right behind it.
fn with_possessive_ending(context: &AttributionContext<'_>, source: NounPhrase) -> NounPhrase {
    let mut source = source;
    if context.tree.child(source.head, Deprel::Case) == Some(source.range.last + 1) {
        source.range.last += 1;
    }
    source
}

/// The content behind the noun.
fn complement(context: &AttributionContext<'_>, noun: usize, cue: &Cue) -> Option<Complement> {
    let frames = &cue.frames;
    let children = context.tree.children(noun).iter().copied();
    let found = children.filter(|&child| child > noun).find_map(|child| {
        let whole = || Complement::of([context.below(child, &[])]);
        match context.token(child).deprel {
            Deprel::Acl | Deprel::Ccomp
                if frames.infinitive && syntax::particle_to(&context.tree, child).is_some()
                    || frames.clause && syntax::is_finite(&context.tree, child) =>
            {
                Some(whole())
            }
            Deprel::Nmod | Deprel::Acl => Complement::prepositional(context, child, frames),
            _ => None,
        }
    });
    found.or_else(|| adjacent(context, noun, cue))
}

/// The phrase right behind the noun that the tree attaches to its light verb: `expressed alarm over the delays`.
fn adjacent(context: &AttributionContext<'_>, noun: usize, cue: &Cue) -> Option<Complement> {
    let verb = context.light_verb_of(noun).filter(|&verb| verb < noun)?;
    let phrase = context
        .tree
        .children_by(verb, &[Deprel::Obl, Deprel::Advcl, Deprel::Ccomp])
        .find(|&child| child > noun && context.below(child, &[]).first == noun + 1)?;
    let range = context.below(phrase, &[]);
    let marker = context
        .tree
        .children_by(phrase, &[Deprel::Case, Deprel::Mark])
        .find(|&marker| marker == range.first)?;
    if context.is_function(marker, FunctionWord::Declarative) && cue.frames.clause {
        return Some(Complement::of([range]));
    }
    let leads = cue.frames.preposition(&context.lower(marker)) && marker < range.last;
    leads.then(|| Complement {
        ranges: vec![TokenRange::new(marker + 1, range.last)],
        preposition: Some(marker),
    })
}
