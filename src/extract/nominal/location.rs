//! Where somebody or something is: *residents of Tikrit*, *mourners inside a tent*, *an airfield near Palmyra*.

use crate::extract::clause::argument::{argument, is_time};
use crate::extract::clause::role::role;
use crate::extract::phrase::{marker_of, nominal, short};
use crate::extract::{ArgumentRole, Extractor, Reason, Relation, Scene, Sink, Statement};
use crate::text::{Deprel, Upos};

/// Statements of prepositional phrases that place a noun.
#[derive(Debug, Clone, Copy, Default)]
pub struct Locations;

impl Extractor for Locations {
    fn name(&self) -> &'static str {
        "location"
    }

    fn extract(&self, scene: &Scene<'_>, sink: &mut Sink) {
        for token in 0..scene.sentence.tokens.len() {
            if scene.relation(token) != Deprel::Nmod {
                continue;
            }
            let marker = marker_of(scene, token);
            if is_placing(scene, token, &marker) {
                sink.report(token, location(scene, token, marker, self.name()));
            }
        }
    }

    fn steps(&self, _: &Scene<'_>, _: usize) -> Vec<String> {
        vec!["a noun with the place where it is".into()]
    }
}

/// Whether the preposition tells where something is.
fn is_placing(scene: &Scene<'_>, place: usize, marker: &[usize]) -> bool {
    let usual = scene.words().preposition(&scene.lower(marker));
    !marker.is_empty()
        && usual == Some(ArgumentRole::Place.as_str())
        && matches!(
            role(scene, marker, place, false),
            ArgumentRole::Place | ArgumentRole::Goal | ArgumentRole::Company
        )
}

fn location(
    scene: &Scene<'_>,
    place: usize,
    marker: Vec<usize>,
    extractor: &str,
) -> Result<Statement, Reason> {
    let placed = |&noun: &usize| can_be_placed(scene, noun);
    let noun = scene.head(place).filter(placed);
    let noun = noun.ok_or(Reason::NotPlaced)?;
    if !is_place(scene, place) && scene.actor(place).is_none() {
        return Err(Reason::NoNamedPlace);
    }
    let relation = Relation {
        phrase: scene.phrase(marker.clone(), marker[0]),
        implied: Some("is".into()),
        lemma: "be".into(),
        ..Relation::default()
    };
    let mut statement = Statement::new(extractor, short(scene, noun), relation, None);
    let phrase = nominal(scene, place);
    statement.arguments = vec![argument(scene, marker, phrase, ArgumentRole::Place)];
    Ok(statement)
}

/// Names of places, as the tagger of names sees them.
pub(super) fn is_place(scene: &Scene<'_>, token: usize) -> bool {
    let entity = scene.token(token).entity.as_str();
    ["GPE", "LOC", "FAC"]
        .iter()
        .any(|kind| entity.ends_with(kind))
}

/// Acts and times are not placed here: their place is an argument of the act.
fn can_be_placed(scene: &Scene<'_>, noun: usize) -> bool {
    let noun_or_name = matches!(scene.token(noun).upos, Upos::Noun | Upos::Propn);
    let event = scene.words().event_noun(scene.lemma(noun)).is_some();
    noun_or_name && !event && !is_time(scene, noun)
}
