//! Adds times, amounts and places to the mentions of a document.

use crate::lexicon::{Lexicon, WordUse};
use crate::text::{Deprel, EntityType, Span, Tree, Upos};

use super::mention::mention;
use super::{amount, time};
use crate::annotate::{Mention, MentionKind};

/// Puts expressions of time, place and number among the mentions of a document.
pub(in crate::annotate) fn add(
    mentions: Vec<Mention>,
    trees: &[Tree<'_>],
    lexicon: &Lexicon,
) -> Vec<Mention> {
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
        mentions.extend(places(sentence, tree, lexicon));
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

/// `here` and `there`, where they say where.
fn places(sentence: usize, tree: &Tree<'_>, lexicon: &Lexicon) -> Vec<Mention> {
    let tokens = tree.sentence().tokens.iter().enumerate();
    let points = tokens.filter(|(_, token)| {
        token.upos == Upos::Adv
            && token.relation() != Deprel::Expl
            && lexicon.function_words.has(WordUse::Deictic, &token.form)
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
