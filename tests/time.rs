//! Expressions of time and their values, as a table: seen from Sunday, 15 August 2021.

use std::sync::LazyLock;

use actant::extract::time::{Direction, Reference, normalised};
use actant::lexicon::{Source, TimeWords};

static WORDS: LazyLock<TimeWords> = LazyLock::new(|| {
    TimeWords::load(&Source::embedded()).expect("the embedded lists are well formed")
});

/// The value of `marker | words`; the marker may be left out.
fn value(expression: &str, anchor: Option<&str>, direction: Direction) -> String {
    let (marker, words) = expression.split_once('|').unwrap_or(("", expression));
    let words: Vec<&str> = words.split_whitespace().collect();
    let context = Reference {
        anchor: anchor.map(|day| day.parse().expect("a date")),
        direction,
    };
    normalised(&words, marker.trim(), context, &WORDS)
        .map_or("-".to_owned(), |value| value.as_str().to_owned())
}

fn check(anchor: Option<&str>, direction: Direction, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|&(expression, expected)| {
            let found = value(expression, anchor, direction);
            (found != expected).then(|| format!("{expression}: {found}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

const SUNDAY: Option<&str> = Some("2021-08-15");

#[test]
fn times_that_tell_their_year_need_no_date_of_writing() {
    let table = [
        ("15 August 2021", "2021-08-15"),
        ("August 15 , 2021", "2021-08-15"),
        ("Sunday , Aug. 15 , 2021", "2021-08-15"),
        ("the 15th of August 2021", "2021-08-15"),
        ("2021-08-15", "2021-08-15"),
        ("August 2021", "2021-08"),
        ("the summer of 2021", "2021-SU"),
        ("2021", "2021"),
        ("the year 2021", "2021"),
        ("the 1990s", "199X"),
        ("the '80s", "198X"),
        ("the sixties", "196X"),
        ("the early 1990s", "1990/1993"),
        ("the 20th century", "19XX"),
        ("Q3 2024", "2024-Q3"),
        ("the third quarter of 2024", "2024-Q3"),
        ("the second half of 2024", "2024-H2"),
        ("fiscal year 2024", "FY2024"),
        ("FY24", "FY2024"),
        ("early August 2021", "2021-08-01/2021-08-10"),
        ("mid-August 2021", "2021-08-11/2021-08-20"),
        ("the end of February 2024", "2024-02-21/2024-02-29"),
        ("mid-2021", "2021-05/2021-08"),
        ("late 2021", "2021-09/2021-12"),
        ("Christmas 2020", "2020-12-25"),
        ("New Year 's Eve 2020", "2020-12-31"),
        ("since | 2019", "2019/.."),
        ("until | 2030", "../2030"),
        ("by | the end of 2025", "../2025-12"),
        ("before | August 2021", "../2021-07"),
        ("after | 15 August 2021", "2021-08-16/.."),
        ("between | 2001 and 2021", "2001/2021"),
        ("from | 2001 to 2021", "2001/2021"),
        ("2001–2021", "2001/2021"),
        ("June to August 2021", "2021-06/2021-08"),
        ("3–5 August 2021", "2021-08-03/2021-08-05"),
        ("early 2019 to late 2021", "2019-01/2021-12"),
        ("2019 and 2021", "{2019,2021}"),
        ("3 and 5 August 2021", "{2021-08-03,2021-08-05}"),
    ];
    check(None, Direction::Past, &table);
    check(SUNDAY, Direction::Future, &table);
}

#[test]
fn lengths_rhythms_and_hours_lie_nowhere_on_the_calendar() {
    let table = [
        ("for | three days", "P3D"),
        ("for | more than two years", "P2Y"),
        ("a fortnight", "P2W"),
        ("two decades", "P20Y"),
        ("twenty-five years", "P25Y"),
        ("a couple of weeks", "P2W"),
        ("two hours", "PT2H"),
        ("48 hours", "PT48H"),
        ("every year", "R/P1Y"),
        ("every two years", "R/P2Y"),
        ("every Friday", "R/P1W"),
        ("Fridays", "R/P1W"),
        ("annually", "R/P1Y"),
        ("at | 3 p.m.", "T15:00"),
        ("at | 12 a.m.", "T00:00"),
        ("10:30 am local time", "T10:30"),
        ("11 o'clock", "T11:00"),
        ("at | noon", "T12:00"),
        ("in | the morning", "TMO"),
        ("overnight", "TNI"),
    ];
    check(None, Direction::Past, &table);
}

#[test]
fn what_has_happened_is_the_last_of_its_name() {
    check(
        SUNDAY,
        Direction::Past,
        &[
            ("on | Thursday", "2021-08-12"),
            ("on | Sunday", "2021-08-15"),
            ("last Sunday", "2021-08-08"),
            ("Thursday morning", "2021-08-12TMO"),
            ("late on Thursday", "2021-08-12"),
            ("Thursday at 3 p.m.", "2021-08-12T15:00"),
            ("Thursday last week", "2021-08-05"),
            ("in | August", "2021-08"),
            ("in | September", "2020-09"),
            ("last August", "2020-08"),
            ("on | August 16", "2020-08-16"),
            ("on | Aug. 3", "2021-08-03"),
            ("last summer", "2020-SU"),
            ("in | winter", "2020-WI"),
            ("in | the first quarter", "2021-Q1"),
            ("in | the fourth quarter", "2020-Q4"),
            ("over | the weekend", "2021-W32-WE"),
            ("at | Christmas", "2020-12-25"),
            ("since | Monday", "2021-08-09/.."),
            ("on | Monday and Tuesday", "{2021-08-09,2021-08-10}"),
            ("in | two weeks", "P2W"),
        ],
    );
}

#[test]
fn what_is_to_come_is_the_next_of_its_name() {
    check(
        SUNDAY,
        Direction::Future,
        &[
            ("on | Thursday", "2021-08-19"),
            ("on | Sunday", "2021-08-15"),
            ("next Sunday", "2021-08-22"),
            ("by | Friday", "../2021-08-20"),
            ("before | Friday", "../2021-08-19"),
            ("in | August", "2021-08"),
            ("in | July", "2022-07"),
            ("next summer", "2022-SU"),
            ("in | the first quarter", "2022-Q1"),
            ("on | August 16", "2021-08-16"),
            ("in | two weeks", "2021-W34"),
            ("within | three days", "2021-08-18"),
            ("by | the end of the month", "../2021-08-31"),
            ("until | the end of next year", "../2022-12"),
            ("between | Monday and Wednesday", "2021-08-16/2021-08-18"),
        ],
    );
}

#[test]
fn times_count_from_the_day_of_writing() {
    let table = [
        ("today", "2021-08-15"),
        ("yesterday", "2021-08-14"),
        ("yesterday evening", "2021-08-14TEV"),
        ("tomorrow", "2021-08-16"),
        ("the day before yesterday", "2021-08-13"),
        ("tonight", "2021-08-15TNI"),
        ("this morning", "2021-08-15TMO"),
        ("last night", "2021-08-14TNI"),
        ("this week", "2021-W32"),
        ("last week", "2021-W31"),
        ("earlier this month", "2021-08"),
        ("next month", "2021-09"),
        ("late last year", "2020-09/2020-12"),
        ("last quarter", "2021-Q2"),
        ("the second half of this year", "2021-H2"),
        ("next fiscal year", "FY2022"),
        ("this decade", "202X"),
        ("three days ago", "2021-08-12"),
        ("two weeks ago", "2021-W30"),
        ("five months ago", "2021-03"),
        ("two years ago", "2019"),
        ("a decade ago", "2011"),
        ("until | two years ago", "../2019"),
        ("three days from now", "2021-08-18"),
        ("over | the past two years", "2019-08-15/2021-08-15"),
        ("in | the next three days", "2021-08-15/2021-08-18"),
    ];
    check(SUNDAY, Direction::Past, &table);
    check(SUNDAY, Direction::Future, &table);
    let without: Vec<(&str, &str)> = table.iter().map(|&(words, _)| (words, "-")).collect();
    check(None, Direction::Past, &without);
}

#[test]
fn what_names_no_time_that_can_be_told_has_no_value() {
    let table = [
        ("recently", "-"),
        ("in | recent years", "-"),
        ("for | years", "-"),
        ("a few days ago", "-"),
        ("two years earlier", "-"),
        ("three days later", "-"),
        ("later", "-"),
        ("that day", "-"),
        ("the day after the attack", "-"),
        ("the last week of August", "-"),
        ("the third week of August", "-"),
        ("a Thursday", "-"),
        ("May May", "-"),
        ("February 30 , 2021", "-"),
        ("25 p.m.", "-"),
        ("99999 years ago", "-"),
        ("9999999999 years ago", "-"),
        ("between | 2021 and 2001", "-"),
        ("", "-"),
        ("-", "-"),
        ("’", "-"),
    ];
    check(SUNDAY, Direction::Past, &table);
    check(SUNDAY, Direction::Future, &table);
}
