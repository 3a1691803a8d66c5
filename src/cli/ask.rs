//! `actant ask`: the edges that match a pattern.

use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use crate::export::merged::{MergedRecord, NodeRecord, merged, node};
use crate::graph::Graph;
use crate::lexicon::FrameLexicon;
use crate::query::{Pattern, PatternMatch, ask};

use super::command::{Command, Outcome};
use super::filter::FilterArgs;
use super::graph_file::{GraphFile, actor};
use super::message::{Failure, note};
use super::output::print;
use super::rows::{Row, RowFormat, line, show};

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  \
        actant ask graph.json 'Pakistan -[demand]-> ?'                 whom does Pakistan demand what of?\n  \
        actant ask graph.json '?:state -[REQUEST]-> TTP'               which states ask the TTP for anything?\n  \
        actant ask graph.json '* -[not arm; by China]-> ?'             who does not arm whom, as China says\n  \
        actant ask graph.json '?x -[meet]- ?y, ?x -[ASSAULT]-> ?y'     who meets whom and attacks them?",
    after_help = "A pattern is an edge: END -[RELATION; CONDITIONS]-> END. The arrow may point back (<-[…]-) or be \
        undirected (-[…]-), more links may follow, and more edges after a comma.\n  \
        END         an actor, with its members; ? or ?x; * for anything; each with :type|type\n  \
        RELATION    words (demand), synonyms, an event type (REQUEST), *; a|b for either,\n              \
        `not` before it for negated edges, `(not)` for both\n  \
        CONDITIONS  by NAME; own; since DATE; until DATE; stance S; modality M; quad Q; mode M\n\
        Every row ends with an id: actant trace GRAPH ID shows its sentences. Exit code 1 if nothing matches."
)]
pub(super) struct AskArgs {
    #[command(flatten)]
    graph: GraphFile,
    /// The pattern, in quotation marks
    question: String,
    /// The output format
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    format: RowFormat,
    /// The maximal number of answers
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    filter: FilterArgs,
}

#[derive(Serialize)]
struct AnswerLine<'g> {
    answer: usize,
    variables: BTreeMap<&'g str, NodeRecord<'g>>,
    edges: Vec<MergedRecord<'g>>,
}

impl Command for AskArgs {
    const NAME: &'static str = "ask";
    const ABOUT: &'static str = "Find the edges that match a pattern: 'Pakistan -[demand]-> ?'";

    fn run(self) -> Result<Outcome, Failure> {
        let frames = FrameLexicon::load(&self.graph.source()?).map_err(Failure::new)?;
        let pattern = Pattern::parse(&self.question, &frames).map_err(Failure::new)?;
        let graph = self.graph.load()?;
        let filter = self.filter.filter(&graph)?;
        let mut answers = ask(&graph, &pattern, &filter, |name| actor(&graph, name))?;
        if answers.is_empty() {
            note("nothing in the graph matches the pattern");
            return Ok(Outcome::Nothing);
        }
        answers.truncate(self.limit.unwrap_or(usize::MAX));
        if self.format == RowFormat::Json {
            print(&json(&graph, &answers))?;
            return Ok(Outcome::Done);
        }
        let numbered = answers.iter().enumerate();
        let rows: Vec<Row<'_, '_>> = numbered
            .flat_map(|(number, answer)| {
                answer.edges.iter().map(move |edge| Row {
                    lead: (number + 1).to_string(),
                    edge,
                })
            })
            .collect();
        show(&graph, self.format, "answer", &rows)?;
        Ok(Outcome::Done)
    }
}

fn json(graph: &Graph, answers: &[PatternMatch<'_>]) -> String {
    let record = |(number, answer): (usize, &PatternMatch<'_>)| {
        line(&AnswerLine {
            answer: number + 1,
            variables: (answer.variables.iter())
                .map(|(name, id)| (name.as_str(), node(graph, id)))
                .collect(),
            edges: (answer.edges.iter())
                .map(|edge| merged(graph, edge))
                .collect(),
        })
    };
    answers.iter().enumerate().map(record).collect()
}
