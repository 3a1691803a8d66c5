//! Where somebody or something is: *residents of Tikrit*, *mourners inside a tent*, *an airfield near Palmyra*.

use crate::extract::clause::argument::{argument, is_time};
use crate::extract::clause::role::role;
use crate::extract::phrase::{marker_of, nominal, short};
use crate::extract::{ArgumentRole, Extractor, Relation, Scene, Statement};
use crate::text::Upos;

/// Statements of prepositional phrases that place a noun.
#[derive(Debug, Clone, Copy, Default)]
pub struct Locations;

impl Extractor for Locations {
    fn name(&self) -> &'static str {
        "location"
    }

    fn extract(&self, scene: &Scene<'_>) -> Vec<Statement> {
        (0..scene.sentence.tokens.len())
            .filter(|&token| scene.relation(token) == "nmod")
            .filter_map(|place| location(scene, place, self.name()))
            .collect()
    }
}

fn location(scene: &Scene<'_>, place: usize, extractor: &str) -> Option<Statement> {
    let noun = scene.head(place)?;
    let marker = marker_of(scene, place);
    let usual = scene.words().preposition(&scene.lower(&marker));
    let placed = usual == Some(ArgumentRole::Place.as_str())
        && matches!(
            role(scene, &marker, place, false),
            ArgumentRole::Place | ArgumentRole::Goal | ArgumentRole::Company
        );
    let named = is_place(scene, place) || scene.actor(place).is_some();
    if !placed || !named || !can_be_placed(scene, noun) {
        return None;
    }
    let relation = Relation {
        phrase: scene.phrase(marker.clone(), *marker.first()?),
        implied: Some("is".into()),
        lemma: "be".into(),
        ..Relation::default()
    };
    let mut statement = Statement::new(extractor, short(scene, noun), relation, None);
    let phrase = nominal(scene, place);
    statement.arguments = vec![argument(scene, marker, phrase, ArgumentRole::Place)];
    statement.confidence = 0.5;
    Some(statement)
}

/// Names of places, as the tagger of names sees them.
fn is_place(scene: &Scene<'_>, token: usize) -> bool {
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
