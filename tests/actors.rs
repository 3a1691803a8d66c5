//! Who is one actor and who is not: golden cases on whole texts, across documents, and with the user's word.
//!
//! `tests/golden/actors/*.txt` are texts; beside each stands what every mention is taken for.
//! `ACTANT_UPDATE=1 cargo test --test main actors::` writes that again.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use actant::annotate::{Annotated, MentionKind, Models, annotate};
use actant::graph::{ActorMatch, Builder, Graph};
use actant::lexicon::ActorsFile;
use actant::merge::Actor;
use actant::query::{duplicates, profile};
use actant::text::Document;

use crate::models::FAST;

/// The models with what a file of the user's says.
fn decided(file: &str) -> Models {
    let mut models = Models::fast().unwrap();
    let file = ActorsFile::parse("actors.toml", file).unwrap();
    models.lexicon.decide(&file).unwrap();
    models
}

fn document(id: &str, date: &str, text: &str) -> Document {
    let mut document = Document::new(id, text);
    document.date = Some(date.to_owned());
    document
}

/// A line for each mention but pronouns: its words, its actor with its kind, and the rule.
fn lines(annotated: &Annotated) -> String {
    let mut lines = String::new();
    for mention in &annotated.mentions {
        let Some(actor) = mention.actor.map(|actor| &annotated.actors[actor]) else {
            continue;
        };
        if mention.kind == MentionKind::Pronoun {
            continue;
        }
        let rule = mention.join.map_or("", |join| join.as_str());
        let words = annotated.slice(mention.span);
        writeln!(lines, "{words} = {} ({}): {rule}", actor.name, actor.kind).unwrap();
    }
    lines
}

/// The names of all actors that these words stand for.
fn meant<'a>(annotated: &'a Annotated, words: &str) -> BTreeSet<&'a str> {
    let mentions = annotated.mentions.iter();
    let same = mentions.filter(|mention| annotated.slice(mention.span) == words);
    same.filter_map(|mention| Some(annotated.actors[mention.actor?].name.as_str()))
        .collect()
}

#[test]
fn golden() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/actors");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut wrong = String::new();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
    {
        let text = fs::read_to_string(path).unwrap();
        let (head, text) = text.split_once('\n').unwrap();
        let date = head.strip_prefix("# date: ").unwrap();
        let found = lines(&annotate(document("note", date, text), &FAST));
        let expected = path.with_extension("expected");
        if std::env::var_os("ACTANT_UPDATE").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if found != wanted {
            writeln!(wrong, "{}:\n{found}\nis not\n{wanted}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

// --- the traps, told by name so that no rewriting of the golden files can lose them

fn trap(name: &str) -> Annotated {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/actors");
    let text = fs::read_to_string(path.join(name).with_extension("txt")).unwrap();
    let (head, text) = text.split_once('\n').unwrap();
    let date = head.strip_prefix("# date: ").unwrap();
    annotate(document("note", date, text), &FAST)
}

fn one(annotated: &Annotated, words: &str, name: &str) {
    let meant = meant(annotated, words);
    assert_eq!(meant, BTreeSet::from([name]), "{words}");
}

#[test]
fn the_ttp_is_not_the_taliban_and_khan_is_not_muttaqi() {
    let annotated = trap("taliban");
    for words in ["TTP", "Taliban Pakistan", "Tehreek-i-Taliban"] {
        one(&annotated, words, "Tehreek-e-Taliban Pakistan");
    }
    one(&annotated, "Taliban", "Taliban");
    one(&annotated, "Khan", "Shafqat Ali Khan");
    one(&annotated, "Mottaki", "Amir Khan Muttaqi");
    one(&annotated, "the Afghan authorities", "Taliban");
    assert_eq!(
        meant(&annotated, "Kabul"),
        BTreeSet::from(["Kabul", "Taliban"])
    );
    one(&trap("kabul-2012"), "Afghan authorities", "Afghanistan");
}

#[test]
fn one_name_of_several_is_told_by_the_document() {
    one(&trap("georgia"), "Georgia", "Georgia");
    let state = trap("georgia");
    let georgia = state.actors.iter().find(|actor| actor.name == "Georgia");
    assert_eq!(georgia.unwrap().known.as_deref(), Some("state/GEO"));
    let place = trap("georgia-usa");
    let georgia = place.actors.iter().find(|actor| actor.name == "Georgia");
    assert_eq!(georgia.unwrap().known.as_deref(), Some("place/USA/Georgia"));
    one(&trap("congo"), "Congo", "Republic of the Congo");
    one(&trap("congress-usa"), "Congress", "United States Congress");
    let annotated = trap("congress");
    assert!(
        annotated
            .actors
            .iter()
            .any(|actor| actor.name == "Indian National Congress")
    );
    assert!(
        !annotated
            .actors
            .iter()
            .any(|actor| actor.name == "United States Congress")
    );
}

#[test]
fn a_man_a_state_and_a_government_of_one_name_are_three() {
    let annotated = trap("washington");
    let meant = meant(&annotated, "Washington");
    for name in ["United States", "Washington", "Denzel Washington"] {
        assert!(meant.contains(name), "{name} is not among {meant:?}");
    }
    let annotated = trap("jordan");
    let kinds: BTreeSet<&str> = annotated
        .actors
        .iter()
        .filter(|actor| actor.name.ends_with("Jordan"))
        .map(|actor| actor.kind.as_str())
        .collect();
    assert_eq!(kinds, BTreeSet::from(["person", "state"]));
}

#[test]
fn an_old_name_and_a_new_one_are_one_state_and_two_koreas_are_two() {
    let annotated = trap("new-names");
    one(&annotated, "Turkey", "Turkey");
    one(&annotated, "Türkiye", "Turkey");
    one(&annotated, "Burma", "Myanmar");
    let annotated = trap("korea");
    one(&annotated, "Seoul", "South Korea");
    one(&annotated, "Pyongyang", "North Korea");
    one(&annotated, "South Korea", "South Korea");
}

#[test]
fn a_surname_of_two_means_neither() {
    let annotated = trap("names");
    assert_eq!(
        meant(&annotated, "HWT"),
        BTreeSet::from(["Harbour Watch Trust"])
    );
    assert_eq!(meant(&annotated, "Orlik"), BTreeSet::from(["Orlik"]));
}

// --- across documents

fn graph(models: &Models, documents: &[(&str, &str, &str)]) -> Graph {
    let mut builder = Builder::new(models);
    for (id, date, text) in documents {
        builder = builder.document(document(id, date, text));
    }
    builder.build()
}

fn named<'g>(graph: &'g Graph, name: &str) -> Vec<&'g Actor> {
    graph
        .actors()
        .filter(|actor| actor.name() == name)
        .collect()
}

const TWO_MINISTERS: [(&str, &str, &str); 3] = [
    (
        "a",
        "2024-01-01",
        "Norway's Foreign Minister Nora Vestlund met Japan's envoys on Monday.",
    ),
    (
        "b",
        "2024-02-01",
        "Chile's Health Minister Nora Vestlund warned Peru on Friday.",
    ),
    (
        "c",
        "2024-03-01",
        "Nora Vestlund told the press in Norway that talks had failed.",
    ),
];

#[test]
fn two_people_of_one_name_stay_two_where_they_belong_to_different_states() {
    let graph = graph(&FAST, &TWO_MINISTERS);
    let found = named(&graph, "Nora Vestlund");
    assert_eq!(found.len(), 2, "{found:?}");
    let sizes: BTreeSet<usize> = found.iter().map(|actor| actor.seen.len()).collect();
    assert_eq!(
        sizes,
        BTreeSet::from([1, 2]),
        "the third article speaks of Norway"
    );
    assert!(matches!(
        graph.find("Nora Vestlund"),
        ActorMatch::Several(_)
    ));
    let names: BTreeSet<String> = found.iter().map(|actor| graph.name(&actor.id)).collect();
    assert!(names.contains("Nora Vestlund (Chile)"), "{names:?}");
    let duplicate = &duplicates(&graph)[0];
    assert_eq!(duplicate.reasons[0], "the same name");
    assert!(
        duplicate.against[0].contains("belongs to"),
        "{:?}",
        duplicate.against
    );
}

#[test]
fn an_addressee_of_an_ambiguous_name_is_the_actor_of_its_document() {
    let texts = [
        (
            "a",
            "2024-01-01",
            "Norway's Foreign Minister Nora Vestlund met Japan's envoys on Monday. \
             Peru told Nora Vestlund that talks had failed.",
        ),
        TWO_MINISTERS[1],
    ];
    let graph = graph(&FAST, &texts);
    assert_eq!(named(&graph, "Nora Vestlund").len(), 2);
    let mut attributions = graph.corpus().attributions();
    let told = attributions.find_map(|one| one.addressee.as_ref()?.actor.as_ref());
    let name = told.map(|actor| graph.name(actor));
    assert_eq!(name.as_deref(), Some("Nora Vestlund (Norway)"));
}

#[test]
fn disambiguation_depends_on_no_order_and_survives_the_file() {
    let whole = graph(&FAST, &TWO_MINISTERS);
    let mut back = TWO_MINISTERS;
    back.reverse();
    assert_eq!(whole, graph(&FAST, &back));
    let grown =
        graph(&FAST, &TWO_MINISTERS[..2]).grow(graph(&FAST, &TWO_MINISTERS[2..]).corpus().clone());
    assert_eq!(whole, grown);
    let mut bytes = Vec::new();
    whole.write(&mut bytes).unwrap();
    assert_eq!(whole, Graph::read("graph.json", &bytes).unwrap());
}

#[test]
fn a_role_is_told_with_the_day_of_the_article() {
    let graph = graph(&FAST, &TWO_MINISTERS[..1]);
    let ActorMatch::One(actor) = graph.find("Nora Vestlund") else {
        panic!("there is only one");
    };
    let profile = profile(&graph, &actor.id).unwrap();
    assert_eq!(profile.roles[0].title, "Foreign Minister");
    assert_eq!(profile.roles[0].days(), Some(("2024-01-01", "2024-01-01")));
    let of = profile.roles[0].of.map(|of| graph.name(of));
    assert_eq!(of.as_deref(), Some("Norway"));
    let claims = graph.claims_by(&actor.id);
    let office = claims
        .iter()
        .find(|claim| claim.label() == "is Foreign Minister of");
    assert_eq!(
        office.map(|claim| graph.name(&claim.target)).as_deref(),
        Some("Norway")
    );
}

#[test]
fn likely_duplicates_come_with_reasons_and_across_kinds_only_under_one_name() {
    let graph = graph(
        &FAST,
        &[
            (
                "a",
                "2024-01-01",
                "Minister Oleg Kuznetzov met Lena Vestlund of the Harbour Watch Trust.",
            ),
            (
                "b",
                "2024-01-02",
                "Minister Oleg Kuznetsov warned HWT and the Vestlund Company.",
            ),
            ("c", "2024-01-03", "Minister Oleg Kusnetsow praised Oslo."),
        ],
    );
    for duplicate in duplicates(&graph) {
        let kind = |id| graph.corpus().actor(id).unwrap().kind().class();
        assert_eq!(
            kind(&duplicate.one),
            kind(&duplicate.other),
            "{:?}",
            duplicate.reasons
        );
        assert!(!duplicate.reasons.is_empty());
    }
}

// --- the user's word

#[test]
fn what_the_user_says_counts_for_more_than_lists_and_rules() {
    let models = decided(
        "ignore = ['Photo Desk']\n[[actor]]\nname = 'Quay Board'\ntype = 'body'\nstate = 'NOR'\naliases = ['TTP', 'Old Quay']\n\
         [[metonym]]\nname = 'Lisbon'\nstands-for = 'Quay Board'\n",
    );
    let text = "The TTP warned Lisbon on Monday. Photo Desk sent a picture. Old Quay asked the Quay Board. Lisbon refused.";
    let annotated = annotate(document("note", "2024-01-01", text), &models);
    for words in ["TTP", "Old Quay", "Quay Board"] {
        let meant = meant(&annotated, words);
        let meant = if meant.is_empty() {
            self::meant(&annotated, &format!("The {words}"))
        } else {
            meant
        };
        assert_eq!(
            meant,
            BTreeSet::from(["Quay Board"]),
            "{words}\n{}",
            lines(&annotated)
        );
    }
    assert!(
        meant(&annotated, "Lisbon").contains("Quay Board"),
        "{}",
        lines(&annotated)
    );
    assert!(meant(&annotated, "Photo Desk").is_empty());
    let graph = Builder::new(&models)
        .document(document("n", "2024-01-01", text))
        .build();
    assert!(
        !graph
            .actors()
            .any(|actor| actor.name().contains("Photo Desk"))
    );
}

#[test]
fn an_alias_holds_for_its_days_alone() {
    let models = decided(
        "[[actor]]\nname = 'Quay Board'\ntype = 'body'\naliases = [{ name = 'Lena Fund', from = 2020-01-01, until = 2021-01-01 }]\n",
    );
    let who = |day: &str| {
        let annotated = annotate(document("note", day, "Lena Fund sued Norway."), &models);
        meant(&annotated, "Lena Fund")
            .into_iter()
            .next()
            .unwrap_or("")
            .to_owned()
    };
    assert_eq!(who("2020-06-01"), "Quay Board");
    assert_eq!(who("2021-06-01"), "Lena Fund");
}

#[test]
fn merges_and_what_is_never_merged_are_done_at_each_build() {
    let text = "Shafqat Ali Khan met reporters on Monday. Khan thanked them.";
    let apart = decided("[[actor]]\nname = 'Shafqat Ali Khan'\nnever-merge = ['Khan']\n");
    let annotated = annotate(document("note", "2024-01-01", text), &apart);
    one(&annotated, "Khan", "Khan");
    let merged = decided("[[actor]]\nname = 'Norway'\nmerge = ['Sweden']\n");
    let annotated = annotate(
        document("note", "2024-01-01", "Sweden warned Chad."),
        &merged,
    );
    one(&annotated, "Sweden", "Norway");
}

#[test]
fn whom_somebody_belongs_to_is_what_the_user_says() {
    let models = decided(
        "[[actor]]\nname = 'Quay Board'\ntype = 'body'\nbelongs-to = 'Quay Council'\n\
         [[actor]]\nname = 'Quay Council'\ntype = 'body'\nbelongs-to = 'NOR'\n",
    );
    let text = "The Quay Board sued Chad.";
    let annotated = annotate(document("note", "2024-01-01", text), &models);
    let actor = |name: &str| annotated.actors.iter().find(|actor| actor.name == name);
    let owner = |name: &str| {
        let owner = actor(name)?.belongs_to?;
        Some(annotated.actors[owner].name.as_str())
    };
    assert_eq!(owner("Quay Board"), Some("Quay Council"));
    assert_eq!(owner("Quay Council"), Some("Norway"));
}

#[test]
fn one_name_of_two_kinds_is_a_likely_duplicate_with_what_speaks_against_it() {
    let company = decided("[[actor]]\nname = 'Nora Vestlund'\ntype = 'company'\n");
    let one = Builder::new(&company)
        .document(document("a", "2024-01-01", "Nora Vestlund sued Chad."))
        .build();
    let graph = one.grow(graph(&FAST, &TWO_MINISTERS[..1]).corpus().clone());
    let found = duplicates(&graph);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].reasons[0], "the same name");
    let against = &found[0].against[0];
    assert!(
        against.contains("company") && against.contains("person"),
        "{against}"
    );
}

#[test]
fn a_file_that_speaks_of_the_unknown_is_refused_with_its_line() {
    for (text, told) in [
        (
            "[[actor]]\nname = 'Quay Board'\n",
            "actors.toml:2: `Quay Board` is in no list of Actant's, so say what it is",
        ),
        (
            "[[actor]]\nname = 'X1'\ntype = 'body'\nstate = 'Norway'\n",
            "actors.toml:4: `Norway` is no ISO 3166 code of a state; write `NOR`",
        ),
        (
            "[[actor]]\nname = 'Norway'\nmerge = ['Vladimir Putin']\n",
            "actors.toml:3: `Vladimir Putin` (person) and Norway (state) are of two kinds",
        ),
        (
            "[[metonym]]\nname = 'Quay Street'\nstands-for = 'Quay Board'\n",
            "actors.toml:3: `Quay Board` is neither a state's code nor a known name",
        ),
        (
            "[[actor]]\nname = 'Quay Board'\ntype = 'body'\nbelongs-to = 'Quay Council'\n",
            "actors.toml:4: `Quay Council` is neither a state's code nor a known name",
        ),
        (
            "[[actor]]\nname = 'Quay Board'\ntype = 'body'\nbelongs-to = 'Quay Board'\n",
            "actors.toml:4: `Quay Board` would belong to itself",
        ),
        (
            "[[actor]]\nname = 'Norway'\nnever-merge = ['norway']\n",
            "actors.toml:3: `norway` cannot be kept apart from itself",
        ),
        (
            "[[actor]]\nname = 'Norway'\naliases = ['the north']\n",
            "actors.toml:3: `north` has no capital letter",
        ),
        (
            "[[actor]]\nname = 'Georgia'\naliases = ['Peach State']\n",
            "actors.toml:2: `Georgia` may be any of these",
        ),
    ] {
        let file = ActorsFile::parse("actors.toml", text).unwrap();
        let mut models = Models::given().unwrap();
        let error = models.lexicon.decide(&file).expect_err(text).to_string();
        assert!(error.starts_with(told), "{error}\nis not\n{told}");
    }
}
