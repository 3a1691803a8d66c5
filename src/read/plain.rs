//! Plain text, taken whole.

use crate::text::{BlockKind, Document};

use super::block;

/// A document of which the whole text is the article.
///
/// Blank lines part paragraphs; so do line breaks, unless the text is wrapped by hand. A first line that has the shape
/// of a headline and stands above running text is the title.
///
/// ```
/// let document = actant::read::text("memo", "Talks open\n\nThe ministers met. They spoke.\n\nTalks go on.");
/// assert_eq!(document.title.as_deref(), Some("Talks open"));
/// ```
pub fn text(id: impl Into<String>, text: impl Into<String>) -> Document {
    let text = text.into();
    let blocks = block::blocks(&text);
    let mut document = Document {
        id: id.into(),
        text,
        blocks,
        lines_are_the_files: true,
        ..Document::default()
    };
    find_title(&mut document);
    document
}

/// Takes the first block as the title if it looks like one and two paragraphs that end as sentences do follow.
fn find_title(document: &mut Document) {
    let [first, second, rest @ ..] = document.blocks.as_slice() else {
        return;
    };
    let sentences = std::iter::once(second)
        .chain(rest)
        .filter(|block| block.kind == BlockKind::Paragraph)
        .filter(|block| block::ends_sentence(document.slice(block.span)))
        .count();
    let words = document.slice(first.span);
    let apart = document.text[first.span.end..second.span.start]
        .matches('\n')
        .count()
        > 1;
    if first.kind == BlockKind::Heading && sentences >= 1 && (apart || sentences > 1) {
        document.title = Some(words.to_owned());
        document.blocks[0].kind = BlockKind::Title;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_starts_with_a_sentence_has_no_title() {
        let document = text("a", "The ministers met.\n\nThey spoke.\n\nThey left.");
        assert_eq!(document.title, None);
        assert_eq!(document.blocks.len(), 3);
    }

    #[test]
    fn a_single_fragment_is_no_title() {
        assert_eq!(text("a", "Talks in Geneva").title, None);
    }
}
