//! What a marker says about the paragraphs after it: related links below “Related News”, comments below “Leave a Reply”.

use crate::read::boilerplate::DropExtent;

use super::{PageParagraph, ParagraphShape};

/// The maximal number of words of a teaser below a headline in a list of links.
const TEASER_WORDS: usize = 45;

/// Sets aside what belongs to the markers that were found.
pub(super) fn mark(text: &str, paragraphs: &mut [PageParagraph]) {
    for index in 0..paragraphs.len() {
        let paragraph = &paragraphs[index];
        let Some(rule) = paragraph.rule.filter(|_| paragraph.dropped.is_some()) else {
            continue;
        };
        let prose_before = prose(&paragraphs[..index]);
        if prose_before == 0 {
            continue;
        }
        let (_, after) = paragraphs.split_at_mut(index + 1);
        match rule.reach {
            DropExtent::Line => {}
            DropExtent::Next => {
                if let Some(next) = after.first_mut().filter(|next| next.is_kept_fragment()) {
                    next.drop_for(rule.reason);
                }
            }
            DropExtent::Section => {
                let marker = |paragraph: &PageParagraph| {
                    paragraph
                        .rule
                        .is_some_and(|rule| rule.reach == DropExtent::End)
                };
                let end = after.iter().position(marker).unwrap_or(after.len());
                section(text, &mut after[..end], prose_before, rule.reason);
            }
            DropExtent::End => {
                let forms = after
                    .iter()
                    .filter(|paragraph| {
                        paragraph
                            .rule
                            .is_some_and(|other| other.reason == rule.reason)
                    })
                    .count();
                if prose(after) <= prose_before || forms > 2 {
                    after
                        .iter_mut()
                        .for_each(|paragraph| paragraph.drop_for("reader comment"));
                } else {
                    headlines(after, rule.reason);
                }
            }
        }
    }
}

/// Bytes of running text that is still part of the article.
fn prose(paragraphs: &[PageParagraph]) -> usize {
    let kept = paragraphs
        .iter()
        .filter(|paragraph| paragraph.is_kept_prose());
    kept.map(|paragraph| paragraph.block.span.len()).sum()
}

/// Sets aside the headlines of a list of links; if there are teasers below them, too, and no article after, all of it.
fn section(text: &str, after: &mut [PageParagraph], prose_before: usize, reason: &'static str) {
    let short = |words: &str| words.split_whitespace().count() <= TEASER_WORDS;
    let mut headed = false;
    let mut teasers = 0;
    let mut only_teasers = true;
    // With dates between headline and teaser these are articles of their own.
    let mut dated = false;
    for paragraph in after.iter() {
        if paragraph.is_kept_prose() {
            only_teasers &= headed && short(paragraph.words(text));
            teasers += 1;
        } else if teasers == 0 {
            dated |= paragraph.dropped == Some("date line");
        }
        headed = paragraph.shape == ParagraphShape::Fragment;
    }
    if (teasers >= 2 || dated) && only_teasers && prose(after) * 2 < prose_before {
        after
            .iter_mut()
            .for_each(|paragraph| paragraph.drop_for(reason));
    } else {
        headlines(after, reason);
    }
}

/// Sets aside all fragments up to the next sentence.
fn headlines(after: &mut [PageParagraph], reason: &'static str) {
    let run = after.iter_mut().take_while(|paragraph| {
        paragraph.dropped.is_some() || paragraph.shape == ParagraphShape::Fragment
    });
    run.for_each(|paragraph| paragraph.drop_for(reason));
}
