//! Nouns as cues: `his claim that`, `expressed concern about`, `their demand for`.

use crate::lexicon::Cue;
use crate::text::{Deprel, Upos};

use super::draft::{Draft, content};
use super::view::{Run, View};

/// The attributions that the sentence's nouns make.
pub(super) fn find(view: &View<'_>) -> Vec<Draft> {
    let nouns =
        (0..view.sentence.tokens.len()).filter(|&token| view.token(token).upos == Upos::Noun);
    nouns
        .filter_map(|noun| draft(view, noun, view.cues.noun(&view.token(noun).lemma)?))
        .collect()
}

fn draft(view: &View<'_>, noun: usize, cue: &Cue) -> Option<Draft> {
    let Some((lead, run)) = complement(view, noun, cue) else {
        return equated(view, noun, cue);
    };
    if let Some(draft) = lent(view, noun, cue) {
        return Some(draft);
    }
    let (holder, light) = view.holder_of_noun(noun)?;
    let mut source = view.holder(holder);
    if let Some(mark) = view
        .tree
        .child(holder, Deprel::Case)
        .filter(|&mark| light.is_none() && mark == source.run.last + 1)
    {
        source.run.last = mark;
    }
    let mut own = Run::new(noun, noun);
    match light {
        Some(verb) => own = own.cover(view.group(verb)),
        None => {
            own.first = (source.run.last + 1).min(noun);
            if view.token(noun).relation() == Deprel::Nsubj && own.first > noun {
                own.first = noun;
            }
        }
    }
    if let Some(lead) = lead
        && lead == own.last + 1
    {
        own.last = lead;
    }
    if own.holds(source.head) {
        return None;
    }
    let span = content(view, run)?;
    Some(Draft::silent(view, noun, own, source, cue.stance, span))
}

/// `expressed his support for it`: the verb is the cue, and the noun with its possessive is content.
fn lent(view: &View<'_>, noun: usize, cue: &Cue) -> Option<Draft> {
    let verb = view
        .token(noun)
        .head
        .filter(|&verb| view.token(noun).relation() == Deprel::Obj && view.is_light(verb))?;
    view.tree.child(noun, Deprel::NmodPoss)?;
    let source = view.holder(view.doer(verb)?);
    let span = content(view, view.below(noun, &[]))?;
    let cue_run = view.group(verb);
    if source.run.holds(verb) {
        return None;
    }
    Some(Draft::silent(view, verb, cue_run, source, cue.stance, span))
}

/// `Her view is that …`: the noun is the subject of a copula, the content its predicate.
fn equated(view: &View<'_>, noun: usize, cue: &Cue) -> Option<Draft> {
    let token = view.token(noun);
    let predicate = token
        .head
        .filter(|&predicate| token.relation() == Deprel::Nsubj && predicate > noun)?;
    let copula = view
        .tree
        .children_by(predicate, &[Deprel::Cop])
        .find(|&copula| copula > noun)?;
    let run = Run::new(copula + 1, view.below(predicate, &[]).last);
    let clausal = cue.frames.clause && view.is_finite_without(predicate, copula)
        || cue.frames.infinitive && view.has_to(predicate);
    if !clausal || run.first > run.last {
        return None;
    }
    let (holder, _) = view.holder_of_noun(noun)?;
    let mut source = view.holder(holder);
    if let Some(mark) = view
        .tree
        .child(holder, Deprel::Case)
        .filter(|&mark| mark == source.run.last + 1)
    {
        source.run.last = mark;
    }
    let own = Run::new(source.run.last + 1, copula);
    let span = content(view, run)?;
    Some(Draft::silent(view, noun, own, source, cue.stance, span))
}

/// The content on the noun's right, and the preposition that leads to it.
fn complement(view: &View<'_>, noun: usize, cue: &Cue) -> Option<(Option<usize>, Run)> {
    let frames = &cue.frames;
    for &child in view
        .tree
        .children(noun)
        .iter()
        .filter(|&&child| child > noun)
    {
        let token = view.token(child);
        let run = view.below(child, &[]);
        match token.deprel {
            Deprel::Acl | Deprel::Ccomp if frames.infinitive && view.has_to(child) => {
                return Some((None, run));
            }
            Deprel::Acl | Deprel::Ccomp if frames.clause && view.is_finite(child) => {
                return Some((None, run));
            }
            Deprel::Nmod | Deprel::Acl => {
                let mut leads = view.tree.children_by(child, &[Deprel::Case, Deprel::Mark]);
                if let Some(lead) = leads.find(|&lead| frames.preposition(&view.lower(lead)))
                    && lead < run.last
                {
                    return Some((Some(lead), Run::new((lead + 1).max(run.first), run.last)));
                }
            }
            _ => {}
        }
    }
    beside(view, noun, cue)
}

/// The phrase right behind the noun that the tree hangs on its light verb: `expressed alarm over the delays`.
fn beside(view: &View<'_>, noun: usize, cue: &Cue) -> Option<(Option<usize>, Run)> {
    let token = view.token(noun);
    let verb = token
        .head
        .filter(|&verb| token.relation() == Deprel::Obj && verb < noun && view.is_light(verb))?;
    let phrase = view
        .tree
        .children_by(verb, &[Deprel::Obl, Deprel::Advcl, Deprel::Ccomp])
        .find(|&child| child > noun && view.below(child, &[]).first == noun + 1)?;
    let run = view.below(phrase, &[]);
    let lead = view
        .tree
        .children_by(phrase, &[Deprel::Case, Deprel::Mark])
        .find(|&lead| lead == run.first)?;
    if view.is(lead, "that") && cue.frames.clause {
        return Some((None, run));
    }
    let led = cue.frames.preposition(&view.lower(lead)) && lead < run.last;
    led.then(|| (Some(lead), Run::new(lead + 1, run.last)))
}
