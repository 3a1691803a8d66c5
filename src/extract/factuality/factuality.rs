//! Sets polarity and modality of a statement.

use crate::extract::{Modality, Polarity, SentenceContext, Statement, StatementKind};
use crate::syntax::{negative_determiners, predicate_chain};

use super::scope::{Standing, standing};

/// Sets how far the text says that a statement holds, and by which words: *not*, *failed to*, *may*, *demanded that*.
pub(crate) fn set_factuality(context: &SentenceContext<'_>, statement: &mut Statement) {
    let Standing {
        mut negative,
        mut polarity_cues,
        modality,
        ..
    } = of_statement(context, statement);
    let slots = std::iter::once(&statement.subject).chain(&statement.object);
    for phrase in slots.filter(|phrase| context.is_nominal(phrase.head)) {
        for cue in negative_determiners(context.tree, context.words(), phrase.head) {
            if !polarity_cues.contains(&cue) {
                polarity_cues.push(cue);
                negative = !negative;
            }
        }
    }
    polarity_cues.sort_unstable();
    statement.polarity = if negative {
        Polarity::Negative
    } else {
        Polarity::Positive
    };
    statement.polarity_cues = polarity_cues;
    if let Some(shown) = modality {
        statement.modality = shown.modality;
        statement.modality_cues = vec![shown.cue];
    }
    let open = matches!(
        statement.modality,
        Modality::Asserted | Modality::Conditional | Modality::Intended
    );
    if open && is_question(context) {
        statement.modality = Modality::Asked;
        statement.modality_cues = vec![context.sentence.tokens.len() - 1];
    }
}

/// How the clause or act stands that the statement is about. A name beside a noun, a title or a place is presupposed,
/// whatever is said of those who have it.
fn of_statement(context: &SentenceContext<'_>, statement: &Statement) -> Standing {
    let head = statement.relation.phrase.head;
    match statement.kind {
        StatementKind::Apposition
        | StatementKind::Title
        | StatementKind::Membership
        | StatementKind::Location => Standing::default(),
        _ => {
            let chain = predicate_chain(context.tree, context.words(), head);
            standing(context, chain.last().copied().unwrap_or(head))
        }
    }
}

fn is_question(context: &SentenceContext<'_>) -> bool {
    (context.sentence.tokens.iter().rev())
        .find(|token| !matches!(token.form.as_str(), "\"" | "”" | "''" | "’"))
        .is_some_and(|token| token.form.contains('?'))
}
