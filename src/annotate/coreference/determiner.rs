//! The determiner of a noun, and whether the noun is a predicate.

use crate::annotate::actors::DocumentContext;
use crate::lexicon::Part;
use crate::text::Deprel;

/// What stands before a noun.
pub(super) enum Determiner {
    /// `the`, `this`, `its`.
    Definite,
    /// `a`, `another`, `some`, `many`.
    Indefinite,
    /// `no`, `neither`: there is nobody.
    Negative,
    /// None.
    Other,
}

/// What stands before the noun of a mention.
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
        || DEFINITE
            .iter()
            .any(|word| token.form.eq_ignore_ascii_case(word));
    if definite {
        Determiner::Definite
    } else {
        Determiner::Indefinite
    }
}

/// Determiners that point at somebody known, for trees without features.
const DEFINITE: [&str; 7] = ["the", "this", "that", "these", "those", "such", "both"];

/// Whether the noun is what is said of somebody else: `she is a doctor`.
pub(super) fn is_predicate(context: &DocumentContext<'_>, mention: usize) -> bool {
    let found = &context.mentions[mention].mention;
    context
        .tree(mention)
        .child(found.head, Deprel::Cop)
        .is_some()
}
