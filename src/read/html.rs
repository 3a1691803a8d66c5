//! Web pages: the main content, with title, author, date, site and address.
//!
//! The text of the document is what is taken out of the markup, the headline first. What is left of the page around
//! the article after that is set aside as in pasted text.

use std::collections::BTreeSet;

use dom_smoothie::{Article, Config, Readability, TextMode};

use crate::text::{Block, BlockKind, Document};

use super::boilerplate::{Boilerplate, normal};
use super::pasted::{self, PageFrame, PastedPage};
use super::{ReadErrorKind, block, date};

/// Headings and list items as the page marks them up, in the form of [`normal`].
struct Marked {
    headings: BTreeSet<String>,
    items: BTreeSet<String>,
}

/// The document of a page.
pub(super) fn document(
    id: &str,
    page: &str,
    boilerplate: &Boilerplate,
) -> Result<Document, ReadErrorKind> {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let mut readability =
        Readability::new(page, None, Some(config)).map_err(|_| ReadErrorKind::NoArticle)?;
    let texts = |selector: &str| -> BTreeSet<String> {
        let found = readability.doc.select(selector);
        found
            .iter()
            .map(|element| normal(&element.text()))
            .collect()
    };
    let marked = Marked {
        headings: texts("h1, h2, h3, h4, h5, h6"),
        items: texts("li"),
    };
    let address = |selector: &str, attribute: &str| {
        let value = readability.doc.select(selector).attr(attribute)?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let url = address("link[rel=canonical]", "href")
        .or_else(|| address("meta[property='og:url']", "content"));
    let article = readability.parse().map_err(|_| ReadErrorKind::NoArticle)?;
    let text = article.text_content.trim();
    if text.is_empty() {
        return Err(ReadErrorKind::NoArticle);
    }
    let title = title(&article);
    let (text, frame) = with_title(title, text);
    let mut blocks = block::line_blocks(&text);
    for block in &mut blocks {
        marked.set_kind(&text, block);
    }
    let page = PastedPage {
        id: id.to_owned(),
        text,
        blocks,
        frame,
    };
    let (found, _) = pasted::clean(page, boilerplate);
    let published = article.published_time.as_deref().and_then(date::find);
    Ok(Document {
        date: published.map(|(_, date)| date).or(found.date),
        source: article.site_name.or(found.source),
        author: author(article.byline.as_deref(), boilerplate).or(found.author),
        url: url.or(article.url),
        lines_are_the_files: false,
        ..found
    })
}

impl Marked {
    /// Sets the kind that the markup gives.
    fn set_kind(&self, text: &str, block: &mut Block) {
        let words = normal(&text[block.span.range()]);
        if self.headings.contains(&words) {
            block.kind = BlockKind::Heading;
        } else if self.items.contains(&words) {
            block.kind = BlockKind::ListItem;
        }
    }
}

/// The headline without the name of the site.
fn title(article: &Article) -> Option<&str> {
    let whole = article.title.trim();
    let site = article.site_name.as_deref().unwrap_or("");
    let bare = whole
        .strip_suffix(site)
        .filter(|_| !site.is_empty())
        .map(str::trim_end)
        .and_then(|rest| rest.strip_suffix(['|', '-', '–', '—', '·', '•', ':']))
        .map(str::trim_end);
    Some(bare.unwrap_or(whole)).filter(|title| !title.is_empty())
}

/// The text with the headline on its first line.
fn with_title(title: Option<&str>, text: &str) -> (String, PageFrame) {
    let Some(title) = title else {
        return (text.to_owned(), PageFrame::Unknown);
    };
    let first = text.lines().next().unwrap_or("").trim();
    if normal(first) == normal(title) {
        return (text.to_owned(), PageFrame::StartsWithTitle);
    }
    let title: Vec<&str> = title.split_whitespace().collect();
    (
        format!("{}\n\n{text}", title.join(" ")),
        PageFrame::StartsWithTitle,
    )
}

/// The author's name out of the page's byline.
fn author(byline: Option<&str>, boilerplate: &Boilerplate) -> Option<String> {
    let byline = byline?.trim();
    let named = pasted::byline(byline, boilerplate);
    named.or_else(|| Some(byline.to_owned()).filter(|name| name.split_whitespace().count() <= 6))
}
