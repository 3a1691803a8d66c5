//! The order in which nouns and pronouns are resolved.

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};

use super::history::History;
use super::pronoun::{self, AntecedentChooser, NameCounts};
use super::{
    affiliation, apposition, first_person, identified, nominal, owned, possessed, renamed,
};

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
        let read = pronoun::Reading {
            history: &history,
            names: &names,
        };
        // Of two women each has *her lawyer*.
        if let Some(owner) = identified::owner(context, mention) {
            third_person(context, table, &read, chooser, owner);
        }
        third_person(context, table, &read, chooser, mention);
        let found = &context.mentions[mention].mention;
        if found.actor.is_none() && found.kind != MentionKind::Pronoun {
            nominal::assign(context, table, &history, mention);
        }
        history.push(context, table, mention);
    }
    first_person::assign(context, table);
    affiliation::assign(context, table);
    possessed::assign(context, table);
    owned::assign(context, table);
}

/// Resolves the mention, if it is a pronoun of the third person that is not resolved yet.
fn third_person(
    context: &mut DocumentContext<'_>,
    table: &mut EntityTable,
    read: &pronoun::Reading<'_>,
    chooser: &mut dyn AntecedentChooser,
    mention: usize,
) {
    let found = &context.mentions[mention];
    if let Some(pronoun) = found.pronoun.filter(|pronoun| pronoun.person == 3)
        && found.mention.kind == MentionKind::Pronoun
        && found.mention.actor.is_none()
    {
        pronoun::assign(context, table, read, chooser, mention, pronoun);
    }
}
