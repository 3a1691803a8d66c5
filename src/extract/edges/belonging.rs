//! Edges of statements that tell whom or what somebody belongs to.
//!
//! In: such a statement. Out: its edges, from a person to whom it holds an office with, from a part to its
//! whole.

use super::candidate::Candidate;
use super::edge_context::EdgeContext;
use super::label::text;
use crate::extract::SentenceContext;
use crate::syntax::members;
use crate::text::{Deprel, Xpos};

/// *Norway's Foreign Minister Kari Lund*: she is Foreign Minister of Norway. A title of nobody is told of the actor alone.
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
    let owned = (owned.min_by_key(near)).filter(|&owned| is_whole_name(context, owned))?;
    let title = |&token: &usize| {
        context.token(token).entity.is_outside() && context.relation(token) != Deprel::Case
    };
    let title: Vec<usize> = object.tokens.iter().copied().filter(title).collect();
    let label = format!("is {} of", text(context, &title));
    let tie = || Candidate::tie(statement.subject.head, label, owned, "title");
    (!title.is_empty()).then(tie)
}

/// What one noun belongs to, the nouns beside it need not: *fighters of the TTP and officials*; but *ministers of Egypt and
/// Jordan* belong to both.
pub(super) fn membership(edge_context: &EdgeContext<'_>) -> Vec<Candidate> {
    let EdgeContext {
        context, statement, ..
    } = edge_context;
    let source = statement.subject.head;
    let object = statement.object.as_ref().map(|object| object.head);
    let Some(object) = object.filter(|&object| is_whole_name(context, object)) else {
        return Vec::new();
    };
    // *Sweden is a member of NATO* says of Sweden what it says of the member.
    if context.tree.child(source, Deprel::Cop).is_some() {
        return Vec::new();
    }
    let plural = context.token(source).xpos == Xpos::Nns && object > source;
    let known = |whole: usize| context.actor(whole).is_some();
    let wholes = members(context.tree, context.words(), object).into_iter();
    (wholes.filter(|&whole| whole == object || (plural && known(whole))))
        .map(|whole| Candidate::between(source, "", whole, ""))
        .collect()
}

/// Whether no capitalised word before the noun makes it part of a longer name that is not known: *the leader of Progressive
/// Slovakia* does not lead Slovakia.
fn is_whole_name(context: &SentenceContext<'_>, noun: usize) -> bool {
    let mut before = context
        .tree
        .children_by(noun, &[Deprel::Amod, Deprel::Compound]);
    !before.any(|word| {
        let token = context.token(word);
        let capital = token.form.chars().next().is_some_and(char::is_uppercase);
        capital && word < noun && token.entity.is_outside() && context.actor(word).is_none()
    })
}
