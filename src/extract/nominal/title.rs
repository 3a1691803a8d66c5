//! Titles before names: *Prime Minister Shehbaz Sharif* says that he is Prime Minister.

use crate::extract::phrase::{member, short};
use crate::extract::{Extractor, Reason, Scene, Sink, Statement};
use crate::text::{Deprel, Upos};

use super::implied;
use super::location::is_place;

/// Statements of titles: the person is what the title says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Titles;

impl Extractor for Titles {
    fn name(&self) -> &'static str {
        "title"
    }

    fn extract(&self, scene: &Scene<'_>, sink: &mut Sink) {
        for token in 0..scene.sentence.tokens.len() {
            if scene.token(token).deprel == Deprel::NmodDesc {
                sink.report(token, titled(scene, token, self.name()));
            }
        }
    }

    fn steps(&self, _: &Scene<'_>, _: usize) -> Vec<String> {
        vec!["a title before a name".into()]
    }
}

fn titled(scene: &Scene<'_>, title: usize, extractor: &str) -> Result<Statement, Reason> {
    let named = |&name: &usize| scene.token(name).upos == Upos::Propn;
    let name = scene.head(title).filter(named).ok_or(Reason::NoName)?;
    if is_place(scene, title) {
        // *St. Louis*: the word is a part of the name.
        return Err(Reason::NoName);
    }
    let mut subject = short(scene, name);
    // The name alone, without the title that is said of it.
    let said = scene.tree.subtree(title);
    subject.tokens.retain(|token| !said.contains(token));
    let object = member(scene, title);
    Ok(implied(scene, extractor, subject, ("is", title), object))
}
