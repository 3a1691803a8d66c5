//! The noun of saying that a relative clause rejects: `a claim the army has denied`.

use crate::extract::attribution::context::AttributionContext;
use crate::extract::attribution::range::TokenRange;
use crate::lexicon::{Cue, Fit, Stance};
use crate::text::{Deprel, Upos};

/// The content of a verb that denies or doubts the noun of its relative clause, if that clause has no pronoun: the noun,
/// or in an apposition the clause before it too.
pub(super) fn relativised(
    context: &AttributionContext<'_>,
    verb: usize,
    cue: &Cue,
) -> Option<TokenRange> {
    let token = context.token(verb);
    let noun = token.head.filter(|&noun| {
        token.deprel == Deprel::AclRelcl
            && noun < verb
            && context.cues.noun(&context.token(noun).lemma).is_some()
    })?;
    let subject = context.tree.child(verb, Deprel::Nsubj)?;
    let bare = noun < subject && context.below(verb, &[]).first == noun + 1;
    let rejects = matches!(cue.stance, Stance::Deny | Stance::Doubt | Stance::Oppose);
    if !bare || !rejects || cue.frames.object != Fit::Sure {
        return None;
    }
    let mut own = TokenRange::new(context.below(noun, &[verb]).first, noun);
    while own.first < noun && context.token(own.first).upos == Upos::Punct {
        own.first += 1;
    }
    let apposition = own.first > 1 && context.token(own.first - 1).form == ",";
    if !apposition {
        return Some(own);
    }
    // The noun sums up the clause before it, which is what is denied: of a cue's the content alone.
    let clause = context
        .tree
        .ancestors(noun)
        .find(|&above| context.token(above).is_any(&[Deprel::Ccomp, Deprel::Root]))?;
    let first = match context.verb(clause) {
        Some(_) if clause < own.first => clause + 1,
        _ => context.below(clause, &[]).first,
    };
    Some(TokenRange::new(first.min(own.first), noun))
}
