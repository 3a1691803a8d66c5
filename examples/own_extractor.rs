//! A construction and an actor that Actant does not know: *the China-backed Harbour Watch Trust*.
//!
//! ```text
//! cargo run --example own_extractor
//! ```

#![allow(clippy::print_stdout, reason = "an example prints")]

use actant::extract::{Relation, SentenceContext, Sink, StatementKind};
use actant::lexicon::ActorsFile;
use actant::text::Deprel;
use actant::{Builder, Extractor, Models, Statement};

/// *A-backed B*: A backs B.
struct Backers;

impl Extractor for Backers {
    fn kind(&self) -> StatementKind {
        StatementKind::Custom("backer".into())
    }

    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        for verb in 0..context.sentence.tokens.len() {
            // In the tree, *A* depends on *backed*, and *backed* on *B*.
            let backer = context.tree.child(verb, Deprel::Compound);
            let (Some(backer), Some(backed)) = (backer, context.head(verb)) else {
                continue;
            };
            if context.token(verb).form != "backed" || context.relation(verb) != Deprel::Amod {
                continue;
            }
            let relation = Relation {
                phrase: context.phrase(vec![verb], verb),
                lemma: "back".into(),
                ..Relation::default()
            };
            let (subject, object) = (context.noun_phrase(backer), Some(context.name(backed)));
            sink.found(verb, Statement::new(self.kind(), subject, relation, object));
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The file can also be read from disk: `Models::accurate_from(&Source::embedded().with_actors("actors.toml"))`.
    let actors = "[[actor]]\nname = 'Harbour Watch Trust'\ntype = 'organisation'\n";
    let mut models = Models::accurate()?;
    (models.lexicon).decide(&ActorsFile::parse("actors.toml", actors)?)?;

    let graph = Builder::new(&models)
        .extractors([Box::new(Backers) as Box<dyn Extractor>])
        .text("note", "The China-backed Harbour Watch Trust sued Japan.")
        .build();
    for claim in graph.claims() {
        let (source, target) = (graph.name(&claim.source), graph.name(&claim.target));
        println!("{source} | {} | {target}", claim.label());
    }
    Ok(())
}
