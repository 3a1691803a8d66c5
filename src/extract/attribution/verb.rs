//! Verbs as cues: `says that`, `hopes to`, `called for`, `is expected to`.

use crate::lexicon::{Cue, Stance};
use crate::text::{Deprel, Span, Upos};

use super::around::{lead_in, reach, whole_clause};
use super::complement::{active_content, passive_content};
use super::draft::{Draft, content};
use super::view::{Holder, Run, View};

/// The attributions that the verbs of the sentence make; without content where one may still introduce a quotation.
pub(super) fn find(view: &View<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for verb in 0..view.sentence.tokens.len() {
        if let Some((cue, _)) = view.verb(verb) {
            drafts.extend(draft(view, verb, cue));
        }
    }
    drafts
}

fn draft(view: &View<'_>, verb: usize, cue: &Cue) -> Option<Draft> {
    if view.token(verb).is_any(&[
        Deprel::Case,
        Deprel::Mark,
        Deprel::Fixed,
        Deprel::Amod,
        Deprel::Compound,
    ]) {
        return None;
    }
    let passive = view.is_passive(verb);
    let mut group = view.group(verb);
    let mut doer = if passive {
        view.agent(verb)
    } else {
        view.doer(verb)
            .filter(|&doer| !is_quoted_alone(view, doer, verb))
            .or_else(|| view.neighbour(verb, cue.frames.quote))
    };
    if !passive {
        group = widened(view, verb, group);
    }
    let source = doer
        .take()
        .filter(|&doer| can_hold(view, doer, verb))
        .map(|doer| view.holder(doer));
    let source = if cue.stance == Stance::Seem {
        None
    } else {
        source.map(|source| view.with_apposition(source.before(group), group))
    };
    let found = if passive {
        passive_content(view, verb, cue)
    } else {
        active_content(view, verb, cue, source)
    };
    let speaks = (cue.frames.quote || cue.frames.clause && cue.strength == 3) && !passive;
    let mut runs = Vec::new();
    if let Some(found) = found {
        if let Some(preposition) = found.preposition
            && preposition > group.last
            && preposition <= group.last + 2
        {
            group.last = preposition;
        }
        runs = found.runs;
        let clausal = cue.frames.clause
            && cue.strength == 3
            && !passive
            && view.has_child(verb, Deprel::Ccomp);
        for run in runs.iter_mut().filter(|run| run.first > group.last) {
            if clausal {
                *run = whole_clause(view, verb, group, *run, cue.frames.hearer);
            }
            *run = reach(view, verb, *run);
        }
    }
    if source.is_none()
        && !passive
        && cue.stance != Stance::Seem
        && !has_expletive(view, verb)
        && !view
            .token(verb)
            .is_any(&[Deprel::Root, Deprel::Parataxis, Deprel::Ccomp, Deprel::Conj])
    {
        return None;
    }
    runs.extend(lead_in(view, &runs, group, source));
    let content = pieces(view, &runs, group, source);
    if content.is_empty() && !speaks {
        return None;
    }
    let mut draft = Draft {
        sentence: view.index,
        head: verb,
        cue: group,
        source,
        content: Vec::new(),
        speaks,
        stance: cue.stance,
        act: is_act(view, verb, cue, passive),
    };
    for span in content {
        draft.add(view.annotated, span);
    }
    Some(draft)
}

/// Whether a noun stands in quotation marks and the verb does not: no words of others say anything, whatever the tree
/// makes of `“… the time for all good people,” Ana Lopez said`.
fn is_quoted_alone(view: &View<'_>, doer: usize, verb: usize) -> bool {
    let quotation = view.quotations.around(view.index, doer);
    quotation.is_some_and(|quotation| {
        let (first, last) = (view.offsets.first(quotation), view.offsets.last(quotation));
        quotation.closed && last - first > 4 && !(first..=last).contains(&view.offset(verb))
    })
}

fn has_expletive(view: &View<'_>, verb: usize) -> bool {
    view.has_child(verb, Deprel::Expl)
}

/// Whether a verb tells a mere act rather than words or a thought: `showed patience`, `allowed convoys to pass`, `the
/// visit was encouraged by …`.
fn is_act(view: &View<'_>, verb: usize, cue: &Cue, passive: bool) -> bool {
    if view.has_child(verb, Deprel::Ccomp) {
        return false;
    }
    let worded = cue.frames.quote || cue.frames.clause;
    let urged = cue.stance == Stance::Demand && !worded && !view.has_child(verb, Deprel::Xcomp);
    let named = passive && view.has_child(verb, Deprel::OblAgent);
    view.cues.is_act(&view.token(verb).lemma)
        || urged && (named || view.has_child(verb, Deprel::Obj))
}

/// Whether a noun phrase can be a source at all: `there` cannot, nor an `it` that another verb lends (`it is hard to
/// say`).
fn can_hold(view: &View<'_>, head: usize, verb: usize) -> bool {
    let lent = view.token(head).head != Some(verb);
    let nominal = !matches!(view.token(head).upos, Upos::Verb | Upos::Punct | Upos::Adv);
    let dummy = view.is(head, "there") || lent && view.is(head, "it");
    nominal && !dummy
}

/// The group with the verbs above it of which it is the complement and which are no cues: `tried to argue`.
fn widened(view: &View<'_>, verb: usize, group: Run) -> Run {
    let (mut verb, mut group) = (verb, group);
    for _ in 0..3 {
        let token = view.token(verb);
        let Some(above) = token
            .head
            .filter(|&above| token.relation() == Deprel::Xcomp && above < group.first)
        else {
            break;
        };
        let own = view.verb(above).is_some_and(|(cue, _)| {
            let frames = &cue.frames;
            frames.infinitive || frames.gerund || frames.object_infinitive || view.is_passive(above)
        });
        let upper = view.group(above);
        if own || upper.last + 1 != group.first || view.has_child(above, Deprel::Obj) {
            break;
        }
        group = group.cover(upper);
        verb = above;
    }
    group
}

/// The runs as stretches of the text, without cue and source where these stand in their midst.
fn pieces(view: &View<'_>, runs: &[Run], cue: Run, source: Option<Holder>) -> Vec<Span> {
    let mut spans = Vec::new();
    for &run in runs {
        let mut hole = cue;
        if let Some(source) = source
            && (source.run.last < cue.first
                && run.first < source.run.first
                && source.run.last < run.last
                || source.run.first > cue.last
                    && source.run.first < run.last
                    && run.first < cue.first)
        {
            hole = hole.cover(source.run);
        }
        for part in without(run, hole) {
            spans.extend(content(view, part));
        }
    }
    spans
}

/// The parts of a run before and after a hole in it.
fn without(run: Run, hole: Run) -> Vec<Run> {
    if hole.last < run.first || run.last < hole.first {
        return vec![run];
    }
    let mut parts = Vec::new();
    if run.first < hole.first {
        parts.push(Run::new(run.first, hole.first - 1));
    }
    if hole.last < run.last {
        parts.push(Run::new(hole.last + 1, run.last));
    }
    parts
}
