//! Whom pronouns mean in running text, with the trees of the fast engine.

use crate::annotate::{Annotated, Models, annotate, resolve_with};
use crate::text::Document;

use super::{AntecedentChoice, AntecedentChooser, PronounScorer};

fn read(text: &str) -> Annotated {
    let models = Models::fast().expect("the lists and models are sound");
    annotate(Document::new("note", text), &models)
}

/// Whom the pronoun means at its `nth` place in the text.
fn meant<'a>(annotated: &'a Annotated, pronoun: &str, nth: usize) -> Option<&'a str> {
    let mentions = annotated.mentions.iter();
    let mut found = mentions.filter(|mention| annotated.slice(mention.span) == pronoun);
    let actor = found.nth(nth)?.actor?;
    Some(annotated.actors[actor].name.as_str())
}

#[test]
fn he_and_she_are_told_apart() {
    let text = "Maria Keller met Peter Brandt in the harbour office on Monday. \
                She offered him a new contract. He refused it.";
    let annotated = read(text);
    assert_eq!(meant(&annotated, "She", 0), Some("Maria Keller"));
    assert_eq!(meant(&annotated, "him", 0), Some("Peter Brandt"));
    assert_eq!(meant(&annotated, "He", 0), Some("Peter Brandt"));
}

#[test]
fn a_subject_is_followed_through_the_next_sentences() {
    let text = "Anna Lindholm became mayor of the town in 1998. She had studied law. \
                Her brother ran a bakery. Four years later she resigned.";
    let annotated = read(text);
    assert_eq!(meant(&annotated, "She", 0), Some("Anna Lindholm"));
    assert_eq!(meant(&annotated, "Her", 0), Some("Anna Lindholm"));
    assert_eq!(meant(&annotated, "she", 0), Some("Anna Lindholm"));
}

#[test]
fn whoever_is_acted_on_is_not_the_one_who_acts() {
    let annotated = read("Laura Bianchi saw her in the garden.");
    assert_ne!(meant(&annotated, "her", 0), Some("Laura Bianchi"));
    let annotated = read("Laura Bianchi blamed herself for the delay.");
    assert_eq!(meant(&annotated, "herself", 0), Some("Laura Bianchi"));
}

#[test]
fn owners_stand_in_clauses_that_tell_of_them() {
    let annotated = read("Laura Bianchi, who lost her seat in May, returned to the court.");
    assert_eq!(meant(&annotated, "her", 0), Some("Laura Bianchi"));
}

#[test]
fn it_is_no_person() {
    let annotated =
        read("Sweden signed the treaty with Norway last year. Peter Brandt said it was a mistake.");
    assert_ne!(meant(&annotated, "it", 0), Some("Peter Brandt"));
}

#[test]
fn nobody_is_meant_where_nobody_was_named() {
    let annotated = read("She left before the rain came.");
    assert_eq!(meant(&annotated, "She", 0), None);
}

/// Notes how many numbers it is told, of the pronoun and of the pairs.
#[derive(Default)]
struct Sizes(Vec<(usize, usize)>);

impl AntecedentChooser for Sizes {
    fn choose(&mut self, choice: &AntecedentChoice<'_>) -> Option<usize> {
        let pairs = choice.candidates.iter();
        self.0
            .extend(pairs.map(|candidate| (choice.own.len(), candidate.pair.len())));
        None
    }
}

#[test]
fn the_weights_are_for_the_numbers_that_are_told() {
    let mut annotated =
        read("Anna Lindholm resigned. When her brother called, she thanked him. They met in Oslo.");
    let lexicon = Models::fast()
        .expect("the lists and models are sound")
        .lexicon;
    let mut sizes = Sizes::default();
    resolve_with(&mut annotated, &lexicon, None, &mut sizes);
    assert!(!sizes.0.is_empty());
    assert!(
        sizes
            .0
            .iter()
            .all(|&size| size == PronounScorer::embedded().sizes()),
        "{:?}",
        sizes.0
    );
}
