//! A speaker's clause that ends a sentence and whose verb a tagger took for a noun: `The stocks would last eleven
//! days, analysts at the institute estimate.`

use crate::text::{Upos, Xpos};

use super::draft::{Draft, content};
use super::view::{Holder, Run, View};

/// The longest speaker's clause, in tokens.
const LONGEST: usize = 14;

/// The attribution of a sentence that ends in a comma, a speaker and what looks like a noun but is a verb of saying.
pub(super) fn find(view: &View<'_>) -> Option<Draft> {
    let size = view.sentence.tokens.len();
    let verb = (0..size).rfind(|&token| view.token(token).upos != Upos::Punct)?;
    let word = view.token(verb);
    if word.upos != Upos::Noun || verb < 4 {
        return None;
    }
    let cue = view.cues.verb(&word.lemma)?;
    let comma = (3..verb).rfind(|&token| view.token(token).upos == Upos::Punct)?;
    let speaker = Run::new(comma + 1, verb.checked_sub(1)?);
    let plain = |token: usize| {
        matches!(
            view.token(token).upos,
            Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num | Upos::Adp
        )
    };
    let fits = cue.frames.clause
        && cue.strength == 3
        && view.token(comma).form == ","
        && speaker.first <= speaker.last
        && verb - comma <= LONGEST
        && (speaker.first..=speaker.last).all(plain)
        && view.token(speaker.first).upos != Upos::Adp;
    if !fits || !(0..comma).any(|token| view.is_finite_word(token)) {
        return None;
    }
    // The speaker's own noun stands before its first preposition; it is somebody, and of the verb's number.
    let preposition = (speaker.first..=speaker.last)
        .find(|&token| view.token(token).upos == Upos::Adp)
        .unwrap_or(verb);
    let head = preposition.checked_sub(1)?;
    let many = matches!(view.token(head).xpos, Xpos::Nns | Xpos::Nnps);
    let one_says = word.xpos == Xpos::Nns;
    view.annotated.actor_of(view.index, head)?;
    if many == one_says {
        return None;
    }
    let span = content(view, Run::new(0, comma - 1))?;
    Some(Draft {
        sentence: view.index,
        head: verb,
        cue: Run::new(verb, verb),
        source: Some(Holder { run: speaker, head }),
        content: vec![span],
        speaks: true,
        stance: cue.stance,
        act: false,
    })
}
