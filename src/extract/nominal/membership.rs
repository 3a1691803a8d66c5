//! People and parts of a named whole: *TTP fighters* belong to the TTP.

use crate::extract::phrase::{marker_of, short};
use crate::extract::polarity::determiners;
use crate::extract::{Extractor, Reason, Scene, Sink, Statement};
use crate::text::{ActorType, Deprel, Upos, Xpos};

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
    if !determiners(scene, noun).is_empty() {
        // *No Syrian soldier*: there is none who could belong to anybody.
        return Err(Reason::NoWhole);
    }
    let mut before = scene
        .tree
        .children_by(noun, &[Deprel::Compound, Deprel::Nmod, Deprel::Amod]);
    let whole = before.find(|&child| {
        let named = scene.token(child).upos == Upos::Propn || scene.actor(child).is_some();
        let after = child > noun
            && scene
                .words()
                .whole_prepositions
                .has(&scene.lower(&marker_of(scene, child)));
        let pronoun = scene.token(child).upos == Upos::Pron;
        let named = named && !is_mere_adjective(scene, child) && !is_person(scene, child);
        named
            && !pronoun
            && (child < noun || after)
            && scene.token(child).deprel != Deprel::NmodDesc
    });
    let whole = whole.ok_or(Reason::NoWhole)?;
    Ok(implied(
        scene,
        extractor,
        short(scene, noun),
        (relation, noun),
        short(scene, whole),
    ))
}

/// *elected Ana Silva president*: nobody is part of a person; *Assad forces* are.
fn is_person(scene: &Scene<'_>, word: usize) -> bool {
    let is_one = |noun: usize| {
        let actor_noun = (scene.lexicon.actor_nouns).noun(None, scene.lemma(noun));
        actor_noun.is_some_and(|actor_noun| actor_noun.kind == ActorType::Person)
    };
    scene.token(word).entity.ends_with("PERSON") && scene.head(word).is_some_and(is_one)
}

/// *a Western diplomat*: an adjective that is not made of a name, so that it names no whole.
fn is_mere_adjective(scene: &Scene<'_>, word: usize) -> bool {
    let token = scene.token(word);
    let actor = scene
        .actor(word)
        .and_then(|actor| scene.annotated.actors.get(actor));
    let adjectival = token.upos == Upos::Adj || token.xpos == Xpos::Jj;
    adjectival && actor.is_none_or(|actor| actor.name == token.form.as_str())
}
