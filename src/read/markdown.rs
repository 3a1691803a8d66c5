//! Markdown: the text is taken out of the markup, with headings and list items; code is left out.
//!
//! Front matter between lines of `---` gives `title`, `date`, `source`, `author` and `url`.

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::text::{Block, BlockKind, Document, Span};

use super::boilerplate::Boilerplate;
use super::date;
use super::pasted::{self, PageFrame, PastedPage};

/// The document of a Markdown text.
pub(super) fn document(id: &str, markup: &str, boilerplate: &Boilerplate) -> Document {
    let mut taken = Taken::default();
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(markup, options) {
        taken.event(event);
    }
    taken.end_block();
    let matter = std::mem::take(&mut taken.front);
    let front = Front::new(&matter);
    let title = front.get(&["title", "headline"]);
    let Taken { text, blocks, .. } = match &title {
        Some(title) if !taken.titled => taken.with_title(title),
        _ => taken,
    };
    let page = PastedPage {
        id: id.to_owned(),
        text,
        blocks,
        frame: PageFrame::Article,
    };
    let (found, _) = pasted::clean(page, boilerplate);
    let dated = front.get(&["date", "published", "publish_date", "created"]);
    Document {
        title: title.clone().or(found.title),
        date: dated
            .and_then(|date| date::find(&date))
            .map(|(_, date)| date)
            .or(found.date),
        source: front
            .get(&["source", "publisher", "site", "publication"])
            .or(found.source),
        author: front.get(&["author", "authors", "byline"]).or(found.author),
        url: front.get(&["url", "link", "canonical"]).or(found.url),
        lines_are_the_files: false,
        ..found
    }
}

/// The text that was taken out of the markup so far.
#[derive(Debug, Default)]
struct Taken {
    text: String,
    blocks: Vec<Block>,
    /// Where the open block starts.
    start: usize,
    kinds: Vec<BlockKind>,
    /// How many elements are open whose text is left out.
    left_out: usize,
    in_front: bool,
    front: String,
    titled: bool,
}

impl Taken {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) if self.in_front => self.front.push_str(&text),
            Event::Text(text) => self.push(&text),
            // Code inside a sentence is a word of it.
            Event::Code(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak | Event::Rule => self.end_block(),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                let title = *level == HeadingLevel::H1 && !self.titled && self.blocks.is_empty();
                self.titled |= title;
                self.begin(if title {
                    BlockKind::Title
                } else {
                    BlockKind::Heading
                });
            }
            Tag::Item | Tag::TableHead | Tag::TableRow => self.begin(BlockKind::ListItem),
            Tag::Paragraph if self.kinds.last() == Some(&BlockKind::ListItem) => self.end_block(),
            Tag::Paragraph => self.begin(BlockKind::Paragraph),
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } | Tag::FootnoteDefinition(_) => {
                if !matches!(tag, Tag::Image { .. }) {
                    self.end_block();
                }
                self.left_out += 1;
            }
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.in_front = true,
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableCell => self.push("  "),
            TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow => {
                self.end_block();
                self.kinds.pop();
            }
            TagEnd::Paragraph => {
                self.end_block();
                if self.kinds.last() == Some(&BlockKind::Paragraph) {
                    self.kinds.pop();
                }
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::FootnoteDefinition => {
                self.left_out = self.left_out.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.in_front = false,
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.end_block();
        self.kinds.push(kind);
    }

    fn push(&mut self, words: &str) {
        if self.left_out == 0 {
            self.text.push_str(words);
        }
    }

    /// The same with a headline before it.
    fn with_title(mut self, title: &str) -> Self {
        let before = format!("{title}\n\n");
        for block in &mut self.blocks {
            let (start, end) = (block.span.start, block.span.end);
            block.span = Span::new(start + before.len(), end + before.len());
        }
        let span = Span::new(0, title.len());
        self.blocks.insert(
            0,
            Block {
                span,
                kind: BlockKind::Title,
            },
        );
        self.text.insert_str(0, &before);
        self
    }

    /// Ends the open block, if it holds any words.
    fn end_block(&mut self) {
        let words = &self.text[self.start..];
        let lead = words.len() - words.trim_start().len();
        let solid = words.trim().len();
        if solid > 0 {
            let start = self.start + lead;
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.blocks.push(Block {
                span: Span::new(start, start + solid),
                kind,
            });
            self.text.truncate(start + solid);
            self.text.push_str(if kind == BlockKind::ListItem {
                "\n"
            } else {
                "\n\n"
            });
        }
        self.start = self.text.len();
    }
}

/// The fields of front matter: `key: value` lines.
struct Front<'a> {
    fields: Vec<(String, &'a str)>,
}

impl<'a> Front<'a> {
    fn new(text: &'a str) -> Self {
        let fields = text
            .lines()
            .filter(|line| !line.starts_with([' ', '\t', '-', '#']));
        let fields = fields.filter_map(|line| {
            let (key, value) = line.split_once(':')?;
            let value = value.trim().trim_matches(['"', '\'']).trim();
            let solid = !value.is_empty() && !value.starts_with(['[', '{', '|', '>']);
            solid.then(|| (key.trim().to_lowercase(), value))
        });
        Self {
            fields: fields.collect(),
        }
    }

    /// The value of the first of `keys` that has one.
    fn get(&self, keys: &[&str]) -> Option<String> {
        let value = |key: &&str| self.fields.iter().find(|(name, _)| name == key);
        keys.iter()
            .find_map(value)
            .map(|(_, value)| (*value).to_owned())
    }
}
