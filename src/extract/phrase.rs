//! Noun phrases and clauses as statements quote them: a head in, a [`Phrase`] out.
//!
//! A phrase keeps what belongs to its noun (articles, adjectives, numbers, names, prepositional phrases) and leaves
//! out what is a statement of its own (relative clauses, participles, appositions).

use crate::text::{Deprel, Upos, Xpos};

use super::clause::argument::is_time;
use super::clause::group::is_negation;
use super::{Phrase, Scene};

/// Phrases of more tokens than this are cut down to the noun with its closest words: such a length comes from a
/// wrong attachment far more often than from the author.
const LONGEST: usize = 30;

/// Whether a coordination is quoted whole or only its first member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    Member,
}

/// The noun phrase around `head` with all its coordinated members.
pub(crate) fn nominal(scene: &Scene<'_>, head: usize) -> Phrase {
    cut(scene, head, Extent::Whole)
}

/// The noun phrase around `head` without what is coordinated with it.
pub(crate) fn member(scene: &Scene<'_>, head: usize) -> Phrase {
    cut(scene, head, Extent::Member)
}

/// The members of the coordination that starts at `head`, itself first.
pub(crate) fn members(scene: &Scene<'_>, head: usize) -> Vec<usize> {
    let mut found = vec![head];
    let mut next = 0;
    while let Some(&member) = found.get(next) {
        next += 1;
        let conjuncts = scene.tree.children_by(member, &[Deprel::Conj]);
        found.extend(conjuncts.filter(|&conjunct| is_member(scene, head, conjunct)));
    }
    found.sort_unstable();
    found
}

fn is_member(scene: &Scene<'_>, head: usize, conjunct: usize) -> bool {
    let same_kind = scene.is_nominal(conjunct) == scene.is_nominal(head);
    let clause = scene.is_verb(conjunct)
        || (scene.tree.children(conjunct).iter()).any(|&child| {
            matches!(
                scene.relation(child),
                Deprel::Nsubj | Deprel::Cop | Deprel::Csubj
            )
        });
    same_kind && !clause && !is_left_out(scene, conjunct)
}

/// *Israel, not Hamas*; *Brazil rather than Argentina*: named to say that it is not meant.
fn is_left_out(scene: &Scene<'_>, conjunct: usize) -> bool {
    let negates = |child: usize| match scene.relation(child) {
        Deprel::Advmod => is_negation(scene, child),
        Deprel::Cc => {
            (scene.words()).negates(scene.lemma(child), crate::lexicon::Part::Preposition)
        }
        _ => false,
    };
    (scene.tree.children(conjunct).iter()).any(|&child| child < conjunct && negates(child))
}

/// The noun with the words that make it known: compounds, adjectives, numbers, the parts of a name, and what it is
/// a part or number of.
pub(crate) fn short(scene: &Scene<'_>, head: usize) -> Phrase {
    let container = scene.words().container_nouns.has(scene.lemma(head));
    let mut tokens = vec![head];
    for &child in scene.tree.children(head) {
        let kept = match scene.relation(child) {
            Deprel::Compound
            | Deprel::Amod
            | Deprel::Nummod
            | Deprel::Flat
            | Deprel::Fixed
            | Deprel::Goeswith => true,
            Deprel::Nmod => container && follows_of(scene, child),
            Deprel::Case => scene.token(child).xpos == Xpos::Hyph,
            Deprel::Punct => scene.token(child).xpos == Xpos::Hyph,
            _ => false,
        };
        let heavy = scene.relation(child) == Deprel::Amod && child > head;
        if kept && !heavy {
            tokens.extend(inner(scene, child));
        }
    }
    trimmed(scene, tokens, head)
}

fn follows_of(scene: &Scene<'_>, token: usize) -> bool {
    (scene.tree.children_by(token, &[Deprel::Case])).any(|case| scene.lemma(case) == "of")
}

/// The noun with what stands before it, without prepositional phrases.
pub(crate) fn without_phrases(scene: &Scene<'_>, head: usize) -> Phrase {
    let phrase = member(scene, head);
    let after = (scene.tree.children(head).iter())
        .filter(|&&child| child > head && scene.relation(child) == Deprel::Nmod)
        .min();
    let end = after.map_or(usize::MAX, |&child| {
        scene.tree.subtree(child).first().copied().unwrap_or(child)
    });
    let tokens = phrase
        .tokens
        .into_iter()
        .filter(|&token| token < end)
        .collect();
    trimmed(scene, tokens, head)
}

/// A subtree inside a short phrase, without clauses.
fn inner(scene: &Scene<'_>, top: usize) -> Vec<usize> {
    scene
        .tree
        .subtree_without(top, |child| !belongs(scene, child))
}

/// The words of a clause without the conjunction that opens it.
pub(crate) fn clause(scene: &Scene<'_>, head: usize) -> Phrase {
    let own_mark = |child: usize| {
        scene.relation(child) == Deprel::Mark && scene.head(child) == Some(head)
            // The infinitive's particle and the fixed parts of a longer conjunction go with it.
            || scene.relation(child) == Deprel::Parataxis
            || (scene.relation(child) == Deprel::Discourse)
    };
    let tokens = scene.tree.subtree_without(head, own_mark);
    trimmed(scene, tokens, head)
}

/// An adjective phrase used as predicate: the adjective, its degree, and its coordinated members.
pub(crate) fn adjective(scene: &Scene<'_>, head: usize) -> Phrase {
    let tokens = scene.tree.subtree_without(head, |child| {
        let top = scene.head(child) == Some(head);
        match scene.relation(child) {
            Deprel::Advmod => {
                top && child < head && is_negation(scene, child) || child > head && top
            }
            Deprel::Conj => scene.is_verb(child) || has_subject(scene, child),
            Deprel::Cc => (scene.head(child)).is_none_or(|of| top || of == head),
            Deprel::Punct | Deprel::Fixed => false,
            _ => top,
        }
    });
    trimmed(scene, tokens, head)
}

fn has_subject(scene: &Scene<'_>, token: usize) -> bool {
    scene.tree.child(token, Deprel::Nsubj).is_some()
}

fn cut(scene: &Scene<'_>, head: usize, extent: Extent) -> Phrase {
    let tokens = scene.tree.subtree_without(head, |child| {
        if scene.head(child) == Some(head) {
            !belongs_to_top(scene, child, head, extent)
        } else {
            !belongs(scene, child)
        }
    });
    let phrase = trimmed(scene, tokens, head);
    if phrase.tokens.len() > LONGEST {
        short(scene, head)
    } else {
        phrase
    }
}

/// Whether a direct dependent of the head of a phrase stays in it.
fn belongs_to_top(scene: &Scene<'_>, child: usize, head: usize, extent: Extent) -> bool {
    match scene.relation(child) {
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
            extent == Extent::Whole && child < head && scene.relation(head) != Deprel::Conj
        }
        Deprel::Conj => extent == Extent::Whole && is_member(scene, head, child),
        // An adverb before the verb `be` belongs to the clause, one beside the noun to the noun.
        Deprel::Advmod => {
            !is_negation(scene, child)
                && (scene.tree.child(head, Deprel::Cop)).is_none_or(|copula| child > copula)
                && !(scene.words().time_adverbs).has(scene.lemma(child))
        }
        _ => belongs(scene, child),
    }
}

/// Whether a word below the head of a phrase stays in it.
fn belongs(scene: &Scene<'_>, child: usize) -> bool {
    match scene.relation(child) {
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
        Deprel::Appos => is_bracketed_name(scene, child) || is_close_apposition(scene, child),
        Deprel::Conj => !scene.is_verb(child),
        Deprel::Nmod => !is_source(scene, child) && !is_circumstance(scene, child),
        _ => true,
    }
}

/// A time that is told of the verb, although the parser hung it on its object: *signed the treaty in March*.
pub(crate) fn is_circumstance(scene: &Scene<'_>, token: usize) -> bool {
    let marker = marker_of(scene, token);
    let preposition =
        !marker.is_empty() && scene.words().preposition(&scene.lower(&marker)) != Some("other");
    let of_object = scene.head(token).is_some_and(|noun| {
        scene.relation(noun) == Deprel::Obj
            || (scene.relation(noun) == Deprel::Obl && is_verbal_head(scene, noun))
            // *Pakistan on Thursday said …*
            || (scene.relation(noun) == Deprel::Nsubj && scene.token(noun).upos == Upos::Propn)
    });
    preposition && of_object && is_time(scene, token)
}

fn is_verbal_head(scene: &Scene<'_>, noun: usize) -> bool {
    scene.head(noun).is_some_and(|verb| scene.is_verb(verb))
}

/// Whether the prepositional phrase names who says so (`according to`).
pub(crate) fn is_source(scene: &Scene<'_>, token: usize) -> bool {
    let marker = marker_of(scene, token);
    scene.words().preposition(&scene.lower(&marker)) == Some("speaker")
}

/// The tokens of the preposition before the noun, with their fixed parts, in order.
pub(crate) fn marker_of(scene: &Scene<'_>, token: usize) -> Vec<usize> {
    let mut marker: Vec<usize> = (scene.tree.children_by(token, &[Deprel::Case]))
        .filter(|&case| case < token && scene.token(case).xpos != Xpos::Pos)
        .flat_map(|case| scene.tree.subtree(case))
        .collect();
    marker.sort_unstable();
    marker
}

fn is_bracketed_name(scene: &Scene<'_>, token: usize) -> bool {
    let punctuation = scene.tree.children_by(token, &[Deprel::Punct]);
    let forms: Vec<_> = punctuation
        .map(|mark| scene.token(mark).form.as_str())
        .collect();
    scene.tree.subtree(token).len() <= 4 && forms.contains(&"(") && forms.contains(&")")
}

/// *congressman William Jones*: no comma between the two.
fn is_close_apposition(scene: &Scene<'_>, token: usize) -> bool {
    scene.head(token).is_some_and(|head| {
        let mut between = head + 1..token;
        head < token && between.all(|word| scene.token(word).upos != Upos::Punct)
    })
}

/// The name beside a noun: *its supreme leader, Hibatullah Akhundzada*.
pub(crate) fn name_of(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let common = scene.token(noun).upos == Upos::Noun;
    (scene.tree.children_by(noun, &[Deprel::Appos]))
        .find(|&name| common && scene.token(name).upos == Upos::Propn)
        // *two men, Sani Musa and Peter Ojo*: neither is both.
        .filter(|&name| scene.tree.child(name, Deprel::Conj).is_none())
}

/// The tokens without punctuation at the ends; a closing bracket stays if its opening one is inside.
fn trimmed(scene: &Scene<'_>, tokens: Vec<usize>, head: usize) -> Phrase {
    let mut tokens = tokens;
    tokens.sort_unstable();
    tokens.dedup();
    let loose = |tokens: &[usize], at: usize| {
        let token = scene.token(tokens[at]);
        if tokens[at] == head {
            return false;
        }
        let bracket = matches!(token.form.as_str(), ")" | "-RRB-" | "]");
        let opened = tokens
            .iter()
            .any(|&other| matches!(scene.token(other).form.as_str(), "(" | "-LRB-" | "["));
        let connective = token.upos == Upos::Cconj || token.xpos == Xpos::Pos && at > 0;
        // A preposition that opens the phrase belongs to what is above it, unless it is of a word within: `at least ten`.
        let within = scene.head(tokens[at]) != Some(head)
            && scene
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
    scene.phrase(tokens, head)
}
