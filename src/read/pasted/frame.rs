//! The shape of a page: where the article starts and ends, and which line is its headline.

use rustc_hash::FxHashSet;

use crate::read::boilerplate::normal;
use crate::text::BlockKind;

use super::{PageParagraph, ParagraphShape};

/// The minimal number of words of a headline, unless no other line could be one.
const TITLE_WORDS: usize = 3;
/// The minimal number of words of a summary below the headline; a shorter line is boilerplate.
const SUMMARY_WORDS: usize = 8;
/// The number of consecutive lines that are not sentences from which they are links.
const LINKS: usize = 3;

/// Sets aside the lines before the headline, those after the last sentence and rows of links; returns the headline.
/// `known` is its index if it is known beforehand.
pub(super) fn mark(
    text: &str,
    paragraphs: &mut [PageParagraph],
    known: Option<usize>,
) -> Option<usize> {
    let body = known.map_or(0, |title| title + 1);
    let found = paragraphs[body..]
        .iter()
        .position(PageParagraph::is_kept_prose);
    let Some(first) = found.map(|index| body + index) else {
        let title = known?;
        paragraphs[title].block.kind = BlockKind::Title;
        return Some(title);
    };
    let title = known.or_else(|| find_title(text, paragraphs, first));
    let start = title.map_or(0, |index| index + 1);
    for (index, paragraph) in paragraphs[..first].iter_mut().enumerate() {
        let words = paragraph.words(text).split_whitespace().count();
        let summary = index >= start && title.is_some() && words >= SUMMARY_WORDS;
        let quoted = index >= start && paragraph.shape == ParagraphShape::Sentence;
        if Some(index) != title && !summary && !quoted {
            paragraph.drop_for("before the article");
        }
    }
    let last = last_sentence(text, paragraphs);
    paragraphs[last + 1..]
        .iter_mut()
        .for_each(|paragraph| paragraph.drop_for("after the article"));
    links(&mut paragraphs[first..=last]);
    if let Some(index) = title {
        let headline = paragraphs[index].words(text);
        for (other, paragraph) in paragraphs.iter_mut().enumerate() {
            if other != index && paragraph.is_kept_fragment() && paragraph.words(text) == headline {
                paragraph.drop_for("repeated headline");
            }
        }
        paragraphs[index].block.kind = BlockKind::Title;
    }
    title
}

/// The last paragraph of the article: a sentence, or the list that a sentence announces.
fn last_sentence(text: &str, paragraphs: &[PageParagraph]) -> usize {
    let sentence = |paragraph: &PageParagraph| {
        paragraph.dropped.is_none() && paragraph.shape > ParagraphShape::Fragment
    };
    let mut last = paragraphs.iter().rposition(sentence).unwrap_or(0);
    if paragraphs[last].words(text).ends_with(':') {
        while paragraphs
            .get(last + 1)
            .is_some_and(|next| next.dropped.is_none() && next.block.kind == BlockKind::ListItem)
        {
            last += 1;
        }
    }
    last
}

/// Sets aside rows of lines that are not sentences.
fn links(body: &mut [PageParagraph]) {
    let is_link = |paragraph: &PageParagraph| {
        paragraph.is_kept_fragment() && paragraph.block.kind != BlockKind::ListItem
    };
    let mut from = 0;
    while from < body.len() {
        let run = body[from..]
            .iter()
            .take_while(|paragraph| is_link(paragraph))
            .count();
        if run >= LINKS {
            body[from..from + run]
                .iter_mut()
                .for_each(|paragraph| paragraph.drop_for("related link"));
        }
        from += run.max(1);
    }
}

/// The headline among the lines before the first running text: the first that shares words with the article, else
/// the last one that is long enough.
fn find_title(text: &str, paragraphs: &[PageParagraph], first: usize) -> Option<usize> {
    let article: FxHashSet<String> = paragraphs[first..]
        .iter()
        .filter(|paragraph| paragraph.is_kept_prose())
        .take(8)
        .flat_map(|paragraph| stems(paragraph.words(text)))
        .collect();
    let mut candidates = (0..first).filter(|&index| {
        let words = paragraphs[index].words(text);
        paragraphs[index].dropped.is_none()
            && !words.ends_with('.')
            && words.split_whitespace().count() >= TITLE_WORDS
    });
    let last = candidates.clone().next_back();
    let shares = |&index: &usize| {
        let stems: Vec<String> = stems(paragraphs[index].words(text)).collect();
        let shared = stems.iter().filter(|stem| article.contains(*stem)).count();
        shared >= 2 && shared * 3 >= stems.len()
    };
    candidates.find(shares).or(last)
}

/// The first letters of the longer words: enough to know `visit` in `visited`.
fn stems(words: &str) -> impl Iterator<Item = String> {
    let normal = normal(words);
    let pieces: Vec<String> = normal
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| word.chars().count() >= 4)
        .map(|word| word.chars().take(5).collect())
        .collect();
    pieces.into_iter()
}
