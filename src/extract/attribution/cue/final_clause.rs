//! A speaker's clause that ends a sentence and whose verb a tagger took for a noun: `The stocks would last eleven days,
//! analysts at the institute estimate.`

use crate::extract::attribution::content::content_span;
use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::draft::AttributionDraft;
use crate::extract::attribution::range::TokenRange;
use crate::extract::attribution::source::NounPhrase;
use crate::syntax;
use crate::text::{Upos, Xpos};

/// The longest speaker's clause, in tokens.
const LONGEST: usize = 14;

/// The attribution of a sentence that ends in a comma, a speaker, and a verb of saying that is tagged as a noun.
pub(super) fn find(context: &AttributionContext<'_>) -> Option<AttributionDraft> {
    let size = context.sentence.tokens.len();
    let upos = |token: usize| context.token(token).upos;
    let verb = (0..size).rfind(|&token| upos(token) != Upos::Punct)?;
    let word = context.token(verb);
    if word.upos != Upos::Noun || verb < 4 {
        return None;
    }
    let cue = context.cues.verb(&word.lemma)?;
    let comma = (3..verb).rfind(|&token| upos(token) == Upos::Punct)?;
    let speaker = TokenRange::new(comma + 1, verb - 1);
    let plain = |token: usize| {
        matches!(
            upos(token),
            Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num | Upos::Adp
        )
    };
    let fits = cue.frames.clause
        && cue.strength == 3
        && context.token(comma).form == ","
        && speaker.first <= speaker.last
        && verb - comma <= LONGEST
        && (speaker.first..=speaker.last).all(plain)
        && upos(speaker.first) != Upos::Adp
        && (0..comma).any(|token| syntax::is_finite_word(&context.tree, token));
    if !fits {
        return None;
    }
    // The head of the speaker stands before its first preposition. It is an actor and agrees with the verb in number.
    let preposition = (speaker.first..=speaker.last).find(|&token| upos(token) == Upos::Adp);
    let head = preposition.unwrap_or(verb).checked_sub(1)?;
    let plural = matches!(context.token(head).xpos, Xpos::Nns | Xpos::Nnps);
    let singular_verb = word.xpos == Xpos::Nns;
    context.annotated.actor_of(context.index, head)?;
    if plural == singular_verb {
        return None;
    }
    let content = content_span(context, TokenRange::new(0, comma - 1))?;
    Some(AttributionDraft {
        sentence: context.index,
        head: verb,
        cue: TokenRange::new(verb, verb),
        source: Some(NounPhrase {
            range: speaker,
            head,
        }),
        content: vec![content],
        speaks: true,
        stance: cue.stance,
        act: false,
    })
}
