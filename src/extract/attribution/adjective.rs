//! Adjectives as cues: `is confident that`, `are worried about`, `was unaware of`.

use crate::lexicon::Cue;
use crate::text::{Deprel, Upos};

use super::draft::{Draft, content};
use super::view::{Run, View};

/// The attributions that the sentence's adjectives make.
pub(super) fn find(view: &View<'_>) -> Vec<Draft> {
    let words = (0..view.sentence.tokens.len())
        .filter(|&token| matches!(view.token(token).upos, Upos::Adj | Upos::Verb));
    words
        .filter_map(|word| draft(view, word, view.cues.adjective(&view.lower(word))?))
        .collect()
}

fn draft(view: &View<'_>, adjective: usize, cue: &Cue) -> Option<Draft> {
    let token = view.token(adjective);
    let copular =
        view.has_child(adjective, Deprel::Cop) || view.has_child(adjective, Deprel::AuxPass);
    let complement = token.relation() == Deprel::Xcomp && token.head.is_some();
    if !copular && !complement {
        return None;
    }
    let mut own = view.group(adjective);
    if !copular && let Some(verb) = token.head {
        let upper = view.group(verb);
        if upper.last + 1 != own.first {
            return None;
        }
        own = own.cover(upper);
    }
    let doer = view
        .tree
        .child(adjective, Deprel::NsubjPass)
        .or_else(|| view.doer(adjective))?;
    let (lead, run) = content_of(view, adjective, cue)?;
    if let Some(lead) = lead
        && lead == own.last + 1
    {
        own.last = lead;
    }
    let span = content(view, run)?;
    Some(Draft::silent(
        view,
        adjective,
        own,
        view.holder(doer),
        cue.stance,
        span,
    ))
}

fn content_of(view: &View<'_>, adjective: usize, cue: &Cue) -> Option<(Option<usize>, Run)> {
    let frames = &cue.frames;
    for &child in view
        .tree
        .children(adjective)
        .iter()
        .filter(|&&child| child > adjective)
    {
        let token = view.token(child);
        let run = view.below(child, &[]);
        match token.relation() {
            Deprel::Ccomp if frames.clause => return Some((None, run)),
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl
                if frames.infinitive && view.has_to(child) =>
            {
                return Some((None, run));
            }
            Deprel::Advcl if frames.clause && that_clause(view, child) => return Some((None, run)),
            Deprel::Obl | Deprel::Advcl => {
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
    None
}

fn that_clause(view: &View<'_>, clause: usize) -> bool {
    let mut marks = view.tree.children_by(clause, &[Deprel::Mark]);
    marks.any(|mark| view.is(mark, "that"))
}
