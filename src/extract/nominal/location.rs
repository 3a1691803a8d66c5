//! Where somebody or something is: *residents of Tikrit*, *mourners inside a tent*, *an airfield near Palmyra*.

use crate::extract::clause::argument::argument;
use crate::extract::clause::role::role;
use crate::extract::phrase::{nominal, short};
use crate::extract::{
    ArgumentRole, Extractor, Reason, Relation, SentenceContext, Sink, Statement, StatementKind,
};
use crate::lexicon::Implied;
use crate::syntax::preposition;
use crate::text::{Deprel, EntityType, Upos};

/// Statements of prepositional phrases that place a noun.
#[derive(Debug, Clone, Copy, Default)]
pub struct Locations;

impl Extractor for Locations {
    fn kind(&self) -> StatementKind {
        StatementKind::Location
    }

    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        for token in 0..context.sentence.tokens.len() {
            if context.relation(token) != Deprel::Nmod {
                continue;
            }
            let marker = preposition(context.tree, token);
            if is_placing(context, token, &marker) {
                sink.report(token, location(context, token, marker));
            }
        }
    }

    fn steps(&self, _: &SentenceContext<'_>, _: usize) -> Vec<String> {
        vec!["a noun with the place where it is".into()]
    }
}

/// Whether the preposition is one of place.
fn is_placing(context: &SentenceContext<'_>, place: usize, marker: &[usize]) -> bool {
    let usual = context.words().preposition(&context.lower(marker));
    !marker.is_empty()
        && usual == Some(ArgumentRole::Place)
        && matches!(
            role(context, marker, place, false),
            ArgumentRole::Place | ArgumentRole::Goal | ArgumentRole::Company
        )
}

fn location(
    context: &SentenceContext<'_>,
    place: usize,
    marker: Vec<usize>,
) -> Result<Statement, Reason> {
    let placed = |&noun: &usize| can_be_placed(context, noun);
    let noun = context.head(place).filter(placed);
    let noun = noun.ok_or(Reason::NotPlaced)?;
    if !is_place(context, place) && context.actor(place).is_none() {
        return Err(Reason::NoNamedPlace);
    }
    let (implied, lemma) = context.words().implied(Implied::Location);
    let relation = Relation {
        phrase: context.phrase(marker.clone(), marker[0]),
        implied: Some(implied.into()),
        lemma: lemma.into(),
        ..Relation::default()
    };
    let mut statement = Statement::new(
        StatementKind::Location,
        short(context, noun),
        relation,
        None,
    );
    let phrase = nominal(context, place);
    statement.arguments = vec![argument(context, marker, phrase, ArgumentRole::Place)];
    Ok(statement)
}

/// Names of places, as the tagger of names sees them.
pub(super) fn is_place(context: &SentenceContext<'_>, token: usize) -> bool {
    let name = context.token(token).entity_type();
    name.is_some_and(EntityType::is_place)
}

/// Acts are not placed here: their place is an argument of the act.
fn can_be_placed(context: &SentenceContext<'_>, noun: usize) -> bool {
    let noun_or_name = matches!(context.token(noun).upos, Upos::Noun | Upos::Propn);
    let event = context.words().event_noun(context.lemma(noun)).is_some();
    noun_or_name && !event
}
