//! Whose a noun is: who is behind an act, a text or an arm.
//!
//! In: a noun of a sentence. Out: the noun or the actors that own it: *Israel's raid*, *a raid by rebels*, *Russian and Syrian
//! jets*.

use super::noun::{is_act, is_arms, is_known};
use crate::extract::SentenceContext;
use crate::lexicon::ClassTrait;
use crate::syntax::{members, preposition};
use crate::text::{ActorType, Deprel, Upos};

/// The noun whose act, text or plan this noun names: *Israel's raid*, *a NATO raid*, *a raid by rebels*, *a UN resolution*.
pub(crate) fn owner_of_act(context: &SentenceContext<'_>, noun: usize) -> Option<usize> {
    let frames = &context.lexicon.frames;
    let text = frames.has_trait(context.lemma(noun), ClassTrait::Inert);
    if !(text || is_act(context, noun)) || context.actor(noun).is_some() {
        return None;
    }
    let acts = |&token: &usize| {
        let actor = context.local_actor(token);
        // *the Beirut blast* happened in Beirut; *a Lebanese raid* was Lebanon's.
        let place = |kind: ActorType| kind == ActorType::Place;
        actor.is_some_and(|actor| !place(actor.kind) || context.token(token).upos == Upos::Adj)
    };
    let before = context
        .tree
        .children_by(noun, &[Deprel::NmodPoss, Deprel::Compound, Deprel::Amod]);
    let mut below = context.tree.children_by(noun, &[Deprel::Nmod]);
    before.into_iter().find(acts).or_else(|| {
        below.find(|&child| {
            let marker = context.lower(&preposition(context.tree, child));
            context.words().agent_prepositions.has(&marker) && is_known(context, child)
        })
    })
}

/// The nouns that act where this noun acts: itself, or the several owners of arms, as in *Russian and Syrian jets*.
pub(crate) fn actors_behind(context: &SentenceContext<'_>, noun: usize) -> Vec<usize> {
    let before =
        || (context.tree).children_by(noun, &[Deprel::Compound, Deprel::Amod, Deprel::NmodPoss]);
    let owners = (is_arms(context, noun) && context.token(noun).entity.is_outside())
        .then(|| before().map(|word| members(context.tree, context.words(), word)))
        .and_then(|mut all| all.find(|owners| owners.len() > 1));
    let known = |&word: &usize| context.actor(word).is_some();
    match owners {
        Some(owners) if owners.iter().all(known) => owners,
        _ => vec![noun],
    }
}

/// The named actor before the noun: *Russian aircraft*.
pub(crate) fn owner(context: &SentenceContext<'_>, noun: usize) -> Option<usize> {
    let mut before = context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod, Deprel::NmodPoss]);
    before.find_map(|word| {
        let actor = context.actor(word)?;
        context.annotated.actors.get(actor)?.named.then_some(actor)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn arms_of_several_act_for_each() {
        let edges = edge_lines(
            "Chadian chadian ADJ JJ 4 amod
            and and CCONJ CC 3 cc
            Norwegian norwegian ADJ JJ 1 conj
            jets jet NOUN NNS 5 nsubj
            bombed bomb VERB VBD 0 root
            Peru Peru PROPN NNP 5 obj",
        );
        assert_eq!(edges, ["Chad – bombed → Peru", "Norway – bombed → Peru"]);
    }
}
