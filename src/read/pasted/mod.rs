//! Text saved or pasted from a web page: the article is kept, the page around it set aside with the reason.
//!
//! Three kinds of evidence are combined, weakest last: what single paragraphs contain (`signs`: phrases of
//! `data/read/boilerplate.txt`, dates, bylines, menus), what a marker says about those after it (`regions`: related
//! links, comments, biographies), and the shape of the page (`frame`: what precedes the headline or follows the
//! last sentence and is not a sentence itself). Losing a paragraph is worse than keeping a line of boilerplate, so a
//! marker never takes more than it leaves.

mod biography;
mod frame;
mod regions;
mod signs;

pub(super) use signs::byline;

use crate::text::{Block, BlockKind, Document, Dropped};

use super::boilerplate::{Boilerplate, PhraseRule};
use super::{aside, block, dateline};

/// A paragraph of the page with its classification.
#[derive(Debug, Clone)]
struct PageParagraph {
    block: Block,
    /// What a phrase in it says, if any does.
    rule: Option<PhraseRule>,
    /// Why it is not part of the article; `None` while it is.
    dropped: Option<&'static str>,
    shape: ParagraphShape,
}

/// How much a paragraph looks like running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ParagraphShape {
    /// Not a sentence: a headline, a link, a button.
    Fragment,
    /// A short sentence, which may be a button text or quoted words.
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

/// The minimal number of words of prose; buttons and links seldom have as many and end with a full stop.
const PROSE_WORDS: usize = 8;
/// The number of words from which a paragraph is prose even if it does not end like a sentence.
const LONG_WORDS: usize = 25;

/// A text that may have boilerplate in it.
pub(super) struct PastedPage {
    pub(super) id: String,
    pub(super) text: String,
    /// The paragraphs of the text, in order.
    pub(super) blocks: Vec<Block>,
    pub(super) frame: PageFrame,
}

/// What is known about the shape of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageFrame {
    /// Nothing: there may be anything before and after the article.
    Unknown,
    /// The first paragraph is the headline.
    StartsWithTitle,
    /// All of it is the article; only single paragraphs may be boilerplate, and headings never are.
    Article,
}

/// Pasted text: the document, and whether any of it was clearly boilerplate.
pub(super) fn document(id: String, text: String, boilerplate: &Boilerplate) -> (Document, bool) {
    let blocks = block::blocks(&text);
    let frame = PageFrame::Unknown;
    clean(
        PastedPage {
            id,
            text,
            blocks,
            frame,
        },
        boilerplate,
    )
}

/// Reasons that rest on one or two words, which may be a list item in a text that is known to be an article.
const SHORT_SIGNS: &[&str] = &["menu", "share button", "weather"];

/// The document of a page, and whether any of it was clearly boilerplate.
pub(super) fn clean(page: PastedPage, boilerplate: &Boilerplate) -> (Document, bool) {
    let PastedPage {
        id,
        text,
        blocks,
        frame,
    } = page;
    let mut facts = Facts::default();
    let paragraphs = blocks
        .into_iter()
        .map(|block| PageParagraph::new(&text, block));
    let mut paragraphs: Vec<PageParagraph> = paragraphs.collect();
    let from = usize::from(frame == PageFrame::StartsWithTitle).min(paragraphs.len());
    let safe = |paragraph: &PageParagraph| frame == PageFrame::Article && paragraph.is_titled();
    for paragraph in paragraphs[from..]
        .iter_mut()
        .filter(|paragraph| !safe(paragraph))
    {
        signs::mark(&text, paragraph, boilerplate, &mut facts);
        if frame == PageFrame::Article
            && SHORT_SIGNS
                .iter()
                .any(|sign| paragraph.dropped == Some(sign))
        {
            paragraph.dropped = None;
        }
    }
    let pasted_page = paragraphs
        .iter()
        .any(|paragraph| paragraph.dropped.is_some());
    let title = if frame == PageFrame::Article {
        paragraphs
            .iter()
            .position(|paragraph| paragraph.block.kind == BlockKind::Title)
    } else {
        regions::mark(&text, &mut paragraphs);
        biography::mark(&text, &mut paragraphs, boilerplate, &mut facts);
        frame::mark(&text, &mut paragraphs, (from > 0).then_some(0))
    };
    if facts.date.is_none() {
        facts.date = title.and_then(|index| signs::date_near(&text, &paragraphs, index));
    }
    let title = title.map(|index| single_line(paragraphs[index].words(&text)));
    let mut document = Document {
        id,
        title,
        date: facts.date,
        author: facts.author,
        lines_are_the_files: true,
        text,
        ..Document::default()
    };
    divide(paragraphs, &mut document);
    signs::cut_sign_off(&mut document, boilerplate);
    dateline::cut(&mut document, boilerplate);
    aside::cut(&mut document, boilerplate);
    (document, pasted_page)
}

/// Puts each paragraph among the blocks of the document or among what was dropped.
fn divide(paragraphs: Vec<PageParagraph>, document: &mut Document) {
    for paragraph in paragraphs {
        let span = paragraph.block.span;
        match paragraph.dropped {
            Some(reason) => document.dropped.push(Dropped { span, reason }),
            None => document.blocks.push(paragraph.block),
        }
    }
}

impl PageParagraph {
    fn new(text: &str, block: Block) -> Self {
        let shape = ParagraphShape::of(&text[block.span.range()]);
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

    /// Whether it is known to be a headline or a heading.
    fn is_titled(&self) -> bool {
        matches!(self.block.kind, BlockKind::Title | BlockKind::Heading)
    }

    /// Whether it is running text that is still part of the article.
    fn is_kept_prose(&self) -> bool {
        self.dropped.is_none() && self.shape == ParagraphShape::Prose
    }

    /// Whether it is still part of the article but not a sentence.
    fn is_kept_fragment(&self) -> bool {
        self.dropped.is_none() && self.shape == ParagraphShape::Fragment
    }

    fn drop_for(&mut self, reason: &'static str) {
        self.dropped.get_or_insert(reason);
    }
}

impl ParagraphShape {
    fn of(words: &str) -> Self {
        let count = words.split_whitespace().count();
        let ends = block::ends_sentence(words);
        let goes_on = [". ", "? ", "! ", ".” ", ".\" "]
            .iter()
            .any(|stop| words.contains(stop));
        if count >= LONG_WORDS || count >= PROSE_WORDS && (ends || goes_on || words.ends_with(':'))
        {
            Self::Prose
        } else if ends && count >= 2 && (!words.ends_with('?') || words.starts_with(['“', '"'])) {
            // A short question is more often a headline than part of the text.
            Self::Sentence
        } else {
            Self::Fragment
        }
    }
}

fn single_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
