//! Text saved or pasted from a web page: the article is kept, the page around it set aside with the reason.
//!
//! Three kinds of evidence work together, weakest last: what single paragraphs hold (`signs`: phrases of
//! `data/read/furniture.txt`, dates, bylines, menus), what a marker says about those after it (`regions`: related
//! links, comments, biographies), and the shape of the page (`frame`: what stands before the headline or after the
//! last sentence and is no sentence itself). To lose a paragraph is worse than to keep a line of furniture, so a
//! marker never takes more than it leaves.

mod biography;
mod frame;
mod regions;
mod signs;

use crate::text::{Block, Document, Dropped, Span};

use super::furniture::{Furniture, Rule};
use super::{block, dateline};

/// A paragraph of the page and what is thought of it.
#[derive(Debug, Clone)]
struct Paragraph {
    block: Block,
    /// What a phrase in it says, if any does.
    rule: Option<Rule>,
    /// Why it is no part of the article; `None` while it is.
    dropped: Option<&'static str>,
    shape: Shape,
}

/// How much a paragraph looks like running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// No sentence: a headline, a link, a button.
    Fragment,
    /// A short sentence, as button texts and quoted words may be, too.
    Sentence,
    /// Running text.
    Prose,
}

/// What a page says about its article.
#[derive(Debug, Default)]
struct Facts {
    date: Option<String>,
    author: Option<String>,
}

/// Prose has at least so many words; a page's buttons and links seldom have as many and end with a full stop.
const PROSE_WORDS: usize = 8;
/// A paragraph of so many words is prose even if it does not end as a sentence does.
const LONG_WORDS: usize = 25;

/// The document of a page; the second value tells whether any of it was plainly page furniture.
pub(super) fn document(id: String, text: String, furniture: &Furniture) -> (Document, bool) {
    let mut facts = Facts::default();
    let blocks = block::blocks(&text, Span::new(0, text.len()));
    let mut paragraphs: Vec<Paragraph> = blocks
        .into_iter()
        .map(|block| Paragraph::new(&text, block))
        .collect();
    signs::mark(&text, &mut paragraphs, furniture, &mut facts);
    let plain = paragraphs
        .iter()
        .any(|paragraph| paragraph.dropped.is_some());
    regions::mark(&text, &mut paragraphs);
    biography::mark(&text, &mut paragraphs, furniture, &mut facts);
    let title = frame::mark(&text, &mut paragraphs);
    if facts.date.is_none() {
        facts.date = title.and_then(|index| signs::date_near(&text, &paragraphs, index));
    }
    let mut document = Document {
        id,
        title: title.map(|index| single_line(&text[paragraphs[index].block.span.range()])),
        date: facts.date,
        author: facts.author,
        lines_are_the_files: true,
        ..Document::default()
    };
    for paragraph in paragraphs {
        match paragraph.dropped {
            Some(reason) => document.dropped.push(Dropped {
                span: paragraph.block.span,
                reason,
            }),
            None => document.blocks.push(paragraph.block),
        }
    }
    document.text = text;
    signs::cut_sign_off(&mut document, furniture);
    dateline::cut(&mut document, furniture);
    (document, plain)
}

impl Paragraph {
    fn new(text: &str, block: Block) -> Self {
        let shape = Shape::of(&text[block.span.range()]);
        Self {
            block,
            rule: None,
            dropped: None,
            shape,
        }
    }

    /// The words.
    fn words<'a>(&self, text: &'a str) -> &'a str {
        &text[self.block.span.range()]
    }

    /// Whether it is running text that is still part of the article.
    fn is_kept_prose(&self) -> bool {
        self.dropped.is_none() && self.shape == Shape::Prose
    }

    /// Whether it is still part of the article and no sentence.
    fn is_kept_fragment(&self) -> bool {
        self.dropped.is_none() && self.shape == Shape::Fragment
    }

    fn drop_for(&mut self, reason: &'static str) {
        self.dropped.get_or_insert(reason);
    }
}

impl Shape {
    fn of(words: &str) -> Self {
        let count = words.split_whitespace().count();
        let ends = block::ends_sentence(words);
        let goes_on = [". ", "? ", "! ", ".” ", ".\" "]
            .iter()
            .any(|stop| words.contains(stop));
        if count >= LONG_WORDS || count >= PROSE_WORDS && (ends || goes_on || words.ends_with(':'))
        {
            Self::Prose
        } else if ends && count >= 2 {
            Self::Sentence
        } else {
            Self::Fragment
        }
    }
}

fn single_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
