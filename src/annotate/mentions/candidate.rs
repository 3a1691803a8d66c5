//! What is known of a mention before it is resolved.

use smol_str::SmolStr;

use crate::lexicon::{ActorNoun, ActorPronoun};
use crate::text::{Sentence, Span, Token, Tokens, Xpos};

use super::Mention;

/// A mention with the properties of its head word. Nouns for things are mentions too, because a pronoun may mean them, but they
/// are not [shown](Self::shown).
#[derive(Debug, Clone)]
pub(in crate::annotate) struct MentionCandidate {
    /// The mention.
    pub(in crate::annotate) mention: Mention,
    /// The dictionary form of the head, in lower case.
    pub(in crate::annotate) lemma: SmolStr,
    /// The noun's entry in the lexicon, if it stands for actors.
    pub(in crate::annotate) noun: Option<ActorNoun>,
    /// The pronoun's entry in the lexicon.
    pub(in crate::annotate) pronoun: Option<ActorPronoun>,
    /// Whether the head is plural.
    pub(in crate::annotate) plural: bool,
    /// Whether it is one of the document's mentions, or only what a pronoun may mean.
    pub(in crate::annotate) shown: bool,
}

/// The dictionary form in lower case; where no lemma is known, the form less a plural ending.
pub(in crate::annotate) fn lemma(token: &Token) -> SmolStr {
    if !token.lemma.is_empty() {
        return token.lemma.to_lowercase().into();
    }
    let form = token.form.to_lowercase();
    let singular = if is_plural(token) {
        form.strip_suffix("ies")
            .map(|stem| format!("{stem}y"))
            .or_else(|| form.strip_suffix('s').map(str::to_owned))
            .or_else(|| form.strip_suffix("men").map(|stem| format!("{stem}man")))
    } else {
        None
    };
    singular.unwrap_or(form).into()
}

/// Whether the word is a plural.
pub(in crate::annotate) fn is_plural(token: &Token) -> bool {
    token.feature("Number") == Some("Plur") || matches!(token.xpos, Xpos::Nns | Xpos::Nnps)
}

/// The first of the tokens that does not depend on another of them.
pub(in crate::annotate) fn head(sentence: &Sentence, tokens: Span<Tokens>) -> usize {
    let outside = |&index: &usize| {
        sentence.tokens[index]
            .head
            .is_none_or(|head| !tokens.holds(head))
    };
    let mut range = tokens.range();
    range.find(outside).unwrap_or(tokens.end - 1)
}
