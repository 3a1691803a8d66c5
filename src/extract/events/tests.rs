//! Event types of sentences that the embedded engine parses.

use crate::annotate::{Models, annotate};
use crate::extract::extract;
use crate::read;

/// The types of the events in a text, in order.
fn types(text: &str) -> Vec<&'static str> {
    let models = Models::accurate().expect("the embedded models are sound");
    let annotated = annotate(read::text("", text.to_owned()), &models);
    let extracted = extract(annotated, &models);
    let statements = extracted.statements.iter();
    statements
        .filter_map(|statement| statement.relation.event)
        .map(|event| event.as_str())
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(types(text), *expected, "{text}");
    }
}

#[test]
fn object_and_phrase_tell_the_type_together() {
    check(&[
        ("The museum returned the mask to Nigeria.", &["RETREAT"]),
        ("Ruiz returned to Spain on Monday.", &[]),
        ("Police returned the migrants to Libya.", &["COERCE"]),
        ("Kenya provided information to Chad.", &["COOPERATE"]),
        ("Kenya provided information about the rebels.", &[]),
        ("The rebels used villagers as human shields.", &["ASSAULT"]),
    ]);
}

#[test]
fn an_amount_is_typed_by_what_it_is_given_as() {
    check(&[
        (
            "Japan provided nearly $20 million in food aid to Chad.",
            &["AID"],
        ),
        ("Norway spent 40 million euros on roads.", &[]),
    ]);
}

#[test]
fn who_orders_a_hostile_act_does_it() {
    check(&[
        ("A court ordered the arrest of the banker.", &["COERCE"]),
        (
            "A court ordered the company to publish the report.",
            &["REQUEST"],
        ),
    ]);
}

#[test]
fn a_demand_about_somebody_accuses_and_asks_nothing_of_them() {
    check(&[
        ("Norway demanded sanctions against Chad.", &["ACCUSE"]),
        (
            "The governor urged the smugglers to surrender.",
            &["REQUEST"],
        ),
    ]);
}

#[test]
fn relations_nature_and_vehicles_have_no_type() {
    check(&[
        ("Relations between Oslo and Minsk have remained tense.", &[]),
        ("Kenya restored relations with Chad.", &["SUPPORT"]),
        ("A tree hit a car in the town.", &[]),
        ("Hurricane Mara struck Cuba.", &[]),
        ("The trawler entered Chilean waters.", &[]),
        ("He insisted that the company had paid.", &[]),
    ]);
}
