//! Names of unnamed actors with a pronoun before them: *his lawyers* are *Kari Lund's lawyers*.
//!
//! In: nouns and pronouns with their entities. Out: names that tell whom they belong to, so that they are understood alone.

use rustc_hash::FxHashSet;

use crate::annotate::MentionKind;
use crate::annotate::actors::{DocumentContext, EntityTable};
use crate::text::{Deprel, Upos};

/// Names each unnamed entity by its first mention with a possessive pronoun whose owner has a name.
pub(super) fn assign(context: &DocumentContext<'_>, table: &mut EntityTable) {
    let mut renamed: FxHashSet<usize> = FxHashSet::default();
    for mention in 0..context.mentions.len() {
        let found = &context.mentions[mention];
        let (MentionKind::Nominal, Some(actor)) = (found.mention.kind, found.mention.actor) else {
            continue;
        };
        if table.entities[actor].named || renamed.contains(&actor) {
            continue;
        }
        if let Some(name) = name(context, table, mention, actor) {
            table.entities[actor].name = name;
            renamed.insert(actor);
        }
    }
}

/// The words of a mention, with the owner's name for the pronoun.
fn name(
    context: &DocumentContext<'_>,
    table: &EntityTable,
    mention: usize,
    actor: usize,
) -> Option<String> {
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let inside = context.bare(mention);
    // *one of his lawyers*: the pronoun need not hang on the head.
    let pronoun = (0..tree.sentence().tokens.len()).find(|&token| {
        let word = tree.token(token);
        word.upos == Upos::Pron
            && word.deprel == Deprel::NmodPoss
            && inside.iter().any(|inner| inner.span == word.span)
    })?;
    let owner = context
        .actor_at(found.sentence, pronoun)
        .filter(|&owner| owner != actor)?;
    let owner = &table.entities[owner];
    let words = |token: &crate::text::Token| match token.span == tree.token(pronoun).span {
        true => format!("{}'s", owner.name),
        false => token.form.to_string(),
    };
    let words: Vec<String> = inside.iter().map(words).collect();
    owner.named.then(|| words.join(" "))
}
