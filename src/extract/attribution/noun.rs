//! Nouns as cues: `his claim that`, `expressed concern about`, `their demand for`.

use crate::lexicon::Cue;
use crate::text::Upos;

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
    let (lead, run) = complement(view, noun, cue)?;
    let (holder, light) = view.holder_of_noun(noun)?;
    let source = view.holder(holder);
    let mut own = Run::new(noun, noun);
    match light {
        Some(verb) => own = own.cover(view.group(verb)),
        None => {
            own.first = (source.run.last + 1).min(noun);
            if view.token(noun).relation() == "nsubj" && own.first > noun {
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
    let mut draft = Draft {
        sentence: view.index,
        head: noun,
        cue: own,
        source: Some(source),
        content: Vec::new(),
        speaks: false,
        stance: cue.stance,
    };
    draft.add(view.annotated, span);
    Some(draft)
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
        match token.deprel.as_str() {
            "acl" | "ccomp" if frames.infinitive && view.has_to(child) => return Some((None, run)),
            "acl" | "ccomp" if frames.clause && view.is_finite(child) => return Some((None, run)),
            "nmod" | "acl" => {
                let mut leads = view.tree.children_by(child, &["case", "mark"]);
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
