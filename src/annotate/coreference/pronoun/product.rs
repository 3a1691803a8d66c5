//! *It* to which something is done after somebody has made or done a thing: *the senate passed a bill; Lee signed it*.
//!
//! In: the candidates of *it*. Out: whether one of them is the doer of which another is the thing done.

use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::annotate::coreference::profile::Profile;
use crate::annotate::mentions::lemma;
use crate::lexicon::{ActorPronoun, Part};
use crate::text::{ActorType, Deprel};

/// Takes out doers where a thing that they did is a candidate, too, if *it* is not a doer either.
pub(super) fn drop_doers(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    pronoun: &ActorPronoun,
    candidates: &mut Vec<usize>,
) {
    if !pronoun.thing || !is_acted_on(context, mention) {
        return;
    }
    let done: Vec<(usize, usize)> = candidates
        .iter()
        .filter(|&&candidate| {
            let kind = Profile::new(context, table, candidate).kind;
            let object = context.head(candidate).deprel == Deprel::Obj;
            object && matches!(kind, ActorType::Other | ActorType::Place)
        })
        .filter_map(|&candidate| Some((sentence(context, candidate), verb(context, candidate)?)))
        .collect();
    candidates.retain(|&candidate| {
        let doer = context.head(candidate).deprel == Deprel::Nsubj;
        let verb = verb(context, candidate);
        !(doer && verb.is_some_and(|verb| done.contains(&(sentence(context, candidate), verb))))
    });
}

/// Whether something is done to the pronoun that is done to things, not said to somebody.
fn is_acted_on(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let object = tree.token(found.head).deprel == Deprel::Obj;
    let of = tree.token(found.head).deprel == Deprel::Nmod;
    let verb = tree
        .token(found.head)
        .head
        .map(|verb| lemma(tree.token(verb)));
    let cues = &context.lexicon.cues;
    of || object && verb.is_some_and(|verb| cues.addressing(&verb, Part::Verb).is_none())
}

fn sentence(context: &DocumentContext<'_>, mention: usize) -> usize {
    context.mentions[mention].mention.sentence
}

fn verb(context: &DocumentContext<'_>, mention: usize) -> Option<usize> {
    context.head(mention).head
}
