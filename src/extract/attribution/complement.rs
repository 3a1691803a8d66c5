//! The content of a verb by its frames: clauses, infinitives, objects, prepositional phrases.

use crate::lexicon::{Cue, Fit, Stance};
use crate::text::{Deprel, Upos, Xpos};

use super::around::{beside, follows, is_relative, precedes, set_in};
use super::view::{Holder, Run, View};

/// The content of a verb as its frames and its tree give it.
pub(super) struct Found {
    /// Runs of tokens.
    pub(super) runs: Vec<Run>,
    /// The preposition that leads to the content and belongs to the cue.
    pub(super) preposition: Option<usize>,
}

impl Found {
    pub(super) fn one(run: Run) -> Option<Self> {
        Some(Self {
            runs: vec![run],
            preposition: None,
        })
    }
}

pub(super) fn active_content(
    view: &View<'_>,
    verb: usize,
    cue: &Cue,
    source: Option<Holder>,
) -> Option<Found> {
    let frames = &cue.frames;
    let children = view.tree.children(verb);
    let by = |relation: Deprel| {
        children
            .iter()
            .copied()
            .find(|&child| view.token(child).relation() == relation)
    };
    if let Some(clause) = by(Deprel::Ccomp) {
        let infinitive = view.has_to(clause) && !view.is_finite(clause);
        if frames.clause
            || frames.quote
            || frames.object == Fit::Sure && !view.is_finite(clause)
            || infinitive && (frames.object_infinitive || frames.infinitive)
        {
            let mut runs = vec![view.below(clause, &[verb])];
            runs.extend(
                by(Deprel::Obj)
                    .filter(|&object| object < verb && is_relative(view, object))
                    .map(|object| Run::new(object, object)),
            );
            return Some(Found {
                runs,
                preposition: None,
            });
        }
    }
    let object = by(Deprel::Obj)
        .or_else(|| by(Deprel::Iobj).filter(|_| !frames.hearer))
        .filter(|&object| view.token(object).upos != Upos::Punct);
    let purpose = || by(Deprel::Advcl).filter(|&clause| frames.infinitive && view.has_to(clause));
    if let Some(complement) = by(Deprel::Xcomp)
        .or_else(purpose)
        .filter(|&complement| complement > verb)
    {
        let infinitive = view.has_to(complement);
        let gerund = view.token(complement).xpos == Xpos::Vbg;
        let run = view.below(complement, &[]);
        if cue.stance == Stance::Seem && object.is_none() {
            return raised(view, verb, complement);
        }
        match object {
            Some(object) if object > verb && infinitive && frames.object_infinitive => {
                return if frames.hearer {
                    Found::one(run)
                } else {
                    Found::one(view.below(object, &[]).cover(run))
                };
            }
            Some(object) if !infinitive && frames.object != Fit::No => {
                return Found::one(view.below(object, &[]).cover(run));
            }
            None if infinitive && frames.infinitive => return Found::one(run),
            None if gerund && frames.gerund => return Found::one(run),
            _ => {}
        }
    }
    if let Some(found) = prepositional(view, verb, cue, object) {
        return Some(found);
    }
    if let Some(object) = object {
        if frames.hearer && !quoted(view, object, verb) {
            return by(Deprel::Parataxis)
                .filter(|&clause| clause > verb && frames.clause)
                .and_then(|clause| Found::one(view.below(clause, &[])));
        }
        let enough = match frames.object {
            Fit::Sure => true,
            Fit::Weak => {
                quoted(view, object, verb)
                    || is_pro_clause(view, object)
                    || view.token(object).upos != Upos::Pron
                        && source.is_some_and(|source| {
                            matches!(view.token(source.head).upos, Upos::Propn | Upos::Pron)
                        })
            }
            Fit::No => quoted(view, object, verb) && frames.quote,
        };
        if enough && (cue.strength > 1 || quoted(view, object, verb)) {
            return Some(Found {
                runs: with_complements(view, verb, object),
                preposition: None,
            });
        }
    }
    if let Some(noun) = relativised(view, verb, cue) {
        return Found::one(noun);
    }
    if frames.clause
        && let Some(clause) =
            by(Deprel::Advcl).filter(|&clause| clause > verb && is_question_or_like(view, clause))
    {
        return Found::one(view.below(clause, &[]));
    }
    if frames.clause
        && let Some(source) = source
    {
        let sure = cue.strength == 3
            && (frames.quote || matches!(cue.stance, Stance::Think | Stance::Assert));
        return beside(view, verb)
            .or_else(|| sure.then(|| set_in(view, verb, source)).flatten())
            .or_else(|| {
                sure.then(|| follows(view, verb, source, frames.hearer))
                    .flatten()
            })
            .or_else(|| sure.then(|| precedes(view, verb, source)).flatten());
    }
    None
}

/// The noun of saying that a relative clause without a pronoun denies or doubts: `a claim the army has denied`.
fn relativised(view: &View<'_>, verb: usize, cue: &Cue) -> Option<Run> {
    let token = view.token(verb);
    let noun = token.head.filter(|&noun| {
        token.deprel == Deprel::AclRelcl
            && noun < verb
            && view.cues.noun(&view.token(noun).lemma).is_some()
    })?;
    let subject = view.tree.child(verb, Deprel::Nsubj)?;
    let bare = noun < subject && view.below(verb, &[]).first == noun + 1;
    let rejects = matches!(cue.stance, Stance::Deny | Stance::Doubt | Stance::Oppose);
    if !bare || !rejects || cue.frames.object != Fit::Sure {
        return None;
    }
    let mut own = Run::new(view.below(noun, &[verb]).first, noun);
    while own.first < noun && view.token(own.first).upos == Upos::Punct {
        own.first += 1;
    }
    let added = own.first > 1 && view.token(own.first - 1).form == ",";
    if !added {
        return Some(own);
    }
    // The noun sums up the clause before it, which is what is denied: of a cue's the content alone.
    let clause = view
        .tree
        .ancestors(noun)
        .find(|&above| view.token(above).is_any(&[Deprel::Ccomp, Deprel::Root]))?;
    let first = match view.verb(clause) {
        Some(_) if clause < own.first => clause + 1,
        _ => view.below(clause, &[]).first,
    };
    Some(Run::new(first.min(own.first), noun))
}

/// A clause after *whether*, *how* and the like that a parser took for a circumstance.
fn is_question_or_like(view: &View<'_>, clause: usize) -> bool {
    let mut marks = view.tree.children_by(clause, &[Deprel::Mark]);
    marks.any(|mark| matches!(view.lower(mark).as_str(), "that" | "whether"))
}

/// `that`, `so`, `it`, `this`: stands for a clause.
fn is_pro_clause(view: &View<'_>, object: usize) -> bool {
    view.token(object).upos == Upos::Pron
        && matches!(
            view.lower(object).as_str(),
            "this" | "that" | "it" | "so" | "otherwise" | "what" | "nothing" | "something" | "much"
        )
}

/// Whether a word stands in a quotation that its verb is not part of.
fn quoted(view: &View<'_>, token: usize, verb: usize) -> bool {
    let number = view.quotations.index(view.index, token);
    number.is_some() && number != view.quotations.index(view.index, verb)
}

/// The object with what belongs to it after the verb: `as …`, `of …`, a predicate.
fn with_complements(view: &View<'_>, verb: usize, object: usize) -> Vec<Run> {
    let mut runs = vec![view.below(object, &[])];
    let mut end = if object < verb {
        view.group(verb).last
    } else {
        runs[0].last
    };
    for child in view
        .tree
        .children(verb)
        .iter()
        .copied()
        .filter(|&child| child > object && child > verb)
    {
        let token = view.token(child);
        let part = match token.relation() {
            Deprel::Xcomp => true,
            Deprel::Obl => token.deprel == Deprel::Obl && led_by(view, child, &["as", "of", "for"]),
            Deprel::Advcl => led_by(view, child, &["as", "of", "for", "from"]),
            _ => false,
        };
        let below = view.below(child, &[]);
        if part && below.first <= end + 1 {
            end = below.last;
            if object < verb {
                runs.push(below);
            } else {
                runs[0] = runs[0].cover(below);
            }
        }
    }
    runs
}

pub(super) fn led_by(view: &View<'_>, head: usize, words: &[&str]) -> bool {
    let mut leads = view.tree.children_by(head, &[Deprel::Case, Deprel::Mark]);
    leads.any(|lead| words.contains(&view.lower(lead).as_str()))
}

/// Content after a preposition of the verb's frames: `called for an end`, `accused him of lying`.
fn prepositional(view: &View<'_>, verb: usize, cue: &Cue, object: Option<usize>) -> Option<Found> {
    if let Some(particle) = view
        .tree
        .child(verb, Deprel::CompoundPrt)
        .filter(|&particle| cue.frames.preposition(&view.lower(particle)))
        && let Some(object) = object
    {
        return Some(Found {
            runs: with_complements(view, verb, object),
            preposition: Some(particle),
        });
    }
    if cue.frames.prepositions.is_empty() || object.is_some() && !cue.frames.hearer {
        return None;
    }
    for &child in view.tree.children(verb) {
        let token = view.token(child);
        if child < verb
            || !(token.relation() == Deprel::Obl && token.deprel != Deprel::OblAgent
                || token.relation() == Deprel::Advcl)
        {
            continue;
        }
        let mut leads = view.tree.children_by(child, &[Deprel::Case, Deprel::Mark]);
        let Some(lead) = leads.find(|&lead| {
            view.token(lead).upos != Upos::Part && cue.frames.preposition(&view.lower(lead))
        }) else {
            continue;
        };
        let mut run = view.below(child, &[lead]);
        run.first = run.first.max(lead + 1);
        if let Some(complement) = view
            .tree
            .child(verb, Deprel::Xcomp)
            .filter(|&complement| complement > child)
        {
            run = run.cover(view.below(complement, &[]));
        }
        return (run.first <= run.last).then(|| Found {
            runs: vec![run],
            preposition: Some(lead),
        });
    }
    None
}

/// `is expected to`, `is said to`, `was told that`, `was criticised by`.
pub(super) fn passive_content(view: &View<'_>, verb: usize, cue: &Cue) -> Option<Found> {
    let frames = &cue.frames;
    let subject = view.tree.child(verb, Deprel::NsubjPass);
    let clause = view
        .tree
        .child(verb, Deprel::Ccomp)
        .or_else(|| view.tree.child(verb, Deprel::Csubj));
    if let Some(clause) = clause
        && (frames.clause || frames.quote)
    {
        return Found::one(view.below(clause, &[verb]));
    }
    let complement = view
        .tree
        .child(verb, Deprel::Xcomp)
        .filter(|&complement| complement > verb);
    if let Some(complement) = complement
        && (frames.infinitive
            || frames.object_infinitive
            || frames.clause
            || frames.object != Fit::No)
    {
        let mut runs = vec![view.below(complement, &[])];
        if !frames.hearer {
            runs.extend(subject.map(|subject| view.below(subject, &[])));
        }
        return Some(Found {
            runs,
            preposition: None,
        });
    }
    if let Some(clause) = behind_agent(view, verb).filter(|_| frames.clause) {
        return Found::one(clause);
    }
    let subject = subject?;
    let as_phrase = view
        .tree
        .children_by(verb, &[Deprel::Obl, Deprel::Advcl])
        .find(|&child| child > verb && led_by(view, child, &["as", "of", "for"]));
    let sure = frames.object == Fit::Sure && cue.strength > 1;
    if sure && (view.agent(verb).is_some() || as_phrase.is_some() || cue.strength == 3) {
        let mut runs = vec![view.below(subject, &[])];
        runs.extend(as_phrase.map(|phrase| view.below(phrase, &[])));
        return Some(Found {
            runs,
            preposition: None,
        });
    }
    None
}

/// The clause after *by* and its noun phrase, which parsers take for a relative one: `was told by aides that …`.
fn behind_agent(view: &View<'_>, verb: usize) -> Option<Run> {
    let agent = view.agent(verb)?;
    let clause = view
        .tree
        .children_by(agent, &[Deprel::Acl])
        .find(|&clause| clause > agent)?;
    let that = view
        .tree
        .children_by(clause, &[Deprel::Mark])
        .find(|&mark| view.is(mark, "that"))?;
    Some(Run::new(that, view.below(clause, &[]).last))
}

/// Subject and predicate of *seem* and *appear*.
fn raised(view: &View<'_>, verb: usize, complement: usize) -> Option<Found> {
    let mut runs = vec![view.below(complement, &[])];
    runs.extend(view.doer(verb).map(|subject| view.below(subject, &[])));
    Some(Found {
        runs,
        preposition: None,
    })
}
