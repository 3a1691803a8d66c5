//! Content by place: clauses beside a speaker's clause, and how far a content reaches where the tree is wrong.

use crate::text::{Deprel, Upos, Xpos};

use super::complement::{Found, led_by};
use super::view::{Holder, Run, View};

/// `which`, `that`, `who`: the object of a relative clause.
pub(super) fn is_relative(view: &View<'_>, token: usize) -> bool {
    if std::env::var("RELATIVE").is_ok() {
        return crate::syntax::is_relative(&view.tree, token);
    }
    matches!(view.token(token).xpos, Xpos::Wdt | Xpos::Wp | Xpos::WpPoss)
}

/// A clause beside the verb without a conjunction: `The pumps failed, she said`, `She said: the pumps failed`.
pub(super) fn beside(view: &View<'_>, verb: usize) -> Option<Found> {
    let token = view.token(verb);
    if let Some(clause) = view
        .tree
        .children_by(verb, &[Deprel::Parataxis])
        .find(|&clause| clause > verb && view.verb(clause).is_none_or(|(cue, _)| !cue.frames.quote))
    {
        return Found::one(view.below(clause, &[]));
    }
    let above = token.head?;
    let as_clause = token.relation() == Deprel::Advcl && led_by(view, verb, &["as"]);
    if token.relation() == Deprel::Parataxis || as_clause {
        let own = view.below(verb, &[]);
        let whole = view.below(above, &[]);
        let mut runs = Vec::new();
        if whole.first < own.first {
            runs.push(Run::new(whole.first, own.first - 1));
        }
        if own.last < whole.last {
            runs.push(Run::new(own.last + 1, whole.last));
        }
        return (!runs.is_empty()).then_some(Found {
            runs,
            preposition: None,
        });
    }
    None
}

/// The content with what follows it in the sentence and belongs to it although the tree hangs it on the cue: parsers
/// attach late circumstances and second clauses too high. An incidental relative clause at its end is left out.
pub(super) fn reach(view: &View<'_>, verb: usize, run: Run) -> Run {
    let mut last = run.last;
    for &child in view.tree.children(verb) {
        if child <= last {
            continue;
        }
        let token = view.token(child);
        let part = view.below(child, &[]);
        let beside = part.first == last + 1;
        let goes_on = match token.relation() {
            Deprel::Obl | Deprel::Nmod => beside,
            Deprel::Advcl => {
                beside && view.token(part.first).form != "," && token.xpos != Xpos::Vbg
            }
            Deprel::Conj
                if beside
                    && !matches!(token.upos, Upos::Verb | Upos::Aux)
                    && !view.has_child(child, Deprel::Cop) =>
            {
                true
            }
            Deprel::Conj | Deprel::Ccomp => view
                .tree
                .children_by(child, &[Deprel::Mark])
                .any(|mark| view.is(mark, "that")),
            Deprel::Punct => continue,
            _ => false,
        };
        if !goes_on {
            break;
        }
        last = part.last;
    }
    without_incidental(view, Run::new(run.first, last))
}

/// The run without a relative clause after its last comma.
pub(super) fn without_incidental(view: &View<'_>, run: Run) -> Run {
    let comma = (run.first + 3..run.last)
        .rev()
        .find(|&token| view.token(token).form == ",");
    match comma {
        Some(comma)
            if (is_relative(view, comma + 1) || is_summed_up(view, comma))
                && view.quotations.around(view.index, comma).is_none() =>
        {
            Run::new(run.first, comma - 1)
        }
        _ => run,
    }
}

/// Whether a noun of saying with a relative clause of its own follows a comma: `…, a claim the army denies`.
fn is_summed_up(view: &View<'_>, comma: usize) -> bool {
    let size = view.sentence.tokens.len();
    (comma + 1..size.min(comma + 4)).any(|noun| {
        let mut clauses = view.tree.children_by(noun, &[Deprel::Acl]);
        view.token(noun).upos == Upos::Noun
            && view.cues.noun(&view.token(noun).lemma).is_some()
            && clauses.any(|clause| view.token(clause).deprel == Deprel::AclRelcl)
    })
}

/// The rest of a sentence into which a speaker's clause is set between commas, or to which it is added after one,
/// when the tree shows no content.
pub(super) fn set_in(view: &View<'_>, verb: usize, source: Holder) -> Option<Found> {
    let inner = view.group(verb).cover(source.run);
    let size = view.sentence.tokens.len();
    let comma = |token: usize| view.token(token).form == ",";
    let ends = (inner.last + 1..size).all(|token| view.token(token).upos == Upos::Punct);
    if inner.first < 3
        || !comma(inner.first - 1)
        || view.group(verb).holds(source.head)
        || inner.last - inner.first > 12
    {
        return None;
    }
    let before = Run::new(0, inner.first - 2);
    if ends {
        return Found::one(before);
    }
    let after = Run::new((inner.last + 2).min(size - 1), size - 1);
    comma(inner.last + 1).then(|| Found {
        runs: vec![before, after],
        preposition: None,
    })
}

/// The words after a cue up to the end of the sentence or to a verb coordinated with it, if they can be a clause, when
/// the tree shows no content.
pub(super) fn follows(view: &View<'_>, verb: usize, source: Holder, hearer: bool) -> Option<Found> {
    let cue = view.group(verb);
    let size = view.sentence.tokens.len();
    if source.run.first > cue.last || cue.last + 2 >= size {
        return None;
    }
    let from = if hearer {
        (cue.last + 1..size.min(cue.last + 9)).find(|&token| view.is(token, "that"))?
    } else {
        cue.last + 1
    };
    let opens = !matches!(
        view.token(from).upos,
        Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Adv | Upos::Part
    ) || view.is_mark(from);
    let conjuncts = view.tree.children_by(verb, &[Deprel::Conj]);
    let behind = conjuncts.map(|conjunct| view.below(conjunct, &[]).first);
    let end = behind.filter(|&first| first > from).min().unwrap_or(size);
    let clause = (from..end).any(|token| view.is_finite_word(token));
    (opens && clause).then(|| Found {
        runs: vec![Run::new(from, end - 1)],
        preposition: None,
    })
}

/// The words before a speaker's clause that ends the sentence, when the tree shows no content.
pub(super) fn precedes(view: &View<'_>, verb: usize, source: Holder) -> Option<Found> {
    let inner = view.group(verb).cover(source.run);
    let comma = inner.first >= 4 && view.token(inner.first - 1).form == ",";
    let clause = (0..inner.first).any(|token| view.is_finite_word(token));
    let ends = !(inner.last + 1..view.sentence.tokens.len())
        .any(|token| view.token(token).upos == Upos::Punct && view.is(token, ":"));
    (comma && clause && ends).then(|| Found {
        runs: vec![Run::new(0, inner.first - 2)],
        preposition: None,
    })
}

/// What stands before a speaker's clause that is set into its content: `If it rains, she says, the pumps will fail`.
pub(super) fn lead_in(
    view: &View<'_>,
    runs: &[Run],
    cue: Run,
    source: Option<Holder>,
) -> Option<Run> {
    let source = source?;
    let inner = cue.cover(source.run);
    let comma = |token: usize| view.token(token).form == ",";
    let set_in = inner.first > 1
        && comma(inner.first - 1)
        && inner.last + 2 < view.sentence.tokens.len()
        && comma(inner.last + 1)
        && cue
            .first
            .abs_diff(source.run.last)
            .min(source.run.first.abs_diff(cue.last))
            <= 2;
    let only_after = !runs.is_empty() && runs.iter().all(|run| run.first > inner.last);
    (set_in && only_after).then(|| Run::new(0, inner.first - 2))
}

/// A clause after a verb of saying from right behind the cue, unless a circumstance or an addressee stands there, to
/// the next punctuation mark or conjunction: trees often leave out its first or last words.
pub(super) fn whole_clause(view: &View<'_>, verb: usize, cue: Run, run: Run, hearer: bool) -> Run {
    let size = view.sentence.tokens.len();
    let mut last = run.last;
    let stops = |token: usize| {
        matches!(view.token(token).upos, Upos::Punct | Upos::Cconj) && !view.is_mark(token)
    };
    let that = usize::from(view.is(run.first, "that"));
    // A condition that comes first ends at a comma, behind which its clause follows.
    let mut conditions = usize::from(opens_condition(view, run.first + that));
    if last < size && !stops(last) {
        while last + 1 < size
            && (!stops(last + 1)
                || conditions > 0 && view.token(last + 1).form == "," && last + 2 < size)
        {
            last += 1;
            if view.token(last).form == "," {
                conditions -= 1;
            }
        }
    }
    let gap = cue.last + 1..run.first;
    let top = |token: usize| {
        std::iter::once(token)
            .chain(view.tree.ancestors(token))
            .find(|&up| view.token(up).head == Some(verb))
    };
    let aside = |token: usize| {
        stops(token)
            || top(token).is_some_and(|up| {
                view.token(up).is_any(&[
                    Deprel::Obl,
                    Deprel::Iobj,
                    Deprel::Advmod,
                    Deprel::Advcl,
                    Deprel::Nsubj,
                    Deprel::Discourse,
                ])
            })
    };
    let begins = !hearer && !gap.is_empty() && gap.len() <= 12 && !gap.clone().any(aside);
    Run::new(if begins { cue.last + 1 } else { run.first }, last)
}

/// Whether a clause starts here that another one must follow: `if`, `when`, `although`.
fn opens_condition(view: &View<'_>, token: usize) -> bool {
    let inside = token < view.sentence.tokens.len();
    inside
        && (view.token(token).upos == Upos::Sconj
            && !view.is(token, "that")
            && !view.is(token, "whether"))
}
