//! Merging, the graph and its file, questions, traces and exports, on documents made by hand.

use actant::extract::{Extracted, Modality};
use actant::graph::{ActorMatch, ClaimStance, Graph, GraphError, SelectionOptions};
use actant::lexicon::EventType;
use actant::merge::{Claim, Corpus, Id};
use actant::query::{AttributionQuery, said};
use actant::text::ActorType;
use actant::trace::{MarkRole, between};
use proptest::prelude::*;

use crate::sample::{Line, document, line, two_documents};

fn graph_of(documents: &[Extracted]) -> Graph {
    Graph::build(
        documents
            .iter()
            .map(Corpus::of)
            .fold(Corpus::default(), Corpus::merge),
    )
}

fn bytes(graph: &Graph) -> Vec<u8> {
    let mut bytes = Vec::new();
    graph.write(&mut bytes).unwrap();
    bytes
}

fn id(graph: &Graph, name: &str) -> Id {
    match graph.find(name) {
        ActorMatch::One(actor) => actor.id.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

fn claim<'g>(graph: &'g Graph, source: &str, label: &str, target: &str) -> Vec<&'g Claim> {
    let (source, target) = (id(graph, source), id(graph, target));
    let mut claims = graph.claims_between(&source, &target);
    claims.retain(|claim| claim.source == source && claim.label() == label);
    claims
}

// --- what a picture shows

#[test]
fn a_picture_leaves_out_what_is_unsure_and_what_two_things_do() {
    let text = "Norland claimed responsibility for the attack";
    let mut documents = [document(
        "d",
        &[
            line(text, "Norland", "claimed", "responsibility for the attack"),
            line(text, "Norland", "claimed", "attack").label("claimed responsibility for"),
            line("The storm hit the coast", "storm", "hit", "coast"),
            line("Norland shelled the valley", "Norland", "shelled", "valley"),
        ],
    )];
    let mut through = documents[0].statements.remove(1).edges.remove(0);
    for end in [&mut through.source, &mut through.target] {
        end.phrase.sentence = 0;
    }
    documents[0].statements[0].edges.push(through);
    documents[0].statements[2].edges[0].confidence = 0.2;
    let graph = graph_of(&documents);
    assert_eq!(graph.claims().len(), 4);
    let shown = graph.shown();
    let labels: Vec<&str> = shown.claims().map(Claim::label).collect();
    assert_eq!(labels, ["claimed responsibility for"]);
    let written = String::from_utf8(bytes(&graph)).unwrap();
    assert_eq!(written.matches("\"shown\":true").count(), 1);
    assert_eq!(written.matches("\"shown\":false").count(), 3);
}

#[test]
fn a_coded_act_between_named_actors_is_shown_however_unsure() {
    let mut documents = [document(
        "d",
        &[line("Norland warns Suderia", "Norland", "warns", "Suderia")],
    )];
    documents[0].statements[0].edges[0].confidence = 0.2;
    assert_eq!(graph_of(&documents).shown().claims().len(), 0);
    documents[0].statements[0].relation.event = Some(EventType::Threaten);
    assert_eq!(graph_of(&documents).shown().claims().len(), 1);
}

// --- one node each, one claim each

#[test]
fn an_actor_of_two_documents_and_two_spellings_is_one_node() {
    let graph = graph_of(&two_documents());
    let norland = graph.corpus().actor(&id(&graph, "Norlanders")).unwrap();
    assert_eq!(norland.name(), "Norland");
    assert_eq!(norland.seen.len(), 2);
    assert_eq!(norland.aliases(), [("Norland", 2), ("Norlanders", 1)]);
    assert_eq!(norland.kind(), ActorType::State);
}

#[test]
fn a_claim_of_two_documents_is_one_edge_with_both_sentences() {
    let graph = graph_of(&two_documents());
    let claims = claim(&graph, "Norland", "warns", "Free Front");
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].documents(), 2);
    assert_eq!(claims[0].evidence.len(), 2);
}

#[test]
fn a_person_and_a_company_with_one_name_in_common_stay_two() {
    let graph = graph_of(&two_documents());
    assert_ne!(id(&graph, "Marsh"), id(&graph, "Marsh Group"));
    assert_eq!(claim(&graph, "Marsh", "leaves", "Marsh Group").len(), 1);
}

#[test]
fn the_end_of_an_edge_that_is_no_actor_is_a_thing() {
    let graph = graph_of(&two_documents());
    let thing = graph.corpus().actor(&id(&graph, "safe passage")).unwrap();
    assert!(thing.thing);
    assert!(graph.top(100).iter().all(|actor| !actor.thing));
}

// --- what is denied is never shown as fact

#[test]
fn a_claim_that_is_only_mentioned_to_be_denied_is_denied() {
    let graph = graph_of(&two_documents());
    let claims = claim(&graph, "Suderia", "shelters", "Marsh");
    assert_eq!(graph.stance(claims[0]), ClaimStance::Denied);
}

#[test]
fn a_claim_that_one_reports_and_another_denies_is_disputed() {
    let text = "Norland officials said Suderia shelters Marsh.";
    let other = document(
        "third.txt",
        &[line(text, "Suderia", "shelters", "Marsh").said("Norland officials", "said")],
    );
    let [one, two] = two_documents();
    let graph = graph_of(&[one, two, other]);
    let claims = claim(&graph, "Suderia", "shelters", "Marsh");
    assert_eq!(claims.len(), 1);
    assert_eq!(graph.stance(claims[0]), ClaimStance::Disputed);
}

#[test]
fn modality_polarity_and_source_make_the_stance() {
    let graph = graph_of(&two_documents());
    let stances: Vec<ClaimStance> = claim(&graph, "Suderia", "arms", "Free Front")
        .iter()
        .map(|claim| graph.stance(claim))
        .collect();
    assert_eq!(stances.len(), 2);
    assert!(
        stances.contains(&ClaimStance::Negated) && stances.contains(&ClaimStance::Possible),
        "{stances:?}"
    );
    let said = document(
        "said.txt",
        &[line(
            "Anna Berg said Marsh left Norland.",
            "Marsh",
            "left",
            "Norland",
        )
        .said("Anna Berg", "said")],
    );
    let graph = graph_of(&[said]);
    assert_eq!(
        graph.stance(claim(&graph, "Marsh", "left", "Norland")[0]),
        ClaimStance::Reported
    );
}

// --- finding actors

#[test]
fn names_are_found_without_regard_to_case_by_alias_and_by_a_part() {
    let graph = graph_of(&two_documents());
    let norland = id(&graph, "Norland");
    assert_eq!(id(&graph, "NORLAND"), norland);
    assert_eq!(id(&graph, "norlanders"), norland);
    assert_eq!(id(&graph, norland.as_str()), norland);
    assert_eq!(id(&graph, "Anna"), id(&graph, "Anna Berg"));
}

#[test]
fn a_name_that_is_nearly_right_is_suggested_and_a_part_of_two_names_is_asked_back() {
    let graph = graph_of(&two_documents());
    match graph.find("Suderai") {
        ActorMatch::Nothing(names) => assert_eq!(names, ["Suderia"]),
        other => panic!("{other:?}"),
    }
    match graph.find("berg") {
        ActorMatch::Several(actors) => assert_eq!(actors.len(), 2),
        other => panic!("{other:?}"),
    }
    assert_eq!(graph.find("Xyzzy"), ActorMatch::Nothing(Vec::new()));
}

// --- questions

#[test]
fn what_members_say_is_shown_for_the_whole_and_marked() {
    let graph = graph_of(&two_documents());
    let by = Some(id(&graph, "Norland"));
    let sayings = said(
        &graph,
        &AttributionQuery {
            by,
            ..AttributionQuery::default()
        },
    );
    assert_eq!(sayings.len(), 1);
    assert!(sayings[0].by_member);
    assert_eq!(sayings[0].speaker(), "Norland officials");
    assert_eq!(sayings[0].cue(), "said");
    assert_eq!(sayings[0].content(), "Suderia may arm the Free Front.");
    assert_eq!(sayings[0].place(), "harbour.txt:2:19");
}

#[test]
fn a_question_about_somebody_looks_into_contents_only() {
    let graph = graph_of(&two_documents());
    let ask = |about: &str, by: Option<&str>| {
        let question = AttributionQuery {
            by: by.map(|by| id(&graph, by)),
            about: Some(id(&graph, about)),
            kinds: Vec::new(),
            ..AttributionQuery::default()
        };
        said(&graph, &question).len()
    };
    assert_eq!(ask("Free Front", None), 1);
    assert_eq!(ask("Marsh", Some("Suderia")), 1);
    assert_eq!(ask("Anna Berg", None), 0);
}

#[test]
fn every_step_of_a_trace_gives_back_the_exact_words() {
    let graph = graph_of(&two_documents());
    let steps = between(&graph, &id(&graph, "Free Front"), &id(&graph, "Norland"));
    let places: Vec<String> = steps.iter().map(|step| step.place()).collect();
    assert_eq!(places, ["border.txt:1:12", "harbour.txt:1:9"]);
    let words = |index: usize| -> Vec<(MarkRole, &str)> {
        let step = &steps[index];
        step.marks()
            .iter()
            .map(|(span, role)| (*role, &step.sentence.text[span.range()]))
            .collect()
    };
    let expected = [
        (MarkRole::Source, "Norland"),
        (MarkRole::Relation, "warned"),
        (MarkRole::Target, "Free Front"),
    ];
    assert_eq!(words(1), expected);
}

#[test]
fn a_trace_tells_who_says_so_and_who_denies_it() {
    let graph = graph_of(&two_documents());
    let steps = between(&graph, &id(&graph, "Suderia"), &id(&graph, "Free Front"));
    let reported = steps
        .iter()
        .find(|step| step.stance == ClaimStance::Possible)
        .unwrap();
    assert_eq!(reported.chain[0].words, "Norland officials");
    let steps = between(&graph, &id(&graph, "Suderia"), &id(&graph, "Marsh"));
    assert_eq!(steps[0].denied_by[0].words, "Suderia");
    assert_eq!(steps[0].denied_by[0].cue, "denied");
}

// --- parts of a graph

#[test]
fn the_most_important_actors_come_first_and_none_stands_alone() {
    let graph = graph_of(&two_documents());
    let selection = graph.select(&SelectionOptions {
        top: Some(3),
        about: Vec::new(),
        depth: 1,
    });
    let names: Vec<&str> = selection.actors.iter().map(|actor| actor.name()).collect();
    assert_eq!(names, ["Free Front", "Norland", "Suderia"]);
    assert!(selection.available > 3);
    for actor in &selection.actors {
        let linked = selection
            .claims
            .iter()
            .any(|claim| claim.source == actor.id || claim.target == actor.id);
        assert!(linked, "{} stands alone", actor.name());
    }
}

#[test]
fn a_picture_about_somebody_shows_the_neighbours_only() {
    let graph = graph_of(&two_documents());
    let about = vec![id(&graph, "Anna Berg")];
    let selection = graph.select(&SelectionOptions {
        top: None,
        about,
        depth: 1,
    });
    let names: Vec<&str> = selection.actors.iter().map(|actor| actor.name()).collect();
    assert_eq!(names, ["Anna Berg", "Berg & Sons"]);
}

// --- the file

#[test]
fn a_saved_graph_loads_back_equal_and_saves_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("graph.json");
    let graph = graph_of(&two_documents());
    graph.save(&path).unwrap();
    let loaded = Graph::load(&path).unwrap();
    assert_eq!(loaded, graph);
    assert_eq!(bytes(&loaded), std::fs::read(&path).unwrap());
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(files, 1, "a temporary file was left behind");
}

#[test]
fn newer_versions_other_files_and_broken_graphs_are_refused_by_name() {
    let good = String::from_utf8(bytes(&graph_of(&two_documents()))).unwrap();
    let newer = good.replacen("\"schema_version\":2", "\"schema_version\":3", 1);
    let error = Graph::read("new.json", newer.as_bytes()).unwrap_err();
    assert!(matches!(error, GraphError::UnknownVersion { found: 3, .. }));
    assert!(
        error
            .to_string()
            .starts_with("new.json: has schema version 3"),
        "{error}"
    );
    let error = Graph::read("a.json", b"{\"nodes\":[]}").unwrap_err();
    assert!(matches!(error, GraphError::NotAGraph { .. }), "{error}");
    let first = good
        .lines()
        .position(|line| line == "\"sentences\":[")
        .unwrap()
        + 1;
    let without: Vec<&str> = good
        .lines()
        .enumerate()
        .filter(|(at, _)| *at != first)
        .map(|(_, line)| line)
        .collect();
    let error = Graph::read("cut.json", without.join("\n").as_bytes()).unwrap_err();
    assert!(
        error.to_string().contains("refers to the sentence t"),
        "{error}"
    );
    let error = Graph::load("/nowhere/graph.json").unwrap_err();
    assert!(
        error
            .to_string()
            .contains("/nowhere/graph.json: cannot be read"),
        "{error}"
    );
}

/// `tests/golden/graph/version-1.json` was written by a program of schema version 1.
#[test]
fn a_file_of_schema_version_1_is_read_and_written_in_the_current_version() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/golden/graph/version-1.json"
    );
    let old = std::fs::read_to_string(path).unwrap();
    let graph = Graph::load(path).unwrap();
    assert_eq!(graph.corpus().documents().len(), 3);
    assert_eq!(graph.independent_documents(), 2, "two are near-duplicates");
    let mut attributions = graph.corpus().attributions();
    assert!(attributions.any(|one| one.content_words == ["attack", "fighter", "village"]));
    assert!(
        !graph.disputes().is_empty(),
        "content words link a denial with what it denies"
    );
    let renamed = [
        ("\"schema_version\":1", "\"schema_version\":2"),
        ("\"lines_are_the_files\":", "\"file_lines\":"),
        ("\"runs\":", "\"shingles\":"),
        ("\"sketch\":", "\"minhash\":"),
        ("\"repeats\":", "\"near_duplicate_of\":"),
        ("\"gist\":", "\"content_words\":"),
    ];
    let new = renamed.into_iter().fold(old, |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    // What pictures show is derived, and written since the current version.
    let written = String::from_utf8(bytes(&graph)).unwrap();
    let without = ["true", "false"].into_iter().fold(written, |text, shown| {
        text.replace(&format!(",\"shown\":{shown}"), "")
    });
    assert_eq!(without, new);
}

// --- properties

fn any_line() -> impl Strategy<Value = Line> {
    let names = || {
        prop::sample::select(vec![
            "Norland",
            "Norlanders",
            "Suderia",
            "Free Front",
            "Norland officials",
            "Anna Berg",
            "Berg & Sons",
            "Marsh",
            "Marsh Group",
            "aid",
            "the “old” port",
        ])
    };
    let verbs = prop::sample::select(vec!["warned", "met", "fined"]);
    let modalities = prop::sample::select(vec![
        Modality::Asserted,
        Modality::Possible,
        Modality::Required,
    ]);
    (
        names(),
        verbs,
        names(),
        any::<bool>(),
        modalities,
        prop::option::of((names(), any::<bool>())),
    )
        .prop_map(|(source, verb, target, positive, modality, said)| {
            let mut text = format!("{source} {verb} {target}.");
            if let Some((speaker, _)) = said {
                text = format!("{speaker} claims {text}");
            }
            let line = line(&text, source, verb, target).modality(modality);
            let line = if positive { line } else { line.not() };
            match said {
                Some((speaker, true)) => line.denied(speaker, "claims"),
                Some((speaker, false)) => line.said(speaker, "claims"),
                None => line,
            }
        })
}

fn any_documents() -> impl Strategy<Value = Vec<Extracted>> {
    prop::collection::vec(prop::collection::vec(any_line(), 1..5), 1..6).prop_map(|documents| {
        let named = documents.iter().enumerate();
        named
            .map(|(index, lines)| document(&format!("{index}.txt"), lines))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_order_and_grouping_gives_the_same_bytes(
        documents in any_documents(),
        order in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let expected = bytes(&graph_of(&documents));
        let mut shuffled = documents.clone();
        let turn = order.index(documents.len());
        shuffled.rotate_left(turn);
        shuffled.reverse();
        prop_assert_eq!(&bytes(&graph_of(&shuffled)), &expected);
        let (left, right) = shuffled.split_at(cut.index(shuffled.len()));
        let corpus = |part: &[Extracted]| part.iter().map(Corpus::of).fold(Corpus::default(), Corpus::merge);
        let grouped = corpus(right).merge(corpus(left));
        prop_assert_eq!(&bytes(&Graph::build(grouped.clone())), &expected);
        let again = Graph::build(grouped).grow(corpus(left));
        prop_assert_eq!(&bytes(&again), &expected, "the same documents once more change nothing");
    }

    #[test]
    fn a_graph_read_back_is_the_same(documents in any_documents()) {
        let graph = graph_of(&documents);
        let written = bytes(&graph);
        let back = Graph::read("memory", &written).unwrap();
        prop_assert_eq!(&back, &graph);
        prop_assert_eq!(bytes(&back), written);
    }

    #[test]
    fn every_claim_has_evidence_whose_words_stand_in_its_sentence(documents in any_documents()) {
        let graph = graph_of(&documents);
        for claim in graph.claims() {
            prop_assert!(!claim.evidence.is_empty());
            for step in actant::trace::of_claim(&graph, claim) {
                let marked: Vec<&str> =
                    step.marks().iter().map(|(span, _)| &step.sentence.text[span.range()]).collect();
                prop_assert!(marked.iter().all(|words| !words.trim().is_empty()), "{:?}", marked);
            }
        }
    }
}
