//! The label of an edge: the words of the relation without auxiliaries and adverbs, negation kept visible, and the words that
//! lead to the target.

use super::edge_context::EdgeContext;
use crate::extract::participants::Agent;
use crate::extract::phrase::short;
use crate::extract::{Argument, ArgumentRole, Polarity, SentenceContext, Statement, Voice};
use crate::syntax::{is_negation, is_time, preposition};
use crate::text::{Deprel, Upos, Xpos};

/// Complements of more words stay out of labels.
const LONGEST_COMPLEMENT: usize = 5;

/// The label of an edge: what leads from the agent to the act, the words of the relation, and `tail`, the words that
/// lead to the target.
pub(super) fn label(edge_context: &EdgeContext<'_>, tail: &str) -> String {
    let EdgeContext {
        context,
        statement,
        agent,
        ..
    } = edge_context;
    let mut words: Vec<String> = vec![text(context, &agent.before)];
    match &statement.relation.implied {
        // The preposition of a location says how it is meant: *officials – in → Islamabad*.
        Some(_) if is_location(statement) => {}
        Some(implied) => words.push(implied.to_string()),
        None => words.extend(relation_words(context, statement, agent)),
    }
    if tail.is_empty() && statement.relation.implied.is_none() {
        words.extend(complements(edge_context));
    }
    words.push(match statement.relation.implied {
        Some(_) => tail.to_lowercase(),
        None => tail.to_owned(),
    });
    words.retain(|words| !words.is_empty());
    words.join(" ")
}

/// What a verb needs beside its object to be understood: *called the plan a mistake*, *named him as its envoy*, *dragged
/// the firm to court*.
fn complements(edge_context: &EdgeContext<'_>) -> Vec<String> {
    let EdgeContext {
        context,
        statement,
        agent,
        object,
    } = *edge_context;
    if object.is_none() && !agent.of_passive {
        return Vec::new();
    }
    let needed = |argument: &&Argument| {
        let noun = argument.phrase.head;
        let small =
            argument.phrase.tokens.len() <= LONGEST_COMPLEMENT && context.actor(noun).is_none();
        let predicative = context.relation(noun) == Deprel::Xcomp && !context.is_verb(noun);
        match argument.role {
            _ if predicative => true,
            ArgumentRole::Capacity | ArgumentRole::Goal => {
                small && noun > statement.relation.phrase.head
            }
            // *put him in charge*, *held them at gunpoint*: a noun without an article makes an idiom with the verb.
            _ => is_bare(context, noun) && object.is_some_and(|object| object < noun),
        }
    };
    let arguments = statement.arguments.iter().filter(needed);
    let words = arguments.map(|argument| {
        let mut tokens = argument.marker_tokens.clone();
        tokens.extend(short(context, argument.phrase.head).tokens);
        text(context, &tokens)
    });
    words.collect()
}

/// Whether the noun stands alone: no article, adjective or number before it.
fn is_bare(context: &SentenceContext<'_>, noun: usize) -> bool {
    // *in charge of the talks*, but not *with support from Oslo*.
    let of = |child: usize| {
        let marker = context.lower(&preposition(context.tree, child));
        context.words().whole_prepositions.has(&marker)
    };
    let alone = |&child: &usize| match context.relation(child) {
        Deprel::Case | Deprel::Punct => true,
        Deprel::Nmod => child > noun && of(child),
        _ => false,
    };
    context.token(noun).xpos == Xpos::Nn
        && context.actor(noun).is_none()
        && !is_time(context.tree, context.words(), noun)
        && context.tree.children(noun).iter().all(alone)
}

fn relation_words(
    context: &SentenceContext<'_>,
    statement: &Statement,
    agent: &Agent,
) -> Vec<String> {
    let tokens = &statement.relation.phrase.tokens;
    let negated = tokens
        .iter()
        .any(|&token| is_negation(context.tree, context.words(), token));
    let passive = statement.relation.voice == Voice::Passive && !agent.of_passive;
    let kept = |&token: &usize| match context.relation(token) {
        Deprel::Aux if after_particle(context, token) => true,
        Deprel::Aux => negated || (passive && context.token(token).deprel == Deprel::AuxPass),
        Deprel::Advmod => {
            is_negation(context.tree, context.words(), token)
                || statement.polarity_cues.contains(&token)
        }
        Deprel::Expl => false,
        _ => true,
    };
    let kept: Vec<usize> = tokens.iter().copied().filter(kept).collect();
    let hidden = !negated && statement.polarity == Polarity::Negative && !shows(statement, &kept);
    let not = hidden.then(|| "not".to_owned());
    not.into_iter().chain([text(context, &kept)]).collect()
}

/// The words of these tokens as the text has them.
pub(super) fn text(context: &SentenceContext<'_>, tokens: &[usize]) -> String {
    let words = |tokens: &[usize]| {
        crate::extract::statement::words(context.annotated, context.index, tokens)
    };
    // A label stands in the middle of a sentence, although one of its words may have begun one: *With Oslo, Lund discussed …*.
    let Some(at) = tokens.iter().position(|&token| opens(context, token)) else {
        return words(tokens);
    };
    let (before, behind) = tokens.split_at(at);
    let opening = words(&behind[..1]).to_lowercase();
    let parts = [words(before), opening, words(&behind[1..])];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Whether the token has a capital only because a sentence or a quotation begins with it.
fn opens(context: &SentenceContext<'_>, token: usize) -> bool {
    let before = token
        .checked_sub(1)
        .map(|before| context.token(before).upos);
    let form = &context.token(token).form;
    matches!(before, None | Some(Upos::Punct))
        && context.token(token).upos != Upos::Propn
        && form.chars().skip(1).all(|letter| !letter.is_uppercase())
}

/// *is said to have bribed*: without its auxiliary the infinitive would be none.
fn after_particle(context: &SentenceContext<'_>, token: usize) -> bool {
    (token.checked_sub(1)).is_some_and(|before| context.token(before).xpos == Xpos::To)
}

/// Whether the statement says only where something is.
pub(super) fn is_location(statement: &Statement) -> bool {
    statement.relation.lemma == "be"
        && statement.relation.implied.is_some()
        && statement.object.is_none()
}

/// Whether the words of the label themselves show the negation: *failed to resolve*.
fn shows(statement: &Statement, label: &[usize]) -> bool {
    (statement.polarity_cues.iter()).any(|cue| label.contains(cue))
}

#[cfg(test)]
mod tests {
    use crate::extract::sample::edge_lines;

    #[test]
    fn a_label_shows_the_negation() {
        let edges = edge_lines(
            "Statements statement NOUN NNS 4 nsubj
            do do AUX VBP 4 aux
            not not PART RB 4 advmod
            resolve resolve VERB VB 0 root
            the the DET DT 6 det
            dispute dispute NOUN NN 4 obj",
        );
        assert_eq!(edges, ["Statements – do not resolve → dispute"]);
    }

    #[test]
    fn labels_keep_numbers_of_money_and_the_form_of_infinitives() {
        let edges = edge_lines(
            "Norway Norway PROPN NNP 2 nsubj
            paid pay VERB VBD 0 root
            $ $ SYM $ 2 obj
            20 20 NUM CD 5 compound
            million million NUM CD 3 nummod
            to to ADP IN 7 case
            Chad Chad PROPN NNP 2 obl",
        );
        assert!(
            edges.contains(&"Norway – paid $ 20 million to → Chad".to_owned()),
            "{edges:?}"
        );
        let edges = edge_lines(
            "Norway Norway PROPN NNP 3 nsubj:pass
            is be AUX VBZ 3 aux:pass
            said say VERB VBN 0 root
            to to PART TO 6 mark
            have have AUX VB 6 aux
            bribed bribe VERB VBN 3 xcomp
            Chad Chad PROPN NNP 6 obj",
        );
        assert_eq!(edges, ["Norway – said to have bribed → Chad"]);
    }
}
