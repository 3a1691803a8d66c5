//! Edges of titles and memberships.
//!
//! In: such a statement. Out: an edge from a person to the actor it holds an office with, or from a part to its whole.

use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::label::text;
use crate::text::Deprel;

/// The office that a person holds with somebody: *Norway's Foreign Minister Kari Lund*.
pub(super) fn office(edge_context: &EdgeContext<'_>) -> Option<Candidate> {
    let EdgeContext {
        context, statement, ..
    } = edge_context;
    let person = context.local_actor(statement.subject.head);
    let object = statement.object.as_ref()?;
    let owner = person?.belongs_to?;
    let near = |&token: &usize| object.head.abs_diff(token);
    let owned =
        (0..context.sentence.tokens.len()).filter(|&token| context.actor(token) == Some(owner));
    let owned = owned.min_by_key(near)?;
    let title = |&token: &usize| {
        context.token(token).entity.is_outside() && context.relation(token) != Deprel::Case
    };
    let title: Vec<usize> = object.tokens.iter().copied().filter(title).collect();
    let label = format!("is {} of", text(context, &title));
    let tie = || Candidate::tie(statement.subject.head, label, owned, "title");
    (!title.is_empty()).then(tie)
}

/// The first of several wholes is the one that is meant: *fighters of the TTP and officials*.
pub(super) fn membership(edge_context: &EdgeContext<'_>) -> Option<Candidate> {
    let EdgeContext {
        context, statement, ..
    } = edge_context;
    let source = statement.subject.head;
    let whole = statement.object.as_ref()?.head;
    // *Sweden is a member of NATO* says of Sweden what it says of the member.
    let predicate = context.tree.child(source, Deprel::Cop).is_some();
    (!predicate).then(|| Candidate::between(source, "", whole, ""))
}
