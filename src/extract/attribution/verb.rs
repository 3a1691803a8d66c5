//! Verbs as cues: `says that`, `hopes to`, `called for`, `is expected to`.

use crate::lexicon::{Cue, Fit, Stance};
use crate::text::{Span, Upos};

use super::draft::{Draft, content};
use super::view::{Holder, Run, View};

/// The content of a verb as its frames and its tree give it.
struct Found {
    /// Runs of tokens.
    runs: Vec<Run>,
    /// The preposition that leads to the content and belongs to the cue.
    preposition: Option<usize>,
}

impl Found {
    fn one(run: Run) -> Option<Self> {
        Some(Self {
            runs: vec![run],
            preposition: None,
        })
    }
}

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
    if view
        .token(verb)
        .is_any(&["case", "mark", "fixed", "amod", "compound"])
    {
        return None;
    }
    let passive = view.is_passive(verb);
    let mut group = view.group(verb);
    let mut doer = if passive {
        view.agent(verb)
    } else {
        view.doer(verb)
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
        source.map(|source| source.before(group))
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
        for run in runs.iter_mut().filter(|run| run.first > group.last) {
            *run = reach(view, verb, *run);
        }
    }
    if source.is_none()
        && !passive
        && cue.stance != Stance::Seem
        && !has_expletive(view, verb)
        && !view
            .token(verb)
            .is_any(&["root", "parataxis", "ccomp", "conj"])
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
    };
    for span in content {
        draft.add(view.annotated, span);
    }
    Some(draft)
}

fn has_expletive(view: &View<'_>, verb: usize) -> bool {
    view.has_child(verb, "expl")
}

/// Whether a noun phrase can be a source at all: `there` cannot, nor an `it` that another verb lends (`it is hard to
/// say`).
fn can_hold(view: &View<'_>, head: usize, verb: usize) -> bool {
    let lent = view.token(head).head != Some(verb);
    !matches!(view.token(head).upos, Upos::Verb | Upos::Punct | Upos::Adv)
        && !view.is(head, "there")
        && !(lent && view.is(head, "it"))
}

/// The group with the verbs above it of which it is the complement and which are no cues: `tried to argue`.
fn widened(view: &View<'_>, verb: usize, group: Run) -> Run {
    let (mut verb, mut group) = (verb, group);
    for _ in 0..3 {
        let token = view.token(verb);
        let Some(above) = token
            .head
            .filter(|&above| token.relation() == "xcomp" && above < group.first)
        else {
            break;
        };
        let own = view.verb(above).is_some_and(|(cue, _)| {
            let frames = &cue.frames;
            frames.infinitive || frames.gerund || frames.object_infinitive || view.is_passive(above)
        });
        let upper = view.group(above);
        if own || upper.last + 1 != group.first || view.has_child(above, "obj") {
            break;
        }
        group = group.cover(upper);
        verb = above;
    }
    group
}

fn active_content(
    view: &View<'_>,
    verb: usize,
    cue: &Cue,
    source: Option<Holder>,
) -> Option<Found> {
    let frames = &cue.frames;
    let children = view.tree.children(verb);
    let by = |relation: &str| {
        children
            .iter()
            .copied()
            .find(|&child| view.token(child).relation() == relation)
    };
    if let Some(clause) = by("ccomp") {
        let infinitive = view.has_to(clause) && !view.is_finite(clause);
        if frames.clause
            || frames.quote
            || frames.object == Fit::Sure && !view.is_finite(clause)
            || infinitive && (frames.object_infinitive || frames.infinitive)
        {
            let mut runs = vec![view.below(clause, &[verb])];
            runs.extend(
                by("obj")
                    .filter(|&object| object < verb && is_relative(view, object))
                    .map(|object| Run::new(object, object)),
            );
            return Some(Found {
                runs,
                preposition: None,
            });
        }
    }
    let object = by("obj")
        .or_else(|| by("iobj").filter(|_| !frames.hearer))
        .filter(|&object| view.token(object).upos != Upos::Punct);
    let purpose = || by("advcl").filter(|&clause| frames.infinitive && view.has_to(clause));
    if let Some(complement) = by("xcomp")
        .or_else(purpose)
        .filter(|&complement| complement > verb)
    {
        let infinitive = view.has_to(complement);
        let gerund = view.token(complement).xpos == "VBG";
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
        if frames.hearer && !quoted(view, object) {
            return by("parataxis")
                .filter(|&clause| clause > verb && frames.clause)
                .and_then(|clause| Found::one(view.below(clause, &[])));
        }
        let enough = match frames.object {
            Fit::Sure => true,
            Fit::Weak => {
                quoted(view, object)
                    || is_pro_clause(view, object)
                    || source.is_some_and(|source| {
                        matches!(view.token(source.head).upos, Upos::Propn | Upos::Pron)
                    })
            }
            Fit::No => quoted(view, object) && frames.quote,
        };
        if enough && (cue.strength > 1 || quoted(view, object)) {
            return Some(Found {
                runs: with_complements(view, verb, object),
                preposition: None,
            });
        }
    }
    if frames.clause
        && let Some(clause) =
            by("advcl").filter(|&clause| clause > verb && is_question_or_like(view, clause))
    {
        return Found::one(view.below(clause, &[]));
    }
    if frames.clause
        && let Some(source) = source
    {
        let sure =
            frames.quote && cue.strength == 3 || cue.stance == Stance::Think && cue.strength == 3;
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

/// A clause after *whether*, *how* and the like that a parser took for a circumstance.
fn is_question_or_like(view: &View<'_>, clause: usize) -> bool {
    let mut marks = view.tree.children_by(clause, &["mark"]);
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

fn quoted(view: &View<'_>, token: usize) -> bool {
    view.quotations.around(view.index, token).is_some()
}

/// `which`, `that`, `who`: the object of a relative clause.
fn is_relative(view: &View<'_>, token: usize) -> bool {
    matches!(view.token(token).xpos.as_str(), "WDT" | "WP" | "WP$")
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
            "xcomp" => true,
            "obl" => token.deprel == "obl" && led_by(view, child, &["as", "of", "for"]),
            "advcl" => led_by(view, child, &["as", "of", "for", "from"]),
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

fn led_by(view: &View<'_>, head: usize, words: &[&str]) -> bool {
    let mut leads = view.tree.children_by(head, &["case", "mark"]);
    leads.any(|lead| words.contains(&view.lower(lead).as_str()))
}

/// Content after a preposition of the verb's frames: `called for an end`, `accused him of lying`.
fn prepositional(view: &View<'_>, verb: usize, cue: &Cue, object: Option<usize>) -> Option<Found> {
    if let Some(particle) = view
        .tree
        .child(verb, "compound:prt")
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
            || !(token.relation() == "obl" && token.deprel != "obl:agent"
                || token.relation() == "advcl")
        {
            continue;
        }
        let mut leads = view.tree.children_by(child, &["case", "mark"]);
        let Some(lead) = leads.find(|&lead| {
            view.token(lead).upos != Upos::Part && cue.frames.preposition(&view.lower(lead))
        }) else {
            continue;
        };
        let mut run = view.below(child, &[lead]);
        run.first = run.first.max(lead + 1);
        if let Some(complement) = view
            .tree
            .child(verb, "xcomp")
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
fn passive_content(view: &View<'_>, verb: usize, cue: &Cue) -> Option<Found> {
    let frames = &cue.frames;
    let subject = view.tree.child(verb, "nsubj:pass");
    let clause = view
        .tree
        .child(verb, "ccomp")
        .or_else(|| view.tree.child(verb, "csubj"));
    if let Some(clause) = clause
        && (frames.clause || frames.quote)
    {
        return Found::one(view.below(clause, &[verb]));
    }
    let complement = view
        .tree
        .child(verb, "xcomp")
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
    let subject = subject?;
    let as_phrase = view
        .tree
        .children_by(verb, &["obl", "advcl"])
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

/// Subject and predicate of *seem* and *appear*.
fn raised(view: &View<'_>, verb: usize, complement: usize) -> Option<Found> {
    let mut runs = vec![view.below(complement, &[])];
    runs.extend(view.doer(verb).map(|subject| view.below(subject, &[])));
    Some(Found {
        runs,
        preposition: None,
    })
}

/// A clause beside the verb without a conjunction: `The pumps failed, she said`, `She said: the pumps failed`.
fn beside(view: &View<'_>, verb: usize) -> Option<Found> {
    let token = view.token(verb);
    if let Some(clause) = view
        .tree
        .children_by(verb, &["parataxis"])
        .find(|&clause| clause > verb && view.verb(clause).is_none_or(|(cue, _)| !cue.frames.quote))
    {
        return Found::one(view.below(clause, &[]));
    }
    let above = token.head?;
    let as_clause = token.relation() == "advcl" && led_by(view, verb, &["as"]);
    if token.relation() == "parataxis" || as_clause {
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
fn reach(view: &View<'_>, verb: usize, run: Run) -> Run {
    let mut last = run.last;
    for &child in view.tree.children(verb) {
        if child <= last {
            continue;
        }
        let token = view.token(child);
        let part = view.below(child, &[]);
        let beside = part.first == last + 1;
        let goes_on = match token.relation() {
            "obl" | "nmod" => beside,
            "advcl" => beside && view.token(part.first).form != "," && token.xpos != "VBG",
            "conj" | "ccomp" => view
                .tree
                .children_by(child, &["mark"])
                .any(|mark| view.is(mark, "that")),
            "punct" => continue,
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
fn without_incidental(view: &View<'_>, run: Run) -> Run {
    let comma = (run.first + 3..run.last)
        .rev()
        .find(|&token| view.token(token).form == ",");
    match comma {
        Some(comma)
            if is_relative(view, comma + 1)
                && view.quotations.around(view.index, comma).is_none() =>
        {
            Run::new(run.first, comma - 1)
        }
        _ => run,
    }
}

/// The rest of a sentence into which a speaker's clause is set between commas, or to which it is added after one,
/// when the tree shows no content.
fn set_in(view: &View<'_>, verb: usize, source: Holder) -> Option<Found> {
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

/// The words after a cue up to the end of the sentence, if they can be a clause, when the tree shows no content.
fn follows(view: &View<'_>, verb: usize, source: Holder, hearer: bool) -> Option<Found> {
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
    let clause = (from..size).any(|token| view.is_finite_word(token));
    (opens && clause).then(|| Found {
        runs: vec![Run::new(from, size - 1)],
        preposition: None,
    })
}

/// The words before a speaker's clause that ends the sentence, when the tree shows no content.
fn precedes(view: &View<'_>, verb: usize, source: Holder) -> Option<Found> {
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
fn lead_in(view: &View<'_>, runs: &[Run], cue: Run, source: Option<Holder>) -> Option<Run> {
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
