//! Titles before names: *Prime Minister Shehbaz Sharif* says that he is Prime Minister.

use crate::extract::phrase::{member, short};
use crate::extract::{Extractor, Scene, Statement};
use crate::text::Upos;

use super::implied;

/// Statements of titles: the person is what the title says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Titles;

impl Extractor for Titles {
    fn name(&self) -> &'static str {
        "title"
    }

    fn extract(&self, scene: &Scene<'_>) -> Vec<Statement> {
        let titles = (0..scene.sentence.tokens.len())
            .filter(|&token| scene.token(token).deprel == "nmod:desc");
        titles
            .filter_map(|title| {
                let name = scene.head(title)?;
                (scene.token(name).upos == Upos::Propn).then_some(())?;
                let mut subject = short(scene, name);
                // The name alone, without the title that is said of it.
                let said = scene.tree.subtree(title);
                subject.tokens.retain(|token| !said.contains(token));
                let mut statement = implied(
                    scene,
                    self.name(),
                    subject,
                    ("is", title),
                    member(scene, title),
                );
                statement.confidence = 0.6;
                Some(statement)
            })
            .collect()
    }
}
