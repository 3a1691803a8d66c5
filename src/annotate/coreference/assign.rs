//! The order in which nouns and pronouns are resolved.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};

use super::history::History;
use super::pronoun::{self, AntecedentChooser, NameCounts};
use super::{affiliation, apposition, first_person, nominal, owned, possessed, renamed};

/// Assigns entities to nouns and pronouns.
pub(in crate::annotate) fn assign(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    chooser: &mut dyn AntecedentChooser,
) {
    apposition::assign(context, table);
    renamed::assign(context, table);
    let names = NameCounts::new(context, table);
    let mut history = History::default();
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention];
        if found.mention.actor.is_none() {
            match (found.mention.kind, found.pronoun) {
                (MentionKind::Pronoun, Some(pronoun)) if pronoun.person == 3 => {
                    let read = pronoun::Reading {
                        history: &history,
                        names: &names,
                    };
                    pronoun::assign(context, table, &read, chooser, mention, pronoun);
                }
                (MentionKind::Pronoun, _) => {}
                _ => nominal::assign(context, table, &history, mention),
            }
        }
        history.push(context, table, mention);
    }
    first_person::assign(context, table);
    affiliation::assign(context, table);
    possessed::assign(context, table);
    owned::assign(context, table);
}
