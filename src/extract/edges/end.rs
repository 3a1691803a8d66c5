//! The end of an edge that a noun stands for.
//!
//! In: a noun of a sentence. Out: an [`EdgeEnd`]: the actor with as few words as say who it is, or the thing by its
//! words; nothing for pronouns that stand for nobody known.

use crate::extract::phrase::{clause, is_source, nominal, short};
use crate::extract::{EdgeEnd, Phrase, SentenceContext};
use crate::syntax::apposed_name;
use crate::syntax::{
    is_amount, is_time, negative_determiners, particle_to, preposition, verb_group,
};
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
    if actor.is_none()
        && (empty || is_measure(context, head) || is_time(context.tree, context.words(), head))
    {
        return None;
    }
    // *you*, or *we* of a crowd: an actor that has no other name is not understood alone.
    let nameless = (actor.and_then(|actor| context.annotated.actors.get(actor)))
        .is_some_and(|actor| !actor.named && actor.name.eq_ignore_ascii_case(&token.form));
    if token.upos == Upos::Pron && nameless {
        return None;
    }
    let head = apposed_name(context.tree, head).unwrap_or(head);
    let actor = context.actor(head).or(actor);
    let mut phrase = short(context, head);
    phrase.actor = actor;
    let name = match actor.and_then(|actor| context.annotated.actors.get(actor)) {
        Some(actor) => actor.name.clone(),
        None => named_by_owner(context, &phrase),
    };
    Some(EdgeEnd { phrase, name })
}

/// Whether the noun is a number, an amount or a sum alone: *costs $725*, *fell 3.5 percent*.
fn is_measure(context: &SentenceContext<'_>, head: usize) -> bool {
    is_amount(context.tree, context.words(), head)
        && context.tree.child(head, Deprel::Nmod).is_none()
}

/// The words of a thing, with the name of the one whom its possessive pronoun means: *his lawyers* are *Kari Lund's lawyers*.
fn named_by_owner(context: &SentenceContext<'_>, phrase: &Phrase) -> String {
    let words = phrase.text(context.annotated);
    let pronoun = (context.tree.child(phrase.head, Deprel::NmodPoss))
        .filter(|&child| context.token(child).upos == Upos::Pron);
    let owner = pronoun.and_then(|pronoun| context.actor(pronoun));
    match owner.and_then(|owner| context.annotated.actors.get(owner)) {
        Some(owner) if owner.named => format!("{}'s {words}", owner.name),
        _ => words,
    }
}

/// Adds to a noun without a name what it needs to be understood alone: whose it is, its prepositional phrases, and the
/// infinitive that says what it consists in (*lack of transparency*, *right to strike back*).
pub(super) fn lengthen(context: &SentenceContext<'_>, end: &mut EdgeEnd) {
    let actor = end.phrase.actor;
    let named = actor.and_then(|actor| context.annotated.actors.get(actor));
    let head = end.phrase.head;
    let upos = context.token(head).upos;
    let lengthens = matches!(upos, Upos::Noun | Upos::Num | Upos::Sym);
    if named.is_some_and(|actor| actor.named) || !lengthens {
        return;
    }
    let phrase = described(context, head, &end.phrase.tokens);
    if phrase.tokens.len() == end.phrase.tokens.len() {
        return;
    }
    end.phrase = Phrase { actor, ..phrase };
    if actor.is_none() {
        end.name = named_by_owner(context, &end.phrase);
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
                && (is_of(context, child) || !is_time(context.tree, context.words(), child))
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

/// *a threat of ten years in jail*: a part, not a time.
fn is_of(context: &SentenceContext<'_>, child: usize) -> bool {
    let marker = context.lower(&preposition(context.tree, child));
    context.words().whole_prepositions.has(&marker)
}

fn complement(context: &SentenceContext<'_>, child: usize) -> Vec<usize> {
    if context.relation(child) == Deprel::Acl {
        let mut tokens = clause(context, child).tokens;
        tokens.extend(particle_to(context.tree, child));
        return tokens;
    }
    let mut tokens = nominal(context, child).tokens;
    // *the party's nomination* is called *party's nomination*, as *the nomination* is *nomination*.
    let article = |token: usize| context.token(token).feature("PronType") == Some("Art");
    if context.token(child).deprel == Deprel::NmodPoss {
        tokens.retain(|&token| !article(token));
    }
    tokens.extend(context.tree.children_by(child, &[Deprel::Case]));
    tokens
}

/// As [`complement`], as short as it can be.
fn brief(context: &SentenceContext<'_>, child: usize) -> Vec<usize> {
    if context.relation(child) == Deprel::Acl {
        let mut tokens = verb_group(context.tree, context.words(), child);
        tokens.extend(particle_to(context.tree, child));
        let beside = context
            .tree
            .children_by(child, &[Deprel::Advmod, Deprel::Compound]);
        tokens.extend(beside.filter(|&adverb| adverb == child + 1));
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
    fn an_amount_is_no_end_and_a_share_is_one_with_its_whole() {
        let rows = |rest: &str| {
            format!(
                "Banks bank NOUN NNS 2 nsubj
                cut cut VERB VBD 0 root
                {rest}"
            )
        };
        let amount = "5 5 NUM CD 4 nummod
            percent percent NOUN NN 2 obj";
        assert!(edge_lines(&rows(amount)).is_empty());
        let share = "12 12 NUM CD 4 nummod
            % % SYM NN 2 obj
            of of ADP IN 6 case
            jobs job NOUN NNS 4 nmod";
        let edges = edge_lines(&rows(share));
        assert!(
            edges.contains(&"banks – cut → 12 % of jobs".to_owned()),
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
