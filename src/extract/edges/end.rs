//! The end of an edge that a noun stands for.
//!
//! In: a noun of a sentence. Out: an [`EdgeEnd`]: the actor with as few words as say who it is, or the thing by its
//! words; nothing for pronouns that stand for nobody known.

use crate::extract::phrase::{clause, is_source, nominal, short};
use crate::extract::{EdgeEnd, Phrase, SentenceContext};
use crate::syntax::apposed_name;
use crate::syntax::{is_time, negative_determiners, particle_to, verb_group};
use crate::text::{ActorType, Deprel, Upos};

/// Ends are not lengthened beyond so many words.
const LONGEST_END: usize = 12;

/// The node that a noun stands for; pronouns that stand for nobody known and bare numbers are none.
pub(super) fn end(context: &SentenceContext<'_>, head: usize) -> Option<EdgeEnd> {
    let actor = context.actor(head);
    let token = context.token(head);
    // *No soldier crossed the river*: there is none whom the graph could show. *Neither Kenya nor Uganda* are two.
    let named = context.local_actor(head).is_some_and(|actor| actor.named);
    let somebody = || {
        let noun = context.lexicon.actor_nouns.noun(None, context.lemma(head));
        noun.is_some_and(|noun| noun.kind != ActorType::Other)
    };
    if !named
        && !negative_determiners(context.tree, context.words(), head).is_empty()
        && (actor.is_some() || somebody())
    {
        return None;
    }
    let empty = matches!(
        token.upos,
        Upos::Pron | Upos::Det | Upos::Adv | Upos::Adp | Upos::Punct
    );
    if actor.is_none() && (empty || is_time(context.tree, context.words(), head)) {
        return None;
    }
    let head = apposed_name(context.tree, head).unwrap_or(head);
    let actor = context.actor(head).or(actor);
    let mut phrase = short(context, head);
    phrase.actor = actor;
    let name = match actor.and_then(|actor| context.annotated.actors.get(actor)) {
        Some(actor) => actor.name.clone(),
        None => phrase.text(context.annotated),
    };
    Some(EdgeEnd { phrase, name })
}

/// Adds to a noun without a name what it needs to be understood alone: whose it is, its prepositional phrases, and the
/// infinitive that says what it consists in (*lack of transparency*, *right to strike back*).
pub(super) fn lengthen(context: &SentenceContext<'_>, end: &mut EdgeEnd) {
    let actor = end.phrase.actor;
    let named = actor.and_then(|actor| context.annotated.actors.get(actor));
    let head = end.phrase.head;
    if named.is_some_and(|actor| actor.named) || context.token(head).upos != Upos::Noun {
        return;
    }
    let phrase = described(context, head, &end.phrase.tokens);
    if phrase.tokens.len() == end.phrase.tokens.len() {
        return;
    }
    end.phrase = Phrase { actor, ..phrase };
    if actor.is_none() {
        end.name = end.phrase.text(context.annotated);
    }
}

/// The noun with as much of what hangs on it as fits: what stands nearest first.
fn described(context: &SentenceContext<'_>, head: usize, tokens: &[usize]) -> Phrase {
    let mut tokens = tokens.to_vec();
    for child in complements(context, head) {
        let whole = complement(context, child);
        let added = [whole, brief(context, child)]
            .into_iter()
            .find(|added| tokens.len() + added.len() <= LONGEST_END);
        let Some(added) = added else { break };
        tokens.extend(added);
    }
    Phrase::new(context.index, tokens, head)
}

/// What a noun needs to be understood: possessors, prepositional phrases and infinitives, in the order of the sentence.
fn complements(context: &SentenceContext<'_>, head: usize) -> Vec<usize> {
    let needed = |&child: &usize| match context.token(child).deprel {
        Deprel::NmodPoss => context.token(child).upos != Upos::Pron,
        _ if context.relation(child) == Deprel::Nmod => {
            child > head
                && !is_time(context.tree, context.words(), child)
                && !is_source(context, child)
                && context.token(child).upos != Upos::Pron
        }
        Deprel::Acl => child > head && particle_to(context.tree, child).is_some(),
        _ => false,
    };
    (context.tree.children(head).iter().copied())
        .filter(needed)
        .collect()
}

fn complement(context: &SentenceContext<'_>, child: usize) -> Vec<usize> {
    if context.relation(child) == Deprel::Acl {
        return clause(context, child).tokens;
    }
    let mut tokens = nominal(context, child).tokens;
    tokens.extend(context.tree.children_by(child, &[Deprel::Case]));
    tokens
}

/// As [`complement`], as short as it can be.
fn brief(context: &SentenceContext<'_>, child: usize) -> Vec<usize> {
    if context.relation(child) == Deprel::Acl {
        let mut tokens = verb_group(context.tree, context.words(), child);
        tokens.extend(particle_to(context.tree, child));
        let object = context.tree.child(child, Deprel::Obj);
        tokens.extend(
            object
                .into_iter()
                .flat_map(|object| short(context, object).tokens),
        );
        return tokens;
    }
    let mut tokens = short(context, child).tokens;
    tokens.extend(context.tree.children_by(child, &[Deprel::Case]));
    tokens
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

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

    #[test]
    fn a_pronoun_that_stands_for_nobody_known_is_no_node() {
        let edges = edge_lines(
            "They they PRON PRP 2 nsubj
            closed close VERB VBD 0 root
            the the DET DT 4 det
            port port NOUN NN 2 obj",
        );
        assert!(edges.is_empty(), "{edges:?}");
    }

    #[test]
    fn nobody_is_no_node() {
        let edges = edge_lines(
            "No no DET DT 2 det
            soldier soldier NOUN NN 3 nsubj
            crossed cross VERB VBD 0 root
            the the DET DT 5 det
            river river NOUN NN 3 obj",
        );
        assert!(edges.is_empty(), "{edges:?}");
    }
}
