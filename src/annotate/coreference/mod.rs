//! Follows nouns and pronouns back to the actor that was mentioned before.
//!
//! In: the mentions of a document, of which names and nouns with an owner have their actors. Out: actors for the others,
//! as far as the text tells. The order of work: [`link`] joins what grammar itself says to be one (`the minister, Ann
//! Lee`), then the text is read from start to end once: a noun is taken for somebody of its kind who was mentioned
//! before or for a newcomer ([`noun`]), a pronoun for the best candidate near it ([`pronoun`]): [`rule`] says whom
//! it may mean and [`scorer`] whom it does, unless [`weigh`] finds that `it` or `they` mean a state or another body; at last
//! [`first_person`] says who `I` is, and [`own`] what `his country` is. Each looks back over a bounded number of mentions, so that time grows with the length of
//! the text. Read [`candidate`] first.

mod candidate;
mod first_person;
mod judge;
mod link;
mod noun;
mod own;
mod pair;
mod pronoun;
mod rule;
mod scorer;
mod weigh;

pub(crate) use judge::Judge;
#[cfg(feature = "train")]
pub(crate) use judge::{Candidate, Choice};
pub(crate) use scorer::Scorer;

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};

use candidate::History;
use pair::Names;

/// Lets nouns and pronouns stand for actors.
pub(super) fn assign(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    judge: &mut dyn Judge,
) {
    link::assign(context, table);
    let names = Names::new(context, table);
    let mut history = History::default();
    for mention in 0..context.found.len() {
        let found = &context.found[mention];
        if found.mention.actor.is_none() {
            match found.mention.kind {
                MentionKind::Pronoun => {
                    pronoun::assign(context, table, &history, &names, judge, mention);
                }
                _ => noun::assign(context, table, &history, mention),
            }
        }
        history.push(context, table, mention);
    }
    first_person::assign(context, table);
    link::owners(context, table);
    own::assign(context, table);
}

#[cfg(test)]
mod tests;
