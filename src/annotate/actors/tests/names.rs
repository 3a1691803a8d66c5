//! Names that several have, and names that are cut.

use super::{actor, document};

#[test]
fn a_surname_that_is_a_place_too_means_the_person_who_was_named() {
    let annotated = document(
        None,
        &[
            "Jack|PROPN|3|nsubj|B-PERSON London|PROPN|1|flat|I-PERSON wrote|VERB|0|root .|PUNCT|3|punct",
            "London|PROPN|2|nsubj|B-GPE died|VERB|0|root .|PUNCT|2|punct",
            "He|PRON|2|nsubj lived|VERB|0|root in|ADP|4|case London|PROPN|2|obl|B-GPE .|PUNCT|2|punct",
        ],
    );
    assert_eq!(actor(&annotated, "London", 0), Some("Jack London"));
    assert_eq!(actor(&annotated, "London", 1), Some("London"));
}

#[test]
fn a_title_makes_a_person_of_the_name_of_a_place() {
    let annotated = document(
        None,
        &[
            "Nora|PROPN|3|nsubj|B-PERSON Paris|PROPN|1|flat|I-PERSON visited|VERB|0|root Paris|PROPN|3|obj|B-GPE .|PUNCT|3|punct",
            "Judge|PROPN|2|compound Paris|PROPN|3|nsubj|B-GPE spoke|VERB|0|root .|PUNCT|3|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Paris", 1), Some("Nora Paris"));
}

#[test]
fn a_state_stays_one_where_somebody_bears_its_name() {
    let annotated = document(
        None,
        &[
            "Jordan|PROPN|2|nsubj|B-GPE praised|VERB|0|root Amman|PROPN|2|obj|B-GPE .|PUNCT|2|punct",
            "Jim|PROPN|3|nsubj|B-PERSON Jordan|PROPN|1|flat|I-PERSON left|VERB|0|root .|PUNCT|3|punct",
            "Jordan|PROPN|2|nsubj|B-PERSON said|VERB|0|root it|PRON|4|nsubj agreed|VERB|2|ccomp .|PUNCT|2|punct",
            "Jordan|PROPN|2|nsubj|B-PERSON said|VERB|0|root he|PRON|4|nsubj agreed|VERB|2|ccomp .|PUNCT|2|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Jordan", 0), Some("Jordan"));
    // In the paragraph that names him in full it is he.
    assert_eq!(actor(&annotated, "Jordan", 1), Some("Jim Jordan"));
    assert_eq!(actor(&annotated, "Jordan", 2), Some("Jim Jordan"));
}

#[test]
fn of_two_with_one_surname_the_one_named_in_the_paragraph_is_meant() {
    let annotated = document(
        None,
        &[
            "Ola|PROPN|3|nsubj|B-PERSON Vik|PROPN|1|flat|I-PERSON spoke|VERB|0|root .|PUNCT|3|punct",
            "Vik|PROPN|2|nsubj|B-PERSON left|VERB|0|root .|PUNCT|2|punct",
            "Lena|PROPN|3|nsubj|B-PERSON Vik|PROPN|1|flat|I-PERSON came|VERB|0|root .|PUNCT|3|punct",
            "Vik|PROPN|2|nsubj|B-PERSON laughed|VERB|0|root .|PUNCT|2|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Vik", 0), Some("Ola Vik"));
    // Now that both are named here, nobody knows.
    assert_eq!(actor(&annotated, "Vik", 1), Some("Vik"));
}

#[test]
fn the_north_is_a_state_in_a_text_about_it_alone() {
    let north = "The|DET|2|det North|PROPN|3|nsubj|B-LOC fired|VERB|0|root .|PUNCT|3|punct";
    let korea = "Pyongyang|PROPN|2|nsubj|B-GPE warned|VERB|0|root North|PROPN|4|compound|B-LOC Korean|ADJ|5|amod|B-NORP \
                 officials|NOUN|2|obj .|PUNCT|2|punct";
    let annotated = document(None, &[korea, north]);
    assert_eq!(actor(&annotated, "North Korean", 0), Some("North Korea"));
    assert_eq!(actor(&annotated, "North", 0), Some("North Korea"));
    let annotated = document(None, &[north]);
    assert_eq!(actor(&annotated, "North", 0), Some("North"));
}

#[test]
fn a_name_is_cut_to_the_word_that_tells_what_has_it_or_to_its_letters() {
    let annotated = document(
        None,
        &[
            "The|DET|3|det Quay|PROPN|3|compound|B-ORG Corps|PROPN|8|nsubj|I-ORG of|ADP|5|case|I-ORG Divers|PROPN|3|nmod|I-ORG sued|VERB|0|root \
             Orlik|PROPN|6|obj|B-ORG &|CCONJ|9|cc|I-ORG Orlik|PROPN|7|conj|I-ORG .|PUNCT|6|punct",
            "The|DET|2|det Corps|PROPN|3|nsubj|B-ORG beat|VERB|0|root O&O|PROPN|3|obj|B-PERSON .|PUNCT|3|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Corps", 0), Some("Quay Corps of Divers"));
    assert_eq!(actor(&annotated, "O&O", 0), Some("Orlik & Orlik"));
}

#[test]
fn the_rover_on_mars_is_not_on_the_company() {
    let annotated = document(
        None,
        &[
            "Mars|PROPN|2|nsubj|B-ORG sued|VERB|0|root Chad|PROPN|2|obj|B-GPE .|PUNCT|2|punct",
            "It|PRON|2|nsubj landed|VERB|0|root on|ADP|4|case Mars|PROPN|2|obl|B-LOC .|PUNCT|2|punct",
        ],
    );
    assert_ne!(
        actor(&annotated, "Mars", 0),
        actor(&annotated, "Mars", 1),
        "a company and a place"
    );
}

#[test]
fn nobody_is_no_actor() {
    let annotated = document(
        None,
        &[
            "No|DET|2|det soldier|NOUN|3|nsubj fled|VERB|0|root .|PUNCT|3|punct",
            "Chad|PROPN|2|nsubj|B-GPE lost|VERB|0|root no|DET|5|det Chadian|ADJ|5|amod|B-NORP fighters|NOUN|2|obj .|PUNCT|2|punct",
            "Neither|DET|2|det side|NOUN|3|nsubj spoke|VERB|0|root .|PUNCT|3|punct",
        ],
    );
    let names: Vec<&str> = annotated
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    assert_eq!(names, ["Chad"]);
}

#[test]
fn they_are_never_one_person_with_a_name() {
    let annotated = document(
        None,
        &[
            "Some|DET|2|det soldiers|NOUN|3|nsubj fled|VERB|0|root .|PUNCT|3|punct",
            "Minister|NOUN|2|nmod:desc Vik|PROPN|3|nsubj|B-PERSON left|VERB|0|root .|PUNCT|3|punct",
            "They|PRON|2|nsubj laughed|VERB|0|root .|PUNCT|2|punct",
        ],
    );
    assert_ne!(actor(&annotated, "They", 0), Some("Vik"));
}

#[test]
fn the_spokesman_of_a_body_with_its_acronym_in_brackets_belongs_to_it() {
    let annotated = document(
        None,
        &[
            "Foreign|PROPN|6|compound|B-ORG Office|PROPN|6|compound|I-ORG (|PUNCT|4|punct FO|PROPN|2|appos|B-ORG )|PUNCT|4|punct \
             spokesperson|NOUN|7|nmod:desc Ola|PROPN|9|nsubj|B-PERSON Vik|PROPN|7|flat|I-PERSON spoke|VERB|0|root .|PUNCT|9|punct",
            "The|DET|3|det FO|PROPN|3|compound|B-ORG spokesperson|NOUN|4|nsubj left|VERB|0|root .|PUNCT|4|punct",
        ],
    );
    assert_eq!(actor(&annotated, "The FO spokesperson", 0), Some("Ola Vik"));
}

#[test]
fn his_country_is_the_state_that_he_speaks_for() {
    let annotated = document(
        None,
        &[
            "Chadian|ADJ|4|amod|B-NORP Foreign|ADJ|3|compound Minister|NOUN|4|nmod:desc Ola|PROPN|6|nsubj|B-PERSON Vik|PROPN|4|flat|I-PERSON said|VERB|0|root \
             his|PRON|8|nmod:poss country|NOUN|9|nsubj agreed|VERB|6|ccomp .|PUNCT|6|punct",
            "His|PRON|2|nmod:poss brother|NOUN|3|nsubj left|VERB|0|root .|PUNCT|3|punct",
        ],
    );
    assert_eq!(actor(&annotated, "his country", 0), Some("Chad"));
    assert_eq!(
        actor(&annotated, "His brother", 0),
        Some("Ola Vik's brother")
    );
}

#[test]
fn the_lawmaker_is_the_senator() {
    let annotated = document(
        None,
        &[
            "Senator|NOUN|2|nmod:desc Ola|PROPN|4|nsubj|B-PERSON Vik|PROPN|2|flat|I-PERSON sued|VERB|0|root Minister|NOUN|6|nmod:desc Lena|PROPN|4|obj|B-PERSON Orlik|PROPN|6|flat|I-PERSON .|PUNCT|4|punct",
            "The|DET|2|det lawmaker|NOUN|3|nsubj won|VERB|0|root .|PUNCT|3|punct",
        ],
    );
    assert_eq!(actor(&annotated, "The lawmaker", 0), Some("Ola Vik"));
}

#[test]
fn a_state_is_not_called_by_somebodys_given_name() {
    let annotated = document(
        None,
        &[
            "Chad|PROPN|3|nsubj|B-PERSON Okoro|PROPN|1|flat|I-PERSON won|VERB|0|root .|PUNCT|3|punct",
            "Chad|PROPN|2|nsubj|B-PERSON closed|VERB|0|root its|PRON|4|nmod:poss border|NOUN|2|obj .|PUNCT|2|punct",
        ],
    );
    assert_eq!(actor(&annotated, "Chad", 0), Some("Chad"));
}

#[test]
fn a_known_acronym_tells_whose_the_name_before_it_is() {
    let annotated = document(
        None,
        &[
            "The|DET|4|det Bharatia|PROPN|4|compound|B-ORG Janta|PROPN|4|compound|I-ORG Party|PROPN|8|nsubj|I-ORG (|PUNCT|6|punct BJP|PROPN|4|appos|B-ORG )|PUNCT|6|punct won|VERB|0|root .|PUNCT|8|punct",
        ],
    );
    assert_eq!(
        actor(&annotated, "Bharatia Janta Party", 0),
        actor(&annotated, "BJP", 0)
    );
}

#[test]
fn the_leader_of_a_state_is_its_president() {
    let annotated = document(
        None,
        &[
            "Vladimir|PROPN|3|nsubj|B-PERSON Putin|PROPN|1|flat|I-PERSON spoke|VERB|0|root .|PUNCT|3|punct",
            "The|DET|3|det Russian|ADJ|3|amod|B-NORP leader|NOUN|4|nsubj left|VERB|0|root .|PUNCT|4|punct",
            "The|DET|3|det Chadian|ADJ|3|amod|B-NORP leader|NOUN|4|nsubj left|VERB|0|root .|PUNCT|4|punct",
        ],
    );
    let putin = actor(&annotated, "Vladimir Putin", 0);
    assert_eq!(actor(&annotated, "The Russian leader", 0), putin);
    assert_ne!(actor(&annotated, "The Chadian leader", 0), putin);
}
