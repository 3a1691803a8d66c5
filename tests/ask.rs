//! Questions over the graph, merged edges and the user's own relations, on documents made by hand.

use std::collections::BTreeMap;

use actant::extract::{Extracted, Modality, Polarity};
use actant::graph::{ActorMatch, ClaimStance, Graph, MergedEdge};
use actant::lexicon::{FrameLexicon, Source};
use actant::merge::{Corpus, Id, Relations};
use actant::query::{Filter, Pattern, PatternMatch, Traversal, ask, ego, path, stats, timeline};

use crate::sample::{Line, document, line, two_documents};

fn frames() -> FrameLexicon {
    FrameLexicon::load(&Source::embedded()).unwrap()
}

fn dated(id: &str, date: &str, lines: &[Line]) -> Extracted {
    let mut extracted = document(id, lines);
    extracted.annotated.document.date = Some(date.to_owned());
    extracted
}

/// A wire of two papers, an article of a third, and one without a date.
fn documents() -> Vec<Extracted> {
    let wire = [
        line(
            "Norland warned the Free Front on Monday.",
            "Norland",
            "warned",
            "Free Front",
        )
        .label("warn"),
        line(
            "Norland officials said Suderia may arm the Free Front.",
            "Suderia",
            "may arm",
            "Free Front",
        )
        .label("arm")
        .modality(Modality::Possible)
        .said("Norland officials", "said"),
    ];
    let mut morning = dated("morning.txt", "2024-03-01", &wire);
    morning.statements[0].relation.event = Some(actant::lexicon::EventType::Threaten);
    morning.statements[0].relation.mode = Some("violence".into());
    let mut evening = dated("evening.txt", "2024-03-02", &wire);
    evening.statements[0].relation.event = Some(actant::lexicon::EventType::Threaten);
    let article = dated(
        "weekly.txt",
        "2024-05-05",
        &[
            line(
                "Norland warned the Free Front again.",
                "Norland",
                "warned",
                "Free Front",
            )
            .label("warn"),
            line(
                "Suderia did arm the Free Front.",
                "Suderia",
                "did arm",
                "Free Front",
            )
            .label("arm"),
            line(
                "Anna Berg praised Suderia.",
                "Anna Berg",
                "praised",
                "Suderia",
            )
            .label("praise"),
            line(
                "Norland demanded safe passage.",
                "Norland",
                "demanded",
                "safe passage",
            )
            .label("demand action"),
        ],
    );
    let note = document(
        "note.txt",
        &[
            line(
                "Suderia did not arm the Free Front.",
                "Suderia",
                "did not arm",
                "Free Front",
            )
            .label("arm")
            .not(),
            line(
                "Anna Berg bought Berg & Sons.",
                "Anna Berg",
                "bought",
                "Berg & Sons",
            )
            .label("buy"),
        ],
    );
    vec![morning, evening, article, note]
}

fn graph_of(documents: &[Extracted]) -> Graph {
    let corpora = documents.iter().map(Corpus::of);
    Graph::build(corpora.fold(Corpus::default(), Corpus::merge))
}

fn graph() -> Graph {
    graph_of(&documents())
}

fn id(graph: &Graph, name: &str) -> Result<Id, String> {
    match graph.find(name) {
        ActorMatch::One(actor) => Ok(actor.id.clone()),
        other => Err(format!("{name}: {other:?}")),
    }
}

fn answers<'g>(graph: &'g Graph, question: &str) -> Vec<PatternMatch<'g>> {
    let pattern = Pattern::parse(question, &frames()).unwrap();
    ask(graph, &pattern, &Filter::default(), |name| id(graph, name)).unwrap()
}

fn told(graph: &Graph, edge: &MergedEdge<'_>) -> String {
    let (source, target) = (graph.name(edge.source), graph.name(edge.target));
    let not = match edge.polarity {
        Polarity::Positive => "",
        Polarity::Negative => "not ",
    };
    format!("{source} {not}{} {target}", edge.label())
}

/// The answers as sentences, edges of one answer parted by `; `.
fn all(graph: &Graph, question: &str) -> Vec<String> {
    let answers = answers(graph, question);
    let sentence = |answer: &PatternMatch<'_>| {
        let edges = answer.edges.iter().map(|edge| told(graph, edge));
        edges.collect::<Vec<_>>().join("; ")
    };
    let mut found: Vec<String> = answers.iter().map(sentence).collect();
    found.sort();
    found
}

// --- edges that count together

#[test]
fn an_edge_counts_documents_speakers_and_days_of_all_modalities() {
    let graph = graph();
    let arms = answers(&graph, "Suderia -[arm]-> Free Front");
    assert_eq!(arms.len(), 1);
    let edge = &arms[0].edges[0];
    assert_eq!(edge.claims().len(), 2, "possible and asserted");
    assert_eq!(
        edge.stance(&graph),
        ClaimStance::Disputed,
        "a note says the opposite"
    );
    let support = edge.support(&graph);
    assert_eq!(
        (support.statements, support.documents, support.independent),
        (3, 3, 2)
    );
    assert_eq!(
        (support.first, support.last),
        (Some("2024-03-01"), Some("2024-05-05"))
    );
    assert!(support.by_author);
    let speakers: Vec<String> = support.speakers.iter().map(|id| graph.name(id)).collect();
    assert_eq!(speakers, ["Norland officials"]);
}

#[test]
fn what_is_only_attributed_has_no_voice_of_its_own() {
    let graph = graph_of(&documents()[..2]);
    let edge = &answers(&graph, "Suderia -[arm]-> ?")[0].edges[0];
    let support = edge.support(&graph);
    assert!(!support.by_author);
    assert_eq!((support.documents, support.independent), (2, 1));
}

#[test]
fn a_repeated_wire_adds_no_weight() {
    let (one, both) = (graph_of(&documents()[..1]), graph_of(&documents()[..2]));
    assert_eq!(both.independent_documents(), 1);
    let weight = |graph: &Graph| {
        let claims = graph.claims().map(|claim| graph.claim_importance(claim));
        claims.sum::<f64>()
    };
    assert!((weight(&one) - weight(&both)).abs() < 1e-9);
}

#[test]
fn the_file_keeps_what_tells_repetitions() {
    let graph = graph();
    let mut file = Vec::new();
    graph.write(&mut file).unwrap();
    let again = Graph::read("memory", &file).unwrap();
    assert_eq!(again, graph);
    assert_eq!(again.independent_documents(), 3);
    let text = String::from_utf8(file).unwrap();
    assert_eq!(
        text.matches("\"near_duplicate_of\":").count(),
        1,
        "the evening paper repeats the morning's"
    );
}

// --- patterns

#[test]
fn either_end_may_be_asked_for() {
    let graph = graph();
    assert_eq!(
        all(&graph, "Norland -[warn]-> ?"),
        ["Norland warn Free Front"]
    );
    assert_eq!(
        all(&graph, "? -[warn]-> Free Front"),
        ["Norland warn Free Front"]
    );
    assert_eq!(
        all(&graph, "Free Front <-[warn]- ?"),
        ["Norland warn Free Front"]
    );
    assert_eq!(
        all(&graph, "Free Front -[warn]- *"),
        ["Norland warn Free Front"]
    );
    assert!(all(&graph, "Free Front -[warn]-> ?").is_empty());
}

#[test]
fn other_words_for_the_same_and_event_types_find_it() {
    let graph = graph();
    assert_eq!(
        all(&graph, "? -[call for]-> ?"),
        ["Norland demand action safe passage"]
    );
    assert_eq!(
        all(&graph, "? -[THREATEN]-> ?"),
        ["Norland warn Free Front"]
    );
    assert_eq!(
        all(&graph, "? -[*; mode violence]-> ?"),
        ["Norland warn Free Front"]
    );
    assert_eq!(
        all(&graph, "? -[*; quad verbal conflict]-> ?"),
        ["Norland warn Free Front"]
    );
    assert!(all(&graph, "? -[\"demand\"]-> ?").is_empty());
}

#[test]
fn what_is_not_so_is_asked_for_with_not() {
    let graph = graph();
    assert_eq!(all(&graph, "* -[arm]-> *"), ["Suderia arm Free Front"]);
    assert_eq!(
        all(&graph, "* -[not arm]-> *"),
        ["Suderia not arm Free Front"]
    );
    assert_eq!(all(&graph, "* -[(not) arm]-> *").len(), 2);
}

#[test]
fn types_speakers_and_days_narrow_it() {
    let graph = graph();
    assert_eq!(
        all(&graph, "?:person -> ?:state"),
        ["Anna Berg praise Suderia"]
    );
    assert_eq!(
        all(&graph, "Norland -> :thing"),
        ["Norland demand action safe passage"]
    );
    assert_eq!(
        all(&graph, "* -[*; by Norland]-> *"),
        ["Suderia arm Free Front"]
    );
    assert_eq!(
        all(&graph, "* -[warn|arm; since 2024-05; until 2024]-> *"),
        ["Norland warn Free Front", "Suderia arm Free Front"]
    );
    assert!(all(&graph, "* -[warn; since 2025]-> *").is_empty());
    let own = answers(&graph, "* -[arm; own]-> *");
    assert_eq!(
        own[0].edges[0].support(&graph).documents,
        1,
        "only evidence that fits is counted"
    );
    assert_eq!(own[0].edges[0].claims().len(), 1);
}

#[test]
fn what_is_denied_is_found_by_its_stance() {
    let graph = graph_of(&two_documents());
    assert_eq!(
        all(&graph, "* -[*; stance denied]-> *"),
        ["Suderia shelters Marsh"]
    );
}

#[test]
fn a_variable_is_the_same_actor_everywhere() {
    let graph = graph();
    assert_eq!(
        all(&graph, "?x -[praise]-> ?y -[arm]-> ?z"),
        ["Anna Berg praise Suderia; Suderia arm Free Front"]
    );
    let both = answers(&graph, "?a -[warn]-> ?c, ?b -[arm]-> ?c");
    assert_eq!(both.len(), 1);
    let names: BTreeMap<&str, String> = (both[0].variables.iter())
        .map(|(name, id)| (name.as_str(), graph.name(id)))
        .collect();
    assert_eq!(names["c"], "Free Front");
    assert_eq!(names["b"], "Suderia");
    assert!(all(&graph, "?a -[warn]-> ?b -[warn]-> ?a").is_empty());
}

#[test]
fn those_that_belong_to_an_actor_speak_and_act_for_it() {
    let talks = document(
        "talks.txt",
        &[line(
            "Norland officials met Suderia.",
            "Norland officials",
            "met",
            "Suderia",
        )
        .label("meet")],
    );
    let graph = graph_of(&[talks]);
    assert_eq!(
        all(&graph, "Norland -[meet]-> ?"),
        ["Norland officials meet Suderia"]
    );
}

// --- ways, surroundings, days, figures

#[test]
fn the_shortest_way_goes_with_or_against_the_arrows() {
    let graph = graph();
    let (from, to) = (
        id(&graph, "Anna Berg").unwrap(),
        id(&graph, "Norland").unwrap(),
    );
    let steps = path(&graph, &from, &to, &Filter::default(), Traversal::Any);
    let names: Vec<String> = steps.iter().map(|step| graph.name(step.to)).collect();
    assert_eq!(names, ["Suderia", "Free Front", "Norland"]);
    assert!(steps.iter().all(|step| !step.edges.is_empty()));
    assert!(path(&graph, &from, &to, &Filter::default(), Traversal::Forward).is_empty());
    assert!(path(&graph, &from, &from, &Filter::default(), Traversal::Any).is_empty());
}

#[test]
fn surroundings_grow_with_depth() {
    let graph = graph();
    let center = id(&graph, "Anna Berg").unwrap();
    let at = |depth| ego(&graph, &center, depth, &Filter::default());
    assert_eq!(at(1).len(), 2);
    let depths: Vec<usize> = at(3).iter().map(|(depth, _)| *depth).collect();
    assert_eq!(depths, [1, 1, 2, 2, 3]);
    assert_eq!(at(9).len(), 6);
}

#[test]
fn days_are_in_order_and_undated_ones_last() {
    let graph = graph();
    let front = id(&graph, "Free Front").unwrap();
    let entries = timeline(&graph, &[front], &Filter::default());
    let days: Vec<Option<&str>> = entries.iter().map(|entry| entry.date).collect();
    assert_eq!(
        days,
        [
            Some("2024-03-01"),
            Some("2024-03-01"),
            Some("2024-03-02"),
            Some("2024-03-02"),
            Some("2024-05-05"),
            Some("2024-05-05"),
            None
        ]
    );
    assert!(entries.iter().all(|entry| entry.edge.evidence.len() == 1));
}

#[test]
fn figures_count_what_is_said_to_be_so_between_actors() {
    let graph = graph();
    let figures = stats(&graph, &Filter::default(), false);
    let of = |name: &str| {
        let id = id(&graph, name).unwrap();
        figures.iter().find(|one| *one.actor == id).unwrap()
    };
    assert_eq!((of("Free Front").into, of("Free Front").out), (2, 0));
    // Two independent documents say that Norland warned, and two that Suderia arms.
    assert_eq!(of("Free Front").weight, 4);
    assert_eq!(of("Suderia").into, 1);
    assert_eq!(of("Norland").out, 1, "safe passage is no actor");
    assert!(of("Suderia").betweenness > of("Norland").betweenness);
    let ranks: f64 = figures.iter().map(|one| one.page_rank).sum();
    assert!((ranks - 1.0).abs() < 1e-4, "{ranks}");
    assert_eq!(of("Free Front").community, of("Norland").community);
    let things = stats(&graph, &Filter::default(), true);
    assert_eq!(things.len(), figures.len() + 1);
}

// --- the user's own relations

fn mapped(relations: &str) -> Graph {
    let relations = Relations::parse("mine.toml", relations, &frames()).unwrap();
    Graph::build(relations.apply(graph().corpus().clone()).corpus)
}

#[test]
fn claims_go_under_the_names_of_the_users_relations_and_keep_their_words() {
    let graph =
        mapped("[[relation]]\nname = \"owns\"\nwords = [\"acquire\"]\ntarget = [\"company\"]\n");
    assert_eq!(all(&graph, "? -[owns]-> ?"), ["Anna Berg owns Berg & Sons"]);
    let edge = &answers(&graph, "? -[owns]-> ?")[0].edges[0];
    assert_eq!(edge.mapped_from().into_iter().collect::<Vec<_>>(), ["buy"]);
    assert_eq!(edge.evidence[0].1.label, "buy");
    assert_eq!(
        all(&graph, "? -[warn]-> ?"),
        ["Norland warn Free Front"],
        "the rest is kept"
    );
    let mut file = Vec::new();
    graph.write(&mut file).unwrap();
    assert_eq!(Graph::read("memory", &file).unwrap(), graph);
}

#[test]
fn a_relation_may_turn_the_edge_round_or_have_no_direction() {
    let graph =
        mapped("[[relation]]\nname = \"owned by\"\nwords = [\"buy\"]\ndirection = \"reverse\"\n");
    assert_eq!(
        all(&graph, "? -[owned by]-> ?"),
        ["Berg & Sons owned by Anna Berg"]
    );
    let both = [
        line("Norland met Suderia.", "Norland", "met", "Suderia").label("meet"),
        line("Suderia met Norland.", "Suderia", "met", "Norland").label("meet"),
    ];
    let corpus = Corpus::of(&document("talks.txt", &both));
    let relations = "[[relation]]\nname = \"talks\"\nevents = [\"CONSULT\"]\nwords = [\"meet\"]\ndirection = \"symmetric\"\n";
    let relations = Relations::parse("mine.toml", relations, &frames()).unwrap();
    let graph = Graph::build(relations.apply(corpus).corpus);
    let edges = graph.merged();
    assert_eq!((edges.len(), edges[0].evidence.len()), (1, 2));
}

#[test]
fn strict_relations_leave_out_what_does_not_fit() {
    let relation =
        "[[relation]]\nname = \"owns\"\nwords = [\"buy\", \"praise\"]\ntarget = [\"company\"]\n";
    let kept = mapped(relation);
    assert_eq!(kept.claims().len(), graph().claims().len());
    let dropped = mapped(&format!("unmapped = \"drop\"\n{relation}"));
    assert_eq!(
        all(&dropped, "* -[(not) *]-> *"),
        ["Anna Berg owns Berg & Sons"]
    );
    let mistyped = mapped(&format!("strict = true\n{relation}"));
    assert_eq!(mistyped.claims().len(), graph().claims().len() - 1);
    assert!(all(&mistyped, "* -[praise]-> *").is_empty());
    // Nothing names a claim that is gone.
    let mut file = Vec::new();
    dropped.write(&mut file).unwrap();
    assert_eq!(Graph::read("memory", &file).unwrap(), dropped);
}
