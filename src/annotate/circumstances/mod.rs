//! When, where and how many: mentions that stand for no actor.
//!
//! In: the trees of a document and the mentions found in them. Out: the mentions with whole expressions of time
//! ([`time`]: `13 November 2015`, not `November` alone), with numbers and sums ([`amount`]: `more than 40`, `$5 million`)
//! and with `here` and `there`. They come after all actors are known, so that nothing about these hangs on them.

mod amount;
mod time;

use crate::lexicon::Lexicon;
use crate::text::{Deprel, EntityType, Span, Tokens, Tree, Upos};

use super::mentions::head;
use super::{Mention, MentionKind};

/// Puts expressions of time, place and number among the mentions of a document.
pub(super) fn add(mentions: Vec<Mention>, trees: &[Tree<'_>], lexicon: &Lexicon) -> Vec<Mention> {
    let is_time = |mention: &Mention| mention.entity == EntityType::Date;
    let (times, mut mentions): (Vec<Mention>, Vec<Mention>) =
        mentions.into_iter().partition(is_time);
    let mut times = times.into_iter().peekable();
    for (sentence, tree) in trees.iter().enumerate() {
        let mut found = Vec::new();
        while let Some(mention) = times.next_if(|mention| mention.sentence == sentence) {
            found.push(mention);
        }
        let found = time::whole(sentence, tree, lexicon, &found);
        let mut taken = vec![false; tree.sentence().tokens.len()];
        for mention in &found {
            taken[mention.tokens.range()].fill(true);
        }
        mentions.extend(found);
        mentions.extend(amount::amounts(sentence, tree, lexicon, &taken));
        mentions.extend(places(sentence, tree));
    }
    mentions.sort_by_key(|mention| {
        (
            mention.span.start,
            std::cmp::Reverse(mention.span.end),
            mention.head,
        )
    });
    mentions
}

/// A mention that stands for no actor.
fn mention(
    sentence: usize,
    tree: &Tree<'_>,
    tokens: Span<Tokens>,
    entity: EntityType,
    kind: MentionKind,
) -> Mention {
    Mention {
        span: tree.sentence().bytes(tokens),
        sentence,
        tokens,
        head: head(tree.sentence(), tokens),
        kind,
        entity,
        actor: None,
        join: None,
    }
}

/// `here` and `there`, where they say where.
fn places(sentence: usize, tree: &Tree<'_>) -> Vec<Mention> {
    const ADVERBS: [&str; 2] = ["here", "there"];
    let tokens = tree.sentence().tokens.iter().enumerate();
    let points = tokens.filter(|(_, token)| {
        token.upos == Upos::Adv
            && token.relation() != Deprel::Expl
            && ADVERBS
                .iter()
                .any(|word| token.form.eq_ignore_ascii_case(word))
    });
    let mentions = points.map(|(index, _)| {
        let tokens = Span::new(index, index + 1);
        mention(
            sentence,
            tree,
            tokens,
            EntityType::Loc,
            MentionKind::Pronoun,
        )
    });
    mentions.collect()
}

#[cfg(test)]
mod tests;
