//! Conditions on evidence, shared by the commands that ask for edges.

use clap::Args;

use crate::graph::{ClaimStance, Graph};
use crate::query::{Filter, is_date};

use super::graph_file::actor;
use super::message::Failure;

#[derive(Debug, Args)]
#[command(next_help_heading = "Which evidence counts")]
pub(super) struct FilterArgs {
    /// Only evidence attributed to this actor or a member of it; may be given more than once
    #[arg(long, value_name = "ACTOR")]
    by: Vec<String>,
    /// Only what articles state themselves, without attribution
    #[arg(long)]
    own: bool,
    /// Only articles of this day, month or year or later: 2023-07-24, 2023-07, 2023
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<String>,
    /// Only articles of this day, month or year or earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<String>,
    /// Only this stance: asserted, reported, possible, denied …; may be given more than once
    #[arg(long, value_name = "STANCE", value_parser = stance)]
    stance: Vec<ClaimStance>,
}

impl FilterArgs {
    pub(super) fn filter(&self, graph: &Graph) -> Result<Filter, Failure> {
        let by = self.by.iter().map(|name| actor(graph, name));
        Ok(Filter {
            by: by.collect::<Result<_, _>>()?,
            by_author: self.own,
            since: self.since.clone(),
            until: self.until.clone(),
            stances: self.stance.clone(),
            ..Filter::default()
        })
    }
}

/// A day, month or year that exists.
pub(super) fn date(text: &str) -> Result<String, String> {
    match is_date(text) {
        true => Ok(text.to_owned()),
        false => {
            Err("expected an existing day, month or year: 2023-07-24, 2023-07, 2023".to_owned())
        }
    }
}

fn stance(text: &str) -> Result<ClaimStance, String> {
    let found = ClaimStance::ALL
        .into_iter()
        .find(|stance| stance.as_str() == text);
    found.ok_or_else(|| {
        let names = ClaimStance::ALL.map(ClaimStance::as_str).join(", ");
        format!("expected one of {names}")
    })
}
