//! The commands that ask a graph: what they print, and their exit codes.

use std::path::Path;

use crate::desk::Desk;

#[test]
fn every_row_of_an_answer_can_be_traced() {
    let desk = Desk::new();
    for arguments in [
        &["ask", "graph.json", "? -> ?"][..],
        &["path", "graph.json", "Norland", "Suderia"],
        &["ego", "graph.json", "Norland", "--depth", "2"],
        &["timeline", "graph.json"],
        &["stats", "graph.json"],
    ] {
        for format in ["json", "tsv", "table"] {
            let out = desk.run(&[arguments, &["--format", format]].concat()).ok();
            let ids: Vec<&str> = (out.split(|letter: char| !letter.is_ascii_alphanumeric()))
                .filter(|word| word.len() == 17 && word.starts_with(['e', 'a']))
                .filter(|word| word[1..].bytes().all(|byte| byte.is_ascii_hexdigit()))
                .collect();
            assert!(!ids.is_empty(), "{arguments:?} {format}: {out}");
            let traced = desk.run(&["trace", "graph.json", ids[0]]).ok();
            assert!(traced.contains(".txt:"), "{traced}");
        }
    }
}

#[test]
fn answers_come_as_columns_tabs_or_json() {
    let desk = Desk::new();
    let ask = ["ask", "graph.json", "Norland -[warns]-> ?"];
    let table = desk.run(&ask).ok();
    assert!(
        table.contains("Norland") && table.contains("docs"),
        "{table}"
    );
    let tabs = desk.run(&[&ask[..], &["--format", "tsv"]].concat()).ok();
    let rows: Vec<Vec<&str>> = tabs
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].len(), rows[1].len());
    assert_eq!(rows[1][1..5], ["Norland", "warns", "warns", "Free Front"]);
    let json = desk.run(&[&ask[..], &["--format", "json"]].concat()).ok();
    let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(answer["edges"][0]["documents"], 2);
    assert_eq!(answer["edges"][0]["target"]["name"], "Free Front");
    let limited = desk
        .run(&[
            "ask",
            "graph.json",
            "? -> ?",
            "--limit",
            "1",
            "--format",
            "json",
        ])
        .ok();
    assert_eq!(limited.lines().count(), 1);
}

#[test]
fn questions_without_an_answer_are_exit_code_1_and_wrong_ones_2() {
    let desk = Desk::new();
    for arguments in [
        &["ask", "graph.json", "Norland -[praise]-> ?"][..],
        &["ask", "graph.json", "? -> ?", "--since", "1999"],
        &["path", "graph.json", "Norland", "Anna Berg"],
        &["ego", "graph.json", "Marsh", "--by", "Anna Berg"],
        &["timeline", "graph.json", "--until", "1999-01"],
        &["stats", "graph.json", "--by", "Anna Berg"],
    ] {
        let run = desk.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{arguments:?}");
        assert!(run.err.starts_with("actant: no"), "{}", run.err);
    }
    for (question, says) in [
        ("Norland -[warn", "bracket is not closed"),
        ("? -[warn; stance sure]-> ?", "expected one of disputed"),
    ] {
        let run = desk.run(&["ask", "graph.json", question]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{question}");
        assert!(run.err.contains(says), "{}", run.err);
    }
}

#[test]
fn words_and_days_stay_whole_in_narrow_tables() {
    let desk = Desk::new();
    let timeline = ["timeline", "graph.json"];
    let records = desk
        .run(&[&timeline[..], &["--format", "json"]].concat())
        .ok();
    let table = desk.run(&timeline).ok();
    for line in records.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let told = ["date", "stance", "first_published"].map(|key| record[key].as_str());
        for word in told.into_iter().flatten() {
            assert!(table.contains(word), "{word} is broken in\n{table}");
        }
        for end in ["source", "target"] {
            for word in record[end]["name"].as_str().unwrap().split(' ') {
                assert!(table.contains(word), "{word} is broken in\n{table}");
            }
        }
    }
}

#[test]
fn relations_of_the_users_name_edges_in_every_command() {
    let desk = Desk::new();
    let relation =
        "[[relation]]\nname = \"admires\"\nwords = [\"praises\"]\nsource = [\"person\"]\n";
    desk.write("mine.toml", relation);
    let mine = ["--relations", "mine.toml"];
    let ask = ["ask", "graph.json", "Anna Berg -> ?"];
    let json = ["--format", "json"];
    let found = desk.run(&[&ask[..], &mine, &json].concat()).ok();
    assert!(found.contains("\"predicate\":\"admires\""), "{found}");
    assert!(found.contains("\"mapped_from\":[\"praises\"]"), "{found}");
    let traced = desk
        .run(
            &[
                &["trace", "graph.json", "Anna Berg", "Berg & Sons"][..],
                &mine,
            ]
            .concat(),
        )
        .ok();
    assert!(
        traced.contains("Anna Berg admires") && traced.contains("says `praises`"),
        "{traced}"
    );
    let strict = [
        &[
            "ask",
            "graph.json",
            "? -[(not) *]-> ?",
            "--strict",
            "--format",
            "tsv",
        ][..],
        &mine,
    ];
    assert_eq!(desk.run(&strict.concat()).ok().lines().count(), 2);
    desk.write("mine.toml", format!("{relation}kind = 3\n"));
    let run = desk.run(&[&ask[..], &mine].concat());
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .starts_with("actant: mine.toml:5: unknown field `kind`"),
        "{}",
        run.err
    );
}

#[test]
fn coverage_lists_what_no_frame_knows() {
    let desk = Desk::new();
    desk.write(
        "note.txt",
        "Oslo zigzagged Rome. Oslo zigzagged Paris. Oslo warned Rome.",
    );
    let run = desk.run(&["relations", "coverage", "note.txt", "--format", "tsv"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.starts_with("count\tpredicate\t"), "{}", run.out);
    assert!(run.err.contains("statements"), "{}", run.err);
}

#[test]
fn the_two_tables_for_neo4j_stand_beside_each_other() {
    let desk = Desk::new();
    desk.run(&["export", "graph.json", "--format", "neo4j", "-o", "net"])
        .ok();
    assert!(desk.read("net-nodes.csv").starts_with("id:ID,:LABEL,"));
    assert!(
        desk.read("net-relationships.csv")
            .starts_with(":START_ID,:END_ID,:TYPE,")
    );
    let run = desk.run(&["export", "graph.json", "--format", "neo4j"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("-o graph"), "{}", run.err);
}

#[test]
fn events_take_states_from_the_lists_and_decisions_of_the_user() {
    let desk = Desk::new();
    desk.write(
        "note.txt",
        "Harbour Watch Trust urged Norway on Monday to close the port. Quay Front attacked Bergen.",
    );
    std::fs::create_dir_all(desk.folder.path().join("mine/gazetteer")).unwrap();
    desk.write(
        "mine/gazetteer/organisations.tsv",
        "Quay Front\tarmed_group\tSWE\t\t\n",
    );
    let name = "name = \"Harbour Watch Trust\"\ntype = \"organisation\"\nstate = \"DNK\"\n";
    desk.write("mine.toml", format!("[[actor]]\n{name}"));
    let mine = ["--lists", "mine", "--actors", "mine.toml"];
    desk.run(&[&["build", "-q", "note.txt", "-o", "note.json"][..], &mine].concat())
        .ok();
    let export = ["export", "note.json", "--format", "events"];
    let plain = desk.run(&export).ok();
    assert!(plain.contains("--- NGO,REQUEST,NOR"), "{plain}");
    let codes = desk.run(&[&export[..], &mine].concat()).ok();
    assert!(
        codes.contains("DNK NGO,REQUEST,NOR") && codes.contains("SWE REB,ASSAULT,NOR"),
        "{codes}"
    );
    desk.write(
        "relations.toml",
        "[[relation]]\nname = \"petitions\"\nevents = [\"REQUEST\"]\n",
    );
    let relations = ["--relations", "relations.toml"];
    let named = desk.run(&[&export[..], &relations].concat()).ok();
    assert!(
        named.lines().any(|line| line.ends_with(",petitions")),
        "{named}"
    );
}

#[test]
fn former_names_of_commands_and_options_still_work_but_are_not_shown() {
    let desk = Desk::new();
    let now = desk.run(&["export", "graph.json", "--speakers"]).ok();
    assert!(now.contains("speaks about"), "{now}");
    assert_eq!(desk.run(&["export", "graph.json", "--voices"]).ok(), now);
    let now = desk.run(&["duplicates", "graph.json"]);
    let former = desk.run(&["dupes", "graph.json"]);
    assert_eq!((former.code, former.out), (now.code, now.out));
    let help = desk.run(&["--help"]).ok() + &desk.run(&["export", "--help"]).ok();
    assert!(
        !help.contains("dupes") && !help.contains("voices"),
        "{help}"
    );
}

#[test]
fn relations_of_the_examples_can_be_read() {
    let desk = Desk::new();
    for name in ["diplomacy", "companies", "research"] {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/relations/{name}.toml"));
        let run = desk.run(&["stats", "graph.json", "--relations", file.to_str().unwrap()]);
        assert!(run.code < 2, "{}", run.err);
    }
}

#[test]
fn a_graph_to_be_asked_may_come_from_standard_input() {
    let desk = Desk::new();
    let piped = desk.run_with(&["ask", "-", "Norland -> ?"], &desk.read("graph.json"));
    assert_eq!(
        piped.ok(),
        desk.run(&["ask", "graph.json", "Norland -> ?"]).ok()
    );
}

const NOTE: &str = "Ministers trade words over the dam

Egypt told Sudan on Monday that Ethiopia had closed the gates of the dam.

Ethiopia denied that it had closed the gates of the dam.

According to Kenya, France believes that Egypt will accept the offer.
";

/// A desk with the note and, as the graph `claims.json`, of two days.
fn desk_of_claims() -> Desk {
    let desk = Desk::new();
    desk.write("note.txt", NOTE);
    let line = |id: &str, date: &str, text: &str| {
        serde_json::json!({"id": id, "date": date, "text": text}).to_string()
    };
    let lines = [
        line("note", "2024-03-04", NOTE),
        line("later", "2024-05-06", "Kenya said that Sudan must wait."),
    ];
    desk.write("notes.jsonl", lines.join("\n"));
    let built = desk.run(&["build", "notes.jsonl", "-o", "claims.json"]);
    assert_eq!(built.code, 0, "{}", built.err);
    desk
}

#[test]
fn a_chain_shows_every_speaker() {
    let desk = desk_of_claims();
    let out = desk.run(&["chain", "note.txt:7"]).ok();
    let drawn: Vec<&str> = out
        .lines()
        .skip_while(|line| *line != "the article")
        .collect();
    assert_eq!(
        drawn,
        [
            "the article",
            "└─ Kenya According to [asserts]",
            "   └─ France believes [thinks]",
            "      └─ Egypt will accept [agrees]",
        ],
        "{out}"
    );
}

#[test]
fn a_denial_disputes_what_another_asserts() {
    let desk = desk_of_claims();
    let out = desk.run(&["disputes", "claims.json"]).ok();
    let (denial, claim) = out.split_once("against").expect("there is a dispute");
    assert!(denial.starts_with("Ethiopia denied"), "{out}");
    assert!(claim.trim_start().starts_with("Egypt told"), "{out}");
    assert!(out.contains("because"), "{out}");
}

#[test]
fn sayings_are_asked_for_by_hearer_stance_and_day() {
    let desk = desk_of_claims();
    let said = |conditions: &[&str]| -> Vec<String> {
        let out = desk
            .run(&[&["said", "claims.json"], conditions].concat())
            .ok();
        let heads = out
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with(' '));
        heads.map(str::to_owned).collect()
    };
    assert_eq!(said(&["--to", "Sudan"]), ["Egypt told  (to Sudan)"]);
    assert_eq!(said(&["--stance", "denies"]), ["Ethiopia denied  (denial)"]);
    assert_eq!(said(&["--since", "2024-05-01"]), ["Kenya said"]);
    let early = said(&["--until", "2024-04-01", "--by", "Kenya"]);
    assert_eq!(early, ["according to Kenya"]);
    let none = desk.run(&["said", "claims.json", "--to", "France"]);
    assert_eq!(none.code, 1);
}

#[test]
fn a_negated_source_keeps_its_negation_and_deeds_are_no_sayings() {
    let desk = Desk::new();
    desk.write(
        "note.txt",
        "Neither Egypt nor Sudan said that the dam was closed.\n\nRebels attacked Sudan on Monday.\n",
    );
    let built = desk.run(&["build", "note.txt", "-o", "claims.json"]);
    assert_eq!(built.code, 0, "{}", built.err);
    let out = desk.run(&["said", "claims.json"]).ok();
    assert!(out.starts_with("Neither Egypt nor Sudan said"), "{out}");
    assert!(!out.contains("attacked"), "{out}");
}
