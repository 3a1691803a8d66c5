//! The content of a verb in the active voice: clauses, infinitives, objects and prepositional phrases, as its frames
//! allow.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::{NounPhrase, subject};
use crate::lexicon::{Cue, Fit, FunctionWord, Stance};
use crate::syntax;
use crate::text::{Deprel, Upos, Xpos};

use super::complement::Complement;
use super::position;
use super::relativised::relativised;

/// The content of an active verb with this source.
pub(in crate::extract::attribution) fn active_complement(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
    source: Option<NounPhrase>,
) -> Option<Complement> {
    let object = object(context, verb, cue);
    let governed = clause(context, verb, cue)
        .or_else(|| predicate(context, verb, cue, object))
        .or_else(|| prepositional(context, verb, cue, object));
    if governed.is_some() {
        return governed;
    }
    if let Some(object) = object {
        if cue.frames.hearer && !is_quoted(context, object, verb) {
            return clause_behind_addressee(context, verb, cue);
        }
        if counts_as_content(context, verb, cue, object, source) {
            return Some(Complement::of(object_phrase(context, verb, object)));
        }
    }
    relativised(context, verb, cue)
        .map(|noun| Complement::of([noun]))
        .or_else(|| adverbial_clause(context, verb, cue))
        .or_else(|| position::clause_by_position(context, verb, cue, source?))
}

fn object(context: &AttributionContext<'_>, verb: usize, cue: &Cue) -> Option<usize> {
    let tree = &context.tree;
    tree.child(verb, Deprel::Obj)
        .or_else(|| {
            tree.child(verb, Deprel::Iobj)
                .filter(|_| !cue.frames.hearer)
        })
        .filter(|&object| context.token(object).upos != Upos::Punct)
}

/// A complement clause: `said that …`, `wants them to …`.
fn clause(context: &AttributionContext<'_>, verb: usize, cue: &Cue) -> Option<Complement> {
    let frames = &cue.frames;
    let clause = context.tree.child(verb, Deprel::Ccomp)?;
    let finite = syntax::is_finite(&context.tree, clause);
    let infinitive = syntax::particle_to(&context.tree, clause).is_some() && !finite;
    let fits = frames.clause
        || frames.quote
        || frames.object == Fit::Sure && !finite
        || infinitive && (frames.object_infinitive || frames.infinitive);
    if !fits {
        return None;
    }
    let mut ranges = vec![context.below(clause, &[verb])];
    let relative = context
        .tree
        .child(verb, Deprel::Obj)
        .filter(|&object| object < verb && syntax::is_relative_pronoun(&context.tree, object));
    ranges.extend(relative.map(|object| TokenRange::new(object, object)));
    Some(Complement::of(ranges))
}

/// A predicate without a subject of its own: `hopes to …`, `urged them to …`, `considers it …`.
fn predicate(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
    object: Option<usize>,
) -> Option<Complement> {
    let frames = &cue.frames;
    let tree = &context.tree;
    let purpose = || {
        let clause = tree.child(verb, Deprel::Advcl)?;
        (frames.infinitive && syntax::particle_to(&context.tree, clause).is_some())
            .then_some(clause)
    };
    let complement = tree
        .child(verb, Deprel::Xcomp)
        .or_else(purpose)
        .filter(|&complement| complement > verb)?;
    let infinitive = syntax::particle_to(&context.tree, complement).is_some();
    let gerund = context.token(complement).xpos == Xpos::Vbg;
    let range = context.below(complement, &[]);
    let whole = |object| Complement::of([context.below(object, &[]).cover(range)]);
    match object {
        None if cue.stance == Stance::Seem => {
            let subject = subject(context, verb).map(|subject| context.below(subject, &[]));
            let ranges = std::iter::once(range).chain(subject);
            Some(Complement::of(ranges.collect::<Vec<_>>()))
        }
        None if infinitive && frames.infinitive || gerund && frames.gerund => {
            Some(Complement::of([range]))
        }
        Some(object) if object > verb && infinitive && frames.object_infinitive => {
            // The addressee of an order is no part of it.
            Some(if frames.hearer {
                Complement::of([range])
            } else {
                whole(object)
            })
        }
        Some(object) if !infinitive && frames.object != Fit::No => Some(whole(object)),
        _ => None,
    }
}

/// Content after a preposition of the verb's frames: `called for an end`, `accused him of lying`.
fn prepositional(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
    object: Option<usize>,
) -> Option<Complement> {
    let tree = &context.tree;
    let leads = |token: usize| cue.frames.preposition(&context.lower(token));
    // Taggers take prepositions for particles, and their objects for objects of the verb.
    let particle = tree
        .child(verb, Deprel::CompoundPrt)
        .filter(|&particle| leads(particle));
    if let (Some(particle), Some(object)) = (particle, object) {
        return Some(Complement {
            ranges: object_phrase(context, verb, object),
            preposition: Some(particle),
        });
    }
    if cue.frames.prepositions.is_empty() || object.is_some() && !cue.frames.hearer {
        return None;
    }
    let phrases = tree
        .children_by(verb, &[Deprel::Obl, Deprel::Advcl])
        .filter(|&phrase| phrase > verb && context.token(phrase).deprel != Deprel::OblAgent);
    let found = phrases.into_iter().find_map(|phrase| {
        let mut markers = tree.children_by(phrase, &[Deprel::Case, Deprel::Mark]);
        let marker =
            markers.find(|&marker| context.token(marker).upos != Upos::Part && leads(marker))?;
        Some((phrase, marker))
    });
    let (phrase, marker) = found?;
    let mut range = context.below(phrase, &[marker]);
    range.first = range.first.max(marker + 1);
    let complement = tree.child(verb, Deprel::Xcomp);
    if let Some(complement) = complement.filter(|&complement| complement > phrase) {
        range = range.cover(context.below(complement, &[]));
    }
    (range.first <= range.last).then(|| Complement {
        ranges: vec![range],
        preposition: Some(marker),
    })
}

/// The clause that the tree puts beside a verb with an addressee: `told them, we will go`.
fn clause_behind_addressee(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
) -> Option<Complement> {
    let clause = context.tree.child(verb, Deprel::Parataxis)?;
    let fits = clause > verb && cue.frames.clause;
    fits.then(|| Complement::of([context.below(clause, &[])]))
}

/// Whether an object is content, by the frames of its verb.
fn counts_as_content(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
    object: usize,
    source: Option<NounPhrase>,
) -> bool {
    let quoted = is_quoted(context, object, verb);
    let pronoun = context.token(object).upos == Upos::Pron;
    let by_person = || {
        source.is_some_and(|source| {
            matches!(context.token(source.head).upos, Upos::Propn | Upos::Pron)
        })
    };
    let fits = match cue.frames.object {
        Fit::Sure => true,
        Fit::Weak => {
            quoted
                || pronoun && context.is_function(object, FunctionWord::ProClause)
                || !pronoun && by_person()
        }
        Fit::No => quoted && cue.frames.quote,
    };
    fits && (cue.strength > 1 || quoted)
}

/// Whether a token stands in a quotation that its verb is no part of.
fn is_quoted(context: &AttributionContext<'_>, token: usize, verb: usize) -> bool {
    let quotation = |token: usize| context.quotations.index(context.index, token);
    quotation(token).is_some() && quotation(token) != quotation(verb)
}

/// The object with what belongs to it after the verb: `as …`, `of …`, a predicate.
fn object_phrase(context: &AttributionContext<'_>, verb: usize, object: usize) -> Vec<TokenRange> {
    let mut ranges = vec![context.below(object, &[])];
    let mut end = if object < verb {
        context.group(verb).last
    } else {
        ranges[0].last
    };
    let behind = context.tree.children(verb).iter().copied();
    for child in behind.filter(|&child| child > object && child > verb) {
        let token = context.token(child);
        let belongs = match token.relation() {
            Deprel::Xcomp => true,
            Deprel::Obl => {
                token.deprel == Deprel::Obl && context.is_marked(child, FunctionWord::ObjectPhrase)
            }
            Deprel::Advcl => context.is_marked(child, FunctionWord::ObjectClause),
            _ => false,
        };
        let below = context.below(child, &[]);
        if belongs && below.first <= end + 1 {
            end = below.last;
            if object < verb {
                ranges.push(below);
            } else {
                ranges[0] = ranges[0].cover(below);
            }
        }
    }
    ranges
}

/// A clause with *that* or *whether* that a parser took for an adverbial one.
fn adverbial_clause(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
) -> Option<Complement> {
    let clause = context.tree.child(verb, Deprel::Advcl)?;
    let mut marks = context.tree.children_by(clause, &[Deprel::Mark]);
    let fits = cue.frames.clause
        && clause > verb
        && marks.any(|mark| {
            context.is_function(mark, FunctionWord::Declarative)
                || context.is_function(mark, FunctionWord::Interrogative)
        });
    fits.then(|| Complement::of([context.below(clause, &[])]))
}
