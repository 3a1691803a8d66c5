//! People and parts of a named whole: *TTP fighters* belong to the TTP.

use crate::extract::phrase::{marker_of, short};
use crate::extract::{Extractor, Scene, Statement};
use crate::text::Upos;

use super::implied;

/// Statements of membership: compounds, demonyms and possessors before nouns of people and parts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memberships;

impl Extractor for Memberships {
    fn name(&self) -> &'static str {
        "membership"
    }

    fn extract(&self, scene: &Scene<'_>) -> Vec<Statement> {
        (0..scene.sentence.tokens.len())
            .filter_map(|noun| membership(scene, noun, self.name()))
            .collect()
    }
}

fn membership(scene: &Scene<'_>, noun: usize, extractor: &str) -> Option<Statement> {
    if scene.token(noun).upos != Upos::Noun {
        return None;
    }
    let relation = scene.words().membership(scene.lemma(noun))?;
    let mut before = scene.tree.children_by(noun, &["compound", "nmod", "amod"]);
    let whole = before.find(|&child| {
        let named = scene.token(child).upos == Upos::Propn || scene.actor(child).is_some();
        let after = child > noun
            && scene
                .words()
                .whole_prepositions
                .has(&scene.lower(&marker_of(scene, child)));
        let pronoun = scene.token(child).upos == Upos::Pron;
        named && !pronoun && (child < noun || after) && scene.token(child).deprel != "nmod:desc"
    })?;
    let mut statement = implied(
        scene,
        extractor,
        short(scene, noun),
        (relation, noun),
        short(scene, whole),
    );
    statement.confidence = 0.45;
    Some(statement)
}
