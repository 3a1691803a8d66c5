//! `actant duplicates`: actors that may be the same, with reasons.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::graph::Graph;
use crate::lexicon::Lexicon;
use crate::merge::Id;
use crate::query::{Duplicate, duplicates};

use super::command::{Command, Outcome};
use super::graph_file::GraphFile;
use super::message::{Failure, note};
use super::output::print;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant duplicates graph.json                                pairs, the likeliest first\n  \
        actant duplicates graph.json --top 5 --json\n  \
        actant duplicates graph.json --actors actors.toml           without pairs that the file keeps apart",
    after_help = "Nothing is merged: write your decisions into a file for `actant build --actors`.\n\
        Exit code 1 if there are none."
)]
pub(super) struct DuplicatesArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// A file with your decisions on actors: pairs that it keeps apart are left out
    #[arg(long, value_name = "FILE")]
    actors: Option<PathBuf>,
    /// The maximal number of pairs; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,
    /// One JSON object a pair
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct DuplicateLine<'d> {
    one: DuplicateActor<'d>,
    other: DuplicateActor<'d>,
    weight: u32,
    reasons: &'d [String],
    against: &'d [String],
}

#[derive(Serialize)]
struct DuplicateActor<'d> {
    id: &'d str,
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    mentions: u32,
}

impl Command for DuplicatesArgs {
    const NAME: &'static str = "duplicates";
    const ABOUT: &'static str = "Find actors that may be the same, with reasons";
    const HIDDEN_ALIASES: &'static [&'static str] = &["dupes"];

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let mut found = duplicates(&graph);
        if let Some(path) = &self.actors {
            let source = self.graph.source()?.with_actors(path);
            let decisions = Lexicon::load(&source).map_err(Failure::new)?.decisions;
            let name = |id: &Id| graph.corpus().actor(id).map_or("", |actor| actor.name());
            found.retain(|duplicate| {
                !decisions.keeps_apart(name(&duplicate.one), name(&duplicate.other))
            });
        }
        if found.is_empty() {
            note("no two actors look like duplicates");
            return Ok(Outcome::Nothing);
        }
        let mut text = String::new();
        let top = if self.top > 0 { self.top } else { usize::MAX };
        for duplicate in found.iter().take(top) {
            if self.json {
                let line = serde_json::to_string(&line(&graph, duplicate));
                text.push_str(&line.expect("a record can be written as JSON"));
                text.push('\n');
            } else {
                show(&graph, duplicate, &mut text);
            }
        }
        if !self.json {
            if found.len() > top {
                let _ = writeln!(text, "and {} more; see --top", found.len() - top);
            }
            advice(&graph, &found[0], &mut text);
        }
        print(&text)?;
        Ok(Outcome::Done)
    }
}

fn side<'d>(graph: &Graph, id: &'d Id) -> DuplicateActor<'d> {
    let actor = graph.corpus().actor(id);
    DuplicateActor {
        id: id.as_str(),
        name: graph.name(id),
        kind: actor.map_or("", |actor| actor.kind().as_str()),
        mentions: actor.map_or(0, |actor| actor.mentions()),
    }
}

fn line<'d>(graph: &Graph, duplicate: &'d Duplicate) -> DuplicateLine<'d> {
    DuplicateLine {
        one: side(graph, &duplicate.one),
        other: side(graph, &duplicate.other),
        weight: duplicate.weight,
        reasons: &duplicate.reasons,
        against: &duplicate.against,
    }
}

fn show(graph: &Graph, duplicate: &Duplicate, out: &mut String) {
    let described = |id: &Id| {
        let side = side(graph, id);
        format!(
            "{} ({}, {} mentions)",
            side.name,
            side.kind.replace('_', " "),
            side.mentions
        )
    };
    let _ = writeln!(
        out,
        "{}  {}",
        described(&duplicate.one),
        described(&duplicate.other)
    );
    let _ = writeln!(out, "   for: {}", duplicate.reasons.join("; "));
    if !duplicate.against.is_empty() {
        let _ = writeln!(out, "   against: {}", duplicate.against.join("; "));
    }
    out.push('\n');
}

/// The pair, with the more informative name first: one in the gazetteer, else the one with more words.
fn fuller_first<'d>(graph: &Graph, duplicate: &'d Duplicate) -> (&'d Id, &'d Id) {
    let rank = |id: &Id| {
        let actor = graph.corpus().actor(id);
        actor.map_or((false, 0), |actor| {
            (actor.known.is_some(), actor.name().split(' ').count())
        })
    };
    if rank(&duplicate.other) > rank(&duplicate.one) {
        (&duplicate.other, &duplicate.one)
    } else {
        (&duplicate.one, &duplicate.other)
    }
}

/// How to merge two actors or keep them apart, for an example.
fn advice(graph: &Graph, duplicate: &Duplicate, out: &mut String) {
    let name = |id: &Id| graph.corpus().actor(id).map_or("", |actor| actor.name());
    let class = |id: &Id| {
        let actor = graph.corpus().actor(id);
        actor.map_or("", |actor| actor.kind().class())
    };
    let (kept, other) = fuller_first(graph, duplicate);
    let kind = side(graph, kept).kind;
    let _ = write!(
        out,
        "To merge two actors, write this into actors.toml (`never-merge` keeps them apart), and build with --actors:\n\n\
         [[actor]]\nname = {:?}\ntype = {kind:?}\n",
        name(kept)
    );
    // If the kinds differ, one was misread: the name with its type is enough.
    if class(kept) == class(other) {
        let _ = writeln!(out, "merge = [{:?}]", name(other));
    } else if name(kept) != name(other) {
        let _ = writeln!(out, "aliases = [{:?}]", name(other));
    }
}
