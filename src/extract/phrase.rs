//! Noun phrases and clauses as statements quote them: a head in, a [`Phrase`] out.
//!
//! A phrase keeps what belongs to its noun (articles, adjectives, numbers, names, prepositional phrases) and leaves
//! out what is a statement of its own (relative clauses, participles, appositions).

use crate::syntax::{is_member, is_negation, is_time, preposition};
use crate::text::{Deprel, Upos, Xpos};

use super::{ArgumentRole, Phrase, SentenceContext};

/// Whether a coordination is quoted whole or only its first member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    Member,
}

/// The phrases of an extractor's statements.
impl SentenceContext<'_> {
    /// The noun phrase around `head`: articles, adjectives, numbers, names, prepositional phrases and coordinated
    /// members, without clauses and appositions, which are statements of their own.
    pub fn noun_phrase(&self, head: usize) -> Phrase {
        nominal(self, head)
    }

    /// The noun at `head` with the words that name it: compounds, adjectives, numbers and the parts of a name.
    pub fn name(&self, head: usize) -> Phrase {
        short(self, head)
    }

    /// The words of the clause around `head`, without the conjunction that introduces it.
    pub fn clause(&self, head: usize) -> Phrase {
        clause(self, head)
    }
}

/// The noun phrase around `head` with all its coordinated members.
pub(crate) fn nominal(context: &SentenceContext<'_>, head: usize) -> Phrase {
    cut(context, head, Extent::Whole)
}

/// The noun phrase around `head` without what is coordinated with it.
pub(crate) fn member(context: &SentenceContext<'_>, head: usize) -> Phrase {
    cut(context, head, Extent::Member)
}

/// The noun with the words that make it known: compounds, adjectives, numbers, the parts of a name, and what it is
/// a part or number of.
pub(crate) fn short(context: &SentenceContext<'_>, head: usize) -> Phrase {
    let container = context.words().container_nouns.has(context.lemma(head));
    let mut tokens = vec![head];
    for &child in context.tree.children(head) {
        let kept = match context.relation(child) {
            Deprel::Compound
            | Deprel::Amod
            | Deprel::Nummod
            | Deprel::Flat
            | Deprel::Fixed
            | Deprel::Goeswith => true,
            Deprel::Nmod => container && follows_whole_preposition(context, child),
            Deprel::Case => context.token(child).xpos == Xpos::Hyph,
            Deprel::Punct => context.token(child).xpos == Xpos::Hyph,
            _ => false,
        };
        let heavy = context.relation(child) == Deprel::Amod && child > head;
        if kept && !heavy {
            tokens.extend(inner(context, child));
        }
    }
    trimmed(context, tokens, head)
}

fn follows_whole_preposition(context: &SentenceContext<'_>, token: usize) -> bool {
    (context.tree.children_by(token, &[Deprel::Case]))
        .any(|case| context.words().whole_prepositions.has(context.lemma(case)))
}

/// The noun with what stands before it, without prepositional phrases.
pub(crate) fn without_phrases(context: &SentenceContext<'_>, head: usize) -> Phrase {
    let phrase = member(context, head);
    let after = (context.tree.children(head).iter())
        .filter(|&&child| child > head && context.relation(child) == Deprel::Nmod)
        .min();
    let end = after.map_or(usize::MAX, |&child| {
        context
            .tree
            .subtree(child)
            .first()
            .copied()
            .unwrap_or(child)
    });
    let tokens = phrase
        .tokens
        .into_iter()
        .filter(|&token| token < end)
        .collect();
    trimmed(context, tokens, head)
}

/// A subtree inside a short phrase, without clauses.
fn inner(context: &SentenceContext<'_>, top: usize) -> Vec<usize> {
    context
        .tree
        .subtree_without(top, |child| !belongs(context, child))
}

/// The words of a clause without the conjunction that opens it.
pub(crate) fn clause(context: &SentenceContext<'_>, head: usize) -> Phrase {
    let own_mark = |child: usize| {
        context.relation(child) == Deprel::Mark && context.head(child) == Some(head)
            // The infinitive's particle and the fixed parts of a longer conjunction go with it.
            || context.relation(child) == Deprel::Parataxis
            || (context.relation(child) == Deprel::Discourse)
    };
    let tokens = context.tree.subtree_without(head, own_mark);
    trimmed(context, tokens, head)
}

/// An adjective phrase used as predicate: the adjective, its degree, and its coordinated members.
pub(crate) fn adjective(context: &SentenceContext<'_>, head: usize) -> Phrase {
    let tokens = context.tree.subtree_without(head, |child| {
        let top = context.head(child) == Some(head);
        match context.relation(child) {
            Deprel::Advmod => {
                top && child < head && is_negation(context.tree, context.words(), child)
                    || child > head && top
            }
            Deprel::Conj => context.is_verb(child) || has_subject(context, child),
            Deprel::Cc => (context.head(child)).is_none_or(|of| top || of == head),
            Deprel::Punct | Deprel::Fixed => false,
            _ => top,
        }
    });
    trimmed(context, tokens, head)
}

fn has_subject(context: &SentenceContext<'_>, token: usize) -> bool {
    context.tree.child(token, Deprel::Nsubj).is_some()
}

fn cut(context: &SentenceContext<'_>, head: usize, extent: Extent) -> Phrase {
    let tokens = context.tree.subtree_without(head, |child| {
        if context.head(child) == Some(head) {
            !belongs_to_top(context, child, head, extent)
        } else {
            !belongs(context, child)
        }
    });
    trimmed(context, tokens, head)
}

/// Whether a direct dependent of the head of a phrase stays in it.
fn belongs_to_top(
    context: &SentenceContext<'_>,
    child: usize,
    head: usize,
    extent: Extent,
) -> bool {
    match context.relation(child) {
        Deprel::Case
        | Deprel::Cop
        | Deprel::Aux
        | Deprel::Nsubj
        | Deprel::Csubj
        | Deprel::Mark
        | Deprel::Expl
        | Deprel::Obj
        | Deprel::Iobj
        | Deprel::Obl
        | Deprel::Xcomp => false,
        Deprel::Cc => {
            extent == Extent::Whole && child < head && context.relation(head) != Deprel::Conj
        }
        Deprel::Conj => {
            extent == Extent::Whole && is_member(context.tree, context.words(), head, child)
        }
        // An adverb before the verb `be` belongs to the clause, one beside the noun to the noun.
        Deprel::Advmod => {
            !is_negation(context.tree, context.words(), child)
                && (context.tree.child(head, Deprel::Cop)).is_none_or(|copula| child > copula)
                && !(context.words().time_adverbs).has(context.lemma(child))
        }
        _ => belongs(context, child),
    }
}

/// Whether a word below the head of a phrase stays in it.
fn belongs(context: &SentenceContext<'_>, child: usize) -> bool {
    match context.relation(child) {
        Deprel::Acl
        | Deprel::Parataxis
        | Deprel::Discourse
        | Deprel::Vocative
        | Deprel::Dislocated
        | Deprel::Reparandum
        | Deprel::Advcl
        | Deprel::List
        | Deprel::Dep
        | Deprel::Ccomp
        | Deprel::Csubj => false,
        Deprel::Appos => is_bracketed_name(context, child) || is_close_apposition(context, child),
        Deprel::Conj => !context.is_verb(child),
        Deprel::Nmod => !is_source(context, child) && !is_circumstance(context, child),
        _ => true,
    }
}

/// A time that belongs to the verb although the parser attached it to its object: *signed the treaty in March*.
pub(crate) fn is_circumstance(context: &SentenceContext<'_>, token: usize) -> bool {
    let marker = preposition(context.tree, token);
    let preposition = !marker.is_empty()
        && context.words().preposition(&context.lower(&marker)) != Some(ArgumentRole::Other);
    let of_object = (context.head(token)).is_some_and(|noun| context.relation(noun) == Deprel::Obj);
    preposition && of_object && is_time(context.tree, context.words(), token)
}

/// Whether the prepositional phrase names who says so (`according to`).
pub(crate) fn is_source(context: &SentenceContext<'_>, token: usize) -> bool {
    let marker = preposition(context.tree, token);
    context.words().names_speaker(&context.lower(&marker))
}

fn is_bracketed_name(context: &SentenceContext<'_>, token: usize) -> bool {
    let punctuation = context.tree.children_by(token, &[Deprel::Punct]);
    let forms: Vec<_> = punctuation
        .map(|mark| context.token(mark).form.as_str())
        .collect();
    context.tree.subtree(token).len() <= 4 && forms.contains(&"(") && forms.contains(&")")
}

/// *congressman William Jones*: no comma between the two.
fn is_close_apposition(context: &SentenceContext<'_>, token: usize) -> bool {
    context.head(token).is_some_and(|head| {
        let mut between = head + 1..token;
        head < token && between.all(|word| context.token(word).upos != Upos::Punct)
    })
}

/// The tokens without punctuation at the ends; a closing bracket stays if its opening one is inside.
fn trimmed(context: &SentenceContext<'_>, tokens: Vec<usize>, head: usize) -> Phrase {
    let mut tokens = tokens;
    tokens.sort_unstable();
    tokens.dedup();
    let loose = |tokens: &[usize], at: usize| {
        let token = context.token(tokens[at]);
        if tokens[at] == head {
            return false;
        }
        let bracket = matches!(token.form.as_str(), ")" | "-RRB-" | "]");
        let opened = tokens
            .iter()
            .any(|&other| matches!(context.token(other).form.as_str(), "(" | "-LRB-" | "["));
        let connective = token.upos == Upos::Cconj || token.xpos == Xpos::Pos && at > 0;
        // A preposition that opens the phrase belongs to what is above it, unless it is of a word within: `at least ten`.
        let within = context.head(tokens[at]) != Some(head)
            && context
                .head(tokens[at])
                .is_some_and(|of| tokens.contains(&of));
        let opening = at == 0 && matches!(token.upos, Upos::Adp | Upos::Sconj) && !within;
        connective || opening || (token.upos == Upos::Punct && !(bracket && opened && at > 0))
    };
    while tokens.len() > 1 && loose(&tokens, tokens.len() - 1) {
        tokens.pop();
    }
    while tokens.len() > 1 && loose(&tokens, 0) {
        tokens.remove(0);
    }
    context.phrase(tokens, head)
}
