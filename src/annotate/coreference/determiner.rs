//! The determiner of a noun, and whether the noun is a predicate.

use crate::annotate::actors::DocumentContext;
use crate::lexicon::{Part, WordUse};
use crate::text::Deprel;

/// The kind of a noun's determiner.
pub(super) enum Determiner {
    /// `the`, `this`, `its`.
    Definite,
    /// `a`, `another`, `some`, `many`.
    Indefinite,
    /// `no`, `neither`.
    Negative,
    /// None.
    Other,
}

/// The determiner of a mention's noun.
pub(super) fn determiner(context: &DocumentContext<'_>, mention: usize) -> Determiner {
    let found = &context.mentions[mention].mention;
    let tree = context.tree(mention);
    let Some(child) = tree
        .children_by(found.head, &[Deprel::Det, Deprel::NmodPoss])
        .next()
    else {
        return Determiner::Other;
    };
    let token = tree.token(child);
    let negates = &context.lexicon.words;
    if negates.negates(&token.form.to_lowercase(), Part::Determiner) {
        return Determiner::Negative;
    }
    let definite = token.deprel == Deprel::NmodPoss
        || token.feature("Definite") == Some("Def")
        || token.feature("PronType") == Some("Dem")
        // For trees without features.
        || context.lexicon.function_words.has(WordUse::Definite, &token.form);
    if definite {
        Determiner::Definite
    } else {
        Determiner::Indefinite
    }
}

/// Whether the noun is a nominal predicate: `she is a doctor`.
pub(super) fn is_predicate(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention].mention;
    context
        .tree(mention)
        .child(found.head, Deprel::Cop)
        .is_some()
}
