//! What is a time, a place or an amount, and what is not.

use crate::annotate::{Models, annotate};
use crate::read;

/// The mentions of times, places and amounts in the text, each with its type.
fn found(text: &str) -> Vec<String> {
    let models = Models::accurate().expect("the embedded models are sound");
    let annotated = annotate(read::text("", text.to_owned()), &models);
    let mentions = annotated.mentions.iter();
    let mentions = mentions.filter(|mention| {
        use crate::text::EntityType as Type;
        mention.actor.is_none()
            && matches!(
                mention.entity,
                Type::Date | Type::Loc | Type::Quantity | Type::Money
            )
    });
    let shown = mentions.map(|mention| {
        let words = annotated.slice(mention.span);
        format!("{words}/{}", mention.entity)
    });
    shown.collect()
}

#[test]
fn a_time_is_told_by_all_of_its_words() {
    assert_eq!(
        found("The envoys met in Oslo on 13 November 2015 and again on Thursday, Dec. 3."),
        ["13 November 2015/DATE", "Thursday, Dec. 3/DATE"]
    );
    assert_eq!(
        found("Kenya sent troops in 2011, and Uganda followed early last year."),
        ["2011/DATE", "early last year/DATE"]
    );
}

#[test]
fn a_moment_and_the_fall_of_a_city_are_no_times() {
    assert_eq!(
        found("It is a key moment, the minister said after the fall of the city."),
        Vec::<String>::new()
    );
}

#[test]
fn amounts_have_their_units_and_what_limits_them() {
    assert_eq!(
        found("Japan gave more than $5 million to Chad and sent 40 trucks over 300 kilometres."),
        [
            "more than $5 million/MONEY",
            "40/QUANTITY",
            "300 kilometres/QUANTITY"
        ]
    );
    assert_eq!(
        found("Hundreds of thousands fled, 20 per cent of the people in the valley."),
        ["Hundreds of thousands/QUANTITY", "20 per cent/QUANTITY"]
    );
}

#[test]
fn numbers_that_count_nothing_new_are_no_amounts() {
    assert_eq!(
        found("The two men read Chapter 3, and one of them left."),
        Vec::<String>::new()
    );
}

#[test]
fn here_and_there_are_places() {
    assert_eq!(
        found("The troops stayed there, the general said."),
        ["there/LOC"]
    );
    assert_eq!(
        found("There are no troops left, the general said."),
        Vec::<String>::new()
    );
}
