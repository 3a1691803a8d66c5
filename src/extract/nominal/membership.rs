//! People and parts of a named whole: *TTP fighters* belong to the TTP.

use crate::extract::phrase::{marker_of, short};
use crate::extract::{Extractor, Reason, Scene, Sink, Statement};
use crate::text::Upos;

use super::implied;

/// Statements of membership: compounds, demonyms and possessors before nouns of people and parts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memberships;

impl Extractor for Memberships {
    fn name(&self) -> &'static str {
        "membership"
    }

    fn extract(&self, scene: &Scene<'_>, sink: &mut Sink) {
        for noun in 0..scene.sentence.tokens.len() {
            if scene.token(noun).upos == Upos::Noun
                && let Some(relation) = scene.words().membership(scene.lemma(noun))
            {
                sink.report(noun, membership(scene, noun, relation, self.name()));
            }
        }
    }

    fn steps(&self, _: &Scene<'_>, _: usize) -> Vec<String> {
        vec!["people or parts of a named whole".into()]
    }
}

fn membership(
    scene: &Scene<'_>,
    noun: usize,
    relation: &str,
    extractor: &str,
) -> Result<Statement, Reason> {
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
    });
    let whole = whole.ok_or(Reason::NoWhole)?;
    let mut statement = implied(
        scene,
        extractor,
        short(scene, noun),
        (relation, noun),
        short(scene, whole),
    );
    statement.confidence = 0.45;
    Ok(statement)
}
