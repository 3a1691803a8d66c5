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

#[test]
fn whoever_says_a_quotation_is_not_told_of_in_it() {
    let text = "Mayor Greta Holm opened the school. \"Norvela blocked the road,\" she said.";
    assert_eq!(meant(&read(text), "she", 0), Some("Greta Holm"));
    let text = "Peter Brandt was freed on Monday. Karl Weber said: \"He is in good health.\"";
    assert_eq!(meant(&read(text), "He", 0), Some("Peter Brandt"));
}

#[test]
fn whoever_spoke_last_goes_on_speaking() {
    let text = "Peter Brandt was arrested on Monday. Karl Weber said the court would decide. \
                \"We will wait for the judges,\" he said.";
    assert_eq!(meant(&read(text), "he", 0), Some("Karl Weber"));
}

#[test]
fn it_is_the_thing_done() {
    let text = "The council drafted a plan for the harbour. Maria Keller signed it on Friday.";
    assert_ne!(meant(&read(text), "it", 0), Some("council"));
}

#[test]
fn an_age_points_at_the_person_told_of() {
    let text =
        "Maria Keller was detained in Oslo. The 41-year-old teacher had travelled to Norway.";
    let annotated = read(text);
    assert_eq!(
        meant(&annotated, "The 41-year-old teacher", 0),
        Some("Maria Keller")
    );
}

#[test]
fn a_place_behind_of_is_what_the_noun_means() {
    let annotated = read("The city of Bergen sued the owners.");
    assert_eq!(meant(&annotated, "The city", 0), Some("Bergen"));
    let annotated = read("The largest city of Norway sued the owners.");
    assert_ne!(meant(&annotated, "The largest city", 0), Some("Norway"));
}

#[test]
fn an_office_is_not_its_holder() {
    let text = "President Peter Brandt resigned. Maria Keller will run for president.";
    assert_ne!(meant(&read(text), "president", 0), Some("Peter Brandt"));
}

#[test]
fn each_owner_has_her_own() {
    let text = "Maria Keller sued a bank. Her lawyer called Peter Brandt. \
                Anna Lindholm sued a firm. Her lawyer called Karl Weber.";
    let annotated = read(text);
    let first = meant(&annotated, "Her lawyer", 0);
    assert!(first.is_some() && first != meant(&annotated, "Her lawyer", 1));
}

#[test]
fn further_names_are_one_with_the_first() {
    let annotated = read("A farmer who goes by Badger sued the council.");
    assert_eq!(meant(&annotated, "A farmer", 0), Some("Badger"));
    let annotated = read("Investors sued Halden Group (now Norvela Group) in Oslo.");
    assert_eq!(meant(&annotated, "Halden Group", 0), Some("Norvela Group"));
    let annotated = read("The port is known as a haven for smugglers.");
    assert_ne!(
        meant(&annotated, "The port", 0),
        meant(&annotated, "smugglers", 0)
    );
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
