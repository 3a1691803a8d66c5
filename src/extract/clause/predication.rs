//! What a predicate says of its subject: the words of the relation, its object and its arguments.

use crate::extract::phrase::{adjective, clause, nominal};
use crate::extract::{Argument, ArgumentRole, Phrase, SentenceContext};
use crate::syntax::{
    chain_lemma, direct_object, governor, governors, is_time, own_subject, preposition,
    relation_lemma, relation_tokens, resolve_relative,
};
use crate::text::Deprel;

use super::argument::{argument, arguments, complement};
use super::role::role;

/// What a predicate says of its subject, before it is put into a statement.
pub(super) struct Predication {
    pub(super) relation: Vec<usize>,
    pub(super) head: usize,
    pub(super) lemma: String,
    pub(super) object: Option<Phrase>,
    pub(super) arguments: Vec<Argument>,
}

/// A verb with its objects and arguments.
pub(super) fn verbal(context: &SentenceContext<'_>, verb: usize) -> Predication {
    let mut arguments = own_and_governors_arguments(context, verb);
    let mut object = direct_object(context.tree, verb).map(|object| {
        if context.is_verb(object) && context.relation(object) != Deprel::Obj {
            clause(context, object)
        } else {
            nominal(context, object)
        }
    });
    let indirect = context.tree.child(verb, Deprel::Iobj).map(|indirect| {
        let head = resolve_relative(context.tree, indirect, verb);
        nominal(context, head)
    });
    match (indirect, object.is_some()) {
        (Some(phrase), true) => {
            let recipient = argument(context, Vec::new(), phrase, ArgumentRole::Recipient);
            arguments.insert(0, recipient);
        }
        (indirect @ Some(_), false) => object = indirect,
        (None, _) => {}
    }
    let clausal = complement(context, verb).filter(|argument| {
        governor(context.tree, context.words(), argument.phrase.head) != Some(verb)
    });
    match clausal {
        Some(content) if object.is_none() => object = Some(content.phrase),
        Some(content) => arguments.insert(0, content),
        None => {}
    }
    if let Some(existential) = context.tree.child(verb, Deprel::Expl)
        && object.is_none()
    {
        arguments.splice(0..0, properties(context, verb));
        let mut relation = relation_tokens(context.tree, context.words(), verb);
        relation.push(existential);
        relation.sort_unstable();
        return Predication {
            relation,
            head: verb,
            lemma: relation_lemma(context.tree, verb),
            object: None,
            arguments,
        };
    }
    Predication {
        relation: relation_tokens(context.tree, context.words(), verb),
        head: verb,
        lemma: chain_lemma(context.tree, context.words(), verb),
        object,
        arguments,
    }
}

/// Where or of what there is something: the phrases on the noun of an existential clause.
fn properties(context: &SentenceContext<'_>, verb: usize) -> Vec<Argument> {
    let Some(noun) = own_subject(context.tree, verb) else {
        return Vec::new();
    };
    let phrases = context.tree.children_by(noun, &[Deprel::Nmod]);
    let marked = phrases.filter(|&child| {
        !preposition(context.tree, child).is_empty()
            && context.token(child).deprel != Deprel::NmodPoss
    });
    marked
        .map(|child| {
            let marker = preposition(context.tree, child);
            let role = role(context, &marker, child, false);
            argument(context, marker, nominal(context, child), role)
        })
        .collect()
}

fn own_and_governors_arguments(context: &SentenceContext<'_>, token: usize) -> Vec<Argument> {
    let chain = governors(context.tree, context.words(), token);
    let mut found = Vec::new();
    let mut below = token;
    for &governor in chain.iter().rev() {
        found.extend(arguments(context, governor, Some(below)));
        below = governor;
    }
    found.extend(arguments(context, token, None));
    // A governor reached twice, through a coordinated verb, must not give its clause back as an argument.
    found
        .retain(|argument| argument.phrase.head != token && !chain.contains(&argument.phrase.head));
    found.sort_by_key(|argument| argument.phrase.head);
    found
}

/// An adjective, noun or prepositional phrase that is said of the subject.
pub(super) fn nonverbal(context: &SentenceContext<'_>, token: usize) -> Predication {
    let mut arguments = own_and_governors_arguments(context, token);
    let mut relation = relation_tokens(context.tree, context.words(), token);
    let chain = governors(context.tree, context.words(), token);
    let copula = context.tree.child(token, Deprel::Cop);
    let head = copula.or(chain.last().copied());
    let marker = preposition(context.tree, token);
    let without = |tokens: &[usize]| -> Vec<usize> {
        tokens
            .iter()
            .copied()
            .filter(|&word| word != token)
            .collect()
    };
    let bare = without(&relation);
    if bare.is_empty() {
        // A participle whose verb is not in the relation.
        return adjectival(context, token, relation, arguments);
    }
    let head = head.unwrap_or(bare[0]);
    let lemma = relation_lemma(context.tree, head);
    if !marker.is_empty() {
        let role = role(context, &marker, token, false);
        arguments.insert(0, argument(context, marker, nominal(context, token), role));
        relation = bare;
        return Predication {
            relation,
            head,
            lemma,
            object: None,
            arguments,
        };
    }
    if context.is_nominal(token) {
        return Predication {
            relation: bare,
            head,
            lemma,
            object: Some(nominal(context, token)),
            arguments,
        };
    }
    let complemented = context.tree.children_by(
        token,
        &[Deprel::Obl, Deprel::Ccomp, Deprel::Xcomp, Deprel::Advcl],
    );
    if complemented
        .into_iter()
        .any(|child| child > token && !is_time(context.tree, context.words(), child))
    {
        return adjectival(context, token, relation, arguments);
    }
    Predication {
        relation: bare,
        head,
        lemma,
        object: Some(adjective(context, token)),
        arguments,
    }
}

/// *remains unsatisfied with …*: the adjective belongs to the relation.
fn adjectival(
    context: &SentenceContext<'_>,
    token: usize,
    relation: Vec<usize>,
    arguments: Vec<Argument>,
) -> Predication {
    Predication {
        relation,
        head: token,
        lemma: chain_lemma(context.tree, context.words(), token),
        object: None,
        arguments,
    }
}
