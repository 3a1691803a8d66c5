//! The node that a noun stands for at the end of an edge.
//!
//! In: a noun of a sentence. Out: an [`EdgeEnd`]: the actor with as few words as say who it is, or the thing by its
//! words; nothing for pronouns that stand for nobody known.

use crate::text::{ActorType, Deprel, Upos};

use super::clause::argument::is_time;
use super::clause::subject::is_relative;
use super::phrase::{marker_of, members, name_of, short};
use super::polarity::determiners;
use super::{EdgeEnd, Phrase, SentenceContext};

/// Ends of more words than this are no nodes.
const LONGEST_END: usize = 8;

/// The node that a noun stands for; pronouns that stand for nobody known and bare numbers are none.
pub(crate) fn end(context: &SentenceContext<'_>, head: usize) -> Option<EdgeEnd> {
    let actor = context.actor(head);
    let token = context.token(head);
    // *No soldier crossed the river*: there is none whom the graph could show. *Neither Kenya nor Uganda* are two.
    let named =
        (actor.and_then(|actor| context.annotated.actors.get(actor))).is_some_and(|a| a.named);
    let somebody = || {
        let noun = context.lexicon.actor_nouns.noun(None, context.lemma(head));
        noun.is_some_and(|noun| noun.kind != ActorType::Other)
    };
    if !named && !determiners(context, head).is_empty() && (actor.is_some() || somebody()) {
        return None;
    }
    let empty = matches!(
        token.upos,
        Upos::Pron | Upos::Det | Upos::Adv | Upos::Adp | Upos::Punct
    );
    if actor.is_none() && (empty || is_relative(context, head) || is_time(context, head)) {
        return None;
    }
    let head = name_of(context, head).unwrap_or(head);
    let actor = context.actor(head).or(actor);
    let actor = actor.filter(|_| !is_arm(context, head)).or_else(|| {
        let owner = owner(context, head).filter(|_| is_arm(context, head));
        owner.or(actor)
    });
    let mut phrase = short(context, head);
    phrase.actor = actor;
    if actor.is_none() && phrase.tokens.len() > LONGEST_END {
        return None;
    }
    let name = match actor.and_then(|actor| context.annotated.actors.get(actor)) {
        Some(actor) => actor.name.clone(),
        None => phrase.text(context.annotated),
    };
    Some(EdgeEnd { phrase, name })
}

/// The nouns whose nodes act where this noun acts: of arms those who have them, if they are several, as in *Russian and
/// Syrian jets*.
pub(crate) fn actors_behind(context: &SentenceContext<'_>, noun: usize) -> Vec<usize> {
    let before =
        || (context.tree).children_by(noun, &[Deprel::Compound, Deprel::Amod, Deprel::NmodPoss]);
    let owners = (is_arm(context, noun) && context.token(noun).entity.is_empty())
        .then(|| before().map(|word| members(context, word)))
        .and_then(|mut all| all.find(|owners| owners.len() > 1));
    let known = |&word: &usize| context.actor(word).is_some();
    match owners {
        Some(owners) if owners.iter().all(known) => owners,
        _ => vec![noun],
    }
}

/// *Russian aircraft* act for Russia.
fn is_arm(context: &SentenceContext<'_>, noun: usize) -> bool {
    context.words().arms.has(context.lemma(noun))
}

fn owner(context: &SentenceContext<'_>, noun: usize) -> Option<usize> {
    let mut before = context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Amod, Deprel::NmodPoss]);
    before.find_map(|word| {
        let actor = context.actor(word)?;
        context.annotated.actors.get(actor)?.named.then_some(actor)
    })
}

/// Adds to a noun without a name of whom it is: *leaders of the party*, *the president's brother*.
pub(crate) fn lengthen(context: &SentenceContext<'_>, end: &mut EdgeEnd) {
    let actor = end.phrase.actor;
    let named = actor.and_then(|actor| context.annotated.actors.get(actor));
    let head = end.phrase.head;
    if named.is_some_and(|actor| actor.named) || context.token(head).upos != Upos::Noun {
        return;
    }
    let mut tokens = end.phrase.tokens.clone();
    for child in context.tree.children_by(head, &[Deprel::Nmod]) {
        let marker = context.lower(&marker_of(context, child));
        let whole = context.words().whole_prepositions.has(&marker);
        let pronoun = context.token(child).upos == Upos::Pron;
        if context.actor(child).is_some()
            && !pronoun
            && (whole || context.token(child).deprel == Deprel::NmodPoss)
        {
            tokens.extend(context.tree.children_by(child, &[Deprel::Case]));
            tokens.extend(short(context, child).tokens);
        }
    }
    let phrase = Phrase::new(end.phrase.sentence, tokens, head);
    if phrase.tokens.len() == end.phrase.tokens.len() || phrase.tokens.len() > LONGEST_END {
        return;
    }
    end.phrase = Phrase { actor, ..phrase };
    if actor.is_none() {
        end.name = end.phrase.text(context.annotated);
    }
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

    #[test]
    fn a_noun_without_a_name_is_shown_with_whose_it_is() {
        let edges = edge_lines(
            "The the DET DT 2 det
            rise rise NOUN NN 5 nsubj
            of of ADP IN 4 case
            Chad Chad PROPN NNP 2 nmod
            pleased please VERB VBD 0 root
            envoys envoy NOUN NNS 5 obj",
        );
        assert!(
            edges.contains(&"rise of Chad – pleased → envoys".to_owned()),
            "{edges:?}"
        );
    }
}
