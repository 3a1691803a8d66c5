//! `actant actor`: the profile of an actor.

use std::fmt::Write;

use clap::Args;
use serde::Serialize;

use crate::graph::Graph;
use crate::query::{ActorProfile, ActorRole, profile};

use super::command::{Command, Outcome};
use super::graph_file::{GraphFile, actor};
use super::message::Failure;
use super::output::print;

/// The number of names, words and documents that are shown without `--all`.
const SHOWN: usize = 8;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant actor graph.json China                names, roles with dates, why each mention was resolved to China\n  \
        actant actor graph.json China --json | jq .joined",
    after_help = "To correct wrong decisions, write them into a file: see --actors of `actant build`."
)]
pub(super) struct ActorArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// The actor: name, alias or id
    name: String,
    /// Show all names, words and documents
    #[arg(long)]
    all: bool,
    /// One JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct ActorDescription<'g> {
    id: &'g str,
    name: String,
    #[serde(rename = "type")]
    kind: &'g str,
    known: Option<&'g str>,
    mentions: u32,
    claims: usize,
    belongs_to: Option<String>,
    names: Vec<(&'g str, u32)>,
    roles: Vec<ActorRoleRecord<'g>>,
    members: Vec<ActorRoleRecord<'g>>,
    joined: Vec<RuleRecord<'g>>,
    documents: Vec<ActorDocument<'g>>,
}

#[derive(Serialize)]
struct ActorRoleRecord<'g> {
    actor: String,
    title: &'g str,
    of: Option<String>,
    documents: Vec<&'g str>,
    first: Option<&'g str>,
    last: Option<&'g str>,
}

#[derive(Serialize)]
struct RuleRecord<'g> {
    rule: &'g str,
    words: Vec<(&'g str, u32)>,
}

#[derive(Serialize)]
struct ActorDocument<'g> {
    document: &'g str,
    date: Option<&'g str>,
    name: &'g str,
    mentions: u32,
}

impl Command for ActorArgs {
    const NAME: &'static str = "actor";
    const ABOUT: &'static str =
        "Show an actor: names, roles with dates, and why each mention was resolved to it";

    fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        let id = actor(&graph, &self.name)?;
        let Some(profile) = profile(&graph, &id) else {
            return Ok(Outcome::Nothing);
        };
        let mut text = String::new();
        if self.json {
            let record = record(&graph, &profile);
            text = serde_json::to_string(&record).expect("a record can be written as JSON") + "\n";
        } else {
            let shown = if self.all { usize::MAX } else { SHOWN };
            show(&graph, &profile, shown, &mut text);
        }
        print(&text)?;
        Ok(Outcome::Done)
    }
}

fn record<'g>(graph: &'g Graph, profile: &ActorProfile<'g>) -> ActorDescription<'g> {
    let actor = profile.actor;
    let roles = |roles: &[ActorRole<'g>]| {
        let record = |role: &ActorRole<'g>| ActorRoleRecord {
            actor: graph.name(role.actor),
            title: role.title,
            of: role.of.map(|of| graph.name(of)),
            documents: role.documents.iter().map(|d| d.file()).collect(),
            first: role.days().map(|(first, _)| first),
            last: role.days().map(|(_, last)| last),
        };
        roles.iter().map(record).collect()
    };
    let rule = |(rule, words): (&&'g str, &Vec<(&'g str, u32)>)| RuleRecord {
        rule,
        words: words.clone(),
    };
    ActorDescription {
        id: actor.id.as_str(),
        name: graph.name(&actor.id),
        kind: actor.kind().as_str(),
        known: actor.known.as_deref(),
        mentions: actor.mentions(),
        claims: graph.degree(&actor.id),
        belongs_to: actor.belongs_to().map(|owner| graph.name(owner)),
        names: actor.aliases(),
        roles: roles(&profile.roles),
        members: roles(&profile.members),
        joined: profile.joined.iter().map(rule).collect(),
        documents: (profile.documents.iter())
            .map(|(document, seen)| ActorDocument {
                document: document.file(),
                date: document.date.as_deref(),
                name: &seen.name,
                mentions: seen.mentions,
            })
            .collect(),
    }
}

fn show(graph: &Graph, profile: &ActorProfile<'_>, shown: usize, out: &mut String) {
    let actor = profile.actor;
    let kind = actor.kind().as_str().replace('_', " ");
    let _ = write!(out, "{} ({kind})", graph.name(&actor.id));
    if let Some(owner) = actor.belongs_to() {
        let _ = write!(out, ", belongs to {}", graph.name(owner));
    }
    let _ = writeln!(
        out,
        "\n   {}  {} mentions, {} claims{}",
        actor.id,
        actor.mentions(),
        graph.degree(&actor.id),
        match &actor.known {
            Some(known) => format!("; in the gazetteer as {known}"),
            None => String::new(),
        }
    );
    let _ = writeln!(out, "\nnames\n   {}", list(&actor.aliases(), shown));
    roles(graph, "roles", &profile.roles, shown, out);
    roles(graph, "members", &profile.members, shown, out);
    let _ = writeln!(out, "\nwhy each was resolved to it");
    let widest = profile.joined.keys().map(|rule| rule.len()).max();
    let widest = widest.unwrap_or_default();
    for (rule, words) in &profile.joined {
        let _ = writeln!(out, "   {rule:widest$}  {}", list(words, shown));
    }
    let _ = writeln!(out, "\ndocuments");
    for (document, seen) in profile.documents.iter().take(shown) {
        let day = document.date.as_deref().unwrap_or("undated   ");
        let _ = writeln!(out, "   {day}  {:>3}  {}", seen.mentions, document.file());
    }
    more(profile.documents.len(), shown, out);
}

fn roles(graph: &Graph, heading: &str, roles: &[ActorRole<'_>], shown: usize, out: &mut String) {
    if roles.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{heading}");
    for role in roles.iter().take(shown) {
        let _ = write!(out, "   ");
        if heading == "members" {
            let _ = write!(out, "{}: ", graph.name(role.actor));
        }
        let _ = write!(out, "{}", role.title);
        if let Some(of) = role.of.filter(|_| heading != "members") {
            let _ = write!(out, " of {}", graph.name(of));
        }
        let _ = match role.days() {
            Some((first, last)) if first == last => write!(out, ", as said on {first}"),
            Some((first, last)) => write!(out, ", as said from {first} to {last}"),
            None => Ok(()),
        };
        let files: Vec<&str> = role.documents.iter().map(|d| d.file()).collect();
        let _ = match files.as_slice() {
            [file] => writeln!(out, " in {file}"),
            files => writeln!(out, " in {} documents", files.len()),
        };
    }
    more(roles.len(), shown, out);
}

/// Words with counts, as many as are shown.
fn list(words: &[(&str, u32)], shown: usize) -> String {
    let mut parts: Vec<String> = (words.iter().take(shown))
        .map(|(words, count)| format!("{words} {count}"))
        .collect();
    if words.len() > shown {
        parts.push(format!("and {} more", words.len() - shown));
    }
    parts.join(", ")
}

fn more(count: usize, shown: usize, out: &mut String) {
    if count > shown {
        let _ = writeln!(out, "   and {} more", count - shown);
    }
}
