//! Titles before names: *Prime Minister Shehbaz Sharif* says that he is Prime Minister.

use crate::extract::phrase::{member, short};
use crate::extract::{Extractor, Reason, SentenceContext, Sink, Statement, StatementKind};
use crate::lexicon::Implied;
use crate::text::{Deprel, Upos};

use super::implied::{Implication, implied};

/// Statements of titles: the person is what the title says.
#[derive(Debug, Clone, Copy, Default)]
pub struct Titles;

impl Extractor for Titles {
    fn kind(&self) -> StatementKind {
        StatementKind::Title
    }

    fn extract(&self, context: &SentenceContext<'_>, sink: &mut Sink) {
        for token in 0..context.sentence.tokens.len() {
            if context.token(token).deprel == Deprel::NmodDesc {
                sink.report(token, titled(context, token));
            }
        }
    }

    fn steps(&self, _: &SentenceContext<'_>, _: usize) -> Vec<String> {
        vec!["a title before a name".into()]
    }
}

fn titled(context: &SentenceContext<'_>, title: usize) -> Result<Statement, Reason> {
    let named = |&name: &usize| context.token(name).upos == Upos::Propn;
    let name = context.head(title).filter(named).ok_or(Reason::NoName)?;
    let mut subject = short(context, name);
    // The name alone, without the title that is said of it.
    let said = context.tree.subtree(title);
    subject.tokens.retain(|token| !said.contains(token));
    let object = member(context, title);
    Ok(implied(
        context,
        StatementKind::Title,
        subject,
        (Implication::Known(Implied::Identity), title),
        object,
    ))
}
