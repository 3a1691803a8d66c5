//! What the phrases beside a verb tell, and when: sentences with trees written by hand, seen from Sunday, 15 August 2021.

use std::fmt::Write;

use actant::annotate::annotate;
use actant::extract::{Extracted, StatementKind, extract};
use actant::merge::Corpus;
use actant::read::conllu;

use crate::models::GIVEN;

/// Extracts from one sentence: a word a line as `form lemma UPOS XPOS head deprel`, the head counted from 1.
fn extracted(rows: &str) -> Extracted {
    let mut text = String::new();
    let rows = rows.lines().map(str::trim).filter(|row| !row.is_empty());
    for (place, row) in rows.enumerate() {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let [form, lemma, upos, xpos, head, deprel] = columns[..] else {
            panic!("not six columns: {row}");
        };
        let id = place + 1;
        writeln!(
            text,
            "{id}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t_"
        )
        .expect("a string takes any text");
    }
    text.push('\n');
    let mut document = conllu::read("note", &text).0.remove(0);
    document.date = Some("2021-08-15".to_owned());
    extract(annotate(document, &GIVEN), &GIVEN)
}

/// The arguments of the statement with this lemma: `role: marker words = value`.
fn told(rows: &str, lemma: &str) -> Vec<String> {
    let extracted = extracted(rows);
    let annotated = &extracted.annotated;
    let mut statements = extracted.statements.iter();
    let statement = statements
        .find(|statement| statement.relation.lemma == lemma)
        .unwrap_or_else(|| panic!("no statement of `{lemma}`"));
    let line = |argument: &actant::extract::Argument| {
        let words = format!("{} {}", argument.marker, argument.phrase.text(annotated));
        let value = argument.time.as_ref();
        let value = value.map_or(String::new(), |time| format!(" = {}", time.as_str()));
        format!("{}: {}{value}", argument.role.as_str(), words.trim())
    };
    statement.arguments.iter().map(line).collect()
}

#[test]
fn phrases_tell_where_to_how_and_since_when() {
    let rows = "Delegates delegate NOUN NNS 2 nsubj
        travelled travel VERB VBD 0 root
        from from ADP IN 4 case
        Norway Norway PROPN NNP 2 obl
        to to ADP IN 6 case
        Kenya Kenya PROPN NNP 2 obl
        by by ADP IN 8 case
        train train NOUN NN 2 obl
        for for ADP IN 10 case
        talks talk NOUN NNS 2 obl
        on on ADP IN 12 case
        Thursday Thursday PROPN NNP 2 obl";
    assert_eq!(
        told(rows, "travel"),
        [
            "source: from Norway",
            "goal: to Kenya",
            "instrument: by train",
            "purpose: for talks",
            "time: on Thursday = 2021-08-12",
        ]
    );
}

#[test]
fn the_verb_decides_what_a_preposition_tells() {
    let rows = "Norway Norway PROPN NNP 2 nsubj
        blamed blame VERB VBD 0 root
        rebels rebel NOUN NNS 2 obj
        for for ADP IN 6 case
        the the DET DT 6 det
        attack attack NOUN NN 2 obl";
    assert_eq!(told(rows, "blame"), ["cause: for the attack"]);
    let rows = "Norway Norway PROPN NNP 2 nsubj
        gave give VERB VBD 0 root
        aid aid NOUN NN 2 obj
        to to ADP IN 5 case
        Kenya Kenya PROPN NNP 2 obl
        despite despite ADP IN 7 case
        protests protest NOUN NNS 2 obl";
    assert_eq!(
        told(rows, "give"),
        ["recipient: to Kenya", "concession: despite protests"]
    );
    let rows = "Prices price NOUN NNS 2 nsubj
        rose rise VERB VBD 0 root
        by by ADP IN 5 case
        five five NUM CD 5 nummod
        percent percent NOUN NN 2 obl
        last last ADJ JJ 7 amod
        year year NOUN NN 2 obl:unmarked";
    assert_eq!(
        told(rows, "rise"),
        ["extent: by five percent", "time: last year = 2020"]
    );
}

#[test]
fn the_tense_decides_which_day_is_meant() {
    let rows = "Troops troop NOUN NNS 3 nsubj
        will will AUX MD 3 aux
        leave leave VERB VB 0 root
        by by ADP IN 5 case
        Friday Friday PROPN NNP 3 obl";
    assert_eq!(told(rows, "leave"), ["time: by Friday = ../2021-08-20"]);
    let rows = "Troops troop NOUN NNS 3 nsubj
        may may AUX MD 4 aux
        have have AUX VB 4 aux
        left leave VERB VBN 0 root
        on on ADP IN 6 case
        Friday Friday PROPN NNP 4 obl"
        .replace("Troops troop NOUN NNS 3", "Troops troop NOUN NNS 4");
    assert_eq!(told(&rows, "leave"), ["time: on Friday = 2021-08-13"]);
}

#[test]
fn the_time_of_an_agreement_is_not_that_of_what_is_agreed() {
    let rows = "Norway Norway PROPN NNP 2 nsubj
        agreed agree VERB VBD 0 root
        in in ADP IN 4 case
        July July PROPN NNP 2 obl
        to to PART TO 6 mark
        leave leave VERB VB 2 xcomp
        in in ADP IN 8 case
        September September PROPN NNP 6 obl";
    assert_eq!(
        told(rows, "agree leave"),
        ["time: in July = 2021-07", "time: in September = 2021-09"]
    );
    let rows = "Envoys envoy NOUN NNS 3 nsubj:pass
        are be AUX VBP 3 aux:pass
        expected expect VERB VBN 0 root
        to to PART TO 5 mark
        meet meet VERB VB 3 xcomp
        on on ADP IN 7 case
        Friday Friday PROPN NNP 5 obl";
    assert_eq!(told(rows, "expect meet"), ["time: on Friday = 2021-08-20"]);
}

#[test]
fn two_phrases_can_tell_of_one_stretch_or_one_hour() {
    let rows = "She she PRON PRP 2 nsubj
        governed govern VERB VBD 0 root
        Oslo Oslo PROPN NNP 2 obj
        from from ADP IN 5 case
        2001 2001 NUM CD 2 obl
        to to ADP IN 7 case
        2004 2004 NUM CD 2 obl";
    assert_eq!(
        told(rows, "govern"),
        ["time: from 2001 = 2001/2004", "time: to 2004 = 2001/2004"]
    );
    let rows = "Talks talk NOUN NNS 2 nsubj
        began begin VERB VBD 0 root
        on on ADP IN 4 case
        Monday Monday PROPN NNP 2 obl
        at at ADP IN 6 case
        noon noon NOUN NN 2 obl";
    assert_eq!(
        told(rows, "begin"),
        [
            "time: on Monday = 2021-08-09",
            "time: at noon = 2021-08-09T12:00"
        ]
    );
}

/// Talks between two on security in Doha on Monday.
const TALKS: &str = "Qatar Qatar PROPN NNP 2 nsubj
    welcomed welcome VERB VBD 0 root
    talks talk NOUN NNS 2 obj
    between between ADP IN 5 case
    Norway Norway PROPN NNP 3 nmod
    and and CCONJ CC 7 cc
    Kenya Kenya PROPN NNP 5 conj
    on on ADP IN 9 case
    security security NOUN NN 3 nmod
    in in ADP IN 11 case
    Doha Doha PROPN NNP 3 nmod
    last last ADJ JJ 13 amod
    month month NOUN NN 3 nmod:unmarked";

#[test]
fn nouns_of_acts_have_arguments_of_their_own() {
    let extracted = extracted(TALKS);
    let annotated = &extracted.annotated;
    let mut statements = extracted.statements.iter();
    let talks = statements
        .find(|statement| statement.kind == StatementKind::EventNoun)
        .expect("the talks are a statement");
    let roles: Vec<&str> = (talks.arguments.iter())
        .map(|argument| argument.role.as_str())
        .collect();
    assert!(roles.contains(&"topic"), "{roles:?}");
    assert!(roles.contains(&"place"), "{roles:?}");
    let place = talks
        .arguments
        .iter()
        .find(|argument| argument.marker == "in");
    let place = place.map(|argument| argument.phrase.text(annotated));
    assert_eq!(place.as_deref(), Some("Doha"));
    let time = talks.time().map(|time| time.as_str());
    assert_eq!(time, Some("2021-07"));
}

#[test]
fn edges_know_the_first_and_last_day_of_what_is_told() {
    let rows = "Norway Norway PROPN NNP 2 nsubj
        warned warn VERB VBD 0 root
        Kenya Kenya PROPN NNP 2 obj
        in in ADP IN 5 case
        July July PROPN NNP 2 obl";
    let corpus = Corpus::of(&extracted(rows));
    let claims: Vec<_> = corpus.claims().collect();
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].first(), Some("2021-07-01"));
    assert_eq!(claims[0].last(), Some("2021-07-31"));
}
