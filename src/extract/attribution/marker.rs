//! Phrases and adverbs that attribute a clause without a verb of saying: `according to`, `in his view`, `reportedly`.

use crate::lexicon::{Marker, Stance};
use crate::text::{Deprel, Span, Upos};

use super::draft::{Draft, content};
use super::view::{Holder, Run, View};

/// The attributions that the sentence's markers make.
pub(super) fn find(view: &View<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for token in 0..view.sentence.tokens.len() {
        if view.token(token).upos == Upos::Adv && view.cues.is_hearsay(&view.lower(token)) {
            drafts.extend(hearsay(view, token));
        }
        let found = view
            .cues
            .markers()
            .iter()
            .filter_map(|marker| phrase(view, marker, token));
        if let Some(draft) = found.max_by_key(|draft| draft.cue.last) {
            drafts.push(draft);
        }
    }
    drafts
}

/// `reportedly`: the clause is somebody's words, the text does not say whose.
fn hearsay(view: &View<'_>, adverb: usize) -> Option<Draft> {
    let governor = view.token(adverb).head?;
    finish(
        view,
        governor,
        Run::new(adverb, adverb),
        None,
        Run::new(adverb, adverb),
    )
}

fn phrase(view: &View<'_>, marker: &Marker, at: usize) -> Option<Draft> {
    let words = |from: usize, words: &[Box<str>]| {
        let fits = from + words.len() <= view.sentence.tokens.len();
        fits && words
            .iter()
            .enumerate()
            .all(|(offset, word)| view.is(from + offset, word))
    };
    if !words(at, &marker.before) {
        return None;
    }
    let next = at + marker.before.len();
    if marker.after.is_empty() {
        let own = Run::new(at, next.checked_sub(1)?);
        // The source is the noun phrase that starts after the marker: the outermost head whose words begin there.
        let mut head = next;
        if next >= view.sentence.tokens.len() {
            return None;
        }
        while let Some(above) = view
            .token(head)
            .head
            .filter(|&above| above > head || view.token(above).head.is_some_and(|up| up >= next))
        {
            if above < next
                || !matches!(
                    view.token(head).relation(),
                    Deprel::Det
                        | Deprel::Amod
                        | Deprel::Compound
                        | Deprel::Nmod
                        | Deprel::Nummod
                        | Deprel::Flat
                        | Deprel::Advmod
                        | Deprel::Case
                )
            {
                break;
            }
            head = above;
        }
        let source = view.holder(head);
        let source = Holder {
            run: Run::new(source.run.first.max(next), source.run.last.max(next)),
            head,
        };
        let governor = view
            .tree
            .ancestors(head)
            .find(|&above| above < at || above > source.run.last)?;
        return finish(view, governor, own, Some(source), own.cover(source.run));
    }
    // A possessive source: up to five words, of which the last is its pronoun or its `'s`.
    let limit = (next + 6).min(view.sentence.tokens.len());
    let end = (next + 1..limit).find(|&end| words(end, &marker.after))?;
    let head = (next..end).find(|&token| {
        view.token(token).deprel == Deprel::NmodPoss
            && view.token(token).head.is_some_and(|above| above >= end)
    })?;
    let source = view.holder(head);
    let last = end + marker.after.len() - 1;
    let noun = view.token(head).head?;
    let governor = view.token(noun).head?;
    let own = Run::new(end, last);
    finish(view, governor, own, Some(source), Run::new(at, last))
}

/// The governor's clause without the marker as content.
fn finish(
    view: &View<'_>,
    governor: usize,
    cue: Run,
    source: Option<Holder>,
    hole: Run,
) -> Option<Draft> {
    let clause = clause_of(view, governor);
    let mut whole = view.below(clause, &[]);
    if source.is_some() {
        whole = at_the_edge(view, hole).unwrap_or(whole);
    }
    if source.is_none()
        && let Some(subject) = view
            .tree
            .child(clause, Deprel::Nsubj)
            .filter(|&subject| subject < cue.first)
    {
        // What stands before the subject may be somebody else's: `According to her, they reportedly left`.
        whole.first = view.below(subject, &[]).first;
    }
    let mut draft = Draft {
        sentence: view.index,
        head: cue.first,
        cue,
        source,
        content: Vec::new(),
        speaks: source.is_some(),
        stance: Stance::Assert,
        act: false,
    };
    let mut spans: Vec<Span> = Vec::new();
    let before = whole.first < hole.first;
    let after = hole.last < whole.last;
    if before {
        spans.extend(content(view, Run::new(whole.first, hole.first - 1)));
    }
    if after && (!before || source.is_none() || goes_on(view, hole.last, whole.last)) {
        spans.extend(content(view, Run::new(hole.last + 1, whole.last)));
    }
    for span in spans {
        draft.add(view.annotated, span);
    }
    (!draft.content.is_empty()).then_some(draft)
}

/// The whole sentence for a marker that opens it, or that ends it after a comma.
fn at_the_edge(view: &View<'_>, hole: Run) -> Option<Run> {
    let size = view.sentence.tokens.len();
    let punctuation = |token: usize| view.token(token).upos == Upos::Punct;
    let opens = hole.first == 0 && view.token((hole.last + 1).min(size - 1)).form == ",";
    let ends = (hole.last + 1..size).all(punctuation)
        && hole.first > 0
        && view.token(hole.first - 1).form == ",";
    (opens || ends).then(|| Run::new(0, size - 1))
}

/// Whether the clause goes on after a marker in its midst with more than another circumstance.
fn goes_on(view: &View<'_>, from: usize, to: usize) -> bool {
    (from + 1..=to).any(|token| matches!(view.token(token).upos, Upos::Verb | Upos::Aux))
}

/// The head of the clause around a word.
fn clause_of(view: &View<'_>, word: usize) -> usize {
    let is_clause = |token: usize| {
        let word = view.token(token);
        word.head.is_none()
            || matches!(
                word.relation(),
                Deprel::Ccomp | Deprel::Advcl | Deprel::Parataxis | Deprel::Csubj | Deprel::Conj
            ) && view.has_child(token, Deprel::Nsubj)
            || word.deprel == Deprel::AclRelcl
    };
    if is_clause(word) {
        return word;
    }
    view.tree
        .ancestors(word)
        .find(|&above| is_clause(above))
        .unwrap_or(word)
}
