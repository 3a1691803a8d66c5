//! People and parts of a named whole: *TTP fighters* belong to the TTP.

use crate::extract::phrase::short;
use crate::extract::{Extractor, Reason, SentenceContext, Sink, Statement, StatementKind};
use crate::syntax::{negative_determiners, preposition};
use crate::text::{ActorType, Deprel, Upos, Xpos};

use super::implied::{Implication, implied};

/// Statements of membership: compounds, demonyms and possessors before nouns of people and parts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memberships;

impl Extractor for Memberships {
    fn kind(&self) -> StatementKind {
        StatementKind::Membership
    }

    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        for noun in 0..context.sentence.tokens.len() {
            if context.token(noun).upos == Upos::Noun
                && let Some(relation) = context.words().membership(context.lemma(noun))
            {
                sink.report(noun, membership(context, noun, relation));
            }
        }
    }

    fn steps(&self, _: &SentenceContext<'_>, _: usize) -> Vec<String> {
        vec!["people or parts of a named whole".into()]
    }
}

fn membership(
    context: &SentenceContext<'_>,
    noun: usize,
    relation: &str,
) -> Result<Statement, Reason> {
    if !negative_determiners(context.tree, context.words(), noun).is_empty() {
        // *No Syrian soldier*: there is none who could belong to anybody.
        return Err(Reason::NoWhole);
    }
    let mut before = context
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Nmod, Deprel::Amod]);
    let whole = before.find(|&child| {
        let named = context.token(child).upos == Upos::Propn || context.actor(child).is_some();
        let after = child > noun
            && context
                .words()
                .whole_prepositions
                .has(&context.lower(&preposition(context.tree, child)));
        let pronoun = context.token(child).upos == Upos::Pron;
        let named = named && !is_mere_adjective(context, child) && !is_person(context, child);
        named
            && !pronoun
            && (child < noun || after)
            && context.token(child).deprel != Deprel::NmodDesc
    });
    let whole = whole.ok_or(Reason::NoWhole)?;
    Ok(implied(
        context,
        StatementKind::Membership,
        short(context, noun),
        (Implication::Words(relation), noun),
        short(context, whole),
    ))
}

/// *elected Ana Silva president*: nobody is part of a person; *Assad forces* are.
fn is_person(context: &SentenceContext<'_>, word: usize) -> bool {
    let is_one = |noun: usize| {
        let actor_noun = (context.lexicon.actor_nouns).noun(None, context.lemma(noun));
        actor_noun.is_some_and(|actor_noun| actor_noun.kind == ActorType::Person)
    };
    context.token(word).entity.ends_with("PERSON") && context.head(word).is_some_and(is_one)
}

/// *a Western diplomat*: an adjective that is not made of a name, so that it names no whole.
fn is_mere_adjective(context: &SentenceContext<'_>, word: usize) -> bool {
    let token = context.token(word);
    let actor = context
        .actor(word)
        .and_then(|actor| context.annotated.actors.get(actor));
    let adjectival = token.upos == Upos::Adj || token.xpos == Xpos::Jj;
    adjectival && actor.is_none_or(|actor| actor.name == token.form.as_str())
}
